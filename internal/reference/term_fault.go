package reference

import (
	"strings"

	"conceptdiff/internal/revision"
)

// The faults of defined terms.
const (
	DefinedTwice Fault = "defined twice"
	NeverUsed    Fault = "never used"
	NotDefined   Fault = "no longer defined" // used, defined in the earlier revision, and not in this one
)

// TermFinding is a term that a person should look at.
type TermFinding struct {
	Term
	Fault Fault
	First *Term // DefinedTwice: the earlier definition
	Uses  int   // NotDefined: how often the text uses it
}

// CheckTerms lists the terms that a revision defines twice, or defines and never
// uses; with an earlier revision (nil for none) also those that it uses and that
// only the earlier one defines. In the order of the text, those of the earlier
// revision last.
func CheckTerms(text, earlier *Text) []TermFinding {
	g := newGlossary(text)
	var out []TermFinding
	first := map[string]*Term{}
	for i := range g.Terms {
		t := &g.Terms[i]
		key := component(t.In) + strings.Join(t.words, " ")
		if t.scope != nil {
			key = t.scope.Address() + " " + key
		}
		switch before := first[key]; {
		case before == nil:
			first[key] = t
			if g.Uses[i] == 0 {
				out = append(out, TermFinding{Term: *t, Fault: NeverUsed})
			}
		case before.In != t.In:
			out = append(out, TermFinding{Term: *t, Fault: DefinedTwice, First: before})
		}
	}
	if earlier == nil {
		return out
	}
	gone := lost(earlier.terms(), g.Terms, text.finder)
	if len(gone) == 0 {
		return out
	}
	for i := range gone {
		gone[i].block = -1
	}
	for i, n := range text.finder.uses(gone, text.blocks()) {
		if n > 0 {
			out = append(out, TermFinding{Term: gone[i], Fault: NotDefined, Uses: n})
		}
	}
	return out
}

func component(cl *revision.Clause) string { return cl.Component.EID + "/" }

// lost lists the terms that one text defines and another does not, in any form.
func lost(old, new []Term, f *finder) []Term {
	var out []Term
	met := map[string]bool{}
	for _, t := range old {
		key := strings.Join(t.words, " ")
		if met[key] {
			continue
		}
		met[key] = true
		kept := false
		for _, n := range new {
			kept = kept || len(n.words) == len(t.words) && f.sameWords(n.words, t.words)
		}
		if !kept {
			out = append(out, t)
		}
	}
	return out
}

func (f *finder) sameWords(a, b []string) bool {
	for i := range a {
		if !f.isForm(a[i], b[i]) && !f.isForm(b[i], a[i]) {
			return false
		}
	}
	return true
}
