package html

import (
	"testing"
)

// Words that tie a provision are marked where they stand, once where two of
// them overlap, and everything is escaped.
func TestMarking(t *testing.T) {
	got := string(marking("the <occupied> occupied territories", []string{"occupied territories", "occupied"}))
	want := "the &lt;<mark>occupied</mark>&gt; <mark>occupied territories</mark>"
	if got != want {
		t.Errorf("got %s", got)
	}
}
