package textdiff

import "strings"

// write gives the fate of every token: what stands outside hunks is kept, the white
// space goes with the tokens around it.
func (w *writer) write(a, b *nonSpace, hunks []hunk) {
	ai, bi := 0, 0 // how many non-space tokens are dealt with
	for _, h := range hunks {
		w.keepRun(a, b, ai, bi, h.a0-ai)
		w.keepGaps(a, b, h)
		ai, bi = h.a1, h.b1
	}
	w.keepRun(a, b, ai, bi, a.len()-ai)
	if len(hunks) == 0 || ai < a.len() {
		w.keepGap(a.gap(a.len()), b.gap(b.len()))
	}
	w.change(len(w.old), len(w.new))
}

// keepRun keeps n non-space tokens from ai and bi on, and the white space between
// them where it is the same. That before the first is kept only at the start of
// the texts; elsewhere the hunk before decided on it.
func (w *writer) keepRun(a, b *nonSpace, ai, bi, n int) {
	for k := range n {
		if k > 0 || ai == 0 && bi == 0 {
			w.keepGap(a.gap(ai+k), b.gap(bi+k))
		}
		w.keep(int(a.at[ai+k]), int(b.at[bi+k]))
	}
}

// keepGaps keeps the white space at the edges of a hunk, where one that was
// there before still stands there.
func (w *writer) keepGaps(a, b *nonSpace, h hunk) {
	if h.a0 == h.a1 { // one gap was there; it now stands before or after what came in
		old := a.gap(h.a0)
		if !w.keepGap(old, b.gap(h.b0)) {
			w.keepGap(old, b.gap(h.b1))
		}
		return
	}
	if h.b0 == h.b1 {
		new := b.gap(h.b0)
		if !w.keepGap(a.gap(h.a0), new) {
			w.keepGap(a.gap(h.a1), new)
		}
		return
	}
	w.keepGap(a.gap(h.a0), b.gap(h.b0))
	w.keepGap(a.gap(h.a1), b.gap(h.b1))
}

// writer turns the pairs of tokens that are kept, given in order, into runs.
type writer struct {
	old, new []Token
	o, n     int // what is written of each
	o0, n0   int // start of the run of kept tokens that ends there
	runs     []Run
}

// keepGap keeps white space if it is the same on both sides and there is any.
func (w *writer) keepGap(old, new Range) bool {
	n := old.End - old.Start
	if n == 0 || n != new.End-new.Start {
		return false
	}
	for k := range n {
		if w.old[old.Start+k].ID != w.new[new.Start+k].ID {
			return false
		}
	}
	for k := range n {
		w.keep(old.Start+k, new.Start+k)
	}
	return true
}

// keep keeps one token; all before it that was not kept has changed.
func (w *writer) keep(o, n int) {
	if o != w.o || n != w.n {
		w.change(o, n)
	}
	w.o, w.n = o+1, n+1
}

// change writes the kept run, then what changed between it and o and n.
func (w *writer) change(o, n int) {
	if w.o0 < w.o {
		w.runs = append(w.runs, Run{Keep, Range{Start: w.o0, End: w.o}, Range{Start: w.n0, End: w.n}})
	}
	if w.o < o {
		w.runs = append(w.runs, Run{Delete, Range{Start: w.o, End: o}, Range{Start: w.n, End: w.n}})
	}
	if w.n < n {
		w.runs = append(w.runs, Run{Insert, Range{Start: o, End: o}, Range{Start: w.n, End: n}})
	}
	w.o, w.n, w.o0, w.n0 = o, n, o, n
}

func join(tokens []Token) string {
	if len(tokens) == 1 {
		return tokens[0].Text
	}
	n := 0
	for i := range tokens {
		n += len(tokens[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range tokens {
		b.WriteString(tokens[i].Text)
	}
	return b.String()
}
