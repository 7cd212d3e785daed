package render

import (
	"archive/zip"
	"bytes"
	"encoding/csv"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// All the sheets in each language, to the byte.
func TestSheetsGolden(t *testing.T) {
	for _, language := range message.Languages {
		var got bytes.Buffer
		for _, s := range sheets(t, waterPlan(), asIs, Options{Language: language}) {
			if err := SheetText(&got, s, Options{Width: 100}); err != nil {
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
	in := waterPlan()
	state, carried := waterCommittee(t, &in, asIs)
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
		for i, s := range sheets(t, greekPlan(), greek, Options{Language: language}) {
			for name, write := range sheetFormats {
				var b bytes.Buffer
				if err := write(&b, s, Options{Width: 100}); err != nil {
					t.Fatal(err)
				}
				noEnglish(t, itoa(i)+" "+name, language, sheetText(t, name, b.Bytes()))
			}
		}
	}
}

var sheetFormats = map[string]func(io.Writer, Sheet, Options) error{
	"text": SheetText, "md": SheetMarkdown, "html": SheetHTML, "csv": SheetCSV, "docx": SheetDOCX,
}

// sheetText is what a person reads of a sheet.
func sheetText(t *testing.T, format string, data []byte) string {
	t.Helper()
	switch format {
	case "html":
		return anyTag.ReplaceAllString(styleElement.ReplaceAllString(string(data), ""), " ")
	case "csv":
		records, err := csv.NewReader(bytes.NewReader(data)).ReadAll()
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
	english := sheets(t, waterPlan(), asIs, Options{})
	for _, language := range message.Languages {
		for i, s := range sheets(t, waterPlan(), asIs, Options{Language: language}) {
			var want, got bytes.Buffer
			if SheetJSON(&want, english[i], Options{}) != nil || SheetJSON(&got, s, Options{Language: language}) != nil || want.String() != got.String() {
				t.Errorf("the JSON of sheet %d is not the same in %s", i, language)
			}
			if len(s.facts) != len(english[i].facts) || len(s.parts) != len(english[i].parts) || len(s.notices) != len(english[i].notices) {
				t.Errorf("sheet %d has other parts in %s", i, language)
			}
		}
	}
}

// A Word file and a page say which language their headings are in; that English is
// English a Word file need not say.
func TestSheetLanguage(t *testing.T) {
	for language, word := range map[string]string{"en": "", "az": `<w:lang w:val="az-Latn-AZ"/>`, "ru": `<w:lang w:val="ru-RU"/>`} {
		s := sheets(t, waterPlan(), asIs, Options{Language: language})[0]
		var page, document bytes.Buffer
		if SheetHTML(&page, s, Options{}) != nil || SheetDOCX(&document, s, Options{}) != nil {
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
		{"az", 1, "mənbələrdə 1 müddəa haqqında danışılır"},
		{"az", 5, "mənbələrdə 5 müddəa haqqında danışılır"},
		{"ru", 1, "источники говорят о 1 положении"},
		{"ru", 2, "источники говорят о 2 положениях"},
		{"ru", 21, "источники говорят о 21 положении"},
	} {
		in := waterPlan()
		var flags []claim.Flag
		for i := range tc.provisions {
			flags = append(flags, in.Flags[0])
			flags[i].Provision = "5/p" + itoa(i+1)
		}
		s := FlagsSheet(in.Comparison.Old, nil, claim.Findings{Flags: flags}, Options{Language: tc.language})
		if got := s.facts[len(s.facts)-1]; got != tc.want {
			t.Errorf("%s: %q, want %q", tc.language, got, tc.want)
		}
	}
	for n, want := range map[int]string{1: "1 отметка или решение", 3: "3 отметки и решения", 5: "5 отметок и решений", 11: "11 отметок и решений"} {
		g := &review.Carriage{Old: &revision.Revision{}, New: &revision.Revision{}, Statements: n}
		if got := CarriedSheet(g, Options{Language: "ru"}).facts[2]; got != want+": " {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// A member's reason stays as it is, whatever it looks like.
func TestWhyInRussian(t *testing.T) {
	p := Options{Language: "ru"}.phrases()
	to := []string{"4.1", "4.2"}
	for _, tc := range []struct {
		item review.Carried
		want string
	}{
		{review.Carried{Basis: []compare.Ground{{Code: align.SameTextSameNumber}}}, "тот же текст, тот же номер"},
		{review.Carried{Why: because(review.WhyWordsWent, to)}, "его слова перешли в 4.1 и 4.2"},
		{review.Carried{Why: because(review.WhySplit, to)}, "разделено: 4.1 и 4.2"},
		{review.Carried{Basis: []compare.Ground{because(align.PairedBy, "A. Member")}}, "соответствие установил(а) A. Member"},
		{review.Carried{Why: because(review.WhyMoved, to[:1])}, "перенесено в 4.1"},
		{review.Carried{Why: because(review.WhyUncertain), Basis: []compare.Ground{{Code: align.SameText}}}, "соответствие под вопросом: тот же текст"},
		{review.Carried{Why: because(review.WhyBoundAstray, "Ben", "4.1")}, "Ben указывает место 4.1, но этих слов там нет"},
		{
			review.Carried{Why: because(review.WhyUncertainOf), Basis: []compare.Ground{because(align.WordsShared, 40), because(align.SameNumber)}},
			"соответствие его пункта под вопросом: совпадает 40 % слов с учётом их веса, тот же номер",
		},
		{review.Carried{Why: because(review.WhyBound, "Ben", "same text, 2 clauses joined")}, "место указал(а) Ben; основание: same text, 2 clauses joined"},
		{review.Carried{Why: because(review.WhySettled, "Ben", "same text")}, "на его месте ничего нет, установил(а) Ben; основание: same text"},
	} {
		if got := p.why(&tc.item); got != tc.want {
			t.Errorf("%v gives %q, want %q", tc.item.Why, got, tc.want)
		}
	}
}

func because(code compare.Code, args ...any) compare.Ground {
	return compare.Ground{Code: code, Args: args}
}
