// Package model is the document model of the formats: a document as a small tree
// of sections, paragraphs, lists, tables, quotations, warnings and rows of changed
// text. It is composed once, in package compose or sheet; text, Markdown, Word, PDF
// and HTML walk over the same tree and decide nothing but how a node looks.
//
// All text in a tree is safe to show: the constructors make what would act instead of
// being read visible, see package plain. Rows hold texts as they stand; each format
// makes them safe as it writes them. Nothing in a tree points upwards or sideways: a
// format needs no more than the node at hand and where it stands.
package model

import (
	"strings"

	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Document is a document from its title to its end, in one language.
type Document struct {
	Title    string
	Name     string // what a file is called that holds it
	Banner   string // the warnings in a few words, for every page; "" for none
	Date     string // of the latest text, ISO 8601; "" when it bears none
	Language string // of all that is ours (BCP 47)
	Nodes    []Node
}

// Mark says what a span is beside its words. No mark is told by colour alone: each
// format that shows one does it also by strike-through, underline or words.
type Mark int

// The marks.
const (
	Plain     Mark = iota
	Strong         // what the eye should find first
	Faint          // what may be passed over
	Aside          // what stands in place of text that is left out
	Deleted        // words of the old text that are gone
	Inserted       // words of the new text that are new
	MovedAway      // words of the old text that stand elsewhere in the new one
	MovedHere      // words of the new text that stood elsewhere in the old one
	Quoted         // words of a text or a source, as they stand there
	Found          // such words by which something was recognised
	Code           // characters to be compared one by one: a digest
)

// Span is a run of text that looks the same. Text may be white space; a format trims
// at the ends of lines.
type Span struct {
	Text string
	Mark Mark
	// Link is a fragment of the document, as plain.Anchor makes it, or the address
	// of a page; "" for none. A format without anchors, and one whose document has
	// no such place, leave it out.
	Link string
	// Language is that of foreign words (BCP 47); "" for words of ours, and where it
	// is not known.
	Language string
}

// Node is a [Section], [Paragraph], [Warning], [Quotation], [List], [Table], [Legend],
// [Passages], [Account], [Tags], [Fold], [Beside] or [OnPage]. The list is closed: a walk
// over pages has a case for each, one over [Flat] nodes for the first eight.
type Node interface{ node() }

// Section is a part under a heading, which may hold others. At are the fragments that
// lead to it; the level of the heading follows from how many sections are around.
type Section struct {
	At    []string
	Title string
	Nodes []Node
	Fold  bool // a page folds it away, its heading alone shown, until it is asked for
	// Change is the change that the section tells; nil for others.
	Change *report.Change
}

// Paragraph is a paragraph of spans. At and Copy are as those of an [Item].
type Paragraph struct {
	Spans []Span
	Apart bool // it begins something new among its neighbours
	At    []string
	Copy  string
}

// Warning says what a reader must know before all else: that a text is not in force,
// or that not all of it is shown. Title or Text may be "".
type Warning struct{ Title, Text string }

// Quotation is a passage of a source, and what is said of it. Reported is what others
// say that it said: its own words are not held.
type Quotation struct {
	Spans    []Span
	Reported bool
	Under    []Node
}

// List is a list of items.
type List struct{ Items []Item }

// Item is an item of a list, and what stands under it.
type Item struct {
	At    []string // fragments that lead to it
	Label Span     // what it is about, before its spans: an address; empty for none
	Sign  Sign
	Warn  bool // it calls for a look
	Spans []Span
	// See are links to where it stands, for a page that holds the texts whole; other
	// formats leave them out.
	See   []Span
	Under []Node
	// Copy is what a copy button gives: a true quotation with its citation; ""
	// for none.
	Copy string
}

// Sign says what an item of a list is. A format may show it; the words say it, too.
type Sign int

// The signs.
const (
	Dot    Sign = iota
	None        // a line of its own
	Member      // a mark that a member put, or a decision
	Flag        // what a source speaks of
	Query       // what is to be checked
)

// Table is a table with a row of headings.
type Table struct {
	Head [][]Span
	Rows [][]Cell
	// Figures: all columns but the first hold figures, which sentences before the table
	// say, too; its last row sums up the others.
	Figures bool
	Short   bool // the cells are of one line, and short but for those of the last column
	// Instead says the same for a format that has no tables; nil where such a format
	// can write rows one below the other.
	Instead []Node
}

// Cell is a cell of a table, a line or several.
type Cell [][]Span

// Legend shows how changed words are marked. Across is that of rows which stand in
// two columns, which say it themselves.
type Legend struct{ Across bool }

// Passages are rows of changed text: Rows, or those of a change. Old and New head the
// columns of those that stand in two; the others stand as a format likes it best. More
// rows that were left out are counted.
type Passages struct {
	Rows     []report.Row
	Of       *report.Change
	Full     bool // unchanged rows are shown, too, and not only counted
	Old, New string
	More     int
	// OldLanguage and NewLanguage are those of the texts (BCP 47), "" where unknown.
	OldLanguage, NewLanguage string
}

func (Section) node()   {}
func (Paragraph) node() {}
func (Warning) node()   {}
func (Quotation) node() {}
func (List) node()      {}
func (Table) node()     {}
func (Legend) node()    {}
func (Passages) node()  {}

// Text is a plain span. Like all of these it makes control characters visible.
func Text(s string) Span { return Span{Text: plain.Visible(s)} }

// Marked is a span with a mark.
func Marked(s string, m Mark) Span { return Span{Text: plain.Visible(s), Mark: m} }

// Link is a span that leads to a clause or provision of a side, "old" or "new", or to
// a change, "". What it leads to need not be in the document: see [Span].
func Link(s, side, address string) Span {
	return Span{Text: plain.Visible(s), Link: plain.Anchor(side, address)}
}

// Quote is words of a text, as they stand there, white space at the ends aside; the
// quotation marks are the format's.
func Quote(s string, m Mark) Span { return Span{Text: plain.Visible(strings.TrimSpace(s)), Mark: m} }

// Para is a paragraph of one span.
func Para(s string, m Mark) Paragraph { return Paragraph{Spans: []Span{Marked(s, m)}} }

// Line is a cell of one line.
func Line(spans ...Span) Cell { return Cell{spans} }

// Words is the text of spans without their marks.
func Words(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Text)
	}
	return b.String()
}
