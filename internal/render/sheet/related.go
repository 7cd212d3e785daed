package sheet

import (
	"slices"
	"strings"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// Related shows by clause what documents around a revision say of the same, clauses
// that nothing speaks of left out. Relations stand as package relate ranks them;
// guesses among them are told as such.
func Related(a *relate.Around, o render.Options) Sheet {
	p := in(o, a.Revision)
	s := begin(p, p.Say("What else says this: {0}", a.Revision.Label), a.Revision)
	s.Columns = []string{p.Say("Provision"), p.Say("Document and passage"), p.Say("Relation"), p.Say("What it says"), p.Say("Shown by")}
	for i := range a.Documents {
		s.Facts = append(s.Facts, p.documentFact(&a.Documents[i]))
	}
	shown, guessed := 0, 0
	var without []Row
	for _, c := range a.ByClause() {
		var rows []Row
		switch {
		case len(c.Said) == 0:
			said := p.Say("No passage was found that speaks of it.")
			if c.Bare() {
				said = p.Say("Nothing but a heading; see the clauses below it.")
			}
			without = append(without, Row{{clauseHeading(c.Clause)}, nil, nil, {said}, nil})
		case c.Said[0].Shown:
			shown++
		default:
			guessed++
		}
		for i := range c.Said {
			r := &c.Said[i]
			rows = append(rows, Row{{p.Cite(r.To.Address)}, {r.Document.Key + " " + r.From.Address}, {p.shownRelation(&r.Relation)}, p.passage(r.Document, r.From), p.shownBy(&r.Relation)})
		}
		s.add(clauseHeading(c.Clause), rows)
	}
	s.Facts = append(s.Facts, p.Say("{0 clause}: relations are shown of {1}, guesses of {2}, and of {3} nothing was found.", shown+guessed+len(without), shown, guessed, len(without)))
	s.add(p.Say("Clauses of which nothing was found in these documents"), without)
	s.wire = json.NewAround(a)
	return s
}

// RelatedPassages shows by passage of one document what a revision says of the same.
// Relations below the bound are guesses, and told as such; with all every one is
// listed. A passage that is quoted once stands for all its relations; titles need no
// counterpart.
func RelatedPassages(a *relate.Around, all bool, o render.Options) Sheet {
	p := in(o, a.Revision)
	s := begin(p, p.Say("What else says this: {0}", a.Revision.Label), a.Revision)
	s.Columns = []string{p.Say("Passage"), p.Say("What it says"), p.Say("Relation"), p.Say("Provision"), p.Say("Shown by")}
	for i := range a.Documents {
		w := &a.Documents[i]
		s.Facts = append(s.Facts, p.documentFact(w))
		var rows, without []Row
		for k := range w.From.Passages {
			from := &w.From.Passages[k]
			told := w.Told(k, all)
			for j, r := range told {
				var says []string
				if j == 0 {
					says = p.passage(w.Document, from)
				}
				rows = append(rows, Row{{from.Address}, says, {p.shownRelation(r)}, {p.Cite(r.To.Address)}, p.shownBy(r)})
			}
			if len(told) == 0 && !from.Title {
				without = append(without, Row{{from.Address}, p.passage(w.Document, from), nil, nil, nil})
			}
		}
		s.add(joined(w.Document.Key, w.Title), rows)
		s.add(p.Say("Passages without a counterpart"), without)
	}
	s.wire = json.NewAround(a)
	return s
}

// mostGuessed is how many guesses are told of a passage of which no relation that falls
// out of step is shown.
const mostGuessed = 2

// OutOfStep shows which relations fall out of step with a later text, and how, in the
// order of its provisions, a part for each way. a.New is that text. Guesses stand at
// the end: with all every one, otherwise at most two of a passage, and none of a
// passage of which something sure is shown.
func OutOfStep(a *relate.Around, all bool, o render.Options) Sheet {
	p := in(o, a.Revision)
	s := begin(p, p.Say("Out of step: {0} → {1}", a.Revision.Label, a.New.Label), a.Revision, a.New)
	s.Columns = []string{p.Say("Provision"), p.Say("Document and passage"), p.Say("What became of it"), p.Say("Relation"), p.Say("What it says")}
	s.Once = 2
	for i := range a.Documents {
		w := &a.Documents[i]
		s.Facts = append(s.Facts, p.documentFact(w), p.Say("Relations of {0} that fall out of step: {1}.", w.Document.Key, w.ShownSteps()))
	}
	// Cells, and not addresses, are what rows are sorted by: they are all that a row
	// still has.
	place := map[string]int{} // of a provision in the old text, as its cell names it
	for i, passage := range relate.TextOf(a.Revision).Passages {
		place[p.Cite(passage.Address)] = i
	}
	inOrder := func(rows []Row) []Row {
		slices.SortStableFunc(rows, func(a, b Row) int { return place[a[0][0]] - place[b[0][0]] })
		return rows
	}
	var guesses []Row
	told := map[*relate.Passage]int{} // what is told of a passage where nothing is shown: its best guesses
	for i := range a.Documents {
		for k := range a.Documents[i].Steps {
			if step := &a.Documents[i].Steps[k]; step.Shown {
				told[step.From] = mostGuessed
			}
		}
	}
	for _, fate := range relate.Fates {
		var rows []Row
		for i := range a.Documents {
			w := &a.Documents[i]
			for k := range w.Steps {
				step := &w.Steps[k]
				row := Row{{p.Cite(step.To.Address)}, {w.Document.Key + " " + step.From.Address + p.dated(w.Document)}, p.stepLines(step, a.New.Label), {p.shownRelation(&step.Relation)}, p.passage(w.Document, step.From)}
				switch {
				case step.Fate != fate:
				case step.Shown:
					rows = append(rows, row)
				case all:
					guesses = append(guesses, row)
				case step.Score >= relate.Likely && told[step.From] < mostGuessed:
					told[step.From]++
					guesses = append(guesses, row)
				}
			}
		}
		s.add(p.fate(fate), inOrder(rows))
	}
	var rows []Row
	for i := range a.Documents {
		w := &a.Documents[i]
		for _, r := range w.Names {
			old := make([]string, len(r.Old))
			for k, at := range r.Old {
				old[k] = p.Say("old {0}", at)
			}
			rows = append(rows, Row{{r.At}, append([]string{w.Document.Key + " " + strings.Join(r.Passages, ", ")}, old...), {p.Say("{0} says: «{1}»", a.New.Label, phrase.Shorten(r.Says))}, {p.Say("names {0}", r.Name)}, nil})
		}
	}
	s.add(p.Say("Replaced, renamed or closed, as the new text says"), rows)
	s.add(p.Say("Perhaps out of step: guesses"), inOrder(guesses))
	s.wire = json.NewAround(a)
	return s
}

// Names shows the bodies and documents that a revision names. They stand by kind,
// each under its first spelling, with the addresses where it is named.
func Names(r *revision.Revision, names []relate.Name, o render.Options) Sheet {
	p := in(o, r)
	s := begin(p, p.Say("Bodies and documents named in {0}", r.Label), r)
	s.Columns = []string{p.Say("Name"), p.Say("Spellings"), p.Say("Where"), p.Say("Stored as")}
	for _, kind := range []struct {
		kind  relate.NameKind
		title string
	}{{relate.NamedDocument, p.Say("Documents")}, {relate.NamedBody, p.Say("Bodies")}, {relate.NamedOther, p.Say("Abbreviations and other names")}} {
		var rows []Row
		for _, n := range names {
			if n.Kind != kind.kind {
				continue
			}
			var at []string
			for _, passage := range n.At {
				at = append(at, p.Cite(passage.Address))
			}
			rows = append(rows, Row{{n.Spellings[0]}, n.Spellings[1:], {strings.Join(at, ", ")}, n.Stored})
		}
		s.add(kind.title, rows)
	}
	s.wire = json.NewNames(r, names)
	return s
}

// clauseHeading is how a clause heads a part: its address where it has a number, and
// its heading.
func clauseHeading(c *revision.Clause) string {
	if c.Heading == "" {
		return c.Address()
	}
	if c.Num == "" {
		return c.Heading
	}
	return c.Address() + " " + c.Heading
}

// documentFact says what a document is, and whether its words or gists of ours are at
// hand.
func (p phrases) documentFact(w *relate.With) string {
	d := w.Document
	said := d.Key + ": " + strings.TrimSuffix(joined(d.Title, p.Day(d.Date), d.Citation), ".") + "."
	if d.Recorded {
		said += " " + p.Say("Summary of ours; the text is not in this workspace.")
	}
	shown, guessed, without := w.Counts()
	return said + " " + p.Say("{0 passage}: relations are shown of {1}, guesses of {2}, and {3} are without a counterpart.", shown+guessed+without, shown, guessed, without)
}

// passage is what a passage of a document says: its words, or a gist, which is said to
// be one.
func (p phrases) passage(d *relate.Document, from *relate.Passage) []string {
	if d.Recorded {
		said := p.Say("In our words: {0}", from.Text)
		if len(from.Facts) > 0 {
			return []string{said, p.Say("Facts: {0}", strings.Join(from.Facts, ", "))}
		}
		return []string{said}
	}
	return []string{"“" + phrase.Shorten(from.Text) + "”"}
}

// shownRelation names a kind with its score, and a guess as one. A guess is never
// shown as a finding.
func (p phrases) shownRelation(r *relate.Relation) string {
	if r.Shown {
		return p.relation(r)
	}
	return p.relation(r) + " (" + p.Say("a guess") + ")"
}

// relation names a kind with its score; a person's word with the person.
func (p phrases) relation(r *relate.Relation) string {
	said := ""
	switch r.Kind {
	case relate.Restates:
		said = p.Say("restates")
	case relate.Names:
		said = p.Say("names the same")
	case relate.Contrary:
		said = p.Say("contrary")
	default:
		said = p.Say("same subject")
	}
	if r.Ruling != nil {
		return said + ", " + p.Say("{0} says so", r.Ruling.By)
	}
	return said + ", " + decimal(r.Score)
}

// shownBy says what shows a relation: words in a row, names, rare words.
func (p phrases) shownBy(r *relate.Relation) []string {
	var out []string
	if r.Ruling != nil {
		out = append(out, p.Say("reason: {0}", r.Ruling.Note))
	}
	if len(r.Names) > 0 {
		out = append(out, p.Say("names: {0}", strings.Join(relate.Together(r.Names), ", ")))
	}
	if len(r.Heading) > 0 {
		out = append(out, p.Say("heading: {0}", strings.Join(r.Heading, ", ")))
	}
	if len(r.Runs) > 0 {
		out = append(out, p.Say("in a row: {0}", phrase.QuoteList(r.Runs[:min(3, len(r.Runs))])))
	}
	if len(r.Words) > 0 {
		out = append(out, p.Say("words: {0}", strings.Join(r.Words, ", ")))
	}
	return out
}

// fate heads the relations whose provision had one fate.
func (p phrases) fate(f relate.Fate) string {
	switch f {
	case relate.NotCarried:
		return p.Say("Not carried over, or less than half of it")
	case relate.Reworded:
		return p.Capital(p.Say("amended"))
	case relate.MovedAway:
		return p.Capital(p.Say("moved"))
	}
	return p.Capital(p.Say("renumbered"))
}

// stepLines says how a relation falls out of step: how many of the words that tie the
// two are kept and where, what went, what came, and which names are gone. label is
// the newer text's.
func (p phrases) stepLines(s *relate.Step, label string) []string {
	out := []string{p.Say("{0} of {1 word} are carried over into {2}", s.Kept, s.Of, label)}
	if len(s.Now) > 0 {
		out[0] += ": " + p.CiteAll(s.Now)
	}
	if s.Gone != "" {
		out = append(out, p.Say("gone: «{0}»", phrase.Shorten(s.Gone)))
	}
	if s.Added != "" {
		out = append(out, p.Say("put in: «{0}»", phrase.Shorten(s.Added)))
	}
	if len(s.Dropped) > 0 {
		out = append(out, p.Say("no longer named there: {0}", strings.Join(relate.Together(s.Dropped), ", ")))
	}
	return out
}

// dated says of which day a document is; that it did not change since is not known.
func (p phrases) dated(d *relate.Document) string {
	if d.Date == "" {
		return ""
	}
	return " (" + p.Say("of {0}", p.Day(d.Date)) + ")"
}
