package compose

import (
	"slices"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
)

func row(runs ...report.Run) report.Row {
	return report.Row{Old: &report.Line{}, New: &report.Line{}, Runs: runs, Changed: true}
}

func kept(s string) report.Run  { return report.Run{Op: compare.Keep, Old: s, New: s} }
func lost(s string) report.Run  { return report.Run{Op: compare.Delete, Old: s} }
func moved(s string) report.Run { return report.Run{Op: compare.Move, Old: s} }

// What is quoted is a whole sentence where one is short enough, else it is cut behind a
// clause, never behind a word that calls for another; «[…]» stands wherever the text goes
// on, at the beginning too.
func TestExcerpts(t *testing.T) {
	for name, c := range map[string]struct {
		rows []report.Row
		want string // the fullest form
	}{
		"a whole sentence rather than a longer stretch": {
			[]report.Row{
				row(kept("The mill "), lost("that stands by the old river and has been closed for many long years, as everyone in the valley knows very well indeed by now, "), kept("stays.")),
				row(kept("The road is kept. "), lost("The bridge at the mill is closed to carts.")),
			},
			"The bridge at the mill is closed to carts.",
		},
		"not one of which a word stays": {
			[]report.Row{row(lost("The bridge at the mill is "), kept("closed"), lost(" to carts and riders."))},
			"The bridge at the mill is",
		},
		"not one that moved": {
			[]report.Row{row(moved("The bridge at the mill is closed to carts. "), lost("Tolls are paid at the upper gate."))},
			"Tolls are paid at the upper gate.",
		},
		"cut behind a clause": {
			[]report.Row{row(lost("The council of the valley keeps the bridge and the road in repair every year, and it asks of every household that uses them a toll in money or in work as it sees fit."))},
			"The council of the valley keeps the bridge and the road in repair every year […]",
		},
		"from within a sentence": {
			[]report.Row{row(kept("The council "), lost("keeps the bridge and the road in good repair"), kept("."))},
			"[…] keeps the bridge and the road in good repair",
		},
		"marks alone": {[]report.Row{row(kept("The council"), lost(","), kept(" meets."))}, ""},
	} {
		forms := append(excerpts(c.rows, true, "en"), "")
		if forms[0] != c.want {
			t.Errorf("%s: %q, want %q", name, forms[0], c.want)
		}
		if !slices.IsSortedFunc(forms, func(a, b string) int { return len(b) - len(a) }) {
			t.Errorf("%s: forms grow: %q", name, forms)
		}
	}
}
