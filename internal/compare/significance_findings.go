package compare

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// rank orders the reasons of a change: what binds first.
type rank int

const (
	rankModality rank = iota
	rankNegation
	rankName
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
type findings struct{ substance, form reasons }

func (f *findings) substantive(r rank, what, item string) { f.substance.add(r, what, item) }

func (f *findings) editorial(r rank, what, item string) { f.form.add(r, what, item) }

// verdict is the significance with its reasons. It is "" when nothing at all was
// found.
func (f *findings) verdict() (Significance, []string) {
	switch {
	case len(f.substance) > 0:
		return Substantive, f.substance.texts()
	case len(f.form) > 0:
		return Editorial, f.form.texts()
	}
	return "", nil
}

// reasons are what speaks for a significance, each with the items it holds for:
// "name removed" with the names.
type reasons []reason

type reason struct {
	rank  rank
	what  string
	items stringSet
}

func (rs *reasons) add(r rank, what, item string) {
	i := slices.IndexFunc(*rs, func(x reason) bool { return x.what == what })
	if i < 0 {
		i = len(*rs)
		*rs = append(*rs, reason{rank: r, what: what})
	}
	if item != "" {
		(*rs)[i].items.add(item)
	}
}

// texts writes the reasons, the weightiest first.
func (rs reasons) texts() []string {
	slices.SortStableFunc(rs, func(a, b reason) int { return cmp.Compare(a.rank, b.rank) })
	var out []string
	for _, r := range rs {
		text := r.what
		if len(r.items.list) > 0 {
			text += ": " + strings.Join(short(r.items.list, maxItems), ", ")
		}
		out = append(out, text)
	}
	return short(out, maxReasons)
}

// short keeps the first n items, the last of them giving the number of the rest.
func short(items []string, n int) []string {
	if len(items) <= n {
		return items
	}
	return append(slices.Clone(items[:n-1]), fmt.Sprintf("and %d more", len(items)-n+1))
}

// stringSet is a set of strings in the order in which they came. The few that it
// mostly holds are looked through; only of many it keeps a table.
type stringSet struct {
	list  []string
	table map[string]bool
}

func (s *stringSet) has(x string) bool {
	if s.table != nil {
		return s.table[x]
	}
	return slices.Contains(s.list, x)
}

func (s *stringSet) add(x string) {
	const few = 16
	if s.has(x) {
		return
	}
	s.list = append(s.list, x)
	if s.table == nil && len(s.list) > few {
		s.table = make(map[string]bool)
		for _, y := range s.list {
			s.table[y] = true
		}
	}
	if s.table != nil {
		s.table[x] = true
	}
}
