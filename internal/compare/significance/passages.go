package significance

import (
	"cmp"
	"slices"

	"conceptdiff/internal/textdiff"
)

// passages weighs every place at which the texts differ.
func (j *judge) passages(ch *Change, f *findings) {
	r := &j.reading
	r.read(ch.Runs, &j.traits)
	j.inside.of = nil
	for p := range r.passages {
		r.passages[p].form = j.isForm(p, f)
	}
	j.find(&r.old, &j.old)
	j.find(&r.new, &j.new)
	for _, name := range j.onlyHere(&r.old, false) {
		f.substantive(rankName, NameRemoved, Item{Old: name})
	}
	for _, name := range j.onlyHere(&r.new, true) {
		f.substantive(rankName, NameAdded, Item{New: name})
	}
	var books [bookCount]book
	differs := false // whether anything does but in form
	for p := range r.passages {
		if r.passages[p].form {
			continue
		}
		j.followed(ch, p, f)
		for k := range books {
			differs = books[k].enter(r, j.old[k].in(&r.old, p), j.new[k].in(&r.new, p)) || differs
		}
	}
	for k := range books {
		books[k].report(f, &bookCodes[k])
	}
	for p := range r.passages {
		if !r.passages[p].form && !r.accounted(p) {
			f.substantive(rankWording, r.rest(p, ch), Item{})
		}
	}
	if differs && len(f.substance) == 0 { // a word that came back elsewhere
		f.substantive(rankWording, Wording, Item{})
	}
}

// rest names a passage for which there is no closer reason.
func (r *reading) rest(p int, ch *Change) Code {
	old, new := r.passages[p].old, r.passages[p].new
	if ch.Retitled && (r.old.inFirstLine(old) || r.new.inFirstLine(new)) {
		return HeadingWording
	}
	switch o, n := r.old.countWords(old, p), r.new.countWords(new, p); {
	case n == 0 && o >= fewWords:
		return TextRemoved
	case o == 0 && n >= fewWords:
		return TextAdded
	}
	return Wording
}

// inFirstLine reports whether tokens start before the first break.
func (w *wording) inFirstLine(r textdiff.Range) bool { return r.End > 0 && r.Start <= w.firstBreak }

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

// bookCode says what a book is about, and how much that weighs.
type bookCode struct {
	rank                               rank
	changed, removed, added, rewritten Code
}

var bookCodes = [bookCount]bookCode{
	bookModals:     {rankModality, ModalityChanged, ModalityRemoved, ModalityAdded, ModalityRewritten},
	bookNegations:  {rankNegation, NegationChanged, NegationRemoved, NegationAdded, NegationRewritten},
	bookReferences: {rankNumber, ReferenceChanged, ReferenceRemoved, ReferenceAdded, ReferenceRewritten},
	bookDates:      {rankNumber, DateChanged, DateRemoved, DateAdded, DateRewritten},
	bookNumbers:    {rankNumber, NumberChanged, NumberRemoved, NumberAdded, NumberRewritten},
}

// modeCodes say what a modal verb was that only one side has.
var modeCodes = map[mode]struct{ removed, added Code }{
	obligation:     {ObligationRemoved, ObligationAdded},
	permission:     {PermissionRemoved, PermissionAdded},
	prohibition:    {ProhibitionRemoved, ProhibitionAdded},
	recommendation: {RecommendationRemoved, RecommendationAdded},
}

// found is what one side of a change says.
type found [bookCount]spans

func (j *judge) find(w *wording, f *found) {
	f[bookModals].all = j.modals(w, f[bookModals].all[:0])
	f[bookNegations].all = j.negations(w, f[bookModals].all, f[bookNegations].all[:0])
	f[bookReferences].all = j.references(w, f[bookReferences].all[:0])
	f[bookDates].all = j.dates(w, f[bookDates].all[:0])
	f[bookNumbers].all = j.numbers(w, f[bookNumbers].all[:0], f[bookReferences].all, f[bookDates].all)
	for k := range f {
		f[k].place(w)
	}
}

// book keeps what changed of one sort of thing.
type book struct {
	pairs    [][2]span // one became the other
	same     [][2]span // the same, written otherwise
	old, new []span    // on one side only
}

// enter books what the two sides of a passage say, and reports whether they
// differ in it. What reads the same on both cancels out; if as much is left on
// either side, one became the other, in their order.
func (b *book) enter(r *reading, old, new []span) bool {
	if len(old)+len(new) == 0 {
		return false
	}
	old, new, same := cancel(old, new)
	if len(old) != len(new) {
		old, new = slices.DeleteFunc(old, span.isVague), slices.DeleteFunc(new, span.isVague)
		b.old, b.new = append(b.old, old...), append(b.new, new...)
	} else {
		for i := range old {
			b.pairs = append(b.pairs, [2]span{old[i], new[i]})
		}
	}
	for _, s := range old {
		r.old.tell(s)
	}
	for _, s := range new {
		r.new.tell(s)
	}
	for _, s := range same {
		r.old.tell(s[0])
		r.new.tell(s[1])
		if s[0].text != s[1].text {
			b.same = append(b.same, s)
		}
	}
	return len(old)+len(new) > 0
}

// cancel takes out of both lists what stands in both, the first of a key with
// the first.
func cancel(old, new []span) (onlyOld, onlyNew []span, same [][2]span) {
	if len(old) == 0 || len(new) == 0 {
		return old, new, nil
	}
	waiting := make(map[string][]int, len(new)) // by key, what no old one has met yet
	for i, s := range new {
		waiting[s.key] = append(waiting[s.key], i)
	}
	met := make([]bool, len(new))
	for _, s := range old {
		is := waiting[s.key]
		if len(is) == 0 {
			onlyOld = append(onlyOld, s)
			continue
		}
		same = append(same, [2]span{s, new[is[0]]})
		met[is[0]], waiting[s.key] = true, is[1:]
	}
	for i, s := range new {
		if !met[i] {
			onlyNew = append(onlyNew, s)
		}
	}
	return onlyOld, onlyNew, same
}

// report gives the reasons.
func (b *book) report(f *findings, is *bookCode) {
	for _, p := range b.pairs {
		f.substantive(is.rank, is.changed, Item{p[0].text, p[1].text})
	}
	for _, p := range b.same {
		f.editorial(rankEditorial, is.rewritten, Item{p[0].text, p[1].text})
	}
	old, new, _ := cancel(b.old, b.new)
	for _, s := range old {
		if s.mode != intention {
			f.substantive(is.rank, cmp.Or(modeCodes[s.mode].removed, is.removed), Item{Old: s.text})
		}
	}
	for _, s := range new {
		if s.mode != intention {
			f.substantive(is.rank, cmp.Or(modeCodes[s.mode].added, is.added), Item{New: s.text})
		}
	}
}

// accounted reports whether reasons account for all words of passage p, but for
// function words beside them.
func (r *reading) accounted(p int) bool {
	told, all := r.old.told(r.passages[p].old, p)
	toldNew, allNew := r.new.told(r.passages[p].new, p)
	return (told || toldNew) && all && allNew
}

// told reports whether reasons account for any token of a passage, and whether
// they do for all its words but function words.
func (w *wording) told(r textdiff.Range, p int) (some, all bool) {
	all = true
	for i := r.Start; i < r.End; i++ {
		switch {
		case !w.changed(i, p):
		case w.marks[i]&markTold != 0:
			some = true
		case w.tokens[i].IsWord() && !w.isWeak(i):
			all = false
		}
	}
	return some, all
}
