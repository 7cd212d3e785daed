package textdiff

import (
	"fmt"
	"strings"
	"testing"
)

// notation writes edits as one line: [-deleted-]{+inserted+}.
func notation(es []Edit) string {
	var b strings.Builder
	for _, e := range es {
		switch e.Op {
		case Keep:
			b.WriteString(e.New)
		case Delete:
			fmt.Fprintf(&b, "[-%s-]", e.Old)
		case Insert:
			fmt.Fprintf(&b, "{+%s+}", e.New)
		}
	}
	return strings.ReplaceAll(b.String(), "\n", "¶")
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"equal", "a b", "a b", "a b"},
		{"empty", "", "", ""},
		{"word", "The state will act.", "The state shall act.", "The state [-will-]{+shall+} act."},
		{"new word", "of peace, security", "of peace, stability, security", "of peace, {+stability, +}security"},
		{"added at the end", "One.", "One.\nTwo.", "One.{+¶Two.+}"},
		{"paragraph split", "First one. Second one.", "First one.\nSecond one.", "First one.[- -]{+¶+}Second one."},
		{"paragraphs joined", "First one.\nSecond one.", "First one. Second one.", "First one.[-¶-]{+ +}Second one."},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := NewLexicon("en")
			if got := notation(l.Diff(l.Tokens(c.old), l.Tokens(c.new))); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}
