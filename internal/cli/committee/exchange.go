package committee

import (
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/crypto/ssh"
	"golang.org/x/term"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace"
	"conceptdiff/internal/workspace/reading"
)

// exportOptions are what the command line says: the file, the private key that signs
// (a path, "" for none), and who signs.
type exportOptions struct{ path, key, by string }

// newMarksExport makes export, which can sign in the same step, so that what is
// handed round is covered to its last entry.
func newMarksExport(env *command.Env) *cobra.Command {
	var opts exportOptions
	cmd := &cobra.Command{
		Use:   "export FILE",
		Short: "Write the record to a file for other copies to take in",
		Long: `Write the whole record, with what was taken in from others, to a file of JSON lines
(- for the standard output). Another copy takes it in with «marks import», and a
short script can verify it: see docs/record.md.

With --sign the member signs the last entries, and with them all before them. The
key is a private SSH key whose public half the record has for that member:
«member add NAME --key FILE.pub». The signature stays in the record. Who replaces a
key signs once with the former one too: by that, other copies take the new one.`,
		Example: `  conceptdiff marks export rashad.jsonl
  conceptdiff marks export rashad.jsonl --sign ~/.ssh/id_ed25519 --by Rəşad`,
		Args: command.Arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.path = args[0]
			return runExport(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().StringVar(&opts.key, "sign", "", "sign with the private SSH key in `file`")
	byVar(env, cmd, &opts.by)
	return cmd
}

// runExport writes the record as a file that another copy takes in, signed anew with
// a key if one is given. The signature is entered before the file is written, and
// stays when writing fails: signing again is no harm.
func runExport(ctx context.Context, env *command.Env, opts exportOptions) error {
	record, err := env.Workspace().Record(ctx)
	if err != nil {
		return err
	}
	if opts.key != "" {
		if record, err = signed(ctx, env, opts); err != nil {
			return err
		}
	}
	if err := env.WriteTo(ctx, opts.path, func(w io.Writer) error { return review.WriteFile(w, record) }); err != nil {
		return err
	}
	env.Notice("%s of the record written to %s", phrase.Count(len(record.Statements()), "entry", "entries"), opts.path)
	return nil
}

// signed signs the record in a member's name and enters the signature. That the
// record has no key for the member, or another one, is an error with what to do about
// it.
func signed(ctx context.Context, env *command.Env, opts exportOptions) (*review.Record, error) {
	key, err := signer(env, opts.key)
	if err != nil {
		return nil, err
	}
	record, err := env.Workspace().Sign(ctx, opts.by, key)
	var missing *review.KeyError
	switch {
	// The record has a key for the member, and it is not this one.
	case errors.As(err, &missing) && missing.Other:
		return nil, fault.Hint(err, "sign with that key, or enter the new one: conceptdiff member add %q --key %s.pub", missing.Member, opts.key)
	case errors.As(err, &missing):
		return nil, fault.Hint(err, "conceptdiff member add %q --key %s.pub", missing.Member, opts.key)
	}
	return record, err
}

// signer reads a private key as ssh-keygen writes it, and asks for its passphrase
// where there is someone to ask: on a terminal, without showing it. A key with a
// passphrase and no terminal is an error, so that a script does not wait for ever.
// The passphrase is neither kept nor shown.
func signer(env *command.Env, path string) (ssh.Signer, error) {
	data, err := reading.Bytes(path)
	if err != nil {
		return nil, err
	}
	signer, err := review.ParseSigner(data, nil)
	if !errors.Is(err, review.ErrPassphrase) {
		return signer, wrapPath(path, err)
	}
	in, ok := env.In.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, fault.Hint(wrapPath(path, err), "run it on a terminal, where the passphrase can be asked for")
	}
	fmt.Fprintf(env.Err, "Passphrase of %s: ", terminal.Plain(path))
	phrase, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(env.Err)
	if err != nil {
		return nil, err
	}
	signer, err = review.ParseSigner(data, phrase)
	return signer, wrapPath(path, err)
}

// wrapPath adds the path to an error, and to none nothing.
func wrapPath(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", path, err)
}

// importOptions say which file is taken in, and what was decided about it: whose keys
// are trusted, as typed, and whether entries count that their authors did not sign.
type importOptions struct {
	path         string
	trust        []string
	unsigned     bool
	by, revision string // of a form
}

// newMarksImport is import below marks, where members look for it.
func newMarksImport(env *command.Env) *cobra.Command { return newImport(env, "marks") }

// newRecordImport is import below record, where those look for it who keep the record.
func newRecordImport(env *command.Env) *cobra.Command { return newImport(env, "record") }

// newImport makes the command that stands under two others: what is taken in are
// marks, and what they are taken into is the record. parent is the word in its
// examples.
func newImport(env *command.Env, parent string) *cobra.Command {
	var opts importOptions
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take in what another copy exported",
		Long: `Take in the entries of a file that «marks export» wrote, all of them or none.
Entries that are here already are recognised; the order in which files are taken in
does not matter. Refused with the reason are a file that was altered or cut short,
one about other texts, and new entries in the name of a member who has a key here
without that member's signature (--unsigned takes them all the same).

Refused as well is what would make a chair, give a key to a member who is here, or
change one who signs, unless a chair whose key is trusted here signed it. Trusted are
the keys of chairs that were entered in this copy with «member add», and those given
with --trust: a key, its fingerprint, or the name of a member who gets no key. Ask
such a person for the fingerprint by another way than the file came.

FILE may also be a form that came back (marks form), or a Word file with comments
such as «obsolete: it was closed». Its rows are taken one by one, by address and
text, and each is told: taken, said already, left empty, its words have changed
since, or not read and why. --by says who filled it in, where it does not.`,
		Example: fmt.Sprintf(`  conceptdiff %[1]s import rashad.jsonl
  conceptdiff %[1]s import leyla.jsonl --trust leyla.pub
  conceptdiff %[1]s import rashad.jsonl --unsigned`, parent),
		Args: command.Arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.path = args[0]
			return runImport(cmd.Context(), env, opts)
		},
	}
	cmd.Flags().BoolVar(&opts.unsigned, "unsigned", false, "also take entries that their authors did not sign")
	byVar(env, cmd, &opts.by)
	cmd.Flags().StringVar(&opts.revision, "revision", "", "the `revision` that the comments of a Word file are on")
	command.CompleteFlag(cmd, "revision", env.CompleteLabel)
	cmd.Flags().StringArrayVar(&opts.trust, "trust", nil, "take what is said of this `key` or name; may be given several times")
	return cmd
}

// runImport takes in a form that came back or another copy's record, whichever the
// file is. Whose word on members counts is --trust's to say. All of a record is taken
// in, or nothing of it; of a form each row is taken or refused by itself. What
// deserves a second look is warned of on standard error, after it was taken in.
func runImport(ctx context.Context, env *command.Env, opts importOptions) error {
	data, err := reading.Bytes(opts.path)
	if err != nil {
		return err
	}
	// What a file is, its content says: forms come back under any name.
	if workspace.IsForm(data) {
		return takeForm(ctx, env, opts, data)
	}
	// Keys are read before anything is taken in.
	for i, given := range opts.trust {
		if opts.trust[i], err = trusted(given); err != nil {
			return err
		}
	}
	taken, err := env.Workspace().TakeIn(ctx, data, opts.trust, opts.unsigned)
	if err != nil {
		return wrapPath(opts.path, err)
	}
	warnOfFuture(env, taken.Other, taken.Before)
	warnOfTrust(env, opts.path, taken)
	return env.PrintTo(env.Out, func(p *terminal.Printer) { printTakenIn(p, opts.path, taken) })
}

// trusted reads what is given with --trust: the file of a public key or the key
// itself is read as such; anything else is a fingerprint or a name. A file goes
// before a name: who has one called as a member must say which is meant by the key
// itself.
func trusted(given string) (string, error) {
	info, err := os.Stat(given)
	if isKey(given) || err == nil && info.Mode().IsRegular() {
		return readPublicKey(given)
	}
	if strings.HasPrefix(given, "SHA256:") {
		return given, nil
	}
	return review.CleanName(given)
}

// warnOfTrust tells of what was taken in and deserves a second look: chairs that a
// copy without members takes because the file says so, and entries signed with keys
// that were replaced since. Nothing of it is wrong by itself.
func warnOfTrust(env *command.Env, path string, taken workspace.TakenIn) {
	for _, m := range taken.Founding {
		if m.Key == "" {
			env.Warn("this copy had no members: it takes %s for a chair, without a key, because the file says so", terminal.OneLine(m.Name))
			continue
		}
		env.Warn("this copy had no members: it takes %s for a chair because the file says so; the key %s is not trusted yet: compare it, then conceptdiff record import %s --trust %s",
			terminal.OneLine(m.Name), review.Fingerprint(m.Key), terminal.Plain(path), review.Fingerprint(m.Key))
	}
	for _, name := range slices.Sorted(maps.Keys(taken.Late)) {
		env.Warn("%s of %s signed with a key that was replaced since", phrase.Count(taken.Late[name], "new entry is", "new entries are"), terminal.OneLine(name))
	}
}

// warnOfFuture tells of new entries that a wrong clock dated ahead, by more than a
// day: less may be another time zone. They are taken in, since order in the record is
// by hashes and not by time.
func warnOfFuture(env *command.Env, other, before *review.Record) {
	n := 0
	for _, e := range other.Entries() {
		if !before.Has(e.Hash) && e.Time.After(env.Now().Add(24*time.Hour)) {
			n++
		}
	}
	if n > 0 {
		env.Warn("%s dated after today: a clock was wrong", phrase.Count(n, "new entry is", "new entries are"))
	}
}

// printTakenIn tells how many entries were new, by member, and which texts the other
// copy knows that are not stored here in the same form. Entries that the program
// itself made, of texts, are counted apart: they are no member's. Names are told in
// the order of their first new entry.
func printTakenIn(p *terminal.Printer, path string, taken workspace.TakenIn) {
	byName := make(map[string]int)
	var names []string
	known, added, texts := 0, 0, 0
	for _, e := range taken.Other.Entries() {
		isText := e.Says.Kind() == review.KindRevision
		switch {
		case isText && !taken.Before.Has(e.Hash):
			texts++
		case isText:
		case taken.Before.Has(e.Hash):
			known++
		default:
			if byName[e.By] == 0 {
				names = append(names, e.By)
			}
			added++
			byName[e.By]++
		}
	}
	p.Printf("%s: %s, %d known already\n", terminal.Plain(path), phrase.Count(added, "new entry", "new entries"), known)
	if texts > 0 {
		p.Text("  ", "    ", fmt.Sprintf("it knows %s that %s stored here in the same form", phrase.Plural(texts, "text"), isOrAre(texts)))
	}
	for _, key := range taken.Keys {
		p.Text("  ", "    ", "trusted here from now on: "+review.Fingerprint(key))
	}
	signed := signers(taken.Other)
	for _, name := range names {
		line := fmt.Sprintf("%s: %s", terminal.OneLine(name), phrase.Count(byName[name], "new entry", "new entries"))
		if signed[name] {
			line += ", signed"
		}
		p.Text("  ", "    ", line)
	}
}

// isOrAre is the verb after a number.
func isOrAre(n int) string {
	if n == 1 {
		return "is not"
	}
	return "are not"
}

// signers tells whose last entry in the record is covered by the key that the record
// has for them: with it all their entries before it are.
func signers(r *review.Record) map[string]bool {
	out := make(map[string]bool)
	for _, m := range r.Members() {
		if m.Key == "" {
			continue
		}
		covered := r.SignedBy(m.Key)
		for _, e := range r.Entries() {
			if e.By == m.Name {
				out[m.Name] = covered[e.Hash]
			}
		}
	}
	return out
}
