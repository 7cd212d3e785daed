// Package reading reads the text that a path stands for: a file of any format, the
// folder of a revision with its revision.yaml, a folder of files that are one text,
// or the standard input.
package reading

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
)

// Reading is a text that was read: the revision, the bytes it was read from, and
// what the reader has to say.
type Reading struct {
	*revision.Revision
	Path   string
	Data   []byte
	Result *ingest.Result
	Claims []string // paths of the claims files that belong to it
	// Sources are the paths of what may be copies of the publications they quote.
	Sources []string
}

// Reader reads texts in one way.
type Reader struct {
	// Options are the states of tracked changes and struck-out words that a person
	// chose; they stand above those of a revision.yaml. What is left open and stated
	// nowhere is for the readers to refuse.
	Options ingest.Options
	// LeaveOutStruck leaves struck-out words out where nobody said what they are, in
	// a consolidation too: for those who only look at a text.
	LeaveOutStruck bool
	// Stdin is what the path «-» stands for; nil for nothing.
	Stdin *Stdin
	// Progress is told what takes long, and its result is called at the end; nil for
	// nobody.
	Progress func(what string) (done func())
}

// Path reads a file, the revision that lies in a folder with a revision.yaml,
// or a folder of files as one text. The metadata of a revision's folder also
// holds for its file when that is named alone, so that an illustrative draft is
// never shown without its status.
func (r Reader) Path(ctx context.Context, path string) (*Reading, error) {
	if path == StdinPath {
		return r.stdin(ctx)
	}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", path)
	case err != nil:
		return nil, err
	case info.IsDir():
		f, err := folder.Read(path)
		if errors.Is(err, fs.ErrNotExist) {
			return r.looseFolder(ctx, path)
		}
		if err != nil {
			return nil, err
		}
		return r.Folder(ctx, f)
	}
	f, err := folder.Read(filepath.Dir(path))
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err == nil && f.File == filepath.Base(path):
		return r.Folder(ctx, f)
	}
	data, err := Bytes(path)
	if err != nil {
		return nil, err
	}
	return r.named(ctx, path, filepath.Base(path), data)
}

// Received reads a text that was received as bytes under the name of its file.
func (r Reader) Received(ctx context.Context, name string, data []byte) (*Reading, error) {
	name = filepath.Base(filepath.ToSlash(strings.ReplaceAll(name, `\`, "/")))
	if len(data) > ingest.MaxSize {
		return nil, tooLarge(name)
	}
	return r.named(ctx, name, name, data)
}

// named reads a text of which nothing is known but the name of its file.
func (r Reader) named(ctx context.Context, path, name string, data []byte) (*Reading, error) {
	label := strings.TrimSuffix(name, filepath.Ext(name))
	return r.parse(ctx, path, data, revision.Meta{Label: label, Source: revision.Source{Name: name}})
}

// Folder reads the revision of a folder, in the state of its tracked changes that
// was given or, where none was, in the one that its revision.yaml names.
func (r Reader) Folder(ctx context.Context, f folder.Folder) (*Reading, error) {
	own := f.Options()
	r.Options.Changes = cmp.Or(r.Options.Changes, own.Changes)
	r.Options.Struck = cmp.Or(r.Options.Struck, own.Struck)
	data, err := Bytes(f.SourcePath())
	if err != nil {
		return nil, err
	}
	m := f.Meta()
	m.Source.Name = f.File
	read, err := r.parse(ctx, f.SourcePath(), data, m)
	if err != nil {
		return nil, err
	}
	if read.Claims, err = f.ClaimPaths(); err != nil {
		return nil, err
	}
	read.Sources, err = f.SourcePaths()
	return read, err
}

// parse reads the bytes of a file. What the metadata does not say is taken
// from what the file says of itself, then from its text.
func (r Reader) parse(ctx context.Context, path string, data []byte, m revision.Meta) (*Reading, error) {
	if r.Progress != nil {
		defer r.Progress("reading " + path)()
	}
	opts := r.Options
	if opts.Struck == "" && r.LeaveOutStruck {
		opts.Struck = flow.DropStruck
	}
	result, err := ingest.ReadWith(ctx, path, data, opts)
	if err != nil {
		return nil, err // names the file
	}
	m.Title = cmp.Or(m.Title, result.Meta.Title, result.Title)
	m.Language = cmp.Or(m.Language, result.Meta.Language, result.Language)
	m.Citation = cmp.Or(m.Citation, result.Meta.Citation)
	m.Note = cmp.Or(m.Note, result.Meta.Note)
	if m.Date == "" && folder.CheckDate(result.Meta.Date) == nil {
		m.Date = result.Meta.Date
	}
	if m.Status == "" && folder.CheckStatus(result.Meta.Status) == nil {
		m.Status = result.Meta.Status
	}
	m.Source.SHA256, m.Source.Size = file.Digest(data), int64(len(data))
	return &Reading{
		Revision: &revision.Revision{Meta: m, Components: result.Components},
		Path:     path, Data: data, Result: result,
	}, nil
}

// Bytes reads the file of a text whole, and no further than the readers go.
func Bytes(path string) ([]byte, error) {
	data, err := file.Read(path, ingest.MaxSize)
	if errors.As(err, new(*file.TooLargeError)) {
		err = tooLarge(path)
	}
	return data, err
}

func tooLarge(what string) error {
	return fault.Hint(&file.TooLargeError{Path: what, Limit: ingest.MaxSize},
		"is this the text of one document? split it or remove what does not belong to it")
}

// IsPath reports whether a revision argument is a file or folder, not a label:
// it holds a separator, or names a file that is there.
func IsPath(arg string) bool {
	if strings.ContainsAny(arg, `/`+string(filepath.Separator)) || arg == "." || arg == ".." || arg == StdinPath {
		return true
	}
	info, err := os.Stat(arg)
	return err == nil && info.Mode().IsRegular()
}
