package pdf

import (
	"bytes"
	"html"
	"io"
	"slices"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/report"
)

// Diff writes a comparison as a PDF file on A4 pages.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	return document(w, r, o, markdown.Diff)
}

// Report writes a report as a PDF file on A4 pages.
func Report(w io.Writer, r report.Report, o render.Options) error {
	return document(w, r, o, markdown.Report)
}

// document sets the Markdown form of a document: what it says, this says.
func document(w io.Writer, r report.Report, o render.Options, write func(io.Writer, report.Report, render.Options) error) error {
	var source bytes.Buffer
	if err := write(&source, r, o); err != nil {
		return err
	}
	title := r.New.Title
	if title == "" {
		title = r.Old.Title
	}
	language := o.Language
	if language == "" {
		language = "en"
	}
	p := newPaper(false, about{
		title: strings.TrimPrefix(title+": "+r.Old.Label+" → "+r.New.Label, ": "), language: language, banner: o.Phrases().RunningHead(&r), date: max(r.Old.Date, r.New.Date),
	})
	p.page()
	s := &setter{p: p, source: source.Bytes()}
	root := goldmark.New(goldmark.WithExtensions(extension.Strikethrough, extension.Table)).Parser().Parse(text.NewReader(s.source))
	s.blocks(root, 0)
	return p.output(w)
}

// setter sets the blocks of a Markdown document one below the other.
type setter struct {
	p      *paper
	source []byte
}

const bodySize = 9.6

var headingSizes = [...]float64{1: 17, 2: 13.5, 3: 11, 4: 10, 5: 10, 6: 10}

// blocks sets the blocks below n, depth lists deep.
func (s *setter) blocks(n ast.Node, depth int) {
	for b := n.FirstChild(); b != nil; b = b.NextSibling() {
		switch b := b.(type) {
		case *ast.Heading:
			s.heading(b)
		case *ast.Blockquote:
			s.quote(b)
		case *ast.List:
			s.list(b, depth)
		case *extast.Table:
			s.table(b)
		case *ast.Paragraph, *ast.TextBlock:
			s.write(para{spans: s.spans(b, style{}, true), size: bodySize, after: 1.6}, depth)
		default:
			s.blocks(b, depth)
		}
	}
}

func (s *setter) write(p para, depth int) {
	p.indent += 5 * float64(depth)
	s.p.write([]para{p}, margin, s.p.wide)
}

func (s *setter) heading(h *ast.Heading) {
	p := para{spans: s.spans(h, style{bold: true}, false), size: headingSizes[h.Level], after: 1.6, keep: true}
	if h.Level > 1 {
		p.before = 4
	}
	if s.p.room() < 30 {
		s.p.page()
	}
	s.p.bookmark(plainText(p.spans), h.Level-1)
	s.write(p, 0)
}

// quote sets what is quoted, in a frame when it warns: notices are all that is
// strong there.
func (s *setter) quote(q *ast.Blockquote) {
	for b := q.FirstChild(); b != nil; b = b.NextSibling() {
		spans := s.spans(b, style{}, false)
		if len(spans) > 0 && spans[0].bold {
			s.p.notice(spans, bodySize)
			continue
		}
		for i := range spans {
			spans[i].color = quietColor
		}
		s.write(para{spans: spans, size: bodySize, after: 1.6}, 1)
	}
}

func (s *setter) list(l *ast.List, depth int) {
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		first := true
		for b := item.FirstChild(); b != nil; b = b.NextSibling() {
			if inner, ok := b.(*ast.List); ok {
				s.list(inner, depth+1)
				continue
			}
			p := para{spans: s.spans(b, style{}, true), size: bodySize, after: 0.8}
			if first {
				p.spans = append([]span{{"•  ", style{}}}, p.spans...)
				p.hang = s.p.width("•  ", "", bodySize)
			}
			first = false
			s.write(p, depth+1)
		}
	}
	s.p.y += 0.8
}

// table sets a table: figures in narrow columns, texts in equal ones.
func (s *setter) table(t *extast.Table) {
	const size = 8.6
	g := &grid{p: s.p, size: size}
	figures := slices.Contains(t.Alignments, extast.AlignRight) // strong ones are sums
	var rows []*gridRow
	for r := t.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []gridCell
		_, head := r.(*extast.TableHeader)
		for c := r.FirstChild(); c != nil; c = c.NextSibling() {
			spans := s.spans(c, style{bold: head}, !head && !figures)
			if head {
				g.header = append(g.header, []para{{spans: spans, size: size}})
				continue
			}
			cells = append(cells, gridCell{steps: [][]para{{{spans: spans, size: size}}}})
		}
		if !head {
			rows = append(rows, &gridRow{cells: cells})
		}
	}
	g.widths = columnWidths(t, s.p.wide)
	g.begin()
	for _, r := range rows {
		if len(r.cells) == len(g.widths) {
			g.row(r)
		}
	}
	g.end()
	s.p.y += 2.5
}

// columnWidths gives columns of figures, which are set to the right, little room.
func columnWidths(t *extast.Table, wide float64) []float64 {
	const figures = 22.0 // millimetres
	widths := make([]float64, len(t.Alignments))
	texts, rest := 0, wide
	for _, a := range t.Alignments {
		if a == extast.AlignRight {
			rest -= figures
		} else {
			texts++
		}
	}
	for i, a := range t.Alignments {
		switch {
		case a == extast.AlignRight:
			widths[i] = figures
		case i == 0 && texts == len(widths) && texts == 3: // names of facts, and both sides
			widths[i] = 0.16 * wide
		case texts == len(widths) && texts == 3:
			widths[i] = 0.42 * wide
		default:
			widths[i] = rest / float64(texts)
		}
	}
	return widths
}

// spans are the inline parts of a block. Strong words are inserted ones where
// marks are meant.
func (s *setter) spans(n ast.Node, base style, marks bool) []span {
	var out []span
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		look := base
		switch c := c.(type) {
		case *ast.Text:
			t := unescape(string(c.Value(s.source)))
			if c.SoftLineBreak() || c.HardLineBreak() {
				t += " "
			}
			out = append(out, span{t, base})
			continue
		case *ast.String:
			out = append(out, span{string(c.Value), base})
			continue
		case *ast.Emphasis:
			switch {
			case c.Level < 2:
				look.italic = true
			case marks:
				look.bold, look.underline, look.color = true, true, insertedColor
			default:
				look.bold = true
			}
		case *extast.Strikethrough:
			look.strike, look.color = true, deletedColor
		}
		out = append(out, s.spans(c, look, marks)...)
	}
	return out
}

// unescape takes back what Markdown escapes: backslashes before punctuation, and
// entities.
func unescape(s string) string {
	if !strings.ContainsAny(s, `\&`) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && strings.IndexByte("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", s[i+1]) >= 0:
			i++
			b.WriteByte(s[i])
		case s[i] == '&':
			end := strings.IndexByte(s[i:], ';')
			if end < 0 {
				b.WriteByte('&')
				continue
			}
			b.WriteString(html.UnescapeString(s[i : i+end+1]))
			i += end
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func plainText(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.text)
	}
	return b.String()
}
