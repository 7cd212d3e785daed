package align

import "testing"

// TestBestOfLittle holds that what stands nowhere better is evidence only as far
// as there is something that stands there.
func TestBestOfLittle(t *testing.T) {
	a := &alignment{}
	none := competitors{old: [][]competitor{nil}, new: [][]competitor{nil}}
	for _, tt := range []struct{ value, little, want float64 }{
		{0.6, 0.3, 1},
		{0.15, 0.3, 0.5},
		{0.15, 0, 1},
		{0, 0.3, 0},
	} {
		if got := a.competitorEvidence(0, 0, tt.value, none, tt.little); got != tt.want {
			t.Errorf("%v with %v as little is %v, want %v", tt.value, tt.little, got, tt.want)
		}
	}
}
