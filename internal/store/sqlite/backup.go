package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"

	"conceptdiff/internal/store"
)

// Backup writes a copy of the store as it is at one moment, while others may go on
// writing. The copy is one file, itself a store. A file that is there is left as it
// is, with an error that wraps [store.ErrExists]; a failed backup leaves none.
func (s *Store) Backup(ctx context.Context, path string) error {
	if err := vacant(path); err != nil {
		return err
	}
	return beside(path, func(part string) error {
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
	if err := vacant(path); err != nil {
		return err
	}
	return beside(path, func(part string) error {
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

// beside lets make write a file in a folder beside path and puts it there when it
// is whole.
func beside(path string, make func(part string) error) (err error) {
	dir, err := os.MkdirTemp(filepath.Dir(path), ".part-*")
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	defer func() {
		if gone := removeFlat(dir); err == nil && gone != nil {
			err = fmt.Errorf("write %s: %w", path, gone)
		}
	}()
	part := filepath.Join(dir, "part.db")
	if err := make(part); err != nil {
		return err
	}
	// A link is refused where a file has come into being since; not every file
	// system has them.
	err = os.Link(part, path)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("%s: %w", path, store.ErrExists)
	}
	if err := vacant(path); err != nil {
		return err
	}
	return os.Rename(part, path)
}

// removeFlat removes a folder and the files in it, name by name: [os.RemoveAll] deletes
// by a handle, which not every Windows file system allows (nor Wine 8).
func removeFlat(dir string) error {
	entries, err := os.ReadDir(dir)
	for _, e := range entries {
		err = errors.Join(err, os.Remove(filepath.Join(dir, e.Name())))
	}
	return errors.Join(err, os.Remove(dir))
}

func vacant(path string) error {
	switch _, err := os.Lstat(path); {
	case err == nil:
		return fmt.Errorf("%s: %w", path, store.ErrExists)
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	return nil
}

func syncFile(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	return errors.Join(f.Sync(), f.Close())
}

func copyFile(to, from string) error {
	in, err := os.Open(from)
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s: no such file", from)
	}
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(out, in)
	return errors.Join(err, out.Sync(), out.Close())
}
