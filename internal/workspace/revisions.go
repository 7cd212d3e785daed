package workspace

import (
	"context"
	"maps"
	"slices"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace/reading"
)

// Listed is a stored revision as it is listed.
type Listed struct {
	revision.Meta
	Tally
	Changed string // path of its file in the folder, where that is another text now
}

// Revisions lists the stored revisions, a base before what revises it. What lies in
// the folder and could not be stored is told to the log.
func (w *Workspace) Revisions(ctx context.Context) ([]Listed, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	metas, err := lib.store.Revisions(ctx)
	if err != nil {
		return nil, err
	}
	held := lib.held()
	for _, label := range slices.Sorted(maps.Keys(held.refused)) {
		w.log.Warn("%v", held.refused[label])
	}
	out := make([]Listed, 0, len(metas))
	for _, m := range metas {
		r, err := lib.revision(ctx, m.Label)
		if err != nil {
			return nil, err
		}
		path, err := held.changedSource(m.Label)
		if err != nil {
			return nil, err
		}
		out = append(out, Listed{Meta: r.Meta, Tally: TallyOf(r), Changed: path})
	}
	return out, nil
}

// Labels are those of the stored revisions, in the same order.
func (w *Workspace) Labels(ctx context.Context) ([]string, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	metas, err := lib.store.Revisions(ctx)
	var out []string
	for _, m := range metas {
		out = append(out, m.Label)
	}
	return out, err
}

// All loads all stored revisions, a base before what revises it.
func (w *Workspace) All(ctx context.Context) ([]*revision.Revision, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	return lib.all(ctx)
}

// revision is a stored revision. It does not change, so it is loaded once and shared.
func (l *library) revision(ctx context.Context, label string) (*revision.Revision, error) {
	if r, ok := l.stored.Load(label); ok {
		return r.(*revision.Revision), nil
	}
	r, err := l.store.RevisionByLabel(ctx, label)
	if err != nil {
		return nil, err
	}
	kept, _ := l.stored.LoadOrStore(label, r)
	return kept.(*revision.Revision), nil
}

func (l *library) all(ctx context.Context) ([]*revision.Revision, error) {
	metas, err := l.store.Revisions(ctx)
	if err != nil {
		return nil, err
	}
	var out []*revision.Revision
	for _, m := range metas {
		r, err := l.revision(ctx, m.Label)
		if err != nil {
			return nil, err
		}
		out = append(out, r)
	}
	return out, nil
}

// Revision loads a stored revision by its label alone, whatever lies in the folder.
func (w *Workspace) Revision(ctx context.Context, label string) (*revision.Revision, error) {
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	return lib.revision(ctx, label)
}

// Source is the file that a revision was read from, as received.
func (w *Workspace) Source(ctx context.Context, arg string) ([]byte, error) {
	if reading.IsPath(arg) {
		r, err := w.opts.Reader.Path(ctx, arg)
		if err != nil {
			return nil, err
		}
		return r.Data, nil
	}
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	return lib.store.SourceBytes(ctx, arg)
}
