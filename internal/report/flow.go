package report

import (
	"cmp"
	"slices"

	"conceptdiff/internal/compare"
)

// Flow says how many words went from which section of the old text to which of
// the new one: what the picture at the head of a page is drawn from. Every word
// of either side stands in exactly one stream.
type Flow struct {
	Old, New []*Section // in the order of their texts
	Streams  []Stream   // in the order of the new text, what went last
}

// Section is a stretch of one side that a picture shows as one: a part, or
// neighbouring clauses at the top of the main one with all below them.
type Section struct {
	Part    *Part
	First   *Clause
	Clauses []*Clause // from the first on, in the order of the text
	// Through is the clause at whose beginning the last of several neighbours that
	// were joined begins; nil when the section is one clause with what is below it.
	Through *Clause
	Words   int
}

// StreamKind says what became of the words of a stream.
type StreamKind string

// The kinds of stream.
const (
	StreamKept     StreamKind = "kept"
	StreamMoved    StreamKind = "moved"  // words, or a clause as a whole
	StreamSplit    StreamKind = "split"  // kept words of a clause that was split
	StreamMerged   StreamKind = "merged" // of clauses that were merged
	StreamDeleted  StreamKind = "deleted"
	StreamInserted StreamKind = "inserted"
)

// Stream is words that have their sections and their fate in common.
type Stream struct {
	Kind     StreamKind
	Old, New *Section // nil when the words came from nowhere, or went nowhere
	// Change is the change of a clause that was moved, split or merged, told apart
	// from others; nil where words of several are counted together.
	Change *Change
	Words  int
}

// Flow counts the streams between at most limit sections a side.
func (r *Report) Flow(limit int) Flow {
	attributions := r.attributions()
	words := map[*Clause]int{}
	for _, p := range attributions {
		words[p.old] += p.words
		words[p.new] += p.words
	}
	f := Flow{Old: sections(&r.Old, words, limit), New: sections(&r.New, words, limit)}
	oldOf, newOf := sectionOf(f.Old), sectionOf(f.New)
	streams := streamCounter{at: map[Stream]int{}}
	for _, p := range attributions {
		s := Stream{Old: oldOf[p.old], New: newOf[p.new], Words: p.words}
		switch p.op {
		case compare.Keep:
			s.Kind, s.Change = keptIn(p.change)
		case compare.Delete:
			s.Kind = StreamDeleted
		case compare.Insert:
			s.Kind = StreamInserted
		default:
			s.Kind = StreamMoved
		}
		streams.add(s)
	}
	f.Streams = streams.list
	return f
}

// keptIn is the kind of stream that kept words of a change are in, and the
// change if it is to be told apart.
func keptIn(c *Change) (StreamKind, *Change) {
	switch {
	case c.Kind == compare.Split:
		return StreamSplit, c
	case c.Kind == compare.Merged:
		return StreamMerged, c
	case c.Moved:
		return StreamMoved, c
	}
	return StreamKept, nil
}

// streamCounter adds up the streams that differ in nothing but their words.
type streamCounter struct {
	list []Stream
	at   map[Stream]int
}

func (c *streamCounter) add(s Stream) {
	key := s
	key.Words = 0
	i, known := c.at[key]
	if !known {
		i = len(c.list)
		c.at[key] = i
		c.list = append(c.list, key)
	}
	c.list[i].Words += s.Words
}

func sectionOf(all []*Section) map[*Clause]*Section {
	m := map[*Clause]*Section{}
	for _, s := range all {
		for _, c := range s.Clauses {
			m[c] = s
		}
	}
	return m
}

// sections cuts one side into at most limit stretches: the parts, and the main
// one at the clauses at its top. As long as there is room the largest stretch is
// cut further, at the clauses next below, so that no picture consists of one
// broad stream; where even the top yields too many, the smallest neighbours are
// joined.
func sections(side *Side, words map[*Clause]int, limit int) []*Section {
	var out []*Section
	total := 0
	main := largest(side.Parts)
	for _, p := range side.Parts {
		if len(p.Clauses) == 0 {
			continue
		}
		level := -1 // no part but the main one is cut
		if p == main {
			level = 0
		}
		cut := cutAt(p.Clauses, level, words)
		for _, s := range cut {
			s.Part = p
			total += s.Words
		}
		out = append(out, cut...)
	}
	for {
		at, finer := largestToCut(out, words, total/limit)
		if at < 0 || len(out)-1+len(finer) > limit {
			break
		}
		out = slices.Replace(out, at, at+1, finer...)
	}
	return joinSmall(out, limit)
}

// largestToCut finds the section of most words, but at least more than least,
// that has clauses to be cut at, and cuts it.
func largestToCut(all []*Section, words map[*Clause]int, least int) (at int, finer []*Section) {
	at = -1
	main := largestPart(all)
	for i, s := range all {
		if s.Part != main || s.Words <= least || at >= 0 && s.Words <= all[at].Words {
			continue
		}
		if cut := cutAt(s.Clauses, s.First.Depth+1, words); len(cut) > 1 {
			at, finer = i, cut
		}
	}
	for _, s := range finer {
		s.Part = main
	}
	return at, finer
}

// cutAt begins a section at each clause that at most level others enclose.
func cutAt(clauses []*Clause, level int, words map[*Clause]int) []*Section {
	var out []*Section
	for i, c := range clauses {
		if i == 0 || c.Depth <= level {
			out = append(out, &Section{First: c})
		}
		s := out[len(out)-1]
		s.Words, s.Clauses = s.Words+words[c], append(s.Clauses, c)
	}
	return out
}

func largestPart(all []*Section) *Part {
	parts := make([]*Part, len(all))
	for i, s := range all {
		parts[i] = s.Part
	}
	return largest(parts)
}

func largest(parts []*Part) *Part {
	var main *Part
	for _, p := range parts {
		if main == nil || len(p.Clauses) > len(main.Clauses) {
			main = p
		}
	}
	return main
}

func joinSmall(all []*Section, limit int) []*Section {
	for len(all) > limit {
		least := -1
		for i := 1; i < len(all); i++ {
			if all[i].Part == all[i-1].Part && (least < 0 || all[i].Words+all[i-1].Words < all[least].Words+all[least-1].Words) {
				least = i
			}
		}
		if least < 0 {
			break // as many parts as that
		}
		a, b := all[least-1], all[least]
		a.Words, a.Clauses, a.Through = a.Words+b.Words, append(a.Clauses, b.Clauses...), cmp.Or(b.Through, b.First)
		all = slices.Delete(all, least, least+1)
	}
	return all
}
