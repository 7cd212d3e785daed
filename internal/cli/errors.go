package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/sqlite"
)

// usageError says that the command was called wrongly.
type usageError struct{ err error }

func (e *usageError) Error() string { return e.err.Error() }
func (e *usageError) Unwrap() error { return e.err }

func usagef(format string, args ...any) error {
	return &usageError{fmt.Errorf(format, args...)}
}

// findingsError says that a check found something. It is no failure of the
// program.
type findingsError struct{ what string }

func (e *findingsError) Error() string { return e.what }

// hintedError is an error for which we can guess what was meant or what helps.
type hintedError struct {
	err  error
	hint string
}

func (e *hintedError) Error() string { return e.err.Error() }
func (e *hintedError) Unwrap() error { return e.err }

// hinted adds a hint to an error. An error that has none of its own keeps the
// outermost.
func hinted(err error, format string, args ...any) error {
	return &hintedError{err, fmt.Sprintf(format, args...)}
}

// hintFor finds what helps against an error, or "".
func hintFor(err error) string {
	var own *hintedError
	var missing *sqlite.NotFoundError
	var unread *ingest.Error
	switch {
	case errors.As(err, &own):
		return own.hint
	case errors.As(err, &unread):
		return unread.Hint
	case errors.As(err, &missing):
		return labelHint(missing)
	case errors.Is(err, sqlite.ErrForeign):
		return "name another database with --db FILE; this one is left as it is"
	case errors.Is(err, sqlite.ErrDamaged):
		return "move the file away; the next command makes a new one from the revisions folder"
	case errors.Is(err, sqlite.ErrNewer):
		return "use the newer conceptdiff, or another database with --db FILE"
	case errors.Is(err, sqlite.ErrReadOnly):
		return "keep the database where you may write with --db FILE, or compare two files, which needs none"
	case errors.Is(err, sqlite.ErrBusy):
		return "wait until the other conceptdiff has finished and try again"
	case errors.Is(err, fs.ErrPermission):
		return "the file's permissions do not allow it"
	}
	return ""
}

func labelHint(e *sqlite.NotFoundError) string {
	near := revision.Nearest(e.Label, e.Labels, 3)
	switch {
	case len(e.Labels) == 0:
		return "nothing is stored yet: conceptdiff import FILE"
	case len(near) > 0:
		return "did you mean " + orList(near) + "? A file is named by its path"
	}
	return "stored are " + andList(e.Labels) + "; a file is named by its path"
}

// orList reads "a", "a or b", "a, b or c".
func orList(items []string) string { return joinWith(items, "or") }

func andList(items []string) string { return joinWith(items, "and") }

func joinWith(items []string, last string) string {
	if len(items) < 2 {
		return strings.Join(items, "")
	}
	n := len(items) - 1
	return strings.Join(items[:n], ", ") + " " + last + " " + items[n]
}
