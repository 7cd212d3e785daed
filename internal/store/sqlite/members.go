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

// passcodes begin the names of the settings that hold what a member's passcode is
// checked against.
const passcodes = "passcode:"

// DefaultMember is the member in whose name this copy of the store is written to
// unless another is named; "" when there is none.
func (s *Store) DefaultMember(ctx context.Context) (string, error) {
	return s.setting(ctx, defaultMember)
}

// SetDefaultMember sets it; "" for none. It is no part of the record.
func (s *Store) SetDefaultMember(ctx context.Context, name string) error {
	return s.setSetting(ctx, defaultMember, name)
}

// Passcode is what a member's passcode is checked against, "" for a member who has
// none.
func (s *Store) Passcode(ctx context.Context, member string) (string, error) {
	return s.setting(ctx, passcodes+member)
}

// SetPasscode sets it; "" takes it away. It is no part of the record.
func (s *Store) SetPasscode(ctx context.Context, member, check string) error {
	return s.setSetting(ctx, passcodes+member, check)
}

// HasPasscodes reports whether any member has one.
func (s *Store) HasPasscodes(ctx context.Context) (bool, error) {
	var n int
	err := s.readers.QueryRowContext(ctx, `SELECT count(*) FROM setting WHERE name LIKE ? || '%'`, passcodes).Scan(&n)
	return n > 0, s.explain(err)
}

// setting is the value of a setting of this copy, "" when it is not set.
func (s *Store) setting(ctx context.Context, name string) (string, error) {
	var value string
	err := s.readers.QueryRowContext(ctx, `SELECT value FROM setting WHERE name = ?`, name).Scan(&value)
	if errors.Is(err, sql.ErrNoRows) {
		return "", nil
	}
	return value, s.explain(err)
}

func (s *Store) setSetting(ctx context.Context, name, value string) error {
	return s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, `DELETE FROM setting WHERE name = ?`, name); err != nil {
			return err
		}
		if value != "" {
			if _, err := tx.ExecContext(ctx, `INSERT INTO setting (name, value) VALUES (?, ?)`, name, value); err != nil {
				return err
			}
		}
		return putSeals(ctx, tx, 0, "settings")
	})
}
