package html

import (
	"bytes"
	"embed"
	"fmt"
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/svg"
	"conceptdiff/internal/report"
)

//go:embed templates/*.html
var templateFiles embed.FS

//go:embed templates/style.css
var style string

//go:embed templates/page.js
var script string

// templates are those of pages, parsed when first asked for and never executed, so that
// they can be taken anew with the functions of a language. They are part of the binary,
// so a mistake in them is one of ours.
var templates = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("").Funcs(functions(phrase.English())).ParseFS(templateFiles, "templates/*.html"))
})

// write executes a template into a buffer first: a failed run writes nothing.
func write(w io.Writer, p phrase.Phrases, name string, page any) error {
	var buf bytes.Buffer
	if err := execute(&buf, p, name, page); err != nil {
		return err
	}
	_, err := buf.WriteTo(w)
	return err
}

// execute executes a template in the language of some phrases.
func execute(w io.Writer, p phrase.Phrases, name string, page any) error {
	in, err := templates().Clone()
	if err != nil {
		return err
	}
	return in.Funcs(functions(p)).ExecuteTemplate(w, name, page)
}

// page is what a template is executed with.
type page struct {
	phrases   phrase.Phrases
	R         *report.Report
	Frame     frame.Frame
	Kind      string         // what the document is called: "Comparison"
	Main      string         // fragment of the first thing to read
	Filters   []filter       // of the toolbar; none on a page that is not filtered
	Parts     []compose.Part // of a report
	Whole     bool           // both texts stand at its end
	Printed   bool           // see [render.Options]
	URL, Card string         // see [render.Options]
	options   render.Options
	rows      *markup // shared by all parts, so that no anchor stands twice
}

func newPage(r *report.Report, o render.Options, kind, main string) *page {
	o.Full = false // what is unchanged is folded
	p := o.Phrases().For(r)
	return &page{
		phrases: p, R: r, Kind: kind, Main: main, options: o, URL: o.URL, Card: o.Card,
		Frame: frame.Of(p.Language(), Style()+pageStyle(r, p), script),
		rows: &markup{
			Phrases: p, oldLang: r.Old.Language, newLang: r.New.Language, links: r.Filter == nil,
			oldHead: p.Say("old: {0}", r.Old.Label), newHead: p.Say("new: {0}", r.New.Label), used: map[string]bool{},
		},
	}
}

// locales are the languages as the Open Graph protocol (ogp.me) names them.
var locales = map[string]string{"en": "en_GB", "az": "az_AZ", "ru": "ru_RU"}

// pageStyle puts page numbers, and the standing of a text that is not in
// force, on every printed page.
func pageStyle(r *report.Report, p phrase.Phrases) string {
	css := `@page{size:A4;margin:18mm 16mm;@bottom-right{content:counter(page) " / " counter(pages);font:8pt sans-serif}`
	if banner := p.RunningHead(r); banner != "" {
		// Only our own words: no text of a file stands in the style.
		css += `@top-center{content:"` + banner + `";font:8pt sans-serif}`
	}
	return css + `}`
}

// functions are what templates can call, in one language.
func functions(p phrase.Phrases) template.FuncMap {
	return template.FuncMap{
		"t":             p.Say,
		"word":          func(s any) string { return p.Word(fmt.Sprint(s)) },
		"plain":         plain.Visible,
		"date":          p.Date,
		"number":        p.Number,
		"status":        p.Status,
		"notice":        p.Notice,
		"noticeTitle":   p.NoticeName, // the style sheet puts it in capitals
		"cite":          p.Cite,
		"docTitle":      phrase.DocTitle,
		"shown":         p.Shown,
		"description":   p.Description,
		"citation":      p.Citation,
		"lines":         func(s string) []string { return strings.Split(s, "\n") },
		"locale":        func() string { return locales[p.Language()] },
		"ticks":         func(r *report.Report, side string) any { return svg.TicksOf(p, r, side) },
		"flowSentences": func(r *report.Report) []string { return svg.FlowSentences(p, r) },
		"flowPicture":   func(r *report.Report) template.HTML { return svg.FlowHTML(p, r) },
		"heatPicture":   func(r *report.Report) template.HTML { return svg.HeatHTML(p, r) },
		"partName":      func(of compose.Part) string { return of.Name(p) },
		"glanceAfter":   glanceAfter,
		"contents":      contents,
		"changes":       changes,
		"legend":        func(pg *page) template.HTML { return pg.markup((*markup).legend) },
		"fullText":      fullText,
		"lede":          func(pg *page) template.HTML { return pg.section(compose.PartLede.Section(pg.R, pg.options)) },
		"anew":          func(pg *page) template.HTML { return pg.section(compose.Anew(pg.R, pg.phrases)) },
		"part":          func(pg *page, of compose.Part) template.HTML { return pg.section(of.Section(pg.R, pg.options)) },
	}
}

// markup returns what f writes. It is HTML by construction: see type markup.
func (p *page) markup(f func(*markup)) template.HTML {
	p.rows.Reset()
	f(p.rows)
	return template.HTML(p.rows.String()) //nolint:gosec // escaped by markup
}

// glanceAfter is behind which part the picture stands: the first, but for a text that was
// written anew, whose table of subjects comes before it.
func glanceAfter(p *page) int { return max(0, slices.Index(p.Parts, compose.PartAnew)) }
