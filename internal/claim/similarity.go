package claim

import (
	"cmp"
	"math"
	"slices"

	"conceptdiff/internal/words"
)

// similarity finds, among the sentences of one side of a change, those like a
// given one without holding it against all of them.
//
// Two lists of words whose Dice likeness is at least t share at least
// t ÷ (2 − t) of the words of either. So of a list's words, the rarest ones as
// many as can all be missing and one more always hold one that is shared, and
// only the sentences that have one of those are candidates. Source: prefix
// filtering, S. Chaudhuri, V. Ganti, R. Kaushik, ICDE 2006.
type similarity struct {
	all     []int            // sentences, where they are few
	holders map[uint64][]int // else for each telling word the sentences that have it, ascending
}

// crowd is how many sentences of a change may have a word that is to find
// candidates. It bounds the cost where all sentences are made of the same words;
// there, and only in changes of more sentences than this, one may be overlooked.
const crowd = 48

// newSimilarity makes an index of the sentences' telling words.
func newSimilarity(sentences []*sentence) *similarity {
	x := &similarity{}
	if len(sentences) <= crowd { // it takes longer to look in the index than at all of them
		x.all = make([]int, len(sentences))
		for i := range x.all {
			x.all[i] = i
		}
		return x
	}
	x.holders = make(map[uint64][]int)
	for i, s := range sentences {
		list := s.telling()
		for k, w := range list {
			if k == 0 || list[k-1] != w {
				x.holders[w] = append(x.holders[w], i)
			}
		}
	}
	return x
}

// near lists in ascending order the sentences that may have a likeness of at
// least least, above 0, to a sorted list of words.
func (x *similarity) near(words []uint64, least float64) []int {
	if x.holders == nil {
		return x.all
	}
	var out []int
	rarest := slices.Clone(words)
	slices.SortStableFunc(rarest, func(a, b uint64) int { return cmp.Compare(len(x.holders[a]), len(x.holders[b])) })
	const slack = 1e-9 // for what rounding does to a quotient of whole numbers
	shared := int(math.Ceil(float64(len(words))*least/(2-least) - slack))
	for i, w := range rarest[:min(len(words)-shared+1, len(words))] {
		if in := x.holders[w]; len(in) <= crowd && (i == 0 || rarest[i-1] != w) {
			out = append(out, in...)
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// likeNewTo lists the places among the change's new sentences of those like an
// old one.
func (tr *trace) likeNewTo(s *sentence, least float64) []int {
	if tr.likeNew == nil {
		var all []*sentence
		for _, p := range tr.said() {
			_, n := p.get()
			all = append(all, n)
		}
		tr.likeNew = newSimilarity(all)
	}
	return tr.likeNew.near(s.telling(), least)
}

// mostSimilar is how like the most similar old sentence of the change a new one is;
// what is less than sameThought may come out less than it is.
func (tr *trace) mostSimilar(ref sentenceRef) float64 {
	if d, ok := tr.likestOf[ref]; ok {
		return d
	}
	if tr.likeOld == nil {
		for _, u := range tr.old {
			cut := u.sentences()
			for i := range cut {
				tr.oldSentences = append(tr.oldSentences, &cut[i])
			}
		}
		tr.likeOld, tr.likestOf = newSimilarity(tr.oldSentences), make(map[sentenceRef]float64)
	}
	_, n := ref.get()
	var most float64
	for _, i := range tr.likeOld.near(n.telling(), sameThought) {
		if o := tr.oldSentences[i]; o.heading == n.heading {
			most = max(most, words.Dice(o.telling(), n.telling()))
		}
	}
	tr.likestOf[ref] = most
	return most
}
