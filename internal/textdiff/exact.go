package textdiff

import "slices"

// exact pairs the positions inA of a and inB of b by a shortest edit script.
func (al *aligner) exact(inA, inB []int32) {
	if len(inA) == 0 || len(inB) == 0 {
		return
	}
	s := &al.script
	s.x, s.y, s.hunks = s.x[:0], s.y[:0], s.hunks[:0]
	for _, i := range inA {
		s.x = append(s.x, al.a[i])
	}
	for _, j := range inB {
		s.y = append(s.y, al.b[j])
	}
	s.solve(hunk{0, len(inA), 0, len(inB)})
	i, j := 0, 0
	for _, h := range append(s.hunks, hunk{a0: len(inA), b0: len(inB)}) {
		for ; i < h.a0; i, j = i+1, j+1 {
			al.pairs[inA[i]] = inB[j]
		}
		i, j = h.a1, h.b1
	}
}

// script finds a shortest edit script of two sequences in linear space: E. W.
// Myers, «An O(ND) Difference Algorithm and Its Variations», 1986. Of several it
// finds the one that go-diff does (github.com/sergi/go-diff, after N. Fraser),
// which the tests hold it against.
type script struct {
	x, y  []uint32
	hunks []hunk // the script so far, in order
	// The furthest points reached from the start and from the end, by diagonal;
	// -1 where none was.
	forward, backward []int32
}

// solve appends the script of one part of the sequences to the hunks.
func (s *script) solve(part hunk) {
	first := len(s.hunks)
	h := part
	for h.a0 < h.a1 && h.b0 < h.b1 && s.x[h.a0] == s.y[h.b0] {
		h.a0, h.b0 = h.a0+1, h.b0+1
	}
	for h.a0 < h.a1 && h.b0 < h.b1 && s.x[h.a1-1] == s.y[h.b1-1] {
		h.a1, h.b1 = h.a1-1, h.b1-1
	}
	switch {
	case h.a0 == h.a1 && h.b0 == h.b1:
		return
	case h.a0 == h.a1 || h.b0 == h.b1:
		s.hunks = append(s.hunks, h)
	default:
		if !s.inside(h) {
			s.bisect(h)
		}
	}
	s.join(first)
	for s.shift(first, part) {
		s.join(first)
	}
}

// inside solves a part of which one side stands in the other as a whole.
func (s *script) inside(h hunk) bool {
	n, m := h.a1-h.a0, h.b1-h.b0
	if n > m {
		i := index(s.x[h.a0:h.a1], s.y[h.b0:h.b1])
		if i < 0 {
			return false
		}
		i += h.a0
		s.hunks = append(s.hunks, hunk{h.a0, i, h.b0, h.b0}, hunk{i + m, h.a1, h.b1, h.b1})
		return true
	}
	j := index(s.y[h.b0:h.b1], s.x[h.a0:h.a1])
	if j < 0 {
		return false
	}
	j += h.b0
	s.hunks = append(s.hunks, hunk{h.a0, h.a0, h.b0, j}, hunk{h.a1, h.a1, j + n, h.b1})
	return true
}

// index is where part first stands in whole, or -1.
func index(whole, part []uint32) int {
	for i := 0; i+len(part) <= len(whole); i++ {
		if whole[i] == part[0] && slices.Equal(whole[i:i+len(part)], part) {
			return i
		}
	}
	return -1
}

// bisect finds a point in the middle of a shortest script, and solves what stands
// before it and after it. No end is common and no side empty.
func (s *script) bisect(h hunk) {
	if x, y, ok := s.middle(s.x[h.a0:h.a1], s.y[h.b0:h.b1]); ok {
		s.solve(hunk{h.a0, h.a0 + x, h.b0, h.b0 + y})
		s.solve(hunk{h.a0 + x, h.a1, h.b0 + y, h.b1})
		return
	}
	s.hunks = append(s.hunks, h)
}

// middle searches from both ends until the searches meet, and gives the point.
// They do not if x and y have nothing in common.
func (s *script) middle(x, y []uint32) (int, int, bool) {
	n, m := len(x), len(y)
	most := (n + m + 1) / 2 // edits of each search
	zero := most + 1        // index of diagonal 0
	if len(s.forward) < 2*zero+1 {
		s.forward, s.backward = make([]int32, 3*zero), make([]int32, 3*zero)
	}
	fwd, bwd := s.forward, s.backward
	fwd[zero], bwd[zero] = -1, -1
	fwd[zero+1], bwd[zero+1] = 0, 0
	delta := n - m
	odd := delta%2 != 0
	var skipF, skipB [2]int // diagonals at either end that left the grid
	for d := range most {
		fwd[zero-d-1], bwd[zero-d-1] = -1, -1
		if d > 0 {
			fwd[zero+d+1], bwd[zero+d+1] = -1, -1
		}
		for k := skipF[0] - d; k <= d-skipF[1]; k += 2 {
			i := step(fwd[zero+k-1:zero+k+2], k == -d, k == d)
			for i < n && i-k < m && x[i] == y[i-k] {
				i++
			}
			fwd[zero+k] = int32(i)
			switch other := delta - k; {
			case i > n:
				skipF[1] += 2
			case i-k > m:
				skipF[0] += 2
			case odd && -d <= other && other <= d && bwd[zero+other] >= 0 && i >= n-int(bwd[zero+other]):
				return i, i - k, true
			}
		}
		for k := skipB[0] - d; k <= d-skipB[1]; k += 2 {
			i := step(bwd[zero+k-1:zero+k+2], k == -d, k == d)
			for i < n && i-k < m && x[n-1-i] == y[m-1-(i-k)] {
				i++
			}
			bwd[zero+k] = int32(i)
			switch other := delta - k; {
			case i > n:
				skipB[1] += 2
			case i-k > m:
				skipB[0] += 2
			case !odd && -d <= other && other <= d && fwd[zero+other] >= 0 && int(fwd[zero+other]) >= n-i:
				i = int(fwd[zero+other])
				return i, i - other, true
			}
		}
	}
	return 0, 0, false
}

// step is how far one more edit leads on a diagonal, the middle of three; first
// and last tell whether it is the outermost so far.
func step(reached []int32, first, last bool) int {
	if first || !last && reached[0] < reached[2] {
		return int(reached[2])
	}
	return int(reached[0]) + 1
}

// join makes one hunk of two that touch, from the first-th on.
func (s *script) join(first int) {
	out := s.hunks[:first]
	for _, h := range s.hunks[first:] {
		if n := len(out); n > first && out[n-1].a1 == h.a0 && out[n-1].b1 == h.b0 {
			out[n-1].a1, out[n-1].b1 = h.a1, h.b1
			continue
		}
		out = append(out, h)
	}
	s.hunks = out
}

// shift moves a deletion or insertion that can stand right beside the one before
// it or after it, or at the end of the part, there; it reports whether it moved
// one.
func (s *script) shift(first int, part hunk) bool {
	moved := false
	hunks := s.hunks[first:]
	for i := range hunks {
		h := &hunks[i]
		if h.isReplacement() {
			continue
		}
		left, right := h.a0-part.a0, part.a1-h.a1
		if i > 0 {
			left = h.a0 - hunks[i-1].a1
		}
		if i+1 < len(hunks) {
			right = hunks[i+1].a0 - h.a1
		}
		if left == 0 || right == 0 {
			continue
		}
		seq, lo, hi := s.x, h.a0, h.a1
		if lo == hi {
			seq, lo, hi = s.y, h.b0, h.b1
		}
		switch {
		case left <= hi-lo && slices.Equal(seq[lo-left:lo], seq[hi-left:hi]):
			*h = h.shift(-left)
			moved = true
		case right <= hi-lo && slices.Equal(seq[lo:lo+right], seq[hi:hi+right]):
			*h = h.shift(right)
			moved = true
		}
	}
	return moved
}
