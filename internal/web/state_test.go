package web

import (
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
)

// written writes what is to be sent, and returns its path.
func written(t testing.TB, name, data string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(data), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// sendFile chooses a file on a page and sends it.
func (w *tab) sendFile(page, path, then string) {
	w.Helper()
	w.open(page)
	w.do(chromedp.SetUploadFiles(`#file`, []string{path}), chromedp.Click(`.drop button`))
	w.wait(`document.querySelector(` + quoteJS(then) + `)`)
}

// post sends a form from the page at hand, as one without script does.
func (w *tab) post(path, then string, pairs ...string) {
	w.Helper()
	var fields strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		fmt.Fprintf(&fields, "add(%s, %s);", quoteJS(pairs[i]), quoteJS(pairs[i+1]))
	}
	eval[any](w, `(() => {
		const form = document.createElement("form");
		const add = (name, value) => { const f = document.createElement("input"); f.type = "hidden"; f.name = name; f.value = value; form.append(f) };
		form.method = "post"; form.action = `+quoteJS(path)+`;`+fields.String()+`
		document.body.append(form); form.submit();
	})(); 0`)
	w.wait(`document.querySelector(` + quoteJS(then) + `)`)
}

// unfold opens what is folded on the page.
func (w *tab) unfold(selector string) {
	w.Helper()
	eval[any](w, `document.querySelectorAll(`+quoteJS(selector)+`).forEach((e) => { e.open = true }); 0`)
}

// The states of the pages that no address leads to: what is folded is open, something went
// wrong, something is asked. The same is demanded of them as of every page.
func TestEveryState(t *testing.T) {
	for _, size := range []struct{ width, height int64 }{{360, 780}, {1280, 900}, {2560, 1300}} {
		t.Run(strconv.FormatInt(size.width, 10), func(t *testing.T) {
			t.Parallel()
			everyState(t, size.width, size.height)
		})
	}
}

func everyState(t *testing.T, width, height int64) {
	s := newSite(t, "Zeynal", "Tural")
	work(t, s)
	if _, err := s.Work.Mark(t.Context(), workspace.Mark{Revision: "2007", Address: "4.3.7", Verdict: review.Keep, By: "Tural"}); err != nil {
		t.Fatal(err)
	}
	if err := s.Work.SetPasscode(t.Context(), "Tural", "a mill by the quay"); err != nil {
		t.Fatal(err)
	}
	v := visit(t, s, "Zeynal")
	redline := written(t, "redline.docx", v.get("/download/c/2007/draft/diff.docx", http.StatusOK))
	text := written(t, "My rules.txt", "Rules of a mill\n\n1. The mill is open.\n\n3. It is swept.\n\n3. It is swept twice.\n")
	broken := written(t, "broken.pdf", "%PDF-1.7\nnothing follows")
	form := written(t, "form.html", strings.NewReplacer(`"verdict":""`, `"verdict":"keep"`, `"member":""`, `"member":"Tural"`).Replace(v.get("/download/r/2007/form.html", http.StatusOK)))
	bare := t.TempDir()
	if err := os.Mkdir(filepath.Join(bare, "revisions"), 0o755); err != nil {
		t.Fatal(err)
	}
	empty := serveFolder(t, bare, "127.0.0.1:0")
	closed := serveWorkspace(t, s.Work, "0.0.0.0:0")
	states := []struct {
		name string
		site *site
		to   func(w *tab)
	}{
		{"nothing stored", empty, func(w *tab) { w.open("/") }},
		{"nobody enrolled", empty, func(w *tab) { w.open("/members") }},
		{"empty record", empty, func(w *tab) { w.open("/record") }},
		{"sign in", closed, func(w *tab) { w.open("/r/2007") }},
		{"wrong passcode", closed, func(w *tab) {
			w.open("/signin")
			w.do(chromedp.SendKeys(`#name`, "Stranger"), chromedp.SendKeys(`#passcode`, "guess"), chromedp.Click(`main button.primary`))
			w.wait(`document.querySelector(".notice")`)
		}},
		{"signed out", closed, func(w *tab) {
			w.open("/signin")
			w.post("/mark", ".kept", "on", "2007/4.1.1", "verdict", "keep", "note", "typed with care")
		}},
		{"understood", s, func(w *tab) { w.sendFile("/import", text, "#label"); w.unfold("main details") }},
		{"label taken", s, func(w *tab) {
			w.sendFile("/import", text, "#label")
			w.do(chromedp.SetValue(`#label`, "2007"), chromedp.Click(`button[name=store]`))
			w.wait(`document.querySelector(".notice")`)
		}},
		{"tracked changes", s, func(w *tab) { w.sendFile("/import", redline, "[name=changes]") }},
		{"broken file", s, func(w *tab) { w.sendFile("/import", broken, ".notice") }},
		{"form taken", s, func(w *tab) { w.sendFile("/forms", form, "#taken") }},
		{"no form", s, func(w *tab) { w.sendFile("/forms", text, ".notice") }},
		{"words changed", s, func(w *tab) {
			w.open("/help")
			w.post("/mark", ".kept", "on", "2007/4.1.1", "verdict", "keep", "note", "typed with care", "digest", strings.Repeat("0", 64))
		}},
		{"entered", s, func(w *tab) {
			w.open("/help")
			w.post("/mark", ".told-now .done", "on", "2007/4.1.1", "verdict", "keep", "back", "/r/2007/4.1.1")
		}},
		{"clause unfolded", s, func(w *tab) { w.open("/r/2007/4.1.1"); w.unfold("main details") }},
		{"agenda unfolded", s, func(w *tab) { w.open("/agenda/2007"); w.unfold("main details") }},
		{"carried unfolded", s, func(w *tab) { w.open("/agenda/draft"); w.unfold("main details") }},
		{"sources unfolded", s, func(w *tab) { w.open("/sources/2007"); w.unfold("main details") }},
		{"comparison unfolded", s, func(w *tab) { w.open("/c/2007/draft"); w.unfold("main details, .tools details") }},
		{"one column", s, func(w *tab) {
			w.open("/c/2007/draft")
			eval[any](w, `document.querySelector("#inline, [name=layout]:not(#across)").click(); 0`)
		}},
		{"journalist", s, func(w *tab) { w.open("/c/2007/draft/report?for=journalist") }},
		{"keys", s, func(w *tab) { w.open("/r/2007/4.1.1"); w.keys("?"); w.wait(`document.querySelector("dialog[open]")`) }},
		{"foreign name", s, func(w *tab) { w.open("/nowhere") }},
	}
	source := axeSource(t)
	for _, dark := range []bool{false, true} {
		if width == 2560 && dark {
			continue // the same rules hold there
		}
		tabs := map[*site]*tab{}
		for _, st := range states {
			w := tabs[st.site]
			if w == nil {
				w = newTab(t, st.site.URL, width, height)
				w.dark(dark)
				tabs[st.site] = w
				if st.site == s {
					w.choose("Zeynal")
				}
			}
			st.to(w)
			name := fmt.Sprintf("%s-%d-%s", st.name, width, map[bool]string{false: "light", true: "dark"}[dark])
			w.shot(name)
			if over := eval[int](w, "document.documentElement.scrollWidth - innerWidth"); over > 0 {
				t.Errorf("%s: %d pixels stand beyond the edge: %s", name, over, eval[string](w, beyondEdge))
			}
			for _, found := range w.axe(source) {
				t.Errorf("%s: %s", name, found)
			}
		}
		for _, w := range tabs {
			w.alone()
		}
	}
}

// A member without the pages opens the form as a file, fills it in and saves it; the
// secretary takes in what came back, row by row, and again without entering it twice.
func TestFormComesBack(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	work(t, s)
	v := visit(t, s, "Zeynal")
	path := written(t, "form.html", v.get("/download/r/2007/form.html?member=Tural", http.StatusOK))
	w := newTab(t, s.URL, 360, 780)
	w.do(chromedp.Navigate("file://" + path))
	w.do(chromedp.Click(`[data-row="0"] input[value=obsolete]`), chromedp.SendKeys(`[data-row="0"] textarea`, "closed <in> 2025"))
	w.do(chromedp.Click(`[data-row="1"] input[value=disputed]`))
	eval[any](w, `URL.createObjectURL = (b) => { b.text().then((t) => { window.saved = t }); return "#" }; 0`)
	w.do(chromedp.Click(`#save`))
	w.wait(`window.saved`)
	saved := written(t, "form-Tural.html", eval[string](w, `window.saved`))

	w = newTab(t, s.URL, 1280, 900)
	w.choose("Zeynal")
	for _, want := range []string{"2 rows taken", "0 rows taken"} {
		w.sendFile("/forms", saved, "#taken")
		if text := w.text("main"); !strings.Contains(text, want) {
			t.Errorf("the page does not say %q: %s", want, text)
		}
	}
	record, err := s.Work.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all := record.Statements()
	last, first := all[len(all)-1], all[len(all)-2]
	if first.By != "Tural" || first.Verdict() != review.Obsolete || first.Note() != "closed <in> 2025" || last.Verdict() != review.Disputed || time.Since(last.Time) > time.Hour {
		t.Errorf("entered: %s; %s", first.Summary(), last.Summary())
	}
	w.alone()
}

// A link by identity leads to the same clause when a later draft gives it another number.
func TestLinkOutlivesNextDraft(t *testing.T) {
	s := newSite(t, "Zeynal")
	v := visit(t, s, "Zeynal")
	page := v.get("/r/draft/4.1.2", http.StatusOK)
	_, rest, _ := strings.Cut(page, `data-link="`)
	link, _, _ := strings.Cut(rest, `"`)
	heading := between(page, "<h1>4.1.2", "</h1>")
	heading = strings.TrimLeft(heading, ". ")
	if link == "" || heading == "" {
		t.Fatalf("the page has no lasting link or heading: %q, %q", link, heading)
	}
	text := v.get("/download/r/draft/text.txt", http.StatusOK)
	for _, renumbered := range [][2]string{{"4.1.3.", "4.1.4."}, {"4.1.2.", "4.1.3."}, {"4.1.1.", "4.1.2."}} {
		text = strings.Replace(text, "\n"+renumbered[0], "\n"+renumbered[1], 1)
	}
	received := workspace.Received{Name: "next.txt", Data: []byte(text)}
	given := workspace.Import{Base: "draft"}
	given.Given.Label = "next"
	if _, err := s.Work.Receive(t.Context(), received, given); err != nil {
		t.Fatal(err)
	}
	page = v.get(link, http.StatusOK)
	if got := between(page, "<h1>", "</h1>"); !strings.HasSuffix(got, heading) || strings.HasPrefix(got, "4.1.2") {
		t.Errorf("%s leads to %q, not to the clause that is headed %q", link, got, heading)
	}
}

func between(s, before, after string) string {
	_, s, _ = strings.Cut(s, before)
	s, _, _ = strings.Cut(s, after)
	return s
}
