package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"time"

	"conceptdiff/internal/review"
	"conceptdiff/internal/store"
)

// Enter adds what a member says to the end of the record and returns the entry. It
// is refused with a [*review.NotMemberError] or a [*review.RoleError] when that
// member may not say it.
func (s *Store) Enter(ctx context.Context, at time.Time, by string, says review.Statement) (review.Entry, error) {
	var entry review.Entry
	err := s.write(ctx, func(tx *sql.Tx) error {
		members, err := members(ctx, tx)
		if err != nil {
			return err
		}
		if err := review.MayState(members, by, says); err != nil {
			return err
		}
		tips, rank, err := tips(ctx, tx)
		if err != nil {
			return err
		}
		if entry, err = review.NewEntry(tips, at, by, says); err != nil {
			return err
		}
		if err := insertEntry(ctx, tx, entry, max(rank, entry.Time.Format(time.RFC3339))); err != nil {
			return err
		}
		return trustEntered(ctx, tx, says)
	})
	if err != nil {
		return review.Entry{}, err
	}
	return entry, s.readBack(ctx, entry)
}

// readBack makes sure that what is about to be acknowledged is in the file.
func (s *Store) readBack(ctx context.Context, e review.Entry) error {
	var body string
	err := s.readers.QueryRowContext(ctx, `SELECT body FROM entry WHERE hash = ?`, e.Hash).Scan(&body)
	if errors.Is(err, sql.ErrNoRows) || err == nil && body != string(e.Canonical()) {
		return fmt.Errorf("%s: %w: the entry %s is not found in it after it was entered", s.path, store.ErrDamaged, review.Short(e.Hash))
	}
	return s.explain(err)
}

// tips lists the entries that the next one names, and the highest rank of them.
func tips(ctx context.Context, tx *sql.Tx) (out []review.Tip, rank string, err error) {
	rows, err := tx.QueryContext(ctx, `
		SELECT t.hash, e.seq, e.rank FROM tip t JOIN entry e ON e.hash = t.hash ORDER BY t.hash`)
	if err != nil {
		return nil, "", err
	}
	defer rows.Close()
	for rows.Next() {
		var t review.Tip
		var r string
		if err := rows.Scan(&t.Hash, &t.Seq, &r); err != nil {
			return nil, "", err
		}
		out, rank = append(out, t), max(rank, r)
	}
	return out, rank, rows.Err()
}

func insertEntry(ctx context.Context, tx *sql.Tx, e review.Entry, rank string) error {
	_, err := tx.ExecContext(ctx, `INSERT INTO entry (hash, rank, body) VALUES (?, ?, ?)`, e.Hash, rank, string(e.Canonical()))
	if err != nil {
		return fmt.Errorf("enter %s: %w", review.Short(e.Hash), err)
	}
	return nil
}

// Record loads the whole record. What is wrong with it is told in problems; what
// cannot be read as an entry is left out.
func (s *Store) Record(ctx context.Context) (record *review.Record, problems []review.Problem, err error) {
	// One transaction, so that signatures do not come without their entries.
	err = s.read(ctx, func(tx *sql.Tx) (err error) {
		if record, err = s.known.grown(ctx, tx); err != nil || record != nil {
			problems = checkSignatureSeal(ctx, tx)
			return err
		}
		if record, problems, err = loadRecord(ctx, tx); err == nil && len(problems) == 0 {
			err = s.known.remember(ctx, tx, record)
		}
		return err
	})
	return record, problems, err
}

// RecordState is another text whenever something was added to the record.
func (s *Store) RecordState(ctx context.Context) (string, error) {
	var state string
	err := s.readers.QueryRowContext(ctx, `
		SELECT (SELECT count(*) FROM entry) || ' ' || (SELECT count(*) FROM signature) || ' ' ||
		       (SELECT coalesce(group_concat(hash), '') FROM (SELECT hash FROM tip ORDER BY hash))`).Scan(&state)
	return state, s.explain(err)
}

// loadRecord reads the record and holds what the store derives from its entries
// against them: places, sequences, kinds and last entries.
func loadRecord(ctx context.Context, tx *sql.Tx) (*review.Record, []review.Problem, error) {
	rows, err := tx.QueryContext(ctx, `SELECT hash, body, rank, seq, kind FROM entry ORDER BY hash`)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	var problems []review.Problem
	var entries []review.Entry
	ranks := make(map[string]string)
	for rows.Next() {
		e, rank, problem, err := readEntry(rows)
		if err != nil {
			return nil, nil, err
		}
		if problem != nil {
			problems = append(problems, *problem)
		}
		if e.Says != nil {
			entries, ranks[e.Hash] = append(entries, e), rank
		}
	}
	if err := rows.Err(); err != nil {
		return nil, nil, err
	}
	signatures, err := loadSignatures(ctx, tx)
	if err != nil {
		return nil, nil, err
	}
	r, more := review.Assemble(entries, signatures)
	problems = append(problems, more...)
	for _, e := range r.Entries() {
		if ranks[e.Hash] != r.Rank(e.Hash) {
			problems = append(problems, review.Problem{Entry: e.Hash, Seq: e.Seq, What: "it stands in the wrong place"})
		}
	}
	more, err = checkTips(ctx, tx, r)
	if err != nil {
		return nil, nil, err
	}
	problems = append(problems, more...)
	return r, append(problems, checkSignatureSeal(ctx, tx)...), nil
}

// readEntry reads a row of hash, body, rank, seq, kind and whatever more is asked for. An
// entry that cannot be read as one says nothing.
func readEntry(rows *sql.Rows, more ...any) (e review.Entry, rank string, problem *review.Problem, err error) {
	var hash, kind string
	var body []byte
	var seq int
	if err := rows.Scan(append([]any{&hash, &body, &rank, &seq, &kind}, more...)...); err != nil {
		return e, "", nil, err
	}
	e, err = review.ParseEntry(body)
	switch {
	case err != nil:
		return review.Entry{}, "", &review.Problem{Entry: hash, What: err.Error()}, nil
	case e.Hash != hash:
		return review.Entry{}, "", &review.Problem{Entry: hash, Seq: e.Seq, What: "altered: its hash is " + review.Short(e.Hash)}, nil
	case e.Seq != seq || string(e.Says.Kind()) != kind:
		problem = &review.Problem{Entry: hash, Seq: e.Seq, What: "the store takes it for another kind of entry"}
	}
	return e, rank, problem, nil
}

// checkTips notices that the last entries are not those that the store noted.
func checkTips(ctx context.Context, tx *sql.Tx, r *review.Record) ([]review.Problem, error) {
	stored, err := column(ctx, tx, `SELECT hash FROM tip ORDER BY hash`)
	if err != nil || slices.EqualFunc(r.Tips(), stored, func(t review.Tip, hash string) bool { return t.Hash == hash }) {
		return nil, err
	}
	return []review.Problem{{What: "its last entries are not those that the store takes for them: entries were taken out, or put in"}}, nil
}

// checkSignatureSeal notices a signature that was taken out.
func checkSignatureSeal(ctx context.Context, tx *sql.Tx) []review.Problem {
	stored, err := storedSeals(ctx, tx)
	if err != nil {
		return []review.Problem{{What: err.Error()}}
	}
	for _, s := range seals {
		if s.kind != "signatures" {
			continue
		}
		if sum, err := s.digest(ctx, tx, 0); err != nil || !bytes.Equal(sum, stored[sealKey{s.kind, 0}]) {
			return []review.Problem{{What: "its signatures are not those that were stored: one was changed or taken out"}}
		}
	}
	return nil
}

func loadSignatures(ctx context.Context, tx *sql.Tx) ([]review.Signature, error) {
	rows, err := tx.QueryContext(ctx, `SELECT entry, key, text FROM signature`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []review.Signature
	for rows.Next() {
		var s review.Signature
		if err := rows.Scan(&s.Entry, &s.Key, &s.Text); err != nil {
			return nil, err
		}
		out = append(out, s)
	}
	return out, rows.Err()
}

// AddSignature keeps a signature under an entry of the record.
func (s *Store) AddSignature(ctx context.Context, sig review.Signature) error {
	if err := sig.Verify(); err != nil {
		return fmt.Errorf("the signature is refused: %w", err)
	}
	return s.write(ctx, func(tx *sql.Tx) error {
		if err := insertSignature(ctx, tx, sig); err != nil {
			return err
		}
		return putSeals(ctx, tx, 0, "signatures")
	})
}

func insertSignature(ctx context.Context, tx *sql.Tx, s review.Signature) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO signature (entry, key, text) SELECT ?1, ?2, ?3
		WHERE NOT EXISTS (SELECT 1 FROM signature WHERE entry = ?1 AND key = ?2 AND text = ?3)`, s.Entry, s.Key, s.Text)
	return err
}

// checkRecord is the part of [Store.Integrity] that looks at the record.
func checkRecord(ctx context.Context, tx *sql.Tx) ([]string, error) {
	record, problems, err := loadRecord(ctx, tx)
	if err != nil {
		return nil, err
	}
	var out []string
	revisions, err := allRevisions(ctx, tx)
	if errors.Is(err, store.ErrDamaged) {
		out, err = append(out, err.Error()), nil
	}
	for _, r := range revisions {
		problems = append(problems, record.CheckStored(r)...)
	}
	for _, p := range problems {
		out = append(out, "the record: "+p.String())
	}
	return out, err
}
