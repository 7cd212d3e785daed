package review

import (
	"cmp"
	"math"
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Candidate is a provision of the new revision that may be what became of an old
// one.
type Candidate struct {
	Provision *revision.Provision
	Clause    *revision.Clause
	Score     float64 // 0 to 1
	Why       compare.Ground
}

// mostCandidates bounds what is put before a person.
const mostCandidates = 3

// similarity compares a text with the provisions of one revision by their words,
// rare ones weighing more.
type similarity struct {
	provisions []*revision.Provision
	words      []map[string]bool
	weight     map[string]float64 // inverse document frequency
	index      map[string][]int
}

func newSimilarity(provisions []*revision.Provision) *similarity {
	l := &similarity{provisions: provisions, weight: make(map[string]float64), index: make(map[string][]int)}
	for i, p := range provisions {
		set := words.Set(Words(p))
		l.words = append(l.words, set)
		for w := range set {
			l.index[w] = append(l.index[w], i)
		}
	}
	n := float64(len(provisions))
	for w, in := range l.index {
		l.weight[w] = math.Log(1 + n/float64(len(in)))
	}
	return l
}

// liked is a provision by its place in the list, and how like it is.
type liked struct {
	i     int
	score float64
}

// like lists the provisions most like the words, best first: the weight of the
// shared words in that of both (Dice).
func (l *similarity) like(text string) []liked {
	set := words.Set(text)
	own := l.sum(set)
	seen := make(map[int]bool)
	var out []liked
	for w := range set {
		// What stands nearly everywhere finds nothing.
		if len(l.index[w]) > 20+len(l.provisions)/10 {
			continue
		}
		for _, i := range l.index[w] {
			if seen[i] {
				continue
			}
			seen[i] = true
			if score := 2 * l.shared(set, l.words[i]) / (own + l.sum(l.words[i])); score > 0 {
				out = append(out, liked{i, score})
			}
		}
	}
	slices.SortFunc(out, func(a, b liked) int { return cmp.Or(cmp.Compare(b.score, a.score), a.i-b.i) })
	return out
}

// sum and shared add in the order of the words: the order in which numbers are
// added shows in the last digits.
func (l *similarity) sum(set map[string]bool) float64 { return l.shared(set, set) }

func (l *similarity) shared(a, b map[string]bool) float64 {
	var both []string
	for w := range a {
		if b[w] {
			both = append(both, w)
		}
	}
	slices.Sort(both)
	total := 0.0
	for _, w := range both {
		if weight, ok := l.weight[w]; ok {
			total += weight
		} else {
			total += math.Log(1 + float64(len(l.provisions)))
		}
	}
	return total
}
