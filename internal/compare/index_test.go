package compare

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		numbers := rapid.SliceOfN(rapid.Uint32Range(0, 9), 0, 30).Draw(t, "numbers")
		want := map[uint32][]int32{}
		for place, n := range numbers {
			want[n] = append(want[n], int32(place))
		}
		x := newIndex(10, func(add func(uint32, int)) {
			for place, n := range numbers {
				add(n, place)
			}
		})
		for n := range uint32(12) {
			if got := x.of(n); !slices.Equal(got, want[n]) {
				t.Fatalf("%v: %d stands at %v, want %v", numbers, n, got, want[n])
			}
		}
	})
}

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
