package render

import "conceptdiff/internal/report"

// Audience is whom a report is for: it says the same to each, in another order
// and depth.
type Audience string

// The audiences.
const (
	// Journalist is told the most important changes first, then every clause by its
	// fate. It is the audience of the zero value.
	Journalist Audience = "journalist"
	// Drafter is told what the new numbering leaves to be checked, and then every
	// clause in its order with all its changes.
	Drafter Audience = "drafter"
	// Committee is told its own decisions and marks first, and what sources speak of
	// and the new text still says.
	Committee Audience = "committee"
)

// Audiences lists them, the default first.
var Audiences = []Audience{Journalist, Drafter, Committee}

// part is a section of a report.
type part string

const (
	partCompared     part = "compared"
	partAccounting   part = "accounting"
	partImportant    part = "important"
	partDecisions    part = "decisions"
	partMarks        part = "marks"
	partFates        part = "fates"   // every clause by its fate
	partClauses      part = "clauses" // every clause in its order, with its changes
	partNumbers      part = "numbers" // which clauses bear another number
	partReferences   part = "references"
	partVoices       part = "voices"     // sources and their statements
	partProvisions   part = "provisions" // what became of the provisions they speak of
	partUnannounced  part = "unannounced"
	partExpectations part = "expectations"
	partMethod       part = "method"
)

// partsFor are the parts of a report in the order in which an audience is told
// them.
func partsFor(a Audience) []part {
	switch a {
	case Drafter:
		return []part{
			partCompared, partAccounting, partNumbers, partReferences, partClauses, partDecisions,
			partVoices, partProvisions, partUnannounced, partExpectations, partMethod,
		}
	case Committee:
		return []part{
			partDecisions, partMarks, partProvisions, partUnannounced, partExpectations, partReferences,
			partCompared, partAccounting, partImportant, partFates, partVoices, partMethod,
		}
	}
	return []part{
		partCompared, partAccounting, partImportant, partDecisions, partFates, partReferences,
		partVoices, partProvisions, partUnannounced, partExpectations, partMethod,
	}
}

// reportParts are those of an audience that hold anything.
func reportParts(r *report.Report, a Audience) []part {
	var out []part
	for _, p := range partsFor(a) {
		if holds(r, p) {
			out = append(out, p)
		}
	}
	return out
}

func holds(r *report.Report, p part) bool {
	switch p {
	case partImportant:
		return len(r.Important()) > 0
	case partDecisions:
		return len(r.Decisions()) > 0
	case partMarks:
		return len(undecided(r)) > 0
	case partNumbers:
		return len(renumbered(r)) > 0
	case partReferences:
		return len(r.References) > 0
	case partVoices, partUnannounced:
		return len(r.Voices) > 0
	case partProvisions:
		return len(r.Provisions) > 0
	case partExpectations:
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
		if len(c.Old) > 0 && len(c.New) > 0 && !sameAddresses(c) {
			out = append(out, c)
		}
	}
	return out
}

func sameAddresses(c *report.Change) bool {
	if len(c.Old) != len(c.New) {
		return false
	}
	for i := range c.Old {
		if c.Old[i].Address != c.New[i].Address {
			return false
		}
	}
	return true
}
