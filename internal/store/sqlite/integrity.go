package sqlite

import (
	"bytes"
	"context"
	"fmt"
)

// Integrity looks at every page and every row and says what is wrong, in plain
// words; nothing when all is well. It checks SQLite's own structures, that what
// is referred to is there, that texts and files have the digest under which they
// are stored, and that the record holds together.
func (s *Store) Integrity(ctx context.Context) ([]string, error) {
	var problems []string
	for _, check := range []func(context.Context) ([]string, error){
		s.checkPages, s.checkReferences, s.checkFiles, s.checkTexts, s.checkRecord,
	} {
		found, err := check(ctx)
		problems = append(problems, found...)
		if err != nil {
			return problems, s.explain(err)
		}
	}
	return problems, nil
}

func (s *Store) checkPages(ctx context.Context) ([]string, error) {
	return s.collect(ctx, `SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'`)
}

func (s *Store) checkReferences(ctx context.Context) ([]string, error) {
	return s.collect(ctx, `
		SELECT format('a row of %s refers to a row of %s that is not there', "table", parent)
		FROM pragma_foreign_key_check`)
}

func (s *Store) collect(ctx context.Context, query string) ([]string, error) {
	rows, err := s.readers.QueryContext(ctx, query)
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

func (s *Store) checkFiles(ctx context.Context) ([]string, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT sha256, bytes FROM blob ORDER BY sha256`)
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

func (s *Store) checkTexts(ctx context.Context) ([]string, error) {
	rows, err := s.readers.QueryContext(ctx, `SELECT digest, heading, body FROM text ORDER BY id`)
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
