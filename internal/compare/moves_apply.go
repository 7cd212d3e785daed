package compare

import (
	"slices"

	"conceptdiff/internal/textdiff"
)

// apply rewrites the runs of every change that a moved piece left or entered.
func (b *builder) apply(all [][]run, out, in []*piece) {
	moved := make([]bool, len(all))
	moves := 0
	for _, p := range out {
		if p.partner != nil {
			moved[p.change], moved[p.partner.change] = true, true
			moves = b.carry(p, p.partner, moves)
		}
	}
	cut := map[[2]int][]*piece{}
	for _, ps := range [2][]*piece{out, in} {
		for _, p := range ps {
			if at := [2]int{p.change, p.run}; moved[p.change] {
				cut[at] = append(cut[at], p)
			}
		}
	}
	together := newTogether(moves, out)
	for ci, runs := range all {
		if moved[ci] {
			all[ci] = bridge(rewritten(runs, ci, cut), together)
		}
	}
	join(all, moved, moves)
	for ci := range all {
		if moved[ci] {
			all[ci] = fuse(all[ci])
		}
	}
}

// carry says what became of both sides of a piece that moved: moves where its
// words went along, each with a number of its own, deletions and insertions where
// they did not. It returns the last number given.
func (b *builder) carry(out, in *piece, moves int) int {
	for _, r := range b.diff(out.tokens, in.tokens) {
		switch r.op {
		case Keep:
			moves++
			out.runs = append(out.runs, run{op: Move, old: r.old, move: moves})
			in.runs = append(in.runs, run{op: Move, new: r.new, move: moves})
		case Delete:
			out.runs = append(out.runs, r)
		case Insert:
			in.runs = append(in.runs, r)
		}
	}
	return moves
}

// rewritten are the runs of a change with the pieces that moved cut out of them.
func rewritten(runs []run, change int, cut map[[2]int][]*piece) []run {
	var next []run
	for i, r := range runs {
		ps := cut[[2]int{change, i}]
		if !slices.ContainsFunc(ps, func(p *piece) bool { return p.partner != nil }) {
			next = append(next, r)
			continue
		}
		for _, p := range ps {
			switch {
			case p.partner != nil:
				next = append(next, p.runs...)
			case r.op == Delete:
				next = append(next, run{op: Delete, old: p.tokens})
			default:
				next = append(next, run{op: Insert, new: p.tokens})
			}
		}
	}
	return next
}

// together tells of each move between which clauses it goes: two that go the same
// way, one after the other, take the white space between them along.
type together [][2]int

func newTogether(moves int, out []*piece) together {
	t := make(together, moves+1)
	for _, p := range out {
		for _, r := range p.runs {
			if r.op == Move {
				t[r.move] = [2]int{p.clause, p.partner.clause}
			}
		}
	}
	return t
}

// bridge lets the white space between two sentences that moved together move with
// the first.
func bridge(runs []run, way together) []run {
	for i := 1; i+1 < len(runs); i++ {
		before, r, after := &runs[i-1], &runs[i], &runs[i+1]
		if before.op != Move || after.op != Move || (len(before.old) == 0) != (len(after.old) == 0) || way[before.move] != way[after.move] {
			continue
		}
		if r.op == Delete && len(before.old) > 0 && blank(r.old) || r.op == Insert && len(before.new) > 0 && blank(r.new) {
			r.op, r.move = Move, before.move
		}
	}
	return runs
}

// join makes one move of two that follow each other on both sides, with the same
// white space between them.
func join(all [][]run, moved []bool, moves int) {
	type next struct {
		move int
		gap  string // what stands between the two
	}
	follows := [2][]next{make([]next, moves+1), make([]next, moves+1)}
	for ci, runs := range all {
		if !moved[ci] {
			continue
		}
		for side := range follows {
			last, gap := 0, ""
			for _, r := range runs {
				text := [2][]textdiff.Token{r.old, r.new}[side]
				switch {
				case r.op != Move || len(text) == 0:
					last = 0
				case r.move == last:
					gap += textOf(text)
				default:
					if last > 0 {
						follows[side][last] = next{r.move, gap}
					}
					last, gap = r.move, ""
				}
			}
		}
	}
	one := make([]int, moves+1) // the move that each is now part of
	for m := range one {
		one[m] = m
	}
	for m := 1; m <= moves; m++ { // numbers rise along the old text
		if n := follows[0][m]; n.move > 0 && n == follows[1][m] {
			one[n.move] = one[m]
		}
	}
	number, last := make([]int, moves+1), 0 // without gaps, in the order of the changes
	for ci, runs := range all {
		for i := range runs {
			r := &runs[i]
			if !moved[ci] || r.op != Move {
				continue
			}
			if number[one[r.move]] == 0 {
				last++
				number[one[r.move]] = last
			}
			r.move = number[one[r.move]]
		}
	}
}

// textOf is the text that tokens make up.
func textOf(tokens []textdiff.Token) string {
	s := ""
	for i := range tokens {
		s += tokens[i].Text
	}
	return s
}
