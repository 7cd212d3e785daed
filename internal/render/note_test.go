package render_test

import (
	"slices"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/reference"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// A comment stands beside an unchanged clause when a check found something in it, and
// beside none else.
func TestNoteTellsFindings(t *testing.T) {
	c := &report.Change{Kind: compare.Unchanged}
	if n := phrase.In("en").Note(c); n != nil {
		t.Errorf("beside an unchanged clause stands %q", n)
	}
	c.Findings = []*report.Finding{{Fault: reference.Missing, In: "3", Cited: "clause 9", Number: "9"}}
	for lang, want := range map[string]string{"en": "«clause 9»: No provision is 9.", "ru": "«clause 9»: Положения 9 нет."} {
		if n := phrase.In(lang).Note(c); !slices.Contains(n, want) {
			t.Errorf("%s: %q does not say %s", lang, n, want)
		}
	}
}
