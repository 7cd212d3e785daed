package sqlite

import (
	"errors"
	"fmt"
	"runtime"
	"syscall"

	"github.com/mattn/go-sqlite3"

	"conceptdiff/internal/store"
)

func isBusy(err error) bool {
	var code sqlite3.Error
	return errors.As(err, &code) && code.Code == sqlite3.ErrBusy
}

// sharingViolation is what Windows says of a file that another program holds open for
// itself (winerror.h).
const sharingViolation syscall.Errno = 32

// explain names the file and turns SQLite's codes into the errors of package store.
func (s *Store) explain(err error) error {
	var code sqlite3.Error
	if !errors.As(err, &code) {
		return err
	}
	var what error
	switch code.Code {
	case sqlite3.ErrNotADB:
		what = store.ErrForeign
	case sqlite3.ErrCorrupt:
		what = store.ErrDamaged
	case sqlite3.ErrReadonly, sqlite3.ErrCantOpen, sqlite3.ErrPerm:
		what = store.ErrReadOnly
		if runtime.GOOS == "windows" && code.SystemErrno == sharingViolation {
			what = store.ErrBusy
		}
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		what = store.ErrBusy
	case sqlite3.ErrFull:
		what = store.ErrFull
	default:
		return fmt.Errorf("%s: %w", s.path, err)
	}
	return fmt.Errorf("%s: %w (%w)", s.path, what, err)
}
