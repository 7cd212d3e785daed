package web

import (
	"strings"

	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// place is where something can be said: provisions of one clause, or of the clauses
// of one change, what is said of them, and where that is fetched anew.
type place struct {
	ID      string   // of its element, unique on the page
	Live    string   // path of its standings alone
	On      string   // the clauses it is about, as events name them, parted by spaces
	Targets []target // what a form can be about; none where nothing can be marked
	Stand   []standing
	Frame   bool // it stands below a change of a comparison, whose clauses it leads to
}

// target is a provision that a form can be about.
type target struct {
	On      string // as forms name it
	Name    string
	Path    string // of its clause's page
	Forever string // of its clause, whatever its number becomes
	Digest  string // of the words that are shown
	Words   string // for which others can be proposed; "" where none can
}

// standing is what is said of a provision, for a template.
type standing struct {
	Name     string // of the provision
	On       string
	Path     string
	View     review.View
	Marks    []voice
	Decision *voice
	Contrary []review.Entry
	Collide  bool   // proposals change the same words in different ways
	Propose  string // the words to begin a decision with: those proposed, merged where several are; "" without a proposal
	Answer   string // what the new text did with the decision; "" where nothing is to be told
	Unmet    bool
	Outcome  review.Outcome // what became of the marks in the new text; "" without one
}

// voice is a mark or decision, and what its proposal makes of the words.
type voice struct {
	review.Entry
	Runs []wordRun // none where no words are proposed
}

// wordRun is a stretch of a proposal.
type wordRun struct{ Kept, Deleted, Inserted string }

func newVoice(words string, e review.Entry) voice {
	v := voice{Entry: e}
	if proposed := e.Proposed(); proposed != "" {
		v.Runs = runsOf(words, proposed)
	}
	return v
}

func runsOf(words, proposed string) []wordRun {
	var out []wordRun
	for _, e := range review.Change(words, proposed) {
		if e.Old == e.New {
			out = append(out, wordRun{Kept: e.New})
			continue
		}
		out = append(out, wordRun{Deleted: e.Old, Inserted: e.New})
	}
	return out
}

// proposed is what the proposals on a provision come to: the one there is, all of them
// merged where they change different words, else the first.
func proposed(st *review.Standing) string {
	all := st.Proposals()
	if len(all) == 0 {
		return ""
	}
	merged := all[0].Proposed()
	for _, e := range all[1:] {
		both, ok := review.Merge(st.Anchor.Quote, merged, e.Proposed())
		if !ok {
			return all[0].Proposed()
		}
		merged = both
	}
	return merged
}

func (c *call) standingOf(st *review.Standing, label string) standing {
	address := st.Anchor.Address
	if st.Provision != nil {
		address = st.Provision.Address()
	}
	s := standing{
		Name: c.say.Cite(address), On: onOf(label, address), View: st.View, Contrary: st.Contrary(), Collide: st.Decision == nil && st.Collide(), Propose: proposed(st),
	}
	for _, e := range st.Marks {
		s.Marks = append(s.Marks, newVoice(st.Anchor.Quote, e))
	}
	if st.Decision != nil {
		decided := newVoice(st.Anchor.Quote, *st.Decision)
		s.Decision = &decided
	}
	if st.Clause != nil {
		s.Path = clausePath(label, st.Clause.Address())
	}
	return s
}

// markedStanding is what is said of a provision of one of the texts of a comparison.
func (c *call) markedStanding(m *report.Marked, r *report.Report) standing {
	label := r.Old.Label
	if m.New {
		label = r.New.Label
	}
	s := c.standingOf(m.Standing, label)
	s.Name = label + " " + s.Name
	if m.Carried != nil {
		s.Outcome = m.Carried.Outcome
	}
	if a, did := m.Answer(); a != "" {
		s.Answer, s.Unmet = c.say.Answer(a, c.say.Ground(did)), m.Unmet()
	}
	return s
}

// changePlace is the place at a change of a comparison.
func (c *call) changePlace(ch *report.Change, r *report.Report, wids wids, marks []*report.Marked) place {
	p := place{ID: "say-" + ch.ID, Live: comparisonPath(r.Old.Label, r.New.Label) + "/change?id=" + queryEscape(ch.ID), Frame: true}
	var on []string
	for _, side := range []struct {
		s       *report.Side
		clauses []*report.Clause
	}{{&r.Old, ch.Old}, {&r.New, ch.New}} {
		for _, cl := range side.clauses {
			about := onOf(side.s.Label, cl.Address)
			on = append(on, about)
			p.Targets = append(p.Targets, target{
				On: about, Name: side.s.Label + " " + c.say.Mention([]*report.Clause{cl}), Path: clausePath(side.s.Label, cl.Address), Forever: widPath(wids[about]),
			})
		}
	}
	p.On = strings.Join(on, " ")
	for _, m := range marks {
		p.Stand = append(p.Stand, c.markedStanding(m, r))
	}
	return p
}

// wids are the identities of clauses by what forms name them.
type wids map[string]string

func widsOf(revisions ...*revision.Revision) wids {
	out := make(wids)
	for _, r := range revisions {
		for _, c := range r.Clauses() {
			out[onOf(r.Label, c.Address())] = c.WID
		}
	}
	return out
}

// clausePlace is the place of a clause: what is said of it and of the paragraphs and
// items in it.
func (c *call) clausePlace(r *revision.Revision, cl *revision.Clause, state *review.State) place {
	about := onOf(r.Label, cl.Address())
	p := place{ID: "say", Live: clausePath(r.Label, cl.Address()) + "?part=standing", On: about}
	for _, st := range state.Provisions {
		if st.Clause.Provision == cl.Provision {
			p.Stand = append(p.Stand, c.standingOf(st, r.Label))
		}
	}
	seen := map[*revision.Provision]bool{}
	add := func(v *revision.Provision) {
		if seen[v] || review.Words(v) == "" {
			return
		}
		seen[v] = true
		t := target{On: onOf(r.Label, v.Address()), Name: c.say.Cite(v.Address()), Digest: review.AnchorOf(r, v).Digest}
		if review.MayPropose(v) == nil {
			t.Words = v.Text
		}
		p.Targets = append(p.Targets, t)
	}
	add(cl.Provision)
	for _, b := range cl.Blocks {
		add(b.Provision)
	}
	return p
}
