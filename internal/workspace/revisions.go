package workspace

import (
	"context"
	"maps"
	"os"
	"path/filepath"
	"slices"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/folder"
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
	metas, err := lib.metas.Get(ctx, lib.store, lib.store.Revisions)
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
		out = append(out, Listed{Meta: r.Meta, Tally: lib.tallyOf(r), Changed: path})
	}
	return out, nil
}

// tallyOf is [TallyOf], counted once.
func (l *library) tallyOf(r *revision.Revision) Tally {
	t, ok := l.tally.Load(r)
	if !ok {
		t, _ = l.tally.LoadOrStore(r, TallyOf(r))
	}
	return t.(Tally)
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

// This file answers what a shell asks while a person types: without making a store,
// without looking for what is new, and with nothing where anything fails.

// PeekRevisions tells what is known of the revisions, stored or yet to be.
func (w *Workspace) PeekRevisions(ctx context.Context) []revision.Meta {
	if s := w.peek(ctx); s != nil {
		defer s.Close()
		metas, _ := s.Revisions(ctx) // nothing is offered when it fails
		return metas
	}
	dir, _, err := w.places(toRead)
	if err != nil || dir == "" {
		return nil
	}
	var metas []revision.Meta
	folders, _, _ := folder.ReadAll(dir) // likewise
	for _, f := range folders {
		metas = append(metas, f.Meta())
	}
	return metas
}

// PeekClauses lists the clauses of what an argument stands for.
func (w *Workspace) PeekClauses(ctx context.Context, arg string) []*revision.Clause {
	if arg == reading.StdinPath {
		return nil // which is the terminal that asks
	}
	if reading.IsPath(arg) {
		return clausesOf(w.opts.Reader.Path(ctx, arg))
	}
	if s := w.peek(ctx); s != nil {
		defer s.Close()
		r, err := s.RevisionByLabel(ctx, arg)
		if err != nil {
			return nil
		}
		return r.Clauses()
	}
	dir, _, err := w.places(toRead)
	if err != nil || dir == "" {
		return nil
	}
	f, err := folder.Read(filepath.Join(dir, folder.Revisions, arg))
	if err != nil {
		return nil
	}
	return clausesOf(w.opts.Reader.Folder(ctx, f))
}

func clausesOf(r *reading.Reading, err error) []*revision.Clause {
	if err != nil {
		return nil
	}
	return r.Clauses()
}

// PeekMembers lists everyone whom the record enrols.
func (w *Workspace) PeekMembers(ctx context.Context) []review.Member {
	s := w.peek(ctx)
	if s == nil {
		return nil
	}
	defer s.Close()
	members, _ := s.Members(ctx) // nothing is offered when it fails
	return members
}

// peek opens the store if there is one, as it is.
func (w *Workspace) peek(ctx context.Context) store.Store {
	_, database, err := w.places(toRead)
	if err != nil {
		return nil
	}
	if _, err := os.Stat(database); err != nil {
		return nil
	}
	s, err := w.opts.Driver.Open(ctx, database)
	if err != nil {
		return nil
	}
	return s
}
