package relate

import (
	"cmp"
	"slices"
	"strings"
)

// runs lists the words in a row that two passages share, as they stand in the first:
// at least two words that say something, function words and forms aside. It also
// says how many such words the longest has that is more than a name.
func (e *engine) runs(i, j int) (texts []string, longest int) {
	a, b := e.from.stems[i], e.to.stems[j]
	at := map[string][]int{}
	for k, w := range b {
		at[w.key] = append(at[w.key], k)
	}
	type run struct{ start, n int }
	var found []run
	for k := 0; k < len(a); {
		most := 0
		for _, m := range at[a[k].key] {
			n := 1
			for k+n < len(a) && m+n < len(b) && a[k+n].key == b[m+n].key && a[k+n].after && b[m+n].after {
				n++
			}
			most = max(most, n)
		}
		if most >= 2 && !allPlain(a[k:k+most]) {
			found = append(found, run{k, most})
		}
		k += max(1, most)
	}
	slices.SortStableFunc(found, func(x, y run) int { return cmp.Compare(y.n, x.n) })
	for _, r := range found {
		if !e.inName(i, a[r.start:r.start+r.n]) {
			longest = max(longest, r.n)
		}
		texts = append(texts, e.from.text.Passages[i].Text[a[r.start].start:a[r.start+r.n-1].end])
	}
	return texts, longest
}

// inName reports whether a run of the i-th passage is no more than one of its names:
// two texts that name the same body do not therefore say the same of it.
func (e *engine) inName(i int, run []stem) bool {
	for key := range e.from.names[i] {
		parts := strings.Fields(key)
		if a := e.v.abbr.byShort[strings.TrimPrefix(key, "=")]; a != nil {
			parts = a.long
		}
		if !slices.ContainsFunc(run, func(w stem) bool { return !slices.Contains(parts, w.key) }) {
			return true
		}
	}
	return false
}

func allPlain(list []stem) bool {
	return !slices.ContainsFunc(list, func(w stem) bool { return !plainWords()[w.key] })
}

// names lists the names that two passages share, unless most of either text holds
// them, as they stand in the first, and their keys.
func (e *engine) names(i, j int) (shown, keys []string) {
	for key := range e.from.names[i] {
		if _, ok := e.to.names[j][key]; ok && e.rare(key) {
			keys = append(keys, key)
		}
	}
	slices.SortFunc(keys, func(a, b string) int {
		return cmp.Or(cmp.Compare(e.from.names[i][a], e.from.names[i][b]), cmp.Compare(a, b))
	})
	for _, key := range keys {
		shown = append(shown, e.from.names[i][key])
	}
	return shown, keys
}

// rare reports whether a name stands in few passages of both texts.
func (e *engine) rare(key string) bool {
	for _, s := range []*side{e.from, e.to} {
		if n := s.named[key]; n > 3 && n*8 > len(s.names) {
			return false
		}
	}
	return true
}

// common lists the weightiest words that two passages share, as they stand in a
// text; parts of a pair in the list are left out.
func (v *vocabulary) common(a, b bag, n int) []string {
	type one struct {
		term   term
		weight float64
	}
	var list []one
	for t, weight := range v.shared(a, b) {
		list = append(list, one{t, weight})
	}
	slices.SortFunc(list, func(x, y one) int { return cmp.Or(cmp.Compare(y.weight, x.weight), int(x.term-y.term)) })
	var out []string
	for _, o := range list {
		word := v.shown[o.term]
		inside := func(s string) bool { return strings.Contains(strings.ToLower(s), strings.ToLower(word)) }
		if len(out) < n && !slices.ContainsFunc(out, inside) {
			out = append(out, word)
		}
	}
	return out
}

func sortSaid(list []Said) {
	slices.SortStableFunc(list, func(a, b Said) int { return cmp.Compare(b.Score, a.Score) })
}
