package ingest

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"conceptdiff/internal/revision"
)

// readMarkdown reads CommonMark with tables. The marks of its syntax are not
// part of the text: heading and emphasis marks, link destinations, table rules,
// HTML tags. Bullets and list numbers are: they are taken from the source line,
// since Markdown itself counts «1. 1. 1.» as 1, 2, 3.
func readMarkdown(src string) *Result {
	m := &markdownReader{}
	m.src = []byte(m.cutFrontMatter(src))
	doc := goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().
		Parse(text.NewReader(m.src), parser.WithContext(parser.NewContext()))
	for i, c := range m.src {
		if c == '\n' {
			m.breaks = append(m.breaks, i)
		}
	}
	m.children(doc, 0)
	res := build(m.blocks)
	res.Format = FormatMarkdown
	res.Dropped = m.dropped
	return res
}

type markdownReader struct {
	src     []byte
	breaks  []int // offsets of the line breaks
	first   int   // lines of front matter before src
	cursor  int   // end of the last list mark read
	blocks  []block
	dropped []Dropped
}

// cutFrontMatter takes off a YAML header between two lines of three hyphens.
func (m *markdownReader) cutFrontMatter(src string) string {
	if !strings.HasPrefix(src, "---\n") && !strings.HasPrefix(src, "---\r\n") {
		return src
	}
	const longest = 100 // lines
	rest, header := src, []Dropped(nil)
	for no := 1; no <= longest && rest != ""; no++ {
		line, after, _ := strings.Cut(rest, "\n")
		rest = after
		line = strings.TrimSpace(line)
		if no > 1 && line != "" && line != "---" && !strings.Contains(line, ":") && !strings.HasPrefix(line, "-") && !strings.HasPrefix(line, "#") {
			return src
		}
		header = append(header, Dropped{Line: no, Text: line, Why: "front matter"})
		if no > 1 && (line == "---" || line == "...") {
			m.dropped, m.first = header, no
			return rest
		}
	}
	return src
}

func (m *markdownReader) line(offset int) int {
	n, _ := slices.BinarySearch(m.breaks, offset)
	return m.first + n + 1
}

func (m *markdownReader) add(n ast.Node, b block) {
	if lines := n.Lines(); n.Type() == ast.TypeBlock && lines != nil && lines.Len() > 0 {
		b.line = m.line(lines.At(0).Start)
	} else if len(m.blocks) > 0 {
		b.line = m.blocks[len(m.blocks)-1].line
	}
	b.text = squeeze(b.text)
	if b.text != "" || b.labelled() {
		m.blocks = append(m.blocks, b)
	}
}

// paragraph adds text whose label, if it has one, is part of it.
func (m *markdownReader) paragraph(n ast.Node, s string, depth int) {
	s = squeeze(s)
	b := block{text: s, plain: true, indent: indentStep * depth, label: revision.Label{Form: revision.FormUnknown}}
	if l, rest, ok := revision.CutLabel(s); ok {
		b.label, b.text = l, rest
	}
	m.add(n, b)
}

// indentStep is how far a list stands in, in columns.
const indentStep = 4

// children reads the blocks below n; depth is the number of lists around them.
func (m *markdownReader) children(n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, depth)
	}
}

func (m *markdownReader) block(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Heading:
		b := block{text: squeeze(m.inline(n)), level: n.Level, label: revision.Label{Form: revision.FormUnknown}}
		if l, rest, ok := revision.CutLabel(b.text); ok && l.Form != revision.FormBullet {
			b.label, b.text = l, rest
		}
		m.add(n, b)
	case *ast.List:
		number, lazy := n.Start, m.lazy(n)
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			m.listItem(n, item, number, lazy, depth)
			number++
		}
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		m.rawLines(n, false)
	case *ast.HTMLBlock:
		m.rawLines(n, true)
		if n.HasClosure() {
			m.paragraph(n, stripTags(string(n.ClosureLine.Value(m.src))), depth)
		}
	case *extast.Table:
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			m.tableRow(row)
		}
	case *ast.Paragraph, *ast.TextBlock:
		m.paragraph(n, m.inline(n), depth)
	default:
		m.children(n, depth)
	}
}

// rawLines adds each line of a code or HTML block as a paragraph.
func (m *markdownReader) rawLines(n ast.Node, html bool) {
	var all strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		all.Write(seg.Value(m.src))
	}
	s := all.String()
	if html {
		s = stripTags(s)
	}
	for _, ln := range splitLines(s) {
		m.add(n, block{text: ln.text, plain: true, label: revision.Label{Form: revision.FormUnknown}})
	}
}

func (m *markdownReader) tableRow(row ast.Node) {
	var cells []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, squeeze(m.inline(c)))
	}
	m.add(row, block{
		text: strings.Join(cells, " | "), plain: true,
		label: revision.Label{Form: revision.FormUnknown},
	})
}

// listItem reads one item: its mark and first paragraph make one block, what
// else it holds makes more.
func (m *markdownReader) listItem(list *ast.List, item ast.Node, number int, lazy bool, depth int) {
	b := block{indent: indentStep * (depth + 1), plain: true}
	mark := m.mark(list, item, number)
	if lazy {
		mark = strconv.Itoa(number) + string(list.Marker)
	}
	b.label, _, _ = revision.CutLabel(mark + " x")
	if list.IsOrdered() && b.label.Num == "" {
		b.label = revision.Label{Printed: mark, Num: strings.TrimRight(mark, ".)"), Form: revision.FormDot}
	}
	first := item.FirstChild()
	switch first.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		b.text = m.inline(first)
		m.add(first, b)
		first = first.NextSibling()
	default:
		m.add(item, b)
	}
	for c := first; c != nil; c = c.NextSibling() {
		m.block(c, depth+1)
	}
}

// lazy reports whether a list is numbered 1. 1. 1., which Markdown shows as
// 1. 2. 3.: the only case in which the source's number is not what a reader sees.
func (m *markdownReader) lazy(list *ast.List) bool {
	first := list.FirstChild()
	if !list.IsOrdered() || first.NextSibling() == nil {
		return false
	}
	cursor := m.cursor
	defer func() { m.cursor = cursor }()
	return m.mark(list, first, 0) == m.mark(list, first.NextSibling(), 1)
}

// mark reads an item's bullet or number from the source.
func (m *markdownReader) mark(list *ast.List, item ast.Node, number int) string {
	if start := firstOffset(item); start >= 0 {
		i := m.cursor
		if n, _ := slices.BinarySearch(m.breaks, start); n > 0 {
			i = max(i, m.breaks[n-1]+1)
		}
		for i < start && strings.IndexByte(" \t>", m.src[i]) >= 0 {
			i++
		}
		end := i
		for end < start && m.src[end] >= '0' && m.src[end] <= '9' {
			end++
		}
		if end < start && m.src[end] == list.Marker {
			m.cursor = end + 1
			return string(m.src[i : end+1])
		}
	}
	if list.IsOrdered() {
		return strconv.Itoa(number) + string(list.Marker)
	}
	return string(list.Marker)
}

// firstOffset is where the text of a block begins in the source, -1 if it has
// none.
func firstOffset(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if n.Type() == ast.TypeInline {
			return -1
		}
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			return lines.At(0).Start
		}
	}
	return -1
}

// inline is the visible text of a block's inline content.
func (m *markdownReader) inline(n ast.Node) string {
	var b strings.Builder
	m.writeInline(&b, n, 0)
	return b.String()
}

func (m *markdownReader) writeInline(b *strings.Builder, n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			value := c.Segment.Value(m.src)
			if !c.IsRaw() {
				value = util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(value)))
			}
			b.Write(value)
			if c.SoftLineBreak() || c.HardLineBreak() {
				m.lineBreak(b, c)
			}
		case *ast.String:
			b.Write(c.Value)
		case *ast.AutoLink:
			b.Write(c.Label(m.src))
		case *ast.RawHTML:
			b.WriteByte(' ')
		default:
			m.writeInline(b, c, depth+1)
		}
	}
}

// lineBreak joins two source lines as the lines of a text are joined.
func (m *markdownReader) lineBreak(b *strings.Builder, t *ast.Text) {
	next := ""
	if s, ok := t.NextSibling().(*ast.Text); ok {
		next = string(s.Segment.Value(m.src))
	}
	if !breaksWord(strings.TrimSpace(b.String()), strings.TrimSpace(next)) {
		b.WriteByte(' ')
	}
}

// stripTags leaves out the tags and comments of HTML.
func stripTags(s string) string {
	var b strings.Builder
	for s != "" {
		i := strings.IndexByte(s, '<')
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		end, skip := ">", 1
		if strings.HasPrefix(s, "<!--") {
			end, skip = "-->", 4
		}
		j := strings.Index(s[skip:], end)
		if j < 0 {
			break
		}
		b.WriteByte(' ')
		s = s[skip+j+len(end):]
	}
	b.WriteString(s)
	return b.String()
}

// headed opens a provision with a Markdown heading. A number places it as in a
// text; without one the heading's level does.
func (b *builder) headed(i, end int) int {
	blk := &b.blocks[i]
	if blk.numbered() {
		for k := 1; k < len(b.stack); k++ {
			if lv := b.stack[k]; lv.level >= blk.level && lv.p.Kind == revision.KindSection {
				b.popTo(k)
			}
		}
		i = b.place(i, end)
		b.top().level = blk.level
		return i
	}
	keep := 1
	for keep < len(b.stack) && b.stack[keep].level > 0 && b.stack[keep].level < blk.level {
		keep++
	}
	b.popTo(keep)
	b.push(&level{p: &revision.Provision{Kind: revision.KindSection, Heading: blk.text}, level: blk.level})
	return i
}
