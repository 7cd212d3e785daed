package reference

import (
	"slices"

	"conceptdiff/internal/revision"
)

// Fates says what became of the clauses of an earlier revision.
type Fates struct {
	Old, New []*revision.Clause // the clauses of either revision; the functions speak of these
	// Heirs are the clauses that an old clause became; none when it was removed.
	Heirs func(old *revision.Clause) []*revision.Clause
	// Before is the old clause that became a new one, nil when none did.
	Before func(new *revision.Clause) *revision.Clause
}

// Drift is a citation in the new text whose number says something else than it did:
// it stood for another provision in the old text, or stands for none now. Whether it
// is meant so, only a reader can tell.
type Drift struct {
	In         *revision.Clause    // the new clause it stands in
	Provision  *revision.Provision // the provision whose text it stands in
	Text       string              // that text
	Start, End int                 // bytes of the citation in it
	Number     string              // as an address
	Now        *revision.Clause    // the new clause that bears the number, nil when none does
	Was        *revision.Clause    // the old clause that bore it
	Became     []*revision.Clause  // what that old clause became; none when it was removed
	Standing   Standing
}

// Standing is how a number that drifted came into the new text.
type Standing uint8

// The standings.
const (
	Written  Standing = iota // for the new text: the old clause does not cite it
	Stale                    // the old clause cites the same number; most likely left as it was
	PutRight                 // something that the old clause cites became what it names now
)

// Since lists the citations of a new revision whose numbers drifted since an old
// one, in the order of the new text. A number that stood for nothing in the old text
// is for [Check] to say.
func Since(old, new *Text, fates Fates) []Drift {
	oldClauses, newClauses := clausesByProvision(fates.Old), clausesByProvision(fates.New)
	var out []Drift
	for _, cl := range fates.New {
		if new.finder.amendsAnother(cl) {
			continue
		}
		for _, b := range cl.Blocks {
			if b.Kind == revision.BlockHeading {
				continue
			}
			for _, c := range new.find(b.Text) {
				before := whereBefore(old.Revision, cl, &c, fates)
				if before == nil {
					continue
				}
				now, was := new.index.Resolve(b.Provision, &c), old.index.Resolve(before, &c)
				d := Drift{In: cl, Provision: b.Provision, Text: b.Text, Start: c.Start, End: c.End}
				for i := range ends(now, was) {
					one := d
					if one.compare(now[i], was[i], oldClauses, newClauses, fates) {
						one.Standing = new.standing(&one, old.index, oldClauses, fates)
						out = append(out, one)
					}
				}
			}
		}
	}
	return out
}

// whereBefore is the old provision from which a citation is to be read: what its
// clause was, or, for a citation that names its article, the component alone.
func whereBefore(old *revision.Revision, cl *revision.Clause, c *Citation, fates Fates) *revision.Provision {
	if before := fates.Before(cl); before != nil {
		return before.Provision
	}
	if c.Path[0].points == here || c.Path[0].Rank > Article && c.Owner != Own {
		return nil // new, and cites what stands around it
	}
	for _, comp := range old.Components {
		if comp.EID == cl.Component.EID {
			return comp
		}
	}
	return nil
}

// ends are the targets to compare. A range whose ends hold has not drifted, whatever
// came between.
func ends(now, was []Target) []Target {
	if len(now) != len(was) {
		return nil
	}
	return now
}

// compare says what a number means on either side, and reports whether that differs.
func (d *Drift) compare(now, was Target, oldClauses, newClauses map[*revision.Provision]*revision.Clause, fates Fates) bool {
	if was.Provision == nil {
		return false
	}
	d.Number = was.Number
	if now.Number != "" {
		d.Number = now.Number
	}
	d.Was = oldClauses[was.Provision]
	if d.Was == nil {
		return false
	}
	d.Became = fates.Heirs(d.Was)
	if now.Provision == nil {
		return true
	}
	d.Now = newClauses[now.Provision]
	return !slices.Contains(d.Became, d.Now)
}

// standing looks at what the old clause cites, by the rules of the new text.
func (t *Text) standing(d *Drift, x *index, clauses map[*revision.Provision]*revision.Clause, fates Fates) Standing {
	before := fates.Before(d.In)
	if before == nil {
		return Written
	}
	out := Written
	for _, b := range before.Blocks {
		for _, c := range t.find(b.Text) {
			for _, target := range x.Resolve(b.Provision, &c) {
				cited := clauses[target.Provision]
				switch {
				case cited == nil:
				case d.Now != nil && slices.Contains(fates.Heirs(cited), d.Now):
					return PutRight
				case cited == d.Was:
					out = Stale
				}
			}
		}
	}
	return out
}

// clausesByProvision tells the clause that each provision is, or belongs to.
func clausesByProvision(clauses []*revision.Clause) map[*revision.Provision]*revision.Clause {
	out := make(map[*revision.Provision]*revision.Clause)
	for _, cl := range clauses {
		out[cl.Provision] = cl
		for _, b := range cl.Blocks {
			out[b.Provision] = cl
		}
	}
	return out
}
