package textdiff

import (
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/sergi/go-diff/diffmatchpatch"
	"pgregory.net/rapid"
)

// TestExactAgainstGoDiff holds our shortest scripts against those of another
// implementation: they must be equal, not only as short.
func TestExactAgainstGoDiff(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		words := rapid.Uint32Range(1, rapid.SampledFrom([]uint32{2, 3, 6, 30}).Draw(t, "words"))
		x, y := rapid.SliceOfN(words, 0, 60).Draw(t, "x"), rapid.SliceOfN(words, 0, 60).Draw(t, "y")
		s := script{x: x, y: y}
		s.solve(hunk{0, len(x), 0, len(y)})
		if d := cmp.Diff(goDiff(x, y), s.hunks, cmp.AllowUnexported(hunk{})); d != "" {
			t.Fatalf("%v → %v: %s", x, y, d)
		}
	})
}

// goDiff is the script of go-diff, with a rune for each word. Its time-out is
// off: the default would make the script depend on the load of the machine.
func goDiff(x, y []uint32) []hunk {
	runes := func(ids []uint32) []rune {
		out := make([]rune, len(ids))
		for i, id := range ids {
			out[i] = rune(id)
		}
		return out
	}
	var hunks []hunk
	dmp := diffmatchpatch.DiffMatchPatch{DiffTimeout: 0}
	i, j := 0, 0
	for _, d := range dmp.DiffMainRunes(runes(x), runes(y), false) {
		h := hunk{i, i, j, j}
		n := utf8.RuneCountInString(d.Text)
		switch d.Type {
		case diffmatchpatch.DiffEqual:
			i, j = i+n, j+n
			continue
		case diffmatchpatch.DiffDelete:
			i += n
		case diffmatchpatch.DiffInsert:
			j += n
		}
		h.a1, h.b1 = i, j
		if k := len(hunks) - 1; k >= 0 && hunks[k].a1 == h.a0 && hunks[k].b1 == h.b0 {
			hunks[k].a1, hunks[k].b1 = h.a1, h.b1
		} else {
			hunks = append(hunks, h)
		}
	}
	return hunks
}
