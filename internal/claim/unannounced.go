package claim

import "conceptdiff/internal/compare"

// Unit says how much of a clause a [Removal] took.
type Unit string

// The units of removal.
const (
	WholeClause    Unit = "clause"
	WholeParagraph Unit = "paragraph"
	WholeItem      Unit = "item"
	OneSentence    Unit = "sentence"
)

// Removal is text of the old revision that the new one has nowhere and that no
// claim speaks of.
type Removal struct {
	Unit      Unit
	Clause    string // address of the old clause
	Provision string // address down to paragraph and item
	Text      string // what went
	// Beside is set when a claim speaks of another part of the same clause.
	Beside bool
}

// Unannounced lists, in the order of the old text, the clauses, paragraphs,
// items and sentences that are removed in c although no claim speaks of them.
// A sentence that was rewritten or moved is not removed.
func Unannounced(c *compare.Comparison, flags []Flag) []Removal {
	return nil
}
