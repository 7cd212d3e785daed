package workspace

import (
	"context"

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
	return lib.store.DefaultMember(ctx)
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
