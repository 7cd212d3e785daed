package html

import (
	"bytes"
	"html"
	"html/template"
	"io"
	"net/url"
	"strings"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Report writes the report of what changed as one HTML page that needs no
// network. Both texts stand in it whole, and every item leads to its clauses
// there: #old-4.1.1, #new-4.1.1/p2.
func Report(w io.Writer, r report.Report, o render.Options) error {
	p := newReport(&r, o)
	if !o.Printed {
		return write(w, p.phrases, "report", p)
	}
	p.Printed = true
	var buf bytes.Buffer
	if err := write(&buf, p.phrases, "report", p); err != nil {
		return err
	}
	_, err := w.Write(leading(buf.Bytes(), &r))
	return err
}

var (
	anchored = lazy.Regexp(` id="([^"]*)"`)
	linked   = lazy.Regexp(` href="#([^"]*)"`)
)

// leading leads the links of a page without the full texts, which went to a clause or
// provision there, to what became of that clause. A link that leads nowhere is none.
func leading(page []byte, r *report.Report) []byte {
	known := make(map[string]bool)
	for _, m := range anchored().FindAllSubmatch(page, -1) {
		known[fragment(m[1])] = true
	}
	return linked().ReplaceAllFunc(page, func(link []byte) []byte {
		to := fragment(linked().FindSubmatch(link)[1])
		if known[to] {
			return link
		}
		if c := changeAt(to, r); c != nil && known[plain.Anchor("", c.ID)] {
			return []byte(` href="#` + plain.Anchor("", c.ID) + `"`)
		}
		return nil
	})
}

// fragment is a fragment as it stands in a page, without its escapes.
func fragment(b []byte) string {
	s := html.UnescapeString(string(b))
	if plain, err := url.PathUnescape(s); err == nil {
		return plain
	}
	return s
}

// changeAt is the change of the clause that a fragment leads to, as plain.Anchor makes it.
func changeAt(to string, r *report.Report) *report.Change {
	name, address, _ := strings.Cut(to, "-")
	side := map[string]*report.Side{"old": &r.Old, "new": &r.New}[name]
	for side != nil && address != "" {
		if c := side.Find(address); c != nil {
			return c.Change
		}
		i := strings.LastIndexByte(address, '/')
		if i < 0 {
			break
		}
		address = address[:i]
	}
	return nil
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
	// A drafter reads both texts clause by clause; others find them at the end, but not on
	// paper.
	p.Whole = o.Audience != render.Drafter && !o.Printed
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

// clause writes a clause of a full text. used holds the anchors that stand already: of two
// provisions with one address the first is found.
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
