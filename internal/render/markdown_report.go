package render

import (
	"io"
	"strings"

	"conceptdiff/internal/report"
)

// ReportMarkdown writes the report of what changed as Markdown.
func ReportMarkdown(w io.Writer, r report.Report, o Options) error {
	m := newMarkdownWriter(w, o)
	m.heading(1, m.Say("What changed: {0}", r.Old.Label+" → "+r.New.Label))
	m.notices(&r)
	for _, p := range reportParts(&r, o.Audience) {
		m.part(&r, p)
	}
	return m.Flush()
}

func (m *mdWriter) part(r *report.Report, p part) {
	m.heading(2, m.partHeading(p))
	switch p {
	case partCompared:
		m.compared(r)
	case partAccounting:
		m.accounting(r)
	case partImportant:
		m.highlights(r)
	case partDecisions:
		m.decisions(r.Decisions())
	case partMarks:
		for _, marked := range undecided(r) {
			m.item(m.marks(marked))
		}
		m.end()
	case partFates:
		m.fates(r)
	case partClauses:
		m.legend()
		m.changes(r.Changes, true, 3)
		m.lone(r)
	case partNumbers:
		m.numbersTable(r)
	case partReferences:
		m.references(r.References)
	case partVoices:
		m.voices(r)
	case partProvisions:
		m.outcomes(r)
	case partUnannounced:
		m.unannounced(&r.Unannounced)
	case partExpectations:
		m.expectations(r.Expectations)
	case partMethod:
		for _, passage := range m.method(r) {
			m.heading(3, passage.Heading)
			for _, s := range passage.Text {
				m.para(s)
			}
		}
	}
}

// numbersTable writes which clauses bear other numbers than they did.
func (m *mdWriter) numbersTable(r *report.Report) {
	m.WriteString("| " + mdText(m.Say("old: {0}", r.Old.Label)) + " | " + mdText(m.Say("new: {0}", r.New.Label)) + " | " + mdText(m.Say("title")) + " |\n| --- | --- | --- |\n")
	for _, c := range renumbered(r) {
		m.WriteString("| " + mdText(m.labels(c.Old)) + " | " + mdText(m.labels(c.New)) + " | " + mdText(m.title(c)) + " |\n")
	}
	m.end()
}

// highlights writes old and new words of each as a table of two columns.
func (m *mdWriter) highlights(r *report.Report) {
	for _, h := range r.Important() {
		m.heading(3, m.changeName(h.Change))
		m.para(m.changeFacts(h.Change))
		for _, why := range m.highlightWhy(h) {
			m.item(why)
		}
		if len(m.highlightWhy(h)) > 0 {
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

func (m *mdWriter) cell(l *report.Line, runs []report.Run, old bool) string {
	if l == nil {
		return ""
	}
	text := m.runs(runs, old, !old)
	if l.Num != "" {
		return mdText(bullet(l.Num)) + " " + text
	}
	return text
}

func (m *mdWriter) decisions(all []*report.Marked) {
	m.para(m.decisionsSentence(all))
	for _, marked := range all {
		m.item(m.marks(marked) + ". “" + shorten(marked.Anchor.Quote) + "”")
	}
	m.end()
}

func (m *mdWriter) fates(r *report.Report) {
	for _, g := range r.Fates {
		m.heading(3, m.kindHeading(g.Kind)+" ("+m.Number(len(g.Changes))+")")
		m.fateItems(g.Changes)
	}
	if len(r.Fronts) > 0 {
		m.heading(3, m.Say("Title pages and opening lines"))
		m.fateItems(r.Fronts)
	}
	m.lone(r)
}

// lone tells the parts without counterpart.
func (m *mdWriter) lone(r *report.Report) {
	for _, l := range r.Lone {
		m.heading(3, m.loneHeading(l))
		m.para(m.loneSentence(l))
		m.fateItems(l.Changes)
	}
}

func (m *mdWriter) references(all []report.Reference) {
	m.para(m.referencesIntro())
	for _, ref := range all {
		m.WriteString("- **" + mdText(m.cite(ref.In.Address)) + "** " + mdText(ref.Text) + "\n")
		for _, line := range m.referenceLines(ref) {
			m.WriteString("  - " + mdStart(mdText(line)) + "\n")
		}
	}
	m.end()
}

func (m *mdWriter) fateItems(changes []*report.Change) {
	for _, c := range changes {
		m.WriteString("- " + mdStart(mdText(m.changeName(c))) + mdText(m.fateNote(c)) + "\n")
		for _, reason := range m.reasons(c) {
			m.WriteString("  - " + mdStart(mdText(reason)) + "\n")
		}
		for _, marked := range c.Marks {
			m.WriteString("  - " + mdStart(mdText(m.marks(marked))) + "\n")
		}
	}
	m.end()
}

func (m *mdWriter) voices(r *report.Report) {
	m.para(m.voicesSentence(r))
	for _, v := range r.Voices {
		m.heading(3, m.sourceName(v.Source))
		m.para(v.Source.URL)
		m.para(v.Source.Note)
		for _, s := range v.Statements {
			m.para("[" + itoa(s.Number) + "] " + m.statement(s.Claim) + ":")
			m.WriteString("> " + mdStart(mdText(m.wording(s.Claim))) + "\n\n")
			if len(s.Flags) > 0 {
				m.para(m.sentence(m.Say("tied to {0}", m.provisionList(s.Flags))))
			}
		}
		if len(v.Checks) > 0 {
			m.para(m.Say("Does it quote the old text correctly?") + " " + m.checksSentence(v.Checks))
		}
	}
}

// outcomes tells the provisions that sources speak of, by what became of them.
func (m *mdWriter) outcomes(r *report.Report) {
	for _, g := range r.Outcomes() {
		m.heading(3, m.outcome(g))
		for _, p := range g.Provisions {
			m.provisionTies(p)
		}
		m.end()
	}
}

// provisionTies writes a flagged provision with what ties it to which statements.
func (m *mdWriter) provisionTies(p report.Provision) {
	for _, tie := range p.Ties {
		m.item(m.tied(p.Address, tie))
	}
}

func (m *mdWriter) unannounced(u *report.Unannounced) {
	if !u.Any() {
		m.para(m.nothingUnannounced())
		return
	}
	m.para(m.unannouncedIntro())
	if len(u.Removed) > 0 {
		m.heading(3, m.Say("Removed")+" ("+m.Number(len(u.Removed))+")")
		for _, rem := range u.Removed {
			m.item(m.removal(rem))
			for _, line := range strings.Split(rem.Text, "\n") {
				m.WriteString("\n  ~~" + strings.TrimSpace(mdText(line)) + "~~\n")
			}
		}
		m.end()
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

func (m *mdWriter) expectations(all []report.Expectation) {
	for _, e := range absentFirst(all) {
		m.raw("**" + mdText(m.Word(string(e.Standing))) + "**: " + mdText(m.claimant(e.Claim)+": "+m.wording(e.Claim)))
		m.para(m.sentence(m.ground(e.Why)))
		for _, s := range e.Shown {
			m.item(m.showing(s))
		}
		if len(e.Shown) > 0 {
			m.end()
		}
		if len(e.About) > 0 {
			m.para(m.about(e.About))
		}
	}
}
