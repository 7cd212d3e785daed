package render

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"sync"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed templates/style.css
var style string

//go:embed templates/page.js
var script string

// scriptHash is by which the page's policy lets our script run and no other.
var scriptHash = func() string {
	sum := sha256.Sum256([]byte(script))
	return "sha256-" + base64.StdEncoding.EncodeToString(sum[:])
}()

// templatesIn are the page templates in each language, parsed when first asked
// for. They are part of the binary, so a mistake in them is one of ours.
var templatesIn = func() map[string]func() *template.Template {
	out := map[string]func() *template.Template{}
	for _, language := range message.Languages {
		out[language] = sync.OnceValue(func() *template.Template {
			p := phrases{message.In(language)}
			return template.Must(template.New("").Funcs(functions(p)).ParseFS(templateFiles, "templates/*.html"))
		})
	}
	return out
}()

// page is what a template is executed with.
type page struct {
	R          *report.Report
	Language   string // of headings and fixed phrases
	Kind       string // what the document is called: "Comparison"
	Main       string // fragment of the first thing to read
	Style      template.CSS
	PageStyle  template.CSS
	Script     template.JS
	ScriptHash string
	Filters    []filter // of the toolbar; none on a page that is not filtered
	Parts      []part   // of a report
	Whole      bool     // both texts stand at its end
	rows       *markup  // shared by all changes, so that no anchor stands twice
}

// changeIn is a change, the page it stands on, and its highlight if it is shown
// as one.
type changeIn struct {
	Page      *page
	Change    *report.Change
	Highlight *report.Highlight
}

// partIn is a part of a report and the page it stands on.
type partIn struct {
	Page *page
	Part part
}

func newPage(r *report.Report, o Options, kind, main string) *page {
	p := o.phrases()
	return &page{
		R: r, Language: p.Language(), Kind: kind, Main: main,
		Style:      template.CSS(style + pictureStyle), //nolint:gosec // our own files
		Script:     template.JS(script),                //nolint:gosec // our own file
		ScriptHash: scriptHash,
		PageStyle:  pageStyle(r, p),
		rows:       &markup{phrases: p, oldLang: r.Old.Language, newLang: r.New.Language, links: r.Filter == nil},
	}
}

// pageStyle puts page numbers, and the standing of a text that is not in
// force, on every printed page.
func pageStyle(r *report.Report, p phrases) template.CSS {
	css := `@page{margin:18mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}`
	if len(r.Notices) > 0 {
		// Only our own words: no text of a file stands in the style.
		css += `@top-center{content:"` + p.shortNotice(r.Notices[0]) + `";font:8pt sans-serif}`
	}
	return template.CSS(css + `}`) //nolint:gosec // built from constants
}

// writePage executes a template into a buffer first: a failed run writes
// nothing.
func writePage(w io.Writer, name string, p *page) error {
	var buf bytes.Buffer
	if err := templatesIn[p.Language]().ExecuteTemplate(&buf, name, p); err != nil {
		return err
	}
	_, err := buf.WriteTo(w)
	return err
}

// functions are what templates can call, in one language.
func functions(p phrases) template.FuncMap {
	return template.FuncMap{
		"t":             p.Say,
		"word":          func(s any) string { return p.Word(fmt.Sprint(s)) },
		"ground":        p.ground,
		"plain":         visible,
		"date":          p.date,
		"number":        p.Number,
		"size":          func(s report.Side) string { return p.size(&s) },
		"status":        p.status,
		"notice":        p.notice,
		"anchor":        anchor,
		"kindWord":      p.kindWord,
		"kindPhrase":    p.kindPhrase,
		"kindHeading":   p.kindHeading,
		"facets":        facets,
		"wordPhrase":    p.wordPhrase,
		"numbers":       p.numbers,
		"label":         p.label,
		"reasons":       p.reasons,
		"significance":  p.significance,
		"title":         p.title,
		"claimant":      p.claimant,
		"statement":     p.statement,
		"cite":          p.cite,
		"spoken":        p.spoken,
		"sentence":      p.sentence,
		"sentenceCase":  p.Capital,
		"tie":           p.tie,
		"quoteList":     quoteList,
		"docTitle":      docTitle,
		"partSentence":  p.partSentence,
		"loneSentence":  p.loneSentence,
		"facetSentence": p.facetSentence,
		"manyParts":     manyParts,
		"fronts":        p.frontSentence,
		"shown":         p.shown,
		"method":        p.method,
		"voice":         p.highlightVoice,
		"share":         share,
		"height":        height,
		"contents":      contents,
		"citation":      p.citation,
		"partName":      p.partName,
		"partHeading":   p.partHeading,
		"partOf":        func(page *page, of part) partIn { return partIn{page, of} },
		"undecided":     undecided,
		"renumbered":    renumbered,
		"ticks":         p.ticks,
		"flowSentences": p.flowSentences,
		"flowPicture":   p.flowHTML,
		"heatPicture":   p.heatHTML,
		"inPage":        inPage,
		"diffRows":      func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.rows(c.Change.Rows()) }) },
		"fullRows":      func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.untouched(c.Change.Rows()) }) },
		"inlineRows":    func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.inline(c.Change.Rows()) }) },
		"excerptRows":   func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.rows(c.Highlight.Rows) }) },
		"fullText":      fullText,
		"marking":       marking,
		"lines":         func(s string) []string { return strings.Split(s, "\n") },

		"isReport":           (*claim.Claim).IsReport,
		"changed":            func(c *report.Change) bool { return c.Changed() > 0 || c.Retitled },
		"webLink":            webLink,
		"loneHeading":        p.loneHeading,
		"provisionAddresses": provisionAddresses,
		"tiedText":           tiedText,
		"nothingUnannounced": p.nothingUnannounced,
		"unannouncedIntro":   p.unannouncedIntro,
		"outcome":            p.outcome,
		"unit":               p.unit,
		"absent":             absent,
		"absentFirst":        absentFirst,
		"voicesSentence":     p.voicesSentence,
		"checksSentence":     p.checksSentence,
		"checkPhrase":        p.check,
		"markPlace":          p.markPlace,
		"marksSpoken":        p.marksSpoken,
		"decisionsSentence":  p.decisionsSentence,
		"referencesIntro":    p.referencesIntro,
		"referenceLines":     p.referenceLines,
		"shorten":            shorten,
	}
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
