package relate_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/relate"
)

// Of two texts written from few words, exactly the words of the new one that stand in a
// row of eight of one clause of the old are taken over, and each passage stands in both.
func TestTakenOver(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		draw := func(label string) string {
			return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"lamp", "oil", "Tower", "keeper"}), 0, 40).Draw(t, label), " ")
		}
		olds, now := []string{draw("first"), draw("second")}, draw("new")
		filler := strings.Repeat("other words of no weight stand about here and say nothing much. ", 40)
		old := revise("old", clause("1.", "Filler", filler), clause("2.", "First", olds[0]), clause("3.", "Second", olds[1]))
		r := relate.Examine(comparedIn(t, old, revise("new", clause("1.", "Another", strings.Repeat("strange things of every sort fill up that place instead of them. ", 40)), clause("2.", "Lantern", now))))
		if !r.Anew {
			t.Skip()
		}
		has := func(row []string) bool {
			for _, o := range olds {
				if strings.Contains(" "+strings.ToLower(o)+" ", " "+strings.ToLower(strings.Join(row, " "))+" ") {
					return true
				}
			}
			return false
		}
		list := strings.Fields(now)
		taken := make([]bool, len(list))
		for i := 0; i+8 <= len(list); i++ {
			if has(list[i : i+8]) {
				for k := range 8 {
					taken[i+k] = true
				}
			}
		}
		want := 0
		for _, is := range taken {
			if is {
				want++
			}
		}
		if r.TakenWords != want {
			t.Fatalf("%d words are told as taken over, %d are: %+v\n%q\n%q", r.TakenWords, want, r.Taken, olds, now)
		}
		for _, p := range r.Taken {
			if row := strings.Fields(p.Text); len(row) != p.Words || !has(row) {
				t.Fatalf("told as taken over: %+v of\n%q", p, olds)
			}
		}
	})
}

// What the new text has twice is taken over twice, and rows go on over borders of items.
func TestTakenTwice(t *testing.T) {
	row := "the keeper of the lantern burns oil until dawn"
	filler := strings.Repeat("other words of no weight stand about here and say nothing much. ", 40)
	old := revise("old", clause("1.", "Filler", filler), clause("2.", "Lamps", row+"."))
	now := revise("new", clause("1.", "Lights", row+", and so on."), clause("2.", "Towers", strings.Repeat("strange things of every sort fill up that place instead of them. ", 40)+row+"."))
	r := relate.Examine(compared(t, old, now))
	if len(r.Taken) != 2 || r.TakenWords != 18 || r.Taken[1].New != "2/p1" || r.Taken[1].Old != "2/p1" || r.Taken[0].Inserted == r.Taken[1].Inserted {
		t.Fatalf("taken over: %d, %+v", r.TakenWords, r.Taken)
	}
}
