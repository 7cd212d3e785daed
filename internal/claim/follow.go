package claim

import "slices"

// outcome is what became of one old sentence.
type outcome struct {
	fate Fate
	to   []newRef // the new sentences that stand in its place
}

// The bounds of [tracer.sentence], in parts of the telling words.
const (
	leastWords  = 4    // a shorter sentence that stands elsewhere too may be another
	sameThought = 0.45 // likeness from which a sentence counts as another's new wording
	farThought  = 0.65 // likewise, where the comparison carries no word from one to the other
	mostStands  = 0.5  // part of a sentence's words that stand, from which it is not removed
	takenIn     = 0.8  // part of a sentence's words from which another that has them takes it in
	carriedIn   = 0.3  // likewise, of words that the comparison carries there
)

// sentence says what became of a sentence of an old unit:
//
//   - its words stand in one new sentence that has no others: [CarriedOver], or
//     [Moved] when that stands in another clause, or the clause has moved;
//   - half of its words are kept or moved, or a new sentence of the change that
//     stood nowhere in the old text is like it, and not more like another old
//     sentence of the change, unless it takes in both: [Amended];
//   - else [Removed].
//
// Measured on the Concept of 2007 against the illustrative draft: sentences that
// a reader calls reworded have a likeness of 0.48 to 1, the others up to 0.40.
func (t *tracer) sentence(tr *trace, u *unit, s *sentence) outcome {
	if o, ok := t.known[s]; ok {
		return o
	}
	o := t.follow(tr, u, s)
	t.known[s] = o
	return o
}

func (t *tracer) follow(tr *trace, u *unit, s *sentence) outcome {
	arrived := t.arrivals(tr, u, s)
	for _, a := range arrived {
		if _, n := a.get(); sameWords(s.words, n.words) {
			if a.trace != tr || tr.change.Moved || t.left(tr, u, s) {
				return outcome{Moved, []newRef{a.newRef}}
			}
			return outcome{CarriedOver, []newRef{a.newRef}}
		}
	}
	if ref, ok := t.newSaid[s.key()]; ok && len(s.words) >= leastWords && !s.heading {
		return outcome{Moved, []newRef{ref}}
	}
	if ref, ok := t.reworded(tr, s, arrived); ok {
		return outcome{Amended, []newRef{ref}}
	}
	return outcome{fate: Removed}
}

// reworded finds the new sentence in which an old one lives on in other words.
func (t *tracer) reworded(tr *trace, s *sentence, arrived []arrival) (best newRef, ok bool) {
	var score float64
	for _, c := range tr.candidates(arrived) {
		_, n := c.get()
		if t.oldSaid[n.key()] || s.heading != n.heading {
			continue
		}
		d := dice(s.telling(), n.telling())
		least := sameThought
		if c.words == 0 {
			least = farThought
		}
		if d <= score || d < least {
			continue
		}
		takes := contained(s.telling(), n.telling()) >= takenIn || float64(c.words) >= carriedIn*float64(len(s.telling()))
		if takes || tr.likest(c.newRef) <= d {
			best, score, ok = c.newRef, d, true
		}
	}
	if ok {
		return best, true
	}
	stands, most := 0, 0
	for _, a := range arrived {
		stands += a.words
		if a.words > most {
			best, most = a.newRef, a.words
		}
	}
	return best, stands > 0 && float64(stands) >= mostStands*float64(len(s.telling()))
}

// likest is how like the most similar old sentence of the change a new one is.
func (tr *trace) likest(ref newRef) float64 {
	if d, ok := tr.likeness[ref]; ok {
		return d
	}
	_, n := ref.get()
	var most float64
	for i := range tr.old {
		for j := range tr.old[i].sentences {
			if o := &tr.old[i].sentences[j]; o.heading == n.heading {
				most = max(most, dice(o.telling(), n.telling()))
			}
		}
	}
	tr.likeness[ref] = most
	return most
}

// candidates lists the new sentences in which an old one may live on: those of
// its change, and those to which its words moved.
func (tr *trace) candidates(arrived []arrival) []arrival {
	out := slices.Clone(arrived)
	for _, p := range tr.said {
		if !slices.ContainsFunc(arrived, func(a arrival) bool { return a.newRef == p.newRef }) {
			out = append(out, arrival{newRef: p.newRef})
		}
	}
	return out
}
