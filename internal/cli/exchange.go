package cli

import (
	"bytes"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/crypto/ssh"
	"golang.org/x/term"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/review"
)

type exportOptions struct{ path, key, by string }

func newMarksExport(a *app) *cobra.Command {
	var opts exportOptions
	cmd := &cobra.Command{
		Use:   "export FILE",
		Short: "Write the record to a file for other copies to take in",
		Long: `Write the whole record, with what was taken in from others, to a file of JSON lines
(- for the standard output). Another copy takes it in with «marks import», and a
short script can verify it: see docs/record.md.

With --sign the member signs the last entries, and with them all before them. The
key is a private SSH key whose public half the record has for that member:
«member add NAME --key FILE.pub». The signature stays in the record.`,
		Example: `  conceptdiff marks export rashad.jsonl
  conceptdiff marks export rashad.jsonl --sign ~/.ssh/id_ed25519 --by Rəşad`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			opts.path = args[0]
			return runExport(cmd.Context(), a, opts)
		},
	}
	cmd.Flags().StringVar(&opts.key, "sign", "", "sign with the private SSH key in `file`")
	byVar(a, cmd, &opts.by)
	return cmd
}

func runExport(ctx context.Context, a *app, opts exportOptions) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	record, err := lib.record(ctx)
	if err != nil {
		return err
	}
	if opts.key != "" {
		if record, err = a.signed(ctx, lib, record, opts); err != nil {
			return err
		}
	}
	if err := a.writeTo(ctx, opts.path, func(w io.Writer) error { return review.WriteFile(w, record) }); err != nil {
		return err
	}
	a.notice("%s of the record written to %s", count(len(record.Entries()), "entry", "entries"), opts.path)
	return nil
}

func count(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + more
}

// signed signs the tips of the record in a member's name and keeps the signatures.
func (a *app) signed(ctx context.Context, lib *library, record *review.Record, opts exportOptions) (*review.Record, error) {
	by, err := lib.speaker(ctx, opts.by)
	if err != nil {
		return nil, err
	}
	m, err := lib.present(ctx, by)
	if err != nil {
		return nil, err
	}
	signer, err := a.signer(opts.key)
	if err != nil {
		return nil, err
	}
	key := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer.PublicKey())))
	switch {
	case m.Key == "":
		return nil, fault.Hint(fmt.Errorf("the record has no key for %s", oneLine(m.Name)), "conceptdiff member add %q --key %s.pub", m.Name, opts.key)
	case m.Key != key:
		return nil, fault.Hint(fmt.Errorf("the record has another key for %s", oneLine(m.Name)), "sign with that key, or enter the new one: conceptdiff member add %q --key %s.pub", m.Name, opts.key)
	}
	for _, tip := range record.Tips() {
		if record.SignedBy(key)[tip.Hash] {
			continue
		}
		sig, err := review.Sign(rand.Reader, signer, tip.Hash)
		if err != nil {
			return nil, err
		}
		if err := lib.store.AddSignature(ctx, sig); err != nil {
			return nil, err
		}
	}
	lib.loaded = nil // it has signatures now
	return lib.record(ctx)
}

// signer reads a private key, and asks for its passphrase where there is someone to
// ask.
func (a *app) signer(path string) (ssh.Signer, error) {
	data, err := readBytes(path)
	if err != nil {
		return nil, err
	}
	signer, err := review.ParseSigner(data, nil)
	if !errors.Is(err, review.ErrPassphrase) {
		return signer, wrapPath(path, err)
	}
	in, ok := a.streams.In.(*os.File)
	if !ok || !term.IsTerminal(int(in.Fd())) {
		return nil, fault.Hint(wrapPath(path, err), "run it on a terminal, where the passphrase can be asked for")
	}
	fmt.Fprintf(a.streams.Err, "Passphrase of %s: ", plain(path))
	phrase, err := term.ReadPassword(int(in.Fd()))
	fmt.Fprintln(a.streams.Err)
	if err != nil {
		return nil, err
	}
	signer, err = review.ParseSigner(data, phrase)
	return signer, wrapPath(path, err)
}

func wrapPath(path string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("%s: %w", path, err)
}

func newMarksImport(a *app) *cobra.Command {
	var unsigned bool
	cmd := &cobra.Command{
		Use:   "import FILE",
		Short: "Take in what another copy exported",
		Long: `Take in the entries of a file that «marks export» wrote, all of them or none.
Entries that are here already are recognised; the order in which files are taken in
does not matter. Refused with the reason are a file that was altered or cut short,
one about other texts, and new entries in the name of a member who has a key here
without that member's signature (--unsigned takes them all the same).`,
		Example: `  conceptdiff marks import rashad.jsonl
  conceptdiff marks import rashad.jsonl --unsigned`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runMarksImport(cmd.Context(), a, args[0], unsigned)
		},
	}
	cmd.Flags().BoolVar(&unsigned, "unsigned", false, "also take entries that their authors did not sign")
	return cmd
}

func runMarksImport(ctx context.Context, a *app, path string, unsigned bool) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	data, err := readBytes(path)
	if err != nil {
		return err
	}
	other, err := review.ReadFile(bytes.NewReader(data))
	if err != nil {
		return wrapPath(path, err)
	}
	before, err := lib.record(ctx)
	if err != nil {
		return err
	}
	added, err := lib.store.Admit(ctx, other, unsigned)
	if err != nil {
		return wrapPath(path, err)
	}
	a.warnOfFuture(other, before)
	return a.printTo(a.streams.Out, func(p *printer) { printTakenIn(p, path, before, other, added) })
}

// warnOfFuture tells of new entries that a wrong clock dated ahead.
func (a *app) warnOfFuture(other, before *review.Record) {
	n := 0
	for _, e := range other.Entries() {
		if !before.Has(e.Hash) && e.Time.After(a.now().Add(24*time.Hour)) {
			n++
		}
	}
	if n > 0 {
		a.warn("%s dated after today: a clock was wrong", count(n, "new entry is", "new entries are"))
	}
}

func printTakenIn(p *printer, path string, before, other *review.Record, added int) {
	p.printf("%s: %s, %d known already\n", plain(path), count(added, "new entry", "new entries"), len(other.Entries())-added)
	byName := make(map[string]int)
	var names []string
	for _, e := range other.Entries() {
		if before.Has(e.Hash) {
			continue
		}
		if byName[e.By] == 0 {
			names = append(names, e.By)
		}
		byName[e.By]++
	}
	signed := signers(other)
	for _, name := range names {
		line := fmt.Sprintf("%s: %s", oneLine(name), count(byName[name], "new entry", "new entries"))
		if signed[name] {
			line += ", signed"
		}
		p.text("  ", "    ", line)
	}
}

// signers tells whose last entry in the record is covered by the key that the
// record has for them.
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
