package pdf

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	reader "conceptdiff/internal/ingest/pdf"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/table"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// kinds are the documents that there are, each from one report.
var kinds = []struct {
	name  string
	write func(io.Writer, report.Report, render.Options) error
}{
	{"diff", Diff},
	{"report", Report},
	{"table", func(w io.Writer, r report.Report, o render.Options) error {
		t, err := table.New([]report.Report{r}, table.Options{Language: o.Language, Full: o.Full})
		if err != nil {
			return err
		}
		return Table(w, t)
	}},
}

func read(tb testing.TB, label, text string) *revision.Revision {
	tb.Helper()
	res, err := ingest.Read(label+".txt", []byte(text))
	if err != nil {
		tb.Fatal(err)
	}
	return &revision.Revision{
		Meta:       revision.Meta{Label: label, Title: res.Title, Language: res.Language, Status: revision.Draft, Date: "2026-01-15"},
		Components: res.Components,
	}
}

func reportOn(tb testing.TB, old, now string) report.Report {
	tb.Helper()
	c, err := compare.Compare(read(tb, "old", old), read(tb, "new", now))
	if err != nil {
		tb.Fatal(err)
	}
	r, err := report.Build(report.Input{Comparison: c})
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// concept reports on the Concept of 2007 and the draft.
func concept(tb testing.TB) report.Report {
	tb.Helper()
	var texts [2]string
	for i, name := range []string{"2007/concept-2007.txt", "draft/concept-draft.md"} {
		data, err := os.ReadFile(filepath.Join("../../../revisions", filepath.FromSlash(name)))
		if err != nil {
			tb.Fatal(err)
		}
		texts[i] = string(data)
	}
	return reportOn(tb, texts[0], texts[1])
}

// readBack reads the text of a PDF file back, without white space: where lines were
// broken is of no interest.
func readBack(t *testing.T, data []byte) string {
	t.Helper()
	pages, err := reader.Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, p := range pages {
		for _, l := range p.Lines {
			b.WriteString(l.Bullet + l.Text)
		}
	}
	return squeeze(b.String())
}

func squeeze(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\u00a0' || r == '\u2060' }), "")
}

const (
	azOld = "1. Məqsəd\n\nBu Qanunun məqsədi əhalinin sağlamlığını qorumaqdır; ölçü, çəki, İşıq və güzgü.\n\n2. Üsul\n\nÜsul qanunidir.\n"
	azNew = "1. Məqsəd\n\nBu Qanunun məqsədi əhalinin sağlamlığını və əməyini qorumaqdır; ölçü, çəki, İşıq və güzgü.\n\n2. Üsul\n\nÜsul qanunidir.\n"
	ruOld = "1. Цели\n\nЦель закона состоит в охране здоровья; подъезд, щёлочь, объём.\n\n2. Средства\n\nСредства законны.\n"
	ruNew = "1. Цели\n\nЦель закона состоит в охране здоровья и труда; подъезд, щёлочь, объём.\n\n2. Средства\n\nСредства законны.\n"
)

// What is written is read back: letters of Azerbaijani and Russian, our own words
// in those languages, numbers of pages.
func TestReadBack(t *testing.T) {
	for _, c := range []struct {
		language, old, now string
		want               []string
	}{
		{"az", azOld, azNew, []string{"əhalinin sağlamlığını", "və əməyini", "İşıq", "güzgü", "Əlavə", "dəyişdirilib"}},
		{"ru", ruOld, ruNew, []string{"охране здоровья", "и труда", "щёлочь, объём", "изменено"}},
	} {
		for _, k := range kinds {
			var b bytes.Buffer
			if err := k.write(&b, reportOn(t, c.old, c.now), render.Options{Language: c.language, Full: true}); err != nil {
				t.Fatal(err)
			}
			got := strings.ToLower(readBack(t, b.Bytes()))
			for _, w := range append(c.want, "1 / 1") {
				if w == "1 / 1" && k.name == "report" {
					continue // it has several pages
				}
				if !strings.Contains(got, strings.ToLower(squeeze(w))) {
					t.Errorf("%s, %s: %q is not read back from\n%s", k.name, c.language, w, got)
				}
			}
		}
	}
}

// A table in PDF holds every cell of the table, over all its pages.
func TestTableIsWhole(t *testing.T) {
	table, err := table.New([]report.Report{concept(t)}, table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := Table(&b, table); err != nil {
		t.Fatal(err)
	}
	got := countRunes(readBack(t, b.Bytes()))
	pages := strings.Count(b.String(), "/Type /Page\n")
	if pages < 10 {
		t.Fatalf("%d pages", pages)
	}
	want := map[rune]int{}
	add := func(s string) {
		for r, n := range countRunes(squeeze(s)) {
			want[r] += n
		}
	}
	for i := range table.Rows {
		add(table.Rows[i].Text)
		for k := range table.Rows[i].Cells {
			for s := range table.Rows[i].Cells[k].Steps {
				add(table.Rows[i].Cells[k].Text(s))
			}
		}
	}
	for r, n := range want {
		if r > 'A' && r != '•' && got[r] < n {
			t.Errorf("%q stands %d times in the file, %d times in the table", r, got[r], n)
		}
	}
}

func countRunes(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range s {
		out[r]++
	}
	return out
}

// Any text can be set: characters that no font has, endless words, mark-up.
func TestHostile(t *testing.T) {
	evil := "1. A <script>alert(1)</script> \\) Tj ET (x) \u202egnol\u202c \U0001F600\U00010000 \uffff\ufffe (((\\\n\n" +
		strings.Repeat("endless", 3000) + " \\(\\) 漢字 ₼ \u0301 **b** | `c`\n\n2. B\n\n" + strings.Repeat("word ", 20000) + "\n"
	for _, k := range kinds {
		var b bytes.Buffer
		if err := k.write(&b, reportOn(t, evil, strings.Replace(evil, "word", "ward", 3)), render.Options{Full: true}); err != nil {
			t.Fatal(err)
		}
		if got := readBack(t, b.Bytes()); !strings.Contains(got, "<script>alert(1)</script>") {
			t.Errorf("%s: the mark-up is not shown", k.name)
		}
	}
}

// The same report gives the same bytes, whatever the time.
func TestDeterministic(t *testing.T) {
	for _, k := range kinds {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			if err := k.write(b, concept(t), render.Options{}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s differs from run to run", k.name)
		}
		if !bytes.Contains(first.Bytes(), []byte("20260115")) {
			t.Errorf("%s does not bear the date of the text", k.name)
		}
	}
}

// fixed gives every character one width.
type fixed struct{}

func (fixed) width(text, _ string, _ float64) float64 { return float64(len([]rune(text))) }

// Lines are broken at spaces, words too long for a line anywhere, and nothing is
// lost.
func TestLayout(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"aaa bbb ccc", []string{"aaa bbb", "ccc"}},
		{"aaaaaaaaaaaaaaaa b", []string{"aaaaaaa", "aaaaaaa", "aa b"}},
		{"", []string{""}},
		{"a  b", []string{"a  b"}},
	} {
		lines, height := layout(fixed{}, []para{{spans: []span{{text: c.text}}, size: 10}}, 7)
		var got []string
		for _, l := range lines {
			text := ""
			for _, p := range l.pieces {
				text += p.text
			}
			got = append(got, strings.TrimRight(text, " "))
		}
		if !slices.Equal(got, c.want) || fmt.Sprintf("%.3f", height) != fmt.Sprintf("%.3f", float64(len(c.want))*leading(10)) {
			t.Errorf("%q: %q, %f mm", c.text, got, height)
		}
	}
}

func BenchmarkPDF(b *testing.B) {
	r := concept(b)
	for _, k := range kinds {
		b.Run(k.name, func(b *testing.B) {
			for b.Loop() {
				if err := k.write(io.Discard, r, render.Options{}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
