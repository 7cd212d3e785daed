package compare

import (
	"errors"
	"fmt"

	"conceptdiff/internal/revision"
)

// Assemble puts a comparison together again from changes that were written down:
// of each its kind, clauses, words, and edits with their texts and the numbers of
// their moves. What follows from these it finds itself: the places of the edits,
// the other ends of moves, the counts. It fails unless every clause of either
// revision stands in exactly one change, the edits of a change make up its texts,
// and every move has two ends. The clauses are those of oldClauses and
// newClauses, which stand in the order of their revisions.
func Assemble(old, new *revision.Revision, oldClauses, newClauses []*revision.Clause, changes []Change) (*Comparison, error) {
	c := &Comparison{Old: old, New: new, OldClauses: oldClauses, NewClauses: newClauses, Changes: changes}
	if err := errors.Join(eachOnce(changes, oldClauses, newClauses), checkTexts(changes)); err != nil {
		return nil, err
	}
	if err := locate(changes); err != nil {
		return nil, err
	}
	c.Summary, c.Beside = summarize(c), c.besideText()
	return c, nil
}

// eachOnce fails unless every clause of either side stands in one change.
func eachOnce(changes []Change, old, new []*revision.Clause) error {
	for i := range changes {
		if len(changes[i].Old)+len(changes[i].New) == 0 {
			return errors.New("a change is about no clause")
		}
	}
	for _, side := range []struct {
		all []*revision.Clause
		of  func(*Change) []*revision.Clause
	}{{old, func(ch *Change) []*revision.Clause { return ch.Old }}, {new, func(ch *Change) []*revision.Clause { return ch.New }}} {
		seen := make([]bool, len(side.all))
		for i := range changes {
			for _, c := range side.of(&changes[i]) {
				if c.Pos >= len(side.all) || side.all[c.Pos] != c {
					return fmt.Errorf("change %s: clause %s is not among those of its revision", changes[i].ID, c.Address())
				}
				if seen[c.Pos] {
					return fmt.Errorf("clause %s stands in two changes", c.Address())
				}
				seen[c.Pos] = true
			}
		}
		for i, s := range seen {
			if !s {
				return fmt.Errorf("clause %s stands in no change", side.all[i].Address())
			}
		}
	}
	return nil
}

// checkTexts fails unless the edits of each change make up its two texts.
func checkTexts(changes []Change) error {
	for i := range changes {
		ch := &changes[i]
		old, new := joinTexts(ch.Old, (*revision.Clause).Text), joinTexts(ch.New, (*revision.Clause).Text)
		for k := range ch.Edits {
			e := &ch.Edits[k]
			if len(e.Old) > len(old) || len(e.New) > len(new) || old[:len(e.Old)] != e.Old || new[:len(e.New)] != e.New {
				return fmt.Errorf("change %s: an edit has other words than the text", ch.ID)
			}
			old, new = old[len(e.Old):], new[len(e.New):]
		}
		if old != "" || new != "" {
			return fmt.Errorf("change %s: the edits leave text over", ch.ID)
		}
	}
	return nil
}

// locate gives every edit its places, and each end of a move the other.
func locate(changes []Change) error {
	ends := map[int][2]*Edit{}
	for i := range changes {
		ch := &changes[i]
		old, new := cursor{lines: blocksOf(ch.Old)}, cursor{lines: blocksOf(ch.New)}
		for k := range ch.Edits {
			e := &ch.Edits[k]
			e.OldAt, e.NewAt = old.place(), new.place()
			old.passAll(e.Old)
			new.passAll(e.New)
			if e.Op != Move {
				continue
			}
			if (e.Old == "") == (e.New == "") {
				return fmt.Errorf("change %s: an end of move %d stands on both sides or none", ch.ID, e.Move)
			}
			end := 0
			if e.Old == "" {
				end = 1
			}
			pair := ends[e.Move]
			if pair[end] != nil {
				return fmt.Errorf("change %s: move %d has an end too many", ch.ID, e.Move)
			}
			pair[end] = e
			ends[e.Move] = pair
		}
	}
	for i := range changes {
		for k := range changes[i].Edits {
			e := &changes[i].Edits[k]
			if e.Op != Move {
				continue
			}
			out, in := ends[e.Move][0], ends[e.Move][1]
			if out == nil || in == nil {
				return fmt.Errorf("change %s: move %d has one end", changes[i].ID, e.Move)
			}
			if e == out {
				e.Partner, e.To = in, in.NewAt.Clause().Address()
			} else {
				e.Partner, e.From = out, out.OldAt.Clause().Address()
			}
		}
	}
	return nil
}
