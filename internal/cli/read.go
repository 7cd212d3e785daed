package cli

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// reading is a file that was read: the revision in it, the bytes it was read
// from, and what the reader has to say.
type reading struct {
	*revision.Revision
	path   string
	data   []byte
	result *ingest.Result
	claims []string // paths of the claims files that belong to it
}

// readPath reads a file, the revision that lies in a folder with a revision.yaml,
// or a folder of files as one text. The metadata of a revision's folder also
// holds for its file when that is named alone, so that an illustrative draft is
// never shown without its status.
func (a *app) readPath(path string) (*reading, error) {
	if path == stdinPath {
		return a.readStdin()
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", path)
	case err != nil:
		return nil, err
	case info.IsDir():
		f, err := readFolder(path)
		if errors.Is(err, fs.ErrNotExist) {
			return a.readLooseFolder(path)
		}
		if err != nil {
			return nil, err
		}
		return a.readRevisionFolder(f, a.stateOf(f))
	}
	f, err := readFolder(filepath.Dir(path))
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err == nil && f.File == filepath.Base(path):
		return a.readRevisionFolder(f, a.stateOf(f))
	}
	data, err := readBytes(path)
	if err != nil {
		return nil, err
	}
	return a.readNamed(path, filepath.Base(path), data)
}

// readNamed reads a text of which nothing is known but the name of its file.
func (a *app) readNamed(path, name string, data []byte) (*reading, error) {
	label := strings.TrimSuffix(name, filepath.Ext(name))
	return a.understand(path, data, revision.Meta{Label: label, Source: revision.Source{Name: name}}, a.stateOf(folder{}))
}

// stateOf is the state in which a folder's file is read, with its tracked changes
// and struck-out words: the one given on the command line, else the folder's own.
func (a *app) stateOf(f folder) ingest.Options {
	opts := f.options()
	if a.changesGiven || opts.Changes == "" {
		opts.Changes = flow.Changes(a.changes)
	}
	opts.Struck = cmp.Or(flow.Struck(a.struck), opts.Struck)
	return opts
}

func (a *app) readRevisionFolder(f folder, opts ingest.Options) (*reading, error) {
	data, err := readBytes(f.sourcePath())
	if err != nil {
		return nil, err
	}
	m := f.meta()
	m.Source.Name = f.File
	r, err := a.understand(f.sourcePath(), data, m, opts)
	if err != nil {
		return nil, err
	}
	r.claims, err = f.claimPaths()
	return r, err
}

// understand reads the bytes of a file. What the metadata does not say is taken
// from what the file says of itself, then from its text.
func (a *app) understand(path string, data []byte, m revision.Meta, opts ingest.Options) (*reading, error) {
	defer a.progress("reading " + path)()
	result, err := ingest.ReadWith(path, data, opts)
	if err != nil {
		return nil, err // names the file
	}
	m.Title = cmp.Or(m.Title, result.Meta.Title, result.Title)
	m.Language = cmp.Or(m.Language, result.Meta.Language, result.Language)
	m.Citation = cmp.Or(m.Citation, result.Meta.Citation)
	m.Note = cmp.Or(m.Note, result.Meta.Note)
	if m.Date == "" && checkDate(result.Meta.Date) == nil {
		m.Date = result.Meta.Date
	}
	if m.Status == "" && checkStatus(result.Meta.Status) == nil {
		m.Status = result.Meta.Status
	}
	m.Source.SHA256, m.Source.Size = digest(data), int64(len(data))
	return &reading{
		Revision: &revision.Revision{Meta: m, Components: result.Components},
		path:     path, data: data, result: result,
	}, nil
}

// readBytes reads a file whole, and no further than the readers go: a mistaken
// argument must not fill the memory.
func readBytes(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: no such file", path)
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	var b bytes.Buffer
	if info, err := f.Stat(); err == nil && info.Size() <= ingest.MaxSize {
		b.Grow(int(info.Size()) + bytes.MinRead)
	}
	if _, err := b.ReadFrom(io.LimitReader(f, ingest.MaxSize+1)); err != nil {
		return nil, err
	}
	if b.Len() > ingest.MaxSize {
		return nil, tooLarge(path)
	}
	return b.Bytes(), nil
}

func tooLarge(what string) error {
	return fault.Hint(fmt.Errorf("%s: larger than %d MB, the most that is read", what, ingest.MaxSize>>20),
		"is this the text of one document? split it or remove what does not belong to it")
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// isPath reports whether a revision argument is a file or folder, not a label:
// it holds a separator, or names a file that is there.
func isPath(arg string) bool {
	if strings.ContainsAny(arg, `/`+string(filepath.Separator)) || arg == "." || arg == ".." || arg == stdinPath {
		return true
	}
	info, err := os.Stat(arg)
	return err == nil && info.Mode().IsRegular()
}
