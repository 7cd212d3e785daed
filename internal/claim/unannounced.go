package claim

import (
	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Unit says how much of a clause a [Removal] took.
type Unit string

// The units of removal.
const (
	WholeClause    Unit = "clause"
	WholeParagraph Unit = "paragraph"
	WholeItem      Unit = "item"
	OneSentence    Unit = "sentence"
)

// Removal is text of the old revision that the new one has nowhere and that no
// claim speaks of.
type Removal struct {
	Unit      Unit
	Clause    string // address of the old clause
	Provision string // address down to paragraph and item
	Text      string // what went; of a whole clause its heading and text, a block a line
	// Beside is set when a claim speaks of another part of the same clause.
	Beside bool
	// Below counts the clauses below this one that went with it. They are not
	// listed apart.
	Below int
}

// Unannounced lists, in the order of the old text, the clauses, paragraphs,
// items and sentences that are removed in c although no claim speaks of them:
// no flag ties one to the sentence, and none is on a whole provision in which it
// stands. The flags are those computed for c.Old. A sentence that was reworded
// or moved is not removed, and a heading only together with its whole clause.
func Unannounced(c *compare.Comparison, flags []Flag) []Removal {
	return newTracer(c).unannounced(flags)
}

func (t *tracer) unannounced(flags []Flag) []Removal {
	said := newCoverage(t.c.Old, flags)
	var out []Removal
	gone := make(map[*revision.Provision]int) // places in out of clauses that went whole, from 1
	above := parents(t.c.Old)
	for _, cl := range t.c.OldClauses {
		removals := t.removals(cl, said)
		if len(removals) == 1 && removals[0].Unit == WholeClause {
			if at := gone[above[cl.Provision]]; at > 0 {
				out[at-1].Below++
				gone[cl.Provision] = at
				continue
			}
			gone[cl.Provision] = len(out) + 1
		}
		out = append(out, removals...)
	}
	return out
}

// parents tells the provision in which each stands.
func parents(rev *revision.Revision) map[*revision.Provision]*revision.Provision {
	out := make(map[*revision.Provision]*revision.Provision)
	rev.Walk(func(p *revision.Provision) bool {
		for _, child := range p.Children {
			out[child] = p
		}
		return true
	})
	return out
}

// coverage tells which sentences claims speak of.
type coverage struct {
	whole     map[*revision.Provision]bool // all sentences of these
	sentences map[[2]string]bool           // provision's address and sentence
	clauses   map[string]bool              // clauses with a flag
}

func newCoverage(rev *revision.Revision, flags []Flag) *coverage {
	v := &coverage{make(map[*revision.Provision]bool), make(map[[2]string]bool), make(map[string]bool)}
	for _, f := range flags {
		v.clauses[f.Clause] = true
		for _, s := range f.Sentences {
			v.sentences[[2]string{f.Provision, s.Text}] = true
		}
		if p := rev.Find(f.Provision); f.Whole && p != nil {
			for q := range below(p) {
				v.whole[q] = true
			}
		}
	}
	return v
}

func (v *coverage) covers(u *unit, s *sentence) bool {
	return v.whole[u.provision] || v.sentences[[2]string{u.provision.Address(), s.text}]
}

// removals lists what one old clause lost unsaid: the clause, where all of it
// went and no claim speaks of any of it; else paragraphs and items of which the
// same holds; else sentences.
func (t *tracer) removals(cl *revision.Clause, said *coverage) []Removal {
	tr := t.byOld[cl.Pos]
	if tr == nil {
		return nil
	}
	var out []Removal
	sentences, gone := 0, 0
	units := t.old.of(cl)
	for i := range units {
		u := &units[i]
		var unsaid []Removal
		own := 0
		cut := u.sentences()
		for j := range cut {
			s := &cut[j]
			sentences++
			if t.sentence(tr, u, s).fate != Removed || said.covers(u, s) {
				own++
				continue
			}
			gone++
			if s.heading {
				continue
			}
			own++
			unsaid = append(unsaid, Removal{OneSentence, cl.Address(), u.provision.Address(), s.text, said.clauses[cl.Address()], 0})
		}
		if kind := u.provision.Kind; len(unsaid) == own && own > 0 && !u.provision.IsClause() {
			unsaid = unsaid[:1]
			unsaid[0].Unit, unsaid[0].Text = WholeParagraph, u.text()
			if kind == revision.KindItem {
				unsaid[0].Unit = WholeItem
			}
		}
		out = append(out, unsaid...)
	}
	if sentences > 0 && gone == sentences {
		return []Removal{{WholeClause, cl.Address(), cl.Address(), cl.Text(), said.clauses[cl.Address()], 0}}
	}
	return out
}
