package sqlite

import (
	"context"
	"database/sql"
	"sync"

	"conceptdiff/internal/review"
)

// known is the record as it was last read, when nothing was wrong with it. A record is
// only added to, so of one that grew the new entries alone are read.
type known struct {
	mu     sync.Mutex
	record *review.Record
	last   int64 // place in the file of the entry that was entered last
}

// grown is the known record with the entries that were added since, nil where it is not
// certain that this is the whole record: then all of it is to be read.
func (k *known) grown(ctx context.Context, tx *sql.Tx) (*review.Record, error) {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.record == nil {
		return nil, nil
	}
	rows, err := tx.QueryContext(ctx, `SELECT hash, body, rank, seq, kind, rowid FROM entry WHERE rowid > ? ORDER BY rowid`, k.last)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	record, last := k.record, k.last
	for rows.Next() {
		e, rank, problem, err := readEntry(rows, &last)
		if err != nil || problem != nil {
			return nil, err
		}
		var ok bool
		if record, ok = record.With(e); !ok || record.Rank(e.Hash) != rank {
			return nil, nil
		}
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	whole, err := holds(ctx, tx, record)
	if err != nil || !whole {
		return nil, err
	}
	k.record, k.last = record, last
	return record, nil
}

// holds reports whether the store has as many entries and signatures as a record, and the
// same last ones.
func holds(ctx context.Context, tx *sql.Tx, r *review.Record) (bool, error) {
	var entries, signatures int
	err := tx.QueryRowContext(ctx, `SELECT (SELECT count(*) FROM entry), (SELECT count(*) FROM signature)`).Scan(&entries, &signatures)
	if err != nil || entries != len(r.Entries()) || signatures != len(r.Signatures()) {
		return false, err
	}
	problems, err := checkTips(ctx, tx, r)
	return len(problems) == 0, err
}

// remember keeps a record that was read whole and is sound.
func (k *known) remember(ctx context.Context, tx *sql.Tx, r *review.Record) error {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.record = r
	return tx.QueryRowContext(ctx, `SELECT coalesce(max(rowid), 0) FROM entry`).Scan(&k.last)
}
