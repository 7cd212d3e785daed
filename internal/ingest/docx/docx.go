// Package docx reads Word documents (Office Open XML, ECMA-376, transitional and
// strict) as a reader sees them in Word: automatic numbers are counted, fields
// show their result, hidden text is left out, footnotes and comments stand
// beside the text. Macros, links, pictures and embedded files are passed over;
// nothing outside the file is ever fetched.
//
// Files: parts finds the parts of the package, style and numbering hold what
// paragraphs refer to, count and numeral make the numbers, body, paragraph and
// table walk the text, change decides what a tracked change shows.
package docx

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/ingest/zipdoc"
)

// Is reports whether an archive is a Word document: by the part where Word puts its
// text, or, for other programs, by the type that its list of contents names.
// Documents with macros count: the macros are not read.
func Is(f *zipdoc.File) bool {
	return f.Has("word/document.xml") || strings.Contains(f.Head("[Content_Types].xml", 64<<10), "wordprocessingml.document.main") ||
		strings.Contains(f.Head("[Content_Types].xml", 64<<10), "ms-word.document.macroEnabled.main")
}

// Read reads a Word document. A document with tracked changes is refused with a
// [*flow.TrackedError] unless opts say which state is meant; those in comments,
// headers and footers do not count. Other errors are [*flow.Error]: a part is
// missing, damaged or beyond a limit, or there is no text.
//
// Line in the places of blocks is the number of the paragraph, from 1, counted
// through tables and text boxes.
func Read(f *zipdoc.File, opts flow.Options) (*flow.Document, error) {
	p, err := openParts(f)
	if err != nil {
		return nil, err
	}
	body := p.document.Child("w:body")
	if body == nil {
		return nil, &flow.Error{Msg: "the Word document has no body"}
	}
	if n := countTracked(p.document) + countTracked(p.footnotes) + countTracked(p.endnotes); n > 0 &&
		opts.Changes != flow.AcceptChanges && opts.Changes != flow.RejectChanges {
		return nil, &flow.TrackedError{Count: n}
	}
	r := newReader(p, opts)
	r.container(body)
	if len(r.fields) > 0 {
		// A field that is never closed would hide the rest of the text.
		r = newReader(p, opts)
		r.showFields = true
		r.container(body)
		r.doc.Warnings = append(r.doc.Warnings, flow.Odd(flow.Place{}, flow.OddField))
	}
	r.flush()
	r.margins()
	r.leftOut()
	if len(r.doc.Blocks) == 0 {
		return nil, &flow.Error{Msg: "the Word document holds no text", Hint: "if its pages are pictures, run text recognition (OCR) first"}
	}
	return r.doc, nil
}

// reader walks a document once, in document order: list counters, fields and notes
// depend on all that came before.
type reader struct {
	*parts
	doc        *flow.Document
	reject     bool // tracked changes are read as before they were made
	keepStruck bool // struck-out words are text
	counter    *counter
	// The paragraph at hand; it goes on over a paragraph mark that is deleted or
	// hidden.
	para *paragraph
	// Paragraph elements so far, empty ones included: the place that is told.
	paragraphs int // so far
	fields     []*field
	// Fields nest, the innermost last (ECMA-376 17.16). Their codes are not shown,
	// what stands between separate and end is.
	codes      int // fields that are open and have not come to their result
	tocs       int // tables of contents that are open
	showFields bool
	noteText   bool // inside a note or margin: nothing is numbered nor noted
	notes      map[string]int
	taken      map[*xmltree.Node]bool // notes and comments: each is read once
	hidden     int                    // pieces of hidden text
	pictures   int
	chunks     int
}

// newReader is a reader at the beginning of the document.
func newReader(p *parts, opts flow.Options) *reader {
	return &reader{
		parts: p, reject: opts.Changes == flow.RejectChanges, keepStruck: opts.Struck == flow.KeepStruck,
		doc:     &flow.Document{},
		counter: newCounter(), notes: map[string]int{}, taken: map[*xmltree.Node]bool{},
	}
}

// leftOut says what the text does not tell.
func (r *reader) leftOut() {
	r.doc.LeftOut(r.pictures, flow.OddPictures)
	r.doc.LeftOut(r.hidden, flow.OddHidden)
	r.doc.LeftOut(r.chunks, flow.OddEmbedded)
	r.doc.LeftOut(r.counter.unknown, flow.OddNumberFormat)
}

// margins lists the headers and footers as dropped, each text once: three kinds of
// page in ten sections repeat them.
func (r *reader) margins() {
	seen := map[string]bool{}
	for _, m := range r.parts.margins {
		text := r.plainText(m.root)
		if text == "" || seen[text] {
			continue
		}
		seen[text] = true
		r.doc.Dropped = append(r.doc.Dropped, flow.Dropped{Text: text, Why: m.why})
	}
}

// plainText is the text below n on one line, as a note or a margin holds it: its
// paragraphs joined by spaces, with a counter of lists of its own. Notes inside it
// are not read.
func (r *reader) plainText(n *xmltree.Node) string {
	inner := &reader{
		parts: r.parts, reject: r.reject, keepStruck: r.keepStruck, doc: &flow.Document{}, counter: newCounter(),
		noteText: true, notes: map[string]int{}, taken: map[*xmltree.Node]bool{},
	}
	inner.container(n)
	inner.flush()
	var b strings.Builder
	for _, blk := range inner.doc.Blocks {
		for _, s := range []string{blk.Num, blk.Text} {
			b.WriteByte(' ')
			b.WriteString(s)
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
