package render

import (
	"io"
	"strings"

	"conceptdiff/internal/report"
)

// ReportText writes the report of what changed for a terminal.
func ReportText(w io.Writer, r report.Report, o Options) error {
	t := newTextWriter(w, o)
	t.line(span{visible(t.Say("What changed: {0}", r.Old.Label+" → "+r.New.Label)), boldTone})
	t.notices(&r)
	for _, p := range reportParts(&r, o.Audience) {
		t.part(&r, p)
	}
	return t.Flush()
}

func (t *textWriter) part(r *report.Report, p part) {
	t.heading(t.partHeading(p))
	switch p {
	case partCompared:
		t.compared(r)
	case partAccounting:
		t.accounting(r)
	case partImportant:
		t.highlights(r)
	case partDecisions:
		t.decisions(r.Decisions())
	case partMarks:
		for _, m := range undecided(r) {
			t.text("  ✎ ", t.marks(m))
		}
	case partFates:
		t.fates(r)
	case partClauses:
		t.legend()
		t.changes(r.Changes, true)
		t.lone(r)
	case partNumbers:
		for _, c := range renumbered(r) {
			t.text("  ", t.changeName(c))
		}
	case partReferences:
		t.references(r.References)
	case partVoices:
		t.voices(r)
	case partProvisions:
		t.outcomes(r)
	case partUnannounced:
		t.unannounced(&r.Unannounced)
	case partExpectations:
		t.expectations(r.Expectations)
	case partMethod:
		for _, passage := range t.method(r) {
			t.WriteByte('\n')
			t.line(span{visible(passage.Heading), boldTone})
			for _, s := range passage.Text {
				t.text("  ", s)
			}
		}
	}
}

func (t *textWriter) highlights(r *report.Report) {
	t.legend()
	for _, h := range r.Important() {
		t.WriteByte('\n')
		t.changeHead(h.Change)
		for _, why := range t.highlightWhy(h) {
			t.text("  · ", why)
		}
		t.rows(h.Rows, true)
		if h.More > 0 {
			t.line(span{"      … " + t.Say("{0 more changed passage}", h.More), dimTone})
		}
	}
}

func (t *textWriter) decisions(all []*report.Marked) {
	t.text("  ", t.decisionsSentence(all))
	for _, m := range all {
		t.WriteByte('\n')
		tone := plainTone
		if m.Unmet() {
			tone = warnTone
		}
		t.para("  ", span{visible(t.marks(m)), tone})
		t.para("      ", span{visible("“" + shorten(m.Anchor.Quote) + "”"), dimTone})
	}
}

func (t *textWriter) fates(r *report.Report) {
	for _, g := range r.Fates {
		t.WriteByte('\n')
		t.line(span{t.kindHeading(g.Kind) + " (" + t.Number(len(g.Changes)) + ")", boldTone})
		t.fateLines(g.Changes)
	}
	if len(r.Fronts) > 0 {
		t.WriteByte('\n')
		t.line(span{t.Say("Title pages and opening lines"), boldTone})
		t.fateLines(r.Fronts)
	}
	t.lone(r)
}

// lone tells the parts without counterpart.
func (t *textWriter) lone(r *report.Report) {
	for _, l := range r.Lone {
		t.WriteByte('\n')
		t.para("", span{visible(t.loneHeading(l)), boldTone})
		t.text("  ", t.loneSentence(l))
		t.fateLines(l.Changes)
	}
}

func (t *textWriter) fateLines(changes []*report.Change) {
	for _, c := range changes {
		t.text("  ", t.changeName(c)+t.fateNote(c))
		for _, reason := range t.reasons(c) {
			t.para("      · ", span{visible(reason), dimTone})
		}
		for _, m := range c.Marks {
			t.para("      ✎ ", span{visible(t.marks(m)), dimTone})
		}
	}
}

func (t *textWriter) references(all []report.Reference) {
	t.text("  ", t.referencesIntro())
	for _, ref := range all {
		t.WriteByte('\n')
		t.para("  ", span{"[" + visible(t.cite(ref.In.Address)) + "]", boldTone}, span{" " + visible(ref.Text), plainTone})
		for _, line := range t.referenceLines(ref) {
			t.text("      · ", line)
		}
	}
}

func (t *textWriter) voices(r *report.Report) {
	t.text("  ", t.voicesSentence(r))
	for _, v := range r.Voices {
		t.WriteByte('\n')
		t.para("", span{visible(t.sourceName(v.Source)), boldTone})
		if v.Source.Note != "" {
			t.para("  ", span{visible(v.Source.Note), dimTone})
		}
		for _, s := range v.Statements {
			t.WriteByte('\n')
			first := "  [" + itoa(s.Number) + "] "
			t.text(first, t.statement(s.Claim)+":")
			t.text(strings.Repeat(" ", len(first)), t.wording(s.Claim))
			if len(s.Flags) > 0 {
				t.para(strings.Repeat(" ", len(first)), span{visible(t.Say("tied to {0}", t.provisionList(s.Flags))), dimTone})
			}
		}
		if len(v.Checks) > 0 {
			t.WriteByte('\n')
			t.text("  ", t.Say("Does it quote the old text correctly?")+" "+t.checksSentence(v.Checks))
		}
	}
}

// outcomes tells the provisions that sources speak of, by what became of them.
func (t *textWriter) outcomes(r *report.Report) {
	for _, g := range r.Outcomes() {
		t.WriteByte('\n')
		t.para("", span{visible(t.outcome(g)), boldTone})
		for _, p := range g.Provisions {
			t.provisionTies(p)
		}
	}
}

// provisionTies writes a flagged provision with what ties it to which statements.
func (t *textWriter) provisionTies(p report.Provision) {
	tn := plainTone
	if p.Standing {
		tn = warnTone
	}
	for _, tie := range p.Ties {
		t.para("  ⚑ ", span{visible(t.tied(p.Address, tie)), tn})
	}
}

func (t *textWriter) unannounced(u *report.Unannounced) {
	if !u.Any() {
		t.text("  ", t.nothingUnannounced())
		return
	}
	t.text("  ", t.unannouncedIntro())
	if len(u.Removed) > 0 {
		t.WriteByte('\n')
		t.line(span{t.Say("Removed") + " (" + t.Number(len(u.Removed)) + ")", boldTone})
		for _, rem := range u.Removed {
			t.text("  ", t.removal(rem))
			t.para("      ", span{"[-" + visible(rem.Text) + "-]", deletedTone})
		}
	}
	for _, l := range []struct {
		name    string
		changes []*report.Change
	}{{t.Say("New"), u.New}, {t.Say("Changed in substance"), u.Changed}} {
		if len(l.changes) > 0 {
			t.WriteByte('\n')
			t.line(span{l.name + " (" + t.Number(len(l.changes)) + ")", boldTone})
			t.fateLines(l.changes)
		}
	}
}

func (t *textWriter) expectations(all []report.Expectation) {
	for _, e := range absentFirst(all) {
		tone := boldTone
		if absent(e.Standing) {
			tone = warnTone
		}
		t.para("  ", span{t.Word(string(e.Standing)), tone}, span{": " + visible(t.claimant(e.Claim)+": "+t.wording(e.Claim)), plainTone})
		if e.Why.Code != "" {
			t.para("      ", span{visible(t.sentence(t.ground(e.Why))), dimTone})
		}
		for _, s := range e.Shown {
			t.text("      · ", t.showing(s))
		}
		if len(e.About) > 0 {
			t.text("      ", t.about(e.About))
		}
	}
}
