package sqlite

import (
	"context"
	"database/sql"

	"conceptdiff/internal/store"
)

// Snapshot is what the store holds at one moment, for whoever checks it: see
// [store.Snapshot].
func (s *Store) Snapshot(ctx context.Context, build string, whole bool) (store.Snapshot, error) {
	var out store.Snapshot
	err := s.read(ctx, func(tx *sql.Tx) (err error) {
		if whole {
			if out.Problems, err = integrity(ctx, tx); err != nil || len(out.Problems) > 0 {
				return err
			}
		}
		if out.Record, out.RecordProblems, err = loadRecord(ctx, tx); err != nil {
			return err
		}
		if out.Revisions, err = allRevisions(ctx, tx); err != nil {
			return err
		}
		out.Comparisons, err = comparisons(ctx, tx, build)
		return err
	})
	return out, err
}

// comparisons are those that a build has stored, by label.
func comparisons(ctx context.Context, q rowsQuerier, build string) (map[string][]byte, error) {
	rows, err := q.QueryContext(ctx, `
		SELECT r.label, c.bytes FROM comparison c JOIN revision r ON r.id = c.revision WHERE c.build = ?`, build)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make(map[string][]byte)
	for rows.Next() {
		var label string
		var data []byte
		if err := rows.Scan(&label, &data); err != nil {
			return nil, err
		}
		out[label] = data
	}
	return out, rows.Err()
}
