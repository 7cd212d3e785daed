package sqlite

import (
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"
)

// What can be wrong with a database file. The errors of this package wrap these
// and name the file.
var (
	ErrForeign  = errors.New("not a conceptdiff database")
	ErrDamaged  = errors.New("the database is damaged")
	ErrNewer    = errors.New("the database was written by a newer version of conceptdiff")
	ErrReadOnly = errors.New("the database or its folder cannot be written to")
	ErrBusy     = errors.New("another process is writing to the database")
	ErrFull     = errors.New("there is no room left: nothing was stored")
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

func isBusy(err error) bool {
	var code sqlite3.Error
	return errors.As(err, &code) && code.Code == sqlite3.ErrBusy
}

// explain names the file and turns SQLite's codes into the errors above.
func (s *Store) explain(err error) error {
	var code sqlite3.Error
	if !errors.As(err, &code) {
		return err
	}
	var what error
	switch code.Code {
	case sqlite3.ErrNotADB:
		what = ErrForeign
	case sqlite3.ErrCorrupt:
		what = ErrDamaged
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
		what = ErrReadOnly
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		what = ErrBusy
	case sqlite3.ErrFull:
		what = ErrFull
	default:
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return fmt.Errorf("%s: %w (%w)", s.path, what, err)
}
