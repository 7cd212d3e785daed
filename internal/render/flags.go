package render

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// FlagsSheet shows the provisions of a revision that sources speak of and, with
// a new revision, what that did with each, what went though no source speaks of
// it, and what became of what sources expected. Without one now is nil and found
// has flags only.
func FlagsSheet(old, now *revision.Revision, found claim.Findings) Sheet {
	revs := []*revision.Revision{old}
	title := "Provisions of " + old.Label + " that sources speak of"
	if now != nil {
		revs = append(revs, now)
		title += ", and what " + now.Label + " did with them"
	}
	s := newMarksSheet(title, revs...)
	s.columns = []string{"Address", "Words", "Sources say", "In the new text"}
	provisions := claim.ByProvision(found.Flags)
	s.facts = append(s.facts, report.Count(len(provisions), "provision")+" flagged")
	var rows []sheetRow
	for i := range provisions {
		rows = append(rows, flagRow(old, &provisions[i]))
	}
	s.add("Flagged", rows)
	if now != nil {
		s.facts = append(s.facts, fatesFact(now.Label, provisions))
		s.addFindings(found)
	}
	s.addWordings(provisions)
	s.wire = newJSONFlags(old, now, provisions, found)
	return s
}

func flagRow(r *revision.Revision, v *claim.FlaggedProvision) sheetRow {
	words := v.Sentences()
	if words == "" {
		words = provisionWords(r.Find(v.Address)) + " (as a whole)"
	}
	var said, now []string
	for _, f := range v.Flags {
		tie := string(f.Basis)
		if len(f.Words) > 0 {
			tie += ": " + quotedList(f.Words)
		}
		said = append(said, fmt.Sprintf("%s: %s, %s [%s] (%s)", f.Claim.Says, f.Claim.Speaker, f.Claim.Date, tie, f.Claim.ID()))
	}
	if fate := v.Fate(); fate != "" {
		now = append(now, string(fate))
	}
	if to := v.To(); len(to) > 0 {
		now = append(now, "see "+strings.Join(to, ", "))
	}
	if still := v.StillThere(); len(still) > 0 {
		now = append(now, "still says "+quotedList(still))
	}
	return sheetRow{{v.Address}, {words}, said, now}
}

// fatesFact counts what the new revision did with the provisions.
func fatesFact(label string, provisions []claim.FlaggedProvision) string {
	counts := make(map[claim.Fate]int)
	for i := range provisions {
		counts[provisions[i].Fate()]++
	}
	parts := make([]string, len(claim.Fates))
	for i, fate := range claim.Fates {
		parts[i] = fmt.Sprintf("%d %s", counts[fate], fate)
	}
	return "in " + label + ": " + strings.Join(parts, ", ")
}

func (s *Sheet) addFindings(found claim.Findings) {
	var rows []sheetRow
	for _, r := range found.Unannounced {
		text := fmt.Sprintf("%s: %s", r.Unit, r.Text)
		row := sheetRow{{r.Provision}, strings.Split(text, "\n"), nil, {"removed"}}
		if r.Below > 0 {
			row[3] = append(row[3], "with "+report.Count(r.Below, "clause")+" below it")
		}
		if r.Beside {
			row[2] = []string{"a source speaks of another part of this clause"}
		}
		rows = append(rows, row)
	}
	s.add("Removed though no source speaks of it", rows)
	rows = nil
	for _, e := range found.Expectations {
		row := sheetRow{{e.Claim.ID()}, {e.Claim.Gist}, {saidBy(e.Claim)}, {string(e.Standing) + ": " + e.Why}}
		for _, shown := range e.Shown {
			row[3] = append(row[3], "["+shown.Provision+"] "+shown.Text)
		}
		for _, f := range e.Flags {
			if f.Treatment != nil && f.Treatment.Stands() {
				row[3] = append(row[3], fmt.Sprintf("still there: [%s], see %s", f.Provision, strings.Join(f.Treatment.To, ", ")))
			}
		}
		rows = append(rows, row)
	}
	s.add("Expected by sources", rows)
}

// addWordings lists each claim that the flags name once, in its own words.
func (s *Sheet) addWordings(provisions []claim.FlaggedProvision) {
	seen := make(map[*claim.Claim]bool)
	var rows []sheetRow
	for _, v := range provisions {
		for _, f := range v.Flags {
			if !seen[f.Claim] {
				seen[f.Claim] = true
				rows = append(rows, sheetRow{{f.Claim.ID()}, {f.Claim.Gist}, {saidBy(f.Claim)}, nil})
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b sheetRow) int { return strings.Compare(a[0][0], b[0][0]) })
	s.add("In which words", rows)
}

// saidBy says who says it, when and in which words.
func saidBy(c *claim.Claim) string {
	who := c.Speaker
	if c.Role != "" {
		who += " (" + c.Role + ")"
	}
	return who + ", " + c.Date + ": " + c.Wording()
}

func quotedList(words []string) string { return "“" + strings.Join(words, "”, “") + "”" }
