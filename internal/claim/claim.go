// Package claim holds what publications say about provisions: a [Source], the
// [Claim] values quoted from it, and the [Flag] values that follow for a
// revision. The tool asserts nothing itself: a flag always names who says so,
// when, in which words, about which clause, and on what basis it is tied there.
package claim

// Source is a publication.
type Source struct {
	Key       string // file name without extension: "modern-az-2025-10-17"
	Publisher string
	Title     string
	Date      string // ISO 8601 calendar date of publication
	URL       string // as given, never fetched; may be ""
	Language  string
	Note      string // how the text was had, what a reader must know
	Claims    []*Claim
	// Quotations of the document itself that stand in the publication, to be
	// checked against the stored provisions.
	Quotations []Quotation
}

// Says is what a claim says of its provisions or subject.
type Says string

// What a claim can say.
const (
	Fulfilled Says = "fulfilled"
	Obsolete  Says = "obsolete"
	Expected  Says = "expected" // something new, or a change, is expected of the next revision
)

// Claim is one statement of one speaker in a source.
type Claim struct {
	Key     string // unique within the source
	Source  *Source
	Speaker string // a person, or the publication itself
	Role    string // the speaker's office, as the source gives it; may be ""
	Says    Says
	Quote   string   // the exact words, to the letter
	Gist    string   // what is said, in one neutral sentence of ours
	Cites   []string // addresses of the clauses that the source names or quotes
	Subject Subject
	Expects string // for Expected: "removal" or "addition"
}

// Subject is what the claim is about: the fact on which other provisions may
// rest, and the words by which those are recognised.
type Subject struct {
	Name  string
	Terms []Term
	Not   []Term // where one of these stands in the same sentence, it is not this subject
}

// Term is a group of phrases which must all stand in one sentence for the
// subject to be recognised. In a phrase "*" at the end of a word stands for any
// ending: "occup*".
type Term struct {
	All []string
}

// Quotation is a passage of the document as a publication quotes it.
type Quotation struct {
	Clause string // address of the clause quoted
	Text   string
	Note   string // e.g. "another translation"
}

// Basis says how a flag is tied to its provision.
type Basis string

// The bases of a flag.
const (
	Cited       Basis = "cited"        // the source names or quotes this clause
	SameSubject Basis = "same subject" // the provision rests on the fact that the claim is about
)

// Flag ties a claim to a provision. It is computed, never stored.
type Flag struct {
	Claim     *Claim
	Clause    string // address of the clause
	Provision string // address down to paragraph and item: "4.1.1/p4"
	Text      string // the provision's own text
	Basis     Basis
	Words     []string   // the words in the provision that tie it to the claim, as they stand there
	Treatment *Treatment // what the new revision did with it, nil without one
}

// Fate is what a new revision did with a flagged provision.
type Fate string

// The fates of a flagged provision.
const (
	CarriedOver Fate = "carried over"
	Amended     Fate = "amended"
	Moved       Fate = "moved"
	Removed     Fate = "removed"
)

// Treatment is what a new revision did with a flagged provision.
type Treatment struct {
	Fate Fate
	To   []string // addresses in the new revision
	// StillThere are the words that tie the provision to the claim and stand in
	// the new text still.
	StillThere []string
	NewText    string // the sentence or paragraph of the new revision, "" when removed
}
