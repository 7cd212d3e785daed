package claim

import (
	"slices"
	"sort"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// tracer follows the sentences of the old revision into the new one along the
// edits of a comparison. Most sentences are never asked for, so hardly anything
// is made before it is.
type tracer struct {
	c        *compare.Comparison
	old, new *side
	traces   []trace          // one a change
	byOld    []*trace         // by the old clause's position
	byNew    []*trace         // by the new clause's position
	oldUnits map[string]*unit // by address of the provision, see unitAt
	known    map[*sentence]outcome
}

func newTracer(c *compare.Comparison) *tracer {
	return tracerOf(c, newSide(c.OldClauses, c.Old.Language), newSide(c.NewClauses, c.New.Language))
}

// tracerOf makes a tracer on the two sides of a comparison.
func tracerOf(c *compare.Comparison, old, new *side) *tracer {
	t := &tracer{
		c: c, old: old, new: new,
		traces: make([]trace, len(c.Changes)),
		byOld:  make([]*trace, len(c.OldClauses)), byNew: make([]*trace, len(c.NewClauses)),
		known: make(map[*sentence]outcome),
	}
	for i := range c.Changes {
		tr := &t.traces[i]
		tr.change = &c.Changes[i]
		tr.old, tr.new = t.old.gather(tr.change.Old), t.new.gather(tr.change.New)
		for _, cl := range tr.change.Old {
			t.byOld[cl.Pos] = tr
		}
		for _, cl := range tr.change.New {
			t.byNew[cl.Pos] = tr
		}
	}
	return t
}

// trace is one change with its two texts cut into units and its edits placed in
// them.
type trace struct {
	change           *compare.Change
	old, new         []*unit
	oldBase, newBase map[int]int // see base
	// Made when first asked for, see the methods of these names:
	pieceList []piece
	saidList  []placed
	likeNew   *similarity
	likeOld   *similarity
	// What likeOld counts, and what mostSimilar found by it.
	oldSentences []*sentence
	likestOf     map[sentenceRef]float64
}

// base tells by the position of each clause where it begins in their texts joined
// by line breaks.
func base(made *map[int]int, clauses []*revision.Clause) map[int]int {
	if *made != nil {
		return *made
	}
	*made = make(map[int]int, len(clauses))
	at := 0
	for _, c := range clauses {
		(*made)[c.Pos] = at
		for _, b := range c.Blocks { // none adds nothing
			at += len(b.Text) + len("\n")
		}
	}
	return *made
}

// oldSpan is where an old sentence stands in the change's old text.
func (tr *trace) oldSpan(u *unit, s *sentence) words.Span {
	at := base(&tr.oldBase, tr.change.Old)[u.clause.Pos] + s.at
	return words.Span{Start: at, End: at + len(s.text)}
}

// newSpan is where a new sentence stands in the change's new text.
func (tr *trace) newSpan(u *unit, s *sentence) words.Span {
	at := base(&tr.newBase, tr.change.New)[u.clause.Pos] + s.at
	return words.Span{Start: at, End: at + len(s.text)}
}

// piece is one edit and the stretches of the old and the new text it covers.
type piece struct {
	edit     *compare.Edit
	old, new words.Span
	// The words of the edit's two texts, made when first asked for.
	oldList, newList []words.SearchWord
}

func pieceOf(e *compare.Edit) piece {
	return piece{
		edit: e,
		old:  words.Span{Start: e.OldAt.Offset, End: e.OldAt.Offset + len(e.Old)},
		new:  words.Span{Start: e.NewAt.Offset, End: e.NewAt.Offset + len(e.New)},
	}
}

func (p *piece) oldWords() []words.SearchWord {
	if p.oldList == nil {
		p.oldList = words.Scan(p.edit.Old)
	}
	return p.oldList
}

func (p *piece) newWords() []words.SearchWord {
	if p.newList == nil && p.edit.New == p.edit.Old {
		p.newList = p.oldWords()
	} else if p.newList == nil {
		p.newList = words.Scan(p.edit.New)
	}
	return p.newList
}

// pieces places the change's edits in its two texts.
func (tr *trace) pieces() []piece {
	if tr.pieceList != nil {
		return tr.pieceList
	}
	tr.pieceList = make([]piece, len(tr.change.Edits))
	for i := range tr.change.Edits {
		tr.pieceList[i] = pieceOf(&tr.change.Edits[i])
	}
	return tr.pieceList
}

// piecesOver are the pieces that share a byte with a stretch of the old text,
// with what stands between them.
func (tr *trace) piecesOver(s words.Span) []piece {
	all := tr.pieces()
	from := sort.Search(len(all), func(i int) bool { return all[i].old.End > s.Start })
	n := sort.Search(len(all)-from, func(i int) bool { return all[from+i].old.Start >= s.End })
	return all[from : from+n]
}

// placed is a new sentence and the bytes of the change's new text it covers.
type placed struct {
	sentenceRef
	at words.Span
}

// sentenceRef points to a sentence of a change.
type sentenceRef struct {
	trace *trace
	unit  *unit
	n     int // of the unit's sentences
}

func (r sentenceRef) get() (*unit, *sentence) { return r.unit, &r.unit.sentences()[r.n] }

// said lists the change's new sentences in order.
func (tr *trace) said() []placed {
	if tr.saidList != nil {
		return tr.saidList
	}
	tr.saidList = make([]placed, 0, len(tr.new))
	for _, u := range tr.new {
		cut := u.sentences()
		for i := range cut {
			tr.saidList = append(tr.saidList, placed{sentenceRef{tr, u, i}, tr.newSpan(u, &cut[i])})
		}
	}
	return tr.saidList
}

// sentenceAt finds the new sentence that covers a byte of the change's new text:
// its place among those said, or -1.
func (tr *trace) sentenceAt(at int) int {
	said := tr.said()
	i := sort.Search(len(said), func(i int) bool { return said[i].at.End > at })
	if i == len(said) || at < said[i].at.Start {
		return -1
	}
	return i
}

// left reports whether any word of the sentence left its change by a move.
func (t *tracer) left(tr *trace, u *unit, s *sentence) bool {
	return slices.ContainsFunc(tr.piecesOver(tr.oldSpan(u, s)), func(p piece) bool {
		return p.edit.Op == compare.Move && p.edit.Old != ""
	})
}

// arrival is a new sentence and how many telling words of an old one stand in it.
type arrival struct {
	sentenceRef
	words int
}

// arrivals lists the new sentences in which words of an old one stand, in the
// order of the old words.
func (t *tracer) arrivals(tr *trace, u *unit, s *sentence) []arrival {
	var out []arrival
	place := make(map[sentenceRef]int)
	in := tr.oldSpan(u, s)
	over := tr.piecesOver(in)
	for i := range over {
		p := &over[i]
		target, landed := t.landing(tr, p)
		if target == nil {
			continue
		}
		last := -1
		p.follow(landed, in, func(w words.Span, at int) {
			if last < 0 || !target.said()[last].at.Has(at) {
				if last = target.sentenceAt(at); last < 0 {
					return
				}
			}
			ref := target.said()[last].sentenceRef
			n, ok := place[ref]
			if !ok {
				n = len(out)
				place[ref] = n
				out = append(out, arrival{sentenceRef: ref})
			}
			if isTelling(p.edit.Old[w.Start:w.End]) {
				out[n].words++
			}
		})
	}
	return out
}

// follow calls f with each word of the piece's old text that stands in a stretch
// of the change's, and with the place where it stands in the new text.
func (p *piece) follow(landed *piece, in words.Span, f func(w words.Span, at int)) {
	from, to := max(in.Start-p.old.Start, 0), min(in.End-p.old.Start, len(p.edit.Old))
	if p.edit.Old == landed.edit.New {
		for start, end := words.Next(p.edit.Old[:to], from); start < end; start, end = words.Next(p.edit.Old[:to], end) {
			f(words.Span{Start: start, End: end}, landed.new.Start+start)
		}
		return
	}
	here, there := p.oldWords(), landed.newWords()
	i := sort.Search(len(here), func(i int) bool { return here[i].Start >= from })
	for ; i < min(len(here), len(there)) && here[i].End <= to; i++ {
		f(words.Span{Start: here[i].Start, End: here[i].End}, landed.new.Start+there[i].Start)
	}
}

// landing finds where the words of a piece stand in the new text: there, when
// they are kept; when they moved, at the other end of the move.
func (t *tracer) landing(tr *trace, p *piece) (*trace, *piece) {
	switch {
	case p.edit.Op == compare.Keep:
		return tr, p
	case p.edit.Op != compare.Move || p.edit.Old == "":
		return nil, nil
	}
	target := t.byNew[p.edit.Partner.NewAt.Clause().Pos]
	all := target.pieces()
	i := sort.Search(len(all), func(i int) bool { return all[i].new.End > p.edit.Partner.NewAt.Offset })
	return target, &all[i]
}
