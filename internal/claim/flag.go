package claim

import (
	"conceptdiff/internal/revision"
)

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
	Provision string // address down to paragraph and item: "4.1.1/p4"; the clause's own for a heading or the whole clause
	Text      string // the provision's own heading and text, "" when a clause has neither
	Basis     Basis
	// Whole is set when the claim is about the cited provision as a whole and
	// not about certain sentences of it; then Sentences and Words are empty.
	Whole     bool
	Sentences []Sentence // the sentences that tie it to the claim, in order
	Words     []string   // the words in them that do, as they stand there, each once
	Treatment *Treatment // what the new revision did with it, nil without one
}

// Sentence is one sentence of a provision and the words in it that tie it to a
// claim.
type Sentence struct {
	Text  string
	Words []string // as they stand there, in order
}

// Flags ties every claim of the sources to the provisions of rev.
//
// A claim that cites a clause is tied there on the basis [Cited]: to the
// provisions of that clause and of those below it in which its subjects are
// recognised, or, when there are none such or it has no subject, to the cited
// provision as a whole. Elsewhere a provision in which a subject is recognised
// is flagged on the basis [SameSubject]. A claim that expects an addition is
// about text that is not there yet and flags nothing but what it cites.
//
// The flags stand in document order, those of one provision in the order of the
// sources and claims given. An address that rev does not have flags nothing;
// [Verify] reports it.
func Flags(rev *revision.Revision, sources []*Source) []Flag {
	return nil
}
