package claim

import "conceptdiff/internal/compare"

// Fate is what a new revision did with a flagged provision.
type Fate string

// The fates of a flagged provision.
const (
	CarriedOver Fate = "carried over" // the sentences that tie it stand word for word
	Moved       Fate = "moved"        // likewise, in another place
	Amended     Fate = "amended"      // some of their words stand
	Removed     Fate = "removed"
)

// Treatment is what a new revision did with a flagged provision.
type Treatment struct {
	Fate Fate
	To   []string // addresses in the new revision, down to paragraph and item; none when removed
	// StillThere are the words by which the claim's subject is recognised in
	// NewText still, as they stand there. Empty for a flag on a whole clause.
	StillThere []string
	NewText    string // what stands in place of the sentences that tie it, "" when removed
}

// Stands reports whether the new revision still says what the claim is about:
// the provision is carried over or moved, or is amended and still says it.
// It is what a check complains of.
func (t *Treatment) Stands() bool {
	return t.Fate == CarriedOver || t.Fate == Moved || len(t.StillThere) > 0
}

// Against returns the flags, computed for c.Old, with the Treatment of each
// filled in from the comparison. The flags given are not changed.
func Against(c *compare.Comparison, flags []Flag) []Flag {
	return nil
}
