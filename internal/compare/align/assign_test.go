package align

import (
	"testing"

	"pgregory.net/rapid"
)

// TestAssignIsOptimal holds the sparse assignment against trying everything.
func TestAssignIsOptimal(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(0, 6).Draw(t, "n")
		m := rapid.IntRange(0, 6).Draw(t, "m")
		gain := map[[2]int]float64{}
		var edges []edge
		for o := range n {
			for w := range m {
				if g := rapid.IntRange(0, 9).Draw(t, "gain"); g > 0 {
					gain[[2]int{o, w}] = float64(g)
					edges = append(edges, edge{o, w, float64(g)})
				}
			}
		}
		got, used := 0.0, map[int]bool{}
		for o, w := range assign(edges, n, m) {
			if w < 0 {
				continue
			}
			if used[w] || gain[[2]int{o, w}] == 0 {
				t.Fatalf("bad pair %d %d", o, w)
			}
			used[w] = true
			got += gain[[2]int{o, w}]
		}
		var best func(o int, used int) float64
		best = func(o, used int) float64 {
			if o == n {
				return 0
			}
			b := best(o+1, used)
			for w := range m {
				if g := gain[[2]int{o, w}]; g > 0 && used&(1<<w) == 0 {
					b = max(b, g+best(o+1, used|1<<w))
				}
			}
			return b
		}
		if want := best(0, 0); got != want {
			t.Fatalf("assigned %v, best is %v, edges %v", got, want, edges)
		}
	})
}
