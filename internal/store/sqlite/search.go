package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"

	"conceptdiff/internal/store"
)

// SaveSearchIndex stores what a text is searched by, in place of what is stored of it;
// an index without parts is forgotten.
func (s *Store) SaveSearchIndex(ctx context.Context, text string, index store.SearchIndex) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM search_part WHERE text = ?`, text); err != nil {
			return err
		}
		for i, data := range index.Parts {
			digest := sha256.Sum256(data)
			if _, err := tx.ExecContext(ctx, `INSERT INTO search_part (text, part, build, made_of, digest, bytes) VALUES (?, ?, ?, ?, ?, ?)`,
				text, i, index.Build, index.MadeOf, digest[:], data); err != nil {
				return err
			}
		}
		return putSeals(ctx, tx, 0, "search")
	})
}

// SearchIndexes tells of what words each index of a build was made, by the name of the
// text.
func (s *Store) SearchIndexes(ctx context.Context, build string) (map[string]string, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT text, made_of FROM search_part WHERE part = 0 AND build = ?`, build)
	if err != nil {
		return nil, s.explain(err)
	}
	defer rows.Close()
	out := make(map[string]string)
	for rows.Next() {
		var text, of string
		if err := rows.Scan(&text, &of); err != nil {
			return nil, s.explain(err)
		}
		out[text] = of
	}
	return out, s.explain(rows.Err())
}

// SearchPart is one part of an index, nil when it is not there. Bytes that are not those
// that were stored are refused with an error that wraps [store.ErrDamaged].
func (s *Store) SearchPart(ctx context.Context, text string, part int) ([]byte, error) {
	return s.digested(ctx, fmt.Sprintf("what %s is searched by", text), `SELECT digest, bytes FROM search_part WHERE text = ? AND part = ?`, text, part)
}

// checkSearchParts holds what texts are searched by against its digests, also that of
// other builds.
func checkSearchParts(ctx context.Context, tx *sql.Tx) ([]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT text, digest, bytes FROM search_part ORDER BY text, part`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var text string
		var digest, data []byte
		if err := rows.Scan(&text, &digest, &data); err != nil {
			return out, err
		}
		if sum := sha256.Sum256(data); !bytes.Equal(sum[:], digest) {
			out = append(out, fmt.Sprintf("what %s is searched by has another digest", text))
		}
	}
	return out, rows.Err()
}
