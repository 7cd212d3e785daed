package text

import (
	"io"
	"strconv"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Report writes the report of what changed for a terminal.
func Report(w io.Writer, r report.Report, o render.Options) error {
	t := newWriter(w, o)
	t.line(span{plain.Visible(t.Say("What changed: {0}", r.Old.Label+" → "+r.New.Label)), boldTone})
	t.notices(&r)
	for _, p := range render.ReportParts(&r, o.Audience) {
		t.part(&r, p)
	}
	return t.Flush()
}

func (t *writer) part(r *report.Report, p render.Part) {
	switch p {
	case render.PartLede:
		t.section(compose.Lede(r, t.Phrases))
		return
	case render.PartAround:
		t.section(compose.Around(r, t.Phrases))
		return
	case render.PartAnew:
		t.section(compose.Anew(r, t.Phrases))
		return
	case render.PartRemoved:
		t.section(compose.Removed(r, t.Phrases))
		return
	case render.PartContrary:
		t.section(compose.Contrary(r, t.Phrases))
		return
	}
	t.heading(p.Heading(t.Phrases))
	switch p {
	case render.PartCompared:
		t.compared(r)
	case render.PartAccounting:
		t.accounting(r)
	case render.PartImportant:
		t.highlights(r)
	case render.PartDecisions:
		t.decisions(r.Decisions())
	case render.PartMarks:
		for _, m := range render.Undecided(r) {
			t.text("  ✎ ", t.Marks(m))
		}
	case render.PartFates:
		t.fates(r)
	case render.PartClauses:
		t.legend()
		t.changes(r.Changes, true)
		t.lone(r)
	case render.PartNumbers:
		for _, s := range render.Entries(render.Renumbered(r)) {
			if s.Telling == report.AsNumbers {
				t.text("  ", t.Renumbering(s.Changes))
				continue
			}
			t.text("  ", t.ChangeName(s.Changes[0]))
		}
	case render.PartReferences:
		t.references(r)
	case render.PartVoices:
		t.voices(r)
	case render.PartProvisions:
		t.outcomes(r)
	case render.PartUnannounced:
		t.unannounced(&r.Unannounced)
	case render.PartExpectations:
		t.expectations(r.Expectations)
	case render.PartMethod:
		for _, passage := range t.Method(r) {
			t.WriteByte('\n')
			t.line(span{plain.Visible(passage.Heading), boldTone})
			for _, s := range passage.Text {
				t.text("  ", s)
			}
		}
	}
}

func (t *writer) highlights(r *report.Report) {
	t.legend()
	for _, h := range r.Important() {
		t.WriteByte('\n')
		t.changeHead(h.Change)
		for _, why := range t.HighlightWhy(h) {
			t.text("  · ", why)
		}
		t.rows(h.Rows, true)
		if h.More > 0 {
			t.line(span{"      … " + t.Say("{0 more changed passage}", h.More), dimTone})
		}
	}
}

func (t *writer) decisions(all []*report.Marked) {
	t.text("  ", t.DecisionsSentence(all))
	for _, m := range all {
		t.WriteByte('\n')
		tone := plainTone
		if m.Unmet() {
			tone = warnTone
		}
		t.para("  ", span{plain.Visible(t.Marks(m)), tone})
		t.para("      ", span{plain.Visible("“" + phrase.Shorten(m.Anchor.Quote) + "”"), dimTone})
	}
}

func (t *writer) fates(r *report.Report) {
	for _, g := range r.Fates {
		t.WriteByte('\n')
		t.line(span{t.KindHeading(g.Kind) + " (" + t.Number(len(g.Changes)) + ")", boldTone})
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
func (t *writer) lone(r *report.Report) {
	for _, l := range r.Lone {
		t.WriteByte('\n')
		t.para("", span{plain.Visible(t.LoneHeading(l)), boldTone})
		t.text("  ", t.LoneSentence(l))
		t.fateLines(l.Changes)
	}
}

func (t *writer) fateLines(changes []*report.Change) {
	for _, s := range render.Entries(changes) {
		if s.Telling == report.AsNumbers {
			t.text("  ", t.Renumbering(s.Changes))
			continue
		}
		c := s.Changes[0]
		t.text("  ", t.ChangeName(c)+t.FateNote(c))
		for _, reason := range t.Reasons(c) {
			t.para("      · ", span{plain.Visible(reason), dimTone})
		}
		for _, f := range c.Facts {
			t.para("      · ", span{plain.Visible(t.Fact(f)), dimTone})
		}
		for _, m := range c.Marks {
			t.para("      ✎ ", span{plain.Visible(t.Marks(m)), dimTone})
		}
	}
}

func (t *writer) references(r *report.Report) {
	if len(r.References) > 0 {
		t.text("  ", t.ReferencesIntro())
	}
	for _, ref := range r.References {
		t.WriteByte('\n')
		t.para("  ", span{"[" + plain.Visible(t.Cite(ref.In.Address)) + "]", boldTone}, span{" " + plain.Visible(ref.Text), plainTone})
		for _, line := range t.ReferenceLines(ref) {
			t.text("      · ", line)
		}
	}
	for _, f := range r.Loose() {
		t.WriteByte('\n')
		t.para("  ", span{"[" + plain.Visible(t.Cite(f.In)) + "]", boldTone}, span{" " + plain.Visible(t.Finding(&f)), plainTone})
	}
}

func (t *writer) voices(r *report.Report) {
	t.text("  ", t.VoicesSentence(r))
	for _, v := range r.Voices {
		t.WriteByte('\n')
		t.para("", span{plain.Visible(t.SourceName(v.Source)), boldTone})
		for _, said := range []string{v.Source.URL, t.Standing(v.Source), v.Source.Note} {
			if said != "" {
				t.para("  ", span{plain.Visible(said), dimTone})
			}
		}
		for _, s := range v.Statements {
			t.WriteByte('\n')
			first := "  [" + strconv.Itoa(s.Number) + "] "
			t.text(first, t.Statement(s.Claim)+":")
			t.text(strings.Repeat(" ", len(first)), t.Wording(s.Claim))
			if len(s.Flags) > 0 {
				t.para(strings.Repeat(" ", len(first)), span{plain.Visible(t.Say("tied to {0}", t.ProvisionList(s.Flags))), dimTone})
			}
			if said := t.Echoes(s); said != "" {
				t.para(strings.Repeat(" ", len(first)), span{plain.Visible(said), dimTone})
			}
		}
		if len(v.Checks) > 0 {
			t.WriteByte('\n')
			t.text("  ", t.Say("Does it quote the old text correctly?")+" "+t.ChecksSentence(v.Checks))
		}
	}
}

// outcomes tells the provisions that sources speak of, by what became of them.
func (t *writer) outcomes(r *report.Report) {
	for _, g := range r.Outcomes() {
		t.WriteByte('\n')
		t.para("", span{plain.Visible(t.Outcome(g)), boldTone})
		for i := range g.Provisions {
			t.provisionTies(&g.Provisions[i])
		}
	}
}

// provisionTies writes a flagged provision with what ties it to which statements.
func (t *writer) provisionTies(p *report.Provision) {
	tn := plainTone
	if p.Standing {
		tn = warnTone
	}
	t.para("  ⚑ ", span{plain.Visible(t.Say("old {0}", t.Cite(p.Address))), tn})
	for _, tie := range p.Ties {
		t.text("      · ", t.Tied(tie))
	}
}

func (t *writer) unannounced(u *report.Unannounced) {
	if !u.Any() {
		t.text("  ", t.NothingUnannounced())
		return
	}
	t.text("  ", t.UnannouncedIntro())
	if len(u.Removed) > 0 {
		t.text("  ", t.Say("Passages that were removed and are tied to no statement are in the list of everything that was removed."))
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

func (t *writer) expectations(all []report.Expectation) {
	for _, e := range phrase.AbsentFirst(all) {
		tone := boldTone
		if phrase.Absent(e.Standing) {
			tone = warnTone
		}
		t.para("  ", span{t.Word(string(e.Standing)), tone}, span{": " + plain.Visible(t.Statement(e.Claim)+": "+t.Wording(e.Claim)), plainTone})
		if e.Why.Code != "" {
			t.para("      ", span{plain.Visible(t.Sentence(t.Ground(e.Why))), dimTone})
		}
		for _, s := range e.Shown {
			t.text("      · ", t.Showing(s))
		}
		if len(e.About) > 0 {
			t.text("      ", t.About(e.About))
		}
	}
}
