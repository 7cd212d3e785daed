package phrase

import (
	"strings"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// unitWords are the names of clauses that the catalogues know, by what a label
// numbers. Every other label, and a bare number, bears no name.
var unitWords = map[numbering.Unit]string{numbering.UnitArticle: "article", numbering.UnitPart: "part", numbering.UnitClause: "point"}

// For returns phrases that call the clauses of a report's two texts by the names that
// are printed on them. Title pages and whole texts are not among them, which have
// labels of their own.
func (p Phrases) For(r *report.Report) Phrases {
	units := units{}
	for _, side := range []*report.Side{&r.Old, &r.New} {
		for _, part := range side.Parts {
			for _, c := range part.Clauses {
				switch {
				case c.Group:
					units.add(c.Address, unit{printed: printedLabel(c.Num)})
				case c.Num == "" && !c.Front && !c.Whole:
					units.add(c.Address, unit{printed: headingOf(c.Address, c.Heading)})
				case !c.Front && !c.Whole:
					units.add(c.Address, unit{word: printedUnit(c)})
				}
			}
		}
	}
	p.units = units
	return p
}

// Naming returns phrases that call the clauses of some texts by the names that are
// printed on them: an article is «article 12» wherever a sentence names it. Any of
// the texts may be nil.
func (p Phrases) Naming(texts ...*revision.Revision) Phrases {
	units := units{}
	for _, r := range texts {
		if r == nil {
			continue
		}
		r.Walk(func(v *revision.Provision) bool {
			switch v.Kind {
			case revision.KindClause:
				units.add(v.Address(), unit{word: unitWords[v.Label.Unit]})
			case revision.KindPart:
				units.add(v.Address(), unit{printed: printedLabel(v.Num)})
			case revision.KindSection:
				units.add(v.Address(), unit{printed: headingOf(v.Address(), v.Heading)})
			}
			return true
		})
	}
	p.units = units
	return p
}

// units are the names of clauses by their addresses. Of two texts that call the same
// address otherwise neither name is taken. An address that is not there has none
// either.
type units map[string]unit

// unit is the name of a clause: a word that the catalogues know or, of a chapter and its
// like, the label as it is printed; of a section without a number its heading.
type unit struct{ word, printed string }

// add notes what a text calls an address.
func (u units) add(address string, name unit) {
	if old, twice := u[address]; twice && old != name {
		name = unit{}
	}
	u[address] = name
}

// printedLabel is the label of a chapter as a sentence has it: «Глава I.1».
func printedLabel(num string) string { return strings.TrimRight(num, ". ") }

// headingOf is what a section without a number is called; one that stands within another
// clause is told by its address.
func headingOf(address, heading string) string {
	if strings.ContainsAny(address, "/~") {
		return ""
	}
	return strings.TrimRight(heading, ":. ")
}

// printedUnit is what a clause's label says that it is: "article", "part", "point"; ""
// for a bare number.
func printedUnit(c *report.Clause) string {
	l, _, _ := numbering.CutLabel(c.Num)
	return unitWords[l.Unit]
}

// unitNamed puts the name of a clause before its address, and names a chapter by its
// printed label, after those that it stands in, and a section by its heading. A clause that stands in an annex or beside
// a clause of the same number is told by its address alone.
func (p Phrases) unitNamed(address string) string {
	if address == revision.PrefaceEID {
		return p.Say("title page")
	}
	if label := p.groupNamed(address); label != "" {
		return label
	}
	if strings.ContainsAny(address, "/~") {
		return address
	}
	switch p.units[address].word {
	case "article":
		return p.Say("article {0}", address)
	case "part":
		return p.Say("part {0}", address)
	case "point":
		return p.Say("clause {0} [point]", address)
	}
	return address
}

// groupNamed names a chapter: «Раздел II, Глава 3»; "" where no label is known of it or of
// what it stands in.
func (p Phrases) groupNamed(address string) string {
	within := ""
	if i := strings.LastIndexByte(address, '/'); i >= 0 {
		if within = p.groupNamed(address[:i]); within == "" {
			return ""
		}
		within += ", "
	}
	printed := p.units[address].printed
	if printed == "" {
		return ""
	}
	return within + printed
}

// Called names a clause in a sentence that needs a noun: "article 12", and "clause
// 4.1.1" where its label is a bare number.
func (p Phrases) Called(address string) string {
	if said := p.Cite(address); said != address {
		return said
	}
	return p.Say("clause {0}", address)
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
// "the article as a whole". Only nouns in phrases are put so; addresses are cited as
// before.
func (p Phrases) Of(address string) Phrases {
	clause, _, _ := strings.Cut(address, "/")
	p.Printer = p.Named(p.units[clause].word)
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

// calling counts clauses by the name that is printed on all of them. A clause of
// another name, or of none, makes them clauses all.
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
