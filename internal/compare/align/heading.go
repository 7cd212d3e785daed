package align

import "conceptdiff/internal/textdiff"

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
