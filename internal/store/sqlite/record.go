package sqlite

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"conceptdiff/internal/review"
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
		return insertEntry(ctx, tx, entry, max(rank, entry.Time.Format(time.RFC3339)))
	})
	if err != nil {
		return review.Entry{}, err
	}
	return entry, nil
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
	tx, err := s.readers.BeginTx(ctx, nil)
	if err != nil {
		return nil, nil, s.explain(err)
	}
	defer func() { _ = tx.Rollback() }() // nothing was written
	record, problems, err = loadRecord(ctx, tx)
	return record, problems, s.explain(err)
}

// RecordState is another text whenever something was added to the record.
func (s *Store) RecordState(ctx context.Context) (string, error) {
	var state string
	err := s.readers.QueryRowContext(ctx, `
		SELECT (SELECT count(*) FROM entry) || ' ' || (SELECT count(*) FROM signature) || ' ' ||
		       (SELECT coalesce(group_concat(hash), '') FROM (SELECT hash FROM tip ORDER BY hash))`).Scan(&state)
	return state, s.explain(err)
}

func loadRecord(ctx context.Context, tx *sql.Tx) (*review.Record, []review.Problem, error) {
	var problems []review.Problem
	rows, err := tx.QueryContext(ctx, `SELECT hash, body FROM entry ORDER BY rank, seq, hash`)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	var entries []review.Entry
	for rows.Next() {
		var hash string
		var body []byte
		if err := rows.Scan(&hash, &body); err != nil {
			return nil, nil, err
		}
		e, err := review.ParseEntry(body)
		switch {
		case err != nil:
			problems = append(problems, review.Problem{Entry: hash, What: err.Error()})
		case e.Hash != hash:
			problems = append(problems, review.Problem{Entry: hash, Seq: e.Seq, What: "altered: its hash is " + review.Short(e.Hash)})
		default:
			entries = append(entries, e)
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
	return r, append(problems, more...), nil
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

// Admit takes in what came from another copy, all of it or nothing, and returns the
// number of entries that are new: see [review.Record.Admit], whose errors it
// returns. Unsigned takes entries that lack the signature of their authors.
func (s *Store) Admit(ctx context.Context, other *review.Record, unsigned bool) (added int, err error) {
	err = s.write(ctx, func(tx *sql.Tx) error {
		here, problems, err := loadRecord(ctx, tx)
		if err != nil {
			return err
		}
		if len(problems) > 0 {
			return fmt.Errorf("the record stored here is not sound: %s", problems[0])
		}
		sources, err := sources(ctx, tx)
		if err != nil {
			return err
		}
		union, n, err := here.Admit(other, review.Admission{Sources: sources, Unsigned: unsigned})
		if err != nil {
			return err
		}
		added = n
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
		return nil
	})
	if err != nil {
		return 0, err
	}
	return added, nil
}

// AddSignature keeps a signature under an entry of the record.
func (s *Store) AddSignature(ctx context.Context, sig review.Signature) error {
	if err := sig.Verify(); err != nil {
		return fmt.Errorf("the signature is refused: %w", err)
	}
	return s.write(ctx, func(tx *sql.Tx) error { return insertSignature(ctx, tx, sig) })
}

func insertSignature(ctx context.Context, tx *sql.Tx, s review.Signature) error {
	_, err := tx.ExecContext(ctx, `
		INSERT INTO signature (entry, key, text) SELECT ?1, ?2, ?3
		WHERE NOT EXISTS (SELECT 1 FROM signature WHERE entry = ?1 AND key = ?2 AND text = ?3)`, s.Entry, s.Key, s.Text)
	return err
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

// checkRecord is the part of [Store.Integrity] that looks at the record.
func (s *Store) checkRecord(ctx context.Context) ([]string, error) {
	record, problems, err := s.Record(ctx)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, p := range problems {
		out = append(out, "the record: "+p.String())
	}
	ranks, err := s.collect(ctx, `SELECT hash || ' ' || rank FROM entry ORDER BY hash`)
	if err != nil {
		return out, err
	}
	for _, line := range ranks {
		hash, rank := line[:64], line[65:]
		if record.Has(hash) && record.Rank(hash) != rank {
			out = append(out, fmt.Sprintf("the record: entry %s stands in the wrong place", review.Short(hash)))
		}
	}
	stored, err := s.collect(ctx, `SELECT hash FROM tip ORDER BY hash`)
	if err != nil {
		return out, err
	}
	same := len(stored) == len(record.Tips())
	for i, t := range record.Tips() {
		same = same && stored[i] == t.Hash
	}
	if !same && len(problems) == 0 {
		out = append(out, "the record: its last entries are not those that the store takes for them")
	}
	return out, nil
}
