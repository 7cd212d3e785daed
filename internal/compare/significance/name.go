package significance

import (
	"cmp"
	"slices"
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// Names are found by their capitals: runs of words that start with one, and
// abbreviations (OSCE, ЕС). No evidence are a heading in title case, a month, a
// word for a provision (Article), a noun that texts of this kind capitalise
// (State) when alone, and the first word of a sentence, unless it is a name
// elsewhere in the text.

// nextName finds the first name that starts at token i or after it and near a
// change; ok is false if there is none.
func (j *judge) nextName(w *wording, i int) (name textdiff.Range, ok bool) {
	for ; i < len(w.tokens); i++ {
		if w.traits[i]&traitName == 0 || !w.isNear(i) || w.marks[i]&markHead != 0 && !isAcronym(w.tokens[i].Text) && !j.isInside(w, i) {
			continue
		}
		hi, common := i+1, w.traits[i]&traitCommon
		for {
			n := w.nextNameWord(hi)
			if n < 0 {
				break
			}
			hi = n + 1
			common &= w.traits[n]
		}
		if common == 0 {
			return textdiff.Range{Start: i, End: hi}, true
		}
		i = hi - 1
	}
	return textdiff.Range{}, false
}

// isInside reports whether the word at i, the head of a sentence, is a name word
// inside another sentence of w.
func (j *judge) isInside(w *wording, i int) bool {
	if j.inside.of != w {
		j.inside.fill(w)
	}
	return j.inside.words[w.tokens[i].Fold()]
}

// insideWords are the name words that stand inside the sentences of a wording.
type insideWords struct {
	of    *wording
	words map[uint32]bool
}

func (s *insideWords) fill(w *wording) {
	s.of = w
	if s.words == nil {
		s.words = make(map[uint32]bool)
	}
	clear(s.words)
	for i, k := range w.traits {
		if k&traitName != 0 && w.marks[i]&markHead == 0 {
			s.words[w.tokens[i].Fold()] = true
		}
	}
}

// nextNameWord is the name word that continues a name that ends before token i,
// after a space, a hyphen or a small word that names hold; -1 if there is none.
func (w *wording) nextNameWord(i int) int {
	n := i
	for small := 0; n < len(w.tokens) && small <= 2; n++ {
		switch {
		case w.tokens[n].Class() == textdiff.Space, n == i && w.fold(n) == "-":
		case w.traits[n]&traitName != 0:
			return n
		case w.traits[n]&traitConnector != 0:
			small++
		default:
			return -1
		}
	}
	return -1
}

// name is a name that only one side of a change has.
type name struct {
	text    string
	words   []uint32 // by which it is known
	passage int      // the first that it stands in a part of
}

// onlyHere returns the names in the changed passages of one side that the other
// side does not mention, those of most words first.
func (j *judge) onlyHere(w *wording, isNew bool) []name {
	var out []name
	var known, elsewhere stringSet // the names that are not mentioned, and those that are
	j.mentions.release()
	for r, ok := j.nextName(w, 0); ok; r, ok = j.nextName(w, r.End) {
		passage := j.reading.changedIn(w, r)
		if passage == kept {
			continue
		}
		words := j.nameWords(w, r)
		key := j.nameKey(words)
		if elsewhere.has(key) || !known.has(key) && j.mentions.find(j.reading.runs, !isNew, words) {
			elsewhere.add(key)
			continue
		}
		if !known.has(key) {
			known.add(key)
			out = append(out, name{w.text(r.Start, r.End), slices.Clone(words), passage})
		}
		w.tell(span{lo: r.Start, hi: r.End})
	}
	slices.SortStableFunc(out, func(a, b name) int { return cmp.Compare(max(len(b.words), 1), max(len(a.words), 1)) })
	return out
}

// renamed takes out of the names that went and came, in one passage, those that became
// one another.
func (j *judge) renamed(gone, added *[]name, f *findings) {
	*gone = slices.DeleteFunc(*gone, func(old name) bool {
		i := slices.IndexFunc(*added, func(now name) bool { return old.passage == now.passage && j.sameBody(old.words, now.words) })
		if i < 0 {
			return false
		}
		f.substantive(rankName, NameChanged, Item{Old: old.text, New: (*added)[i].text})
		*added = slices.Delete(*added, i, i+1)
		return true
	})
}

// sameBody reports whether two names are alike enough to be two of one body: half of
// the words of the shorter or more are the same, nouns that texts capitalise anyway not
// counted, and the names begin with the same word or have as many.
func (j *judge) sameBody(old, now []uint32) bool {
	if min(len(old), len(now)) == 0 || max(len(old), len(now)) < 2 || len(old) != len(now) && !j.sameName(old[0], now[0]) {
		return false
	}
	common := 0
	for _, id := range old {
		if j.traits.known[id]&traitCommon == 0 && slices.ContainsFunc(now, func(other uint32) bool { return j.sameName(id, other) }) {
			common++
		}
	}
	return common > 0 && 2*common >= min(len(old), len(now))
}

func (j *judge) sameName(a, b uint32) bool { return a == b || j.mentions.same(a, b) }

// changedIn is the first passage that differs in more than form and holds a part of
// tokens, or kept.
func (r *reading) changedIn(w *wording, tokens textdiff.Range) int {
	for _, p := range w.passage[tokens.Start:tokens.End] {
		if p != kept && !r.passages[p].form {
			return int(p)
		}
	}
	return kept
}

// nameWords are the words by which a name is known, by folded identity. They are
// good until the next call.
func (j *judge) nameWords(w *wording, r textdiff.Range) []uint32 {
	j.name = j.name[:0]
	for i := r.Start; i < r.End; i++ {
		if w.tokens[i].Class() == textdiff.Word && w.traits[i]&traitConnector == 0 {
			j.name = append(j.name, w.tokens[i].Fold())
		}
	}
	return j.name
}

// nameKey is the words of a name parted by spaces.
func (j *judge) nameKey(words []uint32) string {
	var b strings.Builder
	for i, id := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(j.mentions.plain(id))
	}
	return b.String()
}

// place says of each removed name where the new text still has it, and enters it
// among the reasons. It may change the lexicon.
func (j *judge) place(found []findings, text Text) {
	if !slices.ContainsFunc(found, func(f findings) bool { return len(f.gone) > 0 }) {
		return
	}
	index, ends := j.indexAll(text)
	type where struct {
		addresses string
		more      int
	}
	known := map[string]where{}
	for i := range found {
		for _, n := range found[i].gone {
			key := j.nameKey(n.words)
			still, met := known[key]
			if !met {
				at := addressesAt(index.all(n.words), ends, text.Clauses)
				if len(at) > maxItems {
					still.more = len(at) - maxItems + 1
				}
				still.addresses = strings.Join(at[:len(at)-still.more], " ")
				known[key] = still
			}
			code := NameGone
			if still.addresses != "" {
				code = NameRemoved
			}
			found[i].substantive(rankName, code, Item{Old: n.text, Still: still.addresses, StillMore: still.more})
		}
	}
}

// indexAll reads all clauses of a text. ends holds for each how many words there are
// up to its end.
func (j *judge) indexAll(text Text) (m *mentions, ends []int) {
	m = &mentions{lex: j.traits.lex, traits: &j.traits, inflected: j.rules.inflected, read: true}
	ends = make([]int, len(text.Clauses))
	for i := range text.Clauses {
		m.add(text.Tokens(i))
		ends[i] = len(m.words)
	}
	m.chain()
	return m, ends
}

// addressesAt are the addresses of the clauses that hold the words at some places, in
// ascending order.
func addressesAt(places, ends []int, clauses []*revision.Clause) []string {
	var out []string
	last := -1
	for _, at := range places {
		i, found := slices.BinarySearch(ends, at)
		for found && i < len(ends) && ends[i] <= at { // the word after the end of a clause is the next one's first
			i++
		}
		if i > last {
			out = append(out, clauses[i].Address())
			last = i
		}
	}
	return out
}
