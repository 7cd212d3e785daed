package committee

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/review"
)

// newRecord makes record, which prints, and holds what checks and hands round the
// record: verify, export, import.
func newRecord(env *command.Env) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:     "record",
		GroupID: command.GroupCommittee,
		Short:   "Print the record of the committee's work, and check it",
		Long: `Print the record: every mark, decision, rebinding and enrolment with its
sequence, time, member and the beginning of its hash, and the digest of every
text that was stored. Each entry names the hashes
of the entries before it, so that none can be changed, taken out or put between
others without changing every hash after it.

Below it stand the hashes of the last entries. Written down in the minutes, they
vouch for everything before them.`,
		Example: `  conceptdiff record
  conceptdiff record verify`,
		Args:              command.Arguments(0, 0),
		ValidArgsFunction: env.Complete(command.Takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runRecord(cmd.Context(), env, output) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `file`")
	cmd.AddCommand(newRecordVerify(env), newRecordExport(env), newRecordImport(env))
	return cmd
}

// runRecord prints the record entry by entry, also where it is not sound, which is
// told on standard error. An empty record is no output and a notice.
func runRecord(ctx context.Context, env *command.Env, output string) error {
	env.SendTo(output)
	record, problems, err := env.Workspace().RecordAsIs(ctx)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		env.Warn("the record is not sound: conceptdiff record verify tells why")
	}
	if len(record.Entries()) == 0 {
		env.Notice("nothing is entered yet: conceptdiff member add NAME")
		return nil
	}
	return env.Deliver(ctx, output, func(w io.Writer) error {
		return env.PrintTo(w, func(p *terminal.Printer) { printRecord(p, record) })
	})
}

// printRecord prints a line or two for each entry, in the order of the record:
// number, time, the beginning of the hash, who and what. The digests of texts are the
// program's own and have neither time nor name. Below stand the heads.
func printRecord(p *terminal.Printer, r *review.Record) {
	for _, e := range r.Entries() {
		if e.Says.Kind() == review.KindRevision {
			p.Text(fmt.Sprintf("%5d  %19s  %s  ", e.Seq, "", review.Short(e.Hash)), "       ", e.Summary())
			continue
		}
		p.Text(fmt.Sprintf("%5d  %s  %s  ", e.Seq, e.Time.Format(time.DateTime), review.Short(e.Hash)), "       ",
			fmt.Sprintf("%s: %s: %s", terminal.OneLine(e.By), e.Says.Kind(), e.Summary()))
		if note := e.Note(); note != "" {
			p.Text("       ", "       ", note)
		}
	}
	p.Printf("\n")
	printHeads(p, r)
}

// printHeads prints the hashes of the last entries whole, for the minutes. There is
// one, unless records of several copies were taken in and nothing was entered since.
func printHeads(p *terminal.Printer, r *review.Record) {
	for _, t := range r.Tips() {
		p.Printf("head: %s\n", t.Hash)
	}
	if len(r.Tips()) > 1 {
		p.Text("  ", "  ", "Several copies end here; whatever is entered next names all of them, and one hash will do.")
	}
}

// newRecordVerify makes verify, which fails with exit code 1, not 3, when something
// is wrong: a record that does not hold is no finding about a text.
func newRecordVerify(env *command.Env) *cobra.Command {
	var heads []string
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Check the chain, the digests and the signatures of the record",
		Long: `Check that every entry is what its hash says, that it comes after the entries that
it names, that its author was enrolled to say it, that the words it refers to are
those that are stored, that every text is what it was when it was stored, and that
every signature fits. With --head also that an
entry whose hash was noted is in the record: then all before it is as it was.

It says what that proves and what not. Exits 1 when something is wrong.`,
		Example: `  conceptdiff record verify
  conceptdiff record verify --head 7d3f…      the whole hash from the minutes`,
		Args:              command.Arguments(0, 0),
		ValidArgsFunction: env.Complete(command.Takes{}),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runRecordVerify(cmd.Context(), env, heads)
		},
	}
	cmd.Flags().StringArrayVar(&heads, "head", nil, "a `hash` from the minutes; may be given several times")
	return cmd
}

// runRecordVerify checks the chain of the record, its signatures and that it is about the
// stored texts, and that the given hashes stand in it. Problems are results on standard
// output; that there are any is the error.
func runRecordVerify(ctx context.Context, env *command.Env, heads []string) error {
	w := env.Workspace()
	record, problems, err := w.VerifyRecord(ctx, heads...)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		if err := env.PrintTo(env.Out, func(p *terminal.Printer) {
			for _, s := range problems {
				p.Text("", "  ", s)
			}
		}); err != nil {
			return err
		}
		path, err := w.Path(ctx)
		if err != nil {
			return err
		}
		return fmt.Errorf("the record in %s does not verify: %s", path, phrase.Plural(len(problems), "problem"))
	}
	return env.PrintTo(env.Out, func(p *terminal.Printer) { printVerified(p, record, heads) })
}

// printVerified tells that a record is sound, what each hash that was noted before
// covers, and what a chain of hashes cannot prove. What it says is exact on purpose:
// a chain of hashes proves order and wholeness since somebody noted one, and neither
// time nor authorship. The members' signatures, which do prove the latter, follow.
func printVerified(p *terminal.Printer, r *review.Record, heads []string) {
	entries := r.Statements()
	if len(r.Entries()) == 0 {
		p.Printf("the record is empty\n")
		return
	}
	p.Printf("%s\n", p.Bold("the record is sound: "+phrase.Count(len(entries), "entry", "entries")))
	for _, h := range heads {
		// Heads that the record does not have were problems before.
		e, _ := r.Find(h)
		before, texts := covered(r, h)
		p.Text("  ", "  ", fmt.Sprintf("%s is entry %d of %s: it, the %s before it and %s are as they were when it was noted; %s not covered by it",
			h, e.Seq, e.Time.Format(time.DateTime), phrase.Count(before, "entry", "entries"), phrase.Plural(texts, "stored text"),
			phrase.Count(len(entries)-before-1, "entry is", "entries are")))
	}
	p.Text("  ", "  ", "This proves that no entry was changed, taken out or put in between since the hashes below were noted, "+
		"that each author was enrolled to say what is entered, that it is about the words that are stored, and that every text is the one whose digest is entered.")
	p.Text("  ", "  ", "It does not prove when something was entered (the clock of the machine is believed), nor who sat before it, "+
		"nor that whoever holds the file did not write the whole record anew: against that, note the hashes in the minutes "+
		"and check them with --head; against a false name, let members sign.")
	printSigned(p, r)
	printHeads(p, r)
}

// covered counts what an entry vouches for beside itself: entries of members, and
// texts. hash is that of the entry, whole.
func covered(r *review.Record, hash string) (before, texts int) {
	// All that the entry vouches for, itself included: what is left after the
	// statements are the texts.
	among := r.Covered(hash)
	for _, e := range r.Statements() {
		if among[e.Hash] && e.Hash != hash {
			before++
			delete(among, e.Hash)
		}
	}
	delete(among, hash)
	return before, len(among)
}

// printSigned tells for each member with a key how much of what is entered in that
// name is signed. A signature covers an entry and all before it, so that a late one
// makes up for many.
func printSigned(p *terminal.Printer, r *review.Record) {
	for _, m := range r.Members() {
		if m.Key == "" {
			continue
		}
		covered := r.SignedBy(m.Key)
		all, signed := 0, 0
		for _, e := range r.Entries() {
			if e.By == m.Name {
				all++
				if covered[e.Hash] {
					signed++
				}
			}
		}
		p.Text("  ", "  ", fmt.Sprintf("signed by %s: %d of %s in that name (%s)", terminal.OneLine(m.Name), signed, phrase.Count(all, "entry", "entries"), keyKind(m.Key)))
	}
}

// newRecordExport makes export, which writes what «marks export» writes and signs
// nothing: to sign is a statement of a member.
func newRecordExport(env *command.Env) *cobra.Command {
	return &cobra.Command{
		Use:   "export FILE",
		Short: "Write the record as JSON lines that a short script can verify",
		Long: `Write the record to a file of JSON lines (- for the standard output). The form is
laid down in docs/record.md, and docs/verify-record.py, a short script that needs
nothing but Python, verifies it. It is the same file as that of «marks export».`,
		Example: `  conceptdiff record export record.jsonl
  python3 docs/verify-record.py record.jsonl`,
		Args: command.Arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExport(cmd.Context(), env, exportOptions{path: args[0]})
		},
	}
}
