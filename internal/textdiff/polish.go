package textdiff

// polisher makes a shortest script readable. Shortest scripts keep every word
// that they can, also a «the» or a comma that two rewritten phrases happen to
// share; to a reader that is confetti. Each step trades a few kept words for
// fewer and larger edits; measure_test.go prints what that costs.
type polisher struct {
	a, b *nonSpace

	// Used again and again.
	changedA, changedB []bool
	joinedA, joinedB   []bool
	pairs              []shared
	parts              []sharedPart
	given              []hunk
	sums               []int32
}

// all takes every step. The hunks are changed in place.
func (p *polisher) all(hunks []hunk) []hunk {
	hunks = p.reweigh(hunks)
	hunks = p.shiftToPhrases(hunks)
	hunks = p.replaceSentences(hunks)
	hunks = p.dropIslands(hunks)
	hunks = p.shiftToPhrases(hunks)
	return p.keepReferences(hunks)
}

// size is the number of words deleted and inserted in h.
func (p *polisher) size(h hunk) int { return p.a.words(h.a0, h.a1) + p.b.words(h.b0, h.b1) }
