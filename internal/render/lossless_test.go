package render_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

// What JSON holds renders to the same bytes as what it was written from, in
// every format and language: of the report everything, of the comparison
// everything that a comparison shows.
func TestReadJSONLosesNothing(t *testing.T) {
	marked, _, carried := committee(t)
	marked.Carried = carried
	cases := map[string]report.Input{"water": rendertest.WaterPlan(), "marks": marked, "hostile": rendertest.Hostile()}
	real, err := rendertest.RealInput()
	if err != nil {
		t.Fatal(err)
	}
	cases["real"] = real
	for name, in := range cases {
		r := rendertest.MustBuild(t, in)
		for _, written := range []struct {
			schema string
			write  func(io.Writer, report.Report, render.Options) error
			prefix string
		}{{json.ComparisonSchema, json.Diff, "diff"}, {json.ReportSchema, json.Report, "report"}} {
			var b bytes.Buffer
			if err := written.write(&b, r, render.Options{}); err != nil {
				t.Fatal(err)
			}
			again, schema, err := json.Read(b.Bytes())
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
