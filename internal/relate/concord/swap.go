package concord

import "math"

// crosswise tells of clauses that have the same figures, or none, whether they were
// exchanged: what they speak of, by words that no language says otherwise, or how long
// they are, fits crosswise and not straight. out is as [swaps] gives it, and what is found
// is put there.
func crosswise(x, y []clause, pairs []pair, out []int) {
	s := newSimilarity(x, y)
	var odd []pair
	for _, p := range pairs {
		if p.a >= 0 && p.b >= 0 && out[p.a] < 0 && (s.of(p.a, p.b) < unlike || s.longer(p.a, p.b) > otherLength) {
			odd = append(odd, p)
		}
	}
	for i, p := range odd {
		for _, q := range odd[i+1:] {
			if out[p.a] >= 0 || out[q.a] >= 0 || signature(&x[p.a]) != signature(&y[q.b]) || signature(&x[q.a]) != signature(&y[p.b]) {
				continue
			}
			if s.exchanged(p, q) {
				out[p.a], out[q.a] = q.a, p.a
			}
		}
	}
}

const (
	// unlike is how alike, from 0 to 1, two clauses may be that do not belong together, and
	// alike how much those must be that do.
	unlike = 0.12
	alike  = 0.2
	// otherLength is the logarithm of how many times as long as the other a clause must be
	// to be another: translations of one clause differ less.
	otherLength = 0.7
	sameLength  = 0.3
)

// similarity weighs the keys of clauses by how few clauses have them.
type similarity struct {
	x, y   []clause
	weight map[string]float64
	ratio  float64 // logarithm of how many words y has for one of x
}

func newSimilarity(x, y []clause) *similarity {
	s := &similarity{x, y, map[string]float64{}, 0}
	held := map[string]int{}
	lengths := [2]int{1, 1}
	for side, list := range [2][]clause{x, y} {
		for i := range list {
			lengths[side] += list[i].words
			for _, key := range list[i].keys {
				held[key]++
			}
		}
	}
	for key, n := range held {
		s.weight[key] = math.Log(1 + float64(len(x)+len(y))/float64(n))
	}
	s.ratio = math.Log(float64(lengths[1]) / float64(lengths[0]))
	return s
}

// of is how much of what the i-th clause of the one and the j-th of the other speak of is
// the same, from 0 to 1.
func (s *similarity) of(i, j int) float64 {
	a, b := s.x[i].keys, s.y[j].keys
	sum := func(list []string) (all float64) {
		for _, key := range list {
			all += s.weight[key]
		}
		return all
	}
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	both := 0.0
	for k, m := 0, 0; k < len(a) && m < len(b); {
		switch {
		case a[k] < b[m]:
			k++
		case a[k] > b[m]:
			m++
		default:
			both += s.weight[a[k]]
			k, m = k+1, m+1
		}
	}
	return both / math.Sqrt(sum(a)*sum(b))
}

// longer is by how much one clause is longer than the other, whichever is, once the two
// languages are reckoned with.
func (s *similarity) longer(i, j int) float64 {
	return math.Abs(math.Log(float64(s.y[j].words+1)/float64(s.x[i].words+1)) - s.ratio)
}

func (s *similarity) exchanged(p, q pair) bool {
	cross1, cross2 := s.of(p.a, q.b), s.of(q.a, p.b)
	straight1, straight2 := s.of(p.a, p.b), s.of(q.a, q.b)
	if min(cross1, cross2) >= alike && max(straight1, straight2) < unlike {
		return true
	}
	if straight1+straight2 == 0 && cross1+cross2 >= 2*alike && max(s.longer(p.a, q.b), s.longer(q.a, p.b)) < sameLength {
		return true // one of the two holds nothing to be known by
	}
	return max(s.longer(p.a, q.b), s.longer(q.a, p.b)) < sameLength && min(s.longer(p.a, p.b), s.longer(q.a, q.b)) > otherLength &&
		cross1+cross2 >= straight1+straight2
}
