package significance

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// What a draft says in its front matter of its own standing changes nothing in its
// subject; anything else there does, and the same words in a clause do.
func TestDisclaimers(t *testing.T) {
	for _, c := range []struct{ lang, old, new, want string }{
		{"en", "Harbour Plan", "Harbour Plan\nThis draft is not an official text and should not be cited.", "editorial: note on its own standing"},
		{"en", "Harbour Plan\nThis draft is for discussion.", "Harbour Plan", "editorial: note on its own standing"},
		{"az", "Liman planı", "Liman planı\nBu layihə müzakirə üçün hazırlanmışdır, rəsmi sənəd deyil.", "editorial: note on its own standing"},
		{"ru", "План порта", "План порта\nНастоящий проект не является официальным документом.", "editorial: note on its own standing"},
		{"en", "Harbour Plan", "Harbour Plan\nApproved on 3 May 2020.", "substantive: date added: 3 May 2020; text added"},
		{"en", "Harbour Plan", "Harbour Plan\nThis draft is for discussion.\nApproved on 3 May 2020.", "substantive: date added: 3 May 2020; text added"},
	} {
		s := amended(c.lang, c.old, c.new)
		for _, side := range [][]*revision.Clause{s.Old, s.New} {
			side[0].Kind = revision.KindComponent
		}
		got, reasons := verdict(c.lang, nil, s)
		if say := string(got) + ": " + strings.Join(says(reasons), "; "); say != c.want {
			t.Errorf("%q → %q\ngot  %s\nwant %s", c.old, c.new, say, c.want)
		}
	}
	s := amended("en", "1 Boats pay.", "1 Boats pay.\nThis draft is for discussion.")
	if got, _ := verdict("en", nil, s); got != Substantive {
		t.Errorf("in a clause it is %q", got)
	}
}
