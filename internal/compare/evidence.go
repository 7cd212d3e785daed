package compare

import "math"

// evidenceWords are what explain calls the evidence, and what each is.
var evidenceWords = [evidenceSize]struct{ name, detail string }{
	byText:          {"words", "shared words of the clauses with all below them, rare ones counting more"},
	byOwnText:       {"own words", "shared words of their own texts"},
	byContent:       {"contained words", "how much of the shorter text stands in the longer"},
	byHeading:       {"heading", "shared words of the headings, by their first eight letters"},
	sameHeading:     {"same heading", "a heading that no other clause of either text has"},
	otherHeading:    {"another heading", "the headings have hardly a word in common"},
	byAddress:       {"number", "the same number: how many of the sure pairs kept theirs"},
	byParent:        {"parent", "the clauses above them are a pair, or they stand at the top"},
	byNeighbours:    {"neighbours", "the nearest clauses before and after are pairs"},
	byRivals:        {"no better place", "against the best that either shares with another clause"},
	byContentRivals: {"no better place (contained)", "the same of the contained words"},
}

// allEvidence is everything that can speak for a pair or against it, what it
// starts from first.
var allEvidence = func() []Evidence {
	out := []Evidence{{Name: "start", Value: 1, Weight: bias, Detail: "what a pair has against it before anything speaks for it"}}
	for i, is := range evidenceWords {
		out = append(out, Evidence{Name: is.name, Weight: weights[i], Detail: is.detail})
	}
	return out
}()

// list names the evidence of a pair. Values times weights add up to the
// logarithm of the odds that the pair is right, but for rounding.
func (w weighed) list() []Evidence {
	out := append(make([]Evidence, 0, len(allEvidence)), allEvidence[0])
	for i, x := range w.evidence {
		if x != 0 {
			e := allEvidence[1+i]
			e.Value = rounded(x)
			out = append(out, e)
		}
	}
	return out
}

// rounded keeps the four decimals of a measure that mean something. What lies
// behind them differs with the processor.
func rounded(x float64) float64 { return math.Round(1e4*x) / 1e4 }

// basis is what speaks for a pair that was weighed.
func (w weighed) basis() []Ground {
	out := []Ground{{WordsShared, []any{int(math.RoundToEven(100 * w.evidence[byText]))}}}
	if w.evidence[byHeading] == 1 {
		out = append(out, Ground{Code: SameHeading})
	}
	if w.evidence[byAddress] > 0 {
		out = append(out, Ground{Code: SameNumber})
	}
	return out
}
