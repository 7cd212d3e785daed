package workspace

import (
	"context"
	"os"
	"path/filepath"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

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
