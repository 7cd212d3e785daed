package claim

import (
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Fate is what a new revision did with a flagged provision.
type Fate string

// The fates of a flagged provision. With several sentences that tie it, it is
// carried over, moved or removed when all of them are, and else amended.
const (
	CarriedOver Fate = "carried over" // the sentences stand word for word
	Moved       Fate = "moved"        // likewise, at least one of them in another place
	Amended     Fate = "amended"      // something of them stands
	Removed     Fate = "removed"
)

// Treatment is what a new revision did with a flagged provision.
type Treatment struct {
	Fate Fate
	To   []string // addresses in the new revision, down to paragraph and item; of the clauses only for a whole clause; none when removed
	// StillThere are the words by which the claim's subject is recognised in
	// NewText still, as they stand there. Empty for a flag on a whole provision.
	StillThere []string
	NewText    string // the sentences that stand in place of those that tie it; "" when removed, and for a whole provision
}

// Stands reports whether the new revision still says what the claim is about:
// the provision is carried over or moved, or is amended and the subject is still
// recognised in it.
func (t *Treatment) Stands() bool {
	return t.Fate == CarriedOver || t.Fate == Moved || len(t.StillThere) > 0
}

// Against returns the flags, computed for c.Old, with the Treatment of each
// filled in from the comparison. The flags given are not changed. A flag whose
// provision c.Old does not have keeps a nil Treatment.
func Against(c *compare.Comparison, flags []Flag) []Flag {
	return newTracer(c).against(flags, newRecogniser())
}

func (t *tracer) against(flags []Flag, rec *recogniser) []Flag {
	out := slices.Clone(flags)
	for i := range out {
		f := &out[i]
		if f.Whole {
			f.Treatment = t.whole(f.Provision)
			continue
		}
		f.Treatment = t.provision(f, rec)
	}
	return out
}

// provision follows the sentences that tie a flag.
func (t *tracer) provision(f *Flag, rec *recogniser) *Treatment {
	tr, u := t.unitAt(f.Provision)
	if u == nil || u.clause.Address() != f.Clause {
		return nil
	}
	var fates []Fate
	var to []sentenceRef
	cut := u.sentences()
	for i := range cut {
		s := &cut[i]
		if slices.ContainsFunc(f.Sentences, func(have Sentence) bool { return have.Text == s.text }) {
			o := t.sentence(tr, u, s)
			fates, to = append(fates, o.fate), append(to, o.to...)
		}
	}
	if len(fates) == 0 {
		return nil
	}
	out := &Treatment{Fate: sum(fates)}
	var said []string
	seen := make(map[sentenceRef]bool)
	for _, ref := range to {
		if seen[ref] {
			continue
		}
		seen[ref] = true
		u, s := ref.get()
		out.To = append(out.To, u.provision.Address())
		said = append(said, s.text)
		out.StillThere = append(out.StillThere, texts(s.text, rec.find(f.Claim.Subjects, s))...)
	}
	out.To, out.StillThere, out.NewText = unique(out.To), unique(out.StillThere), strings.Join(said, " ")
	return out
}

// unitAt finds the unit of an old provision, nil when it has no text of its own.
func (t *tracer) unitAt(address string) (*trace, *unit) {
	if t.oldUnits == nil {
		t.oldUnits = make(map[string]*unit, len(t.old.units))
		for i := range t.old.units {
			u := &t.old.units[i]
			t.oldUnits[u.provision.Address()] = u
		}
	}
	u := t.oldUnits[address]
	if u == nil {
		return nil, nil
	}
	return t.byOld[u.clause.Pos], u
}

// whole follows all sentences of a provision and of those below it.
func (t *tracer) whole(address string) *Treatment {
	p := t.c.Old.Find(address)
	if p == nil {
		return nil
	}
	in := below(p)
	var fates []Fate
	var to []string
	for i := range t.traces {
		tr := &t.traces[i]
		for _, u := range tr.old {
			if !in[u.provision] {
				continue
			}
			cut := u.sentences()
			for j := range cut {
				o := t.sentence(tr, u, &cut[j])
				fates = append(fates, o.fate)
				for _, ref := range o.to {
					to = append(to, ref.unit.clause.Address())
				}
			}
		}
	}
	if len(fates) == 0 {
		return t.bare(p)
	}
	return &Treatment{Fate: sum(fates), To: unique(to)}
}

// bare treats a clause that has a number and no words.
func (t *tracer) bare(p *revision.Provision) *Treatment {
	i := slices.IndexFunc(t.c.OldClauses, func(c *revision.Clause) bool { return c.Provision == p })
	if i < 0 {
		return nil
	}
	tr := t.byOld[i]
	switch {
	case tr == nil:
		return nil
	case len(tr.change.New) == 0:
		return &Treatment{Fate: Removed}
	}
	return &Treatment{Fate: CarriedOver, To: tr.change.NewAddresses()}
}

// sum makes one fate of those of several sentences.
func sum(fates []Fate) Fate {
	all := func(allowed ...Fate) bool {
		return !slices.ContainsFunc(fates, func(f Fate) bool { return !slices.Contains(allowed, f) })
	}
	switch {
	case all(CarriedOver):
		return CarriedOver
	case all(CarriedOver, Moved):
		return Moved
	case all(Removed):
		return Removed
	}
	return Amended
}
