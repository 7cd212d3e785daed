package sqlite

import (
	"context"

	"conceptdiff/internal/store"
)

// Driver opens SQLite stores for a workspace.
type Driver struct{}

// Open is [Open].
func (Driver) Open(ctx context.Context, path string) (store.Store, error) {
	s, err := Open(ctx, path)
	if err != nil {
		return nil, err // not a nil store in an interface
	}
	return s, nil
}

// Restore is [Restore].
func (Driver) Restore(ctx context.Context, backup, path string) error {
	return Restore(ctx, backup, path)
}
