package json

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"

	"github.com/google/go-cmp/cmp"
)

// Both texts, line for line, can be rebuilt from the JSON alone, and the words
// add up on both sides.
func TestJSONRebuildsBothTexts(t *testing.T) {
	in, err := rendertest.RealInput()
	if err != nil {
		t.Fatal(err)
	}
	water := rendertest.WaterPlan()
	for _, pair := range []struct {
		old, new []*revision.Clause
		r        report.Report
	}{
		{in.Comparison.OldClauses, in.Comparison.NewClauses, rendertest.MustBuild(t, in)},
		{water.Comparison.OldClauses, water.Comparison.NewClauses, rendertest.MustBuild(t, water)},
	} {
		var raw bytes.Buffer
		if err := Diff(&raw, pair.r, render.Options{}); err != nil {
			t.Fatal(err)
		}
		var doc jsonComparison
		if err := json.Unmarshal(raw.Bytes(), &doc); err != nil {
			t.Fatal(err)
		}
		old, now := textsFromJSON(t, doc)
		if d := cmp.Diff(clauseTexts(pair.old), old); d != "" {
			t.Errorf("old text (-want +got)\n%s", d)
		}
		if d := cmp.Diff(clauseTexts(pair.new), now); d != "" {
			t.Errorf("new text (-want +got)\n%s", d)
		}
		w := doc.Summary.Words
		if w.Kept+w.Moved+w.Deleted != doc.Old.Words || w.Kept+w.Moved+w.Inserted != doc.New.Words {
			t.Errorf("words do not add up: %+v, %d, %d", w, doc.Old.Words, doc.New.Words)
		}
	}
}

// textsFromJSON joins the edits of each change and cuts them at the line ends
// that each clause's list of lines tells.
func textsFromJSON(t *testing.T, doc jsonComparison) (old, now map[string]string) {
	old, now = map[string]string{}, map[string]string{}
	for _, c := range doc.Changes {
		var o, n strings.Builder
		for _, e := range c.Edits {
			switch {
			case e.Op == "keep" && e.OldText != nil:
				o.WriteString(*e.OldText)
				n.WriteString(e.Text)
			case e.Op == "keep":
				o.WriteString(e.Text)
				n.WriteString(e.Text)
			case e.Op == "delete", e.Op == "move" && e.To != "":
				o.WriteString(e.Text)
			default:
				n.WriteString(e.Text)
			}
		}
		cut(t, old, c.OldClauses, o.String())
		cut(t, now, c.NewClauses, n.String())
	}
	return old, now
}

func cut(t *testing.T, into map[string]string, clauses []jsonClause, text string) {
	lines := strings.Split(text, "\n")
	for _, c := range clauses {
		n := max(1, len(c.Lines))
		if n > len(lines) {
			t.Fatalf("clause %s has %d lines, %d are left", c.Address, n, len(lines))
		}
		if _, twice := into[c.Address]; twice {
			t.Errorf("clause %s stands in two changes", c.Address)
		}
		into[c.Address] = strings.Join(lines[:n], "\n")
		lines = lines[n:]
	}
	if len(clauses) > 0 && len(lines) > 0 || len(clauses) == 0 && text != "" {
		t.Errorf("%q belongs to no clause", lines)
	}
}

func clauseTexts(clauses []*revision.Clause) map[string]string {
	out := map[string]string{}
	for _, c := range clauses {
		out[c.Address()] = c.Text()
	}
	return out
}

// The JSON report counts what the report counts.
func TestReportJSONAgrees(t *testing.T) {
	r := rendertest.MustRealPair(t)
	var b bytes.Buffer
	if err := Report(&b, r, render.Options{}); err != nil {
		t.Fatal(err)
	}
	var doc jsonReport
	if err := json.Unmarshal(b.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if doc.Schema != ReportSchema || len(doc.Changes) != len(r.Changes) || doc.Summary.Amended != r.Summary.Kinds[compare.Amended] ||
		len(doc.Important) != len(r.Important()) || len(doc.Sources) != len(r.Sources) ||
		len(doc.Unannounced.Removed) != len(r.Unannounced.Removed) || len(doc.Expectations) != len(r.Expectations) {
		t.Errorf("the JSON report and the report differ in their counts")
	}
	flags := 0
	for _, c := range doc.Changes {
		flags += len(c.Flags)
	}
	if flags != len(r.Flags) {
		t.Errorf("%d flags in JSON, %d in the report", flags, len(r.Flags))
	}
}
