package pdf

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/report"
)

// Diff writes a comparison as a PDF file on A4 pages. The error is that of w, or of
// fpdf where it cannot write the file.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	return document(w, compose.Comparison(&r, o), false)
}

// Report writes a report as a PDF file on A4 pages.
func Report(w io.Writer, r report.Report, o render.Options) error {
	return document(w, compose.Report(&r, o), false)
}

// Sheet writes a sheet as a PDF file on A4 pages across: its tables have many columns.
func Sheet(w io.Writer, s sheet.Sheet, _ render.Options) error {
	return document(w, s.Document(), true)
}

func document(w io.Writer, d model.Document, across bool) error {
	return set(d, across).output(w)
}

// set sets a document on pages. Fragments are found first, so that a link can lead to
// what comes later and none leads nowhere.
func set(d model.Document, across bool) *paper {
	p := newPaper(across, about{title: d.Name, language: d.Language, banner: d.Banner, date: d.Date})
	p.page()
	s := &setter{p: p, Phrases: phrase.In(d.Language), language: d.Language, places: map[string]bool{}}
	s.find(d.Nodes)
	s.heading(model.Section{Title: d.Title}, 1)
	s.nodes(d.Nodes, 2, 0)
	return p
}

// setter sets the nodes of a document one below the other.
type setter struct {
	p *paper
	phrase.Phrases
	language string
	places   map[string]bool // the fragments that there are
}

// The sizes of letters, in points, and what a list is made of.
const (
	bodySize = 9.6
	rowSize  = 8.6 // of tables
	listStep = 5.0 // millimetres that a list stands in
	bullet   = "•  "
)

// headingSizes are in points, by level from 1 on; deeper levels look like the sixth.
var headingSizes = [...]float64{1: 17, 2: 13.5, 3: 11, 4: 10, 5: 10, 6: 10}

// find notes the fragments of nodes. Sections, paragraphs and items of lists have them.
func (s *setter) find(nodes []model.Node) {
	for n := range model.Flat(nodes) {
		switch n := n.(type) {
		case model.Section:
			s.note(n.At)
			s.find(n.Nodes)
		case model.Paragraph:
			s.note(n.At)
		case model.List:
			for _, it := range n.Items {
				s.note(it.At)
				s.find(it.Under)
			}
		}
	}
}

// note remembers fragments.
func (s *setter) note(at []string) {
	for _, fragment := range at {
		s.places[fragment] = true
	}
}

// nodes sets nodes, sections among them under headings of that level, the others
// depth lists deep. A section stands at the margin, however deep the list it is in.
func (s *setter) nodes(nodes []model.Node, level, depth int) {
	for n := range model.Flat(nodes) {
		switch n := n.(type) {
		case model.Section:
			s.p.within("Sect", func() {
				s.heading(n, level)
				s.nodes(n.Nodes, level+1, 0)
			})
		case model.Paragraph:
			s.write(para{spans: s.spans(n.Spans, style{}), at: n.At}, depth)
		case model.Warning:
			s.warning(n)
		case model.Quotation:
			s.p.within("BlockQuote", func() {
				s.write(para{spans: s.spans(n.Spans, style{color: quietColor})}, depth+1)
			})
			s.nodes(n.Under, level, depth+1)
		case model.List:
			s.p.within("L", func() { s.list(n, level, depth) })
		case model.Table:
			s.table(n)
		case model.Legend:
			s.write(para{spans: s.legend()}, depth)
		case model.Passages:
			s.passages(n)
		}
	}
}

// write sets a paragraph depth lists deep. The size and the room below are those of
// the running text unless p says otherwise.
func (s *setter) write(p para, depth int) {
	if p.size == 0 {
		p.size, p.after = bodySize, 1.6
	}
	p.indent += listStep * float64(depth)
	s.p.write([]para{p}, margin, s.p.wide)
}

// aside says what is left out.
func (s *setter) aside(text string) {
	s.write(para{spans: s.spans([]model.Span{model.Marked("… "+text, model.Aside)}, style{})}, 0)
}

// heading sets the heading of a section and enters it into the outline. It stands on
// one page with the beginning of what follows. The outline has the document itself as
// its first level.
func (s *setter) heading(n model.Section, level int) {
	level = min(level, len(headingSizes)-1)
	p := para{spans: []span{{text: n.Title, style: style{bold: true}}}, size: headingSizes[level], after: 1.6, keep: true, at: n.At}
	if level > 1 {
		p.before = 4
	}
	if _, height := layout(s.p, []para{p}, s.p.wide); s.p.room() < height+beginning(n.Nodes) {
		s.p.page()
	}
	p.about = s.p.in.add("H" + strconv.Itoa(level))
	s.p.bookmark(n.Title, level-1)
	s.write(p, 0)
}

// beginning is how much room what follows a heading takes at the least, in
// millimetres. A heading takes 12, some lines of text 14, the head of a table and its
// first row 42: about what each needs so as not to stand alone at the foot of a page.
func beginning(nodes []model.Node) float64 {
	const lines, rows, heading = 14, 42, 12
	flat := slices.Collect(model.Flat(nodes))
	if len(flat) == 0 {
		return 0
	}
	switch n := flat[0].(type) {
	case model.Section:
		return heading + beginning(n.Nodes)
	case model.Table:
		return rows
	case model.Paragraph: // perhaps what is said of rows
		if len(flat) > 1 {
			return lines/2 + beginning(flat[1:2])
		}
	case model.Passages:
		if n.Old != "" {
			return rows
		}
	}
	return lines
}

// warning sets a warning in a frame. The title is bold, with a full stop after it
// where words follow.
func (s *setter) warning(n model.Warning) {
	var spans []span
	if n.Title != "" {
		spans = append(spans, span{text: n.Title, style: style{bold: true}})
	}
	if n.Title != "" && n.Text != "" {
		spans = append(spans, span{text: ". ", style: style{bold: true}})
	}
	s.p.notice(append(spans, span{text: n.Text}), bodySize)
}

// list sets the items of a list, each behind a bullet, further in by depth. What
// stands under an item is content of its element, set in as far.
func (s *setter) list(l model.List, level, depth int) {
	for _, it := range l.Items {
		s.p.within("LI", func() {
			p := para{size: bodySize, after: 0.8, at: it.At, hang: s.p.width(bullet, "", bodySize)}
			p.spans = append(p.spans, span{text: bullet, about: s.p.in.add("Lbl")})
			if it.Label.Text != "" {
				p.spans = append(p.spans, span{text: it.Label.Text + " ", style: style{bold: true}})
			}
			p.spans = append(p.spans, s.spans(it.Spans, style{})...)
			p.about = s.p.in.add("LBody")
			s.write(p, depth+1)
			s.nodes(it.Under, level, depth+1)
		})
	}
	s.p.y += 0.8
}

// spans are spans of the document, with links to what stands in it. A link that leads
// nowhere here is text. Its element is made when it is drawn, as it belongs to that
// of its paragraph.
func (s *setter) spans(spans []model.Span, base style) []span {
	var out []span
	for _, sp := range spans {
		look := span{text: sp.Text, style: marked(sp.Mark, base)}
		if look.to = s.target(sp.Link); look.to != "" {
			look.about = &element{kind: "Link"}
			look.color = linkColor
		}
		out = append(out, look)
	}
	return out
}

// target is where a link leads: the fragment, or that of what encloses it: of an item
// of a list the clause. "" where the document has neither. Fragments are addresses,
// from which the last step is taken until one is found:
//
//	new-4.1.1/p4/i2   →   new-4.1.1/p4   →   new-4.1.1
func (s *setter) target(fragment string) string {
	if phrase.WebLink(fragment) {
		return fragment
	}
	for fragment != "" && !s.places[fragment] {
		fragment = fragment[:max(0, strings.LastIndexByte(fragment, '/'))]
	}
	return fragment
}
