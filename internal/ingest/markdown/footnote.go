package markdown

import (
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/util"

	"conceptdiff/internal/revision"
)

// footnotes reads «[^1]» and «[^1]: …» (PHP Markdown Extra). The extension of the
// library throws away a footnote that nothing refers to; its parsers alone leave each
// where it stands.
type footnotes struct{}

// Extend implements [goldmark.Extender].
func (footnotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
	)
}

// collectFootnotes reads the footnotes that something refers to.
func (m *Reader) collectFootnotes(doc ast.Node) {
	_ = ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if f, ok := n.(*extast.Footnote); ok && entering && f.Index > 0 {
			if m.footnotes == nil {
				m.footnotes = map[int]revision.Note{}
			}
			m.footnotes[f.Index] = revision.Note{Kind: revision.NoteFootnote, Mark: string(f.Ref), Text: m.noteText(f)}
			return ast.WalkSkipChildren, nil
		}
		return ast.WalkContinue, nil
	})
}

// noteText is the text of a footnote, its paragraphs and lists in one line.
func (m *Reader) noteText(f *extast.Footnote) string {
	in := Reader{Src: m.Src, breaks: m.breaks, first: m.first, keepStruck: m.keepStruck, strikes: m.strikes}
	in.children(f, 0)
	m.Struck = append(m.Struck, in.Struck...)
	var parts []string
	for _, b := range in.Blocks {
		parts = append(parts, strings.TrimSpace(b.Label.Printed+" "+b.Text))
		for _, n := range b.Notes {
			parts = append(parts, n.Text)
		}
	}
	return strings.Join(parts, " ")
}

// refer notes that the block at hand refers to a footnote; at the first mark of it the
// note is given to the block.
func (m *Reader) refer(index int) {
	if n, ok := m.footnotes[index]; ok {
		m.referred = append(m.referred, n)
		delete(m.footnotes, index)
	}
}

// unreferred reads the footnotes that nothing refers to: they are text, mark and all.
func (m *Reader) unreferred(list *extast.FootnoteList, depth int) {
	for f := list.FirstChild(); f != nil; f = f.NextSibling() {
		if note := f.(*extast.Footnote); note.Index <= 0 {
			m.paragraph(note, "[^"+string(note.Ref)+"]: "+m.noteText(note), depth)
		}
	}
}

// keepDefinitions keeps a line from being read as the definition of a link where it
// leads nowhere: «[Officer]: manager» would not be shown at all. A definition that
// leads to an address is syntax.
func keepDefinitions(src string) string {
	if !strings.Contains(src, "]:") {
		return src
	}
	var out strings.Builder
	fence := ""
	for line := range strings.Lines(src) {
		body := strings.TrimLeft(line, " ")
		switch {
		case fence != "":
			if strings.HasPrefix(body, fence) {
				fence = ""
			}
		case strings.HasPrefix(body, "```"), strings.HasPrefix(body, "~~~"):
			fence = body[:3]
		case len(line)-len(body) < 4 && definesNothing(body):
			line = line[:len(line)-len(body)] + `\` + body
		}
		out.WriteString(line)
	}
	return out.String()
}

// definesNothing reports whether a line has the form of a link's definition and gives
// no address.
func definesNothing(line string) bool {
	if !strings.HasPrefix(line, "[") || strings.HasPrefix(line, "[^") {
		return false
	}
	_, rest, ok := strings.Cut(line, "]:")
	fields := strings.Fields(rest)
	return ok && len(fields) > 0 && !isAddress(fields[0])
}

// isAddress reports whether a word looks like an address: it has a scheme, a path, an
// anchor, or a full stop within.
func isAddress(s string) bool {
	s = strings.Trim(s, "<>")
	if strings.ContainsAny(s, "/#:@") {
		return true
	}
	i := strings.IndexByte(s, '.')
	return i > 0 && i < len(s)-1
}
