package relate

import (
	"math"
	"slices"
	"strings"
)

// clauseHeadings holds the headings of a text's clauses. A heading names a subject in words
// that the passages below it may all have («cooperation with international
// organizations»), so its terms are weighed also by how few headings have them.
type clauseHeadings struct {
	bags   []bag          // the terms of each clause's own heading
	of     map[string]int // by clause: its place in the lists
	weight map[term]float64
	norm   []float64
}

// headingPivot is how much of its own length counts in the norm of a heading; see [pivot].
const headingPivot = 0.5

func headingsOf(v *vocabulary, s *side) *clauseHeadings {
	h := &clauseHeadings{of: map[string]int{}, weight: map[term]float64{}}
	for i := range s.text.Passages {
		p := &s.text.Passages[i]
		if _, ok := h.of[p.Clause]; ok {
			continue
		}
		text := p.Heading[strings.LastIndexByte(p.Heading, '\n')+1:]
		if p.Title {
			text = p.Text
		}
		h.of[p.Clause] = len(h.bags)
		h.bags = append(h.bags, v.textBag(s.stemmer, text))
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
