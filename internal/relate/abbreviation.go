package relate

import (
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/words"
)

// abbreviation is letters that stand for a name: «Organization of Islamic
// Conference (OIC)» introduces one.
type abbreviation struct {
	short string
	key   string   // the stem of short
	long  []string // the stems of the name, in order
}

// abbreviations are those that a text introduces, by the first stem of their names.
type abbreviations struct {
	byLong  map[string][]*abbreviation
	byShort map[string]*abbreviation
}

// findAbbreviations lists the abbreviations that texts introduce in brackets.
func findAbbreviations(texts ...*Text) *abbreviations {
	a := &abbreviations{map[string][]*abbreviation{}, map[string]*abbreviation{}}
	for _, t := range texts {
		s := words.NewStemmer(t.Language).Remembering()
		for i := range t.Passages {
			a.find(s, t.Passages[i].Text)
		}
	}
	return a
}

func (a *abbreviations) find(s words.Stemmer, text string) {
	for at := 0; ; {
		open := strings.IndexByte(text[at:], '(')
		if open < 0 {
			return
		}
		open += at
		at = open + 1
		end := strings.IndexByte(text[open:], ')')
		if end < 0 {
			return
		}
		short := strings.Trim(text[open+1:open+end], " «»\"“”")
		if !isAcronym(short) {
			continue
		}
		if long := longForm(s, text[:open], short); long != nil {
			key := s.Stem(words.Fold(short))
			if a.byShort[key] == nil {
				ab := &abbreviation{short, key, long}
				a.byShort[key] = ab
				a.byLong[long[0]] = append(a.byLong[long[0]], ab)
			}
		}
	}
}

// isAcronym reports whether s is two to eight letters, mostly capitals.
func isAcronym(s string) bool {
	n, small := 0, 0
	for _, r := range s {
		if !unicode.IsLetter(r) {
			return false
		}
		if n++; unicode.IsLower(r) {
			small++
		}
	}
	return n >= 2 && n <= 8 && small <= n/3
}

// longForm finds the words before an abbreviation whose first letters it is made
// of: as many as it has letters, function words aside; nil when they do not fit.
func longForm(s words.Stemmer, before, short string) []string {
	list := words.Scan(before)
	letters := []rune(words.Fold(short))
	var long []string
	k := len(letters) - 1
	for i := len(list) - 1; i >= 0 && k >= 0; i-- {
		w := list[i]
		first, _ := firstRune(w.Fold)
		switch {
		case first == letters[k]:
			k--
		case !words.IsFunctionWord(w.Fold):
			return nil
		}
		if !words.IsFunctionWord(w.Fold) {
			long = append(long, s.Stem(w.Fold))
		}
	}
	if k >= 0 || len(long) < 2 {
		return nil
	}
	slices.Reverse(long)
	return long
}

func firstRune(s string) (rune, int) {
	for _, r := range s {
		return r, len(string(r))
	}
	return 0, 0
}

// in lists the abbreviations that stand in a row of stems, short or written out.
func (a *abbreviations) in(list []stem) []*abbreviation {
	var out []*abbreviation
	for i, w := range list {
		if ab := a.byShort[w.key]; ab != nil {
			out = append(out, ab)
		}
	next:
		for _, ab := range a.byLong[w.key] {
			if i+len(ab.long) > len(list) {
				continue
			}
			for k, key := range ab.long {
				if list[i+k].key != key {
					continue next
				}
			}
			out = append(out, ab)
		}
	}
	return out
}
