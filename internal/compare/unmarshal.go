package compare

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/revision"
)

// Unmarshal restores a comparison of two revisions that [Comparison.Marshal]
// wrote down. What does not fit them is an error: each clause of either must
// stand in one change, and the edits of a change must use up its texts.
func Unmarshal(old, new *revision.Revision, data []byte) (*Comparison, error) {
	u := unpacker{rest: string(data), old: old.Clauses(), new: new.Clauses()}
	n := u.number()
	if n > len(u.old)+len(u.new) {
		u.fail("it has more changes than there are clauses")
		n = 0
	}
	changes := make([]Change, n)
	for i := range changes {
		u.change(&changes[i])
	}
	if u.rest != "" {
		u.fail("something follows it")
	}
	var c *Comparison
	if u.err == nil {
		c, u.err = Assemble(old, new, u.old, u.new, changes)
	}
	if u.err != nil {
		return nil, fmt.Errorf("stored comparison of %s with %s: %w", old.Label, new.Label, u.err)
	}
	return c, nil
}

// unpacker reads what a packer wrote. After its first error it reads nothing but
// zeros.
type unpacker struct {
	rest     string
	old, new []*revision.Clause
	err      error
}

func (u *unpacker) fail(format string, args ...any) {
	if u.err == nil {
		u.err = fmt.Errorf(format, args...)
	}
	u.rest = ""
}

var errCutOff = errors.New("it is cut off")

// number reads a number that is no larger than any size in memory.
func (u *unpacker) number() int {
	n, size := binary.Uvarint([]byte(u.rest[:min(len(u.rest), binary.MaxVarintLen64)]))
	if size <= 0 || n > math.MaxInt {
		u.fail("%w", errCutOff)
		return 0
	}
	u.rest = u.rest[size:]
	return int(n)
}

// count reads how many things follow, each of one byte or more.
func (u *unpacker) count() int {
	n := u.number()
	if n > len(u.rest) {
		u.fail("%w", errCutOff)
		return 0
	}
	return n
}

func (u *unpacker) text() string {
	n := u.count()
	s := u.rest[:n]
	u.rest = u.rest[n:]
	return s
}

func (u *unpacker) flag() bool { return u.number() != 0 }

func (u *unpacker) float() float64 {
	const size = 8
	if len(u.rest) < size {
		u.fail("%w", errCutOff)
		return 0
	}
	x := math.Float64frombits(binary.BigEndian.Uint64([]byte(u.rest[:size])))
	u.rest = u.rest[size:]
	return x
}

// pickOne reads the place of one of several things.
func pickOne[T any](u *unpacker, among []T) T {
	n := u.number()
	if n >= len(among) {
		u.fail("there is no number %d among %d", n, len(among))
		var none T
		return none
	}
	return among[n]
}

func (u *unpacker) clauses(among []*revision.Clause) []*revision.Clause {
	var out []*revision.Clause
	for range u.count() {
		c := pickOne(u, among)
		if c == nil {
			return nil
		}
		out = append(out, c)
	}
	return out
}

func (u *unpacker) change(ch *Change) {
	ch.Kind = pickOne(u, Kinds)
	ch.Renumbered, ch.Moved, ch.Retitled = u.flag(), u.flag(), u.flag()
	ch.Old, ch.New = u.clauses(u.old), u.clauses(u.new)
	if len(ch.Old)+len(ch.New) == 0 {
		u.fail("a change is about no clause")
		return
	}
	ch.ID = changeID(ch)
	if u.flag() {
		ch.mainOld, ch.mainNew = pickOne(u, u.old), pickOne(u, u.new)
	}
	for range u.count() {
		ch.Basis = append(ch.Basis, u.ground())
	}
	ch.Score, ch.Uncertain = u.float(), u.flag()
	if u.flag() {
		ch.RunnerUp = &Candidate{Old: u.text(), New: u.text(), Score: u.float(), Why: u.ground()}
	}
	if n := u.count(); n > 0 {
		ch.Evidence = make([]Evidence, n)
		for i := range ch.Evidence {
			ch.Evidence[i] = pickOne(u, align.AllEvidence)
			ch.Evidence[i].Value = u.float()
		}
	}
	ch.Significance = pickOne(u, packedSignificances)
	if n := u.count(); n > 0 {
		ch.Reasons = make([]Reason, n)
		for i := range ch.Reasons {
			ch.Reasons[i] = u.reason()
		}
	}
	w := &ch.Words
	for _, n := range []*int{&w.Kept, &w.MovedIn, &w.MovedOut, &w.Deleted, &w.Inserted} {
		*n = u.number()
	}
	u.edits(ch)
}

func (u *unpacker) reason() Reason {
	g := u.ground()
	r := Reason{Code: significance.Code(g.Code), Args: g.Args}
	for range u.count() {
		r.Items = append(r.Items, Item{Old: u.text(), New: u.text(), Still: u.text(), StillMore: u.number()})
	}
	r.More = u.number()
	return r
}

func (u *unpacker) ground() Ground {
	g := Ground{Code: align.Code(u.text())}
	for range u.count() {
		switch u.number() {
		case packedInt:
			g.Args = append(g.Args, u.number())
		case packedText:
			g.Args = append(g.Args, u.text())
		default:
			u.fail("a ground has an argument of no known type")
		}
	}
	return g
}

func (u *unpacker) edits(ch *Change) {
	old, new := joinTexts(ch.Old, (*revision.Clause).Text), joinTexts(ch.New, (*revision.Clause).Text)
	cut := func(text *string) string {
		n := u.number()
		if n > len(*text) {
			u.fail("an edit of %s is longer than its text", ch.ID)
			return ""
		}
		head := (*text)[:n]
		*text = (*text)[n:]
		return head
	}
	ch.Edits = make([]Edit, u.count())
	for i := range ch.Edits {
		e := &ch.Edits[i]
		e.Op = pickOne(u, packedOps)
		e.Old, e.New = cut(&old), cut(&new)
		if e.Op == Move {
			e.Move = u.number()
		}
	}
}
