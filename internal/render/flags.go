package render

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/revision"
)

// FlagsSheet shows the provisions of a revision that sources speak of and, with
// a new revision, what that did with each, what went though no source speaks of
// it, and what became of what sources expected. Without one now is nil and found
// has flags only.
func FlagsSheet(old, now *revision.Revision, found claim.Findings, o Options) Sheet {
	p := o.phrases()
	revs := []*revision.Revision{old}
	title := p.Say("Provisions of {0} that sources speak of", old.Label)
	if now != nil {
		revs = append(revs, now)
		title = p.Say("Provisions of {0} that sources speak of, and what {1} did with them", old.Label, now.Label)
	}
	s := newSheet(p, title, revs...)
	s.columns = []string{p.Say("Address"), p.Say("Words [of a provision]"), p.Say("Sources say"), p.Say("In the new text")}
	provisions := claim.ByProvision(found.Flags)
	s.facts = append(s.facts, p.Say("{0 provision flagged}", len(provisions)))
	var rows []sheetRow
	for i := range provisions {
		rows = append(rows, p.flagRow(old, &provisions[i]))
	}
	s.add(p.Say("Flagged"), rows)
	if now != nil {
		s.facts = append(s.facts, p.fatesFact(now.Label, provisions))
		s.add(p.Say("Removed though no source speaks of it"), p.removalRows(found.Unannounced))
		s.add(p.Say("Expected by sources"), p.expectationRows(found.Expectations))
	}
	s.add(p.Say("In which words"), p.wordingRows(provisions))
	s.wire = newJSONFlags(old, now, provisions, found)
	return s
}

func (p phrases) flagRow(r *revision.Revision, v *claim.FlaggedProvision) sheetRow {
	words := v.Sentences()
	if words == "" {
		words = p.Say("{0} (as a whole)", provisionWords(r.Find(v.Address)))
	}
	var said, now []string
	for _, f := range v.Flags {
		tie := p.Word(string(f.Basis))
		if len(f.Words) > 0 {
			tie += ": " + quotedList(f.Words)
		}
		said = append(said, fmt.Sprintf("%s: %s, %s [%s] (%s)", p.Word(string(f.Claim.Says)), f.Claim.Speaker, p.Day(f.Claim.Date), tie, f.Claim.ID()))
	}
	if fate := v.Fate(); fate != "" {
		now = append(now, p.Word(string(fate)))
	}
	if to := v.To(); len(to) > 0 {
		now = append(now, p.Say("see {0}", strings.Join(to, ", ")))
	}
	if still := v.StillThere(); len(still) > 0 {
		now = append(now, p.Say("still says {0}", quotedList(still)))
	}
	return sheetRow{{v.Address}, {words}, said, now}
}

// fatesFact counts what the new revision did with the provisions.
func (p phrases) fatesFact(label string, provisions []claim.FlaggedProvision) string {
	counts := make(map[claim.Fate]int)
	for i := range provisions {
		counts[provisions[i].Fate()]++
	}
	parts := make([]string, len(claim.Fates))
	for i, fate := range claim.Fates {
		parts[i] = p.Counted(counts[fate], string(fate))
	}
	return p.Say("in {0}", label) + ": " + strings.Join(parts, ", ")
}

func (p phrases) removalRows(removals []claim.Removal) []sheetRow {
	var rows []sheetRow
	for _, r := range removals {
		text := p.Word(string(r.Unit)) + ": " + r.Text
		row := sheetRow{{r.Provision}, strings.Split(text, "\n"), nil, {p.Word(string(claim.Removed))}}
		if r.Below > 0 {
			row[3] = append(row[3], p.Say("with {0 clause below}", r.Below))
		}
		if r.Beside {
			row[2] = []string{p.Say("a source speaks of another part of this clause")}
		}
		rows = append(rows, row)
	}
	return rows
}

func (p phrases) expectationRows(expectations []claim.Expectation) []sheetRow {
	var rows []sheetRow
	for _, e := range expectations {
		row := sheetRow{{e.Claim.ID()}, {e.Claim.Gist}, {p.saidBy(e.Claim)}, {p.Word(string(e.Standing)) + ": " + p.ground(e.Why)}}
		for _, shown := range e.Shown {
			row[3] = append(row[3], "["+shown.Provision+"] "+shown.Text)
		}
		for _, f := range e.Flags {
			if f.Treatment != nil && f.Treatment.Stands() {
				row[3] = append(row[3], p.Say("still there")+": ["+f.Provision+"], "+p.Say("see {0}", strings.Join(f.Treatment.To, ", ")))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// wordingRows list each claim that the flags name once, in its own words.
func (p phrases) wordingRows(provisions []claim.FlaggedProvision) []sheetRow {
	seen := make(map[*claim.Claim]bool)
	var rows []sheetRow
	for _, v := range provisions {
		for _, f := range v.Flags {
			if !seen[f.Claim] {
				seen[f.Claim] = true
				rows = append(rows, sheetRow{{f.Claim.ID()}, {f.Claim.Gist}, {p.saidBy(f.Claim)}, nil})
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b sheetRow) int { return strings.Compare(a[0][0], b[0][0]) })
	return rows
}

// saidBy says who says it, when and in which words.
func (p phrases) saidBy(c *claim.Claim) string {
	who := c.Speaker
	if c.Role != "" {
		who += " (" + c.Role + ")"
	}
	return who + ", " + p.Day(c.Date) + ": " + p.wording(c)
}

func quotedList(words []string) string { return "“" + strings.Join(words, "”, “") + "”" }
