package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"syscall"

	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/review"
	"conceptdiff/internal/review/exchange"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

// hintFor finds what helps against an error, "" where we know nothing. A hint that
// the error brings along goes before those of its kind; kinds are asked for from the
// most exact down, errors of the system last. Hints of the store name commands that
// exist, and never tell to delete what holds marks.
func hintFor(err error) string {
	var missing *store.NotFoundError
	var unread *ingest.Error
	if own := fault.HintOf(err); own != "" {
		return own
	}
	switch {
	case errors.As(err, &unread):
		return unread.Hint
	case errors.As(err, &missing):
		return missing.Hint()
	case errors.As(err, new(*review.NotMemberError)), errors.As(err, new(*review.FileError)):
		return reviewHint(err)
	case errors.As(err, new(*exchange.UnsignedError)), errors.As(err, new(*exchange.ForeignError)),
		errors.As(err, new(*exchange.UntrustedError)), errors.As(err, new(*exchange.StrangerError)):
		return exchangeHint(err)
	case errors.Is(err, store.ErrForeign):
		return "name another database with --db FILE; this one is left as it is"
	case errors.Is(err, store.ErrDamaged):
		return "put it back from a backup: move the file away, then conceptdiff restore BACKUP; " +
			"without one the next command makes a new one from the revisions folder, and the marks are lost"
	case errors.Is(err, store.ErrTampered):
		return "find out who did it, and put it back from a backup: move the file away, then conceptdiff restore BACKUP"
	case errors.Is(err, store.ErrNewer):
		return "use the newer conceptdiff, or another database with --db FILE"
	case errors.Is(err, store.ErrReadOnly):
		return "keep the database where you may write with --db FILE, or compare two files, which needs none"
	case errors.Is(err, store.ErrFull):
		return "make room on the disk and try again; what was stored before is whole"
	case errors.Is(err, store.ErrExists):
		return "name another file, or move that one away; nothing is overwritten"
	case errors.Is(err, store.ErrBusy):
		return "wait until the other conceptdiff has finished and try again"
	case terminal.InUse(err):
		return "close it in the program that has it open, and try again"
	case errors.Is(err, syscall.EROFS):
		return "name a file in a folder that can be written to"
	case errors.Is(err, fs.ErrPermission):
		return "the file's permissions do not allow it"
	}
	return ""
}

// reviewHint finds what helps against an error about the record: who is no member
// (did they leave, was the name mistyped, were they never enrolled), or a file of
// marks that was not as it should be, of which nothing was taken in.
func reviewHint(err error) string {
	var stranger *review.NotMemberError
	if !errors.As(err, &stranger) {
		return "nothing was taken in; ask for the file again"
	}
	near := revision.Nearest(stranger.Name, stranger.Names, 3)
	switch {
	case stranger.Left:
		return fmt.Sprintf("conceptdiff member add %q enrols the member again", stranger.Name)
	case len(near) > 0:
		return "did you mean " + phrase.Or(near) + "?"
	}
	return fmt.Sprintf("conceptdiff member list shows the members; conceptdiff member add %q enrols one", stranger.Name)
}

// exchangeHint finds what helps where a file from another copy is refused. Each
// question about trust becomes the --trust argument that answers it with yes, once,
// in the order of the questions; any other case says what to ask the sender for.
func exchangeHint(err error) string {
	var foreign *exchange.ForeignError
	var untrusted *exchange.UntrustedError
	switch {
	case errors.As(err, &untrusted):
		var answers []string
		for _, q := range untrusted.Questions {
			if a := "--trust " + quoted(q.Answer()); !slices.Contains(answers, a) {
				answers = append(answers, a)
			}
		}
		return "ask those concerned, by another way than the file came; if it is so, take it with " + strings.Join(answers, " ")
	case errors.As(err, new(*exchange.StrangerError)):
		return "give a key of the file, its fingerprint (SHA256:…), or the name of a member who gets no key in it"
	case errors.As(err, &foreign) && foreign.Label != "":
		return "the texts must be the same, to the byte: compare the SHA-256 that «conceptdiff import» prints"
	case errors.As(err, &foreign):
		return "is this the right workspace? The revision that the marks are on must be stored here first"
	}
	return "ask for a signed file (conceptdiff marks export FILE --sign KEY), or take it as it is with --unsigned"
}

// quoted is a word as a shell takes it: in single quotes where it holds a character
// that a POSIX shell reads as more than itself. It is only shown, never run.
func quoted(s string) string {
	if strings.ContainsAny(s, " '\"\\$`&;|<>()*?[]#~") {
		return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
	}
	return s
}
