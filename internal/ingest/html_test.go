package ingest

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

// The 2007 text as a web page has the tree that the text file has, also when a
// site stands around it.
func TestWebPageConcept(t *testing.T) {
	text, _ := readConcept(t)
	want := treeLines(text.Components)
	page := webPage(text.Title, text.Components)
	site := strings.NewReplacer(
		"<body>", `<body><nav><a href="/">Home</a> <a href="/laws">Laws</a></nav><div class="breadcrumbs">Laws › Concepts</div><div id="content">`,
		"</body>", `</div><div class="related"><a href="/1">Other texts</a></div><footer>© Publisher</footer><script>var x = "<p>no</p>"</script></body>`,
	).Replace(page)
	for _, tt := range []struct{ name, page string }{{"bare", page}, {"in a site", site}, {"in UTF-16", utf16LE(page)}} {
		res, err := Read("page", []byte(tt.page))
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		if diff := cmp.Diff(want, treeLines(res.Components)); diff != "" {
			t.Errorf("%s (-text +web page):\n%s", tt.name, diff)
		}
		if res.Format != FormatHTML || res.Language != "en" || res.Title != text.Title {
			t.Errorf("%s: format %q, language %q, title %q", tt.name, res.Format, res.Language, res.Title)
		}
	}
}

// utf16LE writes s in UTF-16 with a byte order mark.
func utf16LE(s string) string {
	var b strings.Builder
	b.WriteString("\xff\xfe")
	for _, r := range s {
		b.WriteByte(byte(r))
		b.WriteByte(byte(r >> 8))
	}
	return b.String()
}

// A page that is one block of plain text is read as the text would be.
func TestWebPageOfPlainText(t *testing.T) {
	res, err := Read("page", []byte("<html><body><pre>1. One\n\n1.1. A paragraph of this text\ngoes on here.\n\n2. Two\n</pre></body></html>"))
	if err != nil {
		t.Fatal(err)
	}
	want, err := Read("text", []byte("1. One\n\n1.1. A paragraph of this text\ngoes on here.\n\n2. Two\n"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(treeLines(want.Components), treeLines(res.Components)); diff != "" {
		t.Errorf("(-text +web page):\n%s", diff)
	}
}

func BenchmarkReadHTML(b *testing.B) {
	text, _ := readConcept(b)
	page := []byte(webPage(text.Title, text.Components))
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		if _, err := Read("page", page); err != nil {
			b.Fatal(err)
		}
	}
}

// A page that does not say its encoding is told by its letters, as a text is.
func TestWebPageWithoutEncoding(t *testing.T) {
	text := "<html><body><p>1. Настоящий закон определяет порядок хранения книг в сельской библиотеке.</p></body></html>"
	data, err := charmap.Windows1251.NewEncoder().Bytes([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	res, err := Read("page", data)
	if err != nil {
		t.Fatal(err)
	}
	if got := printed(res.Components); !strings.Contains(got, "Настоящий закон") || res.Language != "ru" {
		t.Errorf("%q in %s, language %q", got, res.Encoding, res.Language)
	}
}
