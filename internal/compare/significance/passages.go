package significance

import (
	"cmp"
	"slices"
	"strings"

	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/textdiff"
)

// passages weighs every place at which the texts differ.
func (j *judge) passages(ch *Change, runs []moves.Run, f *findings) {
	r := &j.reading
	r.read(runs, &j.traits)
	j.inside.of = nil
	for p := range r.passages {
		r.passages[p].form = j.isForm(p, f)
	}
	j.find(&r.old, &j.old)
	j.find(&r.new, &j.new)
	gone, added := j.onlyHere(&r.old, false), j.onlyHere(&r.new, true)
	j.renamed(&gone, &added, f)
	f.gone = gone
	for _, name := range added {
		f.substantive(rankNameAdded, NameAdded, Item{New: name.text})
	}
	var books [bookCount]book
	silent := false // whether no reason is given for a word that went or came
	for p := range r.passages {
		if r.passages[p].form {
			continue
		}
		j.followed(ch, p, f)
		for k := range books {
			old, new := j.old[k].in(&r.old, p), j.new[k].in(&r.new, p)
			switch {
			case len(old)+len(new) == 0:
			case limitOf[k] != 0:
				old, new = j.limitsIn(&books[k], limitOf[k], p, old, new)
			case k == bookDates || k == bookNumbers:
				if len(old) > len(new) {
					old = books[k].grown(&r.old, old, func(s span) (span, bool) { return j.keptValue(&r.old, s, k) }, false)
				} else if len(new) > len(old) {
					new = books[k].grown(&r.new, new, func(s span) (span, bool) { return j.keptValue(&r.new, s, k) }, true)
				}
			}
			books[k].enter(r, old, new)
		}
	}
	for k := range books {
		silent = books[k].report(r, f, &bookCodes[k]) || silent
	}
	for p := range r.passages {
		if !r.passages[p].form && !r.accounted(p) {
			f.substantive(rankWording, r.rest(p, ch), Item{})
		}
	}
	if silent && len(f.substance)+len(f.gone) == 0 {
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
	bookBounds // before the numbers, which take the endings behind them along
	bookRestrictions
	bookExceptions
	bookConjunctions
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

	bookBounds:       {rankLimit, BoundChanged, BoundRemoved, BoundAdded, BoundRewritten},
	bookRestrictions: {rankLimit, RestrictionChanged, RestrictionRemoved, RestrictionAdded, RestrictionRewritten},
	bookExceptions:   {rankLimit, ExceptionChanged, ExceptionRemoved, ExceptionAdded, ExceptionRewritten},
	bookConjunctions: {rankLimit, ConjunctionChanged, Wording, Wording, ConjunctionRewritten},
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
	j.findLimits(w, f[bookModals].all, f)
	f[bookNegations].all = j.negations(w, f[bookNegations].all[:0], f[bookModals].all, f[bookBounds].all, f[bookExceptions].all)
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

// enter books what the two sides of a passage say. What reads the same on both cancels out; if as much is left on
// either side, one became the other, in their order.
func (b *book) enter(r *reading, old, new []span) {
	if len(old)+len(new) == 0 {
		return
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
		if s[0].part {
			continue
		}
		r.old.tell(s[0])
		r.new.tell(s[1])
		if s[0].text != s[1].text {
			b.same = append(b.same, s)
		}
	}
}

// grown books what grew out of words that were kept, or shrank to such: was finds
// what those say alone. It gives the rest of the spans, of one side of a passage.
func (b *book) grown(w *wording, spans []span, was func(span) (span, bool), isNew bool) []span {
	var rest []span
	for _, s := range spans {
		other, ok := was(s)
		if !ok {
			rest = append(rest, s)
			continue
		}
		w.tell(s)
		pair := [2]span{s, other}
		if isNew {
			pair = [2]span{other, s}
		}
		if s.key == other.key {
			b.same = append(b.same, pair)
		} else {
			b.pairs = append(b.pairs, pair)
		}
	}
	return rest
}

// keptIn is where the words of a span stand that were kept while others were not;
// nowhere when these do not follow each other.
func (w *wording) keptIn(s span) (lo, hi int) {
	lo, hi = s.lo, s.hi
	for lo < hi && (w.passage[lo] != kept || !w.tokens[lo].IsWord()) {
		lo++
	}
	for hi > lo && (w.passage[hi-1] != kept || !w.tokens[hi-1].IsWord()) {
		hi--
	}
	if hi-lo == s.hi-s.lo || slices.ContainsFunc(w.passage[lo:hi], func(p int32) bool { return p != kept }) {
		return lo, lo
	}
	return lo, hi
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

// report gives the reasons, and reports whether it is silent on a word: one that went
// in one passage and came back in another, one that only speaks of intention. What did around words
// or a number that were kept is only written otherwise: May 23, 23 May; €5, 5 €.
func (b *book) report(r *reading, f *findings, is *bookCode) (silent bool) {
	old, new, same := cancel(b.old, b.new)
	old, new = b.becameAround(r, old, new)
	for _, p := range b.pairs {
		f.substantive(is.rank, is.changed, Item{Old: p[0].text, New: p[1].text})
	}
	for _, p := range same {
		if a, c := r.old.keptWords(p[0])+p[0].amount, r.new.keptWords(p[1])+p[1].amount; a != "" && a == c {
			b.same = append(b.same, p)
		} else {
			silent = true
		}
	}
	for _, p := range b.same {
		item := Item{Old: p[0].text, New: p[1].text}
		if item.Old == item.New && p[0].whole != "" {
			item = Item{Old: p[0].whole, New: p[1].whole}
		}
		f.editorial(rankEditorial, is.rewritten, item)
	}
	for _, s := range old {
		silent = silent || s.mode == intention
		if s.mode != intention {
			f.substantive(is.rank, cmp.Or(modeCodes[s.mode].removed, is.removed), Item{Old: s.text})
		}
	}
	for _, s := range new {
		silent = silent || s.mode == intention
		if s.mode != intention {
			f.substantive(is.rank, cmp.Or(modeCodes[s.mode].added, is.added), Item{New: s.text})
		}
	}
	return silent
}

// becameAround enters among the pairs those that became each other around words that
// were kept: 5 May 2020, 2020-06-05. It gives the others.
func (b *book) becameAround(r *reading, old, new []span) (restOld, restNew []span) {
	for _, s := range old {
		words := strings.Fields(r.old.keptWords(s))
		i := slices.IndexFunc(new, func(o span) bool {
			return slices.ContainsFunc(strings.Fields(r.new.keptWords(o)), func(w string) bool { return slices.Contains(words, w) })
		})
		if i < 0 {
			restOld = append(restOld, s)
			continue
		}
		b.pairs = append(b.pairs, [2]span{s, new[i]})
		new = slices.Delete(slices.Clone(new), i, i+1)
	}
	return restOld, new
}

// keptWords are the words of a span that were kept, folded.
func (w *wording) keptWords(s span) string {
	out := ""
	for i := s.lo; i < s.hi; i++ {
		if w.passage[i] == kept && w.tokens[i].IsWord() {
			out += w.fold(i) + " "
		}
	}
	return out
}

// accounted reports whether reasons account for all words of passage p, but for
// function words beside them and for words that stand on both sides.
func (r *reading) accounted(p int) bool {
	told, rest := r.old.told(r.passages[p].old, p)
	toldNew, restNew := r.new.told(r.passages[p].new, p)
	return (told || toldNew) && slices.Equal(rest, restNew)
}

// told reports whether reasons account for any token of a passage, and gives the
// words for which they do not, but for function words, by folded identity.
func (w *wording) told(r textdiff.Range, p int) (some bool, rest []uint32) {
	for i := r.Start; i < r.End; i++ {
		switch {
		case !w.changed(i, p):
		case w.marks[i]&markTold != 0:
			some = true
		case w.tokens[i].IsWord() && !w.isWeak(i):
			rest = append(rest, w.tokens[i].Fold())
		}
	}
	return some, rest
}
