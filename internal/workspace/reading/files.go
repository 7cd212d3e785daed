package reading

import (
	"archive/zip"
	"bytes"
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/workspace/folder"
)

// looseFolder reads the files of a folder as one text, in the order of their
// names, numbers counting as numbers. Hidden files are none of it.
func (r Reader) looseFolder(ctx context.Context, dir string) (*Reading, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var paths []string
	for _, e := range entries {
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir():
			return nil, fault.Hint(fmt.Errorf("%s is a folder without a %s, and holds the folder %s", dir, folder.File, e.Name()),
				"name the files that make the text, in their order: conceptdiff import FILE FILE … --label NAME")
		default:
			paths = append(paths, filepath.Join(dir, e.Name()))
		}
	}
	if len(paths) == 0 {
		return nil, fault.Hint(fmt.Errorf("%s is a folder without a %s and without files", dir, folder.File),
			"name a file, or describe the revision in %s", filepath.Join(dir, folder.File))
	}
	slices.SortFunc(paths, natural)
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	return r.Files(ctx, dir, filepath.Base(abs), paths)
}

// Files reads several files as one text in the order given. The source that
// is kept is an archive of them, the same bytes for the same files.
func (r Reader) Files(ctx context.Context, path, name string, paths []string) (*Reading, error) {
	data, err := pack(paths)
	if err != nil {
		return nil, err
	}
	return r.named(ctx, path, name+".zip", data)
}

// pack makes an archive of files, without their folders and times.
func pack(paths []string) ([]byte, error) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	used := map[string]bool{}
	for i, path := range paths {
		data, err := Bytes(path)
		if err != nil {
			return nil, err
		}
		name := filepath.Base(path)
		for n := i + 1; used[name]; n++ {
			name = fmt.Sprintf("%d-%s", n, filepath.Base(path))
		}
		used[name] = true
		w, err := z.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC)})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	if b.Len() > ingest.MaxSize {
		return nil, fmt.Errorf("the files are larger together than %d MB, the most that is read", ingest.MaxSize>>20)
	}
	return b.Bytes(), nil
}

// natural compares names as people number them: chapter-2 before chapter-10.
func natural(a, b string) int {
	x, y := a, b
	for x != "" && y != "" {
		n, m := digits(x), digits(y)
		if n > 0 && m > 0 {
			p, q := strings.TrimLeft(x[:n], "0"), strings.TrimLeft(y[:m], "0")
			if c := cmp.Or(cmp.Compare(len(p), len(q)), strings.Compare(p, q)); c != 0 {
				return c
			}
			x, y = x[n:], y[m:]
			continue
		}
		if x[0] != y[0] {
			return cmp.Compare(x[0], y[0])
		}
		x, y = x[1:], y[1:]
	}
	return cmp.Or(cmp.Compare(len(x), len(y)), strings.Compare(a, b))
}

// digits is how many digits s begins with.
func digits(s string) int { return len(s) - len(strings.TrimLeft(s, "0123456789")) }
