package web

import (
	"crypto/sha256"
	"embed"
	_ "embed" // the style sheet, the script and the picture
	"encoding/base64"
	"fmt"
	"html/template"
	"net/http"
	"strings"
	"sync"
	"time"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
	markup "conceptdiff/internal/render/html"
	htmlframe "conceptdiff/internal/render/html/frame"
	"conceptdiff/internal/render/message"
	rendered "conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

//go:embed templates/*.html
var templateFiles embed.FS

var zeroTime time.Time

// templatesIn are the templates in each language, parsed when first asked for. They
// are part of the binary, so a mistake in them is one of ours.
var templatesIn = func() map[string]func() *template.Template {
	out := map[string]func() *template.Template{}
	for _, language := range message.Languages {
		out[language] = sync.OnceValue(func() *template.Template {
			return template.Must(template.New("").Funcs(functions(rendered.In(language))).ParseFS(templateFiles, "templates/*.html"))
		})
	}
	return out
}()

// functions are what templates can call, in one language.
func functions(p rendered.Phrases) template.FuncMap {
	return template.FuncMap{
		"served":   htmlframe.Served,
		"t":        p.Say,
		"word":     func(s any) string { return p.Word(fmt.Sprint(s)) },
		"relation": func(k relate.Kind) string { return relationWord(p, k) },
		"capital":  p.Capital,
		"plain":    plain.Visible,
		"lines":    plain.VisibleLines,
		"date":     p.Date,
		"day":      func(t time.Time) string { return p.Day(t.Format(time.DateOnly)) },
		"clock":    func(t time.Time) string { return t.UTC().Format("15:04") + " UTC" },
		"number":   p.Number,
		"bytes":    func(n int) string { return p.Number((n + 1023) / 1024) },
		"status":   p.Status,
		"anchorOf": anchorOf,
		"asset":    assetPath,
		"short":    review.Short,
		"percent":  percent,
		"list":     phrase.And,
		"bullet":   plain.Bullet,
		"tongue":   tongue,
		"verdicts": func() []review.Verdict { return review.Verdicts[:len(review.Verdicts)-1] },
		"key":      verdictKey,
		"sign":     verdictSign,
		"tally":    p.VerdictCount,
		"statement": func(c *claim.Claim) string {
			return p.Statement(c)
		},
		"webLink":        rendered.WebLink,
		"check":          p.Check,
		"shorten":        rendered.Shorten,
		"revisionPath":   revisionPath,
		"clausePath":     clausePath,
		"comparisonPath": comparisonPath,
		"agendaPath":     agendaPath,
		"sourcesPath":    sourcesPath,
		"on":             onOf,
		"entry":          func(e review.Entry) entryLine { return newEntryLine(p, e) },
		"kinds":          p.KindPhrase,
		"outcome":        func(o workspace.Taken) string { return takenPhrase(p, o) },
		"indent":         func(depth int) int { return min(depth, 6) },
	}
}

// relationWord names what two passages are to each other.
func relationWord(p rendered.Phrases, k relate.Kind) string {
	if k == relate.Names {
		return p.Say("names the same")
	}
	return p.Word(string(k))
}

// takenPhrase says what came of a row of a form.
func takenPhrase(p rendered.Phrases, o workspace.Taken) string {
	switch o {
	case workspace.TakenNow:
		return p.Say("taken")
	case workspace.TakenAlready:
		return p.Say("said already")
	case workspace.WordsChanged:
		return p.Say("the words have changed since")
	case workspace.Refused:
		return p.Say("refused")
	}
	return p.Say("not read")
}

// tongue names a language in itself.
func tongue(tag string) string {
	switch tag {
	case "az":
		return "Azərbaycanca"
	case "ru":
		return "Русский"
	}
	return "English"
}

// verdictKey is the key that enters a verdict.
func verdictKey(v review.Verdict) string { return string(v[:1]) }

// verdictSign is the sign of a verdict, since colour alone must not tell it.
func verdictSign(v review.Verdict) string {
	switch v {
	case review.Obsolete:
		return "✕"
	case review.Fulfilled:
		return "✓"
	case review.Keep:
		return "="
	case review.Amend:
		return "✎"
	case review.Disputed:
		return "?"
	}
	return "↶"
}

//go:embed static/web.css
var webStyle string

//go:embed static/web.js
var webScript string

//go:embed static/icon.svg
var icon string

// asset is a file that pages link to. Its path names its content, so that a browser
// may keep it for ever.
type asset struct {
	name, kind, data, hash string
}

// assets are all of them by name.
var assets = sync.OnceValue(func() map[string]asset {
	out := map[string]asset{}
	for _, a := range []asset{
		{name: "report.css", kind: "text/css; charset=utf-8", data: markup.Style()},
		{name: "web.css", kind: "text/css; charset=utf-8", data: webStyle},
		{name: "report.js", kind: "text/javascript; charset=utf-8", data: markup.Script()},
		{name: "web.js", kind: "text/javascript; charset=utf-8", data: webScript},
		{name: "icon.svg", kind: "image/svg+xml", data: icon},
	} {
		sum := sha256.Sum256([]byte(a.data))
		a.hash = base64.RawURLEncoding.EncodeToString(sum[:9])
		out[a.name] = a
	}
	return out
})

// assetPath is where a page finds an asset.
func assetPath(name string) string {
	a, ok := assets()[name]
	if !ok {
		panic("no asset is called " + name)
	}
	return "/static/" + a.hash + "/" + name
}

func serveStatic(w http.ResponseWriter, r *http.Request) {
	a, ok := assets()[r.PathValue("name")]
	if !ok || r.PathValue("hash") != a.hash {
		http.Error(w, "There is no such file: load the page again.", http.StatusNotFound)
		return
	}
	h := w.Header()
	h.Set("Content-Type", a.kind)
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	h.Set("ETag", `"`+a.hash+`"`)
	http.ServeContent(w, r, "", zeroTime, strings.NewReader(a.data))
}

func serveIcon(w http.ResponseWriter, r *http.Request) {
	http.Redirect(w, r, assetPath("icon.svg"), http.StatusMovedPermanently)
}
