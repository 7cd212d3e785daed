package render_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/html"
	"conceptdiff/internal/render/markdown"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/sheet"
	"conceptdiff/internal/render/text"
	"conceptdiff/internal/rendertest"

	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	stdcsv "encoding/csv"
)

// hostileNote is a note that every format must show and none may run.
const hostileNote = "=1+1|<b onload='x'>**a** [b](c)\n\x1b[31m\"q\""

// committee is the real pair with a few marks and decisions, and what they come to.
func committee(t *testing.T) (in report.Input, state *review.State, carried *review.Carriage) {
	t.Helper()
	in, err := rendertest.RealInput()
	if err != nil {
		t.Fatal(err)
	}
	old, now := in.Comparison.Old, in.Comparison.New
	var entries []review.Entry
	var tips []review.Tip
	at := time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)
	say := func(by string, s review.Statement) {
		t.Helper()
		e, err := review.NewEntry(tips, at, by, s)
		if err != nil {
			t.Fatal(err)
		}
		entries, tips = append(entries, e), []review.Tip{{Hash: e.Hash, Seq: e.Seq}}
	}
	on := func(address string) review.Anchor {
		t.Helper()
		p := old.Find(address)
		if p == nil {
			t.Fatalf("%s is not in the old text", address)
		}
		return review.AnchorOf(old, p)
	}
	say("Лейла", review.Enrolment{Name: "Лейла", Role: review.Chair})
	say("Aygün <b>", review.Enrolment{Name: "Aygün <b>", Role: review.Ordinary})
	say("Aygün <b>", review.Mark{On: on("3.4"), Verdict: review.Keep, Note: hostileNote}) // unchanged, renumbered
	say("Aygün <b>", review.Mark{On: on("4.3.2/p1"), Verdict: review.Disputed})           // wholly unchanged
	say("Лейла", review.Decision{On: on("3.11/p2"), Verdict: review.Obsolete, Votes: review.Votes{For: 5, Against: 1}})
	say("Лейла", review.Decision{On: on("4.3.6/p2"), Verdict: review.Fulfilled})
	say("Лейла", review.Mark{On: review.AnchorOf(now, now.Find("3.11/p2")), Verdict: review.Obsolete})
	record, problems := review.Assemble(entries, nil)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	state = record.StateOf(old)
	carried = review.Carry(in.Comparison, state, record)
	in.Carried, in.Marked = carried, record.StateOf(now)
	return in, state, carried
}

// What the committee says stands at its provisions in every format, also where
// nothing changed, and the decisions are set against what the new text did.
func TestMarksAreShown(t *testing.T) {
	in, _, _ := committee(t)
	r, err := report.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct {
		name  string
		write func(io.Writer, report.Report, render.Options) error
		want  []string
	}{
		{"diff text", text.Diff, []string{"old " + phrase.English().Cite("3.11/p2"), "NOT CARRIED OUT: still there", phrase.English().Cite("4.3.2/p1"), "says disputed", "new " + phrase.English().Cite("3.11/p2")}},
		{"diff md", markdown.Diff, []string{"NOT CARRIED OUT: still there", "says disputed"}},
		{"diff html", html.Diff, []string{"NOT CARRIED OUT: still there", "says disputed", "Aygün &lt;b&gt;"}},
		{"report text", text.Report, []string{"The committee's decisions, and what the new text did", "2 decisions of the committee on the old text; not carried out in the new text: one.", "carried out: gone", "says disputed"}},
		{"report md", markdown.Report, []string{"## The committee's decisions", "NOT CARRIED OUT: still there"}},
		{"report html", html.Report, []string{`id="decisions"`, "NOT CARRIED OUT: still there", "says disputed"}},
	} {
		var b bytes.Buffer
		if err := f.write(&b, r, render.Options{Width: 10_000}); err != nil {
			t.Fatal(err)
		}
		text := strings.ReplaceAll(b.String(), "&#39;", "'")
		for _, want := range f.want {
			if !strings.Contains(text, want) {
				t.Errorf("%s does not say %q", f.name, want)
			}
		}
		if strings.HasSuffix(f.name, "html") && strings.Contains(text, "<b onload") || strings.Contains(text, "\x1b") {
			t.Errorf("%s lets mark-up through", f.name)
		}
	}
	notes := 0
	for _, c := range r.Changes {
		if len(c.Marks) > 0 && strings.Contains(strings.Join(render.Options{}.Phrases().Note(c), " "), "says") {
			notes++
		}
	}
	if notes < 2 {
		t.Errorf("%d comments speak of marks", notes)
	}
}

func TestMarksInJSON(t *testing.T) {
	in, _, _ := committee(t)
	r, err := report.Build(in)
	if err != nil {
		t.Fatal(err)
	}
	_, doc := diffJSON(t, r)
	if err := publishedSchema(t).Validate(doc); err != nil {
		t.Error(err)
	}
	sides := map[string]int{}
	answers := map[string]int{}
	for _, c := range doc["changes"].([]any) {
		for _, m := range c.(map[string]any)["marks"].([]any) {
			m := m.(map[string]any)
			sides[m["side"].(string)]++
			if a, ok := m["answer"].(string); ok {
				answers[a]++
			}
		}
	}
	if sides["old"] != 4 || sides["new"] != 1 || answers["met"] != 1 || answers["unmet"] != 1 {
		t.Errorf("sides %v, answers %v", sides, answers)
	}
}

// Every sheet comes in every format, says the same, and runs nothing.
func TestSheets(t *testing.T) {
	_, state, carried := committee(t)
	for name, s := range map[string]sheet.Sheet{
		"state": sheet.State(state, render.Options{}), "agenda": sheet.Agenda(state, state.Agenda(nil), nil, render.Options{}), "carried": sheet.Carried(carried, render.Options{}),
	} {
		for format, write := range map[string]func(io.Writer, sheet.Sheet, render.Options) error{
			"text": text.Sheet, "md": markdown.Sheet, "html": html.Sheet, "csv": csv.Sheet, "docx": office.Sheet, "json": sheet.JSON,
		} {
			var b, again bytes.Buffer
			if err := errors.Join(write(&b, s, render.Options{Width: 10_000}), write(&again, s, render.Options{Width: 10_000})); err != nil {
				t.Fatal(err)
			}
			if !bytes.Equal(b.Bytes(), again.Bytes()) {
				t.Errorf("%s as %s is different every time", name, format)
			}
			text := readSheet(t, format, b.Bytes())
			place := "4.3.2, paragraph 1"
			if format == "json" {
				place = "4.3.2/p1"
			}
			for _, want := range []string{place, "disputed", "Aygün"} {
				if !strings.Contains(text, want) {
					t.Errorf("%s as %s does not say %q", name, format, want)
				}
			}
			if strings.Contains(text, "<b onload") && format == "html" || strings.Contains(text, "\x1b") {
				t.Errorf("%s as %s lets mark-up through", name, format)
			}
		}
	}
}

// readSheet checks that a document is well formed and returns its text.
func readSheet(t *testing.T, format string, data []byte) string {
	t.Helper()
	switch format {
	case "csv":
		records, err := stdcsv.NewReader(bytes.NewReader(data)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range records {
			for _, cell := range r {
				if strings.HasPrefix(cell, "=") {
					t.Errorf("a spreadsheet would run %q", cell)
				}
			}
		}
	case "json":
		if !json.Valid(data) {
			t.Error("not JSON")
		}
	case "docx":
		return readDOCX(t, data)
	}
	return string(data)
}

func readDOCX(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, f := range z.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		d := xml.NewDecoder(in)
		for {
			token, err := d.Token()
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				t.Fatalf("%s: %v", f.Name, err)
			}
			if chars, ok := token.(xml.CharData); ok {
				text.Write(chars)
			}
		}
	}
	return text.String()
}
