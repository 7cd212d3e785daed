package sqlite

import (
	"context"
	"database/sql"

	"conceptdiff/internal/store"
)

// SetRelatedFiles makes files all those of a related document; with none it is forgotten.
func (s *Store) SetRelatedFiles(ctx context.Context, key string, files []store.ClaimFile) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM related_file WHERE document = ?`, key); err != nil {
			return err
		}
		for _, f := range files {
			digest := hexDigest(f.Data)
			if err := insertBlob(ctx, tx, digest, f.Data); err != nil {
				return err
			}
			if _, err := tx.ExecContext(ctx, `INSERT INTO related_file (document, name, source) VALUES (?, ?, ?)`, key, f.Name, digest); err != nil {
				return err
			}
		}
		return sealSurroundings(ctx, tx)
	})
}

// sealSurroundings seals the related documents and what texts are searched by.
func sealSurroundings(ctx context.Context, tx *sql.Tx) error {
	return putSeals(ctx, tx, 0, "related", "search")
}

// RelatedFiles are the files of all related documents by key, sorted by name.
func (s *Store) RelatedFiles(ctx context.Context) (map[string][]store.ClaimFile, error) {
	out := make(map[string][]store.ClaimFile)
	err := s.relatedFiles(ctx, `
		SELECT f.document, f.name, f.source, b.bytes
		FROM related_file f JOIN blob b ON b.sha256 = f.source ORDER BY f.document, f.name`, func(key string, f store.ClaimFile) {
		out[key] = append(out[key], f)
	})
	return out, err
}

// RelatedDigests tells the SHA-256 of the files of all related documents by key and name.
func (s *Store) RelatedDigests(ctx context.Context) (map[string]map[string]string, error) {
	out := make(map[string]map[string]string)
	err := s.relatedFiles(ctx, `SELECT document, name, source, NULL FROM related_file`, func(key string, f store.ClaimFile) {
		if out[key] == nil {
			out[key] = make(map[string]string)
		}
		out[key][f.Name] = f.SHA256
	})
	return out, err
}

func (s *Store) relatedFiles(ctx context.Context, query string, put func(key string, f store.ClaimFile)) error {
	rows, err := s.readers.QueryContext(ctx, query)
	if err != nil {
		return s.explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var key string
		var f store.ClaimFile
		if err := rows.Scan(&key, &f.Name, &f.SHA256, &f.Data); err != nil {
			return s.explain(err)
		}
		put(key, f)
	}
	return s.explain(rows.Err())
}
