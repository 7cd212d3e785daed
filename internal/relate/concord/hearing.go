package concord

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// heard is a word with its sound.
type heard struct {
	word string
	sound
}

// hear lists the words of a passage that have a capital inside a sentence, and the sounds
// of all.
func hear(text, lang string) (proper []heard, all []sound) {
	list := words.Scan(text)
	for i, w := range list {
		s := soundOf(text[w.Start:w.End], lang)
		all = append(all, s)
		first, n := utf8.DecodeRuneInString(text[w.Start:])
		second, _ := utf8.DecodeRuneInString(text[w.Start+n:])
		inside := i > 0 && !slices.ContainsFunc([]rune(text[list[i-1].End:w.Start]), func(r rune) bool { return r != ' ' && r != ',' && r != '-' && r != '\u00a0' })
		if (inside || beforeName(text, list, i)) && unicode.IsUpper(first) && unicode.IsLower(second) && len(s.consonants) >= 2 {
			proper = append(proper, heard{text[w.Start:w.End], s})
		}
	}
	return proper, all
}

// beforeName reports whether a word that begins a sentence is part of a name all the
// same: the next has a capital, too.
func beforeName(text string, list []words.SearchWord, i int) bool {
	if i+1 >= len(list) || text[list[i].End:list[i+1].Start] != " " || words.IsFunctionWord(list[i].Fold) {
		return false
	}
	next, n := utf8.DecodeRuneInString(text[list[i+1].Start:])
	second, _ := utf8.DecodeRuneInString(text[list[i+1].Start+n:])
	return unicode.IsUpper(next) && unicode.IsLower(second)
}

// foreignConsonants is by how many consonants a word is known that languages take from
// each other: strategy, стратегия.
const foreignConsonants = 4

// foreign lists keys of the words that other languages may have, too.
func foreign(proper []heard, all []sound) []string {
	var keys []string
	for _, s := range all {
		if len(s.consonants) >= foreignConsonants {
			keys = append(keys, s.consonants[:foreignConsonants])
		}
	}
	for _, h := range proper {
		if len(h.consonants) == leastHeard {
			keys = append(keys, h.consonants)
		}
	}
	return keys
}

// hearing knows which names the two texts write by their sound: those that stand, heard
// alike, in two passages that go together.
type hearing struct{ in [2][]sound }

func newHearing(x, y []clause, pairs []pair) *hearing {
	h := &hearing{}
	for _, p := range pairs {
		if p.a < 0 || p.b < 0 || len(x[p.a].passages) != len(y[p.b].passages) {
			continue
		}
		for i := range x[p.a].passages {
			a, b := &x[p.a].passages[i], &y[p.b].passages[i]
			for _, name := range a.proper {
				for _, other := range b.proper {
					if name.same(other.sound) {
						h.in[0] = append(h.in[0], name.sound)
						h.in[1] = append(h.in[1], other.sound)
					}
				}
			}
		}
	}
	return h
}

// missing tells the names of two clauses' passages that the one has and the other, which
// writes them elsewhere, has not.
func (h *hearing) missing(a, b *clause) []Difference {
	if len(a.passages) != len(b.passages) {
		return nil
	}
	var out []Difference
	for i := range a.passages {
		d := Difference{
			Kind: NamesOf, A: a.passages[i].address, B: b.passages[i].address,
			OnlyA: h.only(0, a.passages[i].proper, b.passages[i].all), OnlyB: h.only(1, b.passages[i].proper, a.passages[i].all),
		}
		if len(d.OnlyA)+len(d.OnlyB) > 0 {
			out = append(out, d)
		}
	}
	return out
}

func (h *hearing) only(side int, proper []heard, other []sound) []string {
	var out []string
	for _, name := range proper {
		if slices.Contains(h.in[side], name.sound) && !slices.ContainsFunc(other, name.same) && !slices.Contains(out, name.word) {
			out = append(out, name.word)
		}
	}
	return out
}

// mergeNames joins two lists of differences in names, in the order of the first text's
// passages; what is told of a passage in the first is not told again.
func mergeNames(a, b []Difference) []Difference {
	told := map[string]bool{}
	for i := range a {
		told[a[i].A] = true
	}
	for i := range b {
		if !told[b[i].A] {
			a = append(a, b[i])
		}
	}
	return a
}
