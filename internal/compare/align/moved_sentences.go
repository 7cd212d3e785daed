package align

import (
	"iter"

	"conceptdiff/internal/textdiff"
)

const (
	// rowWords is how many words in a row do not stand in two texts by chance.
	rowWords = 6
	// rowWordsBeside are enough for a clause and its neighbour.
	rowWordsBeside = 5
	// movedSentence is the part of a sentence that must stand elsewhere row by row
	// for the sentence to have moved there.
	movedSentence = 0.5
)

// movedThird reports whether sentences that make up a third of source's own text
// stand in rest and not in partner, both of the other side: so much of source
// moved there, whatever else rest says. A third at least stays: a single sentence
// that is quoted in two places has not moved.
func movedThird(side *Side, rest, partner int, other *Side, source int) bool {
	tokens := other.texts.lasting(&other.units[source])
	moved, all := 0, textdiff.Words(tokens)
	elsewhere := newWordRows(folds(tokens), rowWords)
	elsewhere.holdIn(side.words(rest), side.words(partner))
	for _, s := range other.texts.lex.Sentences(tokens) {
		words := folds(tokens[s.Start:s.End])
		if n := elsewhere.covered(words); n > 0 && float64(n) >= movedSentence*float64(len(words)) {
			moved += len(words)
		}
	}
	return float64(moved) >= flowThird*float64(all) && float64(moved) <= (1-flowThird)*float64(all)
}

// inRows is the part of rest's own words that stand, row by row, in source and
// not in partner: partner is of rest's side and source of the other.
func inRows(side *Side, rest, partner int, other *Side, source int) float64 {
	words := side.words(rest)
	if len(words) < rowWordsBeside {
		return 0
	}
	elsewhere := newWordRows(words, rowWordsBeside)
	elsewhere.holdIn(other.words(source), side.words(partner))
	return float64(elsewhere.covered(words)) / float64(len(words))
}

// words are those of a clause's own text, by their Fold.
func (s *Side) words(u int) []uint32 { return folds(s.texts.lasting(&s.units[u])) }

func folds(tokens []textdiff.Token) []uint32 {
	words := make([]uint32, 0, len(tokens)/2+1)
	for i := range tokens {
		if tokens[i].IsWord() {
			words = append(words, tokens[i].Fold())
		}
	}
	return words
}

// wordRows are the rows of so many words in a text, and which of them stand in certain
// other texts.
type wordRows struct {
	length int
	held   map[uint64]bool // by the row's hash
}

func newWordRows(words []uint32, length int) wordRows {
	r := wordRows{length, make(map[uint64]bool, len(words))}
	for _, row := range rows(words, length) {
		r.held[row] = false
	}
	return r
}

// holdIn says which rows stand in one text and not in another.
func (r wordRows) holdIn(there, stays []uint32) {
	for _, row := range rows(there, r.length) {
		if _, ours := r.held[row]; ours {
			r.held[row] = true
		}
	}
	for _, row := range rows(stays, r.length) {
		if r.held[row] {
			r.held[row] = false
		}
	}
}

// covered counts the words in rows that are held.
func (r wordRows) covered(words []uint32) int {
	n, end := 0, 0
	for i, row := range rows(words, r.length) {
		if r.held[row] {
			n += i + r.length - max(i, end)
			end = i + r.length
		}
	}
	return n
}

// rows hashes each row of so many words (FNV-1a), by the place of its first.
func rows(words []uint32, length int) iter.Seq2[int, uint64] {
	return func(yield func(int, uint64) bool) {
		for i := 0; i+length <= len(words); i++ {
			h := uint64(14695981039346656037)
			for _, w := range words[i : i+length] {
				h = (h ^ uint64(w)) * 1099511628211
				h ^= h >> 29
			}
			if !yield(i, h) {
				return
			}
		}
	}
}
