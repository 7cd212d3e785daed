package render

import (
	"io"
	"strings"

	"conceptdiff/internal/report"
)

// ReportMarkdown writes the report of what changed as Markdown.
func ReportMarkdown(w io.Writer, r report.Report, o Options) error {
	m := newMarkdownWriter(w, o)
	m.heading(1, "What changed: "+r.Old.Label+" → "+r.New.Label)
	m.notices(&r)
	m.heading(2, "What was compared")
	m.compared(&r)
	m.heading(2, "The accounting")
	m.accounting(&r)
	m.highlights(&r)
	m.decisions(r.Decisions())
	m.fates(&r)
	if len(r.Voices) > 0 {
		m.voices(&r)
		m.unannounced(&r.Unannounced)
	}
	m.expectations(r.Expectations)
	for _, p := range r.Method {
		m.heading(2, p.Heading)
		for _, s := range p.Text {
			m.para(s)
		}
	}
	return m.Flush()
}

// highlights writes old and new words of each as a table of two columns.
func (m *mdWriter) highlights(r *report.Report) {
	if len(r.Important) == 0 {
		return
	}
	m.heading(2, "The most important changes")
	for _, h := range r.Important {
		m.heading(3, changeName(h.Change))
		m.para(changeFacts(h.Change))
		for _, why := range highlightWhy(h) {
			m.item(why)
		}
		if len(highlightWhy(h)) > 0 {
			m.end()
		}
		m.WriteString("| old: " + mdText(r.Old.Label) + " | new: " + mdText(r.New.Label) + " |\n| --- | --- |\n")
		for _, row := range h.Rows {
			m.WriteString("| " + mdCell(row.Old, row.Runs, true) + " | " + mdCell(row.New, row.Runs, false) + " |\n")
		}
		m.end()
		if h.More > 0 {
			m.raw("*… " + report.Count(h.More, "more changed passage") + "*")
		}
	}
}

func mdCell(l *report.Line, runs []report.Run, old bool) string {
	if l == nil {
		return ""
	}
	text := mdRuns(runs, old, !old)
	if l.Num != "" {
		return mdText(bullet(l.Num)) + " " + text
	}
	return text
}

func (m *mdWriter) decisions(all []*report.Marked) {
	if len(all) == 0 {
		return
	}
	m.heading(2, decisionsHeading)
	m.para(decisionsSentence(all))
	for _, marked := range all {
		m.item(markPhrase(marked) + ". “" + shorten(marked.Anchor.Quote) + "”")
	}
	m.end()
}

func (m *mdWriter) fates(r *report.Report) {
	m.heading(2, "Every clause by its fate")
	for _, g := range r.Fates {
		m.heading(3, kindHeading(g.Kind)+" ("+report.Thousands(len(g.Changes))+")")
		m.fateItems(g.Changes)
	}
	if len(r.Fronts) > 0 {
		m.heading(3, frontsHeading)
		m.fateItems(r.Fronts)
	}
	for _, l := range r.Lone {
		m.heading(3, lonePartHeading(l))
		m.para(l.Sentence())
		m.fateItems(l.Changes)
	}
}

func (m *mdWriter) fateItems(changes []*report.Change) {
	for _, c := range changes {
		m.WriteString("- " + mdStart(mdText(changeName(c))) + mdText(fateNote(c)) + "\n")
		for _, reason := range reasons(c) {
			m.WriteString("  - " + mdStart(mdText(reason)) + "\n")
		}
		for _, marked := range c.Marks {
			m.WriteString("  - " + mdStart(mdText(markPhrase(marked))) + "\n")
		}
	}
	m.end()
}

func (m *mdWriter) voices(r *report.Report) {
	m.heading(2, "What has been said about the old text")
	m.para(voicesSentence(r))
	for _, v := range r.Voices {
		m.heading(3, sourceName(v.Source))
		m.para(v.Source.URL)
		m.para(v.Source.Note)
		for _, s := range v.Statements {
			m.para("[" + itoa(s.Number) + "] " + statementPhrase(s.Claim) + ":")
			m.WriteString("> " + mdStart(mdText(s.Claim.Wording())) + "\n\n")
			if len(s.Flags) > 0 {
				m.para("Tied to " + provisionList(s.Flags) + ".")
			}
		}
		if len(v.Checks) > 0 {
			m.para("Does it quote the old text correctly? " + checksSentence(v.Checks))
		}
	}
	for _, g := range r.Outcomes() {
		m.heading(3, "Provisions spoken of. "+g.Name+" ("+report.Thousands(len(g.Provisions))+")")
		for _, p := range g.Provisions {
			m.provision(p)
		}
		m.end()
	}
}

// provision writes a flagged provision with what ties it to which statements.
func (m *mdWriter) provision(p report.Provision) {
	for _, tie := range p.Ties {
		s := "old " + cite(p.Address) + " (" + statementRefs(tie) + "): " + tiePhrase(tie)
		if tie.Flag.Treatment != nil {
			s += ". In the new text: " + treatmentPhrase(tie.Flag)
		}
		m.item(s)
	}
}

func (m *mdWriter) unannounced(u *report.Unannounced) {
	m.heading(2, "What changed without anyone having announced it")
	if !u.Any() {
		m.para(nothingUnannounced)
		return
	}
	m.para(unannouncedIntro)
	if len(u.Removed) > 0 {
		m.heading(3, "Removed ("+report.Thousands(len(u.Removed))+")")
		for _, rem := range u.Removed {
			m.item(removalName(rem))
			for _, line := range strings.Split(rem.Text, "\n") {
				m.WriteString("\n  ~~" + strings.TrimSpace(mdText(line)) + "~~\n")
			}
		}
		m.end()
	}
	if len(u.New) > 0 {
		m.heading(3, "New ("+report.Thousands(len(u.New))+")")
		m.fateItems(u.New)
	}
	if len(u.Changed) > 0 {
		m.heading(3, "Changed in substance ("+report.Thousands(len(u.Changed))+")")
		m.fateItems(u.Changed)
	}
}

func (m *mdWriter) expectations(all []report.Expectation) {
	if len(all) == 0 {
		return
	}
	m.heading(2, "What was announced, and whether it is there")
	for _, e := range absentFirst(all) {
		m.raw("**" + mdText(string(e.Standing)) + "**: " + mdText(claimant(e.Claim)+": "+e.Claim.Wording()))
		m.para(sentence(e.Why))
		for _, s := range e.Shown {
			m.item(showingLine(s))
		}
		if len(e.Shown) > 0 {
			m.end()
		}
		if len(e.About) > 0 {
			m.para("It is about: " + aboutList(e.About) + ".")
		}
	}
}
