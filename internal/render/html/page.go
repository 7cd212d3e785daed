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

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/render/message"
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

// parsedIn are the page templates in each language, parsed when first asked for and
// never executed, so that they can be taken anew; templatesIn are those that are
// executed. They are part of the binary, so a mistake in them is one of ours.
var (
	parsedIn = inEach(func(language string) *template.Template {
		return template.Must(template.New("").Funcs(functions(phrase.In(language))).ParseFS(templateFiles, "templates/*.html"))
	})
	templatesIn = inEach(func(language string) *template.Template {
		return template.Must(parsedIn[language]().Clone())
	})
)

func inEach(load func(language string) *template.Template) map[string]func() *template.Template {
	out := map[string]func() *template.Template{}
	for _, language := range message.Languages {
		out[language] = sync.OnceValue(func() *template.Template { return load(language) })
	}
	return out
}

// write executes a template into a buffer first: a failed run writes nothing.
func write(w io.Writer, p phrase.Phrases, name string, page any) error {
	var buf bytes.Buffer
	if err := execute(&buf, p, name, page); err != nil {
		return err
	}
	_, err := buf.WriteTo(w)
	return err
}

// execute executes a template in the language of some phrases. Where these call clauses by
// names of a text's own the templates are taken anew, with functions that know them.
func execute(w io.Writer, p phrase.Phrases, name string, page any) error {
	in := templatesIn[p.Language()]()
	if p.NamesUnits() {
		var err error
		if in, err = parsedIn[p.Language()]().Clone(); err != nil {
			return err
		}
		in.Funcs(functions(p))
	}
	return in.ExecuteTemplate(w, name, page)
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
	Slots     bool           // a place is left at each change: see [Embedded]
	options   render.Options
	rows      *markup // shared by all changes, so that no anchor stands twice
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
	Part compose.Part
}

func newPage(r *report.Report, o render.Options, kind, main string) *page {
	p := o.Phrases().For(r)
	return &page{
		phrases: p, R: r, Kind: kind, Main: main, options: o, URL: o.URL, Card: o.Card,
		Frame: frame.Of(p.Language(), Style()+pageStyle(r, p), script),
		rows:  &markup{Phrases: p, oldLang: r.Old.Language, newLang: r.New.Language, links: r.Filter == nil},
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
		"ground":        p.Ground,
		"plain":         plain.Visible,
		"date":          p.Date,
		"number":        p.Number,
		"size":          func(s report.Side) string { return p.Size(&s) },
		"status":        p.Status,
		"notice":        p.Notice,
		"noticeTitle":   p.NoticeName, // the style sheet puts it in capitals
		"anchor":        plain.Anchor,
		"kindWord":      p.KindWord,
		"kindPhrase":    p.KindPhrase,
		"kindHeading":   p.KindHeading,
		"facets":        phrase.Facets,
		"wordPhrase":    p.WordPhrase,
		"changeName":    p.ChangeName,
		"label":         p.Label,
		"reasons":       p.Reasons,
		"significance":  p.Significance,
		"title":         p.Title,
		"wording":       p.Wording,
		"statement":     p.Statement,
		"cite":          p.Cite,
		"spoken":        p.Spoken,
		"sentence":      p.Sentence,
		"sentenceCase":  p.Capital,
		"tie":           p.Tie,
		"quoteList":     phrase.QuoteList,
		"docTitle":      phrase.DocTitle,
		"partSentence":  p.PartSentence,
		"loneSentence":  p.LoneSentence,
		"facetSentence": p.FacetSentence,
		"manyParts":     phrase.ManyParts,
		"fronts":        p.FrontSentence,
		"shown":         p.Shown,
		"voice":         p.HighlightVoice,
		"share":         share,
		"height":        height,
		"tall":          tall,
		"contents":      contents,
		"description":   p.Description,
		"locale":        func() string { return locales[p.Language()] },
		"citation":      p.Citation,
		"partName":      func(of compose.Part) string { return of.Name(p) },
		"partHeading":   func(of compose.Part) string { return of.Heading(p) },
		"glanceAfter":   glanceAfter,
		"partOf":        func(page *page, of compose.Part) partIn { return partIn{page, of} },
		"ticks":         func(r *report.Report, side string) any { return svg.TicksOf(p, r, side) },
		"flowSentences": func(r *report.Report) []string { return svg.FlowSentences(p, r) },
		"flowPicture":   func(r *report.Report) template.HTML { return svg.FlowHTML(p, r) },
		"heatPicture":   func(r *report.Report) template.HTML { return svg.HeatHTML(p, r) },
		"entries":       compose.Entries,
		"fact":          p.Fact,
		"findingIn":     p.Finding,
		"finding":       func(f report.Finding) string { return p.Finding(&f) },
		"entryIn":       func(p *page, s report.Stretch) entryIn { return entryIn{p, s} },
		"renumbering":   p.Renumbering,
		"inPage":        inPage,
		"diffRows":      func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.rows(c.Change.Rows()) }) },
		"fullRows":      func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.untouched(c.Change.Rows()) }) },
		"inlineRows":    func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.inline(c.Change.Rows()) }) },
		"excerptRows":   func(c changeIn) template.HTML { return c.Page.markup(func(m *markup) { m.rows(c.Highlight.Rows) }) },
		"fullText":      fullText,
		"slot":          slot,
		"marking":       marking,
		"lines":         func(s string) []string { return strings.Split(s, "\n") },

		"isReport":           (*claim.Claim).IsReport,
		"changed":            func(c *report.Change) bool { return c.Changed() > 0 || c.Retitled },
		"lede":               func(pg *page) template.HTML { return pg.section(compose.Lede(pg.R, p)) },
		"anew":               func(pg *page) template.HTML { return pg.section(compose.Anew(pg.R, p, false)) },
		"composed":           func(in partIn) template.HTML { return in.Page.section(in.Part.Section(in.Page.R, in.Page.options)) },
		"quotation":          p.Quotation,
		"copying":            copying(p),
		"proof":              func(c *claim.Claim) bool { return c.Proof() == claim.Unchecked },
		"quotations":         p.Quotations,
		"standingOf":         p.Standing,
		"gonePlace":          p.GonePlace,
		"webLink":            phrase.WebLink,
		"loneHeading":        p.LoneHeading,
		"provisionAddresses": phrase.ProvisionAddresses,
		"tiedText":           phrase.TiedText,
		"nothingUnannounced": p.NothingUnannounced,
		"unannouncedIntro":   p.UnannouncedIntro,
		"outcome":            p.Outcome,
		"called":             p.Called,
		"mention":            func(c *report.Clause) string { return p.Mention([]*report.Clause{c}) },
		"absent":             phrase.Absent,
		"absentFirst":        phrase.AbsentFirst,
		"voicesSentence":     p.VoicesSentence,
		"checksSentence":     p.ChecksSentence,
		"checkPhrase":        p.Check,
		"markPlace":          p.MarkPlace,
		"marksSpoken":        p.MarksSpoken,
		"decisionsSentence":  p.DecisionsSentence,
		"referencesIntro":    p.ReferencesIntro,
		"referenceLines":     p.ReferenceLines,
		"shorten":            phrase.Shorten,
	}
}

// entryIn is an entry of a list of changes on its page.
type entryIn struct {
	Page *page
	report.Stretch
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
func share(n int, w report.WordAccount) string {
	return wide(float64(n) / float64(max(w.Old, w.New, 1)))
}

// marking marks words in a text.
func marking(text string, words []string) template.HTML {
	m := &markup{}
	m.marking(text, words)
	return template.HTML(m.String()) //nolint:gosec // escaped by markup
}

// glanceAfter is behind which part the picture stands: the first, but for a text that was
// written anew, whose table of subjects comes before it.
func glanceAfter(p *page) int { return max(0, slices.Index(p.Parts, compose.PartAnew)) }
