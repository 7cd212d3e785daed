package align

import "conceptdiff/internal/textdiff"

const (
	// rowWords is how many words in a row do not stand in two texts by chance.
	rowWords = 6
	// movedSentence is the part of a sentence that must stand elsewhere row by row
	// for the sentence to have moved there.
	movedSentence = 0.5
)

// movedThird reports whether sentences that make up a third of source's own text
// stand in rest and not in partner, both of the other side: so much of source
// moved there, whatever else rest says. A third at least stays: a single sentence
// that is quoted in two places has not moved.
func movedThird(side *Side, rest, partner int, other *Side, source int) bool {
	stays, left := rowsOf(side, partner), rowsOf(side, rest)
	tokens := other.texts.lasting(&other.units[source])
	moved, all := 0, textdiff.Words(tokens)
	for _, s := range other.texts.lex.Sentences(tokens) {
		words := folds(tokens[s.Start:s.End])
		covered, end := 0, 0
		for i, row := range rows(words) {
			if left[row] && !stays[row] {
				covered += i + rowWords - max(i, end)
				end = i + rowWords
			}
		}
		if float64(covered) >= movedSentence*float64(len(words)) && covered > 0 {
			moved += len(words)
		}
	}
	return float64(moved) >= flowThird*float64(all) && float64(moved) <= (1-flowThird)*float64(all)
}

// rowsOf are the rows of words in a clause's own text.
func rowsOf(s *Side, u int) map[uint64]bool {
	set := map[uint64]bool{}
	for _, row := range rows(folds(s.texts.lasting(&s.units[u]))) {
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

// rows hashes each row of words (FNV-1a), by the place of its first.
func rows(words []uint32) []uint64 {
	var out []uint64
	for i := 0; i+rowWords <= len(words); i++ {
		h := uint64(14695981039346656037)
		for _, w := range words[i : i+rowWords] {
			h = (h ^ uint64(w)) * 1099511628211
			h ^= h >> 29
		}
		out = append(out, h)
	}
	return out
}
