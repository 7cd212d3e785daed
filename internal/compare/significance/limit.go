package significance

import (
	"slices"
	"strings"

	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

// limit is what a word or phrase does to the rule around it.
type limit int

// The limits.
const (
	bound       limit = iota + 1 // at least, not later than, -dək
	restriction                  // only
	exception                    // except
	conjunction                  // and, or
)

// limitWord is a word or phrase that limits, as a table has it.
type limitWord struct {
	limit
	// vague: says something only against another of its sort, or, where withNumber
	// is set, beside a number.
	vague, withNumber bool
}

// limits makes a table of the words and phrases that limit; each list is parted by
// commas. A «#» behind a phrase says that it is one beside a number, and vague
// elsewhere: «до 5» and «до сведения».
func limits(lists map[limit]string) map[string]limitWord {
	m := make(map[string]limitWord)
	for l, list := range lists {
		for _, w := range strings.Split(list, ",") {
			w, withNumber := strings.CutSuffix(strings.TrimSpace(w), " #")
			m[words.Fold(w)] = limitWord{limit: l, withNumber: withNumber, vague: withNumber || l == conjunction}
		}
	}
	return m
}

// limitEnding is what a word limits by its ending, and where that stands. There is
// none where the limit is 0.
type limitEnding struct {
	limitWord
	lo, hi int
	text   string
	part   bool // the word says something else too
}

// limitBooks are the books of the limits, limitOf the other way round.
var (
	limitBooks = [...]int{bound: bookBounds, restriction: bookRestrictions, exception: bookExceptions, conjunction: bookConjunctions}
	limitOf    = [bookCount]limit{bookBounds: bound, bookRestrictions: restriction, bookExceptions: exception, bookConjunctions: conjunction}
)

// findLimits finds the words and phrases that limit, the longest first, outside of
// modal phrases, and enters each among the spans of its sort.
func (j *judge) findLimits(w *wording, modals []span, f *found) {
	for _, b := range limitBooks[bound:] {
		f[b].all = f[b].all[:0]
	}
	for i := 0; i < len(w.tokens); i++ {
		if !w.isNear(i) || !w.tokens[i].IsWord() {
			continue
		}
		for len(modals) > 0 && modals[0].hi <= i {
			modals = modals[1:]
		}
		if len(modals) > 0 && modals[0].lo <= i {
			continue
		}
		e := j.limitAt(w, i)
		if e.limit == 0 {
			continue
		}
		if e.limit == conjunction {
			e.hi = j.joined(w, e.hi)
		}
		if e.withNumber && j.countsBeside(w, e.lo, e.hi) {
			e.vague = false
		}
		s := span{lo: e.lo, hi: e.hi, key: e.text, text: e.text, vague: e.vague, part: e.part}
		if e.text == "" {
			s.key, s.text = string(w.folded(s.lo, s.hi)), w.small(s.lo, s.hi)
		}
		f[limitBooks[e.limit]].all = append(f[limitBooks[e.limit]].all, s)
		i = e.hi - 1
	}
}

// limitAt reads the longest phrase that limits at word i, or what the language says
// by an ending.
func (j *judge) limitAt(w *wording, i int) (e limitEnding) {
	if w.traits[i]&traitLimit != 0 {
		e.limitWord, e.lo, e.hi = j.rules.limits[w.fold(i)], i, i+1
		for end, n := w.next(i+1), 2; n <= maxPhrase && end < len(w.tokens) && w.tokens[end].IsWord(); n++ {
			if v, ok := j.rules.limits[string(w.folded(i, end+1))]; ok {
				e.limitWord, e.hi = v, end+1
			}
			end = w.next(end + 1)
		}
	}
	if e.limit == 0 && j.rules.limitEnding != nil {
		return j.rules.limitEnding(w, i)
	}
	return e
}

// joined is where a conjunction ends that another follows in brackets or behind a
// stroke: «and/or», «и (или)», «və (və ya)».
func (j *judge) joined(w *wording, hi int) int {
	at := w.next(hi)
	closed := w.is(at, "(")
	if !closed && !w.is(at, "/") {
		return hi
	}
	i := w.next(at + 1)
	if i >= len(w.tokens) || !w.tokens[i].IsWord() {
		return hi
	}
	switch e := j.limitAt(w, i); {
	case e.limit != conjunction:
		return hi
	case !closed:
		return e.hi
	case w.is(e.hi, ")"):
		return e.hi + 1
	}
	return hi
}

// countsBeside reports whether a number or a date stands beside a bound, past a sign
// of currency, a small word or the noun it counts: «up to £5», «до 1 мая», «5 gündən
// sonra».
func (j *judge) countsBeside(w *wording, lo, hi int) bool {
	step, i := w.next, hi
	if j.rules.numberFirst {
		step, i = func(i int) int { return w.before(i + 1) }, lo-1
	}
	for range 4 {
		i = step(i)
		if i < 0 || i >= len(w.tokens) || w.tokens[i].Class() == textdiff.Break {
			return false
		}
		switch {
		case w.tokens[i].Class() == textdiff.Number, w.traits[i]&(traitNumeral|traitMonth) != 0:
			return true
		case w.traits[i]&traitQuantity == 0 && !w.isWeak(i) && !j.rules.numberFirst:
			return false
		}
		if j.rules.numberFirst {
			i--
		} else {
			i++
		}
	}
	return false
}

// limitsIn readies what the two sides of passage p say for its book. What grew out of
// words that were kept, or shrank to such, is booked here. In a passage that was
// written anew vague words say nothing.
func (j *judge) limitsIn(b *book, is limit, p int, old, new []span) (restOld, restNew []span) {
	r := &j.reading
	if len(old) == 0 || len(new) == 0 {
		old = b.grown(&r.old, old, func(s span) (span, bool) { return j.keptLimit(&r.old, s, is) }, false)
		new = b.grown(&r.new, new, func(s span) (span, bool) { return j.keptLimit(&r.new, s, is) }, true)
	}
	if ps := r.passages[p]; r.old.countWords(ps.old, p) > shortPassage || r.new.countWords(ps.new, p) > shortPassage {
		old, new = slices.DeleteFunc(old, span.isVague), slices.DeleteFunc(new, span.isVague)
	}
	return old, new
}

// shortPassage is how many words are still the place of a word that changed, and not
// a text written anew.
const shortPassage = 6

// keptLimit is what of a span was kept, when that alone is another limit of its
// sort: of «və ya» the «və» that stood there before.
func (j *judge) keptLimit(w *wording, s span, is limit) (span, bool) {
	lo, hi := w.keptIn(s)
	if lo == hi {
		return span{}, false
	}
	key := string(w.folded(lo, hi))
	return span{lo: lo, hi: hi, at: kept, key: key, text: w.small(lo, hi)}, j.rules.limits[key].limit == is
}
