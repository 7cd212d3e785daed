package web

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"

	"conceptdiff/internal/chromium"
)

// browser is the Chromium that all tests of this package share.
var browser struct {
	once  sync.Once
	ctx   context.Context
	close func()
	err   error
}

// skipWithout skips a test for which a program is missing, or fails it where
// CONCEPTDIFF_REQUIRE_TOOLS asks for all of them.
func skipWithout(t testing.TB, what string, err error) {
	t.Helper()
	if err == nil {
		return
	}
	if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") != "" {
		t.Fatalf("%s: %v", what, err)
	}
	t.Skipf("%s: %v", what, err)
}

// tab is a window of its own, with cookies of its own.
type tab struct {
	testing.TB
	ctx  context.Context
	site string

	mu      sync.Mutex
	foreign []string // requests that left the site
	faults  []string // what the content policy forbade, and scripts that failed
}

// newTab opens a window on a site. It watches what the page asks for.
func newTab(t testing.TB, site string, width, height int64) *tab {
	t.Helper()
	browser.once.Do(func() {
		path, err := chromium.Find()
		if err != nil {
			browser.err = err
			return
		}
		options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.DisableGPU,
			chromedp.Flag("disable-quic", true), chromedp.Flag("disable-background-networking", true),
			chromedp.Flag("disable-component-update", true), chromedp.Flag("disable-sync", true), chromedp.Flag("disable-dev-shm-usage", true))
		if os.Geteuid() == 0 {
			options = append(options, chromedp.NoSandbox)
		}
		ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
		ctx, cancelTab := chromedp.NewContext(ctx)
		browser.ctx, browser.close = ctx, func() { cancelTab(); cancel() }
		browser.err = chromedp.Do(ctx, chromedp.Navigate("about:blank"))
	})
	skipWithout(t, "a browser is needed", browser.err)
	ctx, cancel := chromedp.NewContext(browser.ctx, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	ctx, cancelTime := context.WithTimeout(ctx, 8*time.Minute)
	t.Cleanup(cancelTime)
	w := &tab{TB: t, ctx: ctx, site: strings.TrimSuffix(site, "/")}
	w.do(chromedp.EmulateViewport(width, height))
	if err := chromedp.Listen(ctx, w.watch); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, network.Enable, network.EnableParams{}); err != nil {
		t.Fatal(err)
	}
	if _, err := chromedp.Call(ctx, log.Enable, cdp.Empty{}); err != nil {
		t.Fatal(err)
	}
	return w
}

// watch notes what the page asks for elsewhere, and what goes wrong on it.
func (w *tab) watch(ev any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	switch e := ev.(type) {
	case *network.EventRequestWillBeSent:
		own := strings.HasPrefix(e.Request.URL, w.site) || e.Request.URL == "about:blank"
		if !own && !strings.HasPrefix(e.Request.URL, "data:") { // of which the browser's own date field is made
			w.foreign = append(w.foreign, e.Request.URL)
		}
	case *log.EventEntryAdded:
		if e.Entry.Source == log.EntrySourceSecurity {
			w.faults = append(w.faults, e.Entry.Text)
		}
	case *runtime.EventExceptionThrown:
		w.faults = append(w.faults, "a script failed: "+e.ExceptionDetails.Text)
	}
}

func TestMain(m *testing.M) {
	code := m.Run()
	if browser.close != nil {
		browser.close()
	}
	os.Exit(code)
}

// do drives the window, or fails the test.
func (w *tab) do(steps ...chromedp.Action[chromedp.Void]) {
	w.Helper()
	if err := chromedp.Do(w.ctx, steps...); err != nil {
		w.Fatal(err)
	}
}

// open opens a page of the site.
func (w *tab) open(path string) {
	w.Helper()
	w.do(chromedp.Navigate(w.site + path))
}

// eval runs a piece of script and returns its value.
func eval[T any](w *tab, script string) T {
	w.Helper()
	v, err := chromedp.Run(w.ctx, chromedp.Evaluate[T](script, chromedp.EvalAwaitPromise))
	if err != nil {
		w.Fatalf("%s: %v", script, err)
	}
	return v
}

// wait waits until a condition holds on the page.
func (w *tab) wait(condition string) {
	w.Helper()
	const most = 10 * time.Second
	for until := time.Now().Add(most); ; time.Sleep(25 * time.Millisecond) {
		ok, err := chromedp.Run(w.ctx, chromedp.Evaluate[bool]("!!("+condition+")"))
		if err == nil && ok {
			return
		}
		if time.Now().After(until) {
			w.shot("failed")
			w.Fatalf("after %v it does not hold: %s (%v); the page says: %.600s", most, condition, err, eval[string](w, "document.body.innerText"))
		}
	}
}

// keys presses keys one after the other.
func (w *tab) keys(keys string) {
	w.Helper()
	w.do(chromedp.KeyEvent(keys))
}

// dark asks for the dark colours, or the light ones.
func (w *tab) dark(on bool) {
	w.Helper()
	value := "light"
	if on {
		value = "dark"
	}
	_, err := chromedp.Call(w.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: value}},
	})
	if err != nil {
		w.Fatal(err)
	}
}

// script switches the page's script on or off, from the next page on.
func (w *tab) script(on bool) {
	w.Helper()
	if _, err := chromedp.Call(w.ctx, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		w.Fatal(err)
	}
}

// shot keeps a picture of the page where CONCEPTDIFF_SCREENSHOTS names a folder.
func (w *tab) shot(name string) {
	dir := os.Getenv("CONCEPTDIFF_SCREENSHOTS")
	if dir == "" {
		return
	}
	w.Helper()
	data, err := chromedp.Run(w.ctx, chromedp.CaptureScreenshot())
	if err != nil {
		w.Fatal(err)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		w.Fatal(err)
	}
	name = strings.ReplaceAll(w.Name()+"-"+name, "/", "-")
	if err := os.WriteFile(filepath.Join(dir, name+".png"), data, 0o644); err != nil {
		w.Fatal(err)
	}
}

// alone fails the test when the page asked for anything outside its site, held what the
// content policy forbids, or a script of it failed.
func (w *tab) alone() {
	w.Helper()
	w.mu.Lock()
	defer w.mu.Unlock()
	for _, url := range w.foreign {
		w.Errorf("the page asked for %s", url)
	}
	for _, fault := range w.faults {
		w.Error(fault)
	}
}
