package render_test

import (
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

// A filtered comparison says in every format that it is filtered.
func TestFilteredSaysSo(t *testing.T) {
	r, err := rendertest.MustBuild(t, rendertest.WaterPlan()).Only(report.Filter{Kinds: []compare.Kind{compare.New}})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range formats {
		if strings.HasPrefix(f.name, "report") || strings.HasSuffix(f.name, ".svg") { // both show the whole
			continue
		}
		got := readable(t, f, r)
		if strings.HasSuffix(f.name, ".json") {
			wantIn(t, got, `"filter":"new"`)
			continue
		}
		wantIn(t, got, f.options.Phrases().Shown(&r))
		if strings.Contains(got, "lake lies") {
			t.Errorf("%s shows what was filtered out", f.name)
		}
	}
}
