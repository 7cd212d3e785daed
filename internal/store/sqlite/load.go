package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

const metaColumns = `
	r.id, r.label, r.title, r.date, r.status, r.language, coalesce(r.base, ''),
	r.citation, r.note, r.source_name, r.source, (SELECT length(bytes) FROM blob WHERE sha256 = r.source)`

func scanMeta(scan func(...any) error) (id int64, m revision.Meta, err error) {
	err = scan(&id, &m.Label, &m.Title, &m.Date, &m.Status, &m.Language, &m.Base,
		&m.Citation, &m.Note, &m.Source.Name, &m.Source.SHA256, &m.Source.Size)
	return id, m, err
}

// Revisions tells what is known of each stored revision, in the order of import:
// a base stands before what revises it.
func (s *Store) Revisions(ctx context.Context) ([]revision.Meta, error) {
	_, out, err := metas(ctx, s.readers)
	return out, s.explain(err)
}

func metas(ctx context.Context, q rowsQuerier) (ids []int64, out []revision.Meta, err error) {
	rows, err := q.QueryContext(ctx, `SELECT `+metaColumns+` FROM revision r ORDER BY r.id`)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	for rows.Next() {
		id, m, err := scanMeta(rows.Scan)
		if err != nil {
			return nil, nil, err
		}
		ids, out = append(ids, id), append(out, m)
	}
	return ids, out, rows.Err()
}

// allRevisions loads every revision, up to the first that cannot be.
func allRevisions(ctx context.Context, q rowsQuerier) ([]*revision.Revision, error) {
	ids, known, err := metas(ctx, q)
	if err != nil {
		return nil, err
	}
	var out []*revision.Revision
	for i, id := range ids {
		r, err := loadTree(ctx, q, id, known[i])
		if err != nil {
			return out, err
		}
		out = append(out, r)
	}
	return out, nil
}

// RevisionByLabel loads one revision. When there is none the error is a
// [*store.NotFoundError].
func (s *Store) RevisionByLabel(ctx context.Context, label string) (*revision.Revision, error) {
	id, meta, err := s.meta(ctx, label)
	if err != nil {
		return nil, err
	}
	r, err := loadTree(ctx, s.readers, id, meta)
	return r, s.explain(err)
}

// loadTree loads the text of a revision.
func loadTree(ctx context.Context, q rowsQuerier, id int64, meta revision.Meta) (*revision.Revision, error) {
	tree, err := components(ctx, q, id)
	if err != nil {
		return nil, fmt.Errorf("load revision %q: %w", meta.Label, err)
	}
	return &revision.Revision{Meta: meta, Components: tree}, nil
}

func (s *Store) meta(ctx context.Context, label string) (int64, revision.Meta, error) {
	row := s.readers.QueryRowContext(ctx, `SELECT `+metaColumns+` FROM revision r WHERE r.label = ?`, label)
	id, meta, err := scanMeta(row.Scan)
	if errors.Is(err, sql.ErrNoRows) {
		return 0, meta, s.notFound(ctx, label)
	}
	return id, meta, s.explain(err)
}

func (s *Store) notFound(ctx context.Context, label string) error {
	known, err := s.Revisions(ctx)
	if err != nil {
		return err
	}
	e := &store.NotFoundError{Label: label}
	for _, m := range known {
		e.Labels = append(e.Labels, m.Label)
	}
	return e
}

// components rebuilds the tree from its rows, which stand in document order, so
// that a parent is always there before its children.
func components(ctx context.Context, q rowsQuerier, id int64) ([]*revision.Provision, error) {
	rows, err := q.QueryContext(ctx, `
		SELECT coalesce(p.parent, -1), p.kind, p.num, p.eid, p.wid, t.heading, t.body
		FROM provision p JOIN text t ON t.id = p.text
		WHERE p.revision = ? ORDER BY p.seq`, id)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var components, bySeq []*revision.Provision
	for rows.Next() {
		p := new(revision.Provision)
		var parent int
		if err := rows.Scan(&parent, &p.Kind, &p.Num, &p.EID, &p.WID, &p.Heading, &p.Text); err != nil {
			return nil, err
		}
		switch {
		case parent < 0:
			components = append(components, p)
		case parent < len(bySeq):
			bySeq[parent].Children = append(bySeq[parent].Children, p)
		default:
			return nil, fmt.Errorf("%w: provision %s has no parent", store.ErrDamaged, p.EID)
		}
		bySeq = append(bySeq, p)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	if err := labels(ctx, q, id, bySeq); err != nil {
		return nil, err
	}
	return components, notes(ctx, q, id, bySeq)
}

// notes gives the provisions of a revision their notes.
func notes(ctx context.Context, q rowsQuerier, id int64, bySeq []*revision.Provision) error {
	rows, err := q.QueryContext(ctx, `
		SELECT provision, kind, mark, author, body FROM note WHERE revision = ? ORDER BY provision, seq`, id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var n revision.Note
		var at int
		if err := rows.Scan(&at, &n.Kind, &n.Mark, &n.Author, &n.Text); err != nil {
			return err
		}
		if at < 0 || at >= len(bySeq) {
			return fmt.Errorf("%w: a note stands at no provision", store.ErrDamaged)
		}
		bySeq[at].Notes = append(bySeq[at].Notes, n)
	}
	return rows.Err()
}

// SourceBytes returns the file a revision was read from, as received. When there
// is no such revision the error is a [*store.NotFoundError].
func (s *Store) SourceBytes(ctx context.Context, label string) ([]byte, error) {
	var data []byte
	err := s.readers.QueryRowContext(ctx, `
		SELECT b.bytes FROM revision r JOIN blob b ON b.sha256 = r.source WHERE r.label = ?`, label).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, s.notFound(ctx, label)
	}
	return data, s.explain(err)
}
