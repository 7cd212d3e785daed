package akn

import (
	"strconv"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

// analysis lists every change as textual modifications. The element that holds them
// is left out when there are none: the schema wants one at least in it.
func (a *writer) analysis() {
	a.open("analysis", "source", "#"+aknOrg)
	any := false
	for _, c := range a.r.Changes {
		for i, kind := range aknKinds(c) {
			if !any {
				a.open("activeModifications")
			}
			any = true
			a.modification(c, kind, i)
		}
	}
	if any {
		a.shut("activeModifications")
	}
	a.shut("analysis")
}

// aknKinds are the types of textual modification that a change is. A change may be
// two: a clause can be amended and renumbered. Nothing is said of a clause that is as
// it was, where it was.
func aknKinds(c *report.Change) []string {
	var out []string
	switch c.Kind {
	case compare.New:
		return []string{"insertion"}
	case compare.Removed:
		if c.Lone {
			return nil // the new text does not say whether the part still applies
		}
		return []string{"repeal"}
	case compare.Split:
		out = append(out, "split")
	case compare.Merged:
		out = append(out, "join")
	case compare.Amended:
		out = append(out, "substitution")
	}
	if c.Kind == compare.Unchanged && c.Retitled {
		out = append(out, "substitution")
	}
	if c.Kind != compare.Split && c.Kind != compare.Merged && (c.Renumbered || c.Moved && !c.SameAddresses()) {
		out = append(out, "renumbering")
	}
	return out
}

// modification writes the n-th modification that a change is. The quotations that
// [writer.change] writes are pointed to by their ids. A renumbering has no words of
// its own, so it points to the clauses by their addresses in both texts.
func (a *writer) modification(c *report.Change, kind string, n int) {
	id := aknID(c)
	moved := ""
	if c.Moved {
		moved = "true"
	}
	a.open("textualMod", "eId", id+"-mod-"+strconv.Itoa(n+1), "type", kind, "cd:significance", string(c.Significance), "cd:moved", moved)
	a.empty("source", "href", "#"+id)
	if len(c.Old) == 0 {
		a.destinationOfNew(c)
	}
	for _, cl := range c.Old {
		a.empty("destination", "href", clauseURI(&a.r.Old, cl))
	}
	if kind != "renumbering" {
		if len(c.Old) > 0 {
			a.empty("old", "href", "#"+id+"-old")
		}
		if len(c.New) > 0 {
			a.empty("new", "href", "#"+id+"-new")
		}
	} else {
		for _, cl := range c.New {
			a.empty("new", "href", clauseURI(&a.r.New, cl))
		}
	}
	a.shut("textualMod")
}

// destinationOfNew says where in the old text a new clause would come to stand: after
// the clause that stands before it in the new one. A new clause before all others
// stands at the start.
func (a *writer) destinationOfNew(c *report.Change) {
	var before *report.Clause
	for _, cl := range a.r.New.Clauses {
		if cl == c.New[0] {
			break
		}
		if olds := cl.Change.Old; len(olds) > 0 {
			before = olds[len(olds)-1]
		}
	}
	if before == nil {
		a.empty("destination", "href", aknWork(a.r.Old.Label), "pos", "start")
		return
	}
	a.empty("destination", "href", clauseURI(&a.r.Old, before), "pos", "after")
}
