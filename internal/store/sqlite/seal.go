package sqlite

import (
	"bytes"
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"hash"
)

// A seal is a digest over all that stands in the rows of one thing. Whoever changes
// a row without the program leaves a seal that does not fit, and [Store.Integrity]
// says so. It does not keep out one who computes the seal anew: against that, the
// hash of the record's last entry is noted elsewhere (see docs/record.md).
type seal struct {
	kind    string
	single  bool     // one for the whole store, not one a revision
	queries []string // the rows, in an order of their own; ?1 is the revision
	what    string   // for messages
}

// seals lists what is sealed. Texts, files and entries are addressed by their own
// digests, so a seal holds those in their place.
var seals = []seal{
	{kind: "revision", what: "the revision", queries: []string{
		`SELECT id, label, title, date, status, language, base, citation, note, source_name, source FROM revision WHERE id = ?1`,
		`SELECT p.seq, p.parent, p.kind, p.num, p.eid, p.wid, t.digest
			FROM provision p JOIN text t ON t.id = p.text WHERE p.revision = ?1 ORDER BY p.seq`,
		`SELECT provision, seq, kind, mark, author, body FROM note WHERE revision = ?1 ORDER BY provision, seq`,
		`SELECT provision, unit, form, number, family FROM label WHERE revision = ?1 ORDER BY provision`,
	}},
	{kind: "claims", what: "the list of claims files of the revision", queries: []string{
		`SELECT name, source FROM claim_file WHERE revision = ?1 ORDER BY name`,
	}},
	{kind: "comparison", what: "the kept comparison of the revision", queries: []string{
		`SELECT build, digest FROM comparison WHERE revision = ?1`,
	}},
	{kind: "revisions", single: true, what: "the list of revisions", queries: []string{`SELECT id, label FROM revision WHERE ?1 = 0 ORDER BY id`}},
	{kind: "signatures", single: true, what: "the signatures of the record", queries: []string{
		`SELECT entry, key, text FROM signature WHERE ?1 = 0 ORDER BY entry, key, text`,
	}},
	{kind: "settings", single: true, what: "the settings of this copy", queries: []string{
		`SELECT name, value FROM setting WHERE ?1 = 0 ORDER BY name`,
	}},
	{kind: "related", single: true, what: "the list of related documents", queries: []string{
		`SELECT document, name, source FROM related_file WHERE ?1 = 0 ORDER BY document, name`,
	}},
	{kind: "search", single: true, what: "what texts are searched by", queries: []string{
		`SELECT text, part, build, made_of, digest FROM search_part WHERE ?1 = 0 ORDER BY text, part`,
	}},
	{kind: "trust", single: true, what: "the list of trusted keys", queries: []string{`SELECT key FROM trust WHERE ?1 = 0 ORDER BY key`}},
}

// digest reads the rows of one thing and hashes them: every value with its type and
// length in front, so that no two contents look alike.
func (s seal) digest(ctx context.Context, q rowsQuerier, revision int64) ([]byte, error) {
	h := sha256.New()
	for _, query := range s.queries {
		if err := hashRows(ctx, q, h, query, revision); err != nil {
			return nil, err
		}
	}
	return h.Sum(nil), nil
}

func hashRows(ctx context.Context, q rowsQuerier, h hash.Hash, query string, revision int64) error {
	rows, err := q.QueryContext(ctx, query, revision)
	if err != nil {
		return err
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		return err
	}
	values, into := make([]any, len(columns)), make([]any, len(columns))
	for i := range values {
		into[i] = &values[i]
	}
	for rows.Next() {
		if err := rows.Scan(into...); err != nil {
			return err
		}
		h.Write([]byte{'r'})
		for _, v := range values {
			hashValue(h, v)
		}
	}
	h.Write([]byte{'q'})
	return rows.Err()
}

func hashValue(h hash.Hash, value any) {
	var b []byte
	kind := byte('t')
	switch v := value.(type) {
	case nil:
		kind = 'n'
	case int64:
		kind, b = 'i', binary.BigEndian.AppendUint64(nil, uint64(v))
	case string:
		b = []byte(v)
	case []byte:
		kind, b = 'b', v
	default:
		panic(fmt.Sprintf("sqlite: no seal over %T", value))
	}
	h.Write(binary.BigEndian.AppendUint64([]byte{kind}, uint64(len(b))))
	h.Write(b)
}

// putSeals seals things of these kinds anew.
func putSeals(ctx context.Context, tx *sql.Tx, revision int64, kinds ...string) error {
	for _, kind := range kinds {
		for _, s := range seals {
			if s.kind != kind {
				continue
			}
			if s.single {
				revision = 0
			}
			sum, err := s.digest(ctx, tx, revision)
			if err != nil {
				return fmt.Errorf("seal %s: %w", s.what, err)
			}
			if _, err := tx.ExecContext(ctx, `
				INSERT INTO seal (kind, revision, digest) VALUES (?, ?, ?)
				ON CONFLICT (kind, revision) DO UPDATE SET digest = excluded.digest`, kind, revision, sum); err != nil {
				return fmt.Errorf("seal %s: %w", s.what, err)
			}
		}
	}
	return nil
}

// sealAll seals what was stored before there were seals: once, while the database is
// brought up to date.
func sealAll(ctx context.Context, tx *sql.Tx) error {
	labels, err := revisionLabels(ctx, tx)
	if err != nil {
		return err
	}
	for _, r := range labels {
		if err := putSeals(ctx, tx, r.id, "revision", "claims", "comparison"); err != nil {
			return err
		}
	}
	return putSeals(ctx, tx, 0, "revisions", "signatures", "settings")
}

type labelled struct {
	id    int64
	label string
}

func revisionLabels(ctx context.Context, q rowsQuerier) ([]labelled, error) {
	rows, err := q.QueryContext(ctx, `SELECT id, label FROM revision ORDER BY id`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []labelled
	for rows.Next() {
		var l labelled
		if err := rows.Scan(&l.id, &l.label); err != nil {
			return nil, err
		}
		out = append(out, l)
	}
	return out, rows.Err()
}

// checkSeals holds every seal against what it seals.
func checkSeals(ctx context.Context, tx *sql.Tx) ([]string, error) {
	stored, err := storedSeals(ctx, tx)
	if err != nil {
		return nil, err
	}
	revisions, err := revisionLabels(ctx, tx)
	if err != nil {
		return nil, err
	}
	var out []string
	for _, s := range seals {
		subjects := revisions
		if s.single {
			subjects = []labelled{{}}
		}
		for _, r := range subjects {
			name := s.what
			if !s.single {
				name = fmt.Sprintf("%s %q", s.what, r.label)
			}
			key := sealKey{s.kind, r.id}
			sum, err := s.digest(ctx, tx, r.id)
			switch {
			case err != nil:
				return out, err
			case stored[key] == nil:
				out = append(out, name+" has lost its seal")
			case !bytes.Equal(sum, stored[key]):
				out = append(out, name+" is not what was sealed when it was stored: it was changed since")
			}
			delete(stored, key)
		}
	}
	if len(stored) > 0 {
		out = append(out, fmt.Sprintf("%d seals are of nothing that is stored: it was taken out", len(stored)))
	}
	return out, nil
}

type sealKey struct {
	kind     string
	revision int64
}

func storedSeals(ctx context.Context, tx *sql.Tx) (map[sealKey][]byte, error) {
	rows, err := tx.QueryContext(ctx, `SELECT kind, revision, digest FROM seal`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	out := make(map[sealKey][]byte)
	for rows.Next() {
		var k sealKey
		var digest []byte
		if err := rows.Scan(&k.kind, &k.revision, &digest); err != nil {
			return nil, err
		}
		out[k] = digest
	}
	return out, rows.Err()
}
