package align

import (
	"slices"

	"conceptdiff/internal/compare/postings"
)

// Candidates come from an index of features, so that no clause is scored
// against all others: the cost grows with the text, not with its square.
const (
	// A feature that stands in more clauses than this says nothing about which
	// one is meant.
	commonFeature = 24
	// How many of a clause's rarest features are looked up.
	lookups = 48
	// How many candidates are kept for a clause.
	keptCandidates = 8
)

// index lists for each feature the units that hold it in their own text, for
// features that are rare enough to tell units apart. Anchored units are left
// out.
func (a *alignment) index(s *Side) *postings.Index {
	f := a.features
	return postings.New(len(f.weight), func(add func(number uint32, place int)) {
		for i := range s.units {
			if a.isAnchored(s, i) {
				continue
			}
			for _, t := range s.units[i].own.terms {
				if f.df[t.id] <= 2*commonFeature {
					add(t.id, i)
				}
			}
		}
	})
}

// lookup finds the units that share the most rare features with v.
func lookup(v vector, f *features, held *postings.Index, votes []float64, touched []int32) ([]int32, []int32) {
	touched = touched[:0]
	left := lookups
	cut := rarest(v, held)
	for _, t := range v.terms {
		p := held.Of(t.id)
		if len(p) == 0 || len(p) > cut {
			continue
		}
		if left--; left < 0 && len(p) == cut {
			continue
		}
		for _, j := range p {
			if votes[j] == 0 {
				touched = append(touched, j)
			}
			votes[j] += f.weight[t.id]
		}
	}
	slices.SortFunc(touched, func(a, b int32) int {
		switch {
		case votes[a] > votes[b]:
			return -1
		case votes[a] < votes[b]:
			return 1
		}
		return int(a - b)
	})
	best := slices.Clone(touched[:min(len(touched), keptCandidates)])
	for _, j := range touched {
		votes[j] = 0
	}
	return best, touched
}

// rarest is the length of postings up to which v's features are looked up.
func rarest(v vector, held *postings.Index) int {
	var lengths [commonFeature + 1]int
	for _, t := range v.terms {
		if n := len(held.Of(t.id)); n > 0 && n <= commonFeature {
			lengths[n]++
		}
	}
	sum := 0
	for n, count := range lengths {
		if sum += count; sum >= lookups {
			return n
		}
	}
	return commonFeature
}
