package compare

// weighed weighs a chosen pair; one that is anchored was not weighed before.
func (a *alignment) weighed(o, n int) weighed { return a.weighPair(o, n) }

func (w weighed) evidence() []Evidence {
	out := []Evidence{{Name: "words", Value: w.words, Weight: wordsWeight}}
	if w.hasHeading {
		out = append(out, Evidence{Name: "heading", Value: w.heading, Weight: headingWeight})
	}
	if w.hasNumber {
		out = append(out, Evidence{Name: "number", Value: w.number, Weight: numberWeight})
	}
	if w.hasParent {
		out = append(out, Evidence{Name: "parent", Value: w.parent, Weight: parentWeight})
	}
	return append(out, Evidence{Name: "neighbours", Value: w.neighbours, Weight: neighboursWeight})
}
