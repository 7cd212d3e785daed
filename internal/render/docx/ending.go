package docx

import "slices"

// finish gives the last paragraph's mark to both sides. A document ends with a
// paragraph mark that cannot be deleted or inserted: were it one-sided, an
// empty paragraph would be left when it is accepted or rejected.
func (s *stream) finish() []*paragraph {
	ps := s.paragraphs
	if len(ps) == 0 {
		return []*paragraph{{}}
	}
	tail := len(ps)
	for tail > 0 && !ps[tail-1].shared() {
		tail--
	}
	var old, now *paragraph // the last one-sided paragraph of each side
	for _, p := range ps[tail:] {
		if p.old != nil {
			old = p
		} else {
			now = p
		}
	}
	switch {
	case old != nil && now != nil:
		// Both sides go on: their last lines share a paragraph.
		end := &paragraph{spans: append(old.spans, now.spans...), old: old.old, new: now.new}
		ps = slices.DeleteFunc(ps, func(p *paragraph) bool { return p == old || p == now })
		return append(ps, end)
	case tail == 0 || tail == len(ps):
		return ps
	}
	// Only one side goes on. The mark it adds is the one before its text.
	before, last := ps[tail-1], ps[len(ps)-1]
	if last.old == nil {
		last.old, before.old = before.old, nil
	} else {
		last.new, before.new = before.new, nil
	}
	return ps
}
