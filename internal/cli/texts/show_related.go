package texts

import (
	"context"
	"errors"
	"io"
	"strings"

	"conceptdiff/internal/cli/command"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/related"
)

// relatedInstead finds the related document that an argument names where no revision
// has that label; otherwise, and where the documents cannot be read, it gives err
// back: the revision is what was asked for.
func relatedInstead(ctx context.Context, env *command.Env, key string, err error) (*relate.Document, error) {
	if !errors.As(err, new(*store.NotFoundError)) {
		return nil, err
	}
	all, bad := env.Workspace().RelatedDocuments(ctx)
	if bad != nil {
		return nil, err
	}
	for _, d := range all {
		if d.Key == key {
			return d, nil
		}
	}
	return nil, err
}

// showRelated prints a related document with the addresses of its passages, or one of
// them; where only a record of it is here, the gists. Formats and the outline are
// those of a revision, and misuse here.
func showRelated(ctx context.Context, env *command.Env, opts showOptions, d *relate.Document) error {
	if opts.outline || opts.format != "text" {
		return fault.Misusef("%s is a related document: it is shown as text, whole or one passage", d.Key)
	}
	passages := d.Passages
	if opts.clause != "" {
		p, err := related.At(d, opts.clause)
		if err != nil {
			return err
		}
		passages = []relate.Passage{*p}
	}
	return env.Deliver(ctx, opts.output, func(w io.Writer) error {
		return env.PrintTo(w, func(p *terminal.Printer) {
			if opts.clause == "" {
				p.Printf("%s\n", p.Bold(terminal.Plain(d.Title)))
				p.Text("", "", d.Key+": "+strings.Join(phrase.NotEmpty(string(d.Relation), d.Date, d.Language), ", "))
				for _, s := range phrase.NotEmpty(d.Citation) {
					p.Text("", "", s)
				}
				if d.Recorded {
					p.Text("", "", "Summary of ours; the text is not in this workspace.")
				}
				p.Printf("\n")
			}
			for i := range passages {
				p.Text(passages[i].Address+" ", "  ", passages[i].Text)
				if len(passages[i].Facts) > 0 {
					p.Text("  ", "  ", "Facts: "+strings.Join(passages[i].Facts, ", "))
				}
			}
		})
	})
}
