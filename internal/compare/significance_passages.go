package compare

import (
	"cmp"
	"slices"

	"conceptdiff/internal/textdiff"
)

// passages weighs every place at which the texts differ.
func (j *judge) passages(ch *Change, f *findings) {
	r := newReading(ch, j)
	for p := range r.passages {
		r.passages[p].form = j.isForm(r, p, f)
	}
	old, new := j.find(r.old), j.find(r.new)
	for _, s := range j.onlyHere(r, r.old, old.names, j.nameWords(ch, func(e Edit) string { return e.New })) {
		f.substantive(rankName, "name removed", s.text)
	}
	for _, s := range j.onlyHere(r, r.new, new.names, j.nameWords(ch, func(e Edit) string { return e.Old })) {
		f.substantive(rankName, "name added", s.text)
	}
	var books [bookCount]book
	differs := false // whether anything does but in form
	for p := range r.passages {
		if r.passages[p].form {
			continue
		}
		j.followed(ch, r, p, old.spans[bookReferences], new.spans[bookReferences], f)
		for k := range books {
			differs = books[k].enter(r, p, old.spans[k], new.spans[k]) || differs
		}
	}
	for k := range books {
		books[k].report(f, bookNames[k].rank, bookNames[k].name)
	}
	for p := range r.passages {
		if !r.passages[p].form && !r.accounted(p) {
			f.substantive(rankWording, r.rest(p, ch), "")
		}
	}
	if differs && len(f.substance) == 0 { // a word that came back elsewhere
		f.substantive(rankWording, "wording", "")
	}
}

// rest names a passage for which there is no closer reason.
func (r *reading) rest(p int, ch *Change) string {
	old, new := r.passages[p].old, r.passages[p].new
	if ch.Retitled && (r.old.inFirstLine(old) || r.new.inFirstLine(new)) {
		return "heading"
	}
	switch o, n := len(r.old.words(old)), len(r.new.words(new)); {
	case n == 0 && o >= fewWords:
		return "text removed"
	case o == 0 && n >= fewWords:
		return "text added"
	}
	return "wording"
}

// inFirstLine reports whether tokens start before the first break.
func (w *wording) inFirstLine(tokens []int) bool {
	return len(tokens) > 0 && !slices.ContainsFunc(w.tokens[:tokens[0]], func(t textdiff.Token) bool { return t.Class == textdiff.Break })
}

// fewWords is how many words make a text rather than a matter of wording.
const fewWords = 4

// The books in which findings are kept until both sides are read: a modal verb
// that goes in one passage and comes back in the next has not changed.
const (
	bookModals = iota
	bookNegations
	bookReferences
	bookDates
	bookNumbers
	bookCount
)

// bookNames say what each book is about, and how much that weighs.
var bookNames = [bookCount]struct {
	rank rank
	name string
}{
	bookModals:     {rankModality, "modality"},
	bookNegations:  {rankNegation, "negation"},
	bookReferences: {rankNumber, "reference"},
	bookDates:      {rankNumber, "date"},
	bookNumbers:    {rankNumber, "number"},
}

// found is what one side of a change says: the spans of each book, and names.
type found struct {
	spans [bookCount][]span
	names []span
}

func (j *judge) find(w *wording) found {
	var f found
	f.spans[bookModals] = j.modals(w)
	f.spans[bookNegations] = j.negations(w, f.spans[bookModals])
	f.spans[bookReferences] = j.references(w)
	f.spans[bookDates] = j.dates(w)
	f.spans[bookNumbers] = j.numbers(w, f.spans[bookReferences], f.spans[bookDates])
	f.names = j.names(w)
	return f
}

// book keeps what changed of one sort of thing.
type book struct {
	pairs    [][2]span // one became the other
	same     [][2]span // the same, written otherwise
	old, new []span    // on one side only
}

// enter books what passage p says, and reports whether the sides differ in it.
// What reads the same on both cancels out; if as much is left on either side, one
// became the other, in their order.
func (b *book) enter(r *reading, p int, oldSpans, newSpans []span) bool {
	old, new, same := cancel(r.old.in(p, oldSpans), r.new.in(p, newSpans))
	if len(old) != len(new) {
		old, new = slices.DeleteFunc(old, span.isVague), slices.DeleteFunc(new, span.isVague)
		b.old, b.new = append(b.old, old...), append(b.new, new...)
	} else {
		for i := range old {
			b.pairs = append(b.pairs, [2]span{old[i], new[i]})
		}
	}
	r.old.tell(old...)
	r.new.tell(new...)
	for _, s := range same {
		r.old.tell(s[0])
		r.new.tell(s[1])
		if s[0].text != s[1].text {
			b.same = append(b.same, s)
		}
	}
	return len(old)+len(new) > 0
}

// cancel takes out of both lists what stands in both.
func cancel(old, new []span) (onlyOld, onlyNew []span, same [][2]span) {
	onlyNew = slices.Clone(new)
	for _, s := range old {
		i := slices.IndexFunc(onlyNew, func(t span) bool { return t.key == s.key })
		if i < 0 {
			onlyOld = append(onlyOld, s)
			continue
		}
		same = append(same, [2]span{s, onlyNew[i]})
		onlyNew = slices.Delete(onlyNew, i, i+1)
	}
	return onlyOld, onlyNew, same
}

// report gives the reasons; name is what the book is about.
func (b *book) report(f *findings, rank rank, name string) {
	for _, p := range b.pairs {
		f.substantive(rank, name, p[0].text+" → "+p[1].text)
	}
	for _, p := range b.same {
		f.editorial(rankEditorial, name+" written otherwise", p[0].text+" → "+p[1].text)
	}
	old, new, _ := cancel(b.old, b.new)
	for _, s := range old {
		if s.mode != intention {
			f.substantive(rank, cmp.Or(string(s.mode), name)+" removed", s.text)
		}
	}
	for _, s := range new {
		if s.mode != intention {
			f.substantive(rank, cmp.Or(string(s.mode), name)+" added", s.text)
		}
	}
}

// accounted reports whether reasons account for all words of passage p, but for
// function words beside them.
func (r *reading) accounted(p int) bool {
	told := false
	for _, s := range []struct {
		w      *wording
		tokens []int
	}{{r.old, r.passages[p].old}, {r.new, r.passages[p].new}} {
		for _, i := range s.tokens {
			told = told || s.w.told[i]
			if s.w.tokens[i].IsWord() && !s.w.told[i] && !s.w.weak[i] {
				return false
			}
		}
	}
	return told
}
