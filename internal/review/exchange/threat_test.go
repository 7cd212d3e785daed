package exchange

import (
	"errors"
	"strings"
	"testing"

	"conceptdiff/internal/review"
)

// The threat model of docs/record.md, a row a test: who can do what to a copy by the
// files that it takes in. L chairs and signs; A signs; R has no key; S is a stranger.
type scene struct {
	*desk
	l, a, r, s *person
}

func newScene(t failer) *scene {
	c := &scene{newDesk(t), newPerson("L. Chair", 1), newPerson("A. Member", 2), newPerson("R. Member"), newPerson("S. Stranger", 9)}
	c.enrol(c.l.name, review.Chair, c.l)
	c.enrol(c.l.name, review.Ordinary, c.a)
	c.enrol(c.l.name, review.Ordinary, c.r)
	return c
}

func asks(t *testing.T, err error, what string) *UntrustedError {
	t.Helper()
	var q *UntrustedError
	if !errors.As(err, &q) {
		t.Fatalf("not asked, but %v", err)
	}
	if !strings.Contains(q.Error(), what) {
		t.Errorf("%q does not say %q", q, what)
	}
	return q
}

// A stranger who first becomes a chair by one file, takes over a key with the second and
// signs with the third is stopped at the first, and at the second if the first was taken.
func TestStrangerTakesOverKey(t *testing.T) {
	c := newScene(t)
	first := c.copied()
	first.say(c.s.name, review.Enrolment{Name: c.s.name, Role: review.Chair, Key: c.s.key()})
	first.sign(c.s.keys[0])
	_, err := c.take(first.record)
	asks(t, err, "makes S. Stranger a chair and gives S. Stranger the key SHA256:")
	if len(c.record.Members()) != 3 {
		t.Error("it was taken in all the same")
	}
	second := first.copied()
	second.say(c.s.name, review.Enrolment{Name: c.a.name, Role: review.Ordinary, Key: c.s.key()})
	second.sign(c.s.keys[0])
	_, err = c.take(second.record)
	if q := asks(t, err, ""); len(q.Questions) != 2 {
		t.Errorf("%d questions", len(q.Questions))
	}
	third := second.copied()
	third.mark(c.a.name, review.Obsolete)
	third.sign(c.s.keys[0])
	_, err = c.take(third.record)
	asks(t, err, "nor 1 more like it")
	if got := c.keyOf(c.a.name); got != c.a.key() {
		t.Errorf("the key of A. is %s", got)
	}
}

// Decisions take what they name and nothing else.
func TestDecisions(t *testing.T) {
	c := newScene(t)
	file := c.copied()
	file.say(c.s.name, review.Enrolment{Name: c.s.name, Role: review.Chair, Key: c.s.key()})
	file.say(c.s.name, review.Enrolment{Name: c.r.name, Role: review.Chair})
	_, err := c.take(file.record, review.Fingerprint(c.s.key()))
	if q := asks(t, err, "makes R. Member a chair"); len(q.Questions) != 1 {
		t.Errorf("%d questions are left", len(q.Questions))
	}
	var stranger *StrangerError
	if _, err := c.take(file.record, c.s.key(), c.r.name, "somebody"); !errors.As(err, &stranger) {
		t.Errorf("a decision about nobody: %v", err)
	}
	a := c.mustTake(file.record, c.s.key(), c.r.name)
	if len(a.Keys) != 1 || a.Keys[0] != c.s.key() || a.Added != 2 {
		t.Errorf("trusted %q, %d added", a.Keys, a.Added)
	}
	// Whoever was decided on vouches for others from now on.
	file.say(c.s.name, review.Enrolment{Name: c.a.name, Role: review.Ordinary, Key: plain(signer(7))})
	file.sign(c.s.keys[0])
	c.mustTake(file.record)
	if c.keyOf(c.a.name) != plain(signer(7)) {
		t.Error("a chair that was decided on cannot replace a key")
	}
}

// What nobody may do in passing, each by its own file.
func TestAsked(t *testing.T) {
	for _, tc := range []struct {
		name string
		do   func(c *scene, file *desk)
		want string
	}{
		{"a chair without a key", func(c *scene, f *desk) {
			f.say(c.s.name, review.Enrolment{Name: c.s.name, Role: review.Chair})
		}, "makes S. Stranger a chair;"},
		{"a member without a key becomes chair", func(c *scene, f *desk) {
			f.say(c.l.name, review.Enrolment{Name: c.r.name, Role: review.Chair})
		}, "makes R. Member a chair"},
		{"a first key for a member who is here", func(c *scene, f *desk) {
			f.say(c.r.name, review.Enrolment{Name: c.r.name, Role: review.Ordinary, Key: c.s.key()})
			f.sign(c.s.keys[0])
		}, "gives R. Member the key"},
		{"a member promotes herself", func(c *scene, f *desk) {
			f.say(c.a.name, review.Enrolment{Name: c.a.name, Role: review.Chair, Key: c.a.key()})
			f.sign(c.a.keys[0])
		}, "makes A. Member a chair"},
		{"a key replaced by a member who is no chair", func(c *scene, f *desk) {
			f.say(c.l.name, review.Enrolment{Name: c.l.name, Role: review.Chair, Key: c.s.key()})
			f.sign(c.a.keys[0])
		}, "replaces the key of L. Chair"},
		{"a key taken away", func(c *scene, f *desk) {
			f.say(c.a.name, review.Enrolment{Name: c.a.name, Role: review.Ordinary})
		}, "takes the key of A. Member away"},
		{"one who signs is removed", func(c *scene, f *desk) {
			f.say(c.l.name, review.Enrolment{Name: c.l.name, Role: review.Chair, Key: c.l.key(), Removed: true})
		}, "takes L. Chair out of the committee"},
		{"one who signs loses the role", func(c *scene, f *desk) {
			f.say(c.l.name, review.Enrolment{Name: c.l.name, Role: review.Reader, Key: c.l.key()})
		}, "makes L. Chair a reader"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			c := newScene(t)
			file := c.copied()
			tc.do(c, file)
			_, err := c.take(file.record)
			q := asks(t, err, tc.want)
			// --unsigned is no answer to it; the answer that is told is.
			if _, err := c.takeBy(Policy{Keys: c.keys, Unsigned: true}, file.record); !errors.As(err, new(*UntrustedError)) {
				t.Errorf("unsigned: %v", err)
			}
			c.mustTake(file.record, q.Questions[0].Answer())
		})
	}
}

// What a member without a key can do, and no more: speak in any name without a key.
func TestNamesAreBelieved(t *testing.T) {
	c := newScene(t)
	file := c.copied()
	file.mark(c.r.name, review.Keep)
	file.say(c.r.name, review.Enrolment{Name: "N. New", Role: review.Ordinary, Key: plain(signer(5))})
	if a := c.mustTake(file.record); a.Added != 2 || len(a.Keys) != 0 {
		t.Errorf("%d entries, trusted %q", a.Added, a.Keys)
	}
	file.mark(c.a.name, review.Keep)
	var unsigned *UnsignedError
	if _, err := c.take(file.record); !errors.As(err, &unsigned) || unsigned.Member != c.a.name || unsigned.Count != 1 {
		t.Errorf("in the name of one who signs: %v", err)
	}
	file.sign(c.s.keys[0])
	if _, err := c.take(file.record); !errors.As(err, &unsigned) {
		t.Errorf("signed with another key: %v", err)
	}
	if a, err := c.takeBy(Policy{Keys: c.keys, Unsigned: true}, file.record); err != nil || a.Added != 1 {
		t.Errorf("unsigned, and allowed to be: %d, %v", a.Added, err)
	}
}

// An entry that pretends to be older than its author's key needs the signature too.
func TestBackdated(t *testing.T) {
	c := newScene(t)
	file := newDesk(t)
	file.put(c.record.Entries()[:1], nil) // the chair alone
	file.say(c.l.name, review.Enrolment{Name: c.a.name, Role: review.Ordinary})
	file.mark(c.a.name, review.Obsolete)
	_, err := c.take(file.record)
	asks(t, err, "takes the key of A. Member away")
	file = newDesk(t)
	file.put(c.record.Entries()[:2], nil)
	file.mark(c.a.name, review.Obsolete)
	var unsigned *UnsignedError
	if _, err := c.take(file.record); !errors.As(err, &unsigned) {
		t.Errorf("taken: %v", err)
	}
}

// A signature comes through a third hand, and holds.
func TestThirdHand(t *testing.T) {
	c := newScene(t)
	hers := c.copied()
	e := hers.mark(c.a.name, review.Obsolete)
	hers.sign(c.a.keys[0])
	his := c.copied()
	his.mustTake(hers.record)
	his.mark(c.r.name, review.Keep)
	a := c.mustTake(his.record)
	if a.Added != 2 || !c.record.SignedBy(c.a.key())[e.Hash] {
		t.Errorf("%d entries; the signature is lost", a.Added)
	}
}

// A key that was replaced: who still has it can sign marks that do not know of it, which
// is told, and makes no members.
func TestReplacedKey(t *testing.T) {
	c := newScene(t)
	old := c.copied() // whoever has the old keys of the chair and of A.
	late := c.copied()
	c.say(c.l.name, review.Enrolment{Name: c.a.name, Role: review.Ordinary, Key: plain(signer(12))})
	c.enrol(c.l.name, review.Chair, newPerson(c.l.name, 11))

	late.mark(c.a.name, review.Keep)
	late.sign(c.a.keys[0])
	if a := c.mustTake(late.record); a.Late[c.a.name] != 1 {
		t.Errorf("not told: %v", a.Late)
	}
	old.say(c.l.name, review.Enrolment{Name: c.s.name, Role: review.Chair, Key: c.s.key()})
	old.sign(c.l.keys[0])
	_, err := c.take(old.record)
	asks(t, err, "makes S. Stranger a chair")
	// One who knows of the replacement cannot sign with the old key.
	late.mustTake(c.record, plain(signer(11)), plain(signer(12)))
	late.mark(c.a.name, review.Obsolete)
	late.sign(c.a.keys[0])
	var unsigned *UnsignedError
	if _, err := c.take(late.record); !errors.As(err, &unsigned) {
		t.Errorf("the old key signs what knows of the new one: %v", err)
	}
}

// The first file founds a record; its chairs are told, and their keys make no members
// before somebody decides so.
func TestFounding(t *testing.T) {
	c := newScene(t)
	fresh := newDesk(t)
	a := fresh.mustTake(c.record)
	if len(a.Founding) != 1 || a.Founding[0].Name != c.l.name || len(a.Keys) != 0 {
		t.Errorf("told %v, trusted %q", a.Founding, a.Keys)
	}
	c.say(c.l.name, review.Enrolment{Name: c.a.name, Role: review.Ordinary, Key: plain(signer(12))})
	c.sign(c.l.keys[0])
	_, err := fresh.take(c.record)
	asks(t, err, "replaces the key of A. Member")
	if a := fresh.mustTake(c.record, review.Fingerprint(c.l.key())); len(a.Keys) != 1 {
		t.Errorf("trusted %q", a.Keys)
	}
}
