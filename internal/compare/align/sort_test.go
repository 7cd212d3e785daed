package align

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestSortNumbers(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		most := rapid.SampledFrom([]uint32{1, 300, 70_000, 1 << 31}).Draw(t, "most")
		numbers := rapid.SliceOfN(rapid.Uint32Range(0, most), 0, 300).Draw(t, "numbers")
		want := slices.Sorted(slices.Values(numbers))
		if got := sortNumbers(numbers, make([]uint32, len(numbers))); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}
