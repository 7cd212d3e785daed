package workspace

import (
	"context"
	"crypto/rand"
	"crypto/subtle"
	"encoding/base64"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/crypto/argon2"
	"golang.org/x/text/unicode/norm"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
)

// DefaultMember is in whose name this copy is written to unless another is named;
// "" for nobody.
func (w *Workspace) DefaultMember(ctx context.Context) (string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return "", err
	}
	return lib.preset.Get(ctx, lib.store, lib.store.DefaultMember)
}

// TrustedKeys are the public keys of chairs whose word on members this copy takes.
func (w *Workspace) TrustedKeys(ctx context.Context) ([]string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	return lib.store.TrustedKeys(ctx)
}

// UseMember sets in whose name this copy is written to.
func (w *Workspace) UseMember(ctx context.Context, typed string) (review.Member, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return review.Member{}, err
	}
	m, err := lib.present(ctx, typed)
	if err != nil {
		return review.Member{}, err
	}
	return m, lib.store.SetDefaultMember(ctx, m.Name)
}

// Enrolment is what is entered of a member. What is left open stays as it is.
type Enrolment struct {
	Name string
	Role review.Role
	Key  string // public SSH key, see [review.ParseKey]
	By   string // who enters it; "" for the default member, or else the member itself
}

// Enrol enters that someone is a member, or has another role or key. It returns nil
// when there is nothing to enter.
func (w *Workspace) Enrol(ctx context.Context, given Enrolment) (*review.Entry, error) {
	name, err := review.CleanName(given.Name)
	if err != nil {
		return nil, fault.Misuse(err)
	}
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	members, err := lib.store.Members(ctx)
	if err != nil {
		return nil, err
	}
	said, changed := review.Enrol(members, name, given.Role, given.Key)
	if !changed {
		w.log.Notice("%s is enrolled already, as %s", name, said.Role)
		return nil, nil
	}
	return lib.enrol(ctx, given.By, said)
}

// Leave enters that a member left.
func (w *Workspace) Leave(ctx context.Context, typed, by string) (*review.Entry, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	m, err := lib.present(ctx, typed)
	if err != nil {
		return nil, err
	}
	said := m.Enrolment
	said.Removed = true
	return lib.enrol(ctx, by, said)
}

func (l *library) enrol(ctx context.Context, by string, said review.Enrolment) (*review.Entry, error) {
	by, err := l.enroller(ctx, by, said.Name)
	if err != nil {
		return nil, err
	}
	e, err := l.enter(ctx, by, said)
	return &e, err
}

// speaker is the member that is named, or else the one that is set for this copy.
func (l *library) speaker(ctx context.Context, by string) (string, error) {
	if by != "" {
		name, err := review.CleanName(by)
		return name, fault.Misuse(err)
	}
	name, err := l.store.DefaultMember(ctx)
	if err == nil && name == "" {
		err = fault.Hint(fault.Misusef("it is not said who says so"), "name the member with --by NAME, or once for all with conceptdiff member use NAME")
	}
	return name, err
}

// enroller is who enrols a member: who is named, or set for this copy, or else the
// member itself, as at the beginning, when there is nobody yet.
func (l *library) enroller(ctx context.Context, by, name string) (string, error) {
	if by != "" {
		return l.speaker(ctx, by)
	}
	preset, err := l.store.DefaultMember(ctx)
	if err != nil || preset != "" {
		return preset, err
	}
	return name, nil
}

// present finds a member who has not left, as typed.
func (l *library) present(ctx context.Context, typed string) (review.Member, error) {
	name, err := review.CleanName(typed)
	if err != nil {
		return review.Member{}, fault.Misuse(err)
	}
	members, err := l.store.Members(ctx)
	if err != nil {
		return review.Member{}, err
	}
	return review.Present(members, name)
}

// The cost of checking a passcode: OWASP's first recommendation for Argon2id
// (19 MiB, two passes, one lane). It is written beside each hash, so that it can be
// raised and older ones are still understood.
const (
	argonTime    = 2
	argonMemory  = 19 << 10 // KiB
	argonLanes   = 1
	argonLength  = 32
	argonSalt    = 16
	minPasscode  = 8   // characters
	maxPasscode  = 256 // bytes
	argonPattern = "argon2id$%d$%d$%d$%s$%s"
)

// SetPasscode sets the passcode with which a member signs in to pages that others can
// reach; "" takes it away. Only a hash of it is kept.
func (w *Workspace) SetPasscode(ctx context.Context, member, passcode string) error {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return err
	}
	m, err := lib.present(ctx, member)
	if err != nil {
		return err
	}
	if passcode == "" {
		return lib.store.SetPasscode(ctx, m.Name, "")
	}
	if utf8.RuneCountInString(passcode) < minPasscode || len(passcode) > maxPasscode {
		return fault.Hint(fault.Misusef("a passcode has at least %d characters", minPasscode), "several words are easy to remember and hard to guess")
	}
	salt := make([]byte, argonSalt)
	if _, err := rand.Read(salt); err != nil {
		return err
	}
	return lib.store.SetPasscode(ctx, m.Name, hashPasscode(passcode, salt))
}

// CheckPasscode reports whether a passcode is that of a present member. It takes as
// long for a member that there is not, so that the time tells nothing.
func (w *Workspace) CheckPasscode(ctx context.Context, member, passcode string) (bool, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return false, err
	}
	stored, known := "", false
	if m, err := lib.present(ctx, member); err == nil {
		if stored, err = lib.store.Passcode(ctx, m.Name); err != nil {
			return false, err
		}
		known = stored != ""
	}
	if len(passcode) > maxPasscode {
		return false, nil
	}
	if !known {
		stored = hashPasscode("", make([]byte, argonSalt))
	}
	return fitsPasscode(stored, passcode) && known, nil
}

// HasPasscodes reports whether any member can sign in.
func (w *Workspace) HasPasscodes(ctx context.Context) (bool, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return false, err
	}
	return lib.store.HasPasscodes(ctx)
}

func hashPasscode(passcode string, salt []byte) string {
	sum := argon2.IDKey([]byte(norm.NFC.String(passcode)), salt, argonTime, argonMemory, argonLanes, argonLength)
	return fmt.Sprintf(argonPattern, argonTime, argonMemory, argonLanes, base64.RawStdEncoding.EncodeToString(salt), base64.RawStdEncoding.EncodeToString(sum))
}

func fitsPasscode(stored, passcode string) bool {
	parts := strings.Split(stored, "$")
	if len(parts) != 6 || parts[0] != "argon2id" {
		return false
	}
	var time, memory uint32
	var lanes uint8
	if _, err := fmt.Sscan(strings.Join(parts[1:4], " "), &time, &memory, &lanes); err != nil || time == 0 || lanes == 0 || memory > 1<<20 {
		return false
	}
	salt, err := base64.RawStdEncoding.DecodeString(parts[4])
	if err != nil {
		return false
	}
	want, err := base64.RawStdEncoding.DecodeString(parts[5])
	if err != nil || len(want) == 0 {
		return false
	}
	got := argon2.IDKey([]byte(norm.NFC.String(passcode)), salt, time, memory, lanes, uint32(len(want)))
	return subtle.ConstantTimeCompare(got, want) == 1
}
