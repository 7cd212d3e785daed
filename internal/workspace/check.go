package workspace

import (
	"context"

	"conceptdiff/internal/report"
)

// Check looks at the references and defined terms of a revision, and where a base
// is given ("" for none) also at what went astray since that.
func (w *Workspace) Check(ctx context.Context, arg, base string) (report.Checked, error) {
	if base == "" {
		doc, err := w.Document(ctx, arg)
		if err != nil {
			return report.Checked{}, err
		}
		return report.CheckAlone(doc.Revision), nil
	}
	_, c, err := w.Compare(ctx, base, arg)
	if err != nil {
		return report.Checked{}, err
	}
	return report.Check(c), nil
}
