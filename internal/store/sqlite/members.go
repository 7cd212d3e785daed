package sqlite

import (
	"context"
	"database/sql"
	"errors"

	"conceptdiff/internal/review"
)

// Members lists everyone whom the record enrols, in the order of first enrolment,
// those who left included.
func (s *Store) Members(ctx context.Context) ([]review.Member, error) {
	out, err := members(ctx, s.readers)
	return out, s.explain(err)
}

// rowsQuerier is what a pool and a transaction have in common.
type rowsQuerier interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
}

// members reads the enrolments only: entering a mark must not read the whole record.
func members(ctx context.Context, q rowsQuerier) ([]review.Member, error) {
	rows, err := q.QueryContext(ctx, `SELECT body FROM entry WHERE kind = 'member' ORDER BY rank, seq, hash`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var entries []review.Entry
	for rows.Next() {
		var body []byte
		if err := rows.Scan(&body); err != nil {
			return nil, err
		}
		// What is no entry enrols nobody; Integrity reports it.
		if e, err := review.ParseEntry(body); err == nil {
			entries = append(entries, e)
		}
	}
	return review.Members(entries), rows.Err()
}

// defaultMember is the setting that names who is meant when a command does not say.
const defaultMember = "member"

// DefaultMember is the member in whose name this copy of the store is written to
// unless another is named; "" when there is none.
func (s *Store) DefaultMember(ctx context.Context) (string, error) {
	var name string
	err := s.readers.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, defaultMember).Scan(&name)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return name, s.explain(err)
}

// SetDefaultMember sets it; "" for none. It is no part of the record.
func (s *Store) SetDefaultMember(ctx context.Context, name string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM setting WHERE name = ?`, defaultMember); err != nil {
			return err
		}
		if name != "" {
			if _, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?)`, defaultMember, name); err != nil {
				return err
			}
		}
		return putSeals(ctx, tx, 0, "settings")
	})
}
