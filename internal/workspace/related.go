package workspace

import (
	"context"
	"crypto/sha256"
	"errors"
	"fmt"
	"maps"
	"slices"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/fault"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/related"
)

// RelatedDocuments are the documents around the revisions of the workspace, by key:
// with their words where the text lies beside the record, else with the gists and facts
// of the record. A text that is another than the record's hash says is refused.
func (w *Workspace) RelatedDocuments(ctx context.Context) ([]*relate.Document, error) {
	lib, err := w.open(ctx, toRead)
	if errors.Is(err, ErrNone) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	return lib.held().related(ctx)
}

// syncRelated makes the stored documents those that lie in the folder, all of them or,
// where one is not sound, none, and returns them. Where no folder of documents is, those
// that are stored hold: a store that was restored from a backup.
func (l *library) syncRelated(ctx context.Context) ([]*relate.Document, error) {
	root := folder.RelatedFolder(l.dir)
	if l.dir == "" || !file.IsDir(root) {
		files, err := l.store.RelatedFiles(ctx)
		if err != nil {
			return nil, err
		}
		return related.Read(ctx, folder.Related, files, l.lostAddresses)
	}
	files, err := related.Files(l.dir)
	if err != nil {
		return nil, err
	}
	documents, err := related.Read(ctx, root, files, l.lostAddresses)
	if err != nil {
		return nil, err
	}
	stored, err := l.store.RelatedDigests(ctx)
	if err != nil {
		return nil, err
	}
	for _, key := range slices.Sorted(maps.Keys(files)) {
		if sameFiles(files[key], stored[key]) {
			continue
		}
		if err := passing(l.store.SetRelatedFiles(ctx, key, files[key])); err != nil {
			return nil, err
		}
		l.w.log.Notice("read the related document %s: %s", key, phrase.Plural(len(files[key]), "file"))
	}
	for _, key := range slices.Sorted(maps.Keys(stored)) {
		if files[key] != nil {
			continue
		}
		if err := passing(l.store.SetRelatedFiles(ctx, key, nil)); err != nil {
			return nil, err
		}
		l.w.log.Notice("forgot the related document %s that the workspace no longer holds", key)
	}
	return documents, nil
}

func (l *library) lostAddresses(key string, addresses []string) {
	l.w.log.Warn("%s: what its record tells of %s stands nowhere in the text any more", key, phrase.And(addresses))
}

// passing leaves out an error that keeps a store from being written to for the moment or
// by this user: what lies in the folder is read all the same.
func passing(err error) error {
	for _, p := range []error{store.ErrReadOnly, store.ErrBusy, store.ErrFull} {
		if errors.Is(err, p) {
			return nil
		}
	}
	return err
}

// RelatedDocument is the document with that key.
func (w *Workspace) RelatedDocument(ctx context.Context, key string) (*relate.Document, error) {
	all, err := w.RelatedDocuments(ctx)
	if err != nil {
		return nil, err
	}
	return related.Named(all, key)
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
	return w.around(ctx, documents, rev, c)
}

// RelatedClauses lists, by the address of a revision's clause, what the documents of the
// workspace say of the same, the best first.
func (w *Workspace) RelatedClauses(ctx context.Context, arg string) (map[string][]relate.Said, error) {
	a, err := w.Related(ctx, arg, "", "")
	if err != nil {
		return nil, err
	}
	out := map[string][]relate.Said{}
	for _, c := range a.ByClause() {
		out[c.Clause.Address()] = c.Said
	}
	return out, nil
}

// RelatedBasis is equal as long as all that [Workspace.RelatedClauses] rests on is: the
// revision, the documents, and what members ruled of the two. It costs a small part of it.
func (w *Workspace) RelatedBasis(ctx context.Context, rev *revision.Revision) (string, error) {
	documents, err := w.RelatedDocuments(ctx)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	fmt.Fprintf(sum, "%q %q", rev.Label, rev.Source.SHA256)
	for _, d := range documents {
		rulings, err := w.relationRulings(ctx, d, rev)
		if err != nil {
			return "", err
		}
		fmt.Fprintf(sum, "%#v %#v", *d, rulings)
	}
	return string(sum.Sum(nil)), nil
}

// around relates documents to a revision and, where c is not nil, to what it compares
// that with. What the record says of the two stands above what is found.
func (w *Workspace) around(ctx context.Context, documents []*relate.Document, rev *revision.Revision, c *compare.Comparison) (*relate.Around, error) {
	out := &relate.Around{Revision: rev}
	if c != nil {
		out.New = c.New
	}
	text := relate.TextOf(rev)
	for _, d := range documents {
		rulings, err := w.relationRulings(ctx, d, rev)
		if err != nil {
			return nil, err
		}
		with := relate.With{Document: d, Related: relate.Relate(d.Text(), text, rulings...)}
		if c != nil {
			with.Steps = relate.OutOfStep(with.Related, c)
			with.Names = relate.Replacements(d, c)
		}
		out.Documents = append(out.Documents, with)
	}
	return out, nil
}

// Elsewhere lists the passages of the documents of the workspace in which a subject of
// the sources' claims is recognised.
func (w *Workspace) Elsewhere(ctx context.Context, sources []*claim.Source) ([]claim.Elsewhere, error) {
	documents, err := w.RelatedDocuments(ctx)
	if err != nil {
		return nil, err
	}
	var out []claim.Elsewhere
	for _, d := range documents {
		for _, f := range claim.Flags(d.Revision(), sources) {
			if f.Basis == claim.SameSubject { // a clause that is cited is one of the revision
				out = append(out, claim.Elsewhere{Document: d.Key, Gist: d.Recorded, Flag: f})
			}
		}
	}
	return out, nil
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
	lib, err := w.open(ctx, toStore)
	if err != nil {
		return nil, err
	}
	if lib.dir == "" {
		return nil, ErrNone
	}
	labels, err := w.Labels(ctx)
	if err != nil {
		return nil, err
	}
	if slices.Contains(labels, d.Key) {
		return nil, fault.Misusef("--key: %q is a revision; a document needs a key of its own", d.Key)
	}
	if err := related.Add(ctx, lib.dir, path, d); err != nil {
		return nil, err
	}
	if err := w.Refresh(ctx); err != nil {
		return nil, err
	}
	return w.RelatedDocument(ctx, d.Key)
}

// RelationRuling is a person's word on a passage of a related document and a provision.
type RelationRuling struct {
	Revision, Address string // as a person writes them
	Document, Passage string // key and address
	Apart             bool
	As                string // one of [review.RelationKinds]; "" when they are apart
	By, Note          string
}

// RuleRelation enters a ruling on a relation.
func (w *Workspace) RuleRelation(ctx context.Context, given RelationRuling) (review.Entry, error) {
	if err := review.CheckReason("ruling", given.Note); err != nil {
		return review.Entry{}, err
	}
	d, err := w.RelatedDocument(ctx, given.Document)
	if err != nil {
		return review.Entry{}, err
	}
	passage, err := related.At(d, given.Passage)
	if err != nil {
		return review.Entry{}, err
	}
	return w.say(ctx, given.Revision, given.By, func(doc *Document) (review.Statement, error) {
		on, err := markAnchor(doc.Revision, given.Address)
		return review.Relation{
			Passage: review.PassageOf(d.Key, d.SHA256, passage.Address, passage.Text),
			On:      on, Apart: given.Apart, As: given.As, Note: given.Note,
		}, err
	})
}

// relationRulings are what the record says of a document's passages and the provisions of
// a stored revision. What no longer fits is told of.
func (w *Workspace) relationRulings(ctx context.Context, d *relate.Document, rev *revision.Revision) ([]relate.Ruling, error) {
	record, err := w.Record(ctx)
	if err != nil {
		return nil, err
	}
	said, stale := record.Relations(d.Key, rev)
	var out []relate.Ruling
	for _, r := range said {
		p := d.Again(r.Passage.Address, r.Passage.Beginning(), r.Passage.Is, r.Passage.Source != "" && r.Passage.Source == d.SHA256)
		if p == nil {
			stale = append(stale, r.Entry)
			continue
		}
		out = append(out, relate.Ruling{From: p.Address, To: r.On.Address(), Apart: r.Apart, Kind: relate.Kind(r.As), By: r.Entry.By, Note: r.Note})
	}
	for _, e := range stale {
		w.log.Warn("not applied, its words stand nowhere any more: %s: %s", e.By, e.Summary())
	}
	return out, nil
}
