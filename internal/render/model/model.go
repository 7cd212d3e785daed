// Package model is the document model of the formats: what a part of a report
// holds, as a small tree of sections, paragraphs and lists. A part is composed
// once, in package compose; text, Markdown and HTML walk over the same tree and
// decide nothing but how a node looks.
//
// All text in a tree is safe to show: the constructors make what would act
// instead of being read visible, see package plain.
package model

import (
	"strings"

	"conceptdiff/internal/render/plain"
)

// Mark says what a span is beside its words. No mark is told by colour alone.
type Mark int

// The marks.
const (
	Plain    Mark = iota
	Strong        // what the eye should find first
	Faint         // what may be passed over
	Deleted       // words of the old text that are gone
	Inserted      // words of the new text that are new
	Quoted        // words of a text or a source, in quotation marks
)

// Span is a run of text that looks the same.
type Span struct {
	Text string
	Mark Mark
	// Link is a fragment of the page, as plain.Anchor makes it, "" for none.
	// Formats without anchors leave it out.
	Link string
}

// Node is a [Section], a [Paragraph] or a [List].
type Node interface{ node() }

// Section is a part under a heading. ID is what a link leads to.
type Section struct {
	ID, Title string
	Nodes     []Node
}

// Paragraph is a paragraph of spans.
type Paragraph struct {
	Spans []Span
	Lead  bool // one that opens a part
}

// List is a list of items, each a paragraph and what stands under it.
type List struct{ Items []Item }

// Item is an item of a list. Copy is what a copy button gives: a true quotation
// with its citation; "" for none.
type Item struct {
	ID    string
	Spans []Span
	Under []Paragraph
	Copy  string
}

func (Section) node()   {}
func (Paragraph) node() {}
func (List) node()      {}

// Text is a plain span.
func Text(s string) Span { return Span{Text: plain.Visible(s)} }

// Marked is a span with a mark.
func Marked(s string, m Mark) Span { return Span{Text: plain.Visible(s), Mark: m} }

// Link is a span that leads to a clause or provision of a side, "old" or "new",
// or to a change, "".
func Link(s, side, address string) Span {
	return Span{Text: plain.Visible(s), Link: plain.Anchor(side, address)}
}

// Quote is words of a text, as they stand there.
func Quote(s string, m Mark) Span { return Span{Text: plain.Visible(strings.TrimSpace(s)), Mark: m} }

// Words is the text of a tree without its marks, for tests and measures.
func Words(nodes ...Node) string {
	var b strings.Builder
	spans := func(list []Span) {
		for _, s := range list {
			b.WriteString(s.Text)
		}
		b.WriteByte('\n')
	}
	for _, n := range nodes {
		switch n := n.(type) {
		case Section:
			b.WriteString(n.Title + "\n" + Words(n.Nodes...))
		case Paragraph:
			spans(n.Spans)
		case List:
			for _, it := range n.Items {
				spans(it.Spans)
				for _, p := range it.Under {
					spans(p.Spans)
				}
			}
		}
	}
	return b.String()
}
