package report

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/review"
)

// Marked is a provision of which the committee says something.
type Marked struct {
	Address string  // of the provision, in the text that it was said of
	New     bool    // that is the new text
	Clause  *Clause // nil when that text has no such clause
	*review.Standing
	// Carried tells what became of it; nil for the new text.
	Carried *review.Carried
	To      []Target
}

// Answer says whether the new text did what the committee decided of the
// provision, and what it did, in plain words; "" when nothing was decided of it,
// or the decision asks for nothing.
func (m *Marked) Answer() (review.Answer, compare.Ground) {
	if m.Carried == nil || m.Decision == nil {
		return "", compare.Ground{}
	}
	return m.Carried.AnswerTo(m.Decision.Verdict())
}

// Unmet reports whether the new text leaves a decision unmet, or leaves it open
// whether it is met.
func (m *Marked) Unmet() bool {
	a, _ := m.Answer()
	return a == review.Unmet || a == review.Open
}

// addMarks ties what the committee says to the changes.
func (r *Report) addMarks(in Input) {
	r.Marks = r.MarksOf(in.Carried, in.Marked)
	for _, m := range r.Marks {
		if m.Clause != nil {
			m.Clause.Change.Marks = append(m.Clause.Change.Marks, m)
		}
	}
}

// MarksOf puts what the committee says of the two texts to their clauses, that of the
// old text first, and leaves the report as it is: a report may be kept while marks
// come. Either may be nil.
func (r *Report) MarksOf(carried *review.Carriage, marked *review.State) []*Marked {
	var out []*Marked
	old, now := byAddress(r.Old.Clauses), byAddress(r.New.Clauses)
	if carried != nil {
		for _, item := range carried.Items {
			m := &Marked{Address: item.Anchor.Address, Standing: item.Standing, Carried: item}
			if item.Provision != nil {
				m.Address = item.Provision.Address()
				m.Clause = old[item.Clause.Address()]
			}
			for _, to := range item.To {
				m.To = append(m.To, target(now, to.Provision.Address()))
			}
			out = append(out, m)
		}
	}
	if marked != nil {
		for _, st := range marked.Provisions {
			out = append(out, &Marked{
				Address: st.Provision.Address(), New: true, Clause: now[st.Clause.Address()], Standing: st,
			})
		}
	}
	return out
}

// Decisions are the marked provisions of the old text that the committee has
// decided on: those that the new text leaves unmet first, else in the order of the
// text.
func (r Report) Decisions() []*Marked {
	var unmet, rest []*Marked
	for _, m := range r.Marks {
		switch {
		case m.Decision == nil || m.New:
		case m.Unmet():
			unmet = append(unmet, m)
		default:
			rest = append(rest, m)
		}
	}
	return append(unmet, rest...)
}
