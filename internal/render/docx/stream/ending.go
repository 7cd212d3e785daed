package stream

import "slices"

// finish gives the last paragraph's mark to both sides, and returns the paragraphs. A
// document ends with a paragraph mark that cannot be deleted or inserted: were it
// one-sided, an empty paragraph would be left when it is accepted or rejected.
// Without any line there is one empty paragraph.
//
//	A ¶ ⁻B ⁻¶ ⁺C ⁺¶   →   A ¶ ⁻B ⁺C ¶
//	A ¶ ⁺B ⁺¶         →   A ⁺¶ ⁺B ¶
func (s *stream) finish() []*Paragraph {
	ps := s.paragraphs
	if len(ps) == 0 {
		return []*Paragraph{{}}
	}
	tail := len(ps)
	for tail > 0 && !ps[tail-1].Shared() {
		tail--
	}
	var old, now *Paragraph // the last one-sided paragraph of each side
	for _, p := range ps[tail:] {
		if p.Old != nil {
			old = p
		} else {
			now = p
		}
	}
	switch {
	case old != nil && now != nil:
		// Both sides go on: their last lines share a paragraph.
		end := &Paragraph{Spans: append(old.Spans, now.Spans...), Old: old.Old, New: now.New}
		ps = slices.DeleteFunc(ps, func(p *Paragraph) bool { return p == old || p == now })
		return append(ps, end)
	case tail == 0 || tail == len(ps):
		return ps
	}
	// Only one side goes on. The mark it adds is the one before its text.
	before, last := ps[tail-1], ps[len(ps)-1]
	if last.Old == nil {
		last.Old, before.Old = before.Old, nil
	} else {
		last.New, before.New = before.New, nil
	}
	return ps
}
