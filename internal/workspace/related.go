package workspace

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/relate/prose"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/whole"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

// RelatedDocuments are the documents around the revisions of the workspace, by key:
// with their words where the text lies beside the record, else with the gists and facts
// of the record. A text that is another than the record's hash says is refused.
func (w *Workspace) RelatedDocuments(ctx context.Context) ([]*relate.Document, error) {
	dir, err := w.folder()
	if err != nil || dir == "" {
		return nil, err
	}
	found, err := folder.ReadDocuments(dir)
	if err != nil {
		return nil, err
	}
	var out []*relate.Document
	for i := range found {
		if err := w.readText(ctx, &found[i]); err != nil {
			return nil, err
		}
		out = append(out, &found[i].Document)
	}
	return out, nil
}

// folder is the folder of the workspace, "" when there is none.
func (w *Workspace) folder() (string, error) {
	if w.opts.Dir != "" {
		return w.opts.Dir, nil
	}
	return folder.Find(".")
}

// readText reads the text beside a record, if it is there, and puts its passages in the
// place of the gists.
func (w *Workspace) readText(ctx context.Context, d *folder.Document) error {
	path := d.TextPath()
	if path == "" {
		if len(d.Passages) == 0 {
			return fault.Hint(fmt.Errorf("%s has neither a text nor passages in its record", filepath.Join(d.Dir, folder.DocumentFile)),
				"conceptdiff related add FILE --key %s", d.Key)
		}
		return nil
	}
	data, err := reading.Bytes(path)
	if err != nil {
		return err
	}
	if sum := file.Digest(data); d.SHA256 != "" && sum != d.SHA256 {
		return fault.Hint(fmt.Errorf("%s is another text than the record of %s is about: its SHA-256 is %s, not %s", path, d.Key, sum, d.SHA256),
			"put the text as received there, or take it away: the record works alone")
	}
	passages, title, lang, err := documentPassages(ctx, path, data)
	if err != nil {
		return err
	}
	if lost := relate.FromRecord(passages, d.Passages, d.Language); len(lost) > 0 {
		w.log.Warn("%s: %s of its record stand nowhere in the text any more: %s", d.Key, phrase.Plural(len(lost), "address"), phrase.And(lost))
	}
	d.Passages, d.Recorded = passages, false
	d.Title, d.Language = cmp.Or(d.Title, title), cmp.Or(d.Language, lang)
	return nil
}

// documentPassages reads a document: plain text as prose unless it has clauses with
// numbers, all else as a revision is read.
func documentPassages(ctx context.Context, path string, data []byte) (passages []relate.Passage, title, lang string, err error) {
	r, err := ingest.ReadWith(ctx, path, data, ingest.Options{})
	if err != nil {
		return nil, "", "", err
	}
	rev := &revision.Revision{Meta: revision.Meta{Title: r.Title, Language: r.Language}, Components: r.Components}
	numbered := slices.ContainsFunc(rev.Clauses(), func(c *revision.Clause) bool { return c.Kind == revision.KindClause })
	if r.Format == ingest.FormatText && !numbered {
		p := prose.Read(strings.ToValidUTF8(string(data), ""))
		return p.Passages, p.Title, r.Language, nil
	}
	return relate.TextOf(rev).Passages, r.Title, r.Language, nil
}

// RelatedDocument is the document with that key.
func (w *Workspace) RelatedDocument(ctx context.Context, key string) (*relate.Document, error) {
	all, err := w.RelatedDocuments(ctx)
	if err != nil {
		return nil, err
	}
	var keys []string
	for _, d := range all {
		if d.Key == key {
			return d, nil
		}
		keys = append(keys, d.Key)
	}
	err = fmt.Errorf("no related document has the key %q", key)
	if len(keys) == 0 {
		return nil, fault.Hint(err, "there is none: conceptdiff related add FILE --key KEY")
	}
	if near := revision.Nearest(key, keys, 2); len(near) > 0 {
		return nil, fault.Hint(err, "did you mean %s?", phrase.Or(near))
	}
	return nil, fault.Hint(err, "there are %s", phrase.And(keys))
}

// Related relates the documents of the workspace, or the one with a key, to a
// revision; with against ("" for none) also to what a later text did.
func (w *Workspace) Related(ctx context.Context, arg, key, against string) (*relate.Around, error) {
	var documents []*relate.Document
	if key == "" {
		all, err := w.RelatedDocuments(ctx)
		if err != nil {
			return nil, err
		}
		documents = all
	} else {
		d, err := w.RelatedDocument(ctx, key)
		if err != nil {
			return nil, err
		}
		documents = []*relate.Document{d}
	}
	var rev *revision.Revision
	var c *compare.Comparison
	if against == "" {
		doc, err := w.Document(ctx, arg)
		if err != nil {
			return nil, err
		}
		rev = doc.Revision
	} else {
		_, found, err := w.Compare(ctx, arg, against)
		if err != nil {
			return nil, err
		}
		c, rev = found, found.Old
	}
	return around(documents, rev, c), nil
}

// RelatedClause lists what the documents of the workspace say of the same as one clause
// of a revision, the best first.
func (w *Workspace) RelatedClause(ctx context.Context, arg, address string) ([]relate.Said, error) {
	a, err := w.Related(ctx, arg, "", "")
	if err != nil {
		return nil, err
	}
	for _, c := range a.ByClause() {
		if c.Clause.Address() == address {
			return c.Said, nil
		}
	}
	return nil, nil
}

// around relates documents to a revision and, where c is not nil, to what it compares
// that with.
func around(documents []*relate.Document, rev *revision.Revision, c *compare.Comparison) *relate.Around {
	out := &relate.Around{Revision: rev}
	if c != nil {
		out.New = c.New
	}
	text := relate.TextOf(rev)
	for _, d := range documents {
		with := relate.With{Document: d, Related: relate.Relate(d.Text(), text)}
		if c != nil {
			with.Steps = relate.OutOfStep(with.Related, c)
			with.Names = relate.Replacements(d, c)
		}
		out.Documents = append(out.Documents, with)
	}
	return out
}

// NamesIn lists the bodies and documents that a revision names, with the stored
// revisions and related documents that are called so.
func (w *Workspace) NamesIn(ctx context.Context, arg string) (*revision.Revision, []relate.Name, error) {
	doc, err := w.Document(ctx, arg)
	if err != nil {
		return nil, nil, err
	}
	names := relate.NamesIn(relate.TextOf(doc.Revision), false)
	all, err := w.RelatedDocuments(ctx)
	if err != nil {
		return nil, nil, err
	}
	stored := map[string]string{doc.Title: doc.Label}
	for _, d := range all {
		stored[d.Title] = d.Key
	}
	for _, m := range w.PeekRevisions(ctx) {
		if stored[m.Title] == "" {
			stored[m.Title] = m.Label
		}
	}
	relate.MarkStored(names, stored, doc.Language)
	return doc.Revision, names, nil
}

// AddRelated puts the text of a document beside its record; where there is no record of
// that key it makes one. A text that is another than the record's hash says is refused,
// and nothing is left half stored.
func (w *Workspace) AddRelated(ctx context.Context, path string, d relate.Document) (*relate.Document, error) {
	dir, err := w.folder()
	if err != nil {
		return nil, err
	}
	if dir == "" {
		return nil, ErrNone
	}
	if err := folder.CheckLabel(d.Key); err != nil {
		return nil, fmt.Errorf("--key: %w", err)
	}
	data, err := reading.Bytes(path)
	if err != nil {
		return nil, err
	}
	sum := file.Digest(data)
	all, err := folder.ReadDocuments(dir)
	if err != nil {
		return nil, err
	}
	at := slices.IndexFunc(all, func(o folder.Document) bool { return o.Key == d.Key })
	if at >= 0 && all[at].SHA256 != "" && all[at].SHA256 != sum {
		return nil, fault.Hint(fmt.Errorf("%s is not the text that the record of %s is about: its SHA-256 is %s, not %s", path, d.Key, sum, all[at].SHA256),
			"another text needs a key of its own: --key %s-2", d.Key)
	}
	if _, _, _, err := documentPassages(ctx, path, data); err != nil {
		return nil, err
	}
	home := filepath.Join(folder.RelatedFolder(dir), d.Key)
	name := filepath.Base(path)
	if at >= 0 {
		home = all[at].Dir
		if all[at].File != "" {
			name = all[at].File
		}
	}
	if other, err := reading.Bytes(filepath.Join(home, name)); err == nil && file.Digest(other) != sum {
		return nil, fmt.Errorf("%s is there already, with other bytes", filepath.Join(home, name))
	}
	if err := os.MkdirAll(home, 0o755); err != nil {
		return nil, err
	}
	if at < 0 {
		d.SHA256, d.File = sum, name
		if d.Relation == "" {
			d.Relation = "description"
		}
		if err := writeNew(filepath.Join(home, folder.DocumentFile), recordOf(&d)); err != nil {
			return nil, err
		}
	}
	if err := writeNew(filepath.Join(home, name), data); err != nil && !errors.Is(err, fs.ErrExist) {
		return nil, err
	}
	return w.RelatedDocument(ctx, d.Key)
}

// writeNew writes a file that is not there yet.
func writeNew(path string, data []byte) error {
	return whole.Create(path, func(part string) error { return os.WriteFile(part, data, 0o644) })
}

// recordOf is the document.yaml of a document that has none.
func recordOf(d *relate.Document) []byte {
	var b strings.Builder
	for _, f := range [][2]string{
		{"key", d.Key},
		{"title", d.Title},
		{"date", d.Date},
		{"relation", string(d.Relation)},
		{"language", d.Language},
		{"citation", d.Citation},
		{"sha256", d.SHA256},
		{"file", d.File},
	} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %q\n", f[0], f[1])
		}
	}
	return []byte(b.String())
}
