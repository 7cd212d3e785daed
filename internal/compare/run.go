package compare

import "conceptdiff/internal/textdiff"

// run is an edit in the making: tokens with one fate. The tokens are slices of
// the clauses', so that cutting and counting costs no copy.
type run struct {
	op       Op
	old, new []textdiff.Token
	move     int // number of the move, from 1; 0 when the words did not move
}

// diff finds the runs between two texts.
func (b *builder) diff(old, new []textdiff.Token) []run {
	found := b.lex.Runs(old, new)
	runs := make([]run, len(found))
	for i, f := range found {
		r := &runs[i]
		switch f.Op {
		case textdiff.Keep:
			r.op = Keep
		case textdiff.Delete:
			r.op = Delete
		case textdiff.Insert:
			r.op = Insert
		}
		r.old = old[f.Old.Start:f.Old.End:f.Old.End]
		r.new = new[f.New.Start:f.New.End:f.New.End]
	}
	return runs
}

// count adds the words of a run to a change's.
func (w *WordCount) count(r *run) {
	switch r.op {
	case Keep:
		w.Kept += textdiff.Words(r.old)
	case Delete:
		w.Deleted += textdiff.Words(r.old)
	case Insert:
		w.Inserted += textdiff.Words(r.new)
	case Move:
		w.MovedOut += textdiff.Words(r.old)
		w.MovedIn += textdiff.Words(r.new)
	}
}

// fuse joins neighbouring runs that had the same fate.
func fuse(runs []run) []run {
	out := runs[:0:0]
	for _, r := range runs {
		if n := len(out); n > 0 && out[n-1].sameFate(&r) {
			out[n-1].old = append(out[n-1].old, r.old...)
			out[n-1].new = append(out[n-1].new, r.new...)
			continue
		}
		out = append(out, r)
	}
	return out
}

func (r *run) sameFate(s *run) bool {
	return r.op == s.op && r.move == s.move && (r.op != Move || (len(r.old) == 0) == (len(s.old) == 0))
}

// breaks counts the line breaks between blocks.
func breaks(tokens []textdiff.Token) int {
	n := 0
	for _, t := range tokens {
		if t.Text == "\n" { // not what else ends a line inside a block
			n++
		}
	}
	return n
}

// blank reports whether there is nothing but white space.
func blank(tokens []textdiff.Token) bool {
	for _, t := range tokens {
		if t.Class() != textdiff.Space && t.Class() != textdiff.Break {
			return false
		}
	}
	return true
}
