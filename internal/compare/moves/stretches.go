package moves

import (
	"cmp"
	"slices"
	"sync"

	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

// stretch is words that one change deletes in one place and inserts in another.
type stretch struct{ out, in place }

// place is a range of tokens of a run.
type place struct{ run, start, end int }

// stretchWords is how many words in a row are never deleted and inserted in the
// same change: so many are the same text, wherever they stand.
const stretchWords = 8

// stretches finds what a change deletes and inserts though the same words stand on
// both sides: sentences that were reworded, as wholes; rows of eight words or more,
// the first of the old text first, each as long as it can be; then shorter lines of
// either side, items of a list, that stand as a whole on the other. So a sentence that
// became lettered points has moved.
func stretches(lex *textdiff.Lexicon, ch *Change, anew bool) []stretch {
	f := stretchFinder{runs: ch.Runs, out: wordsOf(ch.Runs, Delete, anew), in: wordsOf(ch.Runs, Insert, anew), folded: anew}
	if len(f.out) == 0 || len(f.in) == 0 {
		return nil
	}
	f.sentences(lex)
	f.long()
	f.items(true)
	f.items(false)
	return f.found
}

// word is a word of a deleted or inserted run.
type word struct {
	id         uint32
	run, token int
	begins     bool // of its run: no word before it goes on in it
	firstIn    bool // the first word of its line
	lastIn     bool // the last word of its line
	taken      bool // part of a stretch
}

// wordsOf lists the words of the runs of one fate, by what they are when folded where
// that is asked for.
func wordsOf(runs []Run, op Op, folded bool) []word {
	tokens := 0
	for i := range runs {
		if runs[i].Op == op {
			tokens += len(runs[i].Old) + len(runs[i].New) // one of them is empty
		}
	}
	if tokens == 0 {
		return nil
	}
	out := make([]word, 0, tokens/2+1)
	first := true // whether the next word begins a line
	last := -1    // the word that no other has followed in its line, -1 for none
	endLine := func() {
		if last >= 0 {
			out[last].lastIn = true
		}
		first, last = true, -1
	}
	for ri := range runs {
		tokens := runs[ri].Old
		if op == Insert {
			tokens = runs[ri].New
		}
		begins := true
		for ti := range tokens {
			t := &tokens[ti]
			switch {
			case t.Text == "\n":
				endLine()
			case t.IsWord() && runs[ri].Op == op:
				last = len(out)
				id := t.ID
				if folded {
					id = t.Fold()
				}
				out = append(out, word{id: id, run: ri, token: ti, begins: begins, firstIn: first})
				first, begins = false, false
			case t.IsWord():
				first, last = false, -1
			}
		}
	}
	endLine()
	return out
}

type stretchFinder struct {
	runs    []Run
	out, in []word
	found   []stretch
	folded  bool // words are held against each other folded
}

// maxSentencePairs bounds how many sentences are held against each other.
const maxSentencePairs = 10_000

// sentences takes the sentences that were reworded on their way, the most alike first.
// Their words need not be the same.
func (f *stretchFinder) sentences(lex *textdiff.Lexicon) {
	out, in := sentencesOf(lex, f.runs, Delete, f.out), sentencesOf(lex, f.runs, Insert, f.in)
	if len(out)*len(in) > maxSentencePairs {
		return
	}
	type match struct {
		out, in int
		share   float64
	}
	var found []match
	rows := sync.OnceValue(func() [2]map[uint64]bool { return [2]map[uint64]bool{rowsOf(f.out), rowsOf(f.in)} })
	for o := range out {
		for i := range in {
			a, b := &out[o], &in[i]
			least, most := min(len(a.bag), len(b.bag)), max(len(a.bag), len(b.bag))
			if 2*float64(least) < movedRewordedShare*float64(least+most) {
				continue
			}
			if s := words.Dice(a.bag, b.bag); s >= movedRewordedShare && f.carriesRows(lex, a, b, rows()) {
				found = append(found, match{o, i, s})
			}
		}
	}
	slices.SortFunc(found, func(x, y match) int { return cmp.Or(cmp.Compare(y.share, x.share), x.out-y.out, x.in-y.in) })
	for _, m := range found {
		a, b := &out[m.out], &in[m.in]
		if f.out[a.first].taken || f.in[b.first].taken {
			continue
		}
		for k := range a.bag {
			f.out[a.first+k].taken = true
		}
		for k := range b.bag {
			f.in[b.first+k].taken = true
		}
		f.found = append(f.found, stretch{a.place, b.place})
	}
}

// rowsOf are the keys of the rows of eight words.
func rowsOf(all []word) map[uint64]bool {
	rows := map[uint64]bool{}
	for i := 0; i+stretchWords <= len(all); i++ {
		if inOneRun(all[i : i+stretchWords]) {
			rows[rowKey(all[i:i+stretchWords])] = true
		}
	}
	return rows
}

// carriesRows reports whether two sentences, taken as one that was reworded, leave no
// row of eight words deleted that is inserted somewhere, nor the reverse.
func (f *stretchFinder) carriesRows(lex *textdiff.Lexicon, out, in *sentence, rows [2]map[uint64]bool) bool {
	runs := Diff(lex, f.runs[out.run].Old[out.start:out.end], f.runs[in.run].New[in.start:in.end])
	for i, op := range []Op{Delete, Insert} {
		for row := range rowsOf(wordsOf(runs, op, f.folded)) {
			if rows[1-i][row] {
				return false
			}
		}
	}
	return true
}

// sentence is one of a run, with its words.
type sentence struct {
	place
	first int      // its first word among those of its side
	bag   []uint32 // see bagOf
}

// sentencesOf lists the sentences of the runs of one fate that are long enough to be
// known again when they were reworded. all are the words of those runs.
func sentencesOf(lex *textdiff.Lexicon, runs []Run, op Op, all []word) []sentence {
	var out []sentence
	first := 0
	for ri := range runs {
		if runs[ri].Op != op {
			continue
		}
		tokens := runs[ri].Old
		if op == Insert {
			tokens = runs[ri].New
		}
		for _, r := range lex.Sentences(tokens) {
			for first < len(all) && (all[first].run < ri || all[first].run == ri && all[first].token < r.Start) {
				first++
			}
			if bag := bagOf(tokens[r.Start:r.End]); len(bag) >= movedRewordedWords {
				out = append(out, sentence{place{ri, r.Start, r.End}, first, bag})
			}
		}
	}
	return out
}

// long takes the rows of eight words or more.
func (f *stretchFinder) long() {
	if len(f.out) < stretchWords || len(f.in) < stretchWords {
		return
	}
	at := f.longIn()
	for o := 0; o+stretchWords <= len(f.out); o++ {
		if f.out[o].taken || !inOneRun(f.out[o:o+stretchWords]) {
			continue
		}
		best, most := -1, 0
		for _, i := range at[rowKey(f.out[o:o+stretchWords])] {
			if n := f.common(o, i); n > most {
				best, most = i, n
			}
		}
		if most >= stretchWords {
			f.take(o, best, most)
			o += most - 1
		}
	}
}

// longIn are the places at which rows of eight inserted words begin, by their words.
// Only rows that may stand among the deleted words are listed.
func (f *stretchFinder) longIn() map[uint64][]int {
	held := make(map[uint32]bool, len(f.out))
	for i := range f.out {
		held[f.out[i].id] = true
	}
	at := map[uint64][]int{}
	row := 0 // words in a row, up to the one at hand, that the other side has
	for i := range f.in {
		if f.in[i].begins {
			row = 0
		}
		if row++; !held[f.in[i].id] {
			row = 0
		}
		if row >= stretchWords {
			first := i + 1 - stretchWords
			key := rowKey(f.in[first : i+1])
			at[key] = append(at[key], first)
		}
	}
	return at
}

// common is how many words from o on stand from i on too, none of them taken.
func (f *stretchFinder) common(o, i int) int {
	n := 0
	for o+n < len(f.out) && i+n < len(f.in) {
		a, b := &f.out[o+n], &f.in[i+n]
		if a.id != b.id || a.taken || b.taken || n > 0 && (a.begins || b.begins) {
			break
		}
		n++
	}
	return n
}

// items takes the lines of one side that stand as a whole on the other; a line of
// one word only where it is a line there too.
func (f *stretchFinder) items(old bool) {
	lines, others := f.in, f.out
	if old {
		lines, others = f.out, f.in
	}
	var at map[uint32][]int // the places of words among the others; made when a line is met
	for i := 0; i < len(lines); i++ {
		end := lineEnd(lines, i)
		if end < 0 {
			continue
		}
		n := end - i
		if at == nil {
			at = make(map[uint32][]int, len(others))
			for k := range others {
				at[others[k].id] = append(at[others[k].id], k)
			}
		}
		for _, k := range at[lines[i].id] {
			o, w := k, i
			if old {
				o, w = i, k
			}
			if f.common(o, w) < n || n == 1 && (!others[k].firstIn || !others[k].lastIn) {
				continue
			}
			f.take(o, w, n)
			break
		}
		i = end - 1
	}
}

// lineEnd is where the line that begins with word i ends, -1 when no line begins
// there or a part of it is kept or taken.
func lineEnd(words []word, i int) int {
	if !words[i].firstIn {
		return -1
	}
	for k := i; k < len(words); k++ {
		if words[k].taken || k > i && words[k].begins {
			return -1
		}
		if words[k].lastIn {
			return k + 1
		}
	}
	return -1
}

func (f *stretchFinder) take(o, i, n int) {
	for k := range n {
		f.out[o+k].taken, f.in[i+k].taken = true, true
	}
	s := stretch{placeOf(f.out[o : o+n]), placeOf(f.in[i : i+n])}
	// The marks behind the words that are the same on both sides go with them.
	old, new := f.runs[s.out.run].Old, f.runs[s.in.run].New
	for s.out.end < len(old) && s.in.end < len(new) && old[s.out.end].Class() == textdiff.Punct && old[s.out.end].ID == new[s.in.end].ID {
		s.out.end++
		s.in.end++
	}
	f.found = append(f.found, s)
}

func placeOf(words []word) place {
	return place{words[0].run, words[0].token, words[len(words)-1].token + 1}
}

func inOneRun(words []word) bool {
	return !slices.ContainsFunc(words[1:], func(w word) bool { return w.begins })
}

// rowKey hashes the words of a row (FNV-1a).
func rowKey(words []word) uint64 {
	h := uint64(14695981039346656037)
	for i := range words {
		h = (h ^ uint64(words[i].id)) * 1099511628211
		h ^= h >> 29
	}
	return h
}
