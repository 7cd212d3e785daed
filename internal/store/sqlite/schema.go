package sqlite

import (
	"context"
	_ "embed"
	"fmt"
	"strings"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/store"
)

// knownSchema is all that a database of the newest version consists of, as the
// migrations make it; a test holds the two against each other.
//
//go:embed schema.sql
var knownSchema string

// schemaQuery lists it in the order of that file. SQLite's own tables of statistics
// may stand beside it.
const schemaQuery = `SELECT sql || ';' FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' ORDER BY type, name`

// checkSchema says what stands in a database that this program did not put there,
// and what it put there and is gone: a trigger can turn a mark into nothing while
// the program says that it was entered.
func checkSchema(ctx context.Context, q rowsQuerier) ([]string, error) {
	found, err := column(ctx, q, schemaQuery)
	if err != nil {
		return nil, err
	}
	if strings.Join(found, "\n\n")+"\n" == knownSchema {
		return nil, nil // to the letter, as this program makes it
	}
	wanted := strings.Split(strings.TrimSuffix(knownSchema, "\n"), "\n\n")
	known := make(map[string]bool)
	for _, object := range wanted {
		known[essence(object)] = true
	}
	var out []string
	for _, object := range found {
		if !known[essence(object)] {
			out = append(out, fmt.Sprintf("the database holds what this program did not put there: %.60s", essence(object)))
		}
		delete(known, essence(object))
	}
	for _, object := range wanted {
		if known[essence(object)] {
			out = append(out, fmt.Sprintf("the database lacks what this program put there: %.60s", essence(object)))
		}
	}
	return out, nil
}

// essence is a statement without its comments and the form of its white space, in
// the words of today: the first databases let no status be left open.
func essence(object string) string {
	words := strings.Join(strings.Fields(sqlComment().ReplaceAllString(object, "")), " ")
	return strings.Replace(words, "CHECK (status IN ('in force',", "CHECK (status IN ('', 'in force',", 1)
}

var sqlComment = lazy.Regexp(`--[^\n]*`)

// refuseForeign refuses a database with another schema than ours.
func (s *Store) refuseForeign(ctx context.Context) error {
	problems, err := checkSchema(ctx, s.readers)
	if err == nil && len(problems) > 0 {
		err = fmt.Errorf("%s: %w: %s", s.path, store.ErrTampered, problems[0])
	}
	return err
}
