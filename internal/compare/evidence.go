package compare

// evidenceNames are what explain calls the evidence.
var evidenceNames = [evidenceSize]string{
	byText: "words", byOwnText: "own words", byContent: "contained words", byHeading: "heading", sameHeading: "same heading",
	otherHeading: "another heading", byAddress: "address", byParent: "parent",
	byNeighbours: "neighbours", byRivals: "no better place", byContentRivals: "no better place for its content",
}

// list names the evidence of a pair with its weights.
func (w weighed) list() []Evidence {
	var out []Evidence
	for i, x := range w.evidence {
		if x != 0 {
			out = append(out, Evidence{Name: evidenceNames[i], Value: x, Weight: weights[i]})
		}
	}
	return out
}
