package exchange

import (
	"bytes"
	"crypto/ed25519"
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"time"

	"golang.org/x/crypto/ssh"

	"conceptdiff/internal/review"
)

// person is a member with the keys that the person can sign with; the last one is in use.
type person struct {
	name string
	keys []ssh.Signer
}

func newPerson(name string, seeds ...byte) *person {
	p := &person{name: name}
	for _, s := range seeds {
		p.keys = append(p.keys, signer(s))
	}
	return p
}

func (p *person) key() string {
	if len(p.keys) == 0 {
		return ""
	}
	return plain(p.keys[len(p.keys)-1])
}

// signer is a key that is the same in every run.
func signer(seed byte) ssh.Signer {
	s, err := ssh.NewSignerFromKey(ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)))
	if err != nil {
		panic(err)
	}
	return s
}

func plain(s ssh.Signer) string {
	return strings.TrimSpace(string(ssh.MarshalAuthorizedKey(s.PublicKey())))
}

// failer is what testing.T and rapid.T have in common.
type failer interface {
	Helper()
	Fatalf(string, ...any)
}

// desk is one copy of the record: what its holder enters, what it takes in, whom it
// trusts.
type desk struct {
	t      failer
	record *review.Record
	keys   []string // trusted
	now    time.Time
}

func newDesk(t failer) *desk {
	r, _ := review.Assemble(nil, nil)
	return &desk{t: t, record: r, now: time.Date(2026, 11, 2, 9, 0, 0, 0, time.UTC)}
}

// copied is another copy with the same record, that trusts nobody.
func (d *desk) copied() *desk {
	return &desk{t: d.t, record: d.record, now: d.now}
}

// say enters a statement a minute later, whoever may or may not make it: a file that is
// handed round can hold anything.
func (d *desk) say(by string, says review.Statement) review.Entry {
	d.t.Helper()
	d.now = d.now.Add(time.Minute)
	e, err := review.NewEntry(d.record.Tips(), d.now, by, says)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	d.put([]review.Entry{e}, nil)
	return e
}

// enrol enters a member in this copy, which trusts a chair's key from then on.
func (d *desk) enrol(by string, role review.Role, p *person) {
	d.t.Helper()
	d.say(by, review.Enrolment{Name: p.name, Role: role, Key: p.key()})
	if role == review.Chair && p.key() != "" {
		d.keys = append(d.keys, p.key())
	}
}

func (d *desk) mark(by string, v review.Verdict) review.Entry {
	d.t.Helper()
	return d.say(by, review.Mark{On: anchor, Verdict: v})
}

// sign signs the last entries with a key.
func (d *desk) sign(key ssh.Signer) {
	d.t.Helper()
	for _, tip := range d.record.Tips() {
		sig, err := review.Sign(rand.Reader, key, tip.Hash)
		if err != nil {
			d.t.Fatalf("%v", err)
		}
		d.put(nil, []review.Signature{sig})
	}
}

func (d *desk) put(entries []review.Entry, signatures []review.Signature) {
	d.t.Helper()
	r, problems := review.Assemble(append(d.record.Entries(), entries...), append(d.record.Signatures(), signatures...))
	if len(problems) > 0 {
		d.t.Fatalf("%v", problems)
	}
	d.record = r
}

// take takes in the record of another copy, with decisions.
func (d *desk) take(from *review.Record, trust ...string) (Admission, error) {
	return d.takeBy(Policy{Keys: d.keys, Trust: trust}, from)
}

func (d *desk) takeBy(p Policy, from *review.Record) (Admission, error) {
	p.Sources = map[string]string{anchor.Revision: anchor.Source}
	a, err := Admit(d.record, from, p)
	if err == nil {
		d.record, d.keys = a.Record, append(d.keys, a.Keys...)
	}
	return a, err
}

func (d *desk) mustTake(from *review.Record, trust ...string) Admission {
	d.t.Helper()
	a, err := d.take(from, trust...)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	return a
}

// keyOf is the key that the copy has for a name.
func (d *desk) keyOf(name string) string {
	for _, m := range d.record.Members() {
		if m.Name == name {
			return m.Key
		}
	}
	return ""
}

func (d *desk) file() string {
	d.t.Helper()
	var b strings.Builder
	if err := review.WriteFile(&b, d.record); err != nil {
		d.t.Fatalf("%v", err)
	}
	return b.String()
}

const words = "The policy protects the border."

var anchor = review.Anchor{
	Revision: "old", Source: digest("a file"), Address: "1", WID: "old/1", Digest: digest(words), Quote: words,
}

func digest(s string) string {
	sum := sha256.Sum256([]byte(s))
	return hex.EncodeToString(sum[:])
}
