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

// Extend implements [goldmark.Extender], with the priorities that the library's own
// extension gives to these parsers.
func (footnotes) Extend(m goldmark.Markdown) {
	m.Parser().AddOptions(
		parser.WithBlockParsers(util.Prioritized(extension.NewFootnoteBlockParser(), 999)),
		parser.WithInlineParsers(util.Prioritized(extension.NewFootnoteParser(), 101)),
	)
}

// collectFootnotes reads the footnotes that something refers to, before the blocks,
// since they stand at the end and belong to the block of their first mark.
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

// noteText is the text of a footnote, its paragraphs and lists in one line, by a
// reader of its own on the same source. Notes inside it become part of the text,
// struck-out words are listed with those of the text.
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

// refer notes that the block at hand refers to a footnote; at the first mark of it
// the note is given to the block, further marks of it add nothing.
func (m *Reader) refer(index int) {
	if n, ok := m.footnotes[index]; ok {
		m.referred = append(m.referred, n)
		delete(m.footnotes, index)
	}
}

// unreferred reads the footnotes that nothing refers to: they are text, mark and all.
// They stand where the list of footnotes does, at the end.
func (m *Reader) unreferred(list *extast.FootnoteList, depth int) {
	for f := list.FirstChild(); f != nil; f = f.NextSibling() {
		if note := f.(*extast.Footnote); note.Index <= 0 {
			m.paragraph(note, "[^"+string(note.Ref)+"]: "+m.noteText(note), depth)
		}
	}
}
