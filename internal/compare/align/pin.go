package align

import "fmt"

// Pin is a person's ruling on a pair, which wins over the computation: the two
// clauses belong together, or they do not. Whether it still fits the texts it
// was made on is for the caller to see to.
type Pin struct {
	Old, New string // addresses
	Apart    bool   // the two are not a pair
	By, Note string // who ruled so, and why
}

// pins applies the rulings. A pair that is held apart is no candidate; a pair
// that is held together is settled before anything is weighed.
func (a *alignment) pins(pins []Pin) error {
	olds, news := addressIndex(a.old), addressIndex(a.new)
	for _, p := range pins {
		o, ok := olds[p.Old]
		if !ok {
			return fmt.Errorf("pin %s=%s: the old text has no clause %s", p.Old, p.New, p.Old)
		}
		n, ok := news[p.New]
		if !ok {
			return fmt.Errorf("pin %s=%s: the new text has no clause %s", p.Old, p.New, p.New)
		}
		if p.Apart {
			a.apart[[2]int{o, n}] = true
			continue
		}
		if a.toNew[o] >= 0 || a.toOld[n] >= 0 {
			return fmt.Errorf("pin %s=%s: one of the two is pinned already", p.Old, p.New)
		}
		a.pair(o, n, 1)
		a.pinned[o] = p
	}
	for at := range a.apart {
		if a.toNew[at[0]] == at[1] {
			return fmt.Errorf("pin %s=%s: held together and apart", a.old.units[at[0]].clause.Address(), a.new.units[at[1]].clause.Address())
		}
	}
	return nil
}

// heldApart reports whether a person ruled that u of side s and a clause of the
// other side are no pair.
func (a *alignment) heldApart(s *Side, u, other int) bool {
	if s == a.old {
		return a.apart[[2]int{u, other}]
	}
	return a.apart[[2]int{other, u}]
}

func addressIndex(s *Side) map[string]int {
	m := make(map[string]int, len(s.units))
	for i := range s.units {
		m[s.units[i].clause.Address()] = i
	}
	return m
}
