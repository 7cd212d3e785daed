package web

import (
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// everyPage are the pages, by the name of their picture.
var everyPage = []struct{ name, path string }{
	{"start", "/"},
	{"revision", "/r/2007"},
	{"clause", "/r/2007/4.1.1"},
	{"comparison", "/c/2007/draft"},
	{"report", "/c/2007/draft/report"},
	{"sources", "/sources/2007"},
	{"agenda", "/agenda/2007"},
	{"carried", "/agenda/draft"},
	{"meeting", "/meeting/2007/3.11/p2"},
	{"minutes", "/meeting/2007"},
	{"forms", "/forms"},
	{"record", "/record?verify=1"},
	{"members", "/members"},
	{"import", "/import"},
	{"help", "/help"},
	{"problem", "/r/nowhere"},
}

// axeSource is the script of axe-core, which CONCEPTDIFF_AXE names: .ci/run installs it.
func axeSource(t testing.TB) string {
	t.Helper()
	path := os.Getenv("CONCEPTDIFF_AXE")
	if path == "" {
		skipWithout(t, "axe-core is needed", fmt.Errorf("CONCEPTDIFF_AXE names no axe.min.js"))
	}
	data, err := os.ReadFile(path)
	skipWithout(t, "axe-core is needed", err)
	return string(data)
}

// axe returns what axe-core finds on the page, each in a line.
func (w *tab) axe(source string) []string {
	w.Helper()
	// What is not on the screen is not laid out, and its guessed height would make
	// neighbours seem to overlap.
	eval[any](w, `document.styleSheets[1].insertRule("* { content-visibility: visible !important }"); 0`)
	eval[any](w, source+";0")
	found := eval[string](w, `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"], rules: {"target-size": {enabled: true}}})
		.then(r => JSON.stringify(r.violations.map(v => v.id + " (" + v.impact + "): " + v.nodes.length + ": " + v.nodes.slice(0, 3).map(n => n.html.slice(0, 160) + " || " + (n.any[0] || n.all[0] || n.none[0] || {}).message).join(" ;; "))))`)
	var out []string
	if err := json.Unmarshal([]byte(found), &out); err != nil {
		w.Fatal(err)
	}
	return out
}

// proposal is what a member proposes for 4.1.1/p1 of 2007: one word of it is another.
const proposal = "The territory of the Republic of Azerbaijan shall be whole, inviolable and indivisible. " +
	"Restoration of its territorial integrity by making use of all means laid down in international law is a key objective of the National Security Policy of the Republic of Azerbaijan."

// work puts something on every page: marks that agree and disagree, a decision.
func work(t testing.TB, s *site) {
	t.Helper()
	for _, m := range []workspace.Mark{
		{Revision: "2007", Address: "3.11/p2", Verdict: review.Obsolete, By: "Zeynal", Note: "Rests on a body that was closed."},
		{Revision: "2007", Address: "3.11/p2", Verdict: review.Keep, By: "Tural"},
		{Revision: "2007", Address: "4.1.1", Verdict: review.Amend, By: "Zeynal"},
		{Revision: "2007", Address: "4.1.1/p1", Verdict: review.Amend, By: "Zeynal", Words: proposal},
		{Revision: "2007", Address: "4.1.1/p1", Verdict: review.Amend, By: "Tural", Words: strings.Replace(proposal, "whole", "one", 1)},
		{Revision: "2007", Address: "4.1.2", Verdict: review.Keep, By: "Tural"},
		{Revision: "2007", Address: "4.1.2", Verdict: review.Keep, By: "Zeynal"},
		{Revision: "draft", Address: "4.1.1", Verdict: review.Disputed, By: "Tural"},
	} {
		if _, err := s.Work.Mark(t.Context(), m); err != nil {
			t.Fatal(err)
		}
	}
	_, err := s.Work.Decide(t.Context(), workspace.Decision{
		Revision: "2007", Address: "4.1.2", Verdict: review.Keep, By: "Zeynal", Votes: review.Votes{For: 2},
	})
	if err != nil {
		t.Fatal(err)
	}
}

// Every page, in every size and in both themes: axe finds nothing, nothing stands
// beyond the edge, nothing is asked for elsewhere, and no script fails.
func TestEveryPage(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	work(t, s)
	source := axeSource(t)
	for _, size := range []struct{ width, height int64 }{{360, 780}, {1280, 900}, {2560, 1300}} {
		t.Run(strconv.FormatInt(size.width, 10), func(t *testing.T) {
			t.Parallel()
			w := newTab(t, s.URL, size.width, size.height)
			w.open("/members")
			w.do(chromedp.Click(`td form button`))
			w.wait(`document.querySelector("td strong")`)
			for _, dark := range []bool{false, true} {
				w.dark(dark)
				theme := map[bool]string{false: "light", true: "dark"}[dark]
				for _, page := range everyPage {
					w.open(page.path)
					name := fmt.Sprintf("%s-%d-%s", page.name, size.width, theme)
					w.shot(name)
					if over := eval[int](w, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
						t.Errorf("%s: %d pixels stand beyond the edge: %s", name, over, eval[string](w, beyondEdge))
					}
					if size.width == 2560 && dark {
						continue // the same rules hold there
					}
					for _, found := range w.axe(source) {
						t.Errorf("%s: %s", name, found)
					}
				}
			}
			w.alone()
		})
	}
}

// beyondEdge names what stands beyond the right edge.
const beyondEdge = `[...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1 && getComputedStyle(e).position !== "absolute").slice(0, 3).map(e => e.outerHTML.slice(0, 120)).join(" ;; ")`

// Every page in every language, without a phrase that was left in English by mistake
// or a place that was not filled.
func TestEveryLanguage(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	work(t, s)
	w := newTab(t, s.URL, 360, 780)
	for _, lang := range []string{"az", "ru"} {
		w.open("/")
		w.do(chromedp.Click(`button[name=language][value=` + lang + `]`))
		w.wait(`document.documentElement.lang == "` + lang + `"`)
		for _, page := range everyPage {
			w.open(page.path)
			w.shot(page.name + "-" + lang)
			if got := eval[string](w, "document.documentElement.lang"); got != lang {
				t.Errorf("%s: the page is in %q", page.name, got)
			}
			if over := eval[int](w, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
				t.Errorf("%s in %s: %d pixels stand beyond the edge: %s", page.name, lang, over, eval[string](w, beyondEdge))
			}
			if text := eval[string](w, "document.body.innerText"); strings.Contains(text, "{0") || strings.Contains(text, "What to do next") {
				t.Errorf("%s in %s has a phrase that was not put", page.name, lang)
			}
		}
	}
}
