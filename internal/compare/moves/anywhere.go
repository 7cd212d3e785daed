package moves

import (
	"cmp"
	"slices"

	"conceptdiff/internal/words"
)

// keptFifth is how little must be kept for a text to be one that was written anew: a
// fifth of the shorter text.
const keptFifth = 5

// rewritten reports whether hardly anything stands where it stood.
func (f *finder) rewritten() bool {
	kept, old, new := 0, 0, 0
	for i := range f.changes {
		for _, r := range f.changes[i].Runs {
			o, n := words.Count(r.Old), words.Count(r.New)
			old, new = old+o, new+n
			if r.Op == Keep {
				kept += o
			}
		}
	}
	return kept*keptFifth < min(old, new)
}

// matchAnywhere pairs, in a text that was written anew, the rows of [stretchWords]
// words or more that are deleted in one place and inserted in another, whatever the
// clauses: there they are what was taken over. Elsewhere so many words in a row may be
// phrases that a law repeats, and only whole sentences move. The longest row of each
// place goes first; no word goes twice. It returns the pieces with those that were cut
// for it.
func (f *finder) matchAnywhere(out, in []*piece) (cutOut, cutIn []*piece) {
	if !f.anew {
		return out, in
	}
	out, in = f.together(out), f.together(in)
	from, to := rowWords(out), rowWords(in)
	if len(from) < stretchWords || len(to) < stretchWords {
		return out, in
	}
	at := map[uint64][]int{}
	for i := 0; i+stretchWords <= len(to); i++ {
		if sameRow(to[i : i+stretchWords]) {
			key := foldedKey(to[i : i+stretchWords])
			at[key] = append(at[key], i)
		}
	}
	rows := longestRows(from, to, at)
	cuts := [2]map[*piece][]cut{{}, {}}
	for _, r := range rows {
		for k := 0; k+stretchWords <= r.n; k++ {
			n := commonRow(from[r.out+k:r.out+r.n], to[r.in+k:])
			if n < stretchWords {
				continue
			}
			a, b := from[r.out+k:r.out+k+n], to[r.in+k:r.in+k+n]
			for i := range n {
				a[i].taken, b[i].taken = true, true
			}
			left, arrived := cutOf(a), cutOf(b)
			left.piece.partner, arrived.piece.partner = arrived.piece, left.piece
			cuts[0][a[0].in] = append(cuts[0][a[0].in], left)
			cuts[1][b[0].in] = append(cuts[1][b[0].in], arrived)
			k += n - 1
		}
	}
	return split(out, cuts[0]), split(in, cuts[1])
}

// row is n words that both sides have, from word out and word in on.
type row struct{ out, in, n int }

// repeated is how many places of a row are looked at: what stands in more is a running
// title or a form.
const repeated = 64

// longestRows lists the rows of [stretchWords] words or more that go on in neither
// direction, the longest first.
func longestRows(from, to []rowWord, at map[uint64][]int) []row {
	var rows []row
	for o := 0; o+stretchWords <= len(from); o++ {
		if !sameRow(from[o : o+stretchWords]) {
			continue
		}
		places := at[foldedKey(from[o:o+stretchWords])]
		for _, i := range places[:min(len(places), repeated)] {
			if o > 0 && i > 0 && from[o-1].in == from[o].in && to[i-1].in == to[i].in && from[o-1].fold == to[i-1].fold {
				continue // part of the one before
			}
			if n := commonRow(from[o:], to[i:]); n >= stretchWords {
				rows = append(rows, row{o, i, n})
			}
		}
	}
	slices.SortFunc(rows, func(a, b row) int { return cmp.Or(b.n-a.n, a.out-b.out, a.in-b.in) })
	return rows
}

// together makes one piece of those without a partner that follow each other in a run.
func (f *finder) together(ps []*piece) []*piece {
	var list []*piece
	for _, p := range ps {
		if n := len(list); n > 0 && p.partner == nil {
			if last := list[n-1]; last.partner == nil && last.change == p.change && last.run == p.run {
				whole := *last
				whole.tokens = last.tokens[:len(last.tokens)+len(p.tokens)] // both are parts of one run
				whole.words += p.words
				list[n-1] = &whole
				continue
			}
		}
		list = append(list, p)
	}
	return list
}

// rowWord is a word of a piece without a partner.
type rowWord struct {
	fold  uint32
	in    *piece
	token int
	taken bool
}

func rowWords(ps []*piece) []rowWord {
	var list []rowWord
	for _, p := range ps {
		if p.partner != nil {
			continue
		}
		for i := range p.tokens {
			if t := &p.tokens[i]; t.IsWord() {
				list = append(list, rowWord{fold: t.Fold(), in: p, token: i})
			}
		}
	}
	return list
}

func sameRow(row []rowWord) bool { return row[0].in == row[len(row)-1].in }

// commonRow is with how many words in a row, none of them taken, both begin.
func commonRow(a, b []rowWord) int {
	n := 0
	for n < len(a) && n < len(b) && a[n].fold == b[n].fold && !a[n].taken && !b[n].taken && a[n].in == a[0].in && b[n].in == b[0].in {
		n++
	}
	return n
}

func foldedKey(row []rowWord) uint64 {
	h := uint64(14695981039346656037)
	for i := range row {
		h = (h ^ uint64(row[i].fold)) * 1099511628211
		h ^= h >> 29
	}
	return h
}

// cut is a part of a piece that moves by itself.
type cut struct {
	start, end int // tokens of the piece that it is cut from
	piece      *piece
}

func cutOf(row []rowWord) cut {
	p := row[0].in
	start, end := row[0].token, row[len(row)-1].token+1
	part := &piece{change: p.change, run: p.run, start: p.start + start, clause: p.clause, tokens: p.tokens[start:end:end], words: len(row)}
	return cut{start, end, part}
}

// split replaces each piece by what was cut from it and what is left.
func split(ps []*piece, cuts map[*piece][]cut) []*piece {
	var list []*piece
	for _, p := range ps {
		list = append(list, pieceParts(p, cuts[p])...)
	}
	return list
}

func pieceParts(p *piece, cuts []cut) []*piece {
	if len(cuts) == 0 {
		return []*piece{p}
	}
	slices.SortFunc(cuts, func(a, b cut) int { return a.start - b.start })
	var list []*piece
	rest := func(start, end int) {
		if start < end {
			list = append(list, &piece{change: p.change, run: p.run, start: p.start + start, clause: p.clause, tokens: p.tokens[start:end:end], words: words.Count(p.tokens[start:end])})
		}
	}
	at := 0
	for _, c := range cuts {
		rest(at, c.start)
		list = append(list, c.piece)
		at = c.end
	}
	rest(at, len(p.tokens))
	return list
}
