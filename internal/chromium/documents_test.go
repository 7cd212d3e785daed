package chromium

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/pdf"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/table"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

func concept(t *testing.T) report.Report {
	t.Helper()
	var sides []*revision.Revision
	for _, name := range []string{"2007/concept-2007.txt", "draft/concept-draft.md"} {
		data, err := os.ReadFile(filepath.Join("../../revisions", filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		res, err := ingest.Read(filepath.Base(name), data)
		if err != nil {
			t.Fatal(err)
		}
		sides = append(sides, &revision.Revision{
			Meta: revision.Meta{Label: filepath.Dir(name), Language: "en", Status: revision.Draft}, Components: res.Components,
		})
	}
	c, err := compare.Compare(sides[0], sides[1])
	if err != nil {
		t.Fatal(err)
	}
	r, err := report.Build(report.Input{Comparison: c})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// printed prints a document and reads it back: the text of each page, without
// white space.
func printed(t *testing.T, program string, write func(io.Writer) error) []string {
	t.Helper()
	var page bytes.Buffer
	if err := write(&page); err != nil {
		t.Fatal(err)
	}
	data, err := Print(t.Context(), program, page.Bytes(), "")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := pdf.Read(t.Context(), data)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range pages {
		var b strings.Builder
		for _, l := range p.Lines {
			b.WriteString(l.Bullet + l.Text)
		}
		out = append(out, squeeze(b.String()))
	}
	return out
}

// letters counts the letters of a text.
func letters(s string) map[rune]int {
	out := map[rune]int{}
	for _, r := range s {
		if unicode.IsLetter(r) {
			out[r]++
		}
	}
	return out
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), "") }

// Our own pages, printed: the table has its headings on every page and every note
// in it; words for the ear are not for the eye.
func TestDocuments(t *testing.T) {
	program := mustFind(t)
	r := concept(t)
	table, err := table.New([]report.Report{r}, table.Options{Language: "az"})
	if err != nil {
		t.Fatal(err)
	}
	pages := printed(t, program, func(w io.Writer) error { return html.Table(w, table) })
	if len(pages) < 10 {
		t.Fatalf("%d pages", len(pages))
	}
	for i, p := range pages[:len(pages)-1] { // the last may hold the sources alone
		if !strings.Contains(p, squeeze(table.Columns[0].Heading)) || !strings.Contains(p, squeeze(table.Banner)) {
			t.Errorf("page %d has no headings or no notice", i+1)
		}
	}
	// In which order the columns are read is the reader's to say: letters count.
	whole := strings.Join(pages, "")
	got, want := letters(whole), map[rune]int{}
	for i := range table.Rows {
		for k := range table.Rows[i].Cells {
			for step := range table.Rows[i].Cells[k].Steps {
				for l, n := range letters(table.Rows[i].Cells[k].Text(step)) {
					want[l] += n
				}
			}
		}
	}
	for l, n := range want {
		if got[l] < n {
			t.Errorf("%q stands %d times in the file, %d times in the table", l, got[l], n)
		}
	}
	diff := strings.Join(printed(t, program, func(w io.Writer) error { return html.Diff(w, r, render.Options{}) }), "")
	for _, c := range r.Changes {
		if len(c.New) > 0 && c.New[0].Heading != "" && !strings.Contains(diff, squeeze(c.New[0].Heading)) {
			t.Errorf("the comparison does not name %s", c.New[0].Heading)
		}
	}
	if strings.Contains(whole+diff, "[inserted:") || strings.Contains(whole+diff, "[əlavəedilib:") {
		t.Error("labels for screen readers are printed")
	}
}
