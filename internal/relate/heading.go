package relate

import (
	"maps"
	"math"
	"slices"
	"strings"
)

// clauseHeadings holds the headings of a text's clauses. A heading names a subject in words
// that the passages below it may all have («cooperation with international
// organizations»), so its terms are weighed also by how few headings have them.
type clauseHeadings struct {
	bags     []bag          // the terms of each clause's own heading
	of       map[string]int // by clause: its place in the lists
	clauses  []string       // the clauses, by their places
	passages [][]int        // of each clause
	holding  map[term][]int // by term: the places of the clauses whose heading has it
	weight   map[term]float64
	norm     []float64
}

// headingGuess is from which part of a clause's heading on a passage is guessed to speak
// of it though its words do not.
const headingGuess = 0.075

// headingPivot is how much of its own length counts in the norm of a heading; see [pivot].
const headingPivot = 0.5

func headingsOf(v *vocabulary, s *side) *clauseHeadings {
	h := &clauseHeadings{of: map[string]int{}, holding: map[term][]int{}, weight: map[term]float64{}}
	for i := range s.text.Passages {
		p := &s.text.Passages[i]
		if k, ok := h.of[p.Clause]; ok {
			h.passages[k] = append(h.passages[k], i)
			continue
		}
		text := p.Heading[strings.LastIndexByte(p.Heading, '\n')+1:]
		if p.Title {
			text = p.Text
		}
		h.of[p.Clause] = len(h.bags)
		h.bags = append(h.bags, v.textBag(s.stemmer, text))
		h.clauses, h.passages = append(h.clauses, p.Clause), append(h.passages, []int{i})
		for _, w := range h.bags[len(h.bags)-1] {
			h.holding[w.term] = append(h.holding[w.term], len(h.bags)-1)
		}
	}
	return h
}

// measure weighs the terms, once those of the passages are weighed.
func (h *clauseHeadings) measure(v *vocabulary) {
	held := map[term]int{}
	for _, b := range h.bags {
		for _, w := range b {
			held[w.term]++
		}
	}
	for t, n := range held {
		h.weight[t] = v.weight[t] * math.Log(1+float64(len(h.bags)+1)/float64(n))
	}
	sum := 0.0
	for _, b := range h.bags {
		own := 0.0
		for _, w := range b {
			own += w.part * w.part * h.weight[w.term]
		}
		h.norm = append(h.norm, math.Sqrt(own))
		sum += math.Sqrt(own)
	}
	mean := sum / float64(max(1, len(h.norm)))
	for i, own := range h.norm {
		h.norm[i] = max(1, headingPivot*own+(1-headingPivot)*mean)
	}
}

// in is how much of a clause's heading stands in a passage, which the norm of the passage
// is still to divide.
func (h *clauseHeadings) in(clause string, passage bag) float64 {
	i := h.of[clause]
	dot := 0.0
	for _, w := range h.bags[i] {
		if k, ok := slices.BinarySearchFunc(passage, w.term, func(x weighted, t term) int { return int(x.term - t) }); ok {
			dot += h.weight[w.term] * w.part * passage[k].part
		}
	}
	return dot / h.norm[i]
}

// byHeading adds to the relations of the i-th passage those to clauses of which it holds
// enough of the heading, where none is likely: to the passage of the clause that comes
// closest.
func (e *engine) byHeading(i int, found []Relation) []Relation {
	from := e.from
	if from.count[i] < least || from.text.Passages[i].Title && from.hasText[from.text.Passages[i].Clause] {
		return found
	}
	met := map[int]bool{}
	for _, w := range from.own[i] {
		for _, k := range e.headings.holding[w.term] {
			met[k] = true
		}
	}
	for _, k := range slices.Sorted(maps.Keys(met)) {
		clause := e.headings.clauses[k]
		if !e.to.hasText[clause] {
			continue // it says nothing itself
		}
		part := e.headings.in(clause, from.own[i]) / from.norm[i]
		if part < headingGuess || slices.ContainsFunc(found, func(r Relation) bool { return r.To.Clause == clause && r.Score >= Likely }) {
			continue
		}
		shared := e.v.common(e.headings.bags[k], from.own[i], 6)
		if datesAlone(shared) {
			continue
		}
		to, score := -1, 0.0
		for _, j := range e.headings.passages[k] {
			if e.to.text.Passages[j].Title {
				continue
			}
			if x := e.score(i, j); to < 0 || x > score {
				to, score = j, x
			}
		}
		passage := &e.to.text.Passages[to]
		if at := slices.IndexFunc(found, func(r Relation) bool { return r.To == passage }); at >= 0 {
			found[at].Heading = shared
			continue
		}
		score = min(score+ofHeadingPart*part, Likely)
		found = append(found, Relation{From: &from.text.Passages[i], To: passage, Kind: Subject, Score: score, Heading: shared})
	}
	return found
}
