package significance

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

// isForm reports whether passage p differs in form only, and notes how.
func (j *judge) isForm(p int, f *findings) bool {
	r := &j.reading
	ps := r.passages[p]
	if r.old.hasQuantity(ps.old, p) || r.new.hasQuantity(ps.new, p) {
		return false
	}
	j.oldWords, j.newWords = r.old.words(j.oldWords[:0], ps.old, p), r.new.words(j.newWords[:0], ps.new, p)
	old, new := j.oldWords, j.newWords
	switch {
	case len(old) == 0 && len(new) == 0:
		f.editorial(rankEditorial, r.markChange(p), Item{})
		return true
	case len(old) == 0 || len(new) == 0:
		return false
	}
	if bytes.Equal(r.old.glued(old), r.new.glued(new)) {
		switch {
		case len(old) != len(new):
			f.editorial(rankEditorial, Spelling, Item{Old: r.old.phrase(old), New: r.new.phrase(new)})
		default:
			code, item := r.writtenOtherwise(p, old, new)
			f.editorial(rankEditorial, code, item)
		}
		return true
	}
	if len(old) != len(new) {
		return false
	}
	for k := range old {
		a, b := r.old.tokens[old[k]], r.new.tokens[new[k]]
		named := r.old.traits[old[k]]&r.new.traits[new[k]]&traitName != 0
		if x, y := r.old.fold(old[k]), r.new.fold(new[k]); a.Fold() != b.Fold() && !j.isSpelling(x, y) && !(named && respelled(x, y)) {
			return false
		}
	}
	f.editorial(rankEditorial, Spelling, Item{Old: r.old.phrase(old), New: r.new.phrase(new)})
	return true
}

// writtenOtherwise names how the same words, one for one, are written in the two
// sides of passage p, with what shows it.
func (r *reading) writtenOtherwise(p int, old, new []int) (Code, Item) {
	most := words.Alike
	for k := range old {
		if a, b := &r.old.tokens[old[k]], &r.new.tokens[new[k]]; a.ID != b.ID {
			most = max(most, words.Differ(a.Text, b.Text))
		}
	}
	switch most {
	case words.InScript:
		return OtherScript, Item{}
	case words.InSpelling:
		return Spelling, Item{Old: r.old.phrase(old), New: r.new.phrase(new)}
	case words.InCase:
		return CapitalLetters, Item{}
	}
	return r.markChange(p), Item{}
}

// markChange names a change that touches no word.
func (r *reading) markChange(p int) Code {
	old, new := r.old.marksIn(r.passages[p].old, p), r.new.marksIn(r.passages[p].new, p)
	switch max(old, new) {
	case textdiff.Space:
		return Spacing
	case textdiff.Break:
		return ParagraphBreaks
	}
	return Punctuation
}

// marksIn is the class that weighs most of what is no word in a passage: Punct,
// else Break, else Space.
func (w *wording) marksIn(r textdiff.Range, p int) textdiff.Class {
	most := textdiff.Space
	for i := r.Start; i < r.End; i++ {
		if c := w.tokens[i].Class(); w.changed(i, p) && c <= textdiff.Punct {
			most = max(most, c)
		}
	}
	return most
}

// hasQuantity reports whether a sign in passage p says more than that a phrase ends.
func (w *wording) hasQuantity(r textdiff.Range, p int) bool {
	for i := r.Start; i < r.End; i++ {
		if w.traits[i]&(traitQuantity|traitSign) != 0 && w.changed(i, p) {
			return true
		}
	}
	return false
}

// glued is the words in folded case without anything between, so that
// co-operation is cooperation and 5km is 5 km. Numbers keep their limits. It is good
// until the next call.
func (w *wording) glued(words []int) []byte {
	w.buf = w.buf[:0]
	for _, i := range words {
		number := false
		if last := len(w.buf); w.is(i, "²") || w.is(i, "³") { // m² is m2, but 10² is not 102
			if raised := map[string]string{"²": "#2#", "³": "#3#"}[w.tokens[i].Text]; last > 0 && w.buf[last-1] != '#' && i > 0 && w.isClass(i-1, textdiff.Word) {
				w.buf = append(w.buf, raised...)
				continue
			}
		}
		for rest := w.fold(i); rest != ""; {
			r, size := utf8.DecodeRuneInString(rest)
			if r == '\'' {
				rest = rest[size:]
				continue
			}
			if is := unicode.IsNumber(r) || number && (r == '.' || r == ','); is != number {
				w.buf, number = append(w.buf, '#'), is
			}
			w.buf, rest = append(w.buf, rest[:size]...), rest[size:]
		}
		if number {
			w.buf = append(w.buf, '#')
		}
	}
	return w.buf
}

// phrase is the text from the first to the last of words.
func (w *wording) phrase(words []int) string {
	return w.text(words[0], words[len(words)-1]+1)
}

// isSpelling reports whether two folded words are two spellings of one.
func (j *judge) isSpelling(a, b string) bool {
	if strings.ContainsAny(a, "0123456789") || strings.ContainsAny(b, "0123456789") {
		return false
	}
	if doubled(a, b) || doubled(b, a) || swapped(a, b) {
		return true
	}
	return j.rules.sameSpelled != nil && j.rules.sameSpelled(a, b)
}

// respelled reports whether two folded words are one name from another alphabet,
// written in Latin letters by two rules: Meclis and Majlis, Şuşa and Shusha.
func respelled(a, b string) bool {
	return min(utf8.RuneCountInString(a), utf8.RuneCountInString(b)) >= nameLetters && sounds.Replace(a) == sounds.Replace(b)
}

// nameLetters is the least number of letters of a name for that.
const nameLetters = 5

// sounds writes what stands for one sound, in names from Azerbaijani, Turkish, Arabic
// and Russian, in one way.
var sounds = strings.NewReplacer(
	"sh", "ş", "ch", "ç", "dj", "j", "zh", "j", "c", "j", "kh", "h", "x", "h", "gh", "g", "ğ", "g", "q", "g",
	"ə", "a", "e", "a", "ı", "i", "y", "i", "ö", "o", "ü", "u", "w", "v",
)

// longWord is the number of letters from which a word is not mistaken for
// another that differs from it by one.
const longWord = 7

// doubled reports whether the long word a is b with one letter written twice:
// occurred and occured. At the ends a letter more is grammar.
func doubled(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if len(rb) < longWord || len(ra) != len(rb)+1 {
		return false
	}
	i := 0
	for i < len(rb) && ra[i] == rb[i] {
		i++
	}
	return i > 1 && i < len(rb)-1 && ra[i] == ra[i-1] && string(ra[i+1:]) == string(rb[i:])
}

// swapped reports whether two long words differ by two letters that changed
// places, away from the ends: receive and recieve.
func swapped(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	if len(ra) < longWord || len(ra) != len(rb) {
		return false
	}
	i := 0
	for i < len(ra) && ra[i] == rb[i] {
		i++
	}
	return i > 1 && i+3 < len(ra) && ra[i] == rb[i+1] && ra[i+1] == rb[i] && string(ra[i+2:]) == string(rb[i+2:])
}

// misspelled reports whether one of two long words lacks a letter of the other,
// away from the ends: government and goverment.
func misspelled(a, b string) bool {
	if utf8.RuneCountInString(a) < utf8.RuneCountInString(b) {
		a, b = b, a
	}
	ra, rb := []rune(a), []rune(b)
	if len(rb) <= longWord || len(ra) != len(rb)+1 || confusable[b] {
		return false
	}
	i := 0
	for i < len(rb) && ra[i] == rb[i] {
		i++
	}
	return i > 2 && i+3 < len(rb) && string(ra[i+1:]) == string(rb[i:])
}

// confusable are words that lack one letter of another word, and are not it.
var confusable = set("ordnance ordnances principal personal interment casualty confident")
