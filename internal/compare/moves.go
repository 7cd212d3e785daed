package compare

import (
	"cmp"
	"slices"
	"strings"

	"conceptdiff/internal/textdiff"
)

const (
	// A sentence found elsewhere word by word is moved when it has this many
	// words; a shorter one may stand in two places by chance.
	movedWords = 6
	// Inside one clause, where an item changed its place, less is enough.
	movedWordsInside = 2
	// A sentence that was reworded on the way must be longer and share this
	// much of its words (dice), so that a phrase in common is not called a move.
	movedRewordedWords = 10
	movedRewordedShare = 0.6
)

// piece is a sentence, or what is left of one, that one change deletes or
// inserts.
type piece struct {
	change, edit int
	clause       string // address of the clause it stands in
	tokens       []textdiff.Token
	words        int
	key          uint64
	partner      *piece
}

// moves finds deleted sentences that were inserted elsewhere and turns both
// into moves.
func (b *builder) moves(changes []Change) {
	out, in := b.pieces(changes, Delete), b.pieces(changes, Insert)
	if len(out) == 0 || len(in) == 0 {
		return
	}
	matchInside(out, in)
	matchEqual(out, in)
	b.matchReworded(out, in)
	b.apply(changes, out, in)
}

// pieces cuts the deleted or inserted runs of all changes into sentences. The
// white space between two is a piece too, without words.
func (b *builder) pieces(changes []Change, op Op) []*piece {
	var ps []*piece
	for ci := range changes {
		ch := &changes[ci]
		blocks := blocksOf(ch.Old)
		if op == Insert {
			blocks = blocksOf(ch.New)
		}
		block := 0
		for ei, e := range ch.Edits {
			run := e.Old
			if op == Insert {
				run = e.New
			}
			if e.Op != op {
				block += count(run, '\n')
				continue
			}
			tokens := b.lex.Tokens(run)
			add := func(tokens []textdiff.Token) {
				if len(tokens) > 0 {
					ps = append(ps, &piece{
						change: ci, edit: ei, clause: blocks[block].Clause.Address(),
						tokens: tokens, words: textdiff.Words(tokens), key: hashTokens(tokens),
					})
					block += count(text(tokens), '\n')
				}
			}
			end := 0
			for _, r := range b.lex.Sentences(tokens) {
				add(tokens[end:r.Start])
				add(tokens[r.Start:r.End])
				end = r.End
			}
			add(tokens[end:])
		}
	}
	return ps
}

// matchInside pairs equal pieces of the same change, for swapped items.
func matchInside(out, in []*piece) {
	type place struct {
		change int
		key    uint64
	}
	free := map[place][]*piece{}
	for _, p := range in {
		if p.words >= movedWordsInside {
			k := place{p.change, p.key}
			free[k] = append(free[k], p)
		}
	}
	for _, p := range out {
		k := place{p.change, p.key}
		if p.words >= movedWordsInside && len(free[k]) > 0 {
			p.partner, free[k][0].partner = free[k][0], p
			free[k] = free[k][1:]
		}
	}
}

// matchEqual pairs equal pieces that are unique on both sides.
func matchEqual(out, in []*piece) {
	type seen struct {
		out, in   *piece
		outs, ins int
	}
	keys := map[uint64]*seen{}
	at := func(p *piece) *seen {
		if keys[p.key] == nil {
			keys[p.key] = &seen{}
		}
		return keys[p.key]
	}
	for _, p := range out {
		if p.partner == nil && p.words >= movedWords {
			s := at(p)
			s.out, s.outs = p, s.outs+1
		}
	}
	for _, p := range in {
		if p.partner == nil && p.words >= movedWords {
			s := at(p)
			s.in, s.ins = p, s.ins+1
		}
	}
	for _, p := range out {
		if s := keys[p.key]; s != nil && s.out == p && s.outs == 1 && s.ins == 1 {
			p.partner, s.in.partner = s.in, p
		}
	}
}

// matchReworded pairs pieces that share most of their words. Candidates come
// from an index of the words that few pieces hold; the best pairs go first.
func (b *builder) matchReworded(out, in []*piece) {
	const crowd = 12
	index := map[uint32][]int{}
	for i, p := range in {
		if p.partner != nil || p.words < movedRewordedWords {
			continue
		}
		for id := range wordSet(p) {
			index[id] = append(index[id], i)
		}
	}
	type match struct {
		out, in int
		share   float64
	}
	var found []match
	for o, p := range out {
		if p.partner != nil || p.words < movedRewordedWords {
			continue
		}
		mine := wordSet(p)
		tried := map[int]bool{}
		for id := range mine {
			if len(index[id]) > crowd {
				continue
			}
			for _, i := range index[id] {
				if tried[i] || in[i].change == p.change {
					continue
				}
				tried[i] = true
				if s := bagDice(mine, wordSet(in[i])); s >= movedRewordedShare {
					found = append(found, match{o, i, s})
				}
			}
		}
	}
	slices.SortFunc(found, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.share, x.share), x.out-y.out, x.in-y.in)
	})
	for _, m := range found {
		if out[m.out].partner == nil && in[m.in].partner == nil {
			out[m.out].partner, in[m.in].partner = in[m.in], out[m.out]
		}
	}
}

// wordSet is the bag of a piece's words by folded identity.
func wordSet(p *piece) map[uint32]int {
	bag := make(map[uint32]int, p.words)
	for _, t := range p.tokens {
		if t.IsWord() {
			bag[t.Fold]++
		}
	}
	return bag
}

func bagDice(a, b map[uint32]int) float64 {
	shared, total := 0, 0
	for id, n := range a {
		shared += min(n, b[id])
		total += n
	}
	for _, n := range b {
		total += n
	}
	return 2 * float64(shared) / float64(total)
}

// apply rewrites the edits of every change that a moved piece left or entered.
func (b *builder) apply(changes []Change, out, in []*piece) {
	outOf, into := byEdit(out), byEdit(in)
	for ci := range changes {
		ch := &changes[ci]
		var edits []Edit
		for ei, e := range ch.Edits {
			at := [2]int{ci, ei}
			switch {
			case e.Op == Delete && outOf[at] != nil:
				for _, p := range outOf[at] {
					edits = append(edits, b.movedOut(p)...)
				}
			case e.Op == Insert && into[at] != nil:
				for _, p := range into[at] {
					edits = append(edits, b.movedIn(p)...)
				}
			default:
				edits = append(edits, e)
			}
		}
		ch.Edits = fuse(bridge(edits))
	}
}

// bridge lets the white space between two sentences that moved together move
// with them.
func bridge(edits []Edit) []Edit {
	for i := 1; i+1 < len(edits); i++ {
		before, e, after := &edits[i-1], &edits[i], &edits[i+1]
		if before.Op != Move || after.Op != Move || before.From != after.From || before.To != after.To {
			continue
		}
		if (e.Op == Delete && before.To != "" || e.Op == Insert && before.From != "") && strings.TrimSpace(e.Old+e.New) == "" {
			e.Op, e.From, e.To = Move, before.From, before.To
		}
	}
	return edits
}

// byEdit groups pieces by the edit they were cut from, leaving out edits of
// which nothing moved.
func byEdit(ps []*piece) map[[2]int][]*piece {
	m := map[[2]int][]*piece{}
	for _, p := range ps {
		at := [2]int{p.change, p.edit}
		m[at] = append(m[at], p)
	}
	for at, list := range m {
		if !slices.ContainsFunc(list, func(p *piece) bool { return p.partner != nil }) {
			delete(m, at)
		}
	}
	return m
}

// movedOut is the old side of a piece: a move where its words went along, a
// deletion where they did not.
func (b *builder) movedOut(p *piece) []Edit {
	if p.partner == nil {
		return []Edit{{Op: Delete, Old: text(p.tokens)}}
	}
	var edits []Edit
	for _, e := range b.lex.Diff(p.tokens, p.partner.tokens) {
		switch e.Op {
		case textdiff.Keep:
			edits = append(edits, Edit{Op: Move, Old: e.Old, To: p.partner.clause})
		case textdiff.Delete:
			edits = append(edits, Edit{Op: Delete, Old: e.Old})
		}
	}
	return edits
}

// movedIn is the new side of a piece.
func (b *builder) movedIn(p *piece) []Edit {
	if p.partner == nil {
		return []Edit{{Op: Insert, New: text(p.tokens)}}
	}
	var edits []Edit
	for _, e := range b.lex.Diff(p.partner.tokens, p.tokens) {
		switch e.Op {
		case textdiff.Keep:
			edits = append(edits, Edit{Op: Move, New: e.New, From: p.partner.clause})
		case textdiff.Insert:
			edits = append(edits, Edit{Op: Insert, New: e.New})
		}
	}
	return edits
}

// fuse joins neighbouring edits that had the same fate.
func fuse(edits []Edit) []Edit {
	var out []Edit
	for _, e := range edits {
		if n := len(out); n > 0 && out[n-1].Op == e.Op && out[n-1].From == e.From && out[n-1].To == e.To &&
			(e.Op != Move || (out[n-1].Old == "") == (e.Old == "")) {
			out[n-1].Old += e.Old
			out[n-1].New += e.New
			continue
		}
		out = append(out, e)
	}
	return out
}

func text(tokens []textdiff.Token) string {
	s := ""
	for _, t := range tokens {
		s += t.Text
	}
	return s
}
