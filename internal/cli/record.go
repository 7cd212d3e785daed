package cli

import (
	"context"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"conceptdiff/internal/review"
)

func newRecord(a *app) *cobra.Command {
	var output string
	cmd := &cobra.Command{
		Use:     "record",
		GroupID: groupCommittee,
		Short:   "Print the record of the committee's work, and check it",
		Long: `Print the record: every mark, decision, rebinding and enrolment with its
sequence, time, member and the beginning of its hash. Each entry names the hashes
of the entries before it, so that none can be changed, taken out or put between
others without changing every hash after it.

Below it stand the hashes of the last entries. Written down in the minutes, they
vouch for everything before them.`,
		Example: `  conceptdiff record
  conceptdiff record verify`,
		Args:              arguments(0, 0),
		ValidArgsFunction: a.completer(takes{}),
		RunE:              func(cmd *cobra.Command, _ []string) error { return runRecord(cmd.Context(), a, output) },
	}
	cmd.Flags().StringVarP(&output, "output", "o", "", "write to `file`")
	cmd.AddCommand(newRecordVerify(a), newRecordExport(a))
	return cmd
}

func runRecord(ctx context.Context, a *app, output string) error {
	a.sendTo(output)
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	record, problems, err := lib.store.Record(ctx)
	if err != nil {
		return err
	}
	if len(problems) > 0 {
		a.warn("the record is not sound: conceptdiff record verify tells why")
	}
	if len(record.Entries()) == 0 {
		a.notice("nothing is entered yet: conceptdiff member add NAME")
		return nil
	}
	return a.deliver(ctx, output, func(w io.Writer) error {
		return a.printTo(w, func(p *printer) { printRecord(p, record) })
	})
}

func printRecord(p *printer, r *review.Record) {
	for _, e := range r.Entries() {
		p.text(fmt.Sprintf("%5d  %s  %s  ", e.Seq, e.Time.Format(time.DateTime), review.Short(e.Hash)), "       ",
			fmt.Sprintf("%s: %s: %s", oneLine(e.By), e.Says.Kind(), e.Summary()))
		if note := e.Note(); note != "" {
			p.text("       ", "       ", note)
		}
	}
	p.printf("\n")
	printHeads(p, r)
}

// printHeads prints the hashes of the last entries whole, for the minutes.
func printHeads(p *printer, r *review.Record) {
	for _, t := range r.Tips() {
		p.printf("head: %s\n", t.Hash)
	}
	if len(r.Tips()) > 1 {
		p.text("  ", "  ", "Several copies end here; whatever is entered next names all of them, and one hash will do.")
	}
}

func newRecordVerify(a *app) *cobra.Command {
	var heads []string
	cmd := &cobra.Command{
		Use:   "verify",
		Short: "Check the chain, the digests and the signatures of the record",
		Long: `Check that every entry is what its hash says, that it comes after the entries that
it names, that its author was enrolled to say it, that the words it refers to are
those that are stored, and that every signature fits. With --head also that an
entry whose hash was noted is in the record: then all before it is as it was.

It says what that proves and what not. Exits 1 when something is wrong.`,
		Example: `  conceptdiff record verify
  conceptdiff record verify --head 7d3f…      the whole hash from the minutes`,
		Args:              arguments(0, 0),
		ValidArgsFunction: a.completer(takes{}),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runRecordVerify(cmd.Context(), a, heads)
		},
	}
	cmd.Flags().StringArrayVar(&heads, "head", nil, "a `hash` from the minutes; may be given several times")
	return cmd
}

func runRecordVerify(ctx context.Context, a *app, heads []string) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	record, problems, err := lib.recordProblems(ctx)
	if err != nil {
		return err
	}
	for _, h := range heads {
		if !record.Has(h) {
			problems = append(problems, headProblem(record, h))
		}
	}
	if len(problems) > 0 {
		if err := a.printTo(a.streams.Out, func(p *printer) {
			for _, s := range problems {
				p.text("", "  ", s)
			}
		}); err != nil {
			return err
		}
		return fmt.Errorf("the record in %s does not verify: %s", lib.store.Path(), plural(len(problems), "problem"))
	}
	return a.printTo(a.streams.Out, func(p *printer) { printVerified(p, record, heads) })
}

// recordProblems loads the record and says all that is wrong with it.
func (l *library) recordProblems(ctx context.Context) (*review.Record, []string, error) {
	record, found, err := l.store.Record(ctx)
	if err != nil {
		return nil, nil, err
	}
	revisions, err := l.all(ctx)
	if err != nil {
		return nil, nil, err
	}
	for _, r := range revisions {
		found = append(found, record.CheckAnchors(r)...)
	}
	var out []string
	for _, p := range found {
		out = append(out, p.String())
	}
	return record, out, nil
}

func headProblem(r *review.Record, head string) string {
	if len(head) < 64 {
		return fmt.Sprintf("%s is not a whole hash: it has 64 characters", head)
	}
	return fmt.Sprintf("no entry has the hash %s: the record was written anew since it was noted, lacks its end, or is another one", head)
}

func printVerified(p *printer, r *review.Record, heads []string) {
	entries := r.Entries()
	if len(entries) == 0 {
		p.printf("the record is empty\n")
		return
	}
	p.printf("%s\n", p.bold("the record is sound: "+count(len(entries), "entry", "entries")))
	for _, h := range heads {
		e, _ := r.Find(h)
		before := len(r.Covered(h)) - 1
		p.text("  ", "  ", fmt.Sprintf("%s is entry %d of %s: it and the %s before it are as they were when it was noted; %s not covered by it",
			h, e.Seq, e.Time.Format(time.DateTime), count(before, "entry", "entries"), count(len(entries)-before-1, "entry is", "entries are")))
	}
	p.text("  ", "  ", "This proves that no entry was changed, taken out or put in between since the hashes below were noted, "+
		"that each author was enrolled to say what is entered, and that it is about the words that are stored.")
	p.text("  ", "  ", "It does not prove when something was entered (the clock of the machine is believed), nor who sat before it, "+
		"nor that whoever holds the file did not write the whole record anew: against that, note the hashes in the minutes "+
		"and check them with --head; against a false name, let members sign.")
	printSigned(p, r)
	printHeads(p, r)
}

// printSigned tells for each member with a key how much of what is entered in that
// name is signed.
func printSigned(p *printer, r *review.Record) {
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
		p.text("  ", "  ", fmt.Sprintf("signed by %s: %d of %s in that name (%s)", oneLine(m.Name), signed, count(all, "entry", "entries"), keyKind(m.Key)))
	}
}

func newRecordExport(a *app) *cobra.Command {
	return &cobra.Command{
		Use:   "export FILE",
		Short: "Write the record as JSON lines that a short script can verify",
		Long: `Write the record to a file of JSON lines (- for the standard output). The form is
laid down in docs/record.md, and docs/verify-record.py, a short script that needs
nothing but Python, verifies it. It is the same file as that of «marks export».`,
		Example: `  conceptdiff record export record.jsonl
  python3 docs/verify-record.py record.jsonl`,
		Args: arguments(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return runExport(cmd.Context(), a, exportOptions{path: args[0]})
		},
	}
}
