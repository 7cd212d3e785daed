package compare

import (
	"strings"
	"unicode"

	"conceptdiff/internal/textdiff"
)

// found holds what one side of a change says, kind by kind.
type found struct{ references, dates, numbers, modals, negations, names []span }

func (j *judge) find(w *wording) found {
	var f found
	f.references = j.references(w)
	f.dates = j.dates(w)
	f.numbers = j.numbers(w, f.references, f.dates)
	f.modals = j.modals(w)
	f.negations = j.negations(w)
	f.names = j.names(w)
	return f
}

// passages weighs every place at which the texts differ.
func (j *judge) passages(r *reading, f *findings) {
	old, new := j.find(r.old), j.find(r.new)
	var modal, negation, number, date ledger
	for p := range r.passages {
		if j.isForm(r, p, f) {
			continue
		}
		j.followed(r, p, old.references, new.references, f)
		pick := func(a, b []span) ([]span, []span) { return r.old.in(p, a), r.new.in(p, b) }
		for _, k := range []struct {
			l        *ledger
			old, new []span
		}{{&modal, old.modals, new.modals}, {&negation, old.negations, new.negations}, {&date, old.dates, new.dates}, {&number, untold(r.old, old.numbers), untold(r.new, new.numbers)}} {
			a, b := pick(k.old, k.new)
			k.l.enter(r, a, b)
		}
	}
	modal.report(func(a, b span) { f.substantive(rankModality, "modality: %s → %s", a.text, b.text) },
		func(s span) { f.substantive(rankModality, "%s removed: %s", s.mode, s.text) },
		func(s span) { f.substantive(rankModality, "%s added: %s", s.mode, s.text) })
	negation.report(func(a, b span) {},
		func(s span) { f.substantive(rankNegation, "negation removed: %s", s.text) },
		func(s span) { f.substantive(rankNegation, "negation added: %s", s.text) })
	for name, l := range map[string]*ledger{"date": &date} {
		_ = name
		_ = l
	}
	_ = number
	_ = strings.Join
	_ = unicode.IsSymbol
	_ = textdiff.Word
}
