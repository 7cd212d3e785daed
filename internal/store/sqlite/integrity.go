package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"fmt"
)

// Integrity looks at every page and every row and says what is wrong, in plain
// words; nothing when all is well. It checks SQLite's own structures, that what
// is referred to is there, that texts and files have the digest under which they
// are stored, that everything fits its seal, that the schema is ours, and that the
// record holds together and is of the texts that are stored.
func (s *Store) Integrity(ctx context.Context) ([]string, error) {
	var problems []string
	err := s.read(ctx, func(tx *sql.Tx) (err error) {
		problems, err = integrity(ctx, tx)
		return err
	})
	return problems, err
}

// read runs f in one transaction: others may write meanwhile, and f sees the store as
// it is at one moment.
func (s *Store) read(ctx context.Context, f func(*sql.Tx) error) error {
	tx, err := s.readers.BeginTx(ctx, nil)
	if err != nil {
		return s.explain(err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	return s.explain(f(tx))
}

func integrity(ctx context.Context, tx *sql.Tx) ([]string, error) {
	var problems []string
	for _, check := range []func(context.Context, *sql.Tx) ([]string, error){
		checkPages, checkObjects, checkReferences, checkFiles, checkTexts, checkComparisons, checkSearchParts, checkSeals, checkRecord,
	} {
		found, err := check(ctx, tx)
		problems = append(problems, found...)
		if err != nil {
			return problems, err
		}
	}
	return problems, nil
}

func checkObjects(ctx context.Context, tx *sql.Tx) ([]string, error) { return checkSchema(ctx, tx) }

func checkPages(ctx context.Context, tx *sql.Tx) ([]string, error) {
	return column(ctx, tx, `SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'`)
}

func checkReferences(ctx context.Context, tx *sql.Tx) ([]string, error) {
	return column(ctx, tx, `
		SELECT format('a row of %s refers to a row of %s that is not there', "table", parent)
		FROM pragma_foreign_key_check`)
}

// column reads the one column of a query.
func column(ctx context.Context, q rowsQuerier, query string) ([]string, error) {
	rows, err := q.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return out, err
		}
		out = append(out, line)
	}
	return out, rows.Err()
}

// checkComparisons holds what is kept of comparisons against their digests, also
// those of other builds.
func checkComparisons(ctx context.Context, tx *sql.Tx) ([]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT r.label, c.digest, c.bytes FROM comparison c JOIN revision r ON r.id = c.revision ORDER BY r.id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var label string
		var digest, data []byte
		if err := rows.Scan(&label, &digest, &data); err != nil {
			return out, err
		}
		if sum := sha256.Sum256(data); !bytes.Equal(sum[:], digest) {
			out = append(out, fmt.Sprintf("the kept comparison of %q with its base has another digest", label))
		}
	}
	return out, rows.Err()
}

func checkFiles(ctx context.Context, tx *sql.Tx) ([]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT sha256, bytes FROM blob ORDER BY sha256`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var digest string
		var data []byte
		if err := rows.Scan(&digest, &data); err != nil {
			return out, err
		}
		if got := hexDigest(data); got != digest {
			out = append(out, fmt.Sprintf("the file stored as %s has SHA-256 %s", digest, got))
		}
	}
	return out, rows.Err()
}

func checkTexts(ctx context.Context, tx *sql.Tx) ([]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT digest, heading, body FROM text ORDER BY id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []string
	for rows.Next() {
		var digest []byte
		var heading, body string
		if err := rows.Scan(&digest, &heading, &body); err != nil {
			return out, err
		}
		if !bytes.Equal(digest, textDigest(heading, body)) {
			out = append(out, fmt.Sprintf("the text stored as %x has another digest: %.60q", digest, heading+body))
		}
	}
	return out, rows.Err()
}
