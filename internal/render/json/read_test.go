package json

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// What does not fit is refused and never half rendered; nothing panics.
func TestReadJSONRefuses(t *testing.T) {
	r := rendertest.MustBuild(t, rendertest.WaterPlan())
	var b bytes.Buffer
	if err := Diff(&b, r, render.Options{}); err != nil {
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
		if _, _, err := Read([]byte(bad)); err == nil || !strings.Contains(err.Error(), wrong.why) {
			t.Errorf("%s: %v", wrong.to, err)
		}
	}
	filtered, err := r.Only(report.Filter{Kinds: []compare.Kind{compare.New}})
	if err != nil {
		t.Fatal(err)
	}
	b.Reset()
	if err := Diff(&b, filtered, render.Options{}); err != nil {
		t.Fatal(err)
	}
	if _, _, err := Read(b.Bytes()); !errors.Is(err, ErrFiltered) {
		t.Errorf("filtered: %v", err)
	}
}

// FuzzReadJSON: whatever a file holds, it is read or refused.
func FuzzReadJSON(f *testing.F) {
	for _, in := range []report.Input{rendertest.WaterPlan(), rendertest.Hostile()} {
		r := rendertest.MustBuild(f, in)
		var b bytes.Buffer
		if err := Report(&b, r, render.Options{}); err != nil {
			f.Fatal(err)
		}
		f.Add(b.Bytes())
	}
	f.Add([]byte(`{"schema":"conceptdiff/comparison/1","old":{"outline":[]},"new":{"outline":[{"kind":"component"}]}}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		r, _, err := Read(data)
		if err != nil {
			return
		}
		if err := Diff(io.Discard, r, render.Options{}); err != nil {
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
