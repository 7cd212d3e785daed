package claim

import (
	"slices"
	"sort"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// tracer follows the sentences of the old revision into the new one along the
// edits of a comparison.
type tracer struct {
	c       *compare.Comparison
	units   []unit            // of the old text, in document order
	traces  []*trace          // one a change
	byOld   map[string]*trace // by address of the old clause
	byNew   map[string]*trace // by address of the new clause
	oldSaid map[string]bool   // the word sequences of the old text's sentences
	newSaid map[string]newRef // a new sentence for each word sequence
	known   map[*sentence]outcome
}

// trace is one change with its two texts cut into units and its edits placed in
// them.
type trace struct {
	change   *compare.Change
	old, new []unit
	oldBase  map[*revision.Clause]int // where an old clause begins in the change's old text
	newBase  map[*revision.Clause]int
	pieces   []piece
	said     []placed           // the new sentences in order
	likeness map[newRef]float64 // see [trace.likest]
}

// piece is one edit and the stretches of the old and the new text it covers.
type piece struct {
	edit     compare.Edit
	old, new span
	// The words of the edit's two texts, made when first asked for.
	oldList, newList []word
}

func (p *piece) oldWords() []word {
	if p.oldList == nil {
		p.oldList = scan(p.edit.Old)
	}
	return p.oldList
}

func (p *piece) newWords() []word {
	if p.newList == nil && p.edit.New == p.edit.Old {
		p.newList = p.oldWords()
	} else if p.newList == nil {
		p.newList = scan(p.edit.New)
	}
	return p.newList
}

// placed is a new sentence and the bytes of the change's new text it covers.
type placed struct {
	newRef
	at span
}

// newRef points to a sentence of the new revision.
type newRef struct {
	trace    *trace
	unit     int
	sentence int
}

func (r newRef) get() (*unit, *sentence) {
	u := &r.trace.new[r.unit]
	return u, &u.sentences[r.sentence]
}

func newTracer(c *compare.Comparison) *tracer {
	t := &tracer{
		c: c, byOld: make(map[string]*trace), byNew: make(map[string]*trace),
		oldSaid: make(map[string]bool), newSaid: make(map[string]newRef),
		known: make(map[*sentence]outcome),
	}
	oldUnits, newUnits := unitsByClause(c.OldClauses), unitsByClause(c.NewClauses)
	for _, cl := range c.OldClauses {
		t.units = append(t.units, oldUnits[cl]...)
	}
	for i := range c.Changes {
		tr := newTrace(&c.Changes[i], oldUnits, newUnits)
		t.traces = append(t.traces, tr)
		for _, cl := range tr.change.Old {
			t.byOld[cl.Address()] = tr
		}
		for _, cl := range tr.change.New {
			t.byNew[cl.Address()] = tr
		}
	}
	for _, tr := range t.traces {
		for _, u := range tr.old {
			for j := range u.sentences {
				t.oldSaid[u.sentences[j].key()] = true
			}
		}
		for i, u := range tr.new {
			for j := range u.sentences {
				key := u.sentences[j].key()
				if _, ok := t.newSaid[key]; !ok {
					t.newSaid[key] = newRef{tr, i, j}
				}
			}
		}
	}
	return t
}

func newTrace(ch *compare.Change, oldUnits, newUnits map[*revision.Clause][]unit) *trace {
	tr := &trace{change: ch, likeness: make(map[newRef]float64)}
	tr.old, tr.oldBase = gather(ch.Old, oldUnits), bases(ch.Old)
	tr.new, tr.newBase = gather(ch.New, newUnits), bases(ch.New)
	for i, u := range tr.new {
		for j, s := range u.sentences {
			at := tr.newBase[u.clause] + s.at
			tr.said = append(tr.said, placed{newRef{tr, i, j}, span{at, at + len(s.text)}})
		}
	}
	at := piece{}
	for _, e := range ch.Edits {
		at.edit = e
		at.old = span{at.old.end, at.old.end + len(e.Old)}
		at.new = span{at.new.end, at.new.end + len(e.New)}
		tr.pieces = append(tr.pieces, at)
	}
	return tr
}

// bases tells where each clause begins in their texts joined by line breaks.
func bases(clauses []*revision.Clause) map[*revision.Clause]int {
	out := make(map[*revision.Clause]int, len(clauses))
	at := 0
	for _, c := range clauses {
		out[c] = at
		at += len(c.Text()) + len("\n")
	}
	return out
}

// left reports whether any word of the sentence left its change by a move.
func (t *tracer) left(tr *trace, u *unit, s *sentence) bool {
	from := tr.oldBase[u.clause] + s.at
	for _, p := range tr.pieces {
		if p.edit.Op == compare.Move && p.edit.Old != "" && p.old.start < from+len(s.text) && from < p.old.end {
			return true
		}
	}
	return false
}

// arrival is a new sentence and how many telling words of an old one stand in it.
type arrival struct {
	newRef
	words int
}

// arrivals lists the new sentences in which words of an old one stand, in the
// order of the old words.
func (t *tracer) arrivals(tr *trace, u *unit, s *sentence) []arrival {
	var out []arrival
	add := func(ref newRef, ok bool, tells bool) {
		if !ok {
			return
		}
		i := slices.IndexFunc(out, func(a arrival) bool { return a.newRef == ref })
		if i < 0 {
			i, out = len(out), append(out, arrival{newRef: ref})
		}
		if tells {
			out[i].words++
		}
	}
	from := tr.oldBase[u.clause] + s.at
	for i := range tr.pieces {
		p := &tr.pieces[i]
		a, b := max(p.old.start, from), min(p.old.end, from+len(s.text))
		if a >= b {
			continue
		}
		target, landed := t.landing(tr, u.clause.Address(), p)
		if target == nil {
			continue
		}
		there := landed.newWords()
		for i, w := range p.oldWords() {
			if i < len(there) && a-p.old.start <= w.start && w.end <= b-p.old.start {
				ref, found := target.sentenceAt(landed.new.start + there[i].start)
				add(ref, found, isTelling(w))
			}
		}
	}
	return out
}

// landing finds where the words of a piece stand in the new text: there, when
// they are kept; when they moved, in the piece that took them in.
func (t *tracer) landing(tr *trace, from string, p *piece) (*trace, *piece) {
	if p.edit.Op == compare.Keep {
		return tr, p
	}
	target := t.byNew[p.edit.To]
	if p.edit.Op != compare.Move || target == nil {
		return nil, nil
	}
	for i := range target.pieces {
		in := &target.pieces[i]
		if in.edit.Op == compare.Move && in.edit.New != "" && in.edit.From == from && sameWords(p.oldWords(), in.newWords()) {
			return target, in
		}
	}
	return nil, nil
}

// sentenceAt finds the new sentence that covers a byte of the change's new text.
func (tr *trace) sentenceAt(at int) (newRef, bool) {
	i := sort.Search(len(tr.said), func(i int) bool { return tr.said[i].at.end > at })
	if i == len(tr.said) || at < tr.said[i].at.start {
		return newRef{}, false
	}
	return tr.said[i].newRef, true
}
