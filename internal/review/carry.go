package review

import (
	"slices"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Outcome is what became of the marks on a provision in a later revision.
type Outcome string

// The outcomes. Every mark has exactly one.
const (
	CarriedOver Outcome = "carried"               // the same words, in their place
	TextChanged Outcome = "carried, text changed" // in its place, in other words
	Follows     Outcome = "follows"               // moved, split or merged: to where its words went
	Answered    Outcome = "answered"              // the provision is gone
	NeedsLook   Outcome = "needs a look"          // the words do not say which of these it is
)

// Outcomes lists the outcomes in the order in which they are shown.
var Outcomes = []Outcome{CarriedOver, TextChanged, Follows, Answered, NeedsLook}

// Carried is what became of everything said of one provision.
type Carried struct {
	*Standing
	Outcome Outcome
	To      []Target // where the marks stand now; none when answered or in need of a look
	Same    bool     // the words are the same
	Kept    float64  // share of the old words that stand in To, 0 to 1
	Why     compare.Ground
	Basis   []compare.Ground // of the clauses' pairing, where the outcome rests on it
	// Edits lead from the old words to those of To; empty when Same, and when
	// there is no To.
	Edits      []compare.Edit
	Editorial  bool        // the clause was changed in punctuation, spelling or references only
	Candidates []Candidate // best first, when it needs a look
	Rebinding  *Entry      // the entry that settled it, nil when the words did
}

// Target is a provision of the new revision.
type Target struct {
	Provision *revision.Provision
	Clause    *revision.Clause
}

// Carriage is what became of all marks and decisions on a revision. It loses none:
// the counts add up to what stood there.
type Carriage struct {
	Old, New   *revision.Revision
	Items      []*Carried // in the order of the old document, what is unresolved last
	Counts     []OutcomeCount
	Statements int // marks and decisions that stand on Old
}

// OutcomeCount counts the provisions with an outcome and the marks and decisions
// on them.
type OutcomeCount struct {
	Outcome                Outcome
	Provisions, Statements int
}

// Carry follows what stands on c.Old, as s has it, into c.New. A rebinding in the
// record goes before what the words say.
func Carry(c *compare.Comparison, s *State, r *Record) *Carriage {
	k := newCarrier(c)
	bound := r.rebindings(c)
	out := &Carriage{Old: c.Old, New: c.New, Statements: s.Statements()}
	for _, st := range s.Provisions {
		item := &Carried{Standing: st}
		if e := bound[st.Provision]; e != nil {
			k.rebind(item, e)
		} else {
			k.follow(item)
		}
		out.Items = append(out.Items, item)
	}
	for _, st := range s.Unresolved {
		item := &Carried{Standing: st, Outcome: NeedsLook, Why: because(WhyNotInOld, c.Old.Label)}
		item.Candidates = k.candidates(st.Anchor.Quote, nil)
		out.Items = append(out.Items, item)
	}
	for _, o := range Outcomes {
		n := OutcomeCount{Outcome: o}
		for _, item := range out.Items {
			if item.Outcome == o {
				n.Provisions++
				n.Statements += item.Statements()
			}
		}
		out.Counts = append(out.Counts, n)
	}
	return out
}

// rebindings finds the last word on each old provision of the comparison.
func (r *Record) rebindings(c *compare.Comparison) map[*revision.Provision]*Entry {
	out := make(map[*revision.Provision]*Entry)
	find := newFinder(c.Old)
	for i, e := range r.entries {
		said, ok := e.Says.(Rebinding)
		if !ok || said.In != c.New.Label || !said.From.In(c.Old) {
			continue
		}
		if p := find.find(said.From); p != nil {
			out[p] = &r.entries[i]
		}
	}
	return out
}

// carrier carries the marks of one comparison.
type carrier struct {
	c        *compare.Comparison
	flow     *flow
	clauseOf map[*revision.Provision]*revision.Clause    // of the new revision
	parent   map[*revision.Provision]*revision.Provision // likewise
	found    *similarity                                 // made when first needed
}

func newCarrier(c *compare.Comparison) *carrier {
	k := &carrier{
		c: c, flow: newFlow(c),
		clauseOf: make(map[*revision.Provision]*revision.Clause),
		parent:   make(map[*revision.Provision]*revision.Provision),
	}
	for _, cl := range c.NewClauses {
		for _, p := range ownProvisions(cl) {
			k.clauseOf[p] = cl
			for _, child := range p.Children {
				k.parent[child] = p
			}
		}
	}
	return k
}

// rebind applies a member's word, unless what it names is not there any more.
func (k *carrier) rebind(item *Carried, e *Entry) {
	said := e.Says.(Rebinding)
	item.Rebinding = e
	find := newFinder(k.c.New)
	for _, to := range said.To {
		p := find.find(to)
		if p == nil || !to.In(k.c.New) || k.clauseOf[p] == nil {
			item.To = nil
			item.Outcome = NeedsLook
			item.Why = because(WhyBoundUnresolved, e.By, to.Address)
			item.Candidates = k.candidates(Words(item.Provision), nil)
			return
		}
		item.To = append(item.To, Target{p, k.clauseOf[p]})
	}
	if len(item.To) == 0 {
		item.Outcome, item.Why = Answered, because(WhySettled, e.By, said.Note)
		return
	}
	item.Outcome, item.Why = Follows, because(WhyBound, e.By, said.Note)
	k.show(item)
}

// follow lets the words say what became of a provision.
func (k *carrier) follow(item *Carried) {
	ch := k.flow.ofOld[item.Clause.Provision]
	if ch == nil {
		item.Outcome, item.Why = NeedsLook, because(WhyNoClause)
		return
	}
	item.Editorial = ch.change.Significance == compare.Editorial
	if item.Provision == item.Clause.Provision {
		k.followClause(item, ch.change)
	} else {
		k.followPart(item, ch.change)
	}
	if len(item.To) > 0 {
		k.show(item)
	}
}

// show finds the way from the old words to the new.
func (k *carrier) show(item *Carried) {
	old, new := scopeOf(item.Provision), scope{}
	for _, t := range item.To {
		for p := range scopeOf(t.Provision) {
			new[p] = true
		}
	}
	ch := k.flow.ofOld[item.Clause.Provision]
	if ch == nil {
		return
	}
	edits := k.flow.between(ch, old, new)
	total, kept := 0, 0
	item.Same = true
	for _, e := range edits {
		total += letters(e.Old)
		if e.Op == compare.Keep {
			kept += letters(e.Old)
		} else {
			item.Same = item.Same && !visible(e.Old+e.New)
		}
	}
	if item.Kept = 1; total > 0 {
		item.Kept = float64(kept) / float64(total)
	}
	if !item.Same {
		item.Edits = edits
	}
	if item.Outcome == CarriedOver && !item.Same {
		item.Outcome = TextChanged
	}
	if item.Outcome == TextChanged && item.Same {
		item.Outcome = CarriedOver
	}
}

// candidates are the provisions of the new revision most like the words: those of
// first in front, then by likeness, without any that are wholly taken from
// elsewhere in the old text.
func (k *carrier) candidates(words string, first []Target) []Candidate {
	var out []Candidate
	has := func(p *revision.Provision) bool {
		return slices.ContainsFunc(out, func(c Candidate) bool { return c.Provision == p })
	}
	found := k.similarity().like(words)
	score := func(p *revision.Provision) float64 {
		for _, l := range found {
			if k.found.provisions[l.i] == p {
				return l.score
			}
		}
		return 0
	}
	for _, t := range first {
		if !has(t.Provision) && len(out) < mostCandidates {
			out = append(out, Candidate{t.Provision, t.Clause, score(t.Provision), because(WhySomeStands)})
		}
	}
	for _, l := range found {
		p := k.found.provisions[l.i]
		if l.score >= mentionable && len(out) < mostCandidates && !has(p) {
			out = append(out, Candidate{p, k.clauseOf[p], l.score, because(WhySimilar)})
		}
	}
	return out
}

func (k *carrier) similarity() *similarity {
	if k.found == nil {
		k.found = newSimilarity(k.open())
	}
	return k.found
}

// open lists the new provisions that are not, or not wholly, what another old one
// became.
func (k *carrier) open() []*revision.Provision {
	var out []*revision.Provision
	for _, cl := range k.c.NewClauses {
		for _, p := range ownProvisions(cl) {
			own, kept := letters(p.Heading)+letters(p.Text), 0
			for _, n := range k.flow.sources[p] {
				kept += n
			}
			if words := Words(p); words != "" && float64(kept) < mostlyTaken*float64(max(own, 1)) {
				out = append(out, p)
			}
		}
	}
	return out
}
