package render

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// What JSON holds renders to the same bytes as what it was written from, in
// every format and language: of the report everything, of the comparison
// everything that a comparison shows.
func TestReadJSONLosesNothing(t *testing.T) {
	marked, _, carried := committee(t)
	marked.Carried = carried
	cases := map[string]report.Input{"water": waterPlan(), "marks": marked, "hostile": hostile()}
	real, err := realInput()
	if err != nil {
		t.Fatal(err)
	}
	cases["real"] = real
	for name, in := range cases {
		r := mustBuild(t, in)
		for _, written := range []struct {
			schema string
			write  func(io.Writer, report.Report, Options) error
			prefix string
		}{{ComparisonSchema, DiffJSON, "diff"}, {ReportSchema, ReportJSON, "report"}} {
			var b bytes.Buffer
			if err := written.write(&b, r, Options{}); err != nil {
				t.Fatal(err)
			}
			again, schema, err := ReadJSON(b.Bytes())
			if err != nil || schema != written.schema {
				t.Fatalf("%s: %s: %v", name, schema, err)
			}
			for _, f := range formats {
				if !strings.HasPrefix(f.name, written.prefix) || name == "hostile" && strings.HasSuffix(f.name, ".json") {
					continue // a byte that is no UTF-8 is escaped once and then read as U+FFFD
				}
				for _, language := range []string{"en", "az"} {
					o := f.options
					o.Language, o.Full = language, true
					var want, got bytes.Buffer
					if err := errors.Join(f.write(&want, r, o), f.write(&got, again, o)); err != nil {
						t.Fatal(err)
					}
					if !bytes.Equal(want.Bytes(), got.Bytes()) {
						t.Errorf("%s: %s differs after JSON: %s", name, f.name, firstDifference(want.String(), got.String()))
					}
				}
			}
		}
	}
}

func firstDifference(a, b string) string {
	i := 0
	for i < len(a) && i < len(b) && a[i] == b[i] {
		i++
	}
	cut := func(s string) string { return s[max(0, i-40):min(len(s), i+80)] }
	return "want …" + cut(a) + "…, got …" + cut(b) + "…"
}

// What does not fit is refused and never half rendered; nothing panics.
func TestReadJSONRefuses(t *testing.T) {
	r := mustBuild(t, waterPlan())
	var b bytes.Buffer
	if err := DiffJSON(&b, r, Options{}); err != nil {
		t.Fatal(err)
	}
	whole := b.String()
	for _, wrong := range []struct{ from, to, why string }{
		{ComparisonSchema, "conceptdiff/claims/1", "schema"},
		{`"outline":[`, `"outline":null,"other":[`, "outline"},
		{`"text":"Introduction\nWater is life."`, `"text":"Introduction\nWater\nis life."`, "lines"},
		{`"old":["3","4"]`, `"old":["3","44"]`, "clause 44"},
		{`"kind":"clause","eid":"6"`, `"kind":"clause","eid":"66"`, ""},
		{`"edits":[`, `"edits":[{"op":"delete","text":"x\ny"},`, ""},
	} {
		bad := strings.Replace(whole, wrong.from, wrong.to, 1)
		if bad == whole {
			t.Fatalf("%s does not stand in it", wrong.from)
		}
		if _, _, err := ReadJSON([]byte(bad)); err == nil || !strings.Contains(err.Error(), wrong.why) {
			t.Errorf("%s: %v", wrong.to, err)
		}
	}
	filtered, err := r.Only(report.Filter{Kinds: []compare.Kind{compare.New}})
	if err != nil {
		t.Fatal(err)
	}
	b.Reset()
	if err := DiffJSON(&b, filtered, Options{}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := ReadJSON(b.Bytes()); !errors.Is(err, ErrFiltered) {
		t.Errorf("filtered: %v", err)
	}
}

// FuzzReadJSON: whatever a file holds, it is read or refused.
func FuzzReadJSON(f *testing.F) {
	for _, in := range []report.Input{waterPlan(), hostile()} {
		r := mustBuild(f, in)
		var b bytes.Buffer
		if err := ReportJSON(&b, r, Options{}); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add([]byte(`{"schema":"conceptdiff/comparison/1","old":{"outline":[]},"new":{"outline":[{"kind":"component"}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, _, err := ReadJSON(data)
		if err != nil {
			return
		}
		if err := DiffText(io.Discard, r, Options{Width: 100}); err != nil {
			t.Fatal(err)
		}
	})
}

// The outline and the lines of the clauses are the text, for a clause that goes
// on behind its points too.
func TestOutline(t *testing.T) {
	rev := &revision.Revision{Components: []*revision.Provision{{
		Kind: revision.KindComponent, EID: "", Children: []*revision.Provision{
			{Kind: revision.KindClause, EID: "1", Num: "1.", Heading: "Head", Text: "Own", Children: []*revision.Provision{
				{Kind: revision.KindParagraph, EID: "1/p1", Text: "before"},
				{Kind: revision.KindClause, EID: "1.a", Num: "a)", Text: "point"},
				{Kind: revision.KindParagraph, EID: "1/p2", Text: "behind"},
			}},
		},
	}}}
	nodes := newJSONNodes(rev.Components)
	raw, err := json.Marshal(nodes)
	if err != nil {
		t.Fatal(err)
	}
	var back []jsonNode
	if err := json.Unmarshal(raw, &back); err != nil {
		t.Fatal(err)
	}
	lines := map[string][]string{}
	for _, c := range rev.Clauses() {
		lines[c.Address()] = strings.Split(c.Text(), "\n")
	}
	got, err := outlined(back, lines)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := texts(rev.Components), texts(got); a != b {
		t.Errorf("got %s, want %s", b, a)
	}
}

func texts(all []*revision.Provision) string {
	var b strings.Builder
	for _, p := range all {
		p.Walk(func(p *revision.Provision) bool {
			b.WriteString(string(p.Kind) + "|" + p.EID + "|" + p.Num + "|" + p.Heading + "|" + p.Text + "\n")
			return true
		})
	}
	return b.String()
}
