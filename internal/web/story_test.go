package web

import (
	"bytes"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"conceptdiff/internal/render/document"
	"conceptdiff/internal/review"
)

// sizes are those of a desk and of a phone.
var sizes = []struct {
	name          string
	width, height int64
}{{"desktop", 1280, 900}, {"phone", 360, 780}}

// choose says who speaks in a window.
func (w *tab) choose(member string) {
	w.Helper()
	w.open("/members")
	w.do(chromedp.Click(`td form:has(input[value="` + member + `"]) button`))
	w.wait(`document.querySelector("td strong")`)
}

// A drafter adds a Word file, corrects its label, reads the comparison and downloads the
// redline; with and without script, at a desk and on a phone.
func TestDrafter(t *testing.T) {
	for _, size := range sizes {
		for _, script := range []bool{true, false} {
			t.Run(size.name+map[bool]string{true: "", false: " without script"}[script], func(t *testing.T) {
				t.Parallel()
				s := newSite(t, "Zeynal")
				r, err := s.Work.Revision(t.Context(), "draft")
				if err != nil {
					t.Fatal(err)
				}
				var b bytes.Buffer
				if err := document.DOCX(&b, r); err != nil {
					t.Fatal(err)
				}
				path := filepath.Join(t.TempDir(), "My new draft (3).docx")
				if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
				w := newTab(t, s.URL, size.width, size.height)
				w.script(script)
				w.open("/import")
				w.do(chromedp.SetUploadFiles(`#file`, []string{path}), chromedp.Click(`.drop button`), chromedp.WaitVisible(`#label`))
				w.shot("understood")
				if text := w.text(`#understood ~ .lead`); !strings.Contains(text, "45 clauses") {
					t.Errorf("understood: %s", text)
				}
				w.do(chromedp.SetValue(`#label`, "march"), chromedp.SetValue(`#base`, "2007"), chromedp.Click(`button[name=store]`))
				w.wait(`location.pathname != "/import"`)
				w.do(chromedp.WaitVisible(`.dek`))
				if at := w.path(); at != "/c/2007/march" {
					t.Fatalf("it leads to %s: %s", at, w.text("main"))
				}
				w.shot("comparison")
				if text := w.text(".dek"); !strings.Contains(text, "march") {
					t.Errorf("the comparison is of %s", text)
				}
				v := visit(t, s, "")
				if data := v.get("/download/c/2007/march/diff.docx", http.StatusOK); !strings.HasPrefix(data, "PK") {
					t.Error("the redline is no Word file")
				}
				w.alone()
			})
		}
	}
}

// text is the text of the first element that a selector finds.
func (w *tab) text(selector string) string {
	w.Helper()
	s, err := chromedp.Run(w.ctx, chromedp.TextContent(selector))
	if err != nil {
		w.Fatal(selector, err)
	}
	return s
}

// path is where the window is.
func (w *tab) path() string {
	w.Helper()
	at, err := chromedp.Run(w.ctx, chromedp.Location())
	if err != nil {
		w.Fatal(err)
	}
	at, _, _ = strings.Cut(strings.TrimPrefix(at, w.site), "?")
	at, _, _ = strings.Cut(at, "#")
	return at
}

// A journalist reads what changed, follows a flag to its source, and from there back to
// the clause and both texts.
func TestJournalist(t *testing.T) {
	for _, size := range sizes {
		for _, script := range []bool{true, false} {
			t.Run(size.name+map[bool]string{true: "", false: " without script"}[script], func(t *testing.T) {
				t.Parallel()
				s := newSite(t)
				w := newTab(t, s.URL, size.width, size.height)
				w.script(script)
				w.open("/c/2007/draft/report")
				if lede := w.text("section.lede"); !strings.Contains(lede, "Not known: why the words were changed") {
					t.Errorf("the lede is %q", lede)
				}
				w.shot("lede")
				w.open("/r/2007")
				w.do(chromedp.Click(`.flagged`), chromedp.WaitVisible(`.timeline`))
				if at := w.path(); at != "/sources/2007" {
					t.Fatalf("the flag leads to %s", at)
				}
				w.shot("source")
				w.do(chromedp.Click(`.said details summary`), chromedp.WaitVisible(`.tied a`), chromedp.Click(`.tied a`), chromedp.WaitVisible(`.change-here`))
				w.shot("clause")
				if at := w.path(); !strings.HasPrefix(at, "/r/2007/") {
					t.Fatalf("the provision leads to %s", at)
				}
				w.alone()
			})
		}
	}
}

// A quotation is copied with its citation.
func TestCitation(t *testing.T) {
	s := newSite(t)
	w := newTab(t, s.URL, 1280, 900)
	w.open("/c/2007/draft")
	w.wait(`document.querySelector(".quote:not([hidden])")`)
	eval[any](w, `navigator.clipboard.writeText = async (text) => { window.copied = text }; 0`)
	w.do(chromedp.Click(`li .quote`))
	w.wait(`window.copied`)
	got := eval[string](w, `window.copied`)
	for _, want := range []string{"2007", "“", "/c/2007/draft#"} {
		if !strings.Contains(got, want) {
			t.Errorf("the citation has no %q: %s", want, got)
		}
	}
}

// Two members mark by keys in two windows and see each other; what one types when the
// program is gone is kept; proposals collide, the chair decides, and the minutes and the
// redline of the decided words come out.
func TestMembers(t *testing.T) {
	for _, size := range sizes {
		t.Run(size.name, func(t *testing.T) {
			t.Parallel()
			s := newSite(t, "Zeynal", "Tural")
			one, two := newTab(t, s.URL, size.width, size.height), newTab(t, s.URL, size.width, size.height)
			one.choose("Zeynal")
			two.choose("Tural")
			for _, w := range []*tab{one, two} {
				w.open("/r/2007/4.1.2")
				w.wait(`document.querySelector(".place")`)
			}
			one.keys("o")
			one.wait(`document.querySelector(".stands .v.obsolete")`)
			two.wait(`document.querySelector(".stands .v.obsolete")`) // told by the server, without a key
			two.keys("m")
			two.keys("k")
			for _, w := range []*tab{one, two} {
				w.wait(`document.querySelector(".stands .v.keep") && document.querySelector(".view.disputed")`)
				w.shot("disputed")
			}
			one.keys("u")
			one.wait(`!document.querySelector(".stands .v.obsolete")`)
			two.wait(`!document.querySelector(".stands .v.obsolete")`)

			// Two proposals for the same words.
			for w, word := range map[*tab]string{one: "broad", two: "narrow"} {
				words := eval[string](w, `document.querySelector(".proposing textarea[name=words]").value`)
				first, rest, _ := strings.Cut(words, " ")
				eval[any](w, `document.querySelector(".propose").open = true; 0`)
				eval[any](w, `document.querySelector(".proposing textarea[name=words]").value = `+quoteJS(first+" "+word+" "+rest)+`; 0`)
				w.do(chromedp.Click(`.proposing button`))
				w.wait(`document.querySelector(".stands .proposal ins")`)
			}
			one.wait(`document.querySelector(".collide")`)
			one.shot("collision")

			// The chair decides, and the minutes tell it.
			eval[any](one, `document.querySelector(".stand .decide").open = true; 0`)
			one.do(chromedp.Click(`.stand .decide button.primary`))
			one.wait(`document.querySelector(".decided")`)
			two.wait(`document.querySelector(".decided")`)
			one.shot("decided")
			v := visit(t, s, "Zeynal")
			if page := v.get("/meeting/2007/minutes?format=html&place=Town+hall&present=Zeynal", http.StatusOK); !strings.Contains(page, "Town hall") || !strings.Contains(page, "words decided on") {
				t.Error("the minutes do not tell the decision")
			}
			for _, path := range []string{"/meeting/2007/minutes", "/download/r/2007/decided.docx"} {
				if data := v.get(path, http.StatusOK); !strings.HasPrefix(data, "PK") {
					t.Errorf("%s is no Word file", path)
				}
			}

			// The program goes away in the middle of a note.
			eval[any](two, `document.querySelector(".say").open = true; 0`)
			two.do(chromedp.SendKeys(`.say textarea[name=note]`, "written with care"))
			if err := s.stop(); err != nil {
				t.Fatal(err)
			}
			two.do(chromedp.Click(`.say button.v.amend`))
			two.wait(`document.querySelector(".mark .error") && document.querySelector(".say textarea[name=note]").value == "written with care"`)
			two.wait(`!document.querySelector("#trouble").hidden`)
			two.shot("offline")
			one.alone()
			two.alone()
		})
	}
}

func quoteJS(s string) string {
	return "`" + strings.NewReplacer("\\", "\\\\", "`", "\\`", "$", "\\$").Replace(s) + "`"
}

// Keys go through the changes of a comparison, and a mark is at most two keys.
func TestKeysInComparison(t *testing.T) {
	s := newSite(t, "Zeynal")
	w := newTab(t, s.URL, 1280, 900)
	w.choose("Zeynal")
	w.open("/c/2007/draft")
	w.wait(`document.querySelector(".place")`)
	w.keys("j")
	w.wait(`document.querySelector(".at-hand-now")`)
	first := eval[string](w, `document.querySelector(".at-hand-now").id`)
	w.keys("j")
	second := eval[string](w, `document.querySelector(".at-hand-now").id`)
	w.keys("k")
	if back := eval[string](w, `document.querySelector(".at-hand-now").id`); back != first || second == first {
		t.Errorf("j, j, k go to %s, %s, %s", first, second, back)
	}
	w.keys("a")
	w.wait(`document.querySelector(".at-hand-now .stands .v.amend")`)
	w.shot("marked")
	w.keys("?")
	w.wait(`document.querySelector("dialog[open]")`)
	w.shot("keys")
	w.alone()
}

// On an address that others can reach members sign in: nothing is shown before, a wrong
// passcode is told and tries are limited, and what is entered bears who is signed in.
func TestSignIn(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	work := s.Work
	address := "0.0.0.0:0"
	if _, err := newServer(t.Context(), Options{Workspace: work, Address: address}, false); err == nil {
		t.Fatal("it serves others although nobody can sign in")
	}
	if err := work.SetPasscode(t.Context(), "Tural", "a mill by the quay"); err != nil {
		t.Fatal(err)
	}
	open := serveWorkspace(t, work, address)
	v := visit(t, open, "")
	if page := v.get("/c/2007/draft", http.StatusOK); !strings.Contains(page, "Passcode") || strings.Contains(page, "2007 →") || strings.Contains(page, "/r/2007\"") {
		t.Error("the page is shown before anyone has signed in")
	}
	if page := v.post("/mark", fields("on", "2007/4.1.1", "verdict", "keep", "note", "typed with care"), http.StatusUnauthorized); !strings.Contains(page, "typed with care") || strings.Contains(page, "/r/2007\"") {
		t.Error("what was typed is lost, or the page shows what is stored")
	}
	v.post("/signin", fields("name", "Tural", "passcode", "wrong passcode"), http.StatusUnauthorized)
	page := v.post("/signin", fields("name", "Tural", "passcode", "a mill by the quay", "back", "/r/2007/4.1.1"), http.StatusOK)
	if !strings.Contains(page, "Sign out") {
		t.Fatal("Tural is not signed in")
	}
	v.post("/member", fields("member", "Zeynal"), http.StatusForbidden)
	v.post("/mark", fields("on", "2007/4.1.1", "verdict", "keep"), http.StatusOK)
	v.post("/members", fields("name", "Stranger", "role", "chair"), http.StatusForbidden)
	v.post("/decide", fields("on", "2007/4.1.1", "verdict", "keep"), http.StatusForbidden)
	record, err := work.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	all := record.Statements()
	if last := all[len(all)-1]; last.By != "Tural" || last.Verdict() != review.Keep || len(all) != 3 {
		t.Errorf("%d entries, the last %s by %s", len(all), last.Summary(), last.By)
	}
	v.post("/signout", nil, http.StatusOK)
	other := visit(t, open, "")
	for range mostTries {
		other.post("/signin", fields("name", "Zeynal", "passcode", "guess"), http.StatusUnauthorized)
	}
	other.post("/signin", fields("name", "Zeynal", "passcode", "guess"), http.StatusTooManyRequests)
}

func fields(pairs ...string) map[string][]string {
	out := map[string][]string{}
	for i := 0; i < len(pairs); i += 2 {
		out[pairs[i]] = []string{pairs[i+1]}
	}
	return out
}
