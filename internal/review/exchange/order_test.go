package exchange

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/review"
)

// Law: whatever the order in which the files of a committee are taken in, by a copy that
// trusts its chair, every one of them is taken without a question, and the record is the
// same to the byte: with keys that are given, replaced by the chair or by their owners,
// and members who sign with what they know of.
func TestAnyOrderSameAdmission(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		chair, a, r := newPerson("L. Chair", 1), newPerson("A. Member", 2), newPerson("R. Member")
		start := newDesk(t)
		start.enrol(chair.name, review.Chair, chair)
		start.enrol(chair.name, review.Ordinary, a)
		start.enrol(chair.name, review.Ordinary, r)
		start.sign(chair.keys[0])
		desks := []*desk{start, start.copied(), start.copied()}
		desks[1].keys, desks[2].keys = start.keys, start.keys
		people := []*person{chair, a, r}
		var files []*review.Record
		next := byte(20)
		for i := range rapid.IntRange(1, 8).Draw(t, "steps") {
			k := rapid.IntRange(0, 2).Draw(t, fmt.Sprint("who", i))
			d, p := desks[k], people[k]
			switch rapid.IntRange(0, 5).Draw(t, fmt.Sprint("what", i)) {
			case 0: // takes in what was handed round last
				if len(files) > 0 {
					d.mustTake(files[len(files)-1])
				}
				continue
			case 1: // replaces a key: the chair any, the others their own
				if len(p.keys) == 0 {
					continue
				}
				old := p.keys[len(p.keys)-1]
				p.keys = append(p.keys, signer(next))
				next++
				role := review.Ordinary
				if k == 0 {
					role = review.Chair
					d.keys = append(d.keys, p.key())
				}
				d.say(p.name, review.Enrolment{Name: p.name, Role: role, Key: p.key()})
				d.sign(old)
			case 2: // the chair enrols someone
				if k == 0 {
					d.say(chair.name, review.Enrolment{Name: fmt.Sprintf("N. %d", i), Role: rapid.SampledFrom([]review.Role{review.Ordinary, review.Chair}).Draw(t, fmt.Sprint("role", i))})
				}
			default:
				d.mark(p.name, rapid.SampledFrom(review.Verdicts[:4]).Draw(t, fmt.Sprint("verdict", i)))
			}
			if len(p.keys) > 0 {
				d.sign(p.keys[len(p.keys)-1])
			}
			files = append(files, d.record)
		}
		if len(files) > 5 {
			files = files[len(files)-5:]
		}
		var want string
		for i := range 4 {
			order := slices.Clone(files)
			if i > 0 {
				order = rapid.Permutation(files).Draw(t, fmt.Sprint("order", i))
			}
			d := start.copied()
			d.keys = []string{plain(signer(1))}
			for _, f := range order {
				d.mustTake(f)
			}
			if got := d.file(); i == 0 {
				want = got
			} else if got != want {
				t.Fatalf("another order gives another record:\n%s\nnot\n%s", got, want)
			}
		}
	})
}
