package render

import (
	"bytes"
	"embed"
	"html/template"
	"io"
	"strings"
	"sync"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/report"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed templates/style.css
var style string

// templates parses the page templates once. They are part of the binary, so a
// mistake in them is one of ours.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(functions).ParseFS(templateFiles, "templates/*.html"))
})

// page is what a template is executed with.
type page struct {
	R         *report.Report
	Kind      string // what the document is called: "Comparison"
	Main      string // fragment of the first thing to read
	Style     template.CSS
	PageStyle template.CSS
	rows      *markup // shared by all changes, so that no anchor stands twice
}

// changeIn is a change, the page it stands on, and its highlight if it is shown
// as one.
type changeIn struct {
	Page      *page
	Change    *report.Change
	Highlight *report.Highlight
}

func newPage(r *report.Report, kind, main string) *page {
	return &page{
		R: r, Kind: kind, Main: main,
		Style:     template.CSS(style), //nolint:gosec // our own file
		PageStyle: pageStyle(r),
		rows:      &markup{oldLang: r.Old.Language, newLang: r.New.Language, links: r.Filter == nil},
	}
}

// pageStyle puts page numbers, and the standing of a text that is not in
// force, on every printed page.
func pageStyle(r *report.Report) template.CSS {
	css := `@page{margin:18mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}`
	if len(r.Notices) > 0 {
		// Only the status, one of our own words: no text of a file stands in the style.
		words := map[string]string{
			"illustrative": "Illustrative: not an official text",
			"draft":        "Draft: not in force",
			"superseded":   "Superseded text",
		}
		for _, n := range r.Notices {
			if w := words[string(n.Status)]; w != "" {
				css += `@top-center{content:"` + w + `";font:8pt sans-serif}`
				break
			}
		}
	}
	return template.CSS(css + `}`) //nolint:gosec // built from constants
}

// writePage executes a template into a buffer first: a failed run writes
// nothing.
func writePage(w io.Writer, name string, p *page) error {
	var buf bytes.Buffer
	if err := templates().ExecuteTemplate(&buf, name, p); err != nil {
		return err
	}
	_, err := buf.WriteTo(w)
	return err
}

var functions = template.FuncMap{
	"plain":         visible,
	"date":          longDate,
	"count":         report.Count,
	"thousands":     report.Thousands,
	"anchor":        anchor,
	"kindWord":      kindWord,
	"kindPhrase":    kindPhrase,
	"kindHeading":   kindHeading,
	"facets":        facets,
	"wordPhrase":    wordPhrase,
	"numbers":       numbersPhrase,
	"reasons":       reasons,
	"significance":  significanceWord,
	"title":         title,
	"claimant":      claimant,
	"statement":     statementPhrase,
	"cite":          cite,
	"spoken":        func(p report.Provision) string { return strings.TrimPrefix(provisionPhrase(p), cite(p.Address)) },
	"sentence":      sentence,
	"tie":           tiePhrase,
	"quoteList":     quoteList,
	"docTitle":      docTitle,
	"facetSentence": facetSentence,
	"manyParts":     manyParts,
	"fronts":        frontSentence,
	"share":         share,
	"inPage":        inPage,
	"diffRows":      func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.rows(c.Change.Rows) }) },
	"fullRows":      func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.untouched(c.Change.Rows) }) },
	"inlineRows":    func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.inline(c.Change.Rows) }) },
	"excerptRows":   func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.rows(c.Highlight.Rows) }) },
	"fullText":      fullText,
	"marking":       marking,

	"isReport":    (*claim.Claim).IsReport,
	"changed":     func(c *report.Change) bool { return c.Changed() > 0 || c.Retitled },
	"webLink":     webLink,
	"loneHeading": lonePartHeading,

	"frontsHeading":      func() string { return frontsHeading },
	"provisionAddresses": provisionAddresses,
	"tiedText":           tiedText,
	"nothingUnannounced": func() string { return nothingUnannounced },
	"unannouncedIntro":   func() string { return unannouncedIntro },
	"lines":              func(s string) []string { return strings.Split(s, "\n") },
	"unit":               unitPhrase,
	"markPlace":          markPlace,
	"marksSpoken":        func(m *report.Marked) string { return strings.TrimPrefix(markPhrase(m), markPlace(m)) },
	"decisionsHeading":   func() string { return decisionsHeading },
	"decisionsSentence":  decisionsSentence,
	"shorten":            shorten,
	"absent":             absent,
	"absentFirst":        absentFirst,
	"voicesSentence":     voicesSentence,
	"checksSentence":     checksSentence,
	"checkPhrase":        checkPhrase,
}

func inPage(p *page, c *report.Change, h any) changeIn {
	in := changeIn{Page: p, Change: c}
	if h, ok := h.(report.Highlight); ok {
		in.Highlight = &h
	}
	return in
}

// markup returns what f writes. It is HTML by construction: see type markup.
func (p *page) markup(f func(*markup)) template.HTML {
	p.rows.Reset()
	f(p.rows)
	return template.HTML(p.rows.String()) //nolint:gosec // escaped by markup
}

// untouched writes the rows of a change in which nothing changed.
func (m *markup) untouched(rows []report.Row) {
	for _, row := range rows {
		m.ids(row)
	}
	m.inline(rows)
}

// share is a part of the larger of the two word counts, in per cent.
func share(n int, w report.WordAccount) float64 {
	whole := max(w.Old, w.New, 1)
	return float64(n*1000/whole) / 10
}

// docTitle is the title both revisions bear, or the two titles.
func docTitle(r *report.Report) string {
	switch {
	case r.Old.Title == r.New.Title || r.New.Title == "":
		return r.Old.Title
	case r.Old.Title == "":
		return r.New.Title
	}
	return r.Old.Title + " → " + r.New.Title
}

// marking marks words in a text.
func marking(text string, words []string) template.HTML {
	m := &markup{}
	m.marking(text, words)
	return template.HTML(m.String()) //nolint:gosec // escaped by markup
}
