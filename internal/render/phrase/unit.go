package phrase

import (
	"strings"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// unitWords are the names of clauses that the catalogues know, by what a label numbers.
var unitWords = map[numbering.Unit]string{numbering.UnitArticle: "article", numbering.UnitPart: "part", numbering.UnitClause: "point"}

// For returns phrases that call the clauses of a report's two texts by the names that
// are printed on them.
func (p Phrases) For(r *report.Report) Phrases {
	units := units{}
	for _, side := range []*report.Side{&r.Old, &r.New} {
		for _, part := range side.Parts {
			for _, c := range part.Clauses {
				if !c.Group && !c.Front && !c.Whole {
					units.add(c.Address, printedUnit(c))
				}
			}
		}
	}
	p.units = units
	return p
}

// Naming returns phrases that call the clauses of some texts by the names that are
// printed on them: an article is «article 12» wherever a sentence names it.
func (p Phrases) Naming(texts ...*revision.Revision) Phrases {
	units := units{}
	for _, r := range texts {
		if r == nil {
			continue
		}
		r.Walk(func(v *revision.Provision) bool {
			if v.Kind == revision.KindClause {
				units.add(v.Address(), unitWords[v.Label.Unit])
			}
			return true
		})
	}
	p.units = units
	return p
}

// units are the names of clauses by their addresses. Of two texts that call the same
// address otherwise neither name is taken.
type units map[string]string

func (u units) add(address, unit string) {
	if old, twice := u[address]; twice && old != unit {
		unit = ""
	}
	u[address] = unit
}

// printedUnit is what a clause's label says that it is: "article", "part", "point"; ""
// for a bare number.
func printedUnit(c *report.Clause) string {
	l, _, _ := numbering.CutLabel(c.Num)
	return unitWords[l.Unit]
}

// unitNamed puts the name of a clause before its address. One that stands in an annex or
// beside a clause of the same number is told by its address alone.
func (p Phrases) unitNamed(address string) string {
	if strings.ContainsAny(address, "/~") {
		return address
	}
	switch p.units[address] {
	case "article":
		return p.Say("article {0}", address)
	case "part":
		return p.Say("part {0}", address)
	case "point":
		return p.Say("clause {0} [point]", address)
	}
	return address
}

// Called names a clause in a sentence that needs a noun: "article 12", and "clause
// 4.1.1" where its label is a bare number.
func (p Phrases) Called(address string) string {
	if said := p.Cite(address); said != address {
		return said
	}
	return p.Say("clause {0}", address)
}

// NamesUnits reports whether any clause is called by a name of its text's own.
func (p Phrases) NamesUnits() bool {
	for _, unit := range p.units {
		if unit != "" {
			return true
		}
	}
	return false
}

// Mention names clauses in a sentence: as a list does, and those whose labels bear a
// name by it.
func (p Phrases) Mention(cs []*report.Clause) string {
	names := make([]string, len(cs))
	for i, c := range cs {
		if names[i] = p.Label(c); names[i] == c.Address {
			names[i] = p.Cite(c.Address)
		}
	}
	return strings.Join(names, ", ")
}

// Of returns phrases that call a clause, named by no number, what is printed on it:
// "the article as a whole".
func (p Phrases) Of(address string) Phrases {
	clause, _, _ := strings.Cut(address, "/")
	p.Printer = p.Named(p.units[clause])
	return p
}

// countedAs counts the clauses of some parts by the name that is printed on all of them:
// articles, points. Where the labels bear none, or several, they are clauses.
func (p Phrases) countedAs(parts ...*report.Part) Phrases {
	var all []*report.Clause
	for _, part := range parts {
		if part == nil {
			continue
		}
		for _, c := range part.Clauses {
			if !c.Front && !c.Whole {
				all = append(all, c)
			}
		}
	}
	return p.calling(all)
}

// calling counts clauses by the name that is printed on all of them.
func (p Phrases) calling(clauses []*report.Clause) Phrases {
	unit := ""
	for _, c := range clauses {
		name := printedUnit(c)
		if name == "" || unit != "" && unit != name {
			return p
		}
		unit = name
	}
	p.Printer = p.Named(unit)
	return p
}
