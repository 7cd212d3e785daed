package workspace

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/publication"
	"conceptdiff/internal/workspace/reading"
)

// Documents loads what arguments stand for: labels from the store, paths from their
// files, those side by side. Where all are paths the store is not touched. What the
// reader of a file found odd is told to the log.
func (w *Workspace) Documents(ctx context.Context, args ...string) ([]*Document, error) {
	var lib *library
	for _, arg := range args {
		if reading.IsPath(arg) {
			continue
		}
		var err error
		if lib, err = w.open(ctx, toRead); errors.Is(err, ErrNone) {
			return nil, fmt.Errorf("%q is no file, and there is %w", arg, err)
		} else if err != nil {
			return nil, err
		}
	}
	docs, files, errs := make([]*Document, len(args)), make([]*reading.Reading, len(args)), make([]error, len(args))
	var all sync.WaitGroup
	for i, arg := range args {
		load := func() { docs[i], files[i], errs[i] = w.load(ctx, lib, arg) }
		switch {
		case slices.Contains(args, reading.StdinPath): // which is read once, and first come first served
			load()
		case reading.IsPath(arg):
			all.Go(load)
		default: // one connection is faster than two that are opened for it
			load()
			if old := docs[0]; i == 0 && len(args) > 1 && old != nil {
				w.begin(func() { _, _ = old.Outlook() }) // while the other is loaded; nearly every comparison asks for it
			}
		}
	}
	all.Wait()
	for i, err := range errs {
		if err != nil {
			return nil, err
		}
		if files[i] != nil {
			files[i].Warn(w.log)
		}
	}
	return docs, nil
}

// Document loads what one argument stands for.
func (w *Workspace) Document(ctx context.Context, arg string) (*Document, error) {
	docs, err := w.Documents(ctx, arg)
	if err != nil {
		return nil, err
	}
	return docs[0], nil
}

// Stored loads a stored revision: what is said in the record is said of a text that
// does not change, so a path is refused.
func (w *Workspace) Stored(ctx context.Context, label string) (*Document, error) {
	if reading.IsPath(label) {
		return nil, fault.Hint(fmt.Errorf("%s is a file, and marks are kept on stored revisions", label),
			"conceptdiff import %s, then name it by its label", label)
	}
	lib, err := w.open(ctx, toRead)
	if err != nil {
		return nil, err
	}
	return lib.document(ctx, label)
}

// load loads what one argument stands for and, of a file, what was read.
func (w *Workspace) load(ctx context.Context, lib *library, arg string) (*Document, *reading.Reading, error) {
	if reading.IsPath(arg) {
		return w.fileDocument(ctx, arg)
	}
	d, err := lib.document(ctx, arg)
	var missing *store.NotFoundError
	if errors.As(err, &missing) && filepath.Ext(arg) != "" {
		err = fault.Hint(fmt.Errorf("no file and no stored revision is called %q", arg), "%s", missing.Hint())
	}
	return d, nil, err
}

func (w *Workspace) fileDocument(ctx context.Context, path string) (*Document, *reading.Reading, error) {
	r, err := w.opts.Reader.Path(ctx, path)
	if err != nil {
		return nil, nil, err
	}
	w.remember(r.Path)
	files, err := readClaimPaths(r.Claims)
	if err != nil {
		return nil, nil, err
	}
	var bad error
	held := publication.NewShelf(r.Sources)
	if len(r.Claims) > 0 {
		bad = checkClaims(ctx, filepath.Dir(r.Claims[0]), files, held)
	}
	d := newDocument(r.Revision, sourcesOf(files, publication.Digests(held.Used), bad))
	if beside := filepath.Join(filepath.Dir(path), folder.Claims); r.Claims == nil && file.IsDir(beside) {
		d.Unread = append(d.Unread, fmt.Sprintf("%s is not read: no %s beside it says that it is about %s", beside, folder.File, filepath.Base(path)))
	}
	return d, r, nil
}

// document loads what a label stands for. A label whose source has changed since it
// was stored is refused: whoever edits a draft and asks for its comparison must not
// be shown that of an earlier text.
func (l *library) document(ctx context.Context, label string) (*Document, error) {
	held := l.held()
	if err := held.refused[label]; err != nil {
		return nil, err
	}
	if source := held.onDisk[label]; source != nil {
		l.w.begin(func() { _, _ = source.changed() }) // while the store is read; what it finds is asked for below
	}
	files, badFiles := l.store.ClaimFiles(ctx, label)
	kept, badDigests := l.store.ClaimDigests(ctx)
	copies := make(map[string]string)
	for name, digest := range kept[label] {
		if name, ok := strings.CutPrefix(name, store.SourcePrefix); ok {
			copies[name] = digest
		}
	}
	sources := sourcesOf(files, copies, held.badClaims[label])
	l.w.begin(func() { _, _ = sources() }) // likewise: nearly every command asks for them
	r, faulty := l.revision(ctx, label)
	path, err := held.changedSource(label)
	switch {
	case path != "":
		return nil, changedError(label, path)
	case faulty != nil:
		return nil, faulty
	case err != nil:
		return nil, err
	case badFiles != nil:
		return nil, badFiles
	case badDigests != nil:
		return nil, badDigests
	}
	d := newDocument(r, sources)
	d.Stored, d.Unread = true, held.unread[label]
	return d, nil
}
