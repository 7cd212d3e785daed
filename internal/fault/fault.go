// Package fault holds what an error can say beside what went wrong: what helps
// against it ([Hint]), and that the request itself makes no sense, whatever is
// stored ([Misuse]). The command line prints the first as a hint and answers the
// second with exit code 2; a page answers it with status 400.
//
// The words of an error stay its own: both kinds print as the error they hold.
package fault

import (
	"errors"
	"fmt"
)

// hinted is an error with what helps against it.
type hinted struct {
	err  error
	hint string
}

func (e *hinted) Error() string { return e.err.Error() }
func (e *hinted) Unwrap() error { return e.err }

// Hint adds to an error what was probably meant or what helps. Where an error is
// given several hints, the one that was added last holds.
func Hint(err error, format string, args ...any) error {
	return &hinted{err, fmt.Sprintf(format, args...)}
}

// HintOf is the hint of an error or of one that it wraps, "" when there is none.
func HintOf(err error) string {
	var e *hinted
	if errors.As(err, &e) {
		return e.hint
	}
	return ""
}

// misuse is an error of whoever asks.
type misuse struct{ err error }

func (e *misuse) Error() string { return e.err.Error() }
func (e *misuse) Unwrap() error { return e.err }

// Misuse says that an error lies in the request and not in what is stored. It is
// nil for nil.
func Misuse(err error) error {
	if err == nil {
		return nil
	}
	return &misuse{err}
}

// Misusef is [Misuse] of an error with these words.
func Misusef(format string, args ...any) error { return Misuse(fmt.Errorf(format, args...)) }

// IsMisuse reports whether an error or one that it wraps is a [Misuse].
func IsMisuse(err error) bool { return errors.As(err, new(*misuse)) }
