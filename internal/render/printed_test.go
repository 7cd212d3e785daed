package render_test

import (
	"bytes"
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	page "conceptdiff/internal/render/html"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

// On paper the full texts are left out, and each link leads to what is there.
func TestPrintedLinks(t *testing.T) {
	id, link := regexp.MustCompile(` id="([^"]*)"`), regexp.MustCompile(` href="#([^"]*)"`)
	plain := func(s string) string {
		s, err := url.PathUnescape(html.UnescapeString(s))
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	for name, r := range map[string]report.Report{
		"real": rendertest.MustRealPair(t), "water": rendertest.MustBuild(t, rendertest.WaterPlan()), "hostile": rendertest.MustBuild(t, rendertest.Hostile()),
	} {
		for _, audience := range render.Audiences {
			var b bytes.Buffer
			if err := page.Report(&b, r, render.Options{Audience: audience, Printed: true}); err != nil {
				t.Fatal(err)
			}
			if strings.Contains(b.String(), `class="full"`) {
				t.Errorf("%s %s: the full texts are in it", name, audience)
			}
			ids := map[string]bool{}
			for _, m := range id.FindAllStringSubmatch(b.String(), -1) {
				if ids[plain(m[1])] {
					t.Errorf("%s %s: %s stands twice", name, audience, m[1])
				}
				ids[plain(m[1])] = true
			}
			links := link.FindAllStringSubmatch(b.String(), -1)
			for _, m := range links {
				if !ids[plain(m[1])] {
					t.Errorf("%s %s: a link leads to %s, which is not there", name, audience, m[1])
				}
			}
			if name == "real" && len(links) < 300 {
				t.Errorf("%s: only %d links", audience, len(links))
			}
		}
	}
}
