package markdown

import (
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
)

// inline is the visible text of a block's inline content, struck-out words between
// the marks of package flow.
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

// writeInline adds the visible text below n. Tags of HTML that pair up are taken with
// all that stands between them; depth counts the elements around.
func (m *Reader) writeInline(b *strings.Builder, n ast.Node, depth int) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		last := m.raised(b, c, depth)
		if last == nil {
			last = m.struckTags(b, c, depth)
		}
		if last != nil {
			c = last
			continue
		}
		m.WriteNode(b, c, depth)
	}
}

// words is the visible text of a block's inline content without what is struck out
// in it, which is noted.
func (m *Reader) words(n ast.Node) string {
	return m.cutStruck(n, m.inline(n))
}

// cutStruck cuts the struck-out words out of the text of a block and lists them with
// its line. Where nothing else stands in it, the number that it opens with is left
// for [Reader.add], which marks the block as struck out whole: the number stays as a
// place that nothing fills.
func (m *Reader) cutStruck(n ast.Node, marked string) string {
	text, words := flow.CutStruck(marked, m.keepStruck)
	line := 0
	if lines := n.Lines(); n.Type() == ast.TypeBlock && lines != nil && lines.Len() > 0 {
		line = m.Line(lines.At(0).Start)
	}
	before := len(m.Struck)
	for _, s := range words {
		m.Struck = append(m.Struck, flow.Dropped{Place: flow.Place{Line: line}, Text: s, Why: flow.WhyStruck})
	}
	label, marks, gone := flow.OnlyLabel(text)
	if len(words) == 0 || !gone {
		return text
	}
	number := layout.SettleStruck(m.Struck[before:], label, marks)
	m.gone = number != ""
	return number
}

// struckTags reads <s>…</s>, <del>…</del>, <strike>…</strike> and gives the closing
// tag, after which the caller goes on. It answers nil for any other node, for a tag
// that is never closed, and where struck-out words are not looked for.
func (m *Reader) struckTags(b *strings.Builder, n ast.Node, depth int) ast.Node {
	for _, tag := range struckTags {
		if !m.isTag(n, "<"+tag+">") || !m.strikes {
			continue
		}
		var out strings.Builder
		for c := n.NextSibling(); c != nil; c = c.NextSibling() {
			if m.isTag(c, "</"+tag+">") {
				b.WriteString(flow.StruckFrom + out.String() + flow.StruckTo)
				return c
			}
			m.WriteNode(&out, c, depth)
		}
	}
	return nil
}

// struckTags are the tags of HTML whose words are struck out.
var struckTags = []string{"s", "del", "strike"}

// strikethrough writes ~~struck out~~ words; one tilde on each side is text. The
// parser takes one as well («H~2~O»), and does not say which it was: the source
// before the first text tells.
func (m *Reader) strikethrough(b *strings.Builder, n *extast.Strikethrough, depth int) {
	var inner strings.Builder
	m.writeInline(&inner, n, depth+1)
	if start := firstText(n); start >= 2 && strings.HasSuffix(strings.TrimRight(string(m.Src[:start]), "*_`["), "~~") {
		b.WriteString(flow.StruckFrom + inner.String() + flow.StruckTo)
		return
	}
	b.WriteString("~" + inner.String() + "~")
}

// firstText is the offset in bytes at which the first text in inline content begins
// in the source, -1 where there is none.
func firstText(n ast.Node) int {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if t, ok := c.(*ast.Text); ok {
			return t.Segment.Start
		}
		if at := firstText(c); at >= 0 {
			return at
		}
	}
	return -1
}

// raised reads <sup>…</sup> and gives the closing tag: figures keep their height. It
// answers nil for any other node, and for a tag that is never closed.
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

// isTag reports whether a node is that tag of HTML, without attributes.
func (m *Reader) isTag(n ast.Node, tag string) bool {
	raw, ok := n.(*ast.RawHTML)
	return ok && strings.EqualFold(string(raw.Segments.Value(m.Src)), tag)
}

// WriteNode adds the visible text of inline content: a link by its words, an entity
// by its character, a tag of HTML by what it leaves between words. depth is the caller's, 0 for a block's
// own.
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
		b.WriteString(tagGap(string(c.Segments.Value(m.Src))))
	case *extast.FootnoteLink:
		m.refer(c.Index)
	case *extast.Strikethrough:
		m.strikethrough(b, c, depth)
	default:
		m.writeInline(b, c, depth+1)
	}
}

// tagGap is what a tag or comment of HTML leaves between the words around it: nothing
// where it is one of the standard's phrasing elements, which stand inside words
// («H<sub>2</sub>O»), a space where it may part them («<br>», «</td>»).
func tagGap(tag string) string {
	name := strings.ToLower(strings.TrimLeft(tag, "</"))
	if i := strings.IndexFunc(name, func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') }); i >= 0 {
		name = name[:i]
	}
	switch name {
	case "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q", "samp", "small", "span",
		"strong", "sub", "sup", "tt", "u", "var", "wbr":
		return ""
	}
	if strings.HasPrefix(tag, "<!--") {
		return ""
	}
	return " "
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

// stripTags leaves out the tags and comments of HTML; with strikes, those of
// struck-out words become marks. A «<» that opens nothing to be closed is text, and
// so is all after it.
func stripTags(s string, strikes bool) string {
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
		mark := tagGap(s[:skip+j+len(end)])
		if tag := strings.ToLower(s[:skip+j+len(end)]); strikes && strings.HasPrefix(tag, "</") && slices.Contains(struckTags, tag[2:len(tag)-1]) {
			mark = flow.StruckTo
		} else if strikes && slices.Contains(struckTags, tag[1:len(tag)-1]) {
			mark = flow.StruckFrom
		}
		b.WriteString(mark)
		s = s[skip+j+len(end):]
	}
	b.WriteString(s)
	return b.String()
}
