package sqlite

import (
	"crypto/ed25519"
	"crypto/rand"
	"database/sql"
	"fmt"
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
	_, private, err := ed25519.GenerateKey(rand.Reader)
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
	sig, err := review.Sign(rand.Reader, signer, record.Tips()[0].Hash)
	if err != nil {
		t.Fatal(err)
	}
	withNotes := small("noted")
	withNotes.Components[0].Notes = append(withNotes.Components[0].Notes, noteOf("a remark"))
	save(t, s, withNotes)
	for _, err := range []error{
		s.AddSignature(t.Context(), sig),
		s.SetDefaultMember(t.Context(), "Лейла"),
		s.SaveComparison(t.Context(), "new", store.Found{Build: "a build", Data: []byte("what it found")}),
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
	t.Logf("%d single changes, all noticed unless told above", tried)
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
