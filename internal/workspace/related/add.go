package related

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/whole"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
	"conceptdiff/internal/workspace/reading"
)

// Add puts the text at a path beside the record of that key in the workspace dir; where
// there is no record it makes one of what d says. A text that is another than the record's
// hash says, that another document is about, or that cannot be read, is refused, and
// nothing is left half stored.
func Add(ctx context.Context, dir, path string, d relate.Document) error {
	if err := folder.CheckLabel(d.Key); err != nil {
		return fmt.Errorf("--key: %w", err)
	}
	data, err := reading.Bytes(path)
	if err != nil {
		return err
	}
	sum := file.Digest(data)
	all, err := folder.ReadDocuments(dir)
	if err != nil {
		return err
	}
	home, name := filepath.Join(folder.RelatedFolder(dir), d.Key), filepath.Base(path)
	if i := slices.IndexFunc(all, func(o folder.Document) bool { return o.SHA256 == sum && o.Key != d.Key }); i >= 0 {
		return fault.Hint(fmt.Errorf("%s is the text that %s is about", path, all[i].Key), "--key %s", all[i].Key)
	}
	at := slices.IndexFunc(all, func(o folder.Document) bool { return o.Key == d.Key })
	if at >= 0 {
		known := &all[at]
		switch {
		case known.SHA256 != "" && known.SHA256 != sum:
			return fault.Hint(fmt.Errorf("%s is not the text that the record of %s is about: its SHA-256 is %s, not %s", path, d.Key, sum, known.SHA256),
				"another text needs a key of its own: --key %s-2", d.Key)
		case known.File == "":
			return fault.Hint(fmt.Errorf("%s names no file for its text", filepath.Join(known.Dir, folder.DocumentFile)), "write into it: file: %s", name)
		}
		home, name = known.Dir, known.File
	}
	if name == folder.DocumentFile {
		return fmt.Errorf("%s: that is the name of the record: the text needs another", path)
	}
	if _, _, _, err := passages(ctx, path, data); err != nil {
		return err
	}
	if other, err := reading.Bytes(filepath.Join(home, name)); err == nil && file.Digest(other) != sum {
		return fmt.Errorf("%s is there already, with other bytes", filepath.Join(home, name))
	}
	if err := os.MkdirAll(home, 0o755); err != nil {
		return err
	}
	// The text first: without a record it is no document yet, and the next try goes on.
	if err := writeNew(filepath.Join(home, name), data); err != nil {
		return err
	}
	if at >= 0 {
		return nil
	}
	d.SHA256, d.File = sum, name
	if d.Relation == "" {
		d.Relation = "description"
	}
	return writeNew(filepath.Join(home, folder.DocumentFile), recordOf(&d))
}

// writeNew writes a file that is not there yet; one that is has the same bytes.
func writeNew(path string, data []byte) error {
	err := whole.Create(path, func(part string) error { return os.WriteFile(part, data, 0o644) })
	if errors.Is(err, fs.ErrExist) {
		return nil
	}
	return err
}

// recordOf is the document.yaml of a document that has none.
func recordOf(d *relate.Document) []byte {
	var b strings.Builder
	for _, f := range [][2]string{
		{"key", d.Key},
		{"title", d.Title},
		{"date", d.Date},
		{"relation", string(d.Relation)},
		{"language", d.Language},
		{"citation", d.Citation},
		{"sha256", d.SHA256},
		{"file", d.File},
	} {
		if f[1] != "" {
			fmt.Fprintf(&b, "%s: %q\n", f[0], f[1])
		}
	}
	return []byte(b.String())
}
