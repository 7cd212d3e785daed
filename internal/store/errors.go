package store

import (
	"errors"
	"fmt"

	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
)

// What can be wrong with a store. The errors of a store wrap these and name the
// file.
var (
	ErrForeign  = errors.New("not a conceptdiff database")
	ErrDamaged  = errors.New("the database is damaged")
	ErrTampered = errors.New("the database was changed by something else than conceptdiff")
	ErrNewer    = errors.New("the database was written by a newer version of conceptdiff")
	ErrReadOnly = errors.New("the database or its folder cannot be written to")
	ErrBusy     = errors.New("another process is writing to the database")
	ErrFull     = errors.New("there is no room left: nothing was stored")
	ErrExists   = errors.New("there is a file already")
)

// NotFoundError says that no revision has the label that was asked for.
type NotFoundError struct {
	Label  string
	Labels []string // those there are, in the order of import
}

func (e *NotFoundError) Error() string {
	return fmt.Sprintf("no revision is labelled %q", e.Label)
}

// LabelTakenError says that other bytes are stored under a label. A stored
// revision does not change.
type LabelTakenError struct {
	Label  string
	Stored string // SHA-256 of the stored source
	Given  string // SHA-256 of the refused one
}

func (e *LabelTakenError) Error() string {
	return fmt.Sprintf("the label %q is taken by another text (stored %.12s, given %.12s)", e.Label, e.Stored, e.Given)
}

// Hint names the labels that are near, or those there are.
func (e *NotFoundError) Hint() string {
	near := revision.Nearest(e.Label, e.Labels, 3)
	switch {
	case len(e.Labels) == 0:
		return "nothing is stored yet: conceptdiff import FILE"
	case len(near) > 0:
		return "did you mean " + phrase.Or(near) + "? A file is named by its path"
	}
	return "stored are " + phrase.And(e.Labels) + "; a file is named by its path"
}
