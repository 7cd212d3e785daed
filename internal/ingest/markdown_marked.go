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

// markedHeader opens Markdown that «show --format md» wrote.
const markedHeader = "---\nconceptdiff: revision/1\n"

func isMarked(_ string, data []byte) bool {
	const head = 64
	start := bytes.ReplaceAll(data[:min(len(data), head)], []byte("\r\n"), []byte("\n"))
	return bytes.HasPrefix(start, []byte(markedHeader))
}

// readMarked reads Markdown in which comments say what each block is. What
// somebody added without one becomes a paragraph, with a warning.
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

// markedReader opens provisions as their blocks come.
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

// split cuts a block's text at the comment that says what it is.
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

func (m *markedReader) note(found []string, before, after string) {
	n := revision.Note{Kind: revision.NoteKind(found[1]), Author: unquote(found[2]), Mark: before, Text: after}
	if after == "" {
		n.Mark, n.Text = "", before
	}
	if n.Text != "" {
		m.last.Notes = append(m.last.Notes, n)
	}
}

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

// unmarked takes a block that was added without a mark.
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

func unquote(s string) string {
	if u, err := strconv.Unquote(s); err == nil && strings.HasPrefix(s, `"`) {
		return u
	}
	return s
}
