package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"

	"conceptdiff/internal/store"
)

// SaveComparison stores what was found between a revision and its base, in place
// of what is stored of them. When there is no such revision the error is a
// [*store.NotFoundError].
func (s *Store) SaveComparison(ctx context.Context, label string, found store.Found) error {
	id, _, err := s.meta(ctx, label)
	if err != nil {
		return err
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if err := insertComparison(ctx, tx, id, found); err != nil {
			return err
		}
		return putSeals(ctx, tx, id, "comparison")
	})
}

func insertComparison(ctx context.Context, tx *sql.Tx, revision int64, found store.Found) error {
	if found.Build == "" {
		return nil
	}
	digest := sha256.Sum256(found.Data)
	_, err := tx.ExecContext(ctx, `
		INSERT INTO comparison (revision, build, digest, bytes) VALUES (?, ?, ?, ?)
		ON CONFLICT (revision) DO UPDATE SET build = excluded.build, digest = excluded.digest, bytes = excluded.bytes`,
		revision, found.Build, digest[:], found.Data)
	return err
}

// Comparison returns what that build of the program found between a revision and
// its base, nil when it has stored nothing. Bytes that are not those that were
// stored are refused with an error that wraps [store.ErrDamaged].
func (s *Store) Comparison(ctx context.Context, label, build string) ([]byte, error) {
	return s.digested(ctx, fmt.Sprintf("the comparison of %q with its base", label), `
		SELECT c.digest, c.bytes FROM comparison c JOIN revision r ON r.id = c.revision
		WHERE r.label = ? AND c.build = ?`, label, build)
}

// digested reads a digest and the bytes that it is of, nil when they are not there;
// what names them in an error.
func (s *Store) digested(ctx context.Context, what, query string, args ...any) ([]byte, error) {
	var digest, data []byte
	err := s.readers.QueryRowContext(ctx, query, args...).Scan(&digest, &data)
	switch {
	case errors.Is(err, sql.ErrNoRows):
		return nil, nil
	case err != nil:
		return nil, s.explain(err)
	}
	if sum := sha256.Sum256(data); !bytes.Equal(sum[:], digest) {
		return nil, fmt.Errorf("%s: %w: %s has another digest", s.path, store.ErrDamaged, what)
	}
	return data, nil
}
