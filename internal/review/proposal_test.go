package review_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/review"
)

// Changes to different words are merged, in either order alike; a merged text holds
// both. Changes to the same words are not.
func TestMerge(t *testing.T) {
	words := "The gates are painted green every spring, and the walls are kept in repair."
	for _, c := range []struct{ name, a, b, want string }{
		{"apart", "The gates are painted blue every spring, and the walls are kept in repair.", "The gates are painted green every spring, and the walls are kept in good repair.", "The gates are painted blue every spring, and the walls are kept in good repair."},
		{"the same", "The gates are painted blue every spring, and the walls are kept in repair.", "The gates are painted blue every spring, and the walls are kept in repair.", "The gates are painted blue every spring, and the walls are kept in repair."},
		{"colliding", "The gates are painted blue every spring, and the walls are kept in repair.", "The gates are painted red every spring, and the walls are kept in repair.", ""},
		{"one cuts what the other changes", "The walls are kept in repair.", "The gates are painted red every spring, and the walls are kept in repair.", ""},
		{"unchanged", words, "The gates are painted red every spring, and the walls are kept in repair.", "The gates are painted red every spring, and the walls are kept in repair."},
	} {
		for _, sides := range [][2]string{{c.a, c.b}, {c.b, c.a}} {
			got, ok := review.Merge(words, sides[0], sides[1])
			if got != c.want || ok != (c.want != "") {
				t.Errorf("%s: %q, %v", c.name, got, ok)
			}
		}
	}
}

// A change merged with none is the change, and one with itself too; its edits rebuild
// both texts.
func TestMergeLaws(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) string {
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "wall", "gate", "green", "the", "spring,", "1 %", "«x»", "ə"}), 1, 12).Draw(t, "words"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		words, other := text.Draw(t, "old"), text.Draw(t, "new")
		for _, pair := range [][2]string{{words, other}, {other, words}, {other, other}} {
			if got, ok := review.Merge(words, pair[0], pair[1]); !ok || got != other {
				t.Fatalf("%q with %q and %q: %q, %v", words, pair[0], pair[1], got, ok)
			}
		}
		var old, now strings.Builder
		for _, e := range review.Change(words, other) {
			old.WriteString(e.Old)
			now.WriteString(e.New)
		}
		if old.String() != words || now.String() != other {
			t.Fatalf("the edits make %q and %q", old.String(), now.String())
		}
	})
}
