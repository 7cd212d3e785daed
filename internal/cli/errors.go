package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store/sqlite"
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
	case errors.As(err, new(*review.NotMemberError)), errors.As(err, new(*review.UnsignedError)),
		errors.As(err, new(*review.FileError)), errors.As(err, new(*review.ForeignError)):
		return reviewHint(err)
	case errors.Is(err, sqlite.ErrForeign):
		return "name another database with --db FILE; this one is left as it is"
	case errors.Is(err, sqlite.ErrDamaged):
		return "put it back from a backup: move the file away, then conceptdiff restore BACKUP; " +
			"without one the next command makes a new one from the revisions folder, and the marks are lost"
	case errors.Is(err, sqlite.ErrNewer):
		return "use the newer conceptdiff, or another database with --db FILE"
	case errors.Is(err, sqlite.ErrReadOnly):
		return "keep the database where you may write with --db FILE, or compare two files, which needs none"
	case errors.Is(err, sqlite.ErrFull):
		return "make room on the disk and try again; what was stored before is whole"
	case errors.Is(err, sqlite.ErrExists):
		return "name another file, or move that one away; nothing is overwritten"
	case errors.Is(err, sqlite.ErrBusy):
		return "wait until the other conceptdiff has finished and try again"
	case errors.Is(err, fs.ErrPermission):
		return "the file's permissions do not allow it"
	}
	return ""
}

// reviewHint finds what helps against an error about the record.
func reviewHint(err error) string {
	var stranger *review.NotMemberError
	var unsigned *review.UnsignedError
	var foreign *review.ForeignError
	switch {
	case errors.As(err, &stranger):
		near := revision.Nearest(stranger.Name, stranger.Names, 3)
		switch {
		case stranger.Left:
			return fmt.Sprintf("conceptdiff member add %q enrols the member again", stranger.Name)
		case len(near) > 0:
			return "did you mean " + orList(near) + "?"
		}
		return fmt.Sprintf("conceptdiff member list shows the members; conceptdiff member add %q enrols one", stranger.Name)
	case errors.As(err, &unsigned):
		return "ask for a signed file (conceptdiff marks export FILE --sign KEY), or take it as it is with --unsigned"
	case errors.As(err, &foreign) && foreign.Label != "":
		return "the texts must be the same, to the byte: compare the SHA-256 that «conceptdiff import» prints"
	case errors.As(err, &foreign):
		return "is this the right workspace? The revision that the marks are on must be stored here first"
	}
	return "nothing was taken in; ask for the file again"
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
