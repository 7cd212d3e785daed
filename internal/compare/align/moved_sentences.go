package align

import "conceptdiff/internal/textdiff"

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
	stays, left := rowsOf(side, partner, rowWords), rowsOf(side, rest, rowWords)
	tokens := other.texts.lasting(&other.units[source])
	moved, all := 0, textdiff.Words(tokens)
	for _, s := range other.texts.lex.Sentences(tokens) {
		words := folds(tokens[s.Start:s.End])
		if n := covered(words, rowWords, left, stays); n > 0 && float64(n) >= movedSentence*float64(len(words)) {
			moved += len(words)
		}
	}
	return float64(moved) >= flowThird*float64(all) && float64(moved) <= (1-flowThird)*float64(all)
}

// inRows is the part of rest's own words that stand, row by row, in source and
// not in partner: partner is of rest's side and source of the other.
func inRows(side *Side, rest, partner int, other *Side, source int) float64 {
	words := folds(side.texts.lasting(&side.units[rest]))
	if len(words) < rowWordsBeside {
		return 0
	}
	there, stays := rowsOf(other, source, rowWordsBeside), rowsOf(side, partner, rowWordsBeside)
	return float64(covered(words, rowWordsBeside, there, stays)) / float64(len(words))
}

// covered counts the words in rows of the given length that are there and do not
// stay.
func covered(words []uint32, length int, there, stays map[uint64]bool) int {
	n, end := 0, 0
	for i, row := range rows(words, length) {
		if there[row] && !stays[row] {
			n += i + length - max(i, end)
			end = i + length
		}
	}
	return n
}

// rowsOf are the rows of so many words in a clause's own text.
func rowsOf(s *Side, u, length int) map[uint64]bool {
	set := map[uint64]bool{}
	for _, row := range rows(folds(s.texts.lasting(&s.units[u])), length) {
		set[row] = true
	}
	return set
}

func folds(tokens []textdiff.Token) []uint32 {
	var words []uint32
	for i := range tokens {
		if tokens[i].IsWord() {
			words = append(words, tokens[i].Fold())
		}
	}
	return words
}

// rows hashes each row of so many words (FNV-1a), by the place of its first.
func rows(words []uint32, length int) []uint64 {
	var out []uint64
	for i := 0; i+length <= len(words); i++ {
		h := uint64(14695981039346656037)
		for _, w := range words[i : i+length] {
			h = (h ^ uint64(w)) * 1099511628211
			h ^= h >> 29
		}
		out = append(out, h)
	}
	return out
}
