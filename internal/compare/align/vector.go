package align

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

// features numbers words and pairs of neighbouring words and weighs them by
// rarity: inverse document frequency over the clauses of both sides
// (K. Spärck Jones, 1972). A word is numbered by its folded identity, pairs come
// after all words, then one feature for each pair of anchored clauses: equal
// texts need not be looked into again.
type features struct {
	words  uint32            // how many numbers are words
	pairs  map[uint64]uint32 // by the two words
	df     []uint32          // by feature: in how many clauses
	last   []int32           // by word: the clause it was last counted in, from 1
	weight []float64
	buf    [2][]uint32 // what bag works in
	sums   [][2][]term // what merge works in
	byStem map[string]uint32
	taken  []uint32 // by feature, see take; empty before it is first needed
}

func newFeatures(words uint32) *features {
	return &features{
		words: words, pairs: make(map[uint64]uint32, 2*words), byStem: map[string]uint32{},
		df: make([]uint32, words, 4*words), last: make([]int32, words),
	}
}

// count adds a clause's words to the document frequencies. Clauses are numbered
// from 1.
func (f *features) count(tokens []textdiff.Token, clause int32) {
	for i := range tokens {
		if t := &tokens[i]; t.IsWord() && f.last[t.Fold()] != clause {
			f.last[t.Fold()] = clause
			f.df[t.Fold()]++
		}
	}
}

// bag collects the features of a run of tokens.
func (f *features) bag(tokens []textdiff.Token) vector {
	buf := f.buf[0][:0]
	prev := uint32(0)
	for i := range tokens {
		t := &tokens[i]
		if !t.IsWord() {
			if t.Class() == textdiff.Break {
				prev = 0
			}
			continue
		}
		buf = append(buf, t.Fold())
		if prev != 0 {
			buf = append(buf, f.pair(prev, t.Fold()))
		}
		prev = t.Fold()
	}
	return f.vector(buf)
}

// vector makes a bag of features, which stand in the first buffer.
func (f *features) vector(buf []uint32) vector {
	f.buf[0] = buf
	f.buf[1] = slices.Grow(f.buf[1][:0], len(buf))
	buf = sortNumbers(buf, f.buf[1][:len(buf)])
	distinct := 0
	for i, id := range buf {
		if i == 0 || buf[i-1] != id {
			distinct++
		}
	}
	v := vector{terms: make([]term, 0, distinct)}
	for _, id := range buf {
		if n := len(v.terms); n > 0 && v.terms[n-1].id == id {
			v.terms[n-1].n++
			continue
		}
		v.terms = append(v.terms, term{id, 1})
		if id >= f.words {
			f.df[id]++
		}
	}
	return v
}

func (f *features) pair(a, b uint32) uint32 {
	key := uint64(a)<<32 | uint64(b)
	id, ok := f.pairs[key]
	if !ok {
		id = uint32(len(f.df))
		f.pairs[key] = id
		f.df = append(f.df, 0)
	}
	return id
}

// weigh sets the weights once all clauses are counted. A pair weighs half: it
// repeats its words.
func (f *features) weigh(clauses int) {
	byDF := make([]float64, 2*clauses+2)
	for df := range byDF {
		byDF[df] = math.Log1p(float64(clauses) / float64(max(df, 1)))
	}
	f.weight = make([]float64, len(f.df))
	for id, df := range f.df {
		f.weight[id] = byDF[df]
		if uint32(id) >= f.words {
			f.weight[id] /= 2
		}
	}
}

// anchor adds a feature that stands for a text which both sides share.
func (f *features) anchor(tokens []textdiff.Token) vector {
	weight := 0.0
	for i := range tokens {
		if t := &tokens[i]; t.IsWord() {
			weight += 1.5 * f.weight[t.Fold()] // as much as its words and word pairs
		}
	}
	v := vector{terms: []term{{uint32(len(f.weight)), 1}}, mass: weight}
	f.weight = append(f.weight, weight)
	return v
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
	far := len(b.terms) > 8*len(a.terms)
	j := 0
	for _, t := range a.terms {
		if far {
			j += seek(b.terms[j:], t.id)
		}
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

// seek is the index of the first term whose feature is not below id, found in
// steps that double.
func seek(terms []term, id uint32) int {
	hi := 1
	for hi <= len(terms) && terms[hi-1].id < id {
		hi *= 2
	}
	lo := hi / 2
	hi = min(hi-1, len(terms))
	for lo < hi {
		if mid := (lo + hi) / 2; terms[mid].id < id {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// unexplained is the weight of what rest has in common with source beyond what
// explained, and what [features.take] took, take out of source already.
func (f *features) unexplained(rest, source, explained vector) float64 {
	sum := 0.0
	i, j := 0, 0
	for _, t := range rest.terms {
		for i < len(source.terms) && source.terms[i].id < t.id {
			i++
		}
		if i == len(source.terms) {
			break
		}
		if source.terms[i].id != t.id {
			continue
		}
		n := source.terms[i].n
		if len(f.taken) > 0 {
			n -= min(n, f.taken[t.id])
		}
		for j < len(explained.terms) && explained.terms[j].id < t.id {
			j++
		}
		if j < len(explained.terms) && explained.terms[j].id == t.id {
			n -= min(n, explained.terms[j].n)
		}
		sum += float64(min(t.n, n)) * f.weight[t.id]
	}
	return sum
}

// take counts a bag as taken out of every source, until it is given back.
func (f *features) take(v vector) {
	if len(f.taken) == 0 {
		f.taken = append(f.taken, make([]uint32, len(f.weight))...)
	}
	for _, t := range v.terms {
		f.taken[t.id] += t.n
	}
}

// giveBack undoes what take did with these bags. It keeps the table.
func (f *features) giveBack(vs []vector) {
	for _, v := range vs {
		for _, t := range v.terms {
			f.taken[t.id] = 0
		}
	}
}

// dice is the shared weight over the mean weight, 0 to 1 (L. R. Dice, 1945).
func dice(shared float64, a, b vector) float64 {
	if a.mass+b.mass == 0 {
		return 0
	}
	return 2 * shared / (a.mass + b.mass)
}

// merge adds up bags. The list that it is given is used up.
func (f *features) merge(vs ...vector) vector {
	vs = slices.DeleteFunc(vs, func(v vector) bool { return len(v.terms) == 0 })
	if len(vs) == 0 {
		return vector{}
	}
	v := f.sum(vs, 0, 0)
	if len(vs) > 1 {
		v.terms = slices.Clone(v.terms) // out of the buffers
	}
	return v
}

// sum adds up bags, of which there is one at least, half with half, in the
// buffers of that depth and side.
func (f *features) sum(vs []vector, depth, side int) vector {
	if len(vs) == 1 {
		return vs[0]
	}
	a, b := f.sum(vs[:len(vs)/2], depth+1, 0), f.sum(vs[len(vs)/2:], depth+1, 1)
	for len(f.sums) <= depth {
		f.sums = append(f.sums, [2][]term{})
	}
	out := slices.Grow(f.sums[depth][side][:0], len(a.terms)+len(b.terms))
	i, j := 0, 0
	for i < len(a.terms) && j < len(b.terms) {
		switch s, t := a.terms[i], b.terms[j]; {
		case s.id < t.id:
			out = append(out, s)
			i++
		case s.id > t.id:
			out = append(out, t)
			j++
		default:
			out = append(out, term{s.id, s.n + t.n})
			i, j = i+1, j+1
		}
	}
	out = append(append(out, a.terms[i:]...), b.terms[j:]...)
	f.sums[depth][side] = out
	return vector{terms: out, mass: a.mass + b.mass}
}

// headingLetters is how many letters of a word tell it apart in a heading.
// Registration and Registrations are one word there, as are the cases of a word
// in languages with endings; for running text, where there are more words to go
// by, see what docs/alignment.md says was tried.
const headingLetters = 8

// headingWords collects the words of a heading, those with the same first letters as one
// feature: the word that was met first.
func (f *features) headingWords(head []textdiff.Token, lex *textdiff.Lexicon) vector {
	buf := f.buf[0][:0]
	for i := range head {
		if t := &head[i]; t.IsWord() {
			stem := firstLetters(lex.Folded(t.Fold()), headingLetters)
			id, met := f.byStem[stem]
			if !met {
				id = t.Fold()
				f.byStem[stem] = id
			}
			buf = append(buf, id)
		}
	}
	return f.vector(buf)
}

// firstLetters is the beginning of a word, at most n characters.
func firstLetters(word string, n int) string {
	for i := range word {
		if n--; n < 0 {
			return word[:i]
		}
	}
	return word
}
