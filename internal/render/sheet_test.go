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
	"time"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// waterCommittee gives the water plan a committee that says something of each sort:
// every verdict, view, outcome, answer and topic. Names and notes are put by name.
func waterCommittee(t *testing.T, in *report.Input, name func(string) string) (state *review.State, carried *review.Carriage) {
	t.Helper()
	c := in.Comparison
	for i := range c.Changes { // as the comparison words them
		if ch := &c.Changes[i]; ch.Basis != "" {
			ch.Basis = "82 % of the weighted words shared, same heading"
		}
	}
	var entries []review.Entry
	var tips []review.Tip
	at := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	say := func(by string, s review.Statement) {
		t.Helper()
		e, err := review.NewEntry(tips, at, name(by), s)
		if err != nil {
			t.Fatal(err)
		}
		entries, tips = append(entries, e), []review.Tip{{Hash: e.Hash, Seq: e.Seq}}
		at = at.Add(24 * time.Hour)
	}
	on := func(r *revision.Revision, address string) review.Anchor {
		t.Helper()
		p := r.Find(address)
		if p == nil {
			t.Fatalf("%s is not in %s", address, r.Label)
		}
		return review.AnchorOf(r, p)
	}
	mark := func(by, address string, v review.Verdict) {
		t.Helper()
		say(by, review.Mark{On: on(c.Old, address), Verdict: v})
	}
	decide := func(address string, v review.Verdict) {
		t.Helper()
		say("Ann", review.Decision{On: on(c.Old, address), Verdict: v, Votes: review.Votes{For: 2, Against: 1}})
	}
	say("Ann", review.Enrolment{Name: name("Ann"), Role: review.Chair})
	for _, by := range []string{"Ben", "Cid", "Dan"} {
		say(by, review.Enrolment{Name: name(by), Role: review.Ordinary})
	}
	say("Eve", review.Enrolment{Name: name("Eve"), Role: review.Reader})
	say("Ben", review.Mark{On: on(c.Old, "1"), Verdict: review.Keep, Note: name("It is needed."), Source: in.Sources[0].Key})
	mark("Cid", "1", review.Obsolete)
	mark("Ben", "introduction/p1", review.Amend)
	decide("introduction/p1", review.Amend)
	mark("Cid", "introduction/p1", review.Keep)
	mark("Ben", "order", review.Fulfilled)
	mark("Ben", "2", review.Disputed)
	mark("Dan", "3", review.Keep)
	mark("Ben", "6", review.Keep)
	mark("Cid", "6", review.Keep)
	mark("Ben", "1/p2/i1", review.Keep)
	decide("5", review.Obsolete)
	decide("8", review.Fulfilled)
	say("Ben", review.Mark{On: on(c.Old, "7"), Verdict: review.Amend})
	say("Ben", review.Rebinding{From: on(c.Old, "7"), In: c.New.Label, To: []review.Anchor{on(c.New, "8")}, Note: name("The same boats.")})
	say("Ben", review.Mark{On: on(c.Old, "4"), Verdict: review.Obsolete})
	say("Ben", review.Rebinding{From: on(c.Old, "4"), In: c.New.Label, Note: name("No springs are left.")})
	lost := &revision.Provision{Kind: revision.KindClause, EID: "9", Text: name("Canals are dug.")}
	say("Ben", review.Mark{On: review.AnchorOf(c.Old, lost), Verdict: review.Amend})
	say("Dan", review.Enrolment{Name: name("Dan"), Role: review.Ordinary, Removed: true})
	record, problems := review.Assemble(entries, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	addFindings(in, name)
	state = record.StateOf(c.Old)
	return state, review.Carry(c, state, record)
}

// addFindings gives the water plan a flag on a provision that nobody has marked and
// that stands, a removal that is expected of it, and removals with all that can be
// said of them.
func addFindings(in *report.Input, name func(string) string) {
	stands := claim.Flag{
		Claim: in.Sources[0].Claims[0], Clause: "order/1", Provision: "order/1", Basis: claim.SameSubject, Words: []string{name("Approve")},
		Sentences: []claim.Sentence{{Text: name("Approve the Water Plan."), Words: []string{name("Approve")}}},
		Treatment: &claim.Treatment{Fate: claim.CarriedOver, To: []string{"1", "2"}, StillThere: []string{name("Approve")}},
	}
	in.Flags = append([]claim.Flag{stands}, in.Flags...)
	in.Expectations = append(in.Expectations, claim.Expectation{
		Claim: stands.Claim, Standing: claim.Touched, Flags: []claim.Flag{stands},
		Why: "provisions it is about: 2; word for word: 1; in other words or in part: 0; no longer said: 1",
	})
	in.Unannounced[0].Below, in.Unannounced[1].Beside = 2, true
}

// flaggedIn are the flags as the agenda takes them.
func flaggedIn(in *report.Input) []review.Flagged {
	var out []review.Flagged
	for _, f := range in.Flags {
		out = append(out, review.Flagged{Address: f.Provision, Says: Saying(f.Claim, Options{})})
	}
	return out
}

// sheets are all the sheets there are, in a language.
func sheets(t *testing.T, in report.Input, name func(string) string, o Options) []Sheet {
	t.Helper()
	state, carried := waterCommittee(t, &in, name)
	found := claim.Findings{Flags: in.Flags, Unannounced: in.Unannounced, Expectations: in.Expectations}
	return []Sheet{
		StateSheet(state, o), AgendaSheet(state, state.Agenda(flaggedIn(&in)), in.Flags, o), CarriedSheet(carried, o),
		FlagsSheet(in.Comparison.Old, in.Comparison.New, found, o),
	}
}

func asIs(s string) string { return s }

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
