package cli

import (
	"context"
	"fmt"
	"time"

	"github.com/spf13/cobra"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// now is the time at which a statement is entered.
func (a *app) now() time.Time {
	if a.streams.Now == nil {
		return time.Now()
	}
	return a.streams.Now()
}

// byVar declares the flag that names who speaks.
func byVar(a *app, cmd *cobra.Command, by *string) {
	cmd.Flags().StringVar(by, "by", "", "the `member` who says it (default: the one named by «member use»)")
	complete(cmd, "by", a.completeMember)
}

// speaker is the member that --by names, or else the one that is set for this copy.
func (l *library) speaker(ctx context.Context, by string) (string, error) {
	if by != "" {
		name, err := review.CleanName(by)
		if err != nil {
			return "", fault.Misuse(err)
		}
		return name, nil
	}
	name, err := l.store.DefaultMember(ctx)
	if err == nil && name == "" {
		err = fault.Hint(fault.Misusef("it is not said who says so"), "name the member with --by NAME, or once for all with conceptdiff member use NAME")
	}
	return name, err
}

// enter adds a statement to the record and says so in one line.
func (a *app) enter(ctx context.Context, lib *library, by string, says review.Statement) error {
	e, err := lib.store.Enter(ctx, a.now(), by, says)
	if err != nil {
		return err
	}
	return a.printTo(a.streams.Out, func(p *printer) {
		p.text("", "  ", fmt.Sprintf("%s: %s", e.By, e.Summary()))
		switch said := e.Says.(type) {
		case review.Mark:
			p.text("  ", "  ", "“"+short(said.On.Quote)+"”")
		case review.Decision:
			p.text("  ", "  ", "“"+short(said.On.Quote)+"”")
		}
		p.text("  ", "  ", fmt.Sprintf("entry %d, %s", e.Seq, e.Hash))
	})
}

// short cuts a quotation for a line or two.
func short(s string) string {
	const most = 160 // characters
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most]) + " …"
}

// storedDocument loads a stored revision: what is said in the record is said of a text that
// does not change.
func (a *app) storedDocument(ctx context.Context, arg string) (*document, *library, error) {
	if isPath(arg) {
		return nil, nil, fault.Hint(fmt.Errorf("%s is a file, and marks are kept on stored revisions", arg),
			"conceptdiff import %s, then name it by its label", arg)
	}
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return nil, nil, err
	}
	d, err := lib.document(ctx, arg)
	return d, lib, err
}

// anchor finds what a person means by an address and ties to it.
func anchor(r *revision.Revision, typed string) (review.Anchor, error) {
	p, _, err := lookup(typed, r)
	if err != nil {
		return review.Anchor{}, err
	}
	if review.Words(p) == "" {
		return review.Anchor{}, fmt.Errorf("%s %s has no words of its own to mark", r.Label, p.Address())
	}
	return review.AnchorOf(r, p), nil
}

// record loads the record, once in a run, and refuses one that is not sound: nothing
// may be shown or decided on it.
func (l *library) record(ctx context.Context) (*review.Record, error) {
	if l.loaded != nil {
		return l.loaded, nil
	}
	r, problems, err := l.store.Record(ctx)
	if err != nil {
		return nil, err
	}
	if len(problems) > 0 {
		return nil, fault.Hint(fmt.Errorf("the record in %s is not sound: %s", l.store.Path(), problems[0]),
			"conceptdiff record verify tells all that is wrong")
	}
	l.loaded = r
	return r, nil
}

// completeMember offers the present members.
func (a *app) completeMember(cmd *cobra.Command, _ []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
	s := a.stored(cmd.Context())
	if s == nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	defer s.Close()
	members, _ := s.Members(cmd.Context()) // nothing is offered when it fails
	var out []cobra.Completion
	for _, m := range members {
		if !m.Removed {
			out = append(out, cobra.CompletionWithDesc(m.Name, string(m.Role)))
		}
	}
	return out, cobra.ShellCompDirectiveNoFileComp
}

// verdictNames lists the verdicts for help and completion.
func verdictNames() []string {
	var out []string
	for _, v := range review.Verdicts {
		out = append(out, string(v))
	}
	return out
}

func verdict(typed string) (review.Verdict, error) {
	v := review.Verdict(typed)
	if v.Check() == nil {
		return v, nil
	}
	err := fault.Misusef("there is no verdict %q: %s", typed, fault.Or(verdictNames()))
	if near := revision.Nearest(typed, verdictNames(), 1); len(near) > 0 {
		return "", fault.Hint(err, "did you mean %s?", near[0])
	}
	return "", err
}

// addMarks adds what the committee says of either text. Texts that are no stored
// revisions have no marks.
func (a *app) addMarks(ctx context.Context, in *report.Input) error {
	if a.lib == nil {
		return nil
	}
	record, err := a.lib.record(ctx)
	if err != nil || len(record.Entries()) == 0 {
		return err
	}
	c := in.Comparison
	if s := record.StateOf(c.Old); len(s.Provisions) > 0 {
		in.Carried = review.Carry(c, s, record)
	}
	if s := record.StateOf(c.New); len(s.Provisions) > 0 && c.New.Label != c.Old.Label {
		in.Marked = s
	}
	return nil
}
