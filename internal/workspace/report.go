package workspace

import (
	"cmp"
	"context"
	"path/filepath"
	"sync"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/register"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/workspace/reading"
)

// FullReport compares two revisions and joins the comparison with everything that
// sources about the old one have to do with it, and with what the committee says of
// either.
func (w *Workspace) FullReport(ctx context.Context, oldArg, newArg string) (report.Report, error) {
	in, err := w.examine(ctx, oldArg, newArg)
	if err != nil {
		return report.Report{}, err
	}
	if err := w.addMarks(ctx, &in); err != nil {
		return report.Report{}, err
	}
	if !reading.IsPath(oldArg) { // documents stand around the revisions of a workspace
		documents, err := w.RelatedDocuments(ctx)
		if err != nil {
			return report.Report{}, err
		}
		if len(documents) > 0 {
			if in.Around, err = w.around(ctx, documents, in.Comparison.Old, in.Comparison); err != nil {
				return report.Report{}, err
			}
		}
	}
	return report.Build(in)
}

// examine compares two revisions and finds what sources have to do with the
// comparison.
func (w *Workspace) examine(ctx context.Context, oldArg, newArg string) (report.Input, error) {
	old, new, c, err := w.pairCompared(ctx, oldArg, newArg)
	if err != nil {
		return report.Input{}, err
	}
	sources, err := old.Sources()
	if err != nil {
		return report.Input{}, err
	}
	in := report.Input{Comparison: c, Sources: sources, References: compare.References(c), Findings: findings(new, c), Facts: register.Since(c.Old, c.New)}
	if len(sources) == 0 {
		return in, nil
	}
	outlook, err := old.Outlook()
	if err != nil {
		return report.Input{}, err
	}
	found := outlook.Examine(c)
	in.Flags, in.Unannounced, in.Expectations, in.Echoes = found.Flags, found.Unannounced, found.Expectations, found.Echoes
	for _, s := range sources {
		in.Checks = append(in.Checks, claim.Verify(c.Old, s)...)
	}
	return in, nil
}

// FlaggedReport compares two documents that were loaded as a pair and joins the
// comparison with the flags on the old one, which is all that a comparison shows of
// the sources, and with the committee's marks. The flags are found beside the
// comparison and its layout.
func (w *Workspace) FlaggedReport(ctx context.Context, old, new *Document) (report.Report, error) {
	var in report.Input
	var faulty error
	compared := make(chan *compare.Comparison, 1)
	var beside sync.WaitGroup
	beside.Go(func() {
		var outlook *claim.Outlook
		if outlook, faulty = old.Outlook(); faulty != nil {
			return
		}
		in.Sources, _ = old.Sources()
		if c := <-compared; c != nil {
			in.Flags = outlook.Against(c)
		}
	})
	c, err := compareDocuments(old, new)
	compared <- c
	if c != nil {
		beside.Go(func() { in.Findings, in.Facts = findings(new, c), register.Since(c.Old, c.New) })
	}
	var layout *report.Layout
	if err == nil {
		layout, err = report.Lay(c)
	}
	beside.Wait()
	if err := cmp.Or(err, faulty); err != nil {
		return report.Report{}, err
	}
	in.Comparison = c
	if err := w.addMarks(ctx, &in); err != nil {
		return report.Report{}, err
	}
	return layout.Join(in), nil
}

// DraftReports compares several new texts with one old one.
func (w *Workspace) DraftReports(ctx context.Context, oldArg string, newArgs []string) ([]report.Report, error) {
	args := append([]string{oldArg}, newArgs...)
	docs, err := w.Documents(ctx, args...)
	if err != nil {
		return nil, err
	}
	labels := map[string]int{}
	for _, d := range docs {
		labels[d.Label]++
	}
	for i, d := range docs {
		if labels[d.Label] > 1 && reading.IsPath(args[i]) {
			d.Label = filepath.ToSlash(args[i])
		}
	}
	reports := make([]report.Report, len(newArgs))
	for i, d := range docs[1:] {
		if err := w.settle(ctx, docs[0], d); err != nil {
			return nil, err
		}
		if reports[i], err = w.FlaggedReport(ctx, docs[0], d); err != nil {
			return nil, err
		}
	}
	return reports, nil
}

// addMarks adds what the committee says of either text. Texts that are no stored
// revisions have no marks, and where the store was not opened none were asked for.
func (w *Workspace) addMarks(ctx context.Context, in *report.Input) error {
	w.mu.Lock()
	lib := w.lib
	w.mu.Unlock()
	if lib == nil {
		return nil
	}
	record, err := lib.soundRecord(ctx)
	if err != nil || len(record.Statements()) == 0 {
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

// Check looks at the references and defined terms of a revision, and where a base
// is given ("" for none) also at what is unresolved since that.
func (w *Workspace) Check(ctx context.Context, arg, base string) (report.Checked, error) {
	if base == "" {
		doc, err := w.Document(ctx, arg)
		if err != nil {
			return report.Checked{}, err
		}
		return report.CheckAlone(doc.Revision), nil
	}
	_, new, c, err := w.pairCompared(ctx, base, arg)
	if err != nil {
		return report.Checked{}, err
	}
	return report.Checked{Revision: c.New, Base: c.Old, Findings: findings(new, c)}, nil
}
