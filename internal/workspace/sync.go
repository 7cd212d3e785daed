package workspace

import (
	"context"
	"fmt"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace/folder"
)

// sync takes what is new in the folders of the workspace into the store: revisions
// that are not stored yet, and claims files that were added, changed or removed.
// Each revision is stored whole or not at all; what an interruption leaves out the
// next look takes in.
func (l *library) sync(ctx context.Context, folders []folder.Folder, held *holdings) error {
	if l.dir == "" {
		return nil
	}
	metas, err := l.store.Revisions(ctx)
	if err != nil {
		return err
	}
	stored := make(map[string]revision.Meta, len(metas))
	for _, m := range metas {
		stored[m.Label] = m
	}
	for _, f := range folders {
		if err := ctx.Err(); err != nil {
			return err
		}
		if m, ok := stored[f.Label]; ok {
			held.watch(l.w.log, f, m)
			continue
		}
		if err := l.importFolder(ctx, f, held); err != nil {
			held.refused[f.Label] = err
		} else {
			stored[f.Label] = f.Meta()
		}
	}
	return l.syncClaims(ctx, folders, stored, held)
}

// importFolder stores a folder's revision and says so.
func (l *library) importFolder(ctx context.Context, f folder.Folder, held *holdings) error {
	reader := l.w.opts.Reader
	reader.Options = flow.Options{} // what was given is about the file that was named
	r, err := reader.Folder(ctx, f)
	if err != nil {
		return fmt.Errorf("import %s: %w", f.Dir, err)
	}
	created, err := l.add(ctx, r)
	if err != nil {
		return fmt.Errorf("import %s: %w", f.Dir, err)
	}
	if !created {
		return nil // another process was faster
	}
	held.imported[f.Label] = true
	l.w.log.Notice("imported %s from %s: %s", f.Label, f.SourcePath(), TallyOf(r.Revision))
	r.Warn(l.w.log)
	return nil
}
