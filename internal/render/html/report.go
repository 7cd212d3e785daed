package html

import (
	"html/template"
	"io"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Report writes the report of what changed as one HTML page that needs no
// network. Both texts stand in it whole, and every item leads to its clauses
// there: #old-4.1.1, #new-4.1.1/p2.
func Report(w io.Writer, r report.Report, o render.Options) error {
	return writePage(w, "report", newReport(&r, o))
}

func newReport(r *report.Report, o render.Options) *page {
	main := render.PartImportant
	switch {
	case o.Audience == render.Drafter:
		main = render.PartClauses
	case o.Audience == render.Committee || len(r.Important()) == 0:
		main = render.PartFates
	}
	p := newPage(r, o, o.Phrases().Say("What changed"), string(main))
	p.Parts = render.ReportParts(r, o.Audience)
	// A drafter reads both texts clause by clause; others find them at the end.
	p.Whole = o.Audience != render.Drafter
	if !p.Whole {
		p.rows.used = map[string]bool{}
	}
	return p
}

// fullText writes one side's text whole, with an anchor at each clause and
// provision and a link from each clause to its change.
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
