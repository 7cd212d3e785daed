package markdown

import (
	"io"
	"strconv"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Report writes the report of what changed as Markdown.
func Report(w io.Writer, r report.Report, o render.Options) error {
	m := newWriter(w, o)
	m.heading(1, m.Say("What changed: {0}", r.Old.Label+" → "+r.New.Label))
	m.notices(&r)
	for _, p := range render.ReportParts(&r, o.Audience) {
		m.part(&r, p)
	}
	return m.Flush()
}

func (m *writer) part(r *report.Report, p render.Part) {
	switch p {
	case render.PartLede:
		m.section(2, compose.Lede(r, m.Phrases))
		return
	case render.PartAround:
		m.section(2, compose.Around(r, m.Phrases))
		return
	case render.PartAnew:
		m.section(2, compose.Anew(r, m.Phrases))
		return
	case render.PartRemoved:
		m.section(2, compose.Removed(r, m.Phrases))
		return
	case render.PartContrary:
		m.section(2, compose.Contrary(r, m.Phrases))
		return
	}
	m.heading(2, p.Heading(m.Phrases))
	switch p {
	case render.PartCompared:
		m.compared(r)
	case render.PartAccounting:
		m.accounting(r)
	case render.PartImportant:
		m.highlights(r)
	case render.PartDecisions:
		m.decisions(r.Decisions())
	case render.PartMarks:
		for _, marked := range render.Undecided(r) {
			m.item(m.Marks(marked))
		}
		m.end()
	case render.PartFates:
		m.fates(r)
	case render.PartClauses:
		m.legend()
		m.changes(r.Changes, true, 3)
		m.lone(r)
	case render.PartNumbers:
		m.numbersTable(r)
	case render.PartReferences:
		m.references(r)
	case render.PartVoices:
		m.voices(r)
	case render.PartProvisions:
		m.outcomes(r)
	case render.PartUnannounced:
		m.unannounced(&r.Unannounced)
	case render.PartExpectations:
		m.expectations(r.Expectations)
	case render.PartMethod:
		for _, passage := range m.Method(r) {
			m.heading(3, passage.Heading)
			for _, s := range passage.Text {
				m.para(s)
			}
		}
	}
}

// numbersTable writes which clauses bear other numbers than they did.
func (m *writer) numbersTable(r *report.Report) {
	m.WriteString("| " + mdText(m.Say("old: {0}", r.Old.Label)) + " | " + mdText(m.Say("new: {0}", r.New.Label)) + " | " + mdText(m.Say("title")) + " |\n| --- | --- | --- |\n")
	for _, s := range render.Entries(render.Renumbered(r)) {
		title := m.Title(s.Changes[0])
		if len(s.Changes) > 1 {
			title = m.Say("words unchanged")
		}
		m.WriteString("| " + mdText(m.Range(s.Changes, true)) + " | " + mdText(m.Range(s.Changes, false)) + " | " + mdText(title) + " |\n")
	}
	m.end()
}

// highlights writes old and new words of each as a table of two columns.
func (m *writer) highlights(r *report.Report) {
	for _, h := range r.Important() {
		m.heading(3, m.ChangeName(h.Change))
		m.para(m.ChangeFacts(h.Change))
		for _, why := range m.HighlightWhy(h) {
			m.item(why)
		}
		if len(m.HighlightWhy(h)) > 0 {
			m.end()
		}
		m.WriteString("| " + mdText(m.Say("old: {0}", r.Old.Label)) + " | " + mdText(m.Say("new: {0}", r.New.Label)) + " |\n| --- | --- |\n")
		for _, row := range h.Rows {
			m.WriteString("| " + m.cell(row.Old, row.Runs, true) + " | " + m.cell(row.New, row.Runs, false) + " |\n")
		}
		m.end()
		if h.More > 0 {
			m.raw("*… " + m.Say("{0 more changed passage}", h.More) + "*")
		}
	}
}

func (m *writer) cell(l *report.Line, runs []report.Run, old bool) string {
	if l == nil {
		return ""
	}
	text := m.runs(runs, old, !old)
	if l.Num != "" {
		return mdText(plain.Bullet(l.Num)) + " " + text
	}
	return text
}

func (m *writer) decisions(all []*report.Marked) {
	m.para(m.DecisionsSentence(all))
	for _, marked := range all {
		m.item(m.Marks(marked) + ". “" + phrase.Shorten(marked.Anchor.Quote) + "”")
	}
	m.end()
}

func (m *writer) fates(r *report.Report) {
	for _, g := range r.Fates {
		m.heading(3, m.KindHeading(g.Kind)+" ("+m.Number(len(g.Changes))+")")
		m.fateItems(g.Changes)
	}
	if len(r.Fronts) > 0 {
		m.heading(3, m.Say("Title pages and opening lines"))
		m.fateItems(r.Fronts)
	}
	m.lone(r)
}

// lone tells the parts without counterpart.
func (m *writer) lone(r *report.Report) {
	for _, l := range r.Lone {
		m.heading(3, m.LoneHeading(l))
		m.para(m.LoneSentence(l))
		m.fateItems(l.Changes)
	}
}

func (m *writer) references(r *report.Report) {
	if len(r.References) > 0 {
		m.para(m.ReferencesIntro())
	}
	for _, ref := range r.References {
		m.WriteString("- **" + mdText(m.Cite(ref.In.Address)) + "** " + mdText(ref.Text) + "\n")
		for _, line := range m.ReferenceLines(ref) {
			m.WriteString("  - " + mdStart(mdText(line)) + "\n")
		}
	}
	for _, f := range r.Loose() {
		m.WriteString("- **" + mdText(m.Cite(f.In)) + "** " + mdText(m.Finding(&f)) + "\n")
	}
	m.end()
}

func (m *writer) fateItems(changes []*report.Change) {
	for _, s := range render.Entries(changes) {
		if s.Telling == report.AsNumbers {
			m.WriteString("- " + mdStart(mdText(m.Renumbering(s.Changes))) + "\n")
			continue
		}
		c := s.Changes[0]
		m.WriteString("- " + mdStart(mdText(m.ChangeName(c))) + mdText(m.FateNote(c)) + "\n")
		for _, reason := range m.Reasons(c) {
			m.WriteString("  - " + mdStart(mdText(reason)) + "\n")
		}
		for _, f := range c.Facts {
			m.WriteString("  - " + mdStart(mdText(m.Fact(f))) + "\n")
		}
		for _, marked := range c.Marks {
			m.WriteString("  - " + mdStart(mdText(m.Marks(marked))) + "\n")
		}
	}
	m.end()
}

func (m *writer) voices(r *report.Report) {
	m.para(m.VoicesSentence(r))
	for _, v := range r.Voices {
		m.heading(3, m.SourceName(v.Source))
		m.para(v.Source.URL)
		m.para(m.Standing(v.Source))
		m.para(v.Source.Note)
		for _, s := range v.Statements {
			m.para("[" + strconv.Itoa(s.Number) + "] " + m.Statement(s.Claim) + ":")
			m.WriteString("> " + mdStart(mdText(m.Wording(s.Claim))) + "\n\n")
			if len(s.Flags) > 0 {
				m.para(m.Sentence(m.Say("tied to {0}", m.ProvisionList(s.Flags))))
			}
			if said := m.Echoes(s); said != "" {
				m.para(m.Sentence(said))
			}
		}
		if len(v.Checks) > 0 {
			m.para(m.Say("Does it quote the old text correctly?") + " " + m.ChecksSentence(v.Checks))
		}
	}
}

// outcomes tells the provisions that sources speak of, by what became of them.
func (m *writer) outcomes(r *report.Report) {
	for _, g := range r.Outcomes() {
		m.heading(3, m.Outcome(g))
		for i := range g.Provisions {
			m.provisionTies(&g.Provisions[i])
		}
		m.end()
	}
}

// provisionTies writes a flagged provision with what ties it to which statements.
func (m *writer) provisionTies(p *report.Provision) {
	m.WriteString("- **" + mdText(m.Say("old {0}", m.Cite(p.Address))) + "**\n")
	for _, tie := range p.Ties {
		m.WriteString("  - " + mdStart(mdText(m.Tied(tie))) + "\n")
	}
}

func (m *writer) unannounced(u *report.Unannounced) {
	if !u.Any() {
		m.para(m.NothingUnannounced())
		return
	}
	m.para(m.UnannouncedIntro())
	if len(u.Removed) > 0 {
		m.para(m.Say("Passages that were removed and are tied to no statement are in the list of everything that was removed."))
	}
	if len(u.New) > 0 {
		m.heading(3, m.Say("New")+" ("+m.Number(len(u.New))+")")
		m.fateItems(u.New)
	}
	if len(u.Changed) > 0 {
		m.heading(3, m.Say("Changed in substance")+" ("+m.Number(len(u.Changed))+")")
		m.fateItems(u.Changed)
	}
}

func (m *writer) expectations(all []report.Expectation) {
	for _, e := range phrase.AbsentFirst(all) {
		m.raw("**" + mdText(m.Word(string(e.Standing))) + "**: " + mdText(m.Statement(e.Claim)+": "+m.Wording(e.Claim)))
		m.para(m.Sentence(m.Ground(e.Why)))
		for _, s := range e.Shown {
			m.item(m.Showing(s))
		}
		if len(e.Shown) > 0 {
			m.end()
		}
		if len(e.About) > 0 {
			m.para(m.About(e.About))
		}
	}
}
