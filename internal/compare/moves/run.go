package moves

import "conceptdiff/internal/textdiff"

// Op is what became of a run of words.
type Op string

// The operations.
const (
	Keep   Op = "keep"
	Delete Op = "delete"
	Insert Op = "insert"
	Move   Op = "move"
)

// Run is an edit in the making: tokens with one fate. The tokens are slices of
// the clauses', so that cutting and counting costs no copy.
type Run struct {
	Op       Op
	Old, New []textdiff.Token
	Move     int // number of the move, from 1; 0 when the words did not move
}

// Diff finds the runs that lead from one text to the other, none of them moved.
func Diff(lex *textdiff.Lexicon, old, new []textdiff.Token) []Run {
	found := lex.Runs(old, new)
	runs := make([]Run, len(found))
	for i, f := range found {
		r := &runs[i]
		switch f.Op {
		case textdiff.Keep:
			r.Op = Keep
		case textdiff.Delete:
			r.Op = Delete
		case textdiff.Insert:
			r.Op = Insert
		}
		r.Old = old[f.Old.Start:f.Old.End:f.Old.End]
		r.New = new[f.New.Start:f.New.End:f.New.End]
	}
	return runs
}

// fuse joins neighbouring runs that had the same fate.
func fuse(runs []Run) []Run {
	out := runs[:0:0]
	for _, r := range runs {
		if n := len(out); n > 0 && out[n-1].sameFate(&r) {
			out[n-1].Old = append(out[n-1].Old, r.Old...)
			out[n-1].New = append(out[n-1].New, r.New...)
			continue
		}
		out = append(out, r)
	}
	return out
}

func (r *Run) sameFate(s *Run) bool {
	return r.Op == s.Op && r.Move == s.Move && (r.Op != Move || (len(r.Old) == 0) == (len(s.Old) == 0))
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
