package render_test

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/rendertest"

	"conceptdiff/internal/report"
	stdhtml "html"
)

func page0(tb testing.TB, r report.Report, write func(*bytes.Buffer, report.Report) error) string {
	tb.Helper()
	var b bytes.Buffer
	if err := write(&b, r); err != nil {
		tb.Fatal(err)
	}
	return b.String()
}

// pages renders both HTML documents.
func pages(tb testing.TB, r report.Report) map[string]string {
	return map[string]string{
		"diff":   page0(tb, r, func(b *bytes.Buffer, r report.Report) error { return html.Diff(b, r, render.Options{}) }),
		"report": page0(tb, r, func(b *bytes.Buffer, r report.Report) error { return html.Report(b, r, render.Options{}) }),
		"report for drafters": page0(tb, r, func(b *bytes.Buffer, r report.Report) error {
			return html.Report(b, r, render.Options{Audience: render.Drafter})
		}),
		"report for the committee": page0(tb, r, func(b *bytes.Buffer, r report.Report) error {
			return html.Report(b, r, render.Options{Audience: render.Committee})
		}),
	}
}

var (
	idAttr   = regexp.MustCompile(`\sid="([^"]*)"`)
	hrefAttr = regexp.MustCompile(`href="([^"]*)"`)
)

// Every link within a page leads somewhere, no id stands twice, and both sides'
// clauses and all changes can be linked to.
func TestHTMLLinks(t *testing.T) {
	for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustRealPair(t)} {
		for name, html := range pages(t, r) {
			ids := map[string]bool{}
			for _, m := range idAttr.FindAllStringSubmatch(html, -1) {
				if ids[m[1]] {
					t.Errorf("%s: id %q stands twice", name, m[1])
				}
				ids[m[1]] = true
			}
			links := 0
			for _, m := range hrefAttr.FindAllStringSubmatch(html, -1) {
				if target, within := strings.CutPrefix(m[1], "#"); within {
					links++
					if target, err := url.PathUnescape(target); err != nil || !ids[target] {
						t.Errorf("%s: link to %q leads nowhere", name, target)
					}
				}
			}
			if links < 20 {
				t.Errorf("%s: only %d links", name, links)
			}
			for _, c := range r.Old.Clauses {
				if !ids["old-"+c.Address] {
					t.Errorf("%s: no anchor for old %s", name, c.Address)
				}
			}
			for _, c := range r.New.Clauses {
				if !ids["new-"+c.Address] {
					t.Errorf("%s: no anchor for new %s", name, c.Address)
				}
			}
			for _, c := range r.Changes {
				if !ids[plain.Anchor("", c.ID)] {
					t.Errorf("%s: no anchor for change %s", name, c.ID)
				}
			}
		}
	}
}

// A page loads nothing: one script of ours and no address but those of sources,
// and a policy that forbids the rest.
func TestHTMLNeedsNoNetwork(t *testing.T) {
	for name, html := range pages(t, rendertest.MustRealPair(t)) {
		html, scripts := cutScript(html)
		script := readTemplate(t, "page.js")
		if len(scripts) != 1 || scripts[0] != script {
			t.Errorf("%s holds %d scripts", name, len(scripts))
		}
		sum := sha256.Sum256([]byte(script))
		_, sheet, _ := strings.Cut(html, "<style>")
		sheet, _, _ = strings.Cut(sheet, "</style>")
		styleSum := sha256.Sum256([]byte(sheet))
		policy := "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(styleSum[:]) + "'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) +
			"'; base-uri 'none'; form-action 'none'"
		for _, bad := range []string{"<script", "<img", "<link", "<iframe", "src=", "url(", "@import", " style="} {
			if strings.Contains(html, bad) {
				t.Errorf("%s holds %q", name, bad)
			}
		}
		if !strings.Contains(stdhtml.UnescapeString(html), `content="`+policy+`"`) {
			t.Errorf("%s has no content security policy", name)
		}
	}
}

// Every tag is closed in order: what a browser would mend in silence is a
// mistake of ours.
func TestHTMLIsWellFormed(t *testing.T) {
	for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustBuild(t, rendertest.Hostile()), rendertest.MustRealPair(t)} {
		for name, html := range pages(t, r) {
			checkTags(t, name, html)
		}
	}
}

var (
	styleElement = regexp.MustCompile(`(?s)<style>.*?</style>`)
	tag          = regexp.MustCompile(`^<(/?)([a-z0-9]+)((?: [a-zA-Z0-9-]+(?:="[^"<>]*")?)*)>`)
	attribute    = regexp.MustCompile(` ([a-zA-Z0-9-]+)(?:="[^"]*")?`)
	voidTags     = " meta input "
	allowedTags  = " a article b blockquote body button caption dd del details div dl dt figcaption figure footer h1 h2 h3 h4 head header html i " +
		"input ins label li main mark meta nav ol p path rect section span strong style summary svg table tbody td text tfoot th thead title tr ul "
)

// cutScript takes the scripts out of a page.
func cutScript(html string) (rest string, scripts []string) {
	for {
		before, after, found := strings.Cut(html, "<script>")
		if !found {
			return rest + html, scripts
		}
		inside, tail, _ := strings.Cut(after, "</script>")
		rest, html, scripts = rest+before, tail, append(scripts, inside)
	}
}

func checkTags(t *testing.T, name, html string) {
	t.Helper()
	html, _ = cutScript(html)
	html = strings.TrimPrefix(styleElement.ReplaceAllString(html, ""), "<!DOCTYPE html>\n")
	var open []string
	for at := 0; ; {
		i := strings.IndexByte(html[at:], '<')
		if i < 0 {
			break
		}
		at += i
		m := tag.FindStringSubmatch(html[at:])
		near := html[at:min(at+80, len(html))]
		if m == nil || !strings.Contains(allowedTags, " "+m[2]+" ") {
			t.Errorf("%s: not a tag of ours: %q", name, near)
			return
		}
		at += len(m[0])
		for _, a := range attribute.FindAllStringSubmatch(m[3], -1) {
			if strings.HasPrefix(a[1], "on") {
				t.Errorf("%s: an event handler: %q", name, near)
			}
		}
		switch {
		case strings.Contains(voidTags, " "+m[2]+" "):
		case m[1] == "":
			open = append(open, m[2])
		case len(open) == 0 || open[len(open)-1] != m[2]:
			t.Errorf("%s: </%s> closes %v: %q", name, m[2], open, near)
			return
		default:
			open = open[:len(open)-1]
		}
	}
	if len(open) > 0 {
		t.Errorf("%s: left open: %v", name, open)
	}
}

// readTemplate is a file that pages are made of.
func readTemplate(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("html", "templates", name))
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
