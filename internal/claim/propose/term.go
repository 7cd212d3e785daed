package propose

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/words"
)

// Term is a word or a pair of words of a statement by which provisions could be
// recognised, as a claims file writes it: "occup* territor*".
type Term struct {
	Text  string
	Count int      // sentences of the revision in which it stands
	Where []string // addresses of the provisions, in order, each once
	Forms []string // the words of the revision that it finds
}

// What is worth proposing: a term that stands in so many sentences at most, and so many
// terms of a statement, the rarest first.
const (
	mostCount = 25
	mostTerms = 8
	leastTerm = 4 // letters of a word
)

// empty are words that say how and how much, and tell no subject, folded.
var empty = words.Folded(`will shall must may can could should would most some already still yet certain no not nor neither more
	less than such now very much many even only therefore thus again just said says
	artıq hələ çox ən var yoxdur deyil indi yalnız hamısı bütün əsas
	уже еще больше самый весь вся все не ни очень теперь только даже также поэтому`)

// terms proposes those of a statement.
func (s *stored) terms(text string) []Term {
	var list []words.SearchWord
	for _, w := range words.Scan(text) {
		if !words.IsFunctionWord(w.Fold) && !slices.Contains(empty(), w.Fold) {
			list = append(list, w)
		}
	}
	var out []Term
	add := func(t Term, ok bool) {
		if ok && !slices.ContainsFunc(out, func(o Term) bool { return o.Text == t.Text }) {
			out = append(out, t)
		}
	}
	for i, w := range list {
		one, found := s.word(w.Fold)
		add(one, found && one.Count <= mostCount)
		if i+1 < len(list) {
			next, also := s.word(list[i+1].Fold)
			if found && also {
				pair, stands := s.pair(one, next)
				add(pair, stands && pair.Count <= mostCount)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Term) int { return cmp.Compare(a.Count, b.Count) })
	return out[:min(len(out), mostTerms)]
}

// word makes a term of a word and its inflected forms in the revision.
func (s *stored) word(fold string) (Term, bool) {
	if utf8.RuneCountInString(fold) < leastTerm {
		return Term{}, false
	}
	forms := make(map[string]bool)
	at := make(map[int]bool)
	for stem, list := range s.forms {
		near := closeForm(stem, s.stem.Stem(fold))
		for form := range list {
			if near || form == fold {
				forms[form] = true
				for _, n := range s.holding[stem] {
					if words.Set(s.sentences[n].text)[form] {
						at[n] = true
					}
				}
			}
		}
	}
	if len(at) == 0 {
		return Term{}, false
	}
	all := slices.Sorted(maps.Keys(forms))
	text := all[0]
	if len(all) > 1 || all[0] != fold {
		common := fold
		for _, f := range all {
			common = commonStart(common, f)
		}
		if utf8.RuneCountInString(common) < leastTerm-1 {
			return Term{}, false
		}
		text = common + "*"
	}
	return s.term(text, at, all), true
}

// closeForm reports whether the stems of two words are one but for what the stemmer
// left: occupied and occupation, not concept and concerned.
func closeForm(a, b string) bool {
	left := 1 // letters that may be left of an ending
	if !words.IsASCII(a + b) {
		left = 3
	}
	common := utf8.RuneCountInString(commonStart(a, b))
	short, long := utf8.RuneCountInString(a), utf8.RuneCountInString(b)
	short, long = min(short, long), max(short, long)
	return a == b || common == short && short >= leastTerm && long-short <= left
}

func commonStart(a, b string) string {
	end := 0
	for i, r := range a {
		if !strings.HasPrefix(b[min(i, len(b)):], string(r)) {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	return a[:end]
}

// pair makes a term of two words that stand next to each other, function words
// between them left out.
func (s *stored) pair(a, b Term) (Term, bool) {
	at := make(map[int]bool)
	forms := make(map[string]bool)
	for n := range s.sentences {
		all := words.Scan(s.sentences[n].text)
		for i := range all[:max(0, len(all)-1)] {
			if finds(a.Text, all[i].Fold) && finds(b.Text, all[i+1].Fold) {
				at[n] = true
				forms[all[i].Fold+" "+all[i+1].Fold] = true
			}
		}
	}
	return s.term(a.Text+" "+b.Text, at, slices.Sorted(maps.Keys(forms))), len(at) > 0
}

func finds(term, fold string) bool {
	if stem, open := strings.CutSuffix(term, "*"); open {
		return strings.HasPrefix(fold, stem)
	}
	return fold == term
}

func (s *stored) term(text string, at map[int]bool, forms []string) Term {
	t := Term{Text: text, Count: len(at), Forms: forms}
	for _, n := range slices.Sorted(maps.Keys(at)) {
		if p := s.sentences[n].provision; !slices.Contains(t.Where, p) {
			t.Where = append(t.Where, p)
		}
	}
	return t
}
