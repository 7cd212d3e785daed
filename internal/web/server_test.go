package web

import (
	"bufio"
	"bytes"
	"html"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/cookiejar"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/review"
)

// visitor is a browser without script: it keeps cookies and follows redirects.
type visitor struct {
	testing.TB
	site string
	http *http.Client
}

func visit(t testing.TB, s *site, member string) *visitor {
	t.Helper()
	jar, err := cookiejar.New(nil)
	if err != nil {
		t.Fatal(err)
	}
	v := &visitor{t, strings.TrimSuffix(s.URL, "/"), &http.Client{Jar: jar, Timeout: time.Minute}}
	if member != "" {
		v.post("/member", url.Values{"member": {member}}, http.StatusOK)
	}
	return v
}

func (v *visitor) get(path string, want int) string {
	v.Helper()
	r, err := v.http.Get(v.site + path)
	return v.read(r, err, path, want)
}

func (v *visitor) post(path string, form url.Values, want int) string {
	v.Helper()
	r, err := v.http.PostForm(v.site+path, form)
	return v.read(r, err, path, want)
}

func (v *visitor) read(r *http.Response, err error, path string, want int) string {
	v.Helper()
	if err != nil {
		v.Fatal(err)
	}
	defer r.Body.Close()
	data, err := io.ReadAll(r.Body)
	if err != nil {
		v.Fatal(err)
	}
	if r.StatusCode != want {
		v.Fatalf("%s: %d, want %d: %.500s", path, r.StatusCode, want, data)
	}
	return string(data)
}

// A mark by a form without script: it is entered in the member's name, the page tells
// it, and it can be taken back.
func TestMarkByForm(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	v := visit(t, s, "Tural")
	page := v.post("/mark", url.Values{"on": {"2007/4.1.1/p2"}, "verdict": {"obsolete"}, "note": {"<b>why</b>"}, "back": {"/c/2007/draft#c-4.1.1"}}, http.StatusOK)
	for _, want := range []string{"Entered:", "mark: obsolete", "&lt;b&gt;why&lt;/b&gt;", "Take it back"} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not say %q", want)
		}
	}
	page = v.post("/mark", url.Values{"on": {"2007/4.1.1/p2"}, "verdict": {"withdraw"}, "back": {"/r/2007/4.1.1"}}, http.StatusOK)
	if !strings.Contains(page, "Nobody has marked this yet.") {
		t.Error("the mark still stands")
	}
	record, err := s.Work.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	last := record.Entries()[len(record.Entries())-1]
	if last.By != "Tural" || last.Verdict() != review.Withdraw {
		t.Errorf("the last entry is %s by %s", last.Summary(), last.By)
	}
}

// What cannot be entered says why and what to do, and keeps what was typed.
func TestNothingTypedIsLost(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural")
	note := "three lines of careful thought"
	for name, c := range map[string]struct {
		member, path string
		form         url.Values
		status       int
		says         string
	}{
		"nobody":         {"", "/mark", url.Values{"on": {"2007/4.1.1"}, "verdict": {"keep"}}, 400, "It is not known who says so"},
		"no clause":      {"Tural", "/mark", url.Values{"on": {"2007/99.9"}, "verdict": {"keep"}}, 404, "no clause"},
		"no revision":    {"Tural", "/mark", url.Values{"on": {"1999/1"}, "verdict": {"keep"}}, 404, "No revision is called"},
		"no verdict":     {"Tural", "/mark", url.Values{"on": {"2007/4.1.1"}, "verdict": {"splendid"}}, 400, "splendid"},
		"no chair":       {"Tural", "/decide", url.Values{"on": {"2007/4.1.1"}, "verdict": {"keep"}}, 403, "needs a chair"},
		"odd votes":      {"Zeynal", "/decide", url.Values{"on": {"2007/4.1.1"}, "verdict": {"keep"}, "for": {"many"}}, 400, "Votes are whole numbers"},
		"other words":    {"Tural", "/mark", url.Values{"on": {"2007/4.1.1"}, "verdict": {"keep"}, "digest": {strings.Repeat("0", 64)}}, 409, "The words are others"},
		"nothing marked": {"Tural", "/mark", url.Values{"on": {"2007/4.1.1"}, "verdict": {"withdraw"}}, 409, "nothing of yours here"},
	} {
		t.Run(name, func(t *testing.T) {
			v := visit(t, s, c.member)
			v.TB = t
			c.form.Set("note", note)
			page := v.post(c.path, c.form, c.status)
			if !strings.Contains(page, c.says) {
				t.Errorf("the page does not say %q: %.400s", c.says, page[strings.Index(page, "<main"):])
			}
			if !strings.Contains(page, note) || !strings.Contains(page, "Send it again") {
				t.Error("what was typed is lost")
			}
		})
	}
}

// Only this machine's names are answered, nothing is taken from another site, and no
// page may load anything from elsewhere.
func TestGuard(t *testing.T) {
	s := newSite(t, "Zeynal")
	ask := func(method, host string, header map[string]string) *http.Response {
		t.Helper()
		r, err := http.NewRequest(method, s.URL+"mark", strings.NewReader("on=2007/4.1.1&verdict=keep"))
		if method == http.MethodGet {
			r, err = http.NewRequest(method, s.URL, nil)
		}
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
		for k, v := range header {
			r.Header.Set(k, v)
		}
		if host != "" {
			r.Host = host
		}
		a, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		a.Body.Close()
		return a
	}
	if a := ask("GET", "evil.example", nil); a.StatusCode != http.StatusMisdirectedRequest {
		t.Errorf("a foreign host is answered with %d", a.StatusCode)
	}
	if a := ask("GET", "localhost:1", nil); a.StatusCode != http.StatusOK {
		t.Errorf("localhost is answered with %d", a.StatusCode)
	}
	for _, header := range []map[string]string{
		{"Sec-Fetch-Site": "cross-site"}, {"Sec-Fetch-Site": "same-site"}, {"Origin": "http://evil.example"}, {"Origin": "null"},
	} {
		if a := ask("POST", "", header); a.StatusCode != http.StatusForbidden {
			t.Errorf("%v is answered with %d", header, a.StatusCode)
		}
	}
	policy := ask("GET", "", nil).Header.Get("Content-Security-Policy")
	if strings.Contains(policy, "http") || !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") || strings.Contains(policy, "data:") {
		t.Errorf("the policy is %s", policy)
	}
	record, err := s.Work.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(record.Statements()); n != 1 {
		t.Errorf("%d entries: something was entered from another site", n)
	}
}

// A fault in one request is a page to the one and nothing to the others.
func TestPanicStaysWithItsRequest(t *testing.T) {
	s, err := newServer(t.Context(), Options{Workspace: newSite(t).Work, Log: t.Logf}, true)
	if err != nil {
		t.Fatal(err)
	}
	mux := http.NewServeMux()
	mux.Handle("/broken", s.handle(func(*call) error { panic("broken on purpose") }))
	mux.Handle("/whole", s.handle(showHelp))
	guarded := s.guardedWith(mux, false)
	for _, c := range []struct {
		path   string
		status int
	}{{"/broken", 500}, {"/whole", 200}} {
		w := &answer{header: http.Header{}}
		r, _ := http.NewRequest("GET", c.path, nil)
		r.Host = "localhost"
		guarded.ServeHTTP(w, r)
		if w.status != c.status {
			t.Errorf("%s: %d", c.path, w.status)
		}
		if c.status == 500 && !strings.Contains(w.String(), "There is a fault in the program") {
			t.Errorf("the page says %s", w.String())
		}
	}
}

type answer struct {
	strings.Builder
	header http.Header
	status int
}

func (a *answer) Header() http.Header    { return a.header }
func (a *answer) WriteHeader(status int) { a.status = status }

// Many read and mark at once: every mark is in the record once, in the name of who
// made it.
func TestManyAtOnce(t *testing.T) {
	s := newSite(t, "Zeynal", "Tural", "Ofelya")
	addresses := []string{"4.1.1", "4.1.2", "4.1.3", "4.1.4", "3.1", "3.2", "3.3"}
	var all sync.WaitGroup
	for _, member := range []string{"Zeynal", "Tural", "Ofelya"} {
		v := visit(t, s, member)
		all.Go(func() {
			for _, a := range addresses {
				v.post("/mark", url.Values{"on": {"2007/" + a}, "verdict": {"keep"}, "note": {member}, "back": {"/record"}}, http.StatusOK)
			}
		})
	}
	for range 6 {
		v := visit(t, s, "")
		all.Go(func() {
			for _, path := range []string{"/", "/c/2007/draft", "/r/2007", "/agenda/2007"} {
				v.get(path, http.StatusOK)
			}
		})
	}
	all.Wait()
	record, err := s.Work.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]int{}
	for _, e := range record.Entries() {
		if m, ok := e.Says.(review.Mark); ok {
			got[e.By+m.On.Address]++
			if e.Note() != e.By {
				t.Errorf("%s says %q", e.By, e.Note())
			}
		}
	}
	if len(got) != 3*len(addresses) {
		t.Errorf("%d marks in the record, want %d", len(got), 3*len(addresses))
	}
}

// Every download is a file with a name, and a permanent link leads to the clause.
func TestDownloadsAndLinks(t *testing.T) {
	s := newSite(t, "Zeynal")
	v := visit(t, s, "Zeynal")
	page := v.get("/c/2007/draft", http.StatusOK) + v.get("/r/2007", http.StatusOK) + v.get("/agenda/2007", http.StatusOK) + v.get("/sources/2007", http.StatusOK) + v.get("/r/draft/4.3.8", http.StatusOK)
	tried := 0
	for _, part := range strings.Split(page, `href="/download/`)[1:] {
		path := "/download/" + html.UnescapeString(part[:strings.IndexByte(part, '"')])
		r, err := v.http.Get(v.site + path)
		if err != nil {
			t.Fatal(err)
		}
		n, err := io.Copy(io.Discard, r.Body)
		r.Body.Close()
		if err != nil || r.StatusCode != http.StatusOK || n == 0 || !strings.HasPrefix(r.Header.Get("Content-Disposition"), "attachment; filename=") {
			t.Errorf("%s: %d, %d bytes, %q", path, r.StatusCode, n, r.Header.Get("Content-Disposition"))
		}
		tried++
	}
	if tried < 48 {
		t.Errorf("only %d downloads", tried)
	}
	if alone := v.get("/download/c/2007/draft/diff.txt?clause=4.3.8", http.StatusOK); !strings.Contains(alone, "Reinforcing border security") || strings.Contains(alone, "Migration policy") {
		t.Errorf("the comparison of one clause is not of it alone: %.600s", alone)
	}
	v.get("/download/c/2007/draft/diff.txt?clause=99", http.StatusNotFound)
	if page := v.get("/w/2007/4.3.6?in=draft", http.StatusOK); !strings.Contains(page, "<h1>4.3.8") {
		t.Error("the lasting link does not lead to the clause in the draft")
	}
}

// A file beyond the limit of the readers is refused whole, whichever form brings it: none
// is read in part.
func TestFileTooLarge(t *testing.T) {
	v := visit(t, newSite(t, "Zeynal"), "Zeynal")
	for _, path := range []string{"/import", "/forms"} {
		var body bytes.Buffer
		form := multipart.NewWriter(&body)
		part, err := form.CreateFormFile("file", "large.txt")
		if err != nil {
			t.Fatal(err)
		}
		if _, err := part.Write(bytes.Repeat([]byte("The mill grinds by day.\n"), ingest.MaxSize/24+1)); err != nil {
			t.Fatal(err)
		}
		if err := form.Close(); err != nil {
			t.Fatal(err)
		}
		r, err := v.http.Post(v.site+path, form.FormDataContentType(), &body)
		if page := v.read(r, err, path, http.StatusRequestEntityTooLarge); !strings.Contains(page, "larger than what is taken in") {
			t.Errorf("%s does not say so: %.300s", path, page)
		}
	}
}

// A page that begins to listen is told what was entered since it was made: nothing is
// missed between the two.
func TestNothingMissedBeforeListening(t *testing.T) {
	s := newSite(t, "Zeynal")
	v := visit(t, s, "Zeynal")
	head := between(v.get("/r/2007/4.1.2", http.StatusOK), `data-head="`, `"`)
	v.post("/mark", url.Values{"on": {"2007/4.1.2"}, "verdict": {"keep"}}, http.StatusOK)
	r, err := v.http.Get(v.site + "/events?since=" + head)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Body.Close()
	for lines := bufio.NewScanner(r.Body); lines.Scan(); {
		if data, ok := strings.CutPrefix(lines.Text(), "data: "); ok {
			if !strings.Contains(data, `"on":"2007/4.1.2"`) || strings.Contains(data, `"kind":"member"`) {
				t.Errorf("it is told %s", data)
			}
			return
		}
	}
	t.Error("it is told nothing")
}
