package sheet

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// Flags shows the provisions of a revision that sources speak of and, with a new
// revision, what that did with each, what went though no source speaks of it, and
// what became of what sources expected. Without one now is nil and found has flags
// only. Rows are by provision; what each claim says in its own words stands once, at
// the end.
func Flags(old, now *revision.Revision, found claim.Findings, o render.Options) Sheet {
	p := in(o, old, now)
	revs := []*revision.Revision{old}
	title := p.Say("Provisions of {0} that sources speak of", old.Label)
	if now != nil {
		revs = append(revs, now)
		title = p.Say("Provisions of {0} that sources speak of, and what {1} did with them", old.Label, now.Label)
	}
	s := begin(p, title, revs...)
	s.Columns = []string{p.Say("Address"), p.Say("Words [of a provision]"), p.Say("Sources say"), p.Say("In the new text")}
	provisions := claim.ByProvision(found.Flags)
	s.Facts = append(s.Facts, p.Say("{0 provision flagged}", len(provisions)))
	var rows []Row
	for i := range provisions {
		rows = append(rows, p.flagRow(old, &provisions[i]))
	}
	s.add(p.Say("Flagged"), rows)
	for _, src := range sourcesOf(found) {
		if said := p.Standing(src); said != "" {
			s.Notices = append(s.Notices, src.Publisher+", "+p.Date(src.Date)+": "+said)
		}
	}
	s.add(p.Say("Contrary statements"), p.contraryRows(claim.Contraries(found.Flags)))
	if now != nil {
		s.Facts = append(s.Facts, p.fatesFact(now.Label, provisions))
		s.add(p.Say("Removed, and tied to no statement of the sources listed"), p.removalRows(found.Unannounced))
		s.add(p.Say("Expected by sources"), p.expectationRows(found.Expectations))
	}
	s.add(p.Say("In related documents, on the same subject"), p.elsewhereRows(found.Elsewhere))
	s.add(p.Say("In which words"), p.wordingRows(provisions))
	s.wire = json.NewFlags(old, now, provisions, found)
	return s
}

// elsewhereRows are passages of related documents in which a claim's subject stands.
// Those of one passage stand in one row: the list comes in the order of documents and
// passages.
func (p phrases) elsewhereRows(list []claim.Elsewhere) []Row {
	var rows []Row
	for _, e := range list {
		at := e.Document + " " + e.Provision
		if n := len(rows); n == 0 || rows[n-1][0][0] != at {
			said := phrase.Shorten(e.Text)
			if e.Gist {
				said = p.Say("In our words: {0}", said)
			}
			rows = append(rows, Row{{at}, {said}, nil, nil})
		}
		says := &rows[len(rows)-1][2]
		*says = append(*says, fmt.Sprintf("%s: %s (%s)", p.Capital(p.TieOf(&e.Flag)), p.StatementInShort(e.Claim), e.Claim.ID()))
	}
	return rows
}

// flagRow is a flagged provision: its address, its words, what is said of it and what
// ties it, and what the newer text did with it.
func (p phrases) flagRow(r *revision.Revision, v *claim.FlaggedProvision) Row {
	words := v.Sentences()
	if words == "" {
		words = phrase.ProvisionWords(r.Find(v.Address))
	}
	var said, now []string
	for _, f := range v.Flags {
		said = append(said, fmt.Sprintf("%s: %s (%s)", p.Capital(p.TieOf(&f)), p.StatementInShort(f.Claim), f.Claim.ID()))
	}
	if fate := v.Fate(); fate != "" {
		now = append(now, p.Word(string(fate)))
	}
	if to := v.To(); len(to) > 0 {
		now = append(now, p.Say("see {0}", p.CiteList(to)))
	}
	if still := v.StillThere(); len(still) > 0 {
		now = append(now, p.Say("these words still stand: {0}", phrase.QuoteList(still)))
	}
	return Row{{p.Cite(v.Address)}, {words}, said, now}
}

// sourcesOf are those that the flags and expectations name, each once. They stand in
// the order in which they are first named.
func sourcesOf(found claim.Findings) []*claim.Source {
	var out []*claim.Source
	add := func(c *claim.Claim) {
		if c != nil && c.Source != nil && !slices.Contains(out, c.Source) {
			out = append(out, c.Source)
		}
	}
	for _, f := range found.Flags {
		add(f.Claim)
	}
	for _, e := range found.Expectations {
		add(e.Claim)
	}
	return out
}

// contraryRows list what does not go together, a row a statement, by date. The column
// for the new text is empty.
func (p phrases) contraryRows(all []claim.Contrary) []Row {
	var rows []Row
	for _, c := range all {
		for _, s := range c.Stated {
			rows = append(rows, Row{{p.Cite(c.Provision)}, {p.Day(s.Claim.Date)}, {p.saidBy(s.Claim) + p.StatedAt(c, s)}, nil})
		}
	}
	return rows
}

// fatesFact counts what the new revision did with the provisions. Each fate has its
// figure, also 0, so that they can be seen to add up.
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

// removalRows list what went without a statement, in the order of the old text; of a
// clause that took others with it how many.
func (p phrases) removalRows(removals []claim.Removal) []Row {
	var rows []Row
	for _, r := range removals {
		text := p.Word(string(r.Unit)) + ": " + r.Text
		row := Row{{p.Cite(r.Provision)}, strings.Split(text, "\n"), nil, {p.Word(string(claim.Removed))}}
		if r.Below > 0 {
			row[3] = append(row[3], p.Say("with {0 clause below}", r.Below))
		}
		if r.Beside {
			row[2] = []string{p.Say("a statement is tied to another part of this clause")}
		}
		rows = append(rows, row)
	}
	return rows
}

// expectationRows list what sources wanted: the claim, who said it, how far it is so
// and by which rule, the passages that show it, and what still stands that was to go.
func (p phrases) expectationRows(expectations []claim.Expectation) []Row {
	var rows []Row
	for _, e := range expectations {
		row := Row{{e.Claim.ID()}, {e.Claim.Gist}, {p.saidBy(e.Claim)}, {p.Word(string(e.Standing)) + ": " + p.Ground(e.Why)}}
		for _, shown := range e.Shown {
			row[3] = append(row[3], p.Cite(shown.Provision)+": "+shown.Text)
		}
		for _, f := range e.Flags {
			if f.Treatment != nil && f.Treatment.Stands() {
				row[3] = append(row[3], p.Say("still there")+": "+p.Cite(f.Provision)+"; "+p.Say("see {0}", p.CiteList(f.Treatment.To)))
			}
		}
		rows = append(rows, row)
	}
	return rows
}

// wordingRows list each claim that the flags name once, in its own words, by name.
func (p phrases) wordingRows(provisions []claim.FlaggedProvision) []Row {
	seen := make(map[*claim.Claim]bool)
	var rows []Row
	for _, v := range provisions {
		for _, f := range v.Flags {
			if !seen[f.Claim] {
				seen[f.Claim] = true
				rows = append(rows, Row{{f.Claim.ID()}, {f.Claim.Gist}, {p.saidBy(f.Claim)}, nil})
			}
		}
	}
	slices.SortStableFunc(rows, func(a, b Row) int { return strings.Compare(a[0][0], b[0][0]) })
	return rows
}

// saidBy says how it was recorded, after whom, when and in which words. A claim whose
// verbatim words are not held is told as a report.
func (p phrases) saidBy(c *claim.Claim) string {
	return p.Statement(c) + ": " + p.Wording(c)
}
