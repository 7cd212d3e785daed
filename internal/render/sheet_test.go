package render_test

import (
	"archive/zip"
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/render/text"
	"conceptdiff/internal/rendertest"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	stdcsv "encoding/csv"

	"github.com/google/go-cmp/cmp"
)

// All the sheets in each language, to the byte.
func TestSheetsGolden(t *testing.T) {
	for _, language := range message.Languages {
		var got bytes.Buffer
		for _, s := range sheets(t, rendertest.WaterPlan(), rendertest.AsIs, render.Options{Language: language}) {
			if err := text.Sheet(&got, s, render.Options{Width: 100}); err != nil {
				t.Fatal(err)
			}
			got.WriteByte('\n')
		}
		path := filepath.Join("testdata", "sheets-"+language+".txt")
		if *update {
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

// The committee of the tests has something of each sort, so that no phrase of a
// sheet goes untried.
func TestSheetsTellEverything(t *testing.T) {
	in := rendertest.WaterPlan()
	state, carried := rendertest.WaterCommittee(t, &in, rendertest.AsIs)
	for _, c := range state.Counts() {
		if c.Count == 0 {
			t.Errorf("nothing is %s", c.View)
		}
	}
	for _, c := range carried.Counts {
		if c.Provisions == 0 {
			t.Errorf("nothing is %s", c.Outcome)
		}
	}
	answers := map[review.Answer]bool{}
	for _, item := range carried.Items {
		if item.Decision != nil {
			a, _ := item.AnswerTo(item.Decision.Verdict())
			answers[a] = true
		}
	}
	if !answers[review.Met] || !answers[review.Unmet] || !answers[review.Open] {
		t.Errorf("answers: %v", answers)
	}
	reasons := map[review.Reason]bool{}
	for _, topic := range state.Agenda(flaggedIn(&in)) {
		reasons[topic.Reason] = true
	}
	for _, r := range review.Reasons {
		if !reasons[r] {
			t.Errorf("no topic is on the agenda because it is %s", r)
		}
	}
}

// Nothing of English is left in the sheets of another language, in any format.
func TestNoEnglishInSheets(t *testing.T) {
	for _, language := range []string{"az", "ru"} {
		for i, s := range sheets(t, greekPlan(), greek, render.Options{Language: language}) {
			for name, write := range sheetFormats {
				var b bytes.Buffer
				if err := write(&b, s, render.Options{Width: 100}); err != nil {
					t.Fatal(err)
				}
				noEnglish(t, strconv.Itoa(i)+" "+name, language, sheetText(t, name, b.Bytes()))
			}
		}
	}
}

var sheetFormats = map[string]func(io.Writer, sheet.Sheet, render.Options) error{
	"text": text.Sheet, "md": markdown.Sheet, "html": html.Sheet, "csv": csv.Sheet, "docx": office.Sheet,
}

// sheetText is what a person reads of a sheet.
func sheetText(t *testing.T, format string, data []byte) string {
	t.Helper()
	switch format {
	case "html":
		return anyTag.ReplaceAllString(styleElement.ReplaceAllString(string(data), ""), " ")
	case "csv":
		records, err := stdcsv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, r := range records {
			b.WriteString(strings.Join(r, "\n") + "\n")
		}
		return b.String()
	case "docx":
		return readDOCX(t, data)
	case "md":
		return strings.ReplaceAll(string(data), "<br>", " ")
	}
	return string(data)
}

// JSON has one language, and the sheets say in each how many there are.
func TestSheetsInEveryLanguage(t *testing.T) {
	english := sheets(t, rendertest.WaterPlan(), rendertest.AsIs, render.Options{})
	for _, language := range message.Languages {
		for i, s := range sheets(t, rendertest.WaterPlan(), rendertest.AsIs, render.Options{Language: language}) {
			var want, got bytes.Buffer
			if sheet.JSON(&want, english[i], render.Options{}) != nil || sheet.JSON(&got, s, render.Options{Language: language}) != nil || want.String() != got.String() {
				t.Errorf("the JSON of sheet %d is not the same in %s", i, language)
			}
			if len(s.Facts) != len(english[i].Facts) || len(s.Parts) != len(english[i].Parts) || len(s.Notices) != len(english[i].Notices) {
				t.Errorf("sheet %d has other parts in %s", i, language)
			}
		}
	}
}

// A Word file and a page say which language their headings are in; that English is
// English a Word file need not say.
func TestSheetLanguage(t *testing.T) {
	for language, word := range map[string]string{"en": "", "az": `<w:lang w:val="az-Latn-AZ"/>`, "ru": `<w:lang w:val="ru-RU"/>`} {
		s := sheets(t, rendertest.WaterPlan(), rendertest.AsIs, render.Options{Language: language})[0]
		var page, document bytes.Buffer
		if html.Sheet(&page, s, render.Options{}) != nil || office.Sheet(&document, s, render.Options{}) != nil {
			t.Fatal("not written")
		}
		if !strings.Contains(page.String(), `<html lang="`+language+`">`) {
			t.Errorf("the page is not in %s", language)
		}
		if styles := zipEntry(t, document.Bytes(), "word/styles.xml"); strings.Contains(styles, "<w:lang") != (word != "") || !strings.Contains(styles, word) {
			t.Errorf("the Word file is not in %s", language)
		}
	}
}

func zipEntry(t *testing.T, data []byte, name string) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// Numbers ask for their forms in the facts of a sheet.
func TestSheetPlurals(t *testing.T) {
	for _, tc := range []struct {
		language   string
		provisions int
		want       string
	}{
		{"en", 1, "1 provision flagged"},
		{"en", 2, "2 provisions flagged"},
		{"az", 1, "mənbələrdə 1 müddəadan bəhs edilir"},
		{"az", 5, "mənbələrdə 5 müddəadan bəhs edilir"},
		{"ru", 1, "источники говорят о 1 положении"},
		{"ru", 2, "источники говорят о 2 положениях"},
		{"ru", 21, "источники говорят о 21 положении"},
	} {
		in := rendertest.WaterPlan()
		var flags []claim.Flag
		for i := range tc.provisions {
			flags = append(flags, in.Flags[0])
			flags[i].Provision = "5/p" + strconv.Itoa(i+1)
		}
		s := sheet.Flags(in.Comparison.Old, nil, claim.Findings{Flags: flags}, render.Options{Language: tc.language})
		if got := s.Facts[len(s.Facts)-1]; got != tc.want {
			t.Errorf("%s: %q, want %q", tc.language, got, tc.want)
		}
	}
	for n, want := range map[int]string{1: "1 отметка или решение", 3: "3 отметки и решения", 5: "5 отметок и решений", 11: "11 отметок и решений"} {
		g := &review.Carriage{Old: &revision.Revision{}, New: &revision.Revision{}, Statements: n}
		if got := sheet.Carried(g, render.Options{Language: "ru"}).Facts[2]; got != want+": " {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// flaggedIn are the flags as the agenda takes them.
func flaggedIn(in *report.Input) []review.Flagged {
	var out []review.Flagged
	for _, f := range in.Flags {
		out = append(out, review.Flagged{Address: f.Provision, Says: sheet.Saying(f.Claim, render.Options{})})
	}
	return out
}

// sheets are all the sheets there are, in a language.
func sheets(t *testing.T, in report.Input, name func(string) string, o render.Options) []sheet.Sheet {
	t.Helper()
	state, carried := rendertest.WaterCommittee(t, &in, name)
	found := claim.Findings{Flags: in.Flags, Unannounced: in.Unannounced, Expectations: in.Expectations}
	return []sheet.Sheet{
		sheet.State(state, o), sheet.Agenda(state, state.Agenda(flaggedIn(&in)), in.Flags, o), sheet.Carried(carried, o),
		sheet.Flags(in.Comparison.Old, in.Comparison.New, found, o),
	}
}
