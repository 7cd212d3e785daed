package report

import (
	"slices"

	"conceptdiff/internal/compare"
)

// Stretch is what one entry of a list of changes tells: a change, or several that
// follow each other and are told in a line.
type Stretch struct {
	Telling Telling
	Changes []*Change // in their order; one where Telling is InFull
}

// Telling is how a list tells of changes.
type Telling int

// The ways to tell of changes.
const (
	InFull      Telling = iota
	AsUnchanged         // nothing changed
	AsLone              // of a part without counterpart, which is told elsewhere
	AsNumbers           // the words are the same, under other numbers
)

// Stretches cuts a list of changes into what each entry tells. Changes that are told
// in a line are told together where they follow each other, those under other numbers
// where they do so on both sides. full tells each in full; foldLone folds those of
// parts without counterpart.
func Stretches(changes []*Change, full, foldLone bool) []Stretch {
	var out []Stretch
	for _, c := range changes {
		telling := InFull
		if !full {
			telling = c.telling(foldLone)
		}
		if n := len(out); n > 0 && telling != InFull && out[n-1].Telling == telling && (telling != AsNumbers || out[n-1].last().Before(c)) {
			out[n-1].Changes = append(out[n-1].Changes, c)
			continue
		}
		out = append(out, Stretch{telling, []*Change{c}})
	}
	return out
}

func (c *Change) telling(foldLone bool) Telling {
	switch {
	case len(c.Marks)+len(c.Findings) > 0:
		return InFull
	case c.Lone && foldLone:
		return AsLone
	case c.OnlyNumbered():
		return AsNumbers
	case c.Untouched():
		return AsUnchanged
	}
	return InFull
}

// OnlyNumbered reports whether a change leaves a clause at its place, with its words,
// its heading and its mates, under another number of its own or of a clause above it,
// and nobody speaks of it.
func (c *Change) OnlyNumbered() bool {
	return c.Kind == compare.Unchanged && len(c.Old) == 1 && len(c.New) == 1 && c.Renumbered &&
		!c.Moved && !c.Retitled && !c.Uncertain && !c.Lone && len(c.Provisions)+len(c.Marks)+len(c.Findings) == 0 && !c.Front()
}

// Before reports whether the clauses of another change follow the change's on both
// sides. Each is of one clause that lives on.
func (c *Change) Before(next *Change) bool {
	return c.Old[0].before(next.Old[0]) && c.New[0].before(next.New[0])
}

func (c *Clause) before(next *Clause) bool { return c.Part == next.Part && c.pos+1 == next.pos }

func (s *Stretch) last() *Change { return s.Changes[len(s.Changes)-1] }

// Clauses lists the clauses of the stretch: those of the new text, and with old those
// of the old text before them.
func (s *Stretch) Clauses(old bool) []*Clause {
	var out []*Clause
	for _, c := range s.Changes {
		if old {
			out = append(out, c.Old...)
		}
		out = append(out, c.New...)
	}
	return slices.Clip(out)
}
