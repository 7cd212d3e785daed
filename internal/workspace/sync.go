package workspace

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/publication"
	"conceptdiff/internal/workspace/related"
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
	if err := l.syncClaims(ctx, folders, stored, held); err != nil {
		return err
	}
	documents, err := l.store.RelatedDigests(ctx)
	if err == nil && !related.Same(l.dir, documents) {
		_, _ = held.related(ctx) // what is wrong with them is told to those who ask for them
	}
	return err
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

// syncClaims makes the stored claims files those that lie in the folders.
func (l *library) syncClaims(ctx context.Context, folders []folder.Folder, revisions map[string]revision.Meta, held *holdings) error {
	stored, err := l.store.ClaimDigests(ctx)
	if err != nil {
		return err
	}
	for _, f := range folders {
		if _, ok := revisions[f.Label]; !ok {
			continue
		}
		if err := l.syncFolder(ctx, f, stored[f.Label]); err != nil {
			held.badClaims[f.Label] = err
		}
	}
	return l.findUnread(ctx, folders, held)
}

// findUnread notes what lies among the claims files and is neither one nor a copy
// that one quotes.
func (l *library) findUnread(ctx context.Context, folders []folder.Folder, held *holdings) error {
	var stored map[string]map[string]string
	for _, f := range folders {
		paths, err := f.SourcePaths()
		if err != nil {
			continue // told of where the claims are asked for
		}
		for _, path := range paths {
			if stored == nil {
				if stored, err = l.store.ClaimDigests(ctx); err != nil {
					return err
				}
			}
			if _, quoted := stored[f.Label][store.SourcePrefix+filepath.Base(path)]; !quoted {
				why := " is not read: no claims file names it or a copy with its SHA-256"
				if filepath.Base(filepath.Dir(path)) == folder.Claims {
					why = " is not read: the name of a claims file ends in .yaml, and none of them names this as its source"
				}
				held.unread[f.Label] = append(held.unread[f.Label], path+why)
			}
		}
	}
	return nil
}

// syncFolder makes the stored claims files and copies of one revision those of its
// folder. They are held against each other before they are stored.
func (l *library) syncFolder(ctx context.Context, f folder.Folder, stored map[string]string) error {
	paths, err := f.ClaimPaths()
	if err != nil {
		return err
	}
	files, err := readClaimPaths(paths)
	if err != nil {
		return err
	}
	sources, err := f.SourcePaths()
	if err != nil {
		return err
	}
	held := publication.NewShelf(sources)
	if sameClaims(files, stored) && held.Same(stored) {
		return nil
	}
	if err := checkClaims(ctx, filepath.Join(f.Dir, folder.Claims), files, held); err != nil {
		return err
	}
	files = append(files, held.Used...)
	if sameFiles(files, stored) {
		return nil // what else lies there is quoted by none
	}
	if err := l.store.SetClaimFiles(ctx, f.Label, files); err != nil {
		return err
	}
	noticeClaims(l.w.log, f.Label, files, stored)
	return nil
}

func readClaimPaths(paths []string) ([]store.ClaimFile, error) {
	var out []store.ClaimFile
	for _, path := range paths {
		data, err := file.Read(path, file.SideLimit)
		if err != nil {
			return nil, err
		}
		out = append(out, store.ClaimFile{Name: filepath.Base(path), SHA256: file.Digest(data), Data: data})
	}
	return out, nil
}

// sameClaims compares claims files with those that are stored, sameFiles also the
// copies beside them.
func sameClaims(files []store.ClaimFile, stored map[string]string) bool {
	claims := make(map[string]string, len(stored))
	for name, digest := range stored {
		if !strings.HasPrefix(name, store.SourcePrefix) {
			claims[name] = digest
		}
	}
	return sameFiles(files, claims)
}

func sameFiles(files []store.ClaimFile, stored map[string]string) bool {
	if len(files) != len(stored) {
		return false
	}
	for _, f := range files {
		if stored[f.Name] != f.SHA256 {
			return false
		}
	}
	return true
}

// checkClaims reads files and holds them against the copies of what they quote before
// they are stored, so that what is stored can always be read and was found. Its error
// is a [*claim.RefusedError] that names the files by their paths, or a fault of one.
func checkClaims(ctx context.Context, dir string, files []store.ClaimFile, held *publication.Shelf) error {
	var all claim.RefusedError
	for _, f := range files {
		_, faults, err := claim.CheckCopies(filepath.Join(dir, f.Name), f.Data, held.Copies(ctx))
		if err != nil {
			return err
		}
		all.Faults = append(all.Faults, faults...)
	}
	if len(all.Faults) > 0 {
		return &all
	}
	return nil
}

func noticeClaims(log Log, label string, files []store.ClaimFile, stored map[string]string) {
	left := len(stored)
	for _, f := range files {
		name, isCopy := strings.CutPrefix(f.Name, store.SourcePrefix)
		switch old, known := stored[f.Name]; {
		case isCopy && old != f.SHA256:
			log.Notice("found the quotations about %s in %s", label, name)
			if known {
				left--
			}
		case !known:
			log.Notice("read claims about %s: %s", label, f.Name)
		case old != f.SHA256:
			log.Notice("read claims about %s again: %s has changed", label, f.Name)
			left--
		default:
			left--
		}
	}
	if left > 0 {
		log.Notice("forgot %s about %s that the workspace no longer holds", phrase.Plural(left, "claims file"), label)
	}
}
