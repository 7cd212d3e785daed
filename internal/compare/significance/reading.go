package significance

import (
	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/textdiff"
)

// reading is a change as the rules of significance read it: both sides token by
// token, and the passages in which they differ. It is used again for the next
// change.
type reading struct {
	old, new wording
	passages []passage
	runs     []moves.Run
}

// passage is one place at which the texts differ: what of either side was deleted
// and inserted between two tokens that were kept. Words that moved may stand
// between.
type passage struct {
	old, new textdiff.Range // of tokens
	form     bool           // differs in form only
}

// kept stands in [wording.passage] for a token that was kept or moved.
const kept = -1

// read reads a change. Of long stretches that were kept only the paragraphs
// beside a change are read.
func (r *reading) read(runs []moves.Run, ts *traits) {
	r.runs = runs
	r.passages = r.passages[:0]
	r.old.reset(ts.lex)
	r.new.reset(ts.lex)
	open := false // whether the last passage can go on
	for i := range runs {
		switch e := &runs[i]; e.Op {
		case moves.Keep:
			open = false
			r.old.addKept(e.Old, i, len(runs))
			r.new.addKept(e.New, i, len(runs))
		case moves.Move:
			r.old.add(e.Old, kept)
			r.new.add(e.New, kept)
		default:
			if !open {
				r.passages = append(r.passages, passage{})
				open = true
			}
			at := len(r.passages) - 1
			p := &r.passages[at]
			p.old = r.old.extend(p.old, e.Old, at)
			p.new = r.new.extend(p.new, e.New, at)
		}
	}
	r.old.finish(ts)
	r.new.finish(ts)
}
