package workspace

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/relate/search"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

// NoBase is what [Import.Base] holds for a text that revises no other.
const NoBase = "none"

// Import says what is to be stored and what is known of it.
type Import struct {
	Paths []string // of the files that make one text, in their order
	// Given stands above what a revision.yaml, the file and its text say.
	Given folder.Metadata
	Base  string // label of the revision it revises; "" for the one stored last, or [NoBase]
}

// Imported is a text that was stored.
type Imported struct {
	*reading.Reading
	Created bool // else the same bytes were stored already
}

// Check refuses what cannot be done with any text.
func (o Import) Check() error {
	g := o.Given
	if g.Label == "" {
		if len(o.Paths) > 1 {
			return errors.New("several files make one revision: name it with --label")
		}
		g.Label = "x" // taken from the file
	}
	return g.Check()
}

// Import stores a text.
func (w *Workspace) Import(ctx context.Context, o Import) (Imported, error) {
	lib, err := w.open(ctx, toStore)
	if err != nil {
		return Imported{}, err
	}
	r, err := w.readImport(ctx, o)
	if err != nil {
		return Imported{}, err
	}
	return lib.importText(ctx, o, r)
}

// readImport reads what the paths name: one text.
func (w *Workspace) readImport(ctx context.Context, o Import) (*reading.Reading, error) {
	if len(o.Paths) == 1 {
		return w.opts.Reader.Path(ctx, o.Paths[0])
	}
	for _, path := range o.Paths {
		if path == reading.StdinPath || file.IsDir(path) {
			return nil, fault.Misusef("%s: several paths must all be files", path)
		}
	}
	return w.opts.Reader.Files(ctx, strings.Join(o.Paths, " "), o.Given.Label, o.Paths)
}

// ImportBoth stores a file with tracked changes, or words that are struck out, as it
// was before them, under the label with «-before», and as it is with them. Both are read before either is
// stored.
func (w *Workspace) ImportBoth(ctx context.Context, o Import, told func(Imported) error) error {
	path := o.Paths[0]
	if path == reading.StdinPath {
		return fault.Misusef("--both reads the file twice: name a file, not the standard input")
	}
	lib, err := w.open(ctx, toStore)
	if err != nil {
		return err
	}
	var read [2]*reading.Reading
	for i, state := range []flow.Options{
		{Changes: flow.RefuseChanges, Struck: flow.RefuseStruck},
		{Changes: flow.RejectChanges, Struck: flow.KeepStruck},
		{Changes: flow.AcceptChanges, Struck: flow.DropStruck},
	} {
		reader := w.opts.Reader
		reader.Options = state
		r, err := reader.Path(ctx, path)
		var tracked *flow.TrackedError
		var struck *flow.StruckError
		switch {
		case i == 0 && err == nil:
			return fault.Hint(fmt.Errorf("%s holds no tracked changes and no words that are struck out: there is only one text in it", path), "leave out --both")
		case i == 0 && !errors.As(err, &tracked) && !errors.As(err, &struck), i > 0 && err != nil:
			return err
		case i > 0:
			read[i-1] = r
		}
	}
	before, after := o, o
	if o.Given.Label == "" {
		after.Given.Label = read[1].Label
	}
	before.Given.Label, after.Base = after.Given.Label+"-before", after.Given.Label+"-before"
	for i, each := range []Import{before, after} {
		stored, err := lib.importText(ctx, each, read[i])
		if err != nil {
			return err
		}
		if err := told(stored); err != nil {
			return err
		}
	}
	return nil
}

// takenError says which file is another text than the one stored under its label.
type takenError struct {
	path  string
	taken *store.LabelTakenError
}

func (e *takenError) Error() string {
	return fmt.Sprintf("%s is another text than the one stored as %q, and a stored revision does not change", e.path, e.taken.Label)
}

func (e *takenError) Unwrap() error { return e.taken }

// importText describes and stores a text.
func (l *library) importText(ctx context.Context, o Import, r *reading.Reading) (Imported, error) {
	if err := l.describe(ctx, o, r); err != nil {
		return Imported{}, err
	}
	created, err := l.add(ctx, r)
	var taken *store.LabelTakenError
	if errors.As(err, &taken) {
		return Imported{}, fault.Hint(&takenError{r.Path, taken},
			"give it a label of its own: conceptdiff import %s --label %s-2 --base %s", r.Path, taken.Label, taken.Label)
	}
	if err != nil {
		return Imported{}, fmt.Errorf("import %s: %w", r.Path, err)
	}
	return Imported{r, created || l.held().imported[r.Label]}, nil
}

// describe completes what is known of a file: by what is given first, then by its
// revision.yaml, then by its text and what is stored.
func (l *library) describe(ctx context.Context, o Import, r *reading.Reading) error {
	for _, f := range []struct {
		to    *string
		given string
	}{
		{&r.Label, o.Given.Label},
		{&r.Title, o.Given.Title},
		{&r.Date, o.Given.Date},
		{(*string)(&r.Status), string(o.Given.Status)},
		{&r.Language, o.Given.Language},
		{&r.Base, o.Base},
	} {
		if f.given != "" {
			*f.to = f.given
		}
	}
	if err := folder.CheckLabel(r.Label); err != nil {
		return fault.Hint(fmt.Errorf("%s: %w", r.Path, err), "name it with --label")
	}
	if r.Base == NoBase {
		r.Base = ""
		return nil
	}
	metas, err := l.store.Revisions(ctx)
	if err != nil {
		return err
	}
	return l.chooseBase(r, metas)
}

// chooseBase takes the revision that was stored last for the base of a file that
// names none.
func (l *library) chooseBase(r *reading.Reading, metas []revision.Meta) error {
	var labels []string
	for _, m := range metas {
		if m.Label == r.Label {
			r.Base = m.Base
			return nil // stored already: its base is settled
		}
		labels = append(labels, m.Label)
	}
	_, err := folder.Read(filepath.Dir(r.Path))
	described := err == nil // a revision.yaml that names no base means it
	if r.Base == "" && len(labels) > 0 && !described {
		r.Base = labels[len(labels)-1]
		l.w.log.Notice("taking %q, the revision stored last, for its base; another is named with --base, none with --base %s", r.Base, NoBase)
	}
	if r.Base == "" {
		return nil
	}
	for _, l := range labels {
		if l == r.Base {
			return nil
		}
	}
	return fmt.Errorf("base: %w", &store.NotFoundError{Label: r.Base, Labels: labels})
}

// add stores a revision that was read, with identities inherited from its base.
func (l *library) add(ctx context.Context, r *reading.Reading) (created bool, err error) {
	defer l.w.log.Progress("storing " + r.Label)()
	b, err := l.identify(ctx, r.Revision)
	if err != nil {
		return false, err
	}
	found, err := l.keepable(b)
	if err != nil {
		return false, err
	}
	created, err = l.store.SaveRevision(ctx, r.Revision, r.Data, found)
	if err == nil && created {
		err = l.keepIndex(ctx, "revision/"+r.Label, r.Source.SHA256, search.Build(relate.TextOf(r.Revision)))
	}
	return created, err
}

// identify gives every provision its identity: a first revision's are its own, a
// later one's come from the comparison with its base; what was found between the two is
// returned.
func (l *library) identify(ctx context.Context, r *revision.Revision) (*between, error) {
	if r.Base == "" {
		r.Walk(func(p *revision.Provision) bool {
			p.WID = compare.FirstWID(r.Label, p)
			return true
		})
		return nil, nil
	}
	base, err := l.revision(ctx, r.Base)
	if err != nil {
		return nil, fmt.Errorf("the base of %q: %w", r.Label, err)
	}
	b, err := find(base, r)
	if err != nil {
		return nil, fmt.Errorf("compare %q with its base %q: %w", r.Label, r.Base, err)
	}
	compare.InheritWIDs(b.comparison)
	return b, nil
}
