package cli

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

func newHistory(a *app) *cobra.Command {
	var in string
	cmd := &cobra.Command{
		Use:     "history CLAUSE",
		GroupID: groupTexts,
		Short:   "Follow a clause through the stored revisions",
		Long: `Follow a clause through all stored revisions: what it is in each, under which
number, and what became of it from each base to what revises that. The clause is
sought in the oldest revision first; --in says in which it has that number.`,
		Example: `  conceptdiff history 4.1.1
  conceptdiff history 4.2 --in draft`,
		Args:              arguments(1, 1),
		ValidArgsFunction: a.completeHistory,
		RunE: func(cmd *cobra.Command, args []string) error {
			return runHistory(cmd.Context(), a, args[0], in)
		},
	}
	cmd.Flags().StringVar(&in, "in", "", "the `label` of the revision in which the clause has this number")
	complete(cmd, "in", a.completeLabel)
	return cmd
}

func (a *app) completeHistory(cmd *cobra.Command, args []string, prefix string) ([]cobra.Completion, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	var labels []string
	for _, l := range a.labels(cmd.Context(), "") {
		label, _, _ := strings.Cut(l, "\t")
		labels = append(labels, label)
	}
	return a.clauses(cmd.Context(), labels, prefix), cobra.ShellCompDirectiveNoFileComp
}

func runHistory(ctx context.Context, a *app, typed, in string) error {
	lib, err := a.library(ctx, toRead)
	if err != nil {
		return err
	}
	revisions, err := lib.all(ctx)
	if err != nil {
		return err
	}
	start, p, err := findStart(ctx, lib, revisions, typed, in)
	if err != nil {
		return err
	}
	h := &history{app: a, revisions: revisions, at: make(map[string][]string), from: make(map[string]*compare.Change)}
	if err := h.follow(ctx, start, p); err != nil {
		return err
	}
	return a.writeTo(ctx, "", func(w io.Writer) error {
		return a.printTo(w, h.print)
	})
}

func (l *library) all(ctx context.Context) ([]*revision.Revision, error) {
	metas, err := l.store.Revisions(ctx)
	if err != nil {
		return nil, err
	}
	var out []*revision.Revision
	for _, m := range metas {
		r, err := l.store.RevisionByLabel(ctx, m.Label)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

func findStart(ctx context.Context, lib *library, revisions []*revision.Revision, typed, in string) (*revision.Revision, *revision.Provision, error) {
	among := revisions
	if in != "" {
		r, err := lib.store.RevisionByLabel(ctx, in)
		if err != nil {
			return nil, nil, err
		}
		among = []*revision.Revision{r}
	}
	var err error
	for _, r := range among {
		var p *revision.Provision
		if p, _, err = lookup(typed, r); err == nil {
			return r, p, nil
		}
	}
	if err == nil {
		err = fmt.Errorf("nothing is stored yet")
	}
	return nil, nil, err
}

// history is where one clause stands in each revision.
type history struct {
	app       *app
	revisions []*revision.Revision       // in the order of import, bases first
	at        map[string][]string        // by label: the clause's addresses there
	from      map[string]*compare.Change // by label: what became of it since the base
}

// follow goes from one revision back to its bases, and then forward to all that
// revise one of those in which the clause was found.
func (h *history) follow(ctx context.Context, start *revision.Revision, p *revision.Provision) error {
	h.at[start.Label] = []string{clauseAddress(start, p)}
	for r := start; r != nil && r.Base != ""; {
		base := h.find(r.Base)
		if base == nil {
			break
		}
		ch, err := h.step(ctx, base, r, func(ch *compare.Change) []string { return ch.NewAddresses() }, h.at[r.Label])
		if err != nil || ch == nil {
			return err
		}
		h.from[r.Label] = ch
		if len(ch.Old) == 0 {
			break
		}
		h.at[base.Label] = ch.OldAddresses()
		r = base
	}
	for _, r := range h.revisions {
		old, known := h.at[r.Base]
		if _, done := h.at[r.Label]; done || !known || len(old) == 0 {
			continue
		}
		ch, err := h.step(ctx, h.find(r.Base), r, func(ch *compare.Change) []string { return ch.OldAddresses() }, old)
		if err != nil {
			return err
		}
		if ch != nil {
			h.from[r.Label], h.at[r.Label] = ch, ch.NewAddresses()
		}
	}
	return nil
}

// step compares a base with its revision and finds the change of the clause.
func (h *history) step(ctx context.Context, base, r *revision.Revision, side func(*compare.Change) []string, want []string) (*compare.Change, error) {
	old, new := &document{Revision: base, stored: true}, &document{Revision: r, stored: true}
	if err := h.app.settle(ctx, old, new); err != nil {
		return nil, err
	}
	c, err := compareDocuments(old, new)
	if err != nil {
		return nil, err
	}
	for i := range c.Changes {
		for _, addr := range side(&c.Changes[i]) {
			if slices.Contains(want, addr) {
				return &c.Changes[i], nil
			}
		}
	}
	return nil, nil
}

func (h *history) find(label string) *revision.Revision {
	for _, r := range h.revisions {
		if r.Label == label {
			return r
		}
	}
	return nil
}

func (h *history) print(p *printer) {
	rows := [][]string{{"REVISION", "DATE", "STATUS", "CLAUSE", "WHAT BECAME OF IT", "HEADING"}}
	for _, r := range h.revisions {
		addrs, known := h.at[r.Label]
		ch := h.from[r.Label]
		if !known {
			continue
		}
		what := "first stored here"
		if ch != nil {
			what = strings.Join(append([]string{string(ch.Kind)}, facets(ch)...), ", ")
		}
		heading := ""
		if len(addrs) > 0 {
			if v := r.Find(addrs[0]); v != nil {
				heading = plain(opening(v))
			}
		}
		rows = append(rows, []string{r.Label, dash(r.Date), dash(string(r.Status)), dash(strings.Join(addrs, ", ")), what, heading})
	}
	p.table(rows)
}

// clauseAddress is the address of the clause in which a provision stands.
func clauseAddress(r *revision.Revision, p *revision.Provision) string {
	for _, c := range r.Clauses() {
		if c.Provision == p {
			return c.Address()
		}
		for _, b := range c.Blocks {
			if b.Provision == p {
				return c.Address()
			}
		}
	}
	return p.Address()
}
