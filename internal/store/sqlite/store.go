// Package sqlite keeps revisions, the files they were read from, the files with
// claims about them and the committee's record in one SQLite database. It is the
// only importer of go-sqlite3.
//
// A stored revision never changes, and the record is only added to: triggers
// refuse anything else. Headings and texts are
// addressed by content, so that what two revisions share is stored once.
//
// The journal is a rollback journal, not a write-ahead log: the store stays one
// file that can be copied, mailed and read from a folder nobody may write to,
// and opening it creates nothing. Writes are rare and short, so readers hardly
// ever wait for them.
package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"

	_ "github.com/mattn/go-sqlite3" // the driver

	"conceptdiff/internal/store"
)

// Store is an open database. It is safe for concurrent use, also by several
// processes.
type Store struct {
	path    string
	readers *sql.DB
	writer  *sql.DB
	known   known   // for [Store.Record], which is asked for again after every entry
	watch   watcher // for [Store.Version]
}

// Open opens the store at path, and creates it when there is no such file. The
// folder must exist.
//
// What is no store of ours, is damaged, comes from a newer version or cannot be
// created is refused with an error that wraps [store.ErrForeign], [store.ErrDamaged],
// [store.ErrNewer] or [store.ErrReadOnly]. Only the header is looked at; [Store.Integrity]
// looks at everything.
func Open(ctx context.Context, path string) (*Store, error) {
	exists, err := isFile(path)
	if err != nil {
		return nil, err
	}
	s, err := connect(path)
	if err != nil {
		return nil, err
	}
	if err := s.prepare(ctx, exists); err != nil {
		_ = s.Close() // the first error is the one to tell
		return nil, s.explain(err)
	}
	return s, nil
}

// headerSize is the size in bytes of the header of any SQLite database.
const headerSize = 100

// isFile looks at the path without opening it: SQLite's locks on a file vanish
// when the same process opens and closes it elsewhere.
func isFile(path string) (bool, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if _, err := os.Stat(filepath.Dir(path)); err != nil {
			return false, fmt.Errorf("create database: %w", err)
		}
		return false, nil
	case err != nil:
		return false, fmt.Errorf("open database: %w", err)
	case !info.Mode().IsRegular():
		return false, fmt.Errorf("%s: %w: not a regular file", path, store.ErrForeign)
	case info.Size() > 0 && info.Size() < headerSize:
		return false, fmt.Errorf("%s: %w", path, store.ErrForeign) // SQLite would overwrite it
	}
	return true, nil
}

// connect makes the two pools; neither opens a file yet.
//
// Everything a connection needs stands in its DSN, because a pragma given later
// reaches one connection of the pool only. Writers take the lock when their
// transaction begins: one that is upgraded later fails with «database is locked»
// at once, whatever the time-out. Readers ask for mode=rw although they never
// write, since only such a connection can roll back what a killed writer left;
// SQLite itself falls back to reading where the file is write-protected.
func connect(path string) (*Store, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	name := "file:" + (&url.URL{Path: filepath.ToSlash(abs)}).EscapedPath()
	const common = "&_busy_timeout=10000&_foreign_keys=on&_recursive_triggers=on"
	readers, err := sql.Open("sqlite3", name+"?mode=rw&_query_only=on&_txlock=deferred"+common)
	if err != nil {
		return nil, fmt.Errorf("open database: %w", err)
	}
	readers.SetMaxOpenConns(1 + max(2, runtime.NumCPU())) // one of them is the watcher's
	writer, err := sql.Open("sqlite3", name+"?mode=rwc&_txlock=immediate"+common)
	if err != nil {
		_ = readers.Close()
		return nil, fmt.Errorf("open database: %w", err)
	}
	writer.SetMaxOpenConns(1)
	return &Store{path: path, readers: readers, writer: writer}, nil
}

// Path is the path the store was opened with.
func (s *Store) Path() string { return s.path }

// Close closes the database file.
func (s *Store) Close() error {
	return errors.Join(s.watch.close(), s.readers.Close(), s.writer.Close())
}

// write runs f in one immediate transaction: all of it is stored, or nothing. A newer
// program may have changed the schema since the store was opened; nothing is written then.
func (s *Store) write(ctx context.Context, f func(*sql.Tx) error) error {
	conn, err := s.writer.Conn(ctx)
	if err != nil {
		return s.explain(err)
	}
	defer conn.Close()
	tx, err := s.begin(ctx, conn)
	if err != nil {
		return s.explain(err)
	}
	err = s.refuseNewer(ctx, tx)
	if err == nil {
		err = f(tx)
	}
	if err != nil {
		_ = tx.Rollback() // the first error is the one to tell
		return s.explain(err)
	}
	return s.explain(tx.Commit())
}

// How long a writer waits its turn: SQLite looks less and less often whether the
// lock is free, so that one that came late can wait forever behind busy others.
// Many short waits keep it looking.
const (
	shortWait = 200   // milliseconds
	longWait  = 10000 // milliseconds, for readers to end before a commit
	waits     = 300   // short ones, a minute in all
)

func (s *Store) begin(ctx context.Context, conn *sql.Conn) (*sql.Tx, error) {
	if err := setTimeout(ctx, conn, shortWait); err != nil {
		return nil, err
	}
	tx, err := conn.BeginTx(ctx, nil)
	for i := 1; i < waits && isBusy(err) && ctx.Err() == nil; i++ {
		tx, err = conn.BeginTx(ctx, nil)
	}
	if err != nil {
		return nil, err
	}
	if err := setTimeout(ctx, conn, longWait); err != nil {
		_ = tx.Rollback() // the first error is the one to tell
		return nil, err
	}
	return tx, nil
}

func setTimeout(ctx context.Context, conn *sql.Conn, milliseconds int) error {
	_, err := conn.ExecContext(ctx, fmt.Sprintf("PRAGMA busy_timeout = %d", milliseconds))
	return err
}
