package html

import (
	"html/template"
	"io"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Report writes the report of what changed as one HTML page that needs no network. Both
// texts stand in it whole, and every item leads to its clauses there: #old-4.1.1,
// #new-4.1.1/p2. On paper and for a drafter the full texts are left out; on paper links
// lead to the changes. The error is that of w.
func Report(w io.Writer, r report.Report, o render.Options) error {
	p := newReport(&r, o)
	return write(w, p.phrases, "report", p)
}

// onPaper is where a link leads on a page without the full texts: to what became of
// the clause that it leads to; "" for nowhere. Links that are none to a text stay as
// they are. Of a provision that has no clause of its own the enclosing one is taken.
func onPaper(r *report.Report) func(fragment string) string {
	return func(to string) string {
		name, address, _ := strings.Cut(to, "-")
		side := map[string]*report.Side{"old": &r.Old, "new": &r.New}[name]
		if side == nil {
			return to
		}
		for address != "" {
			if c := side.Find(address); c != nil {
				return plain.Anchor("", c.Change.ID)
			}
			address = address[:max(0, strings.LastIndexByte(address, '/'))]
		}
		return ""
	}
}

// newReport is the page of a report for an audience; main, where «skip to the changes»
// leads, is the part that tells them.
func newReport(r *report.Report, o render.Options) *page {
	main := compose.PartImportant
	switch {
	case o.Audience == render.Drafter:
		main = compose.PartClauses
	case o.Audience == render.Committee || len(r.Important()) == 0:
		main = compose.PartFates
	}
	p := newPage(r, o, o.Phrases().Say("What changed"), string(main))
	p.Parts = compose.Parts(r, o.Audience)
	// A drafter reads both texts clause by clause; others find them at the end, but not
	// on paper.
	p.Whole = o.Audience != render.Drafter && !o.Printed
	p.rows.whole = p.Whole
	if p.Printed = o.Printed; p.Printed {
		p.rows.onPaper = onPaper(r)
	}
	return p
}

// fullText writes one side's text whole, with an anchor at each clause and provision
// and a link from each clause to its change. It is folded until it is opened.
func fullText(p *page, side string) template.HTML {
	return p.markup(func(m *markup) {
		s, heading := &p.R.Old, m.Say("Old text: {0}", p.R.Old.Label)
		if side == "new" {
			s, heading = &p.R.New, m.Say("New text: {0}", p.R.New.Label)
		}
		m.WriteString(`<section class="full" aria-labelledby="text-` + side + `"><h2 id="text-` + side + `">`)
		m.text(heading)
		m.WriteString("</h2>\n<details><summary>")
		m.text(m.Say("Read the whole text"))
		m.WriteString("</summary>\n")
		used := map[string]bool{}
		for _, c := range s.Clauses {
			m.clause(c, side, s.Language, used)
		}
		m.WriteString("</details></section>\n")
	})
}

// clause writes a clause of a full text. used holds the anchors that stand already: of
// two provisions with one address the first is found.
func (m *markup) clause(c *report.Clause, side, lang string, used map[string]bool) {
	a := plain.Anchor(side, c.Address)
	used[a] = true
	m.WriteString(`<section id="`)
	m.WriteString(a)
	m.WriteString(`"><p class="back">`)
	m.text(m.Label(c))
	if c.Change != nil {
		m.WriteString(` · <a href="#`)
		m.WriteString(plain.Anchor("", c.Change.ID))
		m.WriteString(`">`)
		m.text(m.KindPhrase(c.Change))
		m.WriteString(`</a>`)
	}
	m.WriteString(`</p><div class="law"`)
	m.lang(lang)
	for _, l := range c.Lines {
		if at := plain.Anchor(side, l.Provision); l.Provision != c.Address && !used[at] {
			used[at] = true
			m.WriteString(`<span id="`)
			m.WriteString(at)
			m.WriteString(`"></span>`)
		}
		m.openLine(&l.Line, false)
		m.text(l.Text)
		m.WriteString("</p>")
	}
	m.WriteString("</div></section>\n")
}
