package claim

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func showChecks(checks []Check) string {
	var b strings.Builder
	for _, c := range checks {
		what := fmt.Sprintf("%q", c.Quoted)
		if c.Claim != nil {
			what = c.Claim.Key
		}
		fmt.Fprintf(&b, "%s %s: %s", c.Clause, what, c.Result)
		if c.NoClause {
			b.WriteString(" (no such clause)")
		}
		if c.Provision != "" {
			fmt.Fprintf(&b, " %s %.2f", c.Provision, c.Similarity)
		}
		b.WriteByte('\n')
	}
	return b.String()
}

func TestVerify(t *testing.T) {
	src := source(&Claim{Says: Fulfilled, Cites: []string{"2", "§ 3.", "9"}})
	src.Quotations = []Quotation{
		{Clause: "2", Text: "“The old bridge carries carts, of up to four tonnes.” Loads that are heavier use the ferry below the mill."},
		{Clause: "2", Text: "The bridge is of stone."},
		{Clause: "1", Text: "Every citizen […] on the first Monday of a month"},
		{Clause: "1.", Text: "one for the land register […] one for the hounds"},
		{Clause: "3", Text: "use the ferry below the mill"},
		{Clause: "7", Text: "Sellers pay two coins."},
	}
	want := lines(
		`2 "“The old bridge carries carts, of up to four tonnes.”": same 2/p1 1.00`,
		`2 "Loads that are heavier use the ferry below the mill.": differs 2/p1 0.78`,
		`2 "The bridge is of stone.": missing 2/p1 0.40`,
		`1 "Every citizen": same 1/p1 1.00`,
		`1 "on the first Monday of a month": same 1/p1 1.00`,
		`1. "one for the land register": same 1/p2/i2 1.00`,
		`1. "one for the hounds": missing`,
		`3 "use the ferry below the mill": missing`,
		`7 "Sellers pay two coins.": missing (no such clause)`,
		"2 c1: same 2 0.00",
		"§ 3. c1: same 3 0.00",
		"9 c1: missing (no such clause)",
	)
	if diff := cmp.Diff(want, showChecks(Verify(tree(town), src))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestVerifyItself: every sentence of the real text, quoted to the letter, is
// the same.
func TestVerifyItself(t *testing.T) {
	rev := readRevision(t, "revisions/2007/concept-2007.txt")
	src := source()
	for _, u := range newSide(rev.Clauses(), rev.Language).units {
		for _, s := range u.sentences() {
			src.Quotations = append(src.Quotations, Quotation{Clause: u.clause.Address(), Text: s.text})
		}
	}
	checks := Verify(rev, src)
	if len(checks) < 200 {
		t.Fatalf("only %d sentences", len(checks))
	}
	for _, c := range checks {
		if c.Result != Same {
			t.Errorf("%s %q: %s %q", c.Clause, c.Quoted, c.Result, c.Stored)
		}
	}
}

// TestVerifyModernAz pins what the check finds in the first source: another
// translation throughout, nothing that is not there.
func TestVerifyModernAz(t *testing.T) {
	rev := readRevision(t, "revisions/2007/concept-2007.txt")
	counts := map[Result]int{}
	for _, src := range realSources(t) {
		for _, c := range Verify(rev, src) {
			if c.Quoted != "" {
				counts[c.Result]++
			}
			if c.NoClause {
				t.Errorf("%s has no %s", src.Key, c.Clause)
			}
		}
	}
	if diff := cmp.Diff(map[Result]int{Same: 2, Differs: 4}, counts); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
