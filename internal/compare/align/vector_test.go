package align

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestSeek checks the search in steps that double against going through all.
func TestSeek(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		ids := rapid.SliceOfNDistinct(rapid.Uint32Range(0, 200), 0, 60, rapid.ID).Draw(t, "ids")
		slices.Sort(ids)
		terms := make([]term, len(ids))
		for i, id := range ids {
			terms[i].id = id
		}
		id := rapid.Uint32Range(0, 210).Draw(t, "id")
		want := 0
		for want < len(ids) && ids[want] < id {
			want++
		}
		if got := seek(terms, id); got != want {
			t.Fatalf("%d in %v: got %d, want %d", id, ids, got, want)
		}
	})
}
