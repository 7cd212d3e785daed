package claim

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// sieve tells of most texts at once that no term of a subject stands in them,
// since they lack one word of each. The word is looked for by its rarest letter:
// finding a byte is what computers do fastest.
type sieve struct {
	letters []sieveLetter
	first   [256]bool     // the bytes with which the words begin
	words   []wordPattern // one of each term
}

// sieveLetter is a small letter or a digit and the words of which it is the
// rarest one.
type sieveLetter struct {
	letter byte
	words  []sieveWord
}

type sieveWord struct {
	wordPattern
	at int // of the letter
}

// rarest are the digits and the letters of the Latin alphabet, those first that
// stand least often in English texts.
const rarest = "0123456789qxzjkvbpgwyfmculdrhsnioate"

// leastSieved is how many letters a word must have to be looked for, where a
// term has such a word: shorter ones stand in most sentences.
const leastSieved = 6

func newSieve(terms []compiledTerm) *sieve {
	s := &sieve{}
	for _, t := range terms {
		s.add(t.rarestWord())
	}
	return s
}

func (s *sieve) add(w wordPattern) {
	if slices.Contains(s.words, w) {
		return
	}
	s.words = append(s.words, w)
	s.first[w.fold[0]] = true
	if !words.IsASCII(w.fold) {
		return // stands in no text of ASCII letters, and others are read word by word
	}
	at := w.rarestAt()
	i := slices.IndexFunc(s.letters, func(l sieveLetter) bool { return l.letter == w.fold[at] })
	if i < 0 {
		i = len(s.letters)
		s.letters = append(s.letters, sieveLetter{letter: w.fold[at]})
	}
	s.letters[i].words = append(s.letters[i].words, sieveWord{w, at})
}

// rarestWord is the word of a term to look for: of the long ones that whose
// rarest letter is the rarest.
func (t compiledTerm) rarestWord() wordPattern {
	best := t[0][0]
	for _, phrase := range t {
		for _, w := range phrase {
			if cmp.Or(
				cmp.Compare(min(len(best.fold), leastSieved), min(len(w.fold), leastSieved)),
				cmp.Compare(rank(w), rank(best)),
				cmp.Compare(len(best.fold), len(w.fold)),
			) < 0 {
				best = w
			}
		}
	}
	return best
}

// rank is how rare the rarest letter of a word is, 0 for the rarest.
func rank(w wordPattern) int8 { return rankOf[w.fold[w.rarestAt()]] }

// rankOf takes what is no small ASCII letter or digit for the most frequent one.
var rankOf = func() (rank [256]int8) {
	for c := range rank {
		rank[c] = int8(len(rarest))
	}
	for i := range len(rarest) {
		rank[rarest[i]] = int8(i)
	}
	return rank
}()

// rarestAt is where the rarest letter of a word first stands.
func (p wordPattern) rarestAt() int {
	best := 0
	for i := range len(p.fold) {
		if rankOf[p.fold[i]] < rankOf[p.fold[best]] {
			best = i
		}
	}
	return best
}

// hasASCIILetters reports whether a text has no letters but those of ASCII, though
// it may have quotation marks, dashes and spaces beyond it.
func hasASCIILetters(text string) bool {
	for _, r := range text {
		if r >= utf8.RuneSelf && !unicode.IsPunct(r) && !unicode.IsSpace(r) {
			return false
		}
	}
	return true
}

// passes reports whether one of the words stands in the text.
func (s *sieve) passes(text string) bool {
	if !words.IsASCII(text) && !hasASCIILetters(text) {
		return s.passesWords(text)
	}
	for i := range s.letters {
		l := &s.letters[i]
		if l.stands(text, l.letter) || 'a' <= l.letter && l.letter <= 'z' && l.stands(text, l.letter-smallBit) {
			return true
		}
	}
	return false
}

// passesAny reports whether one of the words stands in one of the unit's texts.
func (s *sieve) passesAny(u *unit) bool {
	for i := range u.blocks {
		if s.passes(u.blocks[i].Text) {
			return true
		}
	}
	return false
}

// smallBit is the difference of small letters and capitals in ASCII.
const smallBit = 'a' - 'A'

// stands reports whether one of the words stands in a text of ASCII letters with
// its rarest letter written as c.
func (l *sieveLetter) stands(text string, c byte) bool {
	for i := 0; ; i++ {
		next := strings.IndexByte(text[i:], c)
		if next < 0 {
			return false
		}
		i += next
		for k := range l.words {
			if l.words[k].standsAt(text, i-l.words[k].at) {
				return true
			}
		}
	}
}

func (w *sieveWord) standsAt(text string, start int) bool {
	end := start + len(w.fold)
	return start >= 0 && end <= len(text) &&
		(start == 0 || !words.IsLetterOrDigit(text[start-1])) &&
		(w.prefix || end == len(text) || !words.IsLetterOrDigit(text[end])) &&
		strings.EqualFold(text[start:end], w.fold)
}

func (s *sieve) passesWords(text string) bool {
	for start, end := words.Next(text, 0); start < end; start, end = words.Next(text, end) {
		w := text[start:end]
		if words.IsASCII(w) && !s.first[w[0]] && !s.first[w[0]|smallBit] {
			continue
		}
		if w = words.Fold(w); w != "" && slices.ContainsFunc(s.words, func(p wordPattern) bool { return p.matches(w) }) {
			return true
		}
	}
	return false
}
