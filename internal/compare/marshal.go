package compare

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"

	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/revision"
)

// What a packed comparison names by its place in a list, as it does the kinds and
// the evidence.
var (
	packedOps           = []Op{Keep, Delete, Insert, Move}
	packedSignificances = []Significance{"", Editorial, Substantive}
)

// Marshal writes a comparison down without the texts, so that [Unmarshal] can
// restore it beside the same two revisions: clauses by their position, edits by
// the lengths of what they cut off the texts. What it writes is for the same
// build of this package alone. A comparison that follows a person's rulings is
// refused, since they may be withdrawn.
func (c *Comparison) Marshal() ([]byte, error) {
	var p packer
	p.number(len(c.Changes))
	for i := range c.Changes {
		if err := p.change(&c.Changes[i]); err != nil {
			return nil, fmt.Errorf("write down change %s: %w", c.Changes[i].ID, err)
		}
	}
	return p.out, nil
}

// packer writes numbers as varints, texts behind their length.
type packer struct{ out []byte }

func (p *packer) number(n int) { p.out = binary.AppendUvarint(p.out, uint64(n)) }

func (p *packer) text(s string) {
	p.number(len(s))
	p.out = append(p.out, s...)
}

func (p *packer) float(x float64) {
	p.out = binary.BigEndian.AppendUint64(p.out, math.Float64bits(x))
}

func (p *packer) flag(is bool) {
	if is {
		p.number(1)
	} else {
		p.number(0)
	}
}

func (p *packer) clauses(cs []*revision.Clause) {
	p.number(len(cs))
	for _, c := range cs {
		p.number(c.Pos)
	}
}

func (p *packer) change(ch *Change) error {
	if ch.Pin != nil {
		return fmt.Errorf("it follows the ruling of %s", ch.Pin.By)
	}
	p.number(slices.Index(Kinds, ch.Kind))
	p.flag(ch.Renumbered)
	p.flag(ch.Moved)
	p.flag(ch.Retitled)
	p.clauses(ch.Old)
	p.clauses(ch.New)
	if p.flag(ch.mainOld != nil); ch.mainOld != nil {
		p.number(ch.mainOld.Pos)
		p.number(ch.mainNew.Pos)
	}
	p.number(len(ch.Basis))
	for _, g := range ch.Basis {
		p.ground(g)
	}
	p.float(ch.Score)
	p.flag(ch.Uncertain)
	if p.flag(ch.RunnerUp != nil); ch.RunnerUp != nil {
		p.text(ch.RunnerUp.Old)
		p.text(ch.RunnerUp.New)
		p.float(ch.RunnerUp.Score)
		p.ground(ch.RunnerUp.Why)
	}
	p.number(len(ch.Evidence))
	for _, e := range ch.Evidence {
		p.number(slices.IndexFunc(align.AllEvidence, func(x Evidence) bool { return x.Name == e.Name }))
		p.float(e.Value)
	}
	p.number(slices.Index(packedSignificances, ch.Significance))
	p.number(len(ch.Reasons))
	for _, r := range ch.Reasons {
		p.ground(Ground{Code: align.Code(r.Code), Args: r.Args})
		p.number(len(r.Items))
		for _, it := range r.Items {
			p.text(it.Old)
			p.text(it.New)
			p.text(it.Still)
			p.number(it.StillMore)
		}
		p.number(r.More)
	}
	for _, n := range []int{ch.Words.Kept, ch.Words.MovedIn, ch.Words.MovedOut, ch.Words.Deleted, ch.Words.Inserted} {
		p.number(n)
	}
	p.edits(ch.Edits)
	return nil
}

func (p *packer) edits(edits []Edit) {
	p.number(len(edits))
	for _, e := range edits {
		p.number(slices.Index(packedOps, e.Op))
		p.number(len(e.Old))
		p.number(len(e.New))
		if e.Op == Move {
			p.number(e.Move)
		}
	}
}

// ground writes the arguments behind a number for their type.
func (p *packer) ground(g Ground) {
	p.text(string(g.Code))
	p.number(len(g.Args))
	for _, arg := range g.Args {
		switch x := arg.(type) {
		case int:
			p.number(packedInt)
			p.number(x)
		case string:
			p.number(packedText)
			p.text(x)
		}
	}
}

// The types of arguments that the grounds of this package have.
const (
	packedInt = iota
	packedText
)
