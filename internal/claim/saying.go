package claim

// sayings finds the sentences of one side of a comparison by their words.
type sayings struct {
	traces []trace
	units  func(*trace) []*unit // of the side
	// The sentences by their opening words, in the order of the changes; made
	// when first asked for.
	byOpening map[uint64][]sentenceRef
}

// find returns the first sentence that has the words of s and no others.
func (l *sayings) find(s *sentence) (sentenceRef, bool) {
	if l.byOpening == nil {
		l.index()
	}
	for _, ref := range l.byOpening[openingOf(s.text)] {
		if _, found := ref.get(); found.saysLike(s) {
			return ref, true
		}
	}
	return sentenceRef{}, false
}

func (l *sayings) index() {
	l.byOpening = make(map[uint64][]sentenceRef)
	for i := range l.traces {
		tr := &l.traces[i]
		for _, u := range l.units(tr) {
			for n, s := range u.sentences() {
				key := openingOf(s.text)
				l.byOpening[key] = append(l.byOpening[key], sentenceRef{tr, u, n})
			}
		}
	}
}
