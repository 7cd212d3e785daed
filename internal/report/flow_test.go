package report

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// Every word of both texts stands in one stream and in one cell, whatever the
// number of sections, also when not all changes are shown.
func TestFlowIsComplete(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := func(label string) *revision.Revision {
			order, main := component("order", "An order"), component("", "")
			for i := range rapid.IntRange(1, 12).Draw(t, "clauses") {
				text := rapid.SampledFrom([]string{"one two", "one three four", "five"}).Draw(t, "text")
				if rapid.Bool().Draw(t, "in order") {
					order.Children = append(order.Children, clause(fmt.Sprint("order/", i), text))
				} else {
					main.Children = append(main.Children, clause(fmt.Sprint(i), text))
				}
			}
			return rev(label, order, main)
		}
		r, err := Build(Input{Comparison: compared(side("old"), side("new"))})
		if err != nil {
			t.Fatal(err)
		}
		filtered, err := r.Only(Filter{Kinds: []compare.Kind{compare.New}})
		if err != nil {
			t.Fatal(err)
		}
		for _, r := range []Report{r, filtered} {
			for _, limit := range []int{1, 3, 8, 100} {
				checkFlow(t, &r, limit)
				old, now := r.Heat(limit)
				if a, b := heatWords(old), heatWords(now); a != r.Old.Words || b != r.New.Words {
					t.Fatalf("the cells hold %d and %d words, the texts %d and %d", a, b, r.Old.Words, r.New.Words)
				}
			}
		}
	})
}

func checkFlow(t *rapid.T, r *Report, limit int) {
	f := r.Flow(limit)
	parts := func(s *Side) int {
		return len(slices.DeleteFunc(slices.Clone(s.Parts), func(p *Part) bool { return len(p.Clauses) == 0 }))
	}
	if len(f.Old) > max(limit, parts(&r.Old)) || len(f.New) > max(limit, parts(&r.New)) {
		t.Errorf("%d and %d sections, asked for %d", len(f.Old), len(f.New), limit)
	}
	words := map[*Section]int{}
	kinds := map[StreamKind]int{}
	for _, s := range f.Streams {
		kinds[s.Kind] += s.Words
		for _, of := range []*Section{s.Old, s.New} {
			if of != nil {
				words[of] += s.Words
			}
		}
		if (s.Old == nil) != (s.Kind == StreamInserted) || (s.New == nil) != (s.Kind == StreamDeleted) {
			t.Errorf("a stream of %s words from %v to %v", s.Kind, s.Old, s.New)
		}
	}
	old, now := 0, 0
	for _, s := range f.Old {
		old += s.Words
		if words[s] != s.Words {
			t.Errorf("%s: %d words, its streams hold %d", s.First.Address, s.Words, words[s])
		}
	}
	for _, s := range f.New {
		now += s.Words
		if words[s] != s.Words {
			t.Errorf("%s: %d words, its streams hold %d", s.First.Address, s.Words, words[s])
		}
	}
	w := r.Accounting.Words
	if old != w.Old || now != w.New {
		t.Errorf("the sections hold %d and %d words, the texts %d and %d", old, now, w.Old, w.New)
	}
	if kinds[StreamDeleted] != w.Deleted || kinds[StreamInserted] != w.Inserted {
		t.Errorf("streams: %v, want %+v", kinds, w)
	}
}

func heatWords(h Heat) int {
	n := 0
	for _, c := range h {
		n += c.Words
		if c.Changed() < 0 || c.Changed() > 1 {
			return -1
		}
	}
	return n
}
