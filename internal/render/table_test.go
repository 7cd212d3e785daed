package render_test

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/table"
	"conceptdiff/internal/render/xlsx"
	"conceptdiff/internal/rendertest"

	stdcsv "encoding/csv"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
	stdhtml "html"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"pgregory.net/rapid"
)

// tableFormats are the formats of a comparative table.
var tableFormats = []struct {
	name  string
	write func(io.Writer, *table.Table) error
}{
	{"md", markdown.Table}, {"html", html.Table}, {"csv", csv.Table}, {"docx", office.Table}, {"xlsx", xlsx.Table},
}

func mustTable(tb testing.TB, o table.Options, reports ...report.Report) *table.Table {
	tb.Helper()
	t, err := table.New(reports, o)
	if err != nil {
		tb.Fatal(err)
	}
	return t
}

// textReports compares plain texts with an old one.
func textReports(tb testing.TB, old string, drafts ...string) []report.Report {
	tb.Helper()
	read := func(label, text string) *revision.Revision {
		res, err := ingest.Read(label+".txt", []byte(text))
		if err != nil {
			tb.Fatal(err)
		}
		return &revision.Revision{Meta: revision.Meta{Label: label, Language: res.Language}, Components: res.Components}
	}
	var out []report.Report
	for i, text := range drafts {
		c, err := compare.Compare(read("old", old), read("draft-"+strconv.Itoa(i+1), text))
		if err != nil {
			tb.Fatal(err)
		}
		out = append(out, rendertest.MustBuild(tb, report.Input{Comparison: c}))
	}
	return out
}

const (
	lawOld = "1. Aims\n\nThe aim is peace. Every year the council reports to the parliament.\n\n2. Means\n\nThe means are lawful.\n\n" +
		"3. Roads\n\nRoads are built by the state and kept in repair by the districts.\n\n4. Lakes\n\nLakes belong to all who live on their shores.\n"
	lawFirst = "1. Aims\n\nThe aim is lasting peace. Every year the council reports to the parliament.\n\n2. Means\n\nThe means are lawful.\n\n" +
		"3. Forests\n\nForests are planted again wherever they have been cut down.\n\n4. Roads\n\nRoads are built by the state and kept in repair by the districts.\n"
	lawSecond = "1. Aims\n\nThe aim is peace. Every year the council reports to the president.\n\n2. Means\n\nThe means shall be lawful and open.\n\n" +
		"3. Roads\n\nRoads are built by the state and kept in repair by the districts.\n\n4. Lakes\n\nLakes belong to all who live on their shores.\n"
)

// textsOf are the words that a column shows of its text, without what is marked
// as gone and without our own words. Only for a table with all texts shown.
func textsOf(t *table.Table, column int, gone ...model.Mark) []string {
	var out []string
	for i := range t.Rows {
		row := &t.Rows[i]
		if row.Kind != table.RowClause {
			continue
		}
		for _, lines := range row.Cells[column].Steps {
			for _, l := range lines {
				if l.Kind == table.LineSaid {
					continue
				}
				for _, r := range l.Runs {
					if !slices.Contains(gone, r.Mark) {
						out = append(out, strings.Fields(r.Text)...)
					}
				}
			}
		}
	}
	return out
}

// wordsOf are the words of a side.
func wordsOf(s *report.Side) []string {
	var out []string
	for _, c := range s.Clauses {
		for _, l := range c.Lines {
			out = append(out, strings.Fields(plain.Visible(l.Text))...)
		}
	}
	return out
}

// Law: a table that leaves nothing out holds every word of the old text in its
// order, and every word of the new one.
func TestTableHoldsBothTexts(t *testing.T) {
	for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustRealPair(t), textReports(t, lawOld, lawFirst)[0]} {
		tab := mustTable(t, table.Options{Full: true}, r)
		// Where one word ends and the next begins can change when a run is cut.
		old, now := strings.Join(textsOf(tab, 0), ""), strings.Join(textsOf(tab, 1), "")
		if want := strings.Join(wordsOf(&r.Old), ""); old != want && !sameLetters(old, want) {
			t.Errorf("%s: the old text is not whole: %s", r.Old.Label, cmp.Diff(want, old))
		}
		if want := strings.Join(wordsOf(&r.New), ""); !sameLetters(now, want) {
			t.Errorf("%s: the new text is not whole", r.Old.Label)
		}
		rows := 0
		for _, row := range tab.Rows {
			if row.Kind == table.RowClause {
				rows++
			}
		}
		if rows != len(r.Changes) {
			t.Errorf("%s: %d rows for %d changes", r.Old.Label, rows, len(r.Changes))
		}
	}
}

// sameLetters reports whether two texts hold the same characters: moved clauses
// stand where they stood before.
func sameLetters(a, b string) bool {
	x, y := []rune(a), []rune(b)
	slices.Sort(x)
	slices.Sort(y)
	return slices.Equal(x, y)
}

// Two drafts: each in a column of its own, rows by the old clauses, new clauses
// where they stand, and each draft's text whole.
func TestTableOfDrafts(t *testing.T) {
	reports := textReports(t, lawOld, lawFirst, lawSecond)
	tab := mustTable(t, table.Options{Columns: []string{"no", "old", "new", "note"}}, reports...)
	var got []string
	for _, row := range tab.Rows {
		line := string(row.Kind)
		for i := range row.Cells {
			line += " | " + strings.Join(cellSteps(&row.Cells[i]), " / ")
		}
		got = append(got, strings.TrimSuffix(line+" "+row.Text, " "))
	}
	if len(got) != 5 {
		t.Fatalf("%d rows:\n%s", len(got), strings.Join(got, "\n"))
	}
	for i, part := range []string{
		"The aim is lasting peace", "2. Means / The means are lawful. | unchanged | ", "new in draft-1 | 3. Forests", "3 → 4 Roads. The words are the same", "| 4. Lakes / Lakes belong to all who live on their shores. | removed | unchanged |",
	} {
		if !strings.Contains(got[i], part) {
			t.Errorf("row %d does not say %q: %s", i+1, part, got[i])
		}
	}
	if !strings.Contains(got[2], "| – |") {
		t.Errorf("the draft that has no such clause says nothing: %s", got[2])
	}
	full := mustTable(t, table.Options{Full: true}, reports...)
	if old := strings.Join(textsOf(full, 0), " "); old != strings.Join(wordsOf(&reports[0].Old), " ") {
		t.Errorf("the old text beside two drafts: %s", old)
	}
}

// Law: beside several drafts too, each text is whole, whatever the drafts do.
func TestTableOfDraftsHoldsAllTexts(t *testing.T) {
	sentences := []string{
		"The council meets in public.", "Every year a report is laid before the parliament.", "Members of the council are paid nothing.",
		"Roads are built by the state.", "Lakes belong to all who live on their shores.", "Forests are planted again wherever they were cut down.",
		"Fish are counted in spring.", "Nobody is tried twice for the same deed.", "Schools are free of charge.", "The harbour is open to all flags.",
	}
	law := rapid.Custom(func(t *rapid.T) string {
		var b strings.Builder
		for i := range rapid.IntRange(1, 7).Draw(t, "clauses") {
			b.WriteString(strconv.Itoa(i+1) + ". " + rapid.SampledFrom([]string{"Aims", "Means", "Roads", "Lakes"}).Draw(t, "heading") + "\n\n")
			for range rapid.IntRange(1, 3).Draw(t, "paragraphs") {
				b.WriteString(strings.Join(rapid.SliceOfN(rapid.SampledFrom(sentences), 1, 4).Draw(t, "sentences"), " ") + "\n\n")
			}
		}
		return b.String()
	})
	rapid.Check(t, func(rt *rapid.T) {
		drafts := rapid.SliceOfN(law, 1, 3).Draw(rt, "drafts")
		reports := textReports(t, law.Draw(rt, "old"), drafts...)
		tab := mustTable(t, table.Options{Full: true}, reports...)
		check := func(column int, s *report.Side) {
			var gone []model.Mark
			if column > 0 {
				gone = []model.Mark{model.Deleted, model.MovedAway}
			}
			got, want := strings.Join(textsOf(tab, column, gone...), ""), strings.Join(wordsOf(s), "")
			if !sameLetters(got, want) {
				rt.Errorf("column %d holds\n%s\nits text is\n%s", column, got, want)
			}
			if column == 0 && got != want && !merges(reports) {
				rt.Errorf("the old text is out of order:\n%s\n%s", got, want)
			}
		}
		check(0, &reports[0].Old)
		for d := range reports {
			check(d+1, &reports[d].New)
		}
	})
}

// merges reports whether clauses were merged: they stand in one row, perhaps out
// of their order.
func merges(reports []report.Report) bool {
	return slices.ContainsFunc(reports, func(r report.Report) bool {
		return slices.ContainsFunc(r.Changes, func(c *report.Change) bool { return len(c.Old) > 1 })
	})
}

// The kinds of rows of the small pair: split and merged clauses in one row, moved
// ones with a reference, unchanged ones folded.
func TestTableRows(t *testing.T) {
	tab := mustTable(t, table.Options{}, rendertest.MustBuild(t, rendertest.WaterPlan()))
	var folded, references, parts int
	for _, row := range tab.Rows {
		switch row.Kind {
		case table.RowFolded:
			folded++
		case table.RowReference:
			references++
			if !strings.Contains(row.Text, "see old 8") {
				t.Errorf("the moved clause is not referred to: %s", row.Text)
			}
		case table.RowPart:
			parts++
		}
	}
	if folded != 2 || references != 1 || parts != 2 {
		t.Errorf("%d folded, %d references, %d parts", folded, references, parts)
	}
	if changes := mustTable(t, table.Options{Changes: true}, rendertest.MustBuild(t, rendertest.WaterPlan())); !slices.ContainsFunc(changes.Facts, func(s string) bool { return strings.Contains(s, "left out: 2") }) {
		t.Errorf("it is not said what is left out: %q", changes.Facts)
	}
}

func TestTableColumns(t *testing.T) {
	r := rendertest.MustBuild(t, rendertest.WaterPlan())
	tab := mustTable(t, table.Options{Columns: []string{"note=Remarks, if any", "new", "old= Current "}, Language: "az"}, r)
	var got []string
	for _, c := range tab.Columns {
		got = append(got, c.Heading)
	}
	if want := []string{"Remarks, if any", "Yeni redaksiya", "Current"}; !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if _, err := table.New([]report.Report{r}, table.Options{Columns: []string{"old", "left"}}); err == nil || !strings.Contains(err.Error(), "left") {
		t.Errorf("an unknown column: %v", err)
	}
	only, err := r.Only(report.Filter{Substantive: true})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := table.New([]report.Report{only}, table.Options{}); err == nil {
		t.Error("a table of half a comparison")
	}
}

// readTable is what a person reads of a table in a format.
func readTable(t *testing.T, format string, data []byte) string {
	t.Helper()
	switch format {
	case "csv":
		records, err := stdcsv.NewReader(strings.NewReader(strings.TrimPrefix(string(data), "\ufeff"))).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, r := range records {
			b.WriteString(strings.Join(r, "\n") + "\n")
		}
		return squeeze(b.String())
	case "xlsx":
		return squeeze(readXLSX(t, data))
	case "html":
		return squeeze(stdhtml.UnescapeString(anyTag.ReplaceAllString(styleElement.ReplaceAllString(string(data), ""), " ")))
	case "md":
		return squeeze(markdownText(data))
	}
	return squeeze(readSheet(t, format, data))
}

func squeeze(s string) string {
	return spaces.ReplaceAllString(punctuated.ReplaceAllString(strings.ReplaceAll(s, "\u2060", ""), "$1"), " ")
}

// readXLSX reads all cells with another program's reader. It fails for a cell that
// is anything but text.
func readXLSX(t *testing.T, data []byte) string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for k, value := range row {
				b.WriteString(value + "\n")
				at, err := excelize.CoordinatesToCellName(k+1, i+1)
				if err != nil {
					t.Fatal(err)
				}
				if formula, _ := f.GetCellFormula(sheet, at); formula != "" {
					t.Errorf("%s holds a formula: %s", at, formula)
				}
				if kind, _ := f.GetCellType(sheet, at); value != "" && kind != excelize.CellTypeInlineString {
					t.Errorf("%s is no text but of type %d", at, kind)
				}
			}
		}
	}
	return b.String()
}

// The same clauses, counts and notes stand in every format, in every language.
func TestTableFormatsAgree(t *testing.T) {
	for _, language := range []string{"en", "az", "ru"} {
		for _, r := range []report.Report{rendertest.MustBuild(t, rendertest.WaterPlan()), rendertest.MustRealPair(t)} {
			tab := mustTable(t, table.Options{Language: language}, r)
			for _, f := range tableFormats {
				var b bytes.Buffer
				if err := f.write(&b, tab); err != nil {
					t.Fatal(err)
				}
				got := readTable(t, f.name, b.Bytes())
				want := []string{}
				if f.name != "csv" { // a table for programs
					want = append(want, tab.Facts...)
					want = append(want, tab.Notices...)
				}
				for _, c := range tab.Columns {
					want = append(want, c.Heading)
				}
				for i := range tab.Rows {
					row := &tab.Rows[i]
					want = append(want, row.Text)
					for k := range row.Cells {
						if kind := tab.Columns[k].Kind; kind != "note" {
							continue
						}
						for _, l := range row.Cells[k].Steps[0] {
							want = append(want, l.Text())
						}
					}
				}
				for _, s := range want {
					if s = squeeze(s); !strings.Contains(got, strings.TrimSpace(s)) {
						t.Errorf("%s, %s: does not say: %s", language, f.name, s)
						break
					}
				}
			}
		}
	}
}

// The same table gives the same bytes.
func TestTableIsDeterministic(t *testing.T) {
	for _, f := range tableFormats {
		var first, second bytes.Buffer
		for _, b := range []*bytes.Buffer{&first, &second} {
			in, err := rendertest.RealInput()
			if err != nil {
				t.Fatal(err)
			}
			if err := f.write(b, mustTable(t, table.Options{}, rendertest.MustBuild(t, in))); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Errorf("%s differs from run to run", f.name)
		}
	}
}

// Each text format of the small pair, to the byte.
func TestTableGolden(t *testing.T) {
	r := rendertest.MustBuild(t, rendertest.WaterPlan())
	for _, f := range tableFormats[:3] {
		var got bytes.Buffer
		if err := f.write(&got, mustTable(t, table.Options{Language: map[string]string{"md": "az"}[f.name]}, r)); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("testdata", "table."+f.name)
		if flag.Lookup("update").Value.String() == "true" {
			if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), got.String()); d != "" {
			t.Errorf("%s differs (-want +got); run with -update if that is right\n%s", path, d)
		}
	}
}

func BenchmarkTable(b *testing.B) {
	r := rendertest.MustRealPair(b)
	b.Run("compose", func(b *testing.B) {
		for b.Loop() {
			mustTable(b, table.Options{}, r)
		}
	})
	tab := mustTable(b, table.Options{}, r)
	for _, f := range tableFormats {
		b.Run(f.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := f.write(io.Discard, tab); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// cellSteps are the steps of a cell that hold anything.
func cellSteps(c *table.Cell) []string {
	var out []string
	for i := range c.Steps {
		if s := c.Text(i); s != "" {
			out = append(out, strings.Split(s, "\n")...)
		}
	}
	return out
}
