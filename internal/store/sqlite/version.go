package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"sync"
)

// watcher looks whether the file was changed. SQLite tells one connection what all others
// have done, so it has one to itself, through which nothing else is done.
type watcher struct {
	mu   sync.Mutex
	conn *sql.Conn
	look *sql.Stmt
}

// Version is another number whenever anything in the store was changed, by this process or
// another. It costs a small part of any other question.
func (s *Store) Version(ctx context.Context) (int64, error) {
	if err := ctx.Err(); err != nil {
		return 0, err
	}
	w := &s.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	ctx = context.WithoutCancel(ctx) // who leaves does not break the connection for others
	if err := w.open(ctx, s.readers); err != nil {
		return 0, s.explain(err)
	}
	var version int64
	err := w.look.QueryRowContext(ctx).Scan(&version)
	return version, s.explain(err)
}

func (w *watcher) open(ctx context.Context, from *sql.DB) (err error) {
	if w.look != nil {
		return nil
	}
	if w.conn == nil {
		if w.conn, err = from.Conn(ctx); err != nil {
			return err
		}
	}
	w.look, err = w.conn.PrepareContext(ctx, "PRAGMA data_version")
	return err
}

func (w *watcher) close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	var err error
	if w.look != nil {
		err = w.look.Close()
	}
	if w.conn != nil {
		err = errors.Join(err, w.conn.Close())
	}
	return err
}
