package sqlite

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

// SaveRevision stores r, the bytes it was read from and what was found between it
// and its base, all of it or nothing.
//
// The same bytes under the same label are stored already: created is false. Any
// other bytes under a used label are refused with a [*store.LabelTakenError]. Every
// provision needs a WID that no other has, r.Base must be stored, and
// r.Source.SHA256 must be that of source.
func (s *Store) SaveRevision(ctx context.Context, r *revision.Revision, source []byte, found store.Found) (created bool, err error) {
	if err := checkRevision(r, source); err != nil {
		return false, fmt.Errorf("store revision %q: %w", r.Label, err)
	}
	err = s.write(ctx, func(tx *sql.Tx) error {
		var stored string
		err := tx.QueryRowContext(ctx, `SELECT source FROM revision WHERE label = ?`, r.Label).Scan(&stored)
		switch {
		case err == nil && stored == r.Source.SHA256:
			return nil
		case err == nil:
			return &store.LabelTakenError{Label: r.Label, Stored: stored, Given: r.Source.SHA256}
		case !errors.Is(err, sql.ErrNoRows):
			return err
		}
		created = true
		return insertRevision(ctx, tx, r, source, found)
	})
	if err != nil {
		return false, err
	}
	return created, nil
}

func checkRevision(r *revision.Revision, source []byte) error {
	if r.Label == "" {
		return errors.New("it has no label")
	}
	if digest := hexDigest(source); digest != r.Source.SHA256 {
		return fmt.Errorf("its source is said to have SHA-256 %q, the bytes have %s", r.Source.SHA256, digest)
	}
	var err error
	bearer := make(map[string]string) // by WID
	r.Walk(func(p *revision.Provision) bool {
		other, used := bearer[p.WID]
		switch {
		case err != nil:
		case p.WID == "":
			err = fmt.Errorf("provision %s has no WID", p.Address())
		case used:
			err = fmt.Errorf("provisions %s and %s have the same WID %s", other, p.Address(), p.WID)
		}
		bearer[p.WID] = p.Address()
		return err == nil
	})
	return err
}

func insertRevision(ctx context.Context, tx *sql.Tx, r *revision.Revision, source []byte, found store.Found) error {
	if err := insertBlob(ctx, tx, r.Source.SHA256, source); err != nil {
		return err
	}
	var id int64
	if err := tx.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) + 1 FROM revision`).Scan(&id); err != nil {
		return err
	}
	if err := insertProvisions(ctx, tx, id, r); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO revision (id, label, title, date, status, language, base, citation, note, source_name, source)
		VALUES (?, ?, ?, ?, ?, ?, nullif(?, ''), ?, ?, ?, ?)`,
		id, r.Label, r.Title, r.Date, string(r.Status), r.Language, r.Base, r.Citation, r.Note, r.Source.Name, r.Source.SHA256)
	if err != nil {
		return fmt.Errorf("store revision %q: %w", r.Label, err)
	}
	if err := insertComparison(ctx, tx, id, found); err != nil {
		return err
	}
	if err := enterRevision(ctx, tx, r); err != nil {
		return err
	}
	return putSeals(ctx, tx, id, "revision", "claims", "comparison", "revisions")
}

func insertBlob(ctx context.Context, tx *sql.Tx, digest string, data []byte) error {
	if data == nil {
		data = []byte{} // the driver stores nil as NULL
	}
	_, err := tx.ExecContext(ctx, `
		INSERT INTO blob (sha256, bytes) SELECT ?1, ?2
		WHERE NOT EXISTS (SELECT 1 FROM blob WHERE sha256 = ?1)`, digest, data)
	return err
}

// treeWriter writes provisions in document order.
type treeWriter struct {
	ctx                    context.Context
	revision               int64
	seq                    int64
	text, provision, label *sql.Stmt
	tx                     *sql.Tx
}

func insertProvisions(ctx context.Context, tx *sql.Tx, id int64, r *revision.Revision) error {
	text, err := tx.PrepareContext(ctx, `
		INSERT INTO text (digest, heading, body) SELECT ?1, ?2, ?3
		WHERE NOT EXISTS (SELECT 1 FROM text WHERE digest = ?1)`)
	if err != nil {
		return err
	}
	defer text.Close()
	provision, err := tx.PrepareContext(ctx, `
		INSERT INTO provision (revision, seq, parent, kind, num, eid, wid, text)
		VALUES (?, ?, ?, ?, ?, ?, ?, (SELECT id FROM text WHERE digest = ?))`)
	if err != nil {
		return err
	}
	defer provision.Close()
	label, err := tx.PrepareContext(ctx, insertLabel)
	if err != nil {
		return err
	}
	defer label.Close()
	w := &treeWriter{ctx: ctx, revision: id, text: text, provision: provision, label: label, tx: tx}
	for _, c := range r.Components {
		if err := w.write(c, nil); err != nil {
			return fmt.Errorf("store revision %q: %w", r.Label, err)
		}
	}
	return nil
}

func (w *treeWriter) write(p *revision.Provision, parent any) error {
	digest := textDigest(p.Heading, p.Text)
	if _, err := w.text.ExecContext(w.ctx, digest, p.Heading, p.Text); err != nil {
		return fmt.Errorf("%s: %w", p.Address(), err)
	}
	seq := w.seq
	w.seq++
	if _, err := w.provision.ExecContext(w.ctx, w.revision, seq, parent, string(p.Kind), p.Num, p.EID, p.WID, digest); err != nil {
		return fmt.Errorf("%s: %w", p.Address(), err)
	}
	if p.Num != "" {
		if err := saveLabel(w.ctx, w.label, w.revision, seq, p.Labelled()); err != nil {
			return fmt.Errorf("%s: label: %w", p.Address(), err)
		}
	}
	for i, n := range p.Notes {
		if _, err := w.tx.ExecContext(w.ctx, `
			INSERT INTO note (revision, provision, seq, kind, mark, author, body) VALUES (?, ?, ?, ?, ?, ?, ?)`,
			w.revision, seq, i, string(n.Kind), n.Mark, n.Author, n.Text); err != nil {
			return fmt.Errorf("%s: note: %w", p.Address(), err)
		}
	}
	for _, c := range p.Children {
		if err := w.write(c, seq); err != nil {
			return err
		}
	}
	return nil
}

// textDigest is the address of a heading and a text. The length in front keeps
// ("ab", "c") and ("a", "bc") apart.
func textDigest(heading, body string) []byte {
	b := make([]byte, 8, 8+len(heading)+len(body))
	binary.BigEndian.PutUint64(b, uint64(len(heading)))
	b = append(b, heading...)
	b = append(b, body...)
	sum := sha256.Sum256(b)
	return sum[:]
}

func hexDigest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}
