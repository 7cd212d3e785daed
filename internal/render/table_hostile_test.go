package render_test

import (
	"bytes"
	"encoding/csv"
	"strings"
	"testing"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/table"
	"conceptdiff/internal/render/xlsx"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// formulas is a report in which every text begins as a formula does.
func formulas() report.Input {
	f := rendertest.Fixture{
		Old: revision.Meta{Label: "=1+1", Title: "=cmd|' /C calc'!A0", Status: revision.InForce},
		New: revision.Meta{Label: "@SUM(1)", Title: "+1", Status: revision.Draft, Note: "-1 _x0041_"},
		Changes: []rendertest.ChangeSpec{
			{
				Change: compare.Change{ID: "c-1", Kind: compare.Amended, Significance: compare.Substantive, Reasons: []compare.Reason{rendertest.ReasonOf(significance.Wording, "", "")}},
				Old:    []string{"1||t"},
				New:    []string{"1||t"},
				Edits:  "=1+1 [-@a-]{++b+} _x0041_",
			},
			{Change: compare.Change{ID: "c-2", Kind: compare.New, Significance: compare.Substantive}, New: []string{"2||t"}, Edits: "{+-2+3+}"},
		},
	}
	return report.Input{Comparison: f.Build()}
}

// No text acts in any format: not as mark-up, not as a formula, not as a control
// character.
func TestTableHostile(t *testing.T) {
	for name, in := range map[string]report.Input{"mark-up": rendertest.Hostile(), "formulas": formulas()} {
		tab := mustTable(t, table.Options{Columns: []string{"=1+1", "no", "old", "new", "note"}[1:]}, rendertest.MustBuild(t, in))
		for _, f := range tableFormats {
			var b bytes.Buffer
			if err := f.write(&b, tab); err != nil {
				t.Fatalf("%s: %v", f.name, err)
			}
			switch f.name {
			case "html":
				checkTags(t, name, b.String())
			case "csv":
				checkCells(t, b.String())
			default:
				readTable(t, f.name, b.Bytes())
			}
			if f.name == "html" || f.name == "md" || f.name == "csv" {
				for _, c := range strings.TrimPrefix(b.String(), "\ufeff") {
					if c != '\n' && (c < ' ' || plain.Acts(c) && c != '\ufffd') {
						t.Errorf("%s: %s writes %U", name, f.name, c)
						break
					}
				}
			}
		}
	}
}

func checkCells(t *testing.T, data string) {
	t.Helper()
	if !strings.HasPrefix(data, "\ufeff") {
		t.Error("no byte order mark")
	}
	records, err := csv.NewReader(strings.NewReader(strings.TrimPrefix(data, "\ufeff"))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range records {
		for _, cell := range r {
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) {
				t.Errorf("a spreadsheet would run %q", cell)
			}
		}
	}
}

// What begins as a formula is the text it is, to the letter, and what looks like
// an escape is not read as one.
func TestTableKeepsFormulasAsText(t *testing.T) {
	tab := mustTable(t, table.Options{Full: true}, rendertest.MustBuild(t, formulas()))
	var b bytes.Buffer
	if err := xlsx.Table(&b, tab); err != nil {
		t.Fatal(err)
	}
	got := readXLSX(t, b.Bytes())
	for _, want := range []string{"=1+1 @a _x0041_", "=1+1 +b _x0041_", "-2+3"} {
		if !strings.Contains(got, want+"\n") {
			t.Errorf("the workbook does not hold %q:\n%s", want, got)
		}
	}
}

// A paragraph that is longer than a cell can be shown is parted, and nothing is
// lost.
func TestTableLongParagraph(t *testing.T) {
	long := strings.Repeat("word və слово ", 900)
	r := textReports(t, "1. Aims\n\n"+long+"is old.\n", "1. Aims\n\n"+long+"is new.\n")[0]
	tab := mustTable(t, table.Options{}, r)
	var b bytes.Buffer
	if err := xlsx.Table(&b, tab); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(readXLSX(t, b.Bytes()), "слово"); n != 2*900 {
		t.Errorf("%d of %d words", n, 2*900)
	}
	runs := []model.Piece{{Text: strings.Repeat("x", 5000)}, {Text: "a b", Mark: model.Deleted}}
	total := ""
	for _, piece := range xlsx.SplitRuns(runs, xlsx.MostText) {
		held := 0
		for _, r := range piece {
			total += r.Text
			held += len(r.Text)
		}
		if held > xlsx.MostText {
			t.Errorf("a piece of %d characters", held)
		}
	}
	if total != strings.Repeat("x", 5000)+"a b" {
		t.Error("splitting loses text")
	}
}
