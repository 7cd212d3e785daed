package postings

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
		x := New(10, func(add func(uint32, int)) {
			for place, n := range numbers {
				add(n, place)
			}
		})
		for n := range uint32(12) {
			if got := x.Of(n); !slices.Equal(got, want[n]) {
				t.Fatalf("%v: %d stands at %v, want %v", numbers, n, got, want[n])
			}
		}
	})
}
