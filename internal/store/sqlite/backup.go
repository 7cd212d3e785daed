package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"conceptdiff/internal/store"
	"conceptdiff/internal/whole"
)

// Backup writes a copy of the store as it is at one moment, while others may go on
// writing. The copy is one file, itself a store. A file that is there is left as it
// is, with an error that wraps [store.ErrExists]; a failed backup leaves none.
func (s *Store) Backup(ctx context.Context, path string) error {
	return create(path, func(part string) error {
		if _, err := s.writer.ExecContext(ctx, `VACUUM INTO ?`, part); err != nil {
			return s.explain(fmt.Errorf("back up to %s: %w", path, err))
		}
		return syncFile(part)
	})
}

// Restore makes a store at path from a backup, which stays as it is. A store that
// is there is left as it is, with an error that wraps [store.ErrExists]; nothing is made
// when the backup is not sound.
func Restore(ctx context.Context, backup, path string) error {
	return create(path, func(part string) error {
		if err := copyFile(part, backup); err != nil {
			return err
		}
		s, err := Open(ctx, part)
		if err != nil {
			return fmt.Errorf("restore %s: %w", backup, err)
		}
		problems, err := s.Integrity(ctx)
		if err == nil && len(problems) > 0 {
			err = fmt.Errorf("restore %s: %w: %s", backup, store.ErrDamaged, problems[0])
		}
		return errors.Join(err, s.Close())
	})
}

// create makes a file where none is.
func create(path string, write func(part string) error) error {
	err := whole.Create(path, write)
	if errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s: %w", path, store.ErrExists)
	}
	return err
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func copyFile(to, from string) error {
	switch info, err := os.Stat(from); {
	case errors.Is(err, fs.ErrNotExist):
		return fmt.Errorf("%s: no such file", from)
	case err == nil && !info.Mode().IsRegular(): // a pipe may never end
		return fmt.Errorf("%s: %w: not a regular file", from, store.ErrForeign)
	}
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}
