package compare

import "slices"

// apply rewrites the runs of every change that a moved piece left or entered.
func (b *builder) apply(all [][]run, out, in []*piece) {
	moved := make([]bool, len(all))
	for _, p := range out {
		if p.partner != nil {
			moved[p.change], moved[p.partner.change] = true, true
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
	for ci, runs := range all {
		if !moved[ci] {
			continue
		}
		var next []run
		for ri, r := range runs {
			ps := cut[[2]int{ci, ri}]
			if !slices.ContainsFunc(ps, func(p *piece) bool { return p.partner != nil }) {
				next = append(next, r)
				continue
			}
			for _, p := range ps {
				if r.op == Delete {
					next = append(next, b.movedOut(p)...)
				} else {
					next = append(next, b.movedIn(p)...)
				}
			}
		}
		all[ci] = fuse(bridge(next))
	}
}

// bridge lets the white space between two sentences that moved together move
// with them.
func bridge(runs []run) []run {
	for i := 1; i+1 < len(runs); i++ {
		before, r, after := &runs[i-1], &runs[i], &runs[i+1]
		if before.op != Move || after.op != Move || before.from != after.from || before.to != after.to {
			continue
		}
		if r.op == Delete && before.to != "" && blank(r.old) || r.op == Insert && before.from != "" && blank(r.new) {
			r.op, r.from, r.to = Move, before.from, before.to
		}
	}
	return runs
}

// movedOut is the old side of a piece: a move where its words went along, a
// deletion where they did not.
func (b *builder) movedOut(p *piece) []run {
	if p.partner == nil {
		return []run{{op: Delete, old: p.tokens}}
	}
	var out []run
	for _, r := range b.diff(p.tokens, p.partner.tokens) {
		switch r.op {
		case Keep:
			out = append(out, run{op: Move, old: r.old, to: p.partner.clause})
		case Delete:
			out = append(out, run{op: Delete, old: r.old})
		}
	}
	return out
}

// movedIn is the new side of a piece.
func (b *builder) movedIn(p *piece) []run {
	if p.partner == nil {
		return []run{{op: Insert, new: p.tokens}}
	}
	var out []run
	for _, r := range b.diff(p.partner.tokens, p.tokens) {
		switch r.op {
		case Keep:
			out = append(out, run{op: Move, new: r.new, from: p.partner.clause})
		case Insert:
			out = append(out, run{op: Insert, new: r.new})
		}
	}
	return out
}
