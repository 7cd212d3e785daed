package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/util"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
)

// inline is the visible text of a block's inline content.
func (m *Reader) inline(n ast.Node) string {
	var b strings.Builder
	m.writeInline(&b, n, 0)
	return b.String()
}

// lines is inline with the line breaks of the source kept.
func (m *Reader) lines(n ast.Node) string {
	m.keepLines = true
	defer func() { m.keepLines = false }()
	return m.inline(n)
}

func (m *Reader) writeInline(b *strings.Builder, n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if last := m.raised(b, c, depth); last != nil {
			c = last
			continue
		}
		m.WriteNode(b, c, depth)
	}
}

// raised reads <sup>…</sup> and gives the closing tag: figures keep their height.
// It answers nil for any other node.
func (m *Reader) raised(b *strings.Builder, n ast.Node, depth int) ast.Node {
	if !m.isTag(n, "<sup>") {
		return nil
	}
	var up strings.Builder
	for c := n.NextSibling(); c != nil; c = c.NextSibling() {
		if m.isTag(c, "</sup>") {
			b.WriteString(flow.Raise(up.String(), b.Len() > 0))
			return c
		}
		m.WriteNode(&up, c, depth)
	}
	return nil // never closed
}

// isTag reports whether a node is that tag of HTML.
func (m *Reader) isTag(n ast.Node, tag string) bool {
	raw, ok := n.(*ast.RawHTML)
	return ok && strings.EqualFold(string(raw.Segments.Value(m.Src)), tag)
}

// WriteNode adds the visible text of inline content.
func (m *Reader) WriteNode(b *strings.Builder, c ast.Node, depth int) {
	switch c := c.(type) {
	case *ast.Text:
		value := c.Segment.Value(m.Src)
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
		b.Write(c.Label(m.Src))
	case *ast.RawHTML:
		b.WriteByte(' ')
	default:
		m.writeInline(b, c, depth+1)
	}
}

// lineBreak joins two source lines as the lines of a text are joined.
func (m *Reader) lineBreak(b *strings.Builder, t *ast.Text) {
	next := ""
	if s, ok := t.NextSibling().(*ast.Text); ok {
		next = string(s.Segment.Value(m.Src))
	}
	switch {
	case layout.BreaksWord(strings.TrimSpace(b.String()), strings.TrimSpace(next)):
	case m.keepLines:
		b.WriteByte('\n')
	default:
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
