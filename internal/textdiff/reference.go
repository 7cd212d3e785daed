package textdiff

import "unicode/utf8"

// keepReferences widens edits so that they do not cut through a reference:
//
//	Article 4([-1-]{+2+})(a)   →   Article [-4(1)(a)-]{+4(2)(a)+}
//
// A step that is added to one or taken off stays as it is: 4(1){+(a)+}.
func (p *polisher) keepReferences(hunks []hunk) []hunk {
	p.joinedA, p.joinedB = p.a.joined(p.joinedA), p.b.joined(p.joinedB)
	inA, inB := p.joinedA, p.joinedB
	for i := range hunks {
		h := &hunks[i]
		if !h.isReplacement() && p.a.isBalanced(h.a0, h.a1) && p.b.isBalanced(h.b0, h.b1) {
			continue
		}
		lo, hi := 0, p.a.len()
		if i > 0 {
			lo = hunks[i-1].a1
		}
		if i+1 < len(hunks) {
			hi = hunks[i+1].a0
		}
		for h.a0 > lo && (inA[h.a0] || inB[h.b0]) {
			h.a0, h.b0 = h.a0-1, h.b0-1
		}
		for h.a1 < hi && (inA[h.a1] || inB[h.b1]) {
			h.a1, h.b1 = h.a1+1, h.b1+1
		}
	}
	return p.joinTouching(hunks)
}

// joined tells for each non-space token, and the end, whether it goes on with a
// reference: a number with steps in brackets or after strokes, 12(2)(a), 2008/48/EC.
// It tells so in joined.
func (k *nonSpace) joined(joined []bool) []bool {
	joined = cleared(joined, k.len()+1)
	isStep := func(i int) bool { return i < k.len() && k.isTight(i) && k.weight[i] != markWeight }
	isMark := func(i int, mark string) bool { return i < k.len() && k.isTight(i) && k.token(i).Text == mark }
	for i := 0; i < k.len(); i++ {
		if k.token(i).Class() != Number {
			continue
		}
		for {
			end := i + 1
			switch {
			case isMark(i+1, "(") && isStep(i+2) && utf8.RuneCountInString(k.token(i+2).Text) <= 4 && isMark(i+3, ")"):
				end = i + 4
			case isMark(i+1, "/") && isStep(i+2):
				end = i + 3
			default:
			}
			if end == i+1 {
				break
			}
			for j := i + 1; j < end; j++ {
				joined[j] = true
			}
			i = end - 1
		}
	}
	return joined
}

// isTight reports whether nothing stands before the i-th non-space token.
func (k *nonSpace) isTight(i int) bool {
	gap := k.gap(i)
	return i > 0 && gap.Start == gap.End
}

// isBalanced reports whether each bracket in the pieces i to j has its partner.
func (k *nonSpace) isBalanced(i, j int) bool {
	depth := 0
	for ; i < j && depth >= 0; i++ {
		switch k.token(i).Text {
		case "(":
			depth++
		case ")":
			depth--
		}
	}
	return depth == 0
}
