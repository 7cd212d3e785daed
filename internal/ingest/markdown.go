package ingest

import (
	"slices"
	"strings"

	"conceptdiff/internal/numbering"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// readMarkdown reads CommonMark with tables. The marks of its syntax are not
// part of the text: heading and emphasis marks, link destinations, table rules,
// HTML tags. Bullets and list numbers are: they are taken from the source line,
// since Markdown itself counts «1. 1. 1.» as 1, 2, 3.
func readMarkdown(src string) *Result {
	m := &markdownReader{}
	m.children(m.parse(src), 0)
	res := build(m.blocks)
	res.Format = FormatMarkdown
	res.Dropped = m.dropped
	return res
}

// parse sets the source and parses it.
func (m *markdownReader) parse(src string) ast.Node {
	m.src = []byte(m.cutFrontMatter(src))
	for i, c := range m.src {
		if c == '\n' {
			m.breaks = append(m.breaks, i)
		}
	}
	return goldmark.New(goldmark.WithExtensions(extension.Table)).Parser().
		Parse(text.NewReader(m.src), parser.WithContext(parser.NewContext()))
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
	b := block{text: s, plain: true, indent: indentStep * depth, label: numbering.Label{Form: numbering.FormUnknown}}
	if l, rest, ok := numbering.CutLabel(s); ok {
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
		b := block{text: squeeze(m.inline(n)), level: n.Level, label: numbering.Label{Form: numbering.FormUnknown}}
		if l, rest, ok := numbering.CutLabel(b.text); ok && l.Form != numbering.FormBullet {
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
		m.add(n, block{text: ln.text, plain: true, label: numbering.Label{Form: numbering.FormUnknown}})
	}
}

func (m *markdownReader) tableRow(row ast.Node) {
	var cells []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, squeeze(m.inline(c)))
	}
	m.add(row, block{
		text: strings.Join(cells, " | "), plain: true,
		label: numbering.Label{Form: numbering.FormUnknown},
	})
}
