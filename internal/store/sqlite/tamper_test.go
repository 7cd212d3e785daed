package sqlite

import (
	"crypto/ed25519"
	cryptorand "crypto/rand"
	"database/sql"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/crypto/ssh"

	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
)

// furnished is a database in which every table has rows.
func furnished(t *testing.T) []byte {
	t.Helper()
	data, err := os.ReadFile(filepath.Join("testdata", "version-5.db"))
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	_, private, err := ed25519.GenerateKey(cryptorand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	signer, err := ssh.NewSignerFromSigner(private)
	if err != nil {
		t.Fatal(err)
	}
	enrol(t, s, "Лейла", review.Chair)
	record, _, err := s.Record(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	sig, err := review.Sign(cryptorand.Reader, signer, record.Tips()[0].Hash)
	if err != nil {
		t.Fatal(err)
	}
	withNotes := small("noted")
	withNotes.Components[0].Notes = append(withNotes.Components[0].Notes, noteOf("a remark"))
	save(t, s, withNotes)
	for _, err := range []error{
		s.AddSignature(t.Context(), sig),
		s.SetDefaultMember(t.Context(), "Лейла"),
		trusting(t, s, signer),
		s.SaveComparison(t.Context(), "new", store.Found{Build: "a build", Data: []byte("what it found")}),
		s.SetRelatedFiles(t.Context(), "strategy", []store.ClaimFile{{Name: "document.yaml", Data: []byte("key: strategy")}, {Name: "text.txt", Data: []byte("Words.")}}),
		s.SaveSearchIndex(t.Context(), "revision/new", store.SearchIndex{Build: "a build", MadeOf: "words", Parts: [][]byte{[]byte("what is in it"), []byte("its words")}}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	sound(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if data, err = os.ReadFile(path); err != nil {
		t.Fatal(err)
	}
	return data
}

// trusting enters a chair with a key, which this copy then trusts.
func trusting(t *testing.T, s *Store, signer ssh.Signer) error {
	t.Helper()
	key := strings.TrimSpace(string(ssh.MarshalAuthorizedKey(signer.PublicKey())))
	_, err := s.Enter(t.Context(), noon, "Лейла", review.Enrolment{Name: "S. Second", Role: review.Chair, Key: key})
	return err
}

// attack changes a copy of a database as one who has the file and no program: with
// no guard on, and the triggers put back afterwards. It returns whether that is
// noticed, and whether there was anything to change.
func attack(t *testing.T, data []byte, dir string, statements ...string) (noticed, done bool) {
	t.Helper()
	path := filepath.Join(dir, "attacked.db")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", "file:"+path+"?_foreign_keys=off&_ignore_check_constraints=on")
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	triggers, err := column(t.Context(), db, `SELECT sql FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	names, err := column(t.Context(), db, `SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	run := func(s string) int64 {
		r, err := db.Exec(s)
		if err != nil {
			return 0 // refused by the database itself: not an attack
		}
		n, _ := r.RowsAffected()
		return n
	}
	run("PRAGMA ignore_check_constraints = on")
	run("PRAGMA synchronous = off")
	for _, n := range names {
		run("DROP TRIGGER " + n)
	}
	for _, s := range statements {
		done = run(s) > 0 || done
	}
	for _, s := range triggers {
		run(s)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	return !isSound(t, path), done
}

// A hundred random changes of one value to any table are noticed, and a hundred to any
// row of the record by whoever checks the record alone. The seed is fixed.
func TestRandomTamperingIsNoticed(t *testing.T) {
	data, dir := furnished(t), t.TempDir()
	path := filepath.Join(dir, "whole.db")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, tc := range []struct {
		tables  string
		noticed func(t *testing.T, path string) bool
	}{
		{
			`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*' ORDER BY name`,
			func(t *testing.T, path string) bool { return !isSound(t, path) },
		},
		{`SELECT name FROM sqlite_schema WHERE type = 'table' AND name IN ('entry', 'tip', 'signature') ORDER BY name`, recordIsRefused},
	} {
		tables, err := column(t.Context(), db, tc.tables)
		if err != nil || len(tables) < 3 {
			t.Fatal(tables, err)
		}
		random := rand.New(rand.NewPCG(18, 100))
		for done := 0; done < 100; {
			table := tables[random.IntN(len(tables))]
			statement := randomChange(t, db, random, table)
			if _, changed := attack(t, data, dir, statement); !changed {
				continue // refused by the database, or the same value
			}
			if done++; !tc.noticed(t, filepath.Join(dir, "attacked.db")) {
				t.Errorf("not noticed: %s", statement)
			}
		}
		t.Logf("figure: 100 random changes to %d tables", len(tables))
	}
}

// randomChange takes out a row, or changes one value in it: by one bit, to nothing, or
// to that of another row.
func randomChange(t *testing.T, db *sql.DB, random *rand.Rand, table string) string {
	t.Helper()
	columns, err := column(t.Context(), db, `SELECT name FROM pragma_table_info('`+table+`')`)
	if err != nil {
		t.Fatal(err)
	}
	var rows int
	if err := db.QueryRow(`SELECT count(*) FROM ` + table).Scan(&rows); err != nil || rows == 0 {
		t.Fatal(table, rows, err)
	}
	all := strings.Join(columns, ", ")
	row := fmt.Sprintf("(%s) = (SELECT %s FROM %s ORDER BY %s LIMIT 1 OFFSET %d)", all, all, table, all, random.IntN(rows))
	row = strings.ReplaceAll(row, " = (SELECT", " IS (SELECT")
	c := columns[random.IntN(len(columns))]
	to := "NULL"
	switch random.IntN(5) {
	case 0:
		return fmt.Sprintf("DELETE FROM %s WHERE %s", table, row)
	case 1:
		to = fmt.Sprintf("(SELECT %s FROM %s ORDER BY 1 LIMIT 1 OFFSET %d)", c, table, random.IntN(rows))
	case 2, 3:
		at := 1 + random.IntN(40)
		to = fmt.Sprintf(`CASE typeof(%[1]s) WHEN 'integer' THEN %[1]s + 1 WHEN 'blob'
			THEN CAST(substr(%[1]s, 1, %[2]d) || x'5a' || substr(%[1]s, %[2]d + 2) AS BLOB)
			ELSE substr(%[1]s, 1, %[2]d) || 'Z' || substr(%[1]s, %[2]d + 2) END`, c, at)
	}
	return fmt.Sprintf("UPDATE %s SET %s = %s WHERE %s AND %s IS NOT %s", table, c, to, row, c, to)
}

// recordIsRefused reports whether «record verify» finds something wrong.
func recordIsRefused(t *testing.T, path string) bool {
	s, err := Open(t.Context(), path)
	if err != nil {
		return true
	}
	defer s.Close()
	snap, err := s.Snapshot(t.Context(), "", false)
	return err != nil || len(snap.RecordProblems) > 0
}

func isSound(t *testing.T, path string) bool {
	s, err := Open(t.Context(), path)
	if err != nil {
		return false
	}
	defer s.Close()
	problems, err := s.Integrity(t.Context())
	return err == nil && len(problems) == 0
}

// Every change to a single value, and every row that is taken out, is noticed.
func TestTamperingIsNoticed(t *testing.T) {
	data, dir := furnished(t), t.TempDir()
	if noticed, _ := attack(t, data, dir); noticed {
		t.Fatal("an attack that changes nothing is noticed: nothing is tested")
	}
	path := filepath.Join(dir, "whole.db")
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tables, err := column(t.Context(), db, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'`)
	if err != nil {
		t.Fatal(err)
	}
	tried := 0
	try := func(statement string) {
		t.Helper()
		noticed, done := attack(t, data, dir, statement)
		if !done {
			return
		}
		if tried++; !noticed {
			t.Errorf("not noticed: %s", statement)
		}
	}
	for _, table := range tables {
		columns, err := column(t.Context(), db, `SELECT name FROM pragma_table_info('`+table+`')`)
		if err != nil {
			t.Fatal(err)
		}
		first := strings.Join(columns, ", ")
		for place := range 2 {
			row := fmt.Sprintf("(%s) = (SELECT %s FROM %s LIMIT 1 OFFSET %d)", first, first, table, place)
			for _, c := range columns {
				try(fmt.Sprintf(`UPDATE %s SET %s = CASE typeof(%s) WHEN 'integer' THEN %s + 1
					WHEN 'blob' THEN zeroblob(length(%s)) WHEN 'null' THEN 0 ELSE 'Z' || %s END WHERE %s`,
					table, c, c, c, c, c, row))
			}
			try(fmt.Sprintf(`DELETE FROM %s WHERE %s`, table, row))
		}
	}
	if tried < 60 {
		t.Errorf("only %d attacks were tried", tried)
	}
	t.Logf("figure: %d single changes, all noticed unless told above", tried)
}

// Whoever knows the program can change a text, its digests and its seals, and enter the
// other text in the record: all is sound then, but for the hash that was noted before.
func TestRewrittenTextIsNoticedByHead(t *testing.T) {
	s := mustOpen(t)
	save(t, s, small("2007"))
	noted := enter(t, s, "Лейла", review.Enrolment{Name: "Лейла", Role: review.Chair})
	guards, err := column(t.Context(), s.readers, `SELECT sql FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	names, err := column(t.Context(), s.readers, `SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil {
		t.Fatal(err)
	}
	mustExec(t, s.Path(), names...)
	const body = "forged"
	if err := s.write(t.Context(), func(tx *sql.Tx) error {
		var heading string
		if err := tx.QueryRow(`SELECT heading FROM text WHERE id = 3`).Scan(&heading); err != nil {
			return err
		}
		if _, err := tx.Exec(`UPDATE text SET body = ?, digest = ? WHERE id = 3`, body, textDigest(heading, body)); err != nil {
			return err
		}
		return putSeals(t.Context(), tx, 1, "revision")
	}); err != nil {
		t.Fatal(err)
	}
	mustExec(t, s.Path(), guards...)
	problems, err := s.Integrity(t.Context())
	if err != nil || len(problems) != 1 || !strings.Contains(problems[0], "not what the record says was stored") {
		t.Errorf("the text alone: %q, %v", problems, err)
	}
	forged, err := s.RevisionByLabel(t.Context(), "2007")
	if err != nil {
		t.Fatal(err)
	}
	if err := s.write(t.Context(), func(tx *sql.Tx) error { return enterRevision(t.Context(), tx, forged) }); err != nil {
		t.Fatal(err)
	}
	sound(t, s)
	record := loadWhole(t, s)
	if found := record.CheckStored(forged); len(found) > 0 {
		t.Errorf("without a head: %v", found)
	}
	if found := record.CheckStored(forged, noted.Hash); len(found) != 1 {
		t.Errorf("with the head of the minutes: %v", found)
	}
}

// A database whose schema is not ours, to the letter, is not opened: each trigger
// that is gone, one that eats what is entered, a table and a view beside ours.
func TestForeignSchemaIsRefused(t *testing.T) {
	data := furnished(t)
	path := filepath.Join(t.TempDir(), "store.db")
	try := func(statement string) {
		t.Helper()
		if err := os.WriteFile(path, data, 0o644); err != nil {
			t.Fatal(err)
		}
		mustExec(t, path, statement)
		if isSound(t, path) {
			t.Errorf("not noticed: %s", statement)
		}
		if err := Restore(t.Context(), path, path+".restored"); err == nil {
			t.Errorf("restored: %s", statement)
		}
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	triggers, err := column(t.Context(), s.readers, `SELECT name FROM sqlite_schema WHERE type = 'trigger'`)
	if err != nil || len(triggers) < 10 {
		t.Fatalf("%d triggers, %v", len(triggers), err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, name := range triggers {
		try("DROP TRIGGER " + name)
	}
	try(`CREATE TRIGGER eater AFTER INSERT ON entry BEGIN SELECT RAISE(IGNORE); END`)
	try(`CREATE TABLE beside (a)`)
	try(`CREATE VIEW window AS SELECT * FROM entry`)
	try(`DROP INDEX entry_member`)
}

func noteOf(text string) revision.Note { return revision.Note{Kind: "footnote", Text: text} }
