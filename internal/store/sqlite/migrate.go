package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/store"
)

// applicationID marks a database file as ours: "cdif" in its header.
const applicationID = 0x63646966

//go:embed migrations/*.sql
var migrationFiles embed.FS

// migrations lists the scripts in order. After the i-th (from 1) has run,
// PRAGMA user_version is i.
func migrations() ([]string, error) {
	entries, err := migrationFiles.ReadDir("migrations") // sorted by name
	if err != nil {
		return nil, err
	}
	scripts := make([]string, len(entries))
	for i, e := range entries {
		b, err := migrationFiles.ReadFile("migrations/" + e.Name())
		if err != nil {
			return nil, err
		}
		scripts[i] = string(b)
	}
	return scripts, nil
}

// querier is what a pool and a transaction have in common.
type querier interface {
	QueryRowContext(ctx context.Context, query string, args ...any) *sql.Row
}

// header is what the file says it is.
type header struct {
	application int
	version     int
	objects     int // tables, indices, triggers
}

func readHeader(ctx context.Context, q querier) (header, error) {
	var h header
	err := q.QueryRowContext(ctx, `
		SELECT (SELECT application_id FROM pragma_application_id),
		       (SELECT user_version FROM pragma_user_version),
		       (SELECT count(*) FROM sqlite_schema)`).Scan(&h.application, &h.version, &h.objects)
	return h, err
}

// check says whether the file is ours and how many migrations it lacks. A file
// without any content is ours to fill: a creation that was interrupted leaves one.
func (h header) check(path string, newest int) (missing int, err error) {
	fresh := h == header{}
	switch {
	case !fresh && h.application != applicationID:
		return 0, fmt.Errorf("%s: %w", path, store.ErrForeign)
	case h.version > newest:
		return 0, fmt.Errorf("%s: %w: its schema has version %d, this program knows %d", path, store.ErrNewer, h.version, newest)
	}
	return newest - h.version, nil
}

// refuseNewer refuses a file that this program may not write to.
func (s *Store) refuseNewer(ctx context.Context, tx *sql.Tx) error {
	scripts, err := migrations()
	if err != nil {
		return err
	}
	h, err := readHeader(ctx, tx)
	if err == nil {
		_, err = h.check(s.path, len(scripts))
	}
	return err
}

// prepare checks that the file is ours and brings its schema up to date. The
// readers cannot look at a file that does not exist.
func (s *Store) prepare(ctx context.Context, exists bool) error {
	scripts, err := migrations()
	if err != nil {
		return err
	}
	if exists {
		h, err := readHeader(ctx, s.readers)
		if err != nil {
			return err
		}
		missing, err := h.check(s.path, len(scripts))
		if err != nil {
			return err
		}
		if missing == 0 {
			return s.refuseForeign(ctx)
		}
	}
	if err := s.write(ctx, func(tx *sql.Tx) error { return migrate(ctx, tx, s.path, scripts) }); err != nil {
		return err
	}
	return s.refuseForeign(ctx)
}

// migrate runs what is missing. The header is read again, since another process
// may have been here between the first look and the lock.
func migrate(ctx context.Context, tx *sql.Tx, path string, scripts []string) error {
	h, err := readHeader(ctx, tx)
	if err != nil {
		return err
	}
	missing, err := h.check(path, len(scripts))
	if err != nil {
		return err
	}
	todo := slices.Clone(scripts[len(scripts)-missing:])
	todo = append(todo, fmt.Sprintf("PRAGMA application_id = %d; PRAGMA user_version = %d", applicationID, len(scripts)))
	for _, script := range todo {
		if err := runScript(ctx, tx, script); err != nil {
			return fmt.Errorf("migrate %s from version %d: %w", path, h.version, err)
		}
	}
	return nil
}

// labelsHere stands in the script that stores labels where those of the
// revisions at hand are to be filled in: before the table is sealed.
const labelsHere = "\n-- Here the program reads the numbers of the revisions that are stored already.\n"

// sealsHere stands in the script that seals revisions where those at hand are to be
// sealed.
const sealsHere = "\n-- Here the program seals what is stored already.\n"

// entriesHere stands in the script since which the record holds what is stored, where
// the revisions at hand are to be entered.
const entriesHere = "\n-- Here the program enters what is stored already.\n"

// newSealsHere stands in a script that adds what is sealed.
const newSealsHere = "\n-- Here the program seals what is new.\n"

// runScript runs a script, and between its parts what only the program can do.
func runScript(ctx context.Context, tx *sql.Tx, script string) error {
	for _, step := range []struct {
		mark string
		fill func(context.Context, *sql.Tx) error
	}{{labelsHere, fillLabels}, {sealsHere, sealAll}, {entriesHere, enterAll}, {newSealsHere, sealSurroundings}} {
		before, after, found := strings.Cut(script, step.mark)
		if !found {
			continue
		}
		if _, err := tx.ExecContext(ctx, before); err != nil {
			return err
		}
		if err := step.fill(ctx, tx); err != nil {
			return err
		}
		script = after
	}
	_, err := tx.ExecContext(ctx, script)
	return err
}
