package render

import (
	"io"
	"strings"

	"conceptdiff/internal/report"
)

// ReportText writes the report of what changed for a terminal.
func ReportText(w io.Writer, r report.Report, o Options) error {
	t := newTextWriter(w, o)
	t.line(span{"What changed: " + visible(r.Old.Label+" → "+r.New.Label), boldTone})
	t.notices(&r)
	t.heading("What was compared")
	t.compared(&r)
	t.heading("The accounting")
	t.accounting(&r)
	t.highlights(&r)
	t.decisions(r.Decisions())
	t.fates(&r)
	if len(r.Voices) > 0 {
		t.voices(&r)
		t.unannounced(&r.Unannounced)
	}
	t.expectations(r.Expectations)
	for _, p := range r.Method {
		t.heading(p.Heading)
		for _, s := range p.Text {
			t.text("  ", s)
		}
	}
	return t.Flush()
}

func (t *textWriter) highlights(r *report.Report) {
	if len(r.Important) == 0 {
		return
	}
	t.heading("The most important changes")
	t.legend()
	for _, h := range r.Important {
		t.WriteByte('\n')
		t.changeHead(h.Change)
		for _, why := range highlightWhy(h) {
			t.text("  · ", why)
		}
		t.rows(h.Rows, true)
		if h.More > 0 {
			t.line(span{"      … " + report.Count(h.More, "more changed passage"), dimTone})
		}
	}
}

func (t *textWriter) decisions(all []*report.Marked) {
	if len(all) == 0 {
		return
	}
	t.heading(decisionsHeading)
	t.text("  ", decisionsSentence(all))
	for _, m := range all {
		t.WriteByte('\n')
		tone := plainTone
		if m.Unmet() {
			tone = warnTone
		}
		t.para("  ", span{visible(markPhrase(m)), tone})
		t.para("      ", span{visible("“" + shorten(m.Anchor.Quote) + "”"), dimTone})
	}
}

func (t *textWriter) fates(r *report.Report) {
	t.heading("Every clause by its fate")
	for _, g := range r.Fates {
		t.WriteByte('\n')
		t.line(span{kindHeading(g.Kind) + " (" + report.Thousands(len(g.Changes)) + ")", boldTone})
		t.fateLines(g.Changes)
	}
	if len(r.Fronts) > 0 {
		t.WriteByte('\n')
		t.line(span{frontsHeading, boldTone})
		t.fateLines(r.Fronts)
	}
	for _, l := range r.Lone {
		t.WriteByte('\n')
		t.para("", span{visible(lonePartHeading(l)), boldTone})
		t.text("  ", l.Sentence())
		t.fateLines(l.Changes)
	}
}

func (t *textWriter) fateLines(changes []*report.Change) {
	for _, c := range changes {
		t.text("  ", changeName(c)+fateNote(c))
		for _, reason := range reasons(c) {
			t.para("      · ", span{visible(reason), dimTone})
		}
		for _, m := range c.Marks {
			t.para("      ✎ ", span{visible(markPhrase(m)), dimTone})
		}
	}
}

func (t *textWriter) voices(r *report.Report) {
	t.heading("What has been said about the old text")
	t.text("  ", voicesSentence(r))
	for _, v := range r.Voices {
		t.WriteByte('\n')
		t.para("", span{visible(sourceName(v.Source)), boldTone})
		if v.Source.Note != "" {
			t.para("  ", span{visible(v.Source.Note), dimTone})
		}
		for _, s := range v.Statements {
			t.WriteByte('\n')
			first := "  [" + itoa(s.Number) + "] "
			t.text(first, statementPhrase(s.Claim)+":")
			t.text(strings.Repeat(" ", len(first)), s.Claim.Wording())
			if len(s.Flags) > 0 {
				t.para(strings.Repeat(" ", len(first)), span{visible("tied to " + provisionList(s.Flags)), dimTone})
			}
		}
		if len(v.Checks) > 0 {
			t.WriteByte('\n')
			t.text("  ", "Does it quote the old text correctly? "+checksSentence(v.Checks))
		}
	}
	for _, g := range r.Outcomes() {
		t.WriteByte('\n')
		t.para("", span{"Provisions spoken of. " + g.Name + " (" + report.Thousands(len(g.Provisions)) + ")", boldTone})
		for _, p := range g.Provisions {
			t.provision(p)
		}
	}
}

// provision writes a flagged provision with what ties it to which statements.
func (t *textWriter) provision(p report.Provision) {
	tn := plainTone
	if p.Standing {
		tn = warnTone
	}
	for _, tie := range p.Ties {
		s := "old " + cite(p.Address) + " (" + statementRefs(tie) + "): " + tiePhrase(tie)
		if tie.Flag.Treatment != nil {
			s += ". In the new text: " + treatmentPhrase(tie.Flag)
		}
		t.para("  ⚑ ", span{visible(s), tn})
	}
}

func (t *textWriter) unannounced(u *report.Unannounced) {
	t.heading("What changed without anyone having announced it")
	if !u.Any() {
		t.text("  ", nothingUnannounced)
		return
	}
	t.text("  ", unannouncedIntro)
	if len(u.Removed) > 0 {
		t.WriteByte('\n')
		t.line(span{"Removed (" + report.Thousands(len(u.Removed)) + ")", boldTone})
		for _, rem := range u.Removed {
			t.text("  ", removalName(rem))
			t.para("      ", span{"[-" + visible(rem.Text) + "-]", deletedTone})
		}
	}
	for _, l := range []struct {
		name    string
		changes []*report.Change
	}{{"New", u.New}, {"Changed in substance", u.Changed}} {
		if len(l.changes) > 0 {
			t.WriteByte('\n')
			t.line(span{l.name + " (" + report.Thousands(len(l.changes)) + ")", boldTone})
			t.fateLines(l.changes)
		}
	}
}

func (t *textWriter) expectations(all []report.Expectation) {
	if len(all) == 0 {
		return
	}
	t.heading("What was announced, and whether it is there")
	for _, e := range absentFirst(all) {
		tone := boldTone
		if absent(e.Standing) {
			tone = warnTone
		}
		t.para("  ", span{string(e.Standing), tone}, span{": " + visible(claimant(e.Claim)+": "+e.Claim.Wording()), plainTone})
		if e.Why != "" {
			t.para("      ", span{visible(sentence(e.Why)), dimTone})
		}
		for _, s := range e.Shown {
			t.text("      · ", showingLine(s))
		}
		if len(e.About) > 0 {
			t.text("      ", "It is about: "+aboutList(e.About))
		}
	}
}
