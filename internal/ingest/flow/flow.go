// Package flow is what a reader of a laid-out format (a web page, a word
// processor's file, a PDF) hands on: the text as a sequence of blocks, and what
// it took out of it. Which block is a provision, and below which other it
// stands, is not the reader's business; see package ingest.
package flow

import (
	"fmt"

	"conceptdiff/internal/revision"
)

// Document is a file as its reader understood it.
type Document struct {
	Blocks   []Block
	Encoding string // of the characters in the file, as the reader found it
	Language string // BCP 47 tag that the file itself gives, "" if none
	Dropped  []Dropped
	Warnings []Warning
	// Struck lists the words that are struck out: in the order of the text, left
	// out of it unless [Options] keep them.
	Struck []Dropped
}

// LeftOut warns once of what the text does not tell, unless there is none of it; n is
// how many there are of the kind.
func (d *Document) LeftOut(n int, what Oddity) {
	if n > 0 {
		d.Warnings = append(d.Warnings, Odd(Place{}, what, n))
	}
}

// Block is a run of text that belongs together: a paragraph, a heading, an item
// of a list, a row of a table. A line break inside its text is one that somebody
// put there by hand: a label after it opens a block of its own.
type Block struct {
	Place
	// Num is the number or bullet that the format prints before the text
	// («2.», «a)», «•») and does not hold as text. When it is empty, the block's
	// label, if it has one, opens the text.
	Num    string
	Text   string
	Level  int  // of a heading that the format marks as one, from 1; 0 for other blocks
	Depth  int  // how many lists the block stands in
	Indent int  // columns (about the width of a letter) that it stands in beyond those lists
	Plain  bool // never a heading
	Row    bool // of a table: what opens it is no label
	Struck bool // words of it are struck out and left out
	Notes  []revision.Note
}

// Place says where in a file something stands.
type Place struct {
	Page int // from 1; 0 where the format has no pages
	Line int // from 1: of the page or of the file; in a format without lines the paragraph; 0 when none is meant
}

// String is the place in words, «page 3, line 12»; "" for none.
func (p Place) String() string {
	switch {
	case p.Page > 0 && p.Line > 0:
		return fmt.Sprintf("page %d, line %d", p.Page, p.Line)
	case p.Page > 0:
		return fmt.Sprintf("page %d", p.Page)
	case p.Line > 0:
		return fmt.Sprintf("line %d", p.Line)
	}
	return ""
}

// Dropped is visible text that is not part of the document's own, and why.
type Dropped struct {
	Place
	Text string
	Why  string
}

// Warning is something that a person should look at.
type Warning struct {
	Place
	Text string // what it says, in English
	Says Oddity // the same as a phrase with its arguments
	Args []any
}

// Options say how a file is to be read.
type Options struct {
	Changes Changes
	Struck  Struck
}

// Struck says what becomes of words that a line runs through.
type Struck string

// The ways to treat struck-out words. The zero value refuses them in a text that
// bears the marks of a consolidation, where they are no longer in force, and
// drops them in any other.
const (
	DropStruck   Struck = "drop"
	KeepStruck   Struck = "keep"
	RefuseStruck Struck = "ask-error"
)

// StruckError says that a file holds struck-out words and nobody said whether
// they are part of the text.
type StruckError struct{ Struck []Dropped }

func (e *StruckError) Error() string {
	if len(e.Struck) == 1 {
		return "the file holds words that are struck out at 1 place"
	}
	return fmt.Sprintf("the file holds words that are struck out at %d places", len(e.Struck))
}

// AddStruck notes runs of struck-out words at a place. It reports whether there are
// any.
func (d *Document) AddStruck(at Place, words []string) bool {
	for _, w := range words {
		d.Struck = append(d.Struck, Dropped{Place: at, Text: w, Why: WhyStruck})
	}
	return len(words) > 0
}

// WhyStruck is why struck-out words are dropped.
const WhyStruck = "struck out"

// Changes says which state of a file with tracked changes is meant.
type Changes string

// The ways to treat tracked changes. The zero value refuses them too.
const (
	RefuseChanges Changes = "ask-error"
	AcceptChanges Changes = "accept"
	RejectChanges Changes = "reject"
)

// TrackedError says that a file holds tracked changes and nobody said which
// state of it is meant.
type TrackedError struct {
	Count int // of insertions, deletions and moves
}

func (e *TrackedError) Error() string {
	if e.Count == 1 {
		return "the file holds 1 tracked change"
	}
	return fmt.Sprintf("the file holds %d tracked changes", e.Count)
}

// Error says why a file cannot be read.
type Error struct {
	Place
	Msg  string
	Hint string // what to do, "" if there is nothing to say
}

func (e *Error) Error() string {
	if w := e.Place.String(); w != "" {
		return w + ": " + e.Msg
	}
	return e.Msg
}
