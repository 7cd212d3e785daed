package moves

import (
	"cmp"
	"slices"

	"conceptdiff/internal/compare/postings"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

const (
	// A sentence found elsewhere word by word is moved when it has this many
	// words; a shorter one may stand in two places by chance.
	movedWords = 6
	// Inside one clause, where an item changed its place, less is enough.
	movedWordsInside = 2
	// A sentence that was reworded on the way must be longer and share this
	// much of its words (dice), so that a phrase in common is not called a move.
	movedRewordedWords = 10
	movedRewordedShare = 0.6
)

// piece is a sentence, or what is left of one, that one change deletes or
// inserts.
type piece struct {
	change, run int
	start       int // token of the run at which it begins
	clause      int // position of the clause it stands in
	tokens      []textdiff.Token
	words       int
	key         uint64
	bag         []uint32 // its words by folded identity, sorted; set where needed
	partner     *piece
	stretch     int   // number of the stretch in its change, 0 for what is none
	runs        []Run // what became of it, once it has a partner
	both        []Run // of one that arrived: the edits from its partner
	edited      bool  // it lost words on the way, or got some
}

// Change is one change of a comparison: the lines of its two texts, and what
// became of their words.
type Change struct {
	Old, New []*revision.Block
	Runs     []Run
	// Read is Runs for whoever asks what the change says: a sentence that was edited
	// on its way is read as one where it arrived, with both of its wordings. Words
	// deleted on the way are missing where it left. It is Runs where none was.
	Read []Run
}

// Find finds deleted sentences that were inserted elsewhere and turns both into
// moves, each pair with a number of its own.
func Find(lex *textdiff.Lexicon, changes []Change) {
	f := finder{lex: lex, changes: changes, stretches: make([][]stretch, len(changes))}
	f.anew = f.rewritten()
	for i := range changes {
		f.stretches[i] = stretches(lex, &changes[i], f.anew)
	}
	for i := range changes {
		changes[i].Read = changes[i].Runs
	}
	out, in := f.pieces(Delete), f.pieces(Insert)
	if len(out) == 0 || len(in) == 0 {
		return
	}
	matchStretches(out, in)
	matchInside(out, in)
	matchEqual(out, in)
	out, in = f.matchAnywhere(out, in)
	matchReworded(out, in)
	f.apply(out, in)
}

type finder struct {
	lex       *textdiff.Lexicon
	changes   []Change
	stretches [][]stretch // of each change
	anew      bool        // the text was written anew: capitals at the beginning of sentences may be others
}

// pieces cuts the deleted or inserted runs of all changes into sentences. The
// white space between two is a piece too, without words.
func (f *finder) pieces(op Op) []*piece {
	var ps []*piece
	for ci := range f.changes {
		ch := &f.changes[ci]
		lines := ch.Old
		if op == Insert {
			lines = ch.New
		}
		line := 0
		for ri := range ch.Runs {
			tokens := ch.Runs[ri].Old
			if op == Insert {
				tokens = ch.Runs[ri].New
			}
			if ch.Runs[ri].Op != op {
				line += breaks(tokens)
				continue
			}
			start := 0
			add := func(tokens []textdiff.Token, stretch int) {
				if len(tokens) > 0 {
					key, words := textdiff.Hash(tokens)
					ps = append(ps, &piece{
						change: ci, run: ri, start: start, clause: lines[line].Clause.Pos,
						tokens: tokens, words: words, key: key, stretch: stretch,
					})
					line += breaks(tokens)
					start += len(tokens)
				}
			}
			rest := func(tokens []textdiff.Token) {
				end := 0
				for _, r := range f.lex.Sentences(tokens) {
					add(tokens[end:r.Start], 0)
					add(tokens[r.Start:r.End], 0)
					end = r.End
				}
				add(tokens[end:], 0)
			}
			end := 0
			for _, s := range f.stretchesIn(ci, ri, op) {
				rest(tokens[end:s.start])
				add(tokens[s.start:s.end], s.number)
				end = s.end
			}
			rest(tokens[end:])
		}
	}
	return ps
}

// numbered is a stretch in a run, numbered from 1 in its change.
type numbered struct{ start, end, number int }

// stretchesIn lists the stretches in a run in their order.
func (f *finder) stretchesIn(change, run int, op Op) []numbered {
	var out []numbered
	for i, s := range f.stretches[change] {
		p := s.out
		if op == Insert {
			p = s.in
		}
		if p.run == run {
			out = append(out, numbered{p.start, p.end, i + 1})
		}
	}
	slices.SortFunc(out, func(a, b numbered) int { return a.start - b.start })
	return out
}

// matchStretches pairs the two ends of each stretch.
func matchStretches(out, in []*piece) {
	type key struct{ change, stretch int }
	arrived := map[key]*piece{}
	for _, p := range in {
		if p.stretch > 0 {
			arrived[key{p.change, p.stretch}] = p
		}
	}
	for _, p := range out {
		if p.stretch > 0 {
			p.partner = arrived[key{p.change, p.stretch}]
			p.partner.partner = p
		}
	}
}

// matchInside pairs equal pieces of the same change, for swapped items.
func matchInside(out, in []*piece) {
	type where struct {
		change int
		key    uint64
	}
	free := map[where][]*piece{}
	for _, p := range in {
		if p.partner == nil && p.words >= movedWordsInside {
			k := where{p.change, p.key}
			free[k] = append(free[k], p)
		}
	}
	for _, p := range out {
		k := where{p.change, p.key}
		if p.partner == nil && p.words >= movedWordsInside && len(free[k]) > 0 {
			p.partner, free[k][0].partner = free[k][0], p
			free[k] = free[k][1:]
		}
	}
}

// matchEqual pairs equal pieces that are unique on both sides.
func matchEqual(out, in []*piece) {
	type seen struct {
		out, in   *piece
		outs, ins int
	}
	keys := map[uint64]*seen{}
	at := func(p *piece) *seen {
		if keys[p.key] == nil {
			keys[p.key] = &seen{}
		}
		return keys[p.key]
	}
	for _, p := range out {
		if p.partner == nil && p.words >= movedWords {
			s := at(p)
			s.out, s.outs = p, s.outs+1
		}
	}
	for _, p := range in {
		if p.partner == nil && p.words >= movedWords {
			s := at(p)
			s.in, s.ins = p, s.ins+1
		}
	}
	for _, p := range out {
		if s := keys[p.key]; s != nil && s.out == p && s.outs == 1 && s.ins == 1 {
			p.partner, s.in.partner = s.in, p
		}
	}
}

// matchReworded pairs pieces that share most of their words. Candidates come
// from an index of the words that few pieces hold; the best pairs go first.
func matchReworded(out, in []*piece) {
	const crowd = 12
	most := uint32(0)
	for _, ps := range [2][]*piece{out, in} {
		for _, p := range ps {
			if p.partner == nil && p.words >= movedRewordedWords {
				p.bag = bagOf(p.tokens)
				most = max(most, p.bag[len(p.bag)-1])
			}
		}
	}
	with := postings.New(int(most)+1, func(add func(word uint32, piece int)) {
		for i, p := range in {
			for k, id := range p.bag {
				if k == 0 || p.bag[k-1] != id {
					add(id, i)
				}
			}
		}
	})
	type match struct {
		out, in int
		share   float64
	}
	var found []match
	rare := make([]int, len(in)) // how many of p's rare words each may have
	var near []int32             // those that have any
	for o, p := range out {
		crowded := 0 // words of p that may stand anywhere
		near = near[:0]
		for _, id := range p.bag {
			pieces := with.Of(id)
			if len(pieces) > crowd {
				crowded++
				continue
			}
			for _, i := range pieces {
				if in[i].change == p.change {
					continue
				}
				if rare[i] == 0 {
					near = append(near, i)
				}
				rare[i]++
			}
		}
		for _, i := range near {
			most := min(rare[i]+crowded, p.words, in[i].words)
			rare[i] = 0
			if 2*float64(most) < movedRewordedShare*float64(p.words+in[i].words) {
				continue
			}
			if s := words.Dice(p.bag, in[i].bag); s >= movedRewordedShare {
				found = append(found, match{o, int(i), s})
			}
		}
	}
	slices.SortFunc(found, func(x, y match) int {
		return cmp.Or(cmp.Compare(y.share, x.share), x.out-y.out, x.in-y.in)
	})
	for _, m := range found {
		if out[m.out].partner == nil && in[m.in].partner == nil {
			out[m.out].partner, in[m.in].partner = in[m.in], out[m.out]
		}
	}
}

// bagOf lists the words of a text by folded identity, sorted.
func bagOf(tokens []textdiff.Token) []uint32 {
	bag := make([]uint32, 0, len(tokens)/2+1)
	for _, t := range tokens {
		if t.IsWord() {
			bag = append(bag, t.Fold())
		}
	}
	slices.Sort(bag)
	return bag
}
