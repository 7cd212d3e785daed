package form

import (
	"fmt"
	"strings"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// Boxes are the verdicts that have a box, in the order of the columns.
var Boxes = []review.Verdict{review.Obsolete, review.Fulfilled, review.Keep, review.Amend, review.Disputed}

// Empty is what an empty box looks like.
const Empty = "☐"

// Form is an agenda to be filled in.
type Form struct {
	Meta   revision.Meta
	Member string // who fills it in, "" for whoever does
	Rows   []Row
}

// Oddity says why a row cannot be read, in English: a catalogue has it in other languages.
type Oddity string

// The oddities. The later ones are found by who takes a form in.
const (
	SeveralCrosses Oddity = "several boxes are crossed: cross one"
	NoCross        Oddity = "it has a note and no cross"
	NoVerdict      Oddity = "its verdict is none of those there are"
	NoMember       Oddity = "it does not say which member filled it in"
	NoProvision    Oddity = "the text has no such provision"
	SeveralPlaces  Oddity = "its words stand in several places"
	NoColon        Oddity = "it does not begin with a verdict and a colon, as in «obsolete: it was closed»"
)

// Row is a provision that can be marked.
type Row struct {
	Address string
	Digest  string // of its words: the first [digits] characters when read
	Words   string
	Asked   []string // why it is on the agenda: who flags it, what members say

	// What is filled in, when read.
	Verdict review.Verdict // "" for none
	Note    string
	Place   string // in the file, for messages
	Odd     Oddity // why it cannot be read; "" when it can
}

// digits is how much of a digest stands in a code. Twelve hexadecimal digits tell the
// provisions of one text apart with certainty enough: an address stands beside them.
const digits = 12

// New makes the form of the topics of an agenda.
func New(r *revision.Revision, topics []review.Topic, member string) Form {
	f := Form{Meta: r.Meta, Member: member}
	for _, t := range topics {
		p := r.Find(t.Address)
		if p == nil {
			continue
		}
		row := Row{Address: t.Address, Digest: review.AnchorOf(r, p).Digest, Words: review.Words(p), Asked: t.Flags}
		f.Rows = append(f.Rows, row)
	}
	return f
}

// Code names the form: which text it is about.
func (f Form) Code() string {
	return fmt.Sprintf("conceptdiff form 1 %s %.12s", f.Meta.Label, f.Meta.Source.SHA256)
}

// Code names the row.
func (r Row) Code() string { return r.Address + " " + r.Digest[:min(digits, len(r.Digest))] }

// Is reports whether the row was about words with that digest.
func (r Row) Is(digest string) bool { return r.Digest != "" && strings.HasPrefix(digest, r.Digest) }
