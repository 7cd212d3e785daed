package sqlite

import (
	"context"
	"database/sql"
	"fmt"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

const insertLabel = `INSERT INTO label (revision, provision, unit, form, number, family) VALUES (?, ?, ?, ?, ?, ?)`

// saveLabel stores what the number of the provision at seq was read as.
func saveLabel(ctx context.Context, stmt *sql.Stmt, id, seq int64, l numbering.Label) error {
	_, err := stmt.ExecContext(ctx, id, seq, string(l.Unit), l.Form.String(), l.Num, l.Family)
	return err
}

// labels gives the provisions of a revision their labels.
func labels(ctx context.Context, q rowsQuerier, id int64, bySeq []*revision.Provision) error {
	rows, err := q.QueryContext(ctx, `
		SELECT provision, unit, form, number, family FROM label WHERE revision = ? ORDER BY provision`, id)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var l numbering.Label
		var at int
		var form string
		if err := rows.Scan(&at, &l.Unit, &form, &l.Num, &l.Family); err != nil {
			return err
		}
		if at < 0 || at >= len(bySeq) {
			return fmt.Errorf("%w: a label stands at no provision", store.ErrDamaged)
		}
		l.Form, l.Printed = numbering.FormNamed(form), bySeq[at].Num
		bySeq[at].Label = l
	}
	return rows.Err()
}

// fillLabels reads the numbers of the revisions that were stored before their
// labels were: once, while the database is brought up to date.
func fillLabels(ctx context.Context, tx *sql.Tx) error {
	type numbered struct {
		revision, seq int64
		num           string
	}
	rows, err := tx.QueryContext(ctx, `SELECT revision, seq, num FROM provision WHERE num <> '' ORDER BY revision, seq`)
	if err != nil {
		return err
	}
	var all []numbered
	for rows.Next() {
		var n numbered
		if err := rows.Scan(&n.revision, &n.seq, &n.num); err != nil {
			rows.Close()
			return err
		}
		all = append(all, n)
	}
	if err := rows.Close(); err != nil {
		return err
	}
	stmt, err := tx.PrepareContext(ctx, insertLabel)
	if err != nil {
		return err
	}
	defer stmt.Close()
	for _, n := range all {
		if err := saveLabel(ctx, stmt, n.revision, n.seq, numbering.Read(n.num)); err != nil {
			return err
		}
	}
	return nil
}
