package significance

import (
	"cmp"
	"slices"
)

// rank orders the reasons of a change: what binds first.
type rank int

const (
	rankModality rank = iota
	rankNegation
	rankLimit
	rankName
	rankNameAdded
	rankNumber
	rankWording
	rankPlace
	rankEditorial
)

// How much is listed before «and N more».
const (
	maxReasons = 8
	maxItems   = 4
)

// findings gathers the reasons of one change.
type findings struct {
	substance, form reasons
	gone            []name // removed, not yet looked for elsewhere; substance
}

func (f *findings) substantive(r rank, code Code, of Item, args ...any) {
	f.substance.add(r, code, of, args)
}

func (f *findings) editorial(r rank, code Code, of Item, args ...any) { f.form.add(r, code, of, args) }

// verdict is the significance with its reasons. It is "" when nothing at all was
// found.
func (f *findings) verdict() (Significance, []Reason) {
	switch {
	case len(f.substance) > 0:
		return Substantive, f.substance.list()
	case len(f.form) > 0:
		return Editorial, f.form.list()
	}
	return "", nil
}

// reasons are what speaks for a significance, each with the items it holds for:
// a removed name with the names.
type reasons []ranked

type ranked struct {
	rank  rank
	code  Code
	args  []any
	items itemSet
}

func (rs *reasons) add(r rank, code Code, of Item, args []any) {
	i := slices.IndexFunc(*rs, func(x ranked) bool { return x.code == code })
	if i < 0 {
		i = len(*rs)
		*rs = append(*rs, ranked{rank: r, code: code, args: args})
	}
	if of != (Item{}) {
		(*rs)[i].items.add(of)
	}
}

// list gives the reasons, the weightiest first, with the first of their items.
// What is left out is counted.
func (rs reasons) list() []Reason {
	slices.SortStableFunc(rs, func(a, b ranked) int { return cmp.Compare(a.rank, b.rank) })
	var out []Reason
	for _, r := range rs {
		items := r.items.list
		if len(items) > maxItems {
			items = items[: maxItems-1 : maxItems-1]
		}
		out = append(out, Reason{Code: r.code, Args: r.args, Items: items, More: len(r.items.list) - len(items)})
	}
	if more := len(out) - maxReasons + 1; more > 1 {
		out = append(out[:maxReasons-1], Reason{Code: MoreReasons, Args: []any{more}})
	}
	return out
}

// orderedSet is a set in the order in which its members came. The few that it
// mostly holds are looked through; only of many it keeps a table.
type orderedSet[T comparable] struct {
	list  []T
	table map[T]bool
}

type (
	stringSet = orderedSet[string]
	itemSet   = orderedSet[Item]
)

func (s *orderedSet[T]) has(x T) bool {
	if s.table != nil {
		return s.table[x]
	}
	return slices.Contains(s.list, x)
}

func (s *orderedSet[T]) add(x T) {
	const few = 16
	if s.has(x) {
		return
	}
	s.list = append(s.list, x)
	if s.table == nil && len(s.list) > few {
		s.table = make(map[T]bool)
		for _, y := range s.list {
			s.table[y] = true
		}
	}
	if s.table != nil {
		s.table[x] = true
	}
}
