package claim

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// tracer follows the sentences of the old revision into the new one along the
// edits of a comparison.
type tracer struct {
	c       *compare.Comparison
	traces  []*trace          // one a change
	byOld   map[string]*trace // by address of the old clause
	byNew   map[string]*trace // by address of the new clause
	oldSaid map[string]bool   // the word sequences of the old text's sentences
	newSaid map[string]newRef // a new sentence for each word sequence
}

// trace is one change with its two texts cut into units and its edits placed in
// them.
type trace struct {
	change   *compare.Change
	old, new []unit
	oldBase  map[*revision.Clause]int // where an old clause begins in the change's old text
	newBase  map[*revision.Clause]int
	pieces   []piece
}

// piece is one edit and the stretches of the old and the new text it covers.
type piece struct {
	edit     compare.Edit
	old, new span
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
	}
	for i := range c.Changes {
		tr := newTrace(&c.Changes[i])
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
			for _, s := range u.sentences {
				t.oldSaid[wordKey(s.words)] = true
			}
		}
		for i, u := range tr.new {
			for j, s := range u.sentences {
				if _, ok := t.newSaid[wordKey(s.words)]; !ok {
					t.newSaid[wordKey(s.words)] = newRef{tr, i, j}
				}
			}
		}
	}
	return t
}

func newTrace(ch *compare.Change) *trace {
	tr := &trace{change: ch}
	tr.old, tr.oldBase = unitsOfAll(ch.Old), bases(ch.Old)
	tr.new, tr.newBase = unitsOfAll(ch.New), bases(ch.New)
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

// wordKey is equal for sentences that have the same words in the same order.
func wordKey(words []word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.fold)
		b.WriteByte(' ')
	}
	return b.String()
}

// outcome is what became of one old sentence.
type outcome struct {
	fate Fate
	to   []newRef // the new sentences that stand in its place
}

// sentence says what became of a sentence of an old unit:
//
//   - its words stand in one new sentence that has no others: [CarriedOver], or
//     [Moved] when that stands in another clause, or the clause has moved;
//   - a new sentence of the same change, or one that its words moved to, says
//     it in part: [Amended]. Such a sentence is one that stood nowhere in the
//     old text, at least half alike, and not more like another old sentence of
//     the change, unless it takes in nearly all of this one;
//   - else [Removed].
func (t *tracer) sentence(tr *trace, u *unit, s *sentence) outcome {
	arrived := t.arrivals(tr, u, s)
	for _, ref := range arrived {
		if _, n := ref.get(); sameWords(s.words, n.words) {
			if ref.trace != tr || tr.change.Moved || t.left(tr, u, s) {
				return outcome{Moved, []newRef{ref}}
			}
			return outcome{CarriedOver, []newRef{ref}}
		}
	}
	if ref, ok := t.newSaid[wordKey(s.words)]; ok && len(s.words) >= leastWords && !s.heading {
		return outcome{Moved, []newRef{ref}}
	}
	var best newRef
	var score float64
	for _, ref := range t.candidates(tr, arrived) {
		_, n := ref.get()
		if t.oldSaid[wordKey(n.words)] || s.heading != n.heading {
			continue
		}
		d := likeness(s.words, n.words)
		if d > score && (contained(s.words, n.words) >= takenIn || !tr.hasLiker(s, n, d)) {
			best, score = ref, d
		}
	}
	if score >= sameThought {
		return outcome{Amended, []newRef{best}}
	}
	return outcome{fate: Removed}
}

// The bounds of [tracer.sentence].
const (
	leastWords  = 4   // a shorter sentence that stands elsewhere too may be another
	sameThought = 0.5 // likeness from which a sentence counts as another's new wording
	takenIn     = 0.8 // part of a sentence's words from which another takes it in
)

// hasLiker reports whether another old sentence of the change is more like n
// than d.
func (tr *trace) hasLiker(s, n *sentence, d float64) bool {
	for i := range tr.old {
		for j := range tr.old[i].sentences {
			if o := &tr.old[i].sentences[j]; o != s && o.heading == n.heading && likeness(o.words, n.words) > d {
				return true
			}
		}
	}
	return false
}

// contained is the part of a's telling words that b has, from 0 to 1.
func contained(a, b []word) float64 {
	a, b = telling(a), telling(b)
	if len(a) == 0 {
		return 0
	}
	return dice(a, b) * float64(len(a)+len(b)) / 2 / float64(len(a))
}

// likeness is how much of either sentence the other repeats, over the words
// that tell sentences apart.
func likeness(a, b []word) float64 { return dice(telling(a), telling(b)) }

// telling leaves out short words, which every sentence has: "of the", "в".
// When nothing is left they are all that tells.
func telling(words []word) []word {
	var out []word
	for _, w := range words {
		if len([]rune(w.fold)) > 3 {
			out = append(out, w)
		}
	}
	if len(out) == 0 {
		return words
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

// arrivals lists the new sentences in which words of an old one stand, in the
// order of the old words.
func (t *tracer) arrivals(tr *trace, u *unit, s *sentence) []newRef {
	var out []newRef
	add := func(ref newRef, ok bool) {
		if !ok {
			return
		}
		for _, have := range out {
			if have == ref {
				return
			}
		}
		out = append(out, ref)
	}
	from := tr.oldBase[u.clause] + s.at
	for _, p := range tr.pieces {
		a, b := max(p.old.start, from), min(p.old.end, from+len(s.text))
		if a >= b {
			continue
		}
		switch p.edit.Op {
		case compare.Keep:
			for _, w := range within(p.edit.Old, span{a - p.old.start, b - p.old.start}) {
				add(tr.sentenceAt(p.new.start + sameWordIn(p.edit, w)))
			}
		case compare.Move:
			add(t.arrival(u.clause.Address(), p.edit))
		}
	}
	return out
}

// within returns the indexes of the words of a text that stand in a stretch of it.
func within(text string, s span) []int {
	var out []int
	for i, w := range scan(text) {
		if s.start <= w.start && w.end <= s.end {
			out = append(out, i)
		}
	}
	return out
}

// sameWordIn tells where the i-th word of a kept run begins in its new text.
func sameWordIn(e compare.Edit, i int) int {
	if words := scan(e.New); i < len(words) {
		return words[i].start
	}
	return 0
}

// arrival finds the sentence in which a run of words that left a clause arrived.
func (t *tracer) arrival(from string, e compare.Edit) (newRef, bool) {
	tr := t.byNew[e.To]
	if tr == nil {
		return newRef{}, false
	}
	words := scan(e.Old)
	for _, p := range tr.pieces {
		if p.edit.Op == compare.Move && p.edit.New != "" && p.edit.From == from {
			if there := scan(p.edit.New); len(there) > 0 && sameWords(words, there) {
				return tr.sentenceAt(p.new.start + there[0].start)
			}
		}
	}
	return newRef{}, false
}

// sentenceAt finds the new sentence that covers a byte of the change's new text.
func (tr *trace) sentenceAt(at int) (newRef, bool) {
	for i := range tr.new {
		u := &tr.new[i]
		base := tr.newBase[u.clause]
		for j, s := range u.sentences {
			if base+s.at <= at && at < base+s.at+len(s.text) {
				return newRef{tr, i, j}, true
			}
		}
	}
	return newRef{}, false
}

// candidates lists the new sentences in which an old one may live on: those of
// its change, then those its words moved to.
func (t *tracer) candidates(tr *trace, arrived []newRef) []newRef {
	var out []newRef
	for i, u := range tr.new {
		for j := range u.sentences {
			out = append(out, newRef{tr, i, j})
		}
	}
	for _, ref := range arrived {
		if ref.trace != tr {
			out = append(out, ref)
		}
	}
	return out
}
