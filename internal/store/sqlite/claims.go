package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"conceptdiff/internal/store"
)

// SetClaimFiles makes files all the claims files of a revision: those that are
// not among them are no longer its own. When there is no such revision the error
// is a [*store.NotFoundError].
func (s *Store) SetClaimFiles(ctx context.Context, label string, files []store.ClaimFile) error {
	id, _, err := s.meta(ctx, label)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM claim_file WHERE revision = ?`, id); err != nil {
			return err
		}
		for _, f := range files {
			digest := hexDigest(f.Data)
			if err := insertBlob(ctx, tx, digest, f.Data); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO claim_file (revision, name, source) VALUES (?, ?, ?)`, id, f.Name, digest); err != nil {
				return err
			}
		}
		return putSeals(ctx, tx, id, "claims")
	})
}

// ClaimFiles returns the claims files of a revision, sorted by name.
func (s *Store) ClaimFiles(ctx context.Context, label string) ([]store.ClaimFile, error) {
	rows, err := s.readers.QueryContext(ctx, `
		SELECT c.name, c.source, b.bytes
		FROM revision r JOIN claim_file c ON c.revision = r.id JOIN blob b ON b.sha256 = c.source
		WHERE r.label = ? AND c.name NOT GLOB ? ORDER BY c.name`, label, store.SourcePrefix+"*")
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	var out []store.ClaimFile
	for rows.Next() {
		var f store.ClaimFile
		if err := rows.Scan(&f.Name, &f.SHA256, &f.Data); err != nil {
			return nil, s.explain(err)
		}
		out = append(out, f)
	}
	return out, s.explain(rows.Err())
}

// ClaimSource returns the copy of a publication that is kept under a name, nil when
// there is none.
func (s *Store) ClaimSource(ctx context.Context, label, name string) ([]byte, error) {
	var data []byte
	err := s.readers.QueryRowContext(ctx, `
		SELECT b.bytes
		FROM revision r JOIN claim_file c ON c.revision = r.id JOIN blob b ON b.sha256 = c.source
		WHERE r.label = ? AND c.name = ?`, label, store.SourcePrefix+name).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return data, s.explain(err)
}

// ClaimDigests tells the SHA-256 of every claims file and copy, by the label of its
// revision and its name.
func (s *Store) ClaimDigests(ctx context.Context) (map[string]map[string]string, error) {
	rows, err := s.readers.QueryContext(ctx, `
		SELECT r.label, c.name, c.source FROM claim_file c JOIN revision r ON r.id = c.revision`)
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	out := make(map[string]map[string]string)
	for rows.Next() {
		var label, name, digest string
		if err := rows.Scan(&label, &name, &digest); err != nil {
			return nil, s.explain(err)
		}
		if out[label] == nil {
			out[label] = make(map[string]string)
		}
		out[label][name] = digest
	}
	return out, s.explain(rows.Err())
}
