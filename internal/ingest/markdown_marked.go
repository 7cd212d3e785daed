package ingest

import (
	"bytes"
	"context"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/markdown"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/revision"
)

// markedHeader opens Markdown that «show --format md» wrote. It is the beginning of a
// front matter in YAML, whose other keys [markedReader.meta] reads.
const markedHeader = "---\nconceptdiff: revision/1\n"

// isMarked forgives Windows line ends, which an editor may have put in.
func isMarked(_ string, data []byte) bool {
	const head = 64
	start := bytes.ReplaceAll(data[:min(len(data), head)], []byte("\r\n"), []byte("\n"))
	return bytes.HasPrefix(start, []byte(markedHeader))
}

// readMarked reads Markdown in which comments say what each block is. What somebody
// added without one becomes a paragraph, with a warning. Where blocks were added all
// addresses are assigned anew; otherwise those of the file stand, so that what was
// written reads back as the very tree.
func readMarked(_ context.Context, name string, data []byte, _ Options) (*Result, error) {
	text, encoding, err := decode(name, data)
	if err != nil {
		return nil, err
	}
	m := &markedReader{}
	doc, refused := m.Parse(strings.ReplaceAll(text, "\r\n", "\n"))
	if refused != nil {
		return nil, asError(name, refused)
	}
	m.walk(doc)
	if len(m.components) == 0 {
		return nil, &Error{File: name, Msg: "the Markdown names no component: the comments that say what its blocks are were taken out", Hint: "take out its header as well to read it as any Markdown"}
	}
	if m.edited {
		revision.AssignEIDs(m.components)
	}
	if err := validTree(m.components); err != nil {
		return nil, &Error{File: name, Msg: err.Error()}
	}
	res := &Result{Components: m.components, Format: FormatMarkdown, Encoding: encoding, Warnings: m.warnings}
	res.Meta = m.meta()
	res.Title, res.Language = res.Meta.Title, res.Meta.Language
	return res, nil
}

// markedReader opens provisions as their blocks come: a block names its level, and
// what it stands below is the last provision one level up.
type markedReader struct {
	markdown.Reader
	components []*revision.Provision
	open       []*revision.Provision // by level
	last       *revision.Provision
	edited     bool // blocks were added
	warnings   []Warning
}

// meta is what the front matter says of the revision.
func (m *markedReader) meta() revision.Meta {
	var meta revision.Meta
	for _, d := range m.Dropped {
		key, value, _ := strings.Cut(d.Text, ": ")
		if s, err := strconv.Unquote(value); err == nil {
			value = s
		}
		switch key {
		case "title":
			meta.Title = value
		case "date":
			meta.Date = value
		case "status":
			meta.Status = revision.Status(value)
		case "language":
			meta.Language = value
		case "citation":
			meta.Citation = value
		case "note":
			meta.Note = value
		}
	}
	return meta
}

// walk takes the blocks of the document in order. Containers of Markdown (lists,
// quotations) say nothing here, since each block names its own level: they are passed
// through.
func (m *markedReader) walk(n ast.Node) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Heading, *ast.Paragraph, *ast.TextBlock:
			before, mark, after := m.split(c)
			m.block(c, before, mark, after)
		case *ast.HTMLBlock:
			var all strings.Builder
			for i := range c.Lines().Len() {
				seg := c.Lines().At(i)
				all.Write(seg.Value(m.Src))
			}
			if c.HasClosure() {
				all.Write(c.ClosureLine.Value(m.Src))
			}
			m.block(c, "", strings.TrimSpace(all.String()), "")
		default:
			m.walk(c)
		}
	}
}

// split cuts a block's text at the comment that says what it is: the words before and
// after it, each on one line. Only the first comment of ours counts; any other stays
// in the text. Without one all words are in before and mark is "".
func (m *markedReader) split(n ast.Node) (before, mark, after string) {
	var b strings.Builder
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if raw, ok := c.(*ast.RawHTML); ok && mark == "" {
			var s strings.Builder
			for i := range raw.Segments.Len() {
				seg := raw.Segments.At(i)
				s.Write(seg.Value(m.Src))
			}
			if blockMark().MatchString(s.String()) || noteMark().MatchString(s.String()) {
				before, mark = b.String(), s.String()
				b.Reset()
				continue
			}
		}
		m.WriteNode(&b, c, 0)
	}
	if mark == "" {
		return layout.Squeeze(b.String()), "", ""
	}
	return layout.Squeeze(before), mark, layout.Squeeze(b.String())
}

// blockMark is the comment that says what a block is. Its groups are the kind; the
// address, quoted where it holds a space; the level, from 0 for a component; and the
// number of an item, or the word «number», which says that the words before the mark
// are a number though none follow. A mark without a level is one more text or heading
// of the provision before.
//
//	#### 4.1.1. <!-- clause 4.1.1 level 3 -->Restoration of territorial integrity
//
// noteMark is the comment that says what a note is, with who wrote it.
var (
	blockMark = lazy.Regexp(`^<!-- (component|part|section|clause|paragraph|item|text|heading)(?: ("(?:[^"\\]|\\.)*"|\S+) level (\d+)(?: ("(?:[^"\\]|\\.)*"|number))?)? -->$`)
	noteMark  = lazy.Regexp(`^<!-- (footnote|comment|editorial|header|footer|eid|wid)(?: by ("(?:[^"\\]|\\.)*"))? -->$`)
)

// block takes a block: before and after are the words on both sides of its mark.
func (m *markedReader) block(n ast.Node, before, mark, after string) {
	if note := noteMark().FindStringSubmatch(mark); note != nil && m.last != nil {
		m.note(note, before, after)
		return
	}
	found := blockMark().FindStringSubmatch(mark)
	switch {
	case found == nil:
		m.unmarked(n, strings.TrimSpace(before+" "+after))
	case found[3] == "" && m.last != nil:
		words := strings.TrimSpace(before + " " + after)
		if found[1] == "heading" {
			m.last.Heading = words
		} else {
			m.last.Text = words
		}
	case found[3] != "":
		m.provision(n, found, before, after)
	}
}

// note adds a note to the last provision: before the comment its mark, after it its
// text, or the text alone on either side.
func (m *markedReader) note(found []string, before, after string) {
	n := revision.Note{Kind: revision.NoteKind(found[1]), Author: unquote(found[2]), Mark: before, Text: after}
	if after == "" {
		n.Mark, n.Text = "", before
	}
	if n.Text != "" {
		m.last.Notes = append(m.last.Notes, n)
	}
}

// provision opens a provision below the last one of the level above. A level that
// skips one, or a component below the top, was edited by hand into nonsense: such a
// block is kept as an unmarked one.
func (m *markedReader) provision(n ast.Node, found []string, before, after string) {
	p := &revision.Provision{Kind: revision.Kind(found[1]), EID: unquote(found[2])}
	level, err := strconv.Atoi(found[3])
	if err != nil || level > len(m.open) || level > maxTree || (level == 0) != (p.Kind == revision.KindComponent) {
		m.unmarked(n, strings.TrimSpace(before+" "+after))
		return
	}
	words := after
	switch {
	case p.Kind == revision.KindItem:
		p.Num, words = unquote(found[4]), strings.TrimSpace(before+" "+after)
	case after == "" && found[4] != "number":
		words = before
	default:
		p.Num = before
	}
	if _, heading := n.(*ast.Heading); heading {
		p.Heading = words
	} else {
		p.Text = words
	}
	if level == 0 {
		// The main component has the address of a preface in print, since an empty
		// one cannot be written.
		if p.EID == revision.PrefaceEID {
			p.EID = ""
		}
		m.components = append(m.components, p)
	} else {
		parent := m.open[level-1]
		parent.Children = append(parent.Children, p)
	}
	m.open = append(m.open[:level], p)
	m.last = p
}

// unmarked takes a block that was added without a mark: a paragraph of the innermost
// clause that is open, with a warning at its line. Before the first component there
// is nothing it could belong to; it is left out and the warning quotes it. Comments
// of others are no text.
func (m *markedReader) unmarked(n ast.Node, words string) {
	if words == "" || strings.HasPrefix(words, "<!--") {
		return
	}
	line := 0
	if lines := n.Lines(); n.Type() == ast.TypeBlock && lines != nil && lines.Len() > 0 {
		line = m.Line(lines.At(0).Start)
	}
	if len(m.open) == 0 {
		m.warnings = append(m.warnings, warned(flow.Place{Line: line}, flow.Odd(flow.Place{}, flow.OddBeforeText, strconv.Quote(words))))
		return
	}
	parent := m.open[0]
	for _, p := range m.open {
		if p.IsClause() {
			parent = p
		}
	}
	p := &revision.Provision{Kind: revision.KindParagraph, Text: words}
	parent.Children = append(parent.Children, p)
	m.last, m.edited = p, true
	m.warnings = append(m.warnings, warned(flow.Place{Line: line}, flow.Odd(flow.Place{}, flow.OddBlock, parent.Address())))
}

// unquote takes the quotation marks off an address or name that has them; any other
// is as it stands.
func unquote(s string) string {
	if u, err := strconv.Unquote(s); err == nil && strings.HasPrefix(s, `"`) {
		return u
	}
	return s
}
