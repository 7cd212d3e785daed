package claim

import "conceptdiff/internal/revision"

// Result is the outcome of a [Check].
type Result string

// The outcomes of a check.
const (
	Same    Result = "same"    // the stored text has these words in this order
	Differs Result = "differs" // the stored text has a sentence near to it, in other words
	Missing Result = "missing" // no stored sentence is near to it, or there is no such clause
)

// Check is the outcome of checking one sentence that a source quotes from the
// document, or one address that a claim cites.
type Check struct {
	Source     *Source
	Claim      *Claim // the claim that cites the address; nil for a quotation
	Clause     string // the address quoted or cited
	NoClause   bool   // the revision has no such address
	Quoted     string // the sentence as the source quotes it, "" for a cited address
	Note       string // the quotation's note
	Result     Result
	Provision  string  // address of the stored sentence, "" when there is none
	Stored     string  // the stored sentence nearest to it
	Similarity float64 // of the two, 0 to 1: shared words ÷ words (Dice)
}

// Verify checks, in order, every sentence of the source's quotations against
// the provisions of rev, and then every address that its claims cite.
func Verify(rev *revision.Revision, src *Source) []Check {
	return nil
}
