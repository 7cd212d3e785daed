package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"conceptdiff/internal/ingest"
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

// readPath reads a file, or the revision that lies in a folder with a
// revision.yaml. The metadata of such a folder also holds for its file when
// that is named alone, so that an illustrative draft is never shown without its
// status.
func readPath(path string) (*reading, error) {
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such file", path)
	case err != nil:
		return nil, err
	case info.IsDir():
		f, err := readFolder(path)
		if errors.Is(err, fs.ErrNotExist) {
			return nil, hinted(fmt.Errorf("%s is a folder without a %s", path, metadataFile),
				"name the file in it, or describe the revision in %s", filepath.Join(path, metadataFile))
		}
		if err != nil {
			return nil, err
		}
		return readRevisionFolder(f)
	}
	f, err := readFolder(filepath.Dir(path))
	switch {
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return nil, err
	case err == nil && f.File == filepath.Base(path):
		return readRevisionFolder(f)
	}
	name := filepath.Base(path)
	stem := strings.TrimSuffix(name, filepath.Ext(name))
	return readSource(path, revision.Meta{Label: stem})
}

func readRevisionFolder(f folder) (*reading, error) {
	r, err := readSource(f.sourcePath(), f.meta())
	if err != nil {
		return nil, err
	}
	r.claims, err = f.claimPaths()
	return r, err
}

// readSource reads one file. What the metadata does not say is taken from the
// text.
func readSource(path string, m revision.Meta) (*reading, error) {
	data, err := readBytes(path)
	if err != nil {
		return nil, err
	}
	result, err := ingest.Read(path, data)
	if err != nil {
		return nil, err // names the file
	}
	if m.Title == "" {
		m.Title = result.Title
	}
	if m.Language == "" {
		m.Language = result.Language
	}
	m.Source = revision.Source{Name: filepath.Base(path), SHA256: digest(data), Size: int64(len(data))}
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
		return nil, hinted(fmt.Errorf("%s: larger than %d MB, the most that is read", path, ingest.MaxSize>>20),
			"is this the text of one document? split it or remove what does not belong to it")
	}
	return b.Bytes(), nil
}

func digest(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// isPath reports whether a revision argument is a file or folder, not a label:
// it holds a separator, or names a file that is there.
func isPath(arg string) bool {
	if strings.ContainsAny(arg, `/`+string(filepath.Separator)) || arg == "." || arg == ".." {
		return true
	}
	info, err := os.Stat(arg)
	return err == nil && info.Mode().IsRegular()
}
