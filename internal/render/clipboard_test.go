package render_test

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/browser"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"

	"conceptdiff/internal/chromium"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

// Each copy button of a report gives words that stand in a text or in a statement, to the
// letter, with where they are from, and a link whose anchor is on the page.
func TestCopyButtons(t *testing.T) {
	path, err := chromium.Find()
	if err != nil && os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") == "" {
		t.Skip("a browser is needed:", err)
	}
	if err != nil {
		t.Fatal(err)
	}
	r := rendertest.MustRealPair(t)
	for _, language := range message.Languages {
		for _, copied := range copiedFrom(t, path, r, render.Options{Language: language}) {
			checkCopied(t, language, &r, copied)
		}
	}
}

// copying is what a button put on the clipboard, and whether the link in it leads somewhere.
type copying struct {
	ID, Text string
	Leads    bool
}

// copiedFrom opens a report in a browser and presses every button that copies.
func copiedFrom(t *testing.T, path string, r report.Report, o render.Options) []copying {
	t.Helper()
	var page bytes.Buffer
	if err := html.Report(&page, r, o); err != nil {
		t.Fatal(err)
	}
	site := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Write(page.Bytes()) //nolint:errcheck,gosec // a browser that leaves fails the test elsewhere
	}))
	defer site.Close()
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU,
		chromedp.Flag("disable-background-networking", true), chromedp.Flag("disable-dev-shm-usage", true))
	if os.Geteuid() == 0 {
		options = append(options, chromedp.NoSandbox)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	ctx, cancelAlloc := chromedp.NewExecAllocator(ctx, options...)
	defer cancelAlloc()
	ctx, cancelTab := chromedp.NewContext(ctx)
	defer cancelTab()
	if err := chromedp.Do(ctx, chromedp.Navigate(site.URL)); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"clipboard-read", "clipboard-write"} {
		_, err := chromedp.Call(ctx, browser.SetPermission, browser.SetPermissionParams{
			Permission: &browser.PermissionDescriptor{Name: name}, Setting: browser.PermissionSettingGranted, Origin: site.URL,
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	const press = `(async () => {
		const out = [];
		for (const b of document.querySelectorAll(".quote")) {
			for (let e = b; e; e = e.parentElement) if (e.tagName === "DETAILS") e.open = true;
			await navigator.clipboard.writeText("nothing was copied");
			b.click();
			await new Promise((done) => setTimeout(done));
			const text = await navigator.clipboard.readText();
			const link = text.trimEnd().split("\n").pop();
			out.push({ID: b.closest("[id]").id, Text: text, Leads: link.startsWith(location.href.split("#")[0]) && !!document.getElementById(link.split("#")[1])});
		}
		return JSON.stringify(out);
	})()`
	said, err := chromedp.Run(ctx, chromedp.Evaluate[string](press, chromedp.EvalAwaitPromise))
	if err != nil {
		t.Fatal(err)
	}
	var out []copying
	if err := json.Unmarshal([]byte(said), &out); err != nil {
		t.Fatal(err)
	}
	if len(out) < 20 {
		t.Fatalf("only %d buttons", len(out))
	}
	return out
}

// checkCopied looks every quotation of what was copied up in the texts and statements.
func checkCopied(t *testing.T, language string, r *report.Report, c copying) {
	t.Helper()
	if !c.Leads {
		t.Errorf("%s %s: the link leads nowhere: %q", language, c.ID, c.Text)
	}
	known := strings.Join([]string{sideText(&r.Old), sideText(&r.New)}, "\n")
	cited := strings.Contains(c.Text, r.Old.Title)
	for _, v := range r.Sources {
		cited = cited || strings.Contains(c.Text, v.Source.Publisher)
		for _, st := range v.Statements {
			known += "\n" + singleSpaced(st.Claim.Quote)
		}
	}
	if !cited {
		t.Errorf("%s %s: copied without where it is from: %q", language, c.ID, c.Text)
	}
	for quoted := range strings.SplitSeq(c.Text, "“") {
		quoted, _, closed := strings.Cut(quoted, "”")
		if !closed {
			continue // what stands before the first quotation, or after the last
		}
		for part := range strings.SplitSeq(quoted, "[…]") {
			if part = singleSpaced(part); !strings.Contains(known, part) {
				t.Errorf("%s %s: quotes what stands nowhere: %q", language, c.ID, part)
			}
		}
	}
}

func sideText(s *report.Side) string {
	var out []string
	for _, c := range s.Clauses {
		for _, l := range c.Lines {
			out = append(out, l.Text)
		}
	}
	return singleSpaced(strings.Join(out, " "))
}

func singleSpaced(s string) string { return strings.Join(strings.Fields(s), " ") }
