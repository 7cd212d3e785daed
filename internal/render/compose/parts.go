package compose

import (
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// Part is a section of a report. Its value is the fragment that leads to it and stays
// as it is: people link to it.
type Part string

// The parts.
const (
	PartLede         Part = "lede" // one screen that can be printed alone
	PartAnew         Part = "anew" // of a text that was written anew: its subjects
	PartCompared     Part = "compared"
	PartAccounting   Part = "accounting"
	PartImportant    Part = "important"
	PartDecisions    Part = "decisions"
	PartMarks        Part = "marks"
	PartFates        Part = "fates"   // every clause by its fate
	PartClauses      Part = "clauses" // every clause in its order, with its changes
	PartNumbers      Part = "numbers" // which clauses bear another number
	PartReferences   Part = "references"
	PartAround       Part = "around"     // documents around the text, and what falls out of step
	PartSources      Part = "voices"     // sources and their statements
	PartProvisions   Part = "provisions" // what became of the provisions they speak of
	PartContrary     Part = "contrary"   // what does not go together in them
	PartUnannounced  Part = "unannounced"
	PartExpectations Part = "expectations"
	PartRemoved      Part = "removed" // all that went, and who spoke of it
	PartMethod       Part = "method"
)

// partsFor are the parts of a report in the order in which an audience is told them.
// A reader without an audience of his own gets the last list. A part that is in no
// list, such as marks for the public, is not told to that audience.
func partsFor(a render.Audience) []Part {
	switch a {
	case render.Drafter:
		return []Part{
			PartLede, PartAnew, PartCompared, PartAccounting, PartNumbers, PartReferences, PartClauses, PartRemoved, PartDecisions,
			PartSources, PartContrary, PartProvisions, PartUnannounced, PartExpectations, PartAround, PartMethod,
		}
	case render.Committee:
		return []Part{
			PartLede, PartAnew, PartDecisions, PartMarks, PartContrary, PartProvisions, PartRemoved, PartUnannounced, PartExpectations, PartReferences,
			PartCompared, PartAccounting, PartImportant, PartFates, PartSources, PartAround, PartMethod,
		}
	}
	return []Part{
		PartLede, PartAnew, PartCompared, PartAccounting, PartImportant, PartDecisions, PartFates, PartRemoved, PartReferences,
		PartSources, PartContrary, PartProvisions, PartUnannounced, PartExpectations, PartAround, PartMethod,
	}
}

// Parts are those of an audience that hold anything.
func Parts(r *report.Report, a render.Audience) []Part {
	var out []Part
	for _, p := range partsFor(a) {
		if holds(r, p) {
			out = append(out, p)
		}
	}
	return out
}

// holds reports whether a part would say anything. A part without a condition is
// always there. The page's contents list what holds.
func holds(r *report.Report, p Part) bool {
	switch p {
	case PartAnew:
		return r.Anew()
	case PartAround:
		return r.Around != nil
	case PartImportant:
		return len(r.Important()) > 0
	case PartDecisions:
		return len(r.Decisions()) > 0
	case PartMarks:
		return len(undecided(r)) > 0
	case PartNumbers:
		return len(renumbered(r)) > 0
	case PartReferences:
		return len(r.References)+len(r.Loose()) > 0
	case PartSources, PartUnannounced:
		return len(r.Sources) > 0
	case PartContrary:
		return len(r.Contrary) > 0
	case PartProvisions:
		return len(r.Provisions) > 0
	case PartExpectations:
		return len(r.Expectations) > 0
	}
	return true
}

// undecided are the provisions on which members put marks and the committee has
// not decided.
func undecided(r *report.Report) []*report.Marked {
	var out []*report.Marked
	for _, m := range r.Marks {
		if m.Decision == nil {
			out = append(out, m)
		}
	}
	return out
}

// renumbered are the changes whose clauses bear other numbers than they did.
func renumbered(r *report.Report) []*report.Change {
	var out []*report.Change
	for _, c := range r.Changes {
		if len(c.Old) > 0 && len(c.New) > 0 && !c.SameAddresses() {
			out = append(out, c)
		}
	}
	return out
}

// listed are the entries of a list of changes that names each, but for those that
// only bear other numbers: these are named together where they follow each other. The
// order is that of the changes.
func listed(changes []*report.Change) []report.Stretch {
	var out []report.Stretch
	for _, s := range report.Stretches(changes, false, false) {
		if s.Telling == report.AsNumbers && len(s.Changes) > 1 {
			out = append(out, s)
			continue
		}
		for _, c := range s.Changes {
			out = append(out, report.Stretch{Changes: []*report.Change{c}})
		}
	}
	return out
}

// Heading is the heading of a part of the report.
func (of Part) Heading(p phrase.Phrases) string {
	switch of {
	case PartLede:
		return p.Say("In short")
	case PartAnew:
		return p.Say("A text that was written anew")
	case PartAround:
		return p.Say("Documents around the text, and what falls out of step")
	case PartRemoved:
		return p.Say("Everything that was removed")
	case PartCompared:
		return p.Say("What was compared")
	case PartAccounting:
		return p.Say("The figures")
	case PartImportant:
		return p.Say("The most important changes")
	case PartDecisions:
		return p.Say("The committee's decisions, and what the new text did")
	case PartMarks:
		return p.Say("Marks of members that the committee has not decided on")
	case PartFates:
		return p.Say("What became of every clause")
	case PartClauses:
		return p.Say("Clause by clause")
	case PartNumbers:
		return p.Say("Clauses under other numbers")
	case PartReferences:
		return p.Say("References to check")
	case PartSources:
		return p.Say("What the sources listed say")
	case PartContrary:
		return p.Say("Contrary statements")
	case PartProvisions:
		return p.Say("Provisions tied to statements, and what the new text did with them")
	case PartUnannounced:
		return p.Say("Changes tied to no statement of the sources listed")
	case PartExpectations:
		return p.Say("What sources expect, and whether the new text has it")
	}
	return p.Say("How this was made, and what it cannot know")
}

// Name is what a part is called in the list of parts. It is the heading where that is
// short.
func (of Part) Name(p phrase.Phrases) string {
	switch of {
	case PartDecisions:
		return p.Say("The committee's decisions")
	case PartMarks:
		return p.Say("Marks")
	case PartSources:
		return p.Say("The sources")
	case PartProvisions:
		return p.Say("Provisions tied to statements")
	case PartUnannounced:
		return p.Say("Tied to no statement")
	case PartExpectations:
		return p.Say("Expected: there or absent")
	case PartMethod:
		return p.Say("Method and limits")
	}
	return of.Heading(p)
}
