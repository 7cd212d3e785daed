package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/review/exchange"
	"conceptdiff/internal/revision"
)

// Admit takes in what came from another copy, all of it or nothing: see
// [exchange.Admit], whose errors it returns. It knows which texts are stored and which
// keys are trusted; trust and unsigned are the caller's.
func (s *Store) Admit(ctx context.Context, other *review.Record, trust []string, unsigned bool) (taken exchange.Admission, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		here, problems, err := loadRecord(ctx, tx)
		if err != nil {
			return err
		}
		if len(problems) > 0 {
			return fmt.Errorf("the record stored here is not sound: %s", problems[0])
		}
		policy := exchange.Policy{Trust: trust, Unsigned: unsigned}
		if policy.Sources, err = sources(ctx, tx); err != nil {
			return err
		}
		if policy.Keys, err = trustedKeys(ctx, tx); err != nil {
			return err
		}
		if taken, err = exchange.Admit(here, other, policy); err != nil {
			return err
		}
		return insertAdmitted(ctx, tx, here, taken)
	})
	if err != nil {
		return exchange.Admission{}, err
	}
	return taken, nil
}

func insertAdmitted(ctx context.Context, tx *sql.Tx, here *review.Record, taken exchange.Admission) error {
	union := taken.Record
	for _, e := range union.Entries() {
		if here.Has(e.Hash) {
			continue
		}
		if err := insertEntry(ctx, tx, e, union.Rank(e.Hash)); err != nil {
			return err
		}
	}
	for _, sig := range union.Signatures() {
		if err := insertSignature(ctx, tx, sig); err != nil {
			return err
		}
	}
	if err := trustKeys(ctx, tx, taken.Keys...); err != nil {
		return err
	}
	return putSeals(ctx, tx, 0, "signatures")
}

// sources tells the SHA-256 of each revision's source by label.
func sources(ctx context.Context, tx *sql.Tx) (map[string]string, error) {
	rows, err := tx.QueryContext(ctx, `SELECT label, source FROM revision`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make(map[string]string)
	for rows.Next() {
		var label, source string
		if err := rows.Scan(&label, &source); err != nil {
			return nil, err
		}
		out[label] = source
	}
	return out, rows.Err()
}

// TrustedKeys lists the public keys of chairs whose word on members this copy takes.
func (s *Store) TrustedKeys(ctx context.Context) ([]string, error) {
	keys, err := trustedKeys(ctx, s.readers)
	return keys, s.explain(err)
}

func trustedKeys(ctx context.Context, q rowsQuerier) ([]string, error) {
	return column(ctx, q, `SELECT key FROM trust ORDER BY key`)
}

// trustEntered trusts the key of a chair who is entered in this copy.
func trustEntered(ctx context.Context, tx *sql.Tx, says review.Statement) error {
	said, ok := says.(review.Enrolment)
	if !ok || said.Role != review.Chair || said.Key == "" || said.Removed {
		return nil
	}
	return trustKeys(ctx, tx, said.Key)
}

func trustKeys(ctx context.Context, tx *sql.Tx, keys ...string) error {
	for _, key := range keys {
		if _, err := tx.ExecContext(ctx, `INSERT INTO trust (key) VALUES (?) ON CONFLICT DO NOTHING`, key); err != nil {
			return err
		}
	}
	return putSeals(ctx, tx, 0, "trust")
}

// enterRevision enters in the record that a revision is stored, unless it says so
// already.
func enterRevision(ctx context.Context, tx *sql.Tx, r *revision.Revision) error {
	e, err := review.StoredEntry(r)
	if err != nil {
		return err
	}
	var known bool
	if err := tx.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM entry WHERE hash = ?)`, e.Hash).Scan(&known); err != nil || known {
		return err
	}
	return insertEntry(ctx, tx, e, e.Time.Format(time.RFC3339))
}

// enterAll enters what was stored before the record held it: once, while the database is
// brought up to date.
func enterAll(ctx context.Context, tx *sql.Tx) error {
	revisions, err := allRevisions(ctx, tx)
	if err != nil {
		return err
	}
	for _, r := range revisions {
		if err := enterRevision(ctx, tx, r); err != nil {
			return err
		}
	}
	return putSeals(ctx, tx, 0, "trust")
}
