package compare

import (
	"cmp"
	"slices"
)

// passages weighs every place at which the texts differ.
func (j *judge) passages(r *reading, f *findings) {
	for p := range r.passages {
		r.passages[p].form = j.isForm(r, p, f)
	}
	old, new := j.find(r.old), j.find(r.new)
	for _, s := range j.onlyHere(r, r.old, old.names, new.names) {
		f.substantive(rankName, "name removed: %s", s.text)
	}
	for _, s := range j.onlyHere(r, r.new, new.names, old.names) {
		f.substantive(rankName, "name added: %s", s.text)
	}
	var books [bookCount]book
	for p := range r.passages {
		if r.passages[p].form {
			continue
		}
		j.followed(r, p, old.spans[bookReferences], new.spans[bookReferences], f)
		for k := range books {
			books[k].enter(r, p, old.spans[k], new.spans[k])
		}
	}
	for k := range books {
		books[k].report(f, bookNames[k].rank, bookNames[k].name)
	}
	for p := range r.passages {
		if !r.passages[p].form && !r.accounted(p) {
			f.substantive(rankWording, "%s", r.passages[p].rest(r))
		}
	}
}

// rest names a passage for which there is no closer reason.
func (p passage) rest(r *reading) string {
	old, new := len(r.old.words(p.old)), len(r.new.words(p.new))
	switch {
	case new == 0 && old >= fewWords:
		return "text removed"
	case old == 0 && new >= fewWords:
		return "text added"
	}
	return "wording"
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

// enter books what passage p says. What reads the same on both sides cancels
// out; if as much is left on either side, one became the other, in their order.
func (b *book) enter(r *reading, p int, oldSpans, newSpans []span) {
	old, new := r.old.in(p, oldSpans), r.new.in(p, newSpans)
	if len(old) == 0 {
		new = slices.DeleteFunc(new, span.isVague)
	}
	if len(new) == 0 {
		old = slices.DeleteFunc(old, span.isVague)
	}
	r.old.tell(old...)
	r.new.tell(new...)
	old, new, same := cancel(old, new)
	for _, s := range same {
		if s[0].text != s[1].text {
			b.same = append(b.same, s)
		}
	}
	if len(old) == len(new) {
		for i := range old {
			b.pairs = append(b.pairs, [2]span{old[i], new[i]})
		}
		return
	}
	b.old, b.new = append(b.old, old...), append(b.new, new...)
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
		f.substantive(rank, "%s: %s → %s", name, p[0].text, p[1].text)
	}
	for _, p := range b.same {
		f.editorial(rankEditorial, "%s written otherwise: %s → %s", name, p[0].text, p[1].text)
	}
	old, new, _ := cancel(b.old, b.new)
	for _, s := range old {
		if s.mode != intention {
			f.substantive(rank, "%s removed: %s", cmp.Or(string(s.mode), name), s.text)
		}
	}
	for _, s := range new {
		if s.mode != intention {
			f.substantive(rank, "%s added: %s", cmp.Or(string(s.mode), name), s.text)
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
