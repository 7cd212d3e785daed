package sqlite

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"conceptdiff/internal/review"
	"conceptdiff/internal/store"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// mustOpen opens a store in a file of its own.
func mustOpen(t testing.TB) *Store {
	t.Helper()
	s, err := Open(t.Context(), filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

func mustExec(t testing.TB, path string, statements ...string) {
	t.Helper()
	db, err := sql.Open("sqlite3", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, s := range statements {
		if _, err := db.Exec(s); err != nil {
			t.Fatalf("%s: %v", s, err)
		}
	}
}

// The schema after all migrations is what the golden file shows.
func TestSchema(t *testing.T) {
	s, err := connect(filepath.Join(t.TempDir(), "store.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	if err := s.write(t.Context(), func(tx *sql.Tx) error { return migrate(t.Context(), tx, s.path, scripts) }); err != nil {
		t.Fatal(err)
	}
	lines, err := column(t.Context(), s.readers, schemaQuery)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join(lines, "\n\n") + "\n"
	golden := "schema.sql"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("schema differs from %s (run with -update and read the difference):\n%s", golden, got)
	}
}

// Every connection of both pools has what the laws of the store rest on.
func TestPragmas(t *testing.T) {
	s := mustOpen(t)
	for name, pool := range map[string]*sql.DB{"readers": s.readers, "writer": s.writer} {
		var conns []*sql.Conn
		for range pool.Stats().MaxOpenConnections {
			c, err := pool.Conn(t.Context())
			if err != nil {
				t.Fatal(err)
			}
			conns = append(conns, c)
			for _, pragma := range []string{"foreign_keys", "recursive_triggers"} {
				var on int
				if err := c.QueryRowContext(t.Context(), "PRAGMA "+pragma).Scan(&on); err != nil || on != 1 {
					t.Errorf("%s: %s = %d, %v", name, pragma, on, err)
				}
			}
		}
		for _, c := range conns {
			if err := c.Close(); err != nil {
				t.Error(err)
			}
		}
	}
	if _, err := s.readers.ExecContext(t.Context(), `CREATE TABLE x (y)`); err == nil {
		t.Error("a reader could write")
	}
}

func TestOpenRefuses(t *testing.T) {
	newer := func(t *testing.T, path string) {
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		mustExec(t, path, `PRAGMA user_version = 1000`)
	}
	write := func(data []byte) func(*testing.T, string) {
		return func(t *testing.T, path string) {
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for _, tc := range []struct {
		name string
		make func(t *testing.T, path string)
		want error
	}{
		{"a text file", write([]byte(strings.Repeat("not a database\n", 100))), store.ErrForeign},
		{"a short text file", write([]byte("x")), store.ErrForeign},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o755); err != nil {
				t.Fatal(err)
			}
		}, store.ErrForeign},
		{"a database of another program", func(t *testing.T, path string) {
			mustExec(t, path, `CREATE TABLE photo (id INTEGER PRIMARY KEY)`)
		}, store.ErrForeign},
		{"an empty database of another program", func(t *testing.T, path string) {
			mustExec(t, path, `PRAGMA application_id = 7`)
		}, store.ErrForeign},
		{"a database of a newer version", newer, store.ErrNewer},
		{"a database cut short", func(t *testing.T, path string) {
			newer(t, path)
			data, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			write(data[:4096+100])(t, path)
		}, store.ErrDamaged},
	} {
		t.Run(tc.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "store.db")
			tc.make(t, path)
			before, _ := os.ReadFile(path) // a folder has no bytes
			s, err := Open(t.Context(), path)
			if err == nil {
				s.Close()
			}
			if !errors.Is(err, tc.want) {
				t.Fatalf("got %v, want %v", err, tc.want)
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
			if !strings.Contains(err.Error(), path) {
				t.Errorf("the error does not name the file: %v", err)
			}
		})
	}
}

// A program that has the store open while a newer one changes the schema writes nothing
// any more, and says why.
func TestNewerBesideOlder(t *testing.T) {
	s := mustOpen(t)
	r := small("2007")
	save(t, s, r)
	enrol(t, s, "Aygün", review.Chair)
	mustExec(t, s.Path(), `CREATE TABLE later (id INTEGER PRIMARY KEY)`, `PRAGMA user_version = 1000`)
	before, err := os.ReadFile(s.Path())
	if err != nil {
		t.Fatal(err)
	}
	for name, write := range map[string]func() error{
		"mark": func() error {
			_, err := s.Enter(t.Context(), noon, "Aygün", markOn(r, review.Keep, ""))
			return err
		},
		"import": func() error {
			other := small("other")
			_, err := s.SaveRevision(t.Context(), other, []byte(other.Citation), store.Found{})
			return err
		},
		"setting": func() error { return s.SetDefaultMember(t.Context(), "Aygün") },
	} {
		if err := write(); !errors.Is(err, store.ErrNewer) {
			t.Errorf("%s: %v, want %v", name, err, store.ErrNewer)
		}
	}
	if after, err := os.ReadFile(s.Path()); err != nil || !bytes.Equal(before, after) {
		t.Errorf("the file was changed (%v)", err)
	}
}

// A file without content is what an interrupted creation leaves.
func TestOpenEmptyFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, nil, 0o644); err != nil {
		t.Fatal(err)
	}
	for range 2 {
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Fatal(err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

// Names that mean something in a DSN or a URI are names of files here.
func TestOpenOddNames(t *testing.T) {
	for _, name := range []string{"a?b.db", "a#b.db", "100%41.db", "Əsas sənəd.db", ":memory:", "a&mode=ro.db"} {
		path := filepath.Join(t.TempDir(), name)
		s, err := Open(t.Context(), path)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		s.Close()
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

// Opening and reading leave nothing beside the file.
func TestOneFile(t *testing.T) {
	s := mustOpen(t)
	save(t, s, small("2007"))
	if _, err := s.RevisionByLabel(t.Context(), "2007"); err != nil {
		t.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Dir(s.Path()))
	if err != nil || len(entries) != 1 {
		t.Errorf("found %v, %v", entries, err)
	}
}

// What is stored cannot be changed, even by a program that opens the file
// without our pragmas.
func TestImmutable(t *testing.T) {
	s := mustOpen(t)
	save(t, s, small("2007"))
	plain, err := sql.Open("sqlite3", s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer plain.Close()
	for _, statement := range []string{
		`UPDATE revision SET title = 'x'`,
		`DELETE FROM revision`,
		`INSERT OR REPLACE INTO revision SELECT id, label, 'x', date, status, language, base, citation, note, source_name, source FROM revision`,
		`INSERT OR REPLACE INTO revision SELECT id + 1, label, 'x', date, status, language, base, citation, note, source_name, source FROM revision`,
		`UPDATE provision SET num = 'x'`,
		`DELETE FROM provision`,
		`UPDATE note SET body = 'x'`,
		`DELETE FROM note`,
		`INSERT INTO note (revision, provision, seq, kind, mark, author, body) VALUES (1, 0, 9, 'comment', '', '', 'x')`,
		`INSERT INTO provision SELECT revision, seq + 1000, NULL, kind, num, eid || 'x', wid || 'x', text FROM provision`,
		`INSERT OR REPLACE INTO provision SELECT revision, seq, parent, kind, 'x', eid, wid, text FROM provision`,
		`UPDATE text SET body = 'x'`,
		`DELETE FROM text`,
		`INSERT OR REPLACE INTO text SELECT id, digest, heading, 'x' FROM text`,
		`UPDATE blob SET bytes = x'00'`,
		`DELETE FROM blob`,
		`INSERT OR REPLACE INTO blob SELECT sha256, x'00' FROM blob`,
	} {
		for name, db := range map[string]*sql.DB{"our writer": s.writer, "another program": plain} {
			if _, err := db.Exec(statement); err == nil || !strings.Contains(err.Error(), "immutable") {
				t.Errorf("%s: %s: got %v", name, statement, err)
			}
		}
	}
	got, err := s.RevisionByLabel(t.Context(), "2007")
	if err != nil {
		t.Fatal(err)
	}
	equalRevisions(t, small("2007"), got)
}

// Several processes may be the first to use a store.
func TestConcurrentFirstUse(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	var wg sync.WaitGroup
	errs := make([]error, 8)
	for i := range errs {
		wg.Go(func() { errs[i] = openAndSave(t.Context(), path) })
	}
	wg.Wait()
	if err := errors.Join(errs...); err != nil {
		t.Fatal(err)
	}
	s, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if metas, err := s.Revisions(t.Context()); err != nil || len(metas) != 1 {
		t.Errorf("got %v, %v", metas, err)
	}
}

func openAndSave(ctx context.Context, path string) error {
	s, err := Open(ctx, path)
	if err != nil {
		return err
	}
	r := small("2007")
	_, err = s.SaveRevision(ctx, r, []byte(r.Citation), store.Found{})
	return errors.Join(err, s.Close())
}

func TestIntegrity(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	save(t, s, small("2007"))
	if problems, err := s.Integrity(ctx); err != nil || len(problems) > 0 {
		t.Fatalf("a sound store: %q, %v", problems, err)
	}
	mustExec(t, s.Path(),
		`DROP TRIGGER text_no_update`, `DROP TRIGGER blob_no_update`, `DROP TRIGGER provision_no_update`,
		`UPDATE text SET body = 'forged' WHERE id = 1`,
		`UPDATE blob SET bytes = x'00'`,
		`UPDATE provision SET text = 999 WHERE seq = 1`)
	problems, err := s.Integrity(ctx)
	if err != nil {
		t.Fatal(err)
	}
	all := strings.Join(problems, "\n")
	for _, want := range []string{"forged", "has SHA-256", "a row of provision refers to a row of text"} {
		if !strings.Contains(all, want) {
			t.Errorf("%q is not among the problems:\n%s", want, all)
		}
	}
}

// Damage in the middle of a file that opens well is found and named.
func TestDamagedPages(t *testing.T) {
	ctx := t.Context()
	s := mustOpen(t)
	save(t, s, small("2007"))
	page := count(t, s, `SELECT rootpage FROM sqlite_schema WHERE name = 'provision'`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	file, err := os.OpenFile(s.Path(), os.O_WRONLY, 0)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := file.WriteAt(bytes.Repeat([]byte{0xFF}, 64), int64(page-1)*4096); err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	damaged, err := Open(ctx, s.Path())
	if err != nil {
		t.Fatal(err)
	}
	defer damaged.Close()
	if _, err := damaged.RevisionByLabel(ctx, "2007"); !errors.Is(err, store.ErrDamaged) {
		t.Errorf("load: got %v, want %v", err, store.ErrDamaged)
	}
	if problems, err := damaged.Integrity(ctx); len(problems) == 0 {
		t.Errorf("integrity found nothing (%v)", err)
	}
}
