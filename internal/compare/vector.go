package compare

import (
	"math"
	"slices"

	"conceptdiff/internal/textdiff"
)

// vector is a bag of features, words and pairs of neighbouring words, sorted by
// feature.
type vector struct {
	terms []term
	mass  float64 // sum of count times weight
}

type term struct {
	id uint32 // feature number, see features
	n  uint32 // how often
}

// features numbers the words and word pairs of two revisions and weighs them by
// rarity: inverse document frequency over the clauses of both sides
// (K. Spärck Jones, 1972). A word pair weighs half: it repeats its words.
type features struct {
	ids    map[uint64]uint32
	pair   []bool
	df     []uint32
	weight []float64
}

const pairFeature = 1 << 63

func newFeatures(capacity int) *features {
	return &features{ids: make(map[uint64]uint32, capacity)}
}

func (f *features) id(key uint64) uint32 {
	id, ok := f.ids[key]
	if !ok {
		id = uint32(len(f.df))
		f.ids[key] = id
		f.df = append(f.df, 0)
		f.pair = append(f.pair, key&pairFeature != 0)
	}
	return id
}

// bag collects the features of a run of tokens; buf is reused.
func (f *features) bag(tokens []textdiff.Token, buf []uint32) (vector, []uint32) {
	buf = buf[:0]
	prev := uint32(0)
	for _, t := range tokens {
		if !t.IsWord() {
			if t.Class == textdiff.Break {
				prev = 0
			}
			continue
		}
		buf = append(buf, f.id(uint64(t.Fold)))
		if prev != 0 {
			buf = append(buf, f.id(pairFeature|uint64(prev)<<32|uint64(t.Fold)))
		}
		prev = t.Fold
	}
	slices.Sort(buf)
	var v vector
	v.terms = make([]term, 0, len(buf))
	for _, id := range buf {
		if n := len(v.terms); n > 0 && v.terms[n-1].id == id {
			v.terms[n-1].n++
		} else {
			v.terms = append(v.terms, term{id, 1})
		}
	}
	return v, buf
}

// count adds one clause's features to the document frequencies.
func (f *features) count(v vector) {
	for _, t := range v.terms {
		f.df[t.id]++
	}
}

// weigh sets the weights once all clauses are counted.
func (f *features) weigh(clauses int) {
	f.weight = make([]float64, len(f.df))
	for id, df := range f.df {
		w := math.Log1p(float64(clauses) / float64(max(df, 1)))
		if f.pair[id] {
			w /= 2
		}
		f.weight[id] = w
	}
}

func (f *features) measure(v *vector) {
	v.mass = 0
	for _, t := range v.terms {
		v.mass += float64(t.n) * f.weight[t.id]
	}
}

// shared is the weight of what two bags have in common.
func (f *features) shared(a, b vector) float64 {
	if len(a.terms) > len(b.terms) {
		a, b = b, a
	}
	sum := 0.0
	j := 0
	for _, t := range a.terms {
		for j < len(b.terms) && b.terms[j].id < t.id {
			j++
		}
		if j == len(b.terms) {
			break
		}
		if b.terms[j].id == t.id {
			sum += float64(min(t.n, b.terms[j].n)) * f.weight[t.id]
		}
	}
	return sum
}

// dice is the shared weight over the mean weight, 0 to 1 (L. R. Dice, 1945).
func dice(shared float64, a, b vector) float64 {
	if a.mass+b.mass == 0 {
		return 0
	}
	return 2 * shared / (a.mass + b.mass)
}

// merge adds up bags.
func merge(vs ...vector) vector {
	if len(vs) == 1 {
		return vs[0]
	}
	a, b := merge(vs[:len(vs)/2]...), merge(vs[len(vs)/2:]...)
	out := vector{terms: make([]term, 0, len(a.terms)+len(b.terms)), mass: a.mass + b.mass}
	i, j := 0, 0
	for i < len(a.terms) && j < len(b.terms) {
		switch s, t := a.terms[i], b.terms[j]; {
		case s.id < t.id:
			out.terms = append(out.terms, s)
			i++
		case s.id > t.id:
			out.terms = append(out.terms, t)
			j++
		default:
			out.terms = append(out.terms, term{s.id, s.n + t.n})
			i, j = i+1, j+1
		}
	}
	out.terms = append(append(out.terms, a.terms[i:]...), b.terms[j:]...)
	return out
}
