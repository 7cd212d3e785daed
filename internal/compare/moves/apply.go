package moves

import (
	"slices"

	"conceptdiff/internal/textdiff"
)

// apply rewrites the runs of every change that a moved piece left or entered.
func (f *finder) apply(out, in []*piece) {
	all := make([][]Run, len(f.changes))
	for i := range all {
		all[i] = f.changes[i].Runs
	}
	moved := make([]bool, len(all))
	moves := 0
	for _, p := range out {
		if p.partner != nil {
			moved[p.change], moved[p.partner.change] = true, true
			moves = f.carry(p, p.partner, moves)
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
			f.changes[ci].Read = rewritten(runs, ci, cut, asRead)
			all[ci] = bridge(rewritten(runs, ci, cut, asMoved), together)
		}
	}
	join(all, moved, moves)
	for ci := range all {
		if moved[ci] {
			f.changes[ci].Runs = fuse(all[ci])
		}
	}
}

// asMoved are the runs of a piece that moved.
func asMoved(p *piece, _ Op) []Run { return p.runs }

// asRead are the runs of a piece that moved as they are read, see [Change].
func asRead(p *piece, op Op) []Run {
	switch {
	case !p.edited && !p.partner.edited:
		return p.runs
	case op == Delete:
		return []Run{{Op: Move, Old: p.tokens, Move: p.runs[0].Move}}
	}
	return p.both
}

// carry says what became of both sides of a piece that moved: moves where its
// words went along, each with a number of its own, deletions and insertions where
// they did not. It returns the last number given.
func (f *finder) carry(out, in *piece, moves int) int {
	in.both = Diff(f.lex, out.tokens, in.tokens)
	if f.anew {
		in.both = keepCapitals(in.both, out, in, [2]bool{f.begins(out, Delete), f.begins(in, Insert)})
	}
	for _, r := range in.both {
		switch r.Op {
		case Keep:
			moves++
			out.runs = append(out.runs, Run{Op: Move, Old: r.Old, Move: moves})
			in.runs = append(in.runs, Run{Op: Move, New: r.New, Move: moves})
		case Delete:
			out.runs, out.edited = append(out.runs, r), true
		case Insert:
			in.runs, in.edited = append(in.runs, r), true
		}
	}
	return moves
}

// rewritten are the runs of a change with the pieces that moved cut out of them and
// put as moved says.
func rewritten(runs []Run, change int, cut map[[2]int][]*piece, moved func(*piece, Op) []Run) []Run {
	var next []Run
	for i, r := range runs {
		ps := cut[[2]int{change, i}]
		if !slices.ContainsFunc(ps, func(p *piece) bool { return p.partner != nil }) {
			next = append(next, r)
			continue
		}
		for _, p := range ps {
			switch {
			case p.partner != nil:
				next = append(next, moved(p, r.Op)...)
			case r.Op == Delete:
				next = append(next, Run{Op: Delete, Old: p.tokens})
			default:
				next = append(next, Run{Op: Insert, New: p.tokens})
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
			if r.Op == Move {
				t[r.Move] = [2]int{p.clause, p.partner.clause}
			}
		}
	}
	return t
}

// bridge lets the white space between two sentences that moved together move with
// the first.
func bridge(runs []Run, way together) []Run {
	for i := 1; i+1 < len(runs); i++ {
		before, r, after := &runs[i-1], &runs[i], &runs[i+1]
		if before.Op != Move || after.Op != Move || (len(before.Old) == 0) != (len(after.Old) == 0) || way[before.Move] != way[after.Move] {
			continue
		}
		if r.Op == Delete && len(before.Old) > 0 && blank(r.Old) || r.Op == Insert && len(before.New) > 0 && blank(r.New) {
			r.Op, r.Move = Move, before.Move
		}
	}
	return runs
}

// join makes one move of two that follow each other on both sides, with the same
// white space between them.
func join(all [][]Run, moved []bool, moves int) {
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
				text := [2][]textdiff.Token{r.Old, r.New}[side]
				switch {
				case r.Op != Move || len(text) == 0:
					last = 0
				case r.Move == last:
					gap += textOf(text)
				default:
					if last > 0 {
						follows[side][last] = next{r.Move, gap}
					}
					last, gap = r.Move, ""
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
			if !moved[ci] || r.Op != Move {
				continue
			}
			if number[one[r.Move]] == 0 {
				last++
				number[one[r.Move]] = last
			}
			r.Move = number[one[r.Move]]
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
