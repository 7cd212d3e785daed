// Package claim holds what publications say about provisions: a [Source], the
// [Claim] values quoted from it, and the [Flag] values that follow for a
// revision. The tool asserts nothing itself: a flag always names who says so,
// when, in which words, about which clause, and on what basis it is tied there.
//
// The way through it: [Parse] reads one source, [Flags] ties its claims to a
// revision, [Against] adds what a new revision did with each, [Unannounced]
// finds what went although no source speaks of it, [Expectations] says what
// became of what was expected, and [Verify] checks a source's quotations of the
// document against the stored text.
//
// Subjects are recognised by words alone, and the words are data: the terms of
// a [Subject], which a person writes and reads. See docs/claims.md.
package claim

import "conceptdiff/internal/claim/quote"

// Source is a publication.
type Source struct {
	Key       string // file name without extension: "modern-az-2025-10-17"
	Publisher string
	Title     string
	Date      string // ISO 8601 calendar date of publication
	URL       string // as given, never fetched; may be ""
	Language  string // BCP 47 tag of the wording held
	Note      string // how the text was had, what a reader must know; may be ""
	// File names a copy of the publication that lies in the workspace, "" for none.
	// SHA256 and Length in bytes are those of the copy that its quotations were found
	// in; "" and 0 where nobody said so. Sealed is the digest of the words that were
	// found there, see [Source.Seal]; "" for none.
	File   string
	SHA256 string
	Length int
	Sealed string
	// Held is the SHA-256 of the copy in the workspace in which every quotation
	// stands; "" when there is none. Whoever has looked sets it, see [CheckCopies].
	Held   string
	Claims []*Claim
	// Quotations of the document itself that stand in the publication, to be
	// checked against the stored provisions.
	Quotations []Quotation
}

// Says is what a claim says of its provisions or subject.
type Says string

// What a claim can say.
const (
	Fulfilled    Says = "fulfilled"     // what the provision wants has been done
	NotFulfilled Says = "not fulfilled" // it has not been done
	Underway     Says = "under way"     // it is being done: less than fulfilled
	Disputed     Says = "disputed"      // the speaker denies what others say of it
	Ended        Says = "ended"         // what the provision relies on has ended: a fact, not a judgement of the provision
	Obsolete     Says = "obsolete"      // the provision is out of date
	Expected     Says = "expected"      // something is expected of the next revision
)

// Expects is what a claim that says [Expected] expects.
type Expects string

// What can be expected of the next revision.
const (
	ExpectsAddition Expects = "addition"
	ExpectsRemoval  Expects = "removal"
	// ExpectsAmendment is that something is changed, without saying to what.
	ExpectsAmendment Expects = "amendment"
)

// Claim is one statement of one speaker in a source.
type Claim struct {
	Key     string  // unique within the source
	Source  *Source // never nil in what [Parse] returns
	Speaker string  // a person or a body, or the publication itself
	Role    string  // the speaker's office, as the source gives it; may be ""
	To      string  // to whom or where it was said: "Modern.az"; may be ""
	Date    string  // ISO 8601; that of Spoken, else the source's
	Spoken  string  // the day it was said, ISO 8601; "" where only the publication's is known
	Says    Says
	Expects Expects // "" unless Says is Expected

	// Quote is the exact words, to the letter; "[…]" stands where some are left
	// out. It is "" when the wording is not held: then Reported says in words of
	// ours what is reported, and Via who reports it. Exactly one of Quote and
	// Reported is set, and a report must never be shown as a quotation; see
	// [Claim.Wording].
	Quote    string
	Reported string
	Via      string
	// File names what a report was read in, and SHA256 its digest; Held is the
	// digest of the file of that name in the workspace. All are "" for none.
	File, SHA256, Held string
	// Joined is set for a quotation whose parts stand further apart than in two
	// neighbouring paragraphs: it must be shown as so many quotations.
	Joined bool
	// Pins say where its parts stand in the pinned copy, in order; none when the
	// quotation is not pinned.
	Pins []quote.Pin

	Gist string // what is said, in one neutral sentence of ours
	// Cites are the addresses of the clauses that the speaker names or quotes.
	Cites []string
	// Subjects are the facts the claim is about; none when it is about the
	// cited clauses as a whole, or about no provision in particular.
	Subjects []*Subject
}

// ID names the claim among all sources: "modern-az-2025-10-17/occupation".
func (c *Claim) ID() string {
	if c.Source == nil {
		return c.Key
	}
	return c.Source.Key + "/" + c.Key
}

// IsReport reports whether the speaker's words are not held, only what others
// report of them.
func (c *Claim) IsReport() bool { return c.Quote == "" }

// Wording is what a reader is shown as the ground of the claim: the quotation
// in quotation marks, or the report, said to be one.
func (c *Claim) Wording() string {
	if c.IsReport() {
		return c.Reported + " (no verbatim text held; reported by: " + c.Via + ")"
	}
	return "“" + c.Quote + "”"
}

// Subject is what a claim is about: the fact on which other provisions may
// rest, and the words by which those are recognised.
type Subject struct {
	Key   string // unique within the source
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
	Note   string      // e.g. "another translation"
	Pins   []quote.Pin // see [Claim]
}
