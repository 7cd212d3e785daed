package align

import "math"

// Code names why clauses belong together, or do not. What it says in English,
// Azerbaijani and Russian stands in the phrase catalogue (render/message).
type Code string

// Ground is why something is as it was found, as a value: a code, and what it is
// about.
type Ground struct {
	Code Code
	// Args are what the wording has places for, in their order: numbers (int),
	// names and addresses (string), lists of addresses ([]string).
	Args []any
}

// Why clauses belong together, and why another pairing does not.
const (
	PairedBy           Code = "paired-by" // the member
	SameTextSameNumber Code = "same-text-and-number"
	SameText           Code = "same-text"
	WordsShared        Code = "words-shared" // the share in per cent
	SameHeading        Code = "same-heading"
	SameNumber         Code = "same-number"
	OldIsCloser        Code = "old-is-closer" // the old clause, the new one that it is closer to
	NewIsCloser        Code = "new-is-closer" // the new clause, the old one that it is closer to
	TooLittleInCommon  Code = "too-little-in-common"
	LessInCommon       Code = "less-in-common"
)

// explain records why a pair was chosen and what came second.
func (a *alignment) explain(f *Fate, g group) {
	o, n := g.mainOld, g.mainNew
	w := a.weighPair(o, n)
	f.Score = rounded(a.score[o])
	f.Evidence = w.list()
	pin, pinned := a.pinned[o]
	emptied := wordless(&a.old.units[o]) || wordless(&a.new.units[n])
	switch {
	case pinned:
		f.Pin = &pin
		f.Basis = []Ground{{PairedBy, []any{pin.By}}}
	case a.anchored[o] && a.old.units[f.Old[0]].clause.Address() == a.new.units[f.New[0]].clause.Address():
		f.Basis = []Ground{{Code: SameTextSameNumber}}
	case a.anchored[o]:
		f.Basis = []Ground{{Code: SameText}}
	case emptied:
		f.Basis = []Ground{{Code: SameNumber}}
	default:
		f.Basis = w.basis()
	}
	f.RunnerUp = a.runnerUp(o, n)
	f.Uncertain = !a.settled(o) && !emptied && f.Score < certain
}

// runnerUp finds the best pair of old clause o, or of new clause n, that was not
// chosen; one of the two may be -1. It is nil when nothing came near.
func (a *alignment) runnerUp(o, n int) *Candidate {
	bestOld, bestNew, score := -1, -1, leastRunnerUp
	weigh := func(x, y int) {
		if x == o && y == n {
			return
		}
		if s := a.weighPair(x, y).score(); s > score {
			bestOld, bestNew, score = x, y, s
		}
	}
	if o >= 0 {
		for i := range a.candidates[o] {
			weigh(o, a.candidates[o][i].new)
		}
	}
	if n >= 0 {
		for _, r := range a.byBest.new[n] {
			weigh(r.with, n)
		}
	}
	if bestOld < 0 {
		return nil
	}
	return &Candidate{
		Old: a.old.units[bestOld].clause.Address(), New: a.new.units[bestNew].clause.Address(),
		Score: rounded(score), Why: a.whyLost(o, bestOld, bestNew, score),
	}
}

// leastRunnerUp is the score from which a pair that was not chosen is told of.
const leastRunnerUp = 0.05

// whyLost says why the pair of x and y was not chosen; o is the old clause that
// is being explained, or -1.
func (a *alignment) whyLost(o, x, y int, score float64) Ground {
	old, new := a.old.units[x].clause.Address(), a.new.units[y].clause.Address()
	if n := a.toNew[x]; n >= 0 && x != o {
		return Ground{OldIsCloser, []any{old, a.new.units[n].clause.Address()}}
	}
	if p := a.toOld[y]; p >= 0 {
		return Ground{NewIsCloser, []any{new, a.old.units[p].clause.Address()}}
	}
	if score < probability(threshold) {
		return Ground{Code: TooLittleInCommon}
	}
	return Ground{Code: LessInCommon}
}

// evidenceWords are what explain calls the evidence, and what each is.
var evidenceWords = [evidenceSize]struct{ name, detail string }{
	byText:               {"words", "shared words of the clauses with all below them, rare ones counting more"},
	byOwnText:            {"own words", "shared words of their own texts"},
	byContent:            {"contained words", "how much of the shorter text stands in the longer"},
	byHeading:            {"heading", "shared words of the headings, by their first eight letters"},
	sameHeading:          {"same heading", "a heading that no other clause of either text has"},
	otherHeading:         {"another heading", "the headings have hardly a word in common"},
	byAddress:            {"same number", "the same number: how many of the sure pairs kept theirs"},
	byParent:             {"parent", "the clauses above them are a pair, or they stand at the top"},
	byNeighbours:         {"neighbours", "the nearest clauses before and after are pairs"},
	byCompetitors:        {"no better place", "against the best that either shares with another clause"},
	byContentCompetitors: {"no better place (contained)", "the same of the contained words"},
}

// AllEvidence is everything that can speak for a pair or against it, what it
// starts from first.
var AllEvidence = func() []Evidence {
	out := []Evidence{{Name: "start", Value: 1, Weight: bias, Detail: "what a pair has against it before anything speaks for it"}}
	for i, is := range evidenceWords {
		out = append(out, Evidence{Name: is.name, Weight: weights[i], Detail: is.detail})
	}
	return out
}()

// list names the evidence of a pair. Values times weights add up to the
// logarithm of the odds that the pair is right, but for rounding.
func (w weighed) list() []Evidence {
	out := append(make([]Evidence, 0, len(AllEvidence)), AllEvidence[0])
	for i, x := range w.evidence {
		if x != 0 {
			e := AllEvidence[1+i]
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
