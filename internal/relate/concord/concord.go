// Package concord holds two languages of one text against each other: whether both have
// the same clauses, and in each the same paragraphs and items, numbers, dates and names.
// Nothing is translated and nothing guessed: structure and figures are compared as they
// are, and of names only those that the two texts have always had together.
package concord

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/revision"
)

// Kind says in what the two texts differ.
type Kind string

// The kinds of difference.
const (
	MissingClause Kind = "clause"   // one has a clause that the other has not
	Passages      Kind = "passages" // another number of paragraphs or items
	Numbers       Kind = "numbers"  // a number stands in one alone
	Dates         Kind = "dates"    // a date stands in one alone
	NamesOf       Kind = "names"    // a name has no counterpart where it has one elsewhere
	Swapped       Kind = "swapped"  // two clauses hold what the other's counterpart does
)

// Difference is one thing in which the texts differ.
type Difference struct {
	Kind   Kind
	A, B   string   // addresses; "" where that text has none
	OnlyA  []string // what stands in the one alone: numbers, dates, names
	OnlyB  []string
	CountA int // of passages
	CountB int
	Detail string // the address of the other clause of a swap
}

// Check lists the differences of two texts, in the order of the first.
func Check(a, b *revision.Revision) []Difference {
	x, y := sideOf(a), sideOf(b)
	var out []Difference
	pairs := align(x, y)
	swapped := swaps(x, y, pairs)
	names, heard := newCounterparts(x, y, pairs), newHearing(x, y, pairs)
	for _, p := range pairs {
		switch {
		case p.b < 0:
			out = append(out, Difference{Kind: MissingClause, A: x[p.a].address})
		case p.a < 0:
			out = append(out, Difference{Kind: MissingClause, B: y[p.b].address})
		case swapped[p.a] >= 0:
			if swapped[p.a] > p.a {
				out = append(out, Difference{Kind: Swapped, A: x[p.a].address, B: y[p.b].address, Detail: x[swapped[p.a]].address})
			}
		default:
			out = append(out, differ(&x[p.a], &y[p.b])...)
			out = append(out, mergeNames(names.missing(p, &x[p.a], &y[p.b]), heard.missing(&x[p.a], &y[p.b]))...)
		}
	}
	return out
}

// clause is what is compared of one.
type clause struct {
	address, number string
	passages        []passage
	items           int
	keys            []string // what no language says otherwise: things, names and foreign words
	words           int
}

type passage struct {
	address string
	item    bool
	facts   facts
	names   []string // keys
	proper  []heard  // words with a capital inside a sentence
	all     []sound  // of its words
}

func sideOf(r *revision.Revision) []clause {
	text := relate.TextOf(r)
	spellings := relate.NameKeys(text)
	at := map[string]int{}
	var out []clause
	for _, c := range r.Clauses() {
		at[c.Address()] = len(out)
		number := c.Labelled().Num
		if number == "" {
			number = "·" // by place
		}
		out = append(out, clause{address: c.Address(), number: number})
	}
	for i := range text.Passages {
		p := &text.Passages[i]
		c := &out[at[p.Clause]]
		item := strings.Contains(p.Address, "/i")
		if item {
			c.items++
		}
		proper, all := hear(p.Text, r.Language)
		c.passages = append(c.passages, passage{p.Address, item, factsOf(p.Text, r.Language), spellings[i], proper, all})
		c.keys = append(append(c.keys, relate.Things(p.Text, r.Language)...), foreign(proper, all)...)
		for _, n := range c.passages[len(c.passages)-1].facts.spelled {
			c.keys = append(c.keys, "#"+n)
		}
		c.words += len(all)
	}
	for i := range out {
		slices.Sort(out[i].keys)
		out[i].keys = slices.Compact(out[i].keys)
	}
	return out
}

// pair is a clause of either text, -1 for none.
type pair struct{ a, b int }

// align pairs the clauses in their order by their numbers: the longest common
// subsequence of the two lists of numbers.
func align(x, y []clause) []pair {
	var out []pair
	head := 0
	for head < len(x) && head < len(y) && x[head].number == y[head].number {
		out = append(out, pair{head, head})
		head++
	}
	tail := 0
	for tail < len(x)-head && tail < len(y)-head && x[len(x)-1-tail].number == y[len(y)-1-tail].number {
		tail++
	}
	for _, p := range alignMiddle(x[head:len(x)-tail], y[head:len(y)-tail]) {
		if p.a >= 0 {
			p.a += head
		}
		if p.b >= 0 {
			p.b += head
		}
		out = append(out, p)
	}
	for k := tail; k > 0; k-- {
		out = append(out, pair{len(x) - k, len(y) - k})
	}
	return out
}

// alignMiddle is align for what is left between equal beginnings and ends.
func alignMiddle(x, y []clause) []pair {
	n, m := len(x), len(y)
	best := make([][]int, n+1)
	for i := range best {
		best[i] = make([]int, m+1)
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			if x[i].number == y[j].number {
				best[i][j] = best[i+1][j+1] + 1
			} else {
				best[i][j] = max(best[i+1][j], best[i][j+1])
			}
		}
	}
	var out []pair
	i, j := 0, 0
	for i < n && j < m {
		switch {
		case x[i].number == y[j].number:
			out = append(out, pair{i, j})
			i, j = i+1, j+1
		case best[i+1][j] >= best[i][j+1]:
			out = append(out, pair{i, -1})
			i++
		default:
			out = append(out, pair{-1, j})
			j++
		}
	}
	for ; i < n; i++ {
		out = append(out, pair{i, -1})
	}
	for ; j < m; j++ {
		out = append(out, pair{-1, j})
	}
	return out
}

// differ compares two clauses passage by passage, or as wholes where they have not as
// many.
func differ(a, b *clause) []Difference {
	if len(a.passages) != len(b.passages) || a.items != b.items {
		d := Difference{Kind: Passages, A: a.address, B: b.address, CountA: len(a.passages), CountB: len(b.passages)}
		return append([]Difference{d}, compare(a.address, b.address, a.all(), b.all())...)
	}
	var out []Difference
	for i := range a.passages {
		out = append(out, compare(a.passages[i].address, b.passages[i].address, a.passages[i].facts, b.passages[i].facts)...)
	}
	return out
}

// all is the facts of a whole clause.
func (c *clause) all() facts {
	var f facts
	for i := range c.passages {
		f.numbers = append(f.numbers, c.passages[i].facts.numbers...)
		f.dates = append(f.dates, c.passages[i].facts.dates...)
		f.spelled = append(f.spelled, c.passages[i].facts.spelled...)
		f.months = append(f.months, c.passages[i].facts.months...)
	}
	return f
}

func compare(at, bt string, a, b facts) []Difference {
	var out []Difference
	onlyA, onlyB := apart(a.dates, b.dates)
	if monthsA, monthsB := apart(a.months, b.months); len(monthsA) > 0 && len(monthsB) > 0 {
		// what one says with a month, the other may say in another way («this summer»)
		onlyA, onlyB = append(onlyA, monthsA...), append(onlyB, monthsB...)
	}
	if len(onlyA)+len(onlyB) > 0 {
		out = append(out, Difference{Kind: Dates, A: at, B: bt, OnlyA: onlyA, OnlyB: onlyB})
	}
	onlyA, onlyB = apart(a.numbers, b.numbers)
	onlyA, onlyB = sameTimes(onlyA, onlyB)
	onlyB, onlyA = sameTimes(onlyB, onlyA)
	wordsA, wordsB := apart(a.spelled, b.spelled)
	wordsB, onlyA = apart(wordsB, onlyA)
	wordsA, onlyB = apart(wordsA, onlyB)
	if len(wordsA) > 0 && len(wordsB) > 0 {
		// A language may say with another word what one says with a number («both»), but
		// where each has a number that the other has not, the two differ.
		onlyA, onlyB = append(onlyA, wordsA...), append(onlyB, wordsB...)
	}
	if len(onlyA)+len(onlyB) > 0 {
		out = append(out, Difference{Kind: Numbers, A: at, B: bt, OnlyA: onlyA, OnlyB: onlyB})
	}
	return out
}

// sameTimes leaves out what one writes as 18.30 and the other as 18:30.
func sameTimes(stopped, parted []string) (restStopped, restParted []string) {
	for _, n := range stopped {
		hour, minute, ok := strings.Cut(n, ".")
		h, m := slices.Index(parted, hour), slices.Index(parted, minute)
		if !ok || len(minute) != 2 || h < 0 || m < 0 || h == m {
			restStopped = append(restStopped, n)
			continue
		}
		parted = slices.Delete(slices.Clone(parted), max(h, m), max(h, m)+1)
		parted = slices.Delete(parted, min(h, m), min(h, m)+1)
	}
	return restStopped, parted
}

// apart lists what of two lists stands in one alone, each as often as it does.
func apart(a, b []string) (onlyA, onlyB []string) {
	rest := slices.Clone(b)
	for _, x := range a {
		if i := slices.Index(rest, x); i >= 0 {
			rest = slices.Delete(rest, i, i+1)
		} else {
			onlyA = append(onlyA, x)
		}
	}
	return onlyA, rest
}

// swaps tells of each clause of the first text with which other its counterpart was
// exchanged, -1 for none: the figures of the two fit crosswise and not straight.
func swaps(x, y []clause, pairs []pair) []int {
	out := make([]int, len(x))
	for i := range out {
		out[i] = -1
	}
	type whole struct {
		pair
		a, b string
	}
	var odd []whole
	for _, p := range pairs {
		if p.a < 0 || p.b < 0 {
			continue
		}
		a, b := signature(&x[p.a]), signature(&y[p.b])
		if a != b {
			odd = append(odd, whole{p, a, b})
		}
	}
	for i := range odd {
		for j := i + 1; j < len(odd); j++ {
			p, q := odd[i], odd[j]
			if out[p.pair.a] < 0 && out[q.pair.a] < 0 && p.a == q.b && p.b == q.a {
				out[p.pair.a], out[q.pair.a] = q.pair.a, p.pair.a
			}
		}
	}
	crosswise(x, y, pairs, out)
	return out
}

// signature is what of a clause no language changes: how many passages and items it has,
// its numbers and its dates.
func signature(c *clause) string {
	f := c.all()
	numbers, dates := slices.Sorted(slices.Values(f.numbers)), slices.Sorted(slices.Values(f.dates))
	return fmt.Sprintf("%d %d %v %v", len(c.passages), c.items, numbers, dates)
}
