package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"

	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
)

// Blocks reads CommonMark with tables and footnotes. The marks of its syntax are not
// part of the text: heading and emphasis marks, link destinations, table rules,
// HTML tags. Bullets and list numbers are: they are taken from the source line,
// since Markdown itself counts «1. 1. 1.» as 1, 2, 3. Words that are ~~struck out~~,
// or stand in such tags of HTML, are left out and listed, unless keepStruck says
// that they are text. A text whose syntax is beyond the limits is refused.
func Blocks(src string, keepStruck bool) (*Reader, *flow.Error) {
	m := &Reader{keepStruck: keepStruck, strikes: !strings.Contains(src, flow.StruckFrom) && !strings.Contains(src, flow.StruckTo)}
	extensions := []goldmark.Extender{extension.Table, footnotes{}}
	if m.strikes {
		extensions = append(extensions, extension.Strikethrough)
	}
	doc, err := m.parse(src, extensions...)
	if err != nil {
		return nil, err
	}
	m.collectFootnotes(doc)
	m.children(doc, 0)
	return m, nil
}

// Parse sets the source and parses it, unless that would take too long: see
// [measure]. It is for Markdown that this program wrote, which has neither footnotes
// nor struck-out words. A Reader parses one source.
func (m *Reader) Parse(src string) (ast.Node, *flow.Error) { return m.parse(src, extension.Table) }

func (m *Reader) parse(src string, extensions ...goldmark.Extender) (ast.Node, *flow.Error) {
	if err := measure(src); err != nil {
		return nil, err
	}
	m.Src = []byte(keepDefinitions(m.cutFrontMatter(src)))
	for i, c := range m.Src {
		if c == '\n' {
			m.breaks = append(m.breaks, i)
		}
	}
	return goldmark.New(goldmark.WithExtensions(extensions...)).Parser().
		Parse(text.NewReader(m.Src), parser.WithContext(parser.NewContext())), nil
}

// Reader reads the blocks of one source in order. Src is the source as it was parsed,
// without its front matter; Dropped is that front matter, Struck what was struck out,
// both with lines of the file.
type Reader struct {
	Src     []byte
	breaks  []int // offsets of the line breaks
	first   int   // lines of front matter before src
	cursor  int   // end of the last list mark read
	Blocks  []layout.Block
	Dropped []flow.Dropped
	Struck  []flow.Dropped // words that are struck out and no part of the blocks

	footnotes map[int]revision.Note // those whose first mark was not yet met
	referred  []revision.Note       // by the block at hand

	keepStruck bool
	strikes    bool // marks of struck-out words are looked for
	gone       bool // the block to come is struck out whole
	keepLines  bool // a line break of the source stays one
}

// cutFrontMatter takes off a YAML header between two lines of three hyphens, and
// lists its lines as left out. A text may begin with a rule: where a line before the
// second rule is not like YAML («key: …», «- …», «# …»), or the second rule is not
// among the first hundred lines, nothing is taken off.
func (m *Reader) cutFrontMatter(src string) string {
	if !strings.HasPrefix(src, "---\n") && !strings.HasPrefix(src, "---\r\n") {
		return src
	}
	const longest = 100 // lines
	rest, header := src, []flow.Dropped(nil)
	for no := 1; no <= longest && rest != ""; no++ {
		line, after, _ := strings.Cut(rest, "\n")
		rest = after
		line = strings.TrimSpace(line)
		if no > 1 && line != "" && line != "---" && !strings.Contains(line, ":") && !strings.HasPrefix(line, "-") && !strings.HasPrefix(line, "#") {
			return src
		}
		header = append(header, flow.Dropped{Place: flow.Place{Line: no}, Text: line, Why: "front matter"})
		if no > 1 && (line == "---" || line == "...") {
			m.Dropped, m.first = header, no
			return rest
		}
	}
	return src
}

// Line is the line of the file, from 1, on which that byte of Src stands.
func (m *Reader) Line(offset int) int {
	n, _ := slices.BinarySearch(m.breaks, offset)
	return m.first + n + 1
}

// add adds a block with the line on which n begins, or that of the block before where
// n has no lines, and gives it the notes that it refers to. A block without words,
// label and notes is none.
func (m *Reader) add(n ast.Node, b layout.Block) {
	if lines := n.Lines(); n.Type() == ast.TypeBlock && lines != nil && lines.Len() > 0 {
		b.Line = m.Line(lines.At(0).Start)
	} else if len(m.Blocks) > 0 {
		b.Line = m.Blocks[len(m.Blocks)-1].Line
	}
	b.Text = layout.Squeeze(b.Text)
	b.Notes = append(b.Notes, m.referred...)
	m.referred = nil
	if m.gone {
		b.Struck, b.Notes, m.gone = b.Text == "", append([]revision.Note{layout.StruckNote()}, b.Notes...), false
	}
	if b.Text != "" || b.Labelled() || len(b.Notes) > 0 {
		m.Blocks = append(m.Blocks, b)
	}
}

// paragraph adds text whose label, if it has one, is part of it: «5. Fees» has the
// label 5. Only one that is bold throughout may be a heading without its marks.
func (m *Reader) paragraph(n ast.Node, s string, depth int) {
	s = layout.CloseUp(layout.Squeeze(s))
	b := layout.Block{Text: s, Plain: !allBold(n), Indent: layout.IndentStep * depth, Label: numbering.Label{Form: numbering.FormUnknown}}
	if l, rest, ok := numbering.CutLabel(s); ok {
		b.Label, b.Text = l, rest
	}
	m.add(n, b)
}

// allBold reports whether a paragraph is one run of bold words: a title that somebody set
// so, which may be a heading.
func allBold(n ast.Node) bool {
	bold, ok := n.FirstChild().(*ast.Emphasis)
	return ok && bold.Level == 2 && bold.NextSibling() == nil
}

// children reads the blocks below n; depth is the number of lists around them.
func (m *Reader) children(n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, depth)
	}
}

// block reads a block and what stands in it; depth is the number of lists around it.
// A bullet does not label a heading. Containers (quotations, the document) are passed
// through.
func (m *Reader) block(n ast.Node, depth int) {
	switch n := n.(type) {
	case *ast.Heading:
		b := layout.Block{Text: layout.CloseUp(layout.Squeeze(m.words(n))), Level: n.Level, Label: numbering.Label{Form: numbering.FormUnknown}}
		if l, rest, ok := numbering.CutLabel(b.Text); ok && l.Form != numbering.FormBullet {
			b.Label, b.Text = l, rest
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
			m.paragraph(n, m.cutStruck(n, stripTags(string(n.ClosureLine.Value(m.Src)), m.strikes)), depth)
		}
	case *extast.Table:
		for row := n.FirstChild(); row != nil; row = row.NextSibling() {
			m.tableRow(row)
		}
	case *ast.Paragraph, *ast.TextBlock:
		text, points := cutPoints(m.cutStruck(n, m.lines(n)))
		m.paragraph(n, text, depth)
		m.points(n, points, depth)
	case *extast.FootnoteList:
		m.unreferred(n, depth)
	default:
		m.children(n, depth)
	}
}

// rawLines adds each line of a code or HTML block as a paragraph without a label:
// code is quoted, and a law in a block of HTML has lost its structure before.
func (m *Reader) rawLines(n ast.Node, html bool) {
	var all strings.Builder
	lines := n.Lines()
	for i := range lines.Len() {
		seg := lines.At(i)
		all.Write(seg.Value(m.Src))
	}
	s := all.String()
	if html {
		s = m.cutStruck(n, stripTags(s, m.strikes))
	}
	for _, ln := range layout.SplitLines(s) {
		m.add(n, layout.Block{Text: ln.Text, Plain: true, Label: numbering.Label{Form: numbering.FormUnknown}})
	}
}

// tableRow adds a row as one block, its cells apart as in every format.
func (m *Reader) tableRow(row ast.Node) {
	var cells []string
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		cells = append(cells, layout.Squeeze(m.words(c)))
	}
	m.add(row, layout.Block{
		Text: strings.Join(cells, layout.Cell), Plain: true, Row: true,
		Label: numbering.Label{Form: numbering.FormUnknown},
	})
}
