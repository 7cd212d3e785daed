package compare

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/revision"
)

// What stands on both sides is no difference, whatever its order; the rest is
// paired in order.
func TestPairNotes(t *testing.T) {
	for _, tt := range []struct {
		name     string
		old, now []string
		want     []Beside
	}{
		{"the same", []string{"a", "b"}, []string{"a", "b"}, nil},
		{"in another order", []string{"a", "b"}, []string{"b", "a"}, nil},
		{"one changed", []string{"a", "b"}, []string{"a", "c"}, []Beside{{Kind: revision.NoteFootnote, Old: "b", New: "c", At: "1"}}},
		{"one new, one twice", []string{"a"}, []string{"a", "a"}, []Beside{{Kind: revision.NoteFootnote, New: "a", At: "1"}}},
		{"one gone", []string{"a", "b"}, []string{"b"}, []Beside{{Kind: revision.NoteFootnote, Old: "a", At: "1"}}},
	} {
		if diff := cmp.Diff(tt.want, pairNotes(revision.NoteFootnote, "1", tt.old, tt.now)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}
