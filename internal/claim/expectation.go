package claim

import "conceptdiff/internal/compare"

// Standing says how far a new revision does what was expected of it.
type Standing string

// The standings of an expectation.
const (
	Met       Standing = "met"
	Touched   Standing = "touched"    // an addition that is only mentioned in passing
	PartlyMet Standing = "partly met" // a removal of which something still stands
	NotMet    Standing = "not met"
	NotJudged Standing = "not judged" // the claim names nothing that could be looked for
)

// Expectation is a claim that says [Expected] and what the new revision did.
type Expectation struct {
	Claim    *Claim
	Standing Standing
	// Shown are, for an addition, the new passages that speak of it.
	Shown []Showing
	// Flags are, for a removal, the provisions it is about, with treatments.
	Flags []Flag
	Why   string // the rule that decided, in one plain sentence
}

// Showing is a passage of the new revision that speaks of what was expected, in
// words that the old revision did not have there.
type Showing struct {
	Clause    string // address in the new revision
	Provision string // address down to paragraph and item
	Heading   bool   // the passage is a clause's heading
	Text      string // the sentence or heading
	Words     []string
}

// Expectations says for every claim of the sources that expects something what
// became of it in c, in the order of the sources and claims given.
func Expectations(c *compare.Comparison, sources []*Source) []Expectation {
	return nil
}
