// Package related reads the documents around the revisions of a workspace, from its
// folder or from what a store kept of it, and puts new ones into the folder.
package related

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"conceptdiff/internal/fault"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/relate/prose"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/store"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/workspace/folder"
)

// Files reads the documents that lie in a workspace: of each, by its key, its record and,
// where it is there, the text beside it. Two of one key are an error.
func Files(dir string) (map[string][]store.ClaimFile, error) {
	found, err := folder.ReadDocuments(dir)
	if err != nil {
		return nil, err
	}
	out := make(map[string][]store.ClaimFile, len(found))
	for i := range found {
		d := &found[i]
		paths := []string{filepath.Join(d.Dir, folder.DocumentFile)}
		if d.File != "" {
			paths = append(paths, filepath.Join(d.Dir, d.File))
		}
		for n, path := range paths {
			data, err := file.Read(path, ingest.MaxSize)
			if n > 0 && errors.Is(err, fs.ErrNotExist) {
				continue // the record is all there is
			}
			if err != nil {
				return nil, err
			}
			out[d.Key] = append(out[d.Key], store.ClaimFile{Name: filepath.Base(path), SHA256: file.Digest(data), Data: data})
		}
	}
	return out, nil
}

// Same reports whether what lies in a workspace is, byte for byte, what a store has the
// digests of by key and name. It reads the files and nothing in them.
func Same(dir string, stored map[string]map[string]string) bool {
	root := folder.RelatedFolder(dir)
	entries, err := os.ReadDir(root)
	if err != nil {
		return errors.Is(err, fs.ErrNotExist)
	}
	same, here := 0, 0
	for _, e := range entries {
		files, err := digests(filepath.Join(root, e.Name()))
		if err != nil {
			return false
		}
		record, is := files[folder.DocumentFile]
		if !is || strings.HasPrefix(e.Name(), ".") {
			continue
		}
		here++
		for _, known := range stored {
			if known[folder.DocumentFile] == record && maps.Equal(known, files) {
				same++
			}
		}
	}
	return same == here && same == len(stored)
}

// digests are those of the files in a folder by name; nil when it is none.
func digests(dir string) (map[string]string, error) {
	if !file.IsDir(dir) {
		return nil, nil
	}
	entries, err := os.ReadDir(dir)
	out := make(map[string]string, len(entries))
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") || e.IsDir() {
			continue
		}
		data, err := file.Read(filepath.Join(dir, e.Name()), ingest.MaxSize)
		if err != nil {
			return nil, err
		}
		out[e.Name()] = file.Digest(data)
	}
	return out, err
}

// Read makes documents of files, sorted by key: with their words where the text is there,
// else with the gists and facts of the record. where is the folder that errors name. A
// text that is another than the record's hash says is refused, and so is a document of
// which nothing can be read. lost is told of addresses of a record that lead nowhere in
// the text any more.
func Read(ctx context.Context, where string, files map[string][]store.ClaimFile, lost func(key string, addresses []string)) ([]*relate.Document, error) {
	var out []*relate.Document
	for _, key := range slices.Sorted(maps.Keys(files)) {
		d, gone, err := read(ctx, filepath.Join(where, key), files[key])
		if err != nil {
			return nil, err
		}
		if len(gone) > 0 {
			lost(key, gone)
		}
		out = append(out, d)
	}
	return out, nil
}

func read(ctx context.Context, dir string, files []store.ClaimFile) (d *relate.Document, lost []string, err error) {
	at := slices.IndexFunc(files, func(f store.ClaimFile) bool { return f.Name == folder.DocumentFile })
	if at < 0 {
		return nil, nil, fmt.Errorf("%s holds no %s", dir, folder.DocumentFile)
	}
	record, err := folder.ParseDocument(filepath.Join(dir, folder.DocumentFile), files[at].Data)
	if err != nil {
		return nil, nil, err
	}
	d = &record.Document
	at = slices.IndexFunc(files, func(f store.ClaimFile) bool { return f.Name == d.File })
	if at < 0 {
		if len(d.Passages) == 0 {
			return nil, nil, fault.Hint(fmt.Errorf("%s has neither a text nor passages in its record", filepath.Join(dir, folder.DocumentFile)),
				"conceptdiff related add FILE --key %s", d.Key)
		}
		return d, nil, nil
	}
	path := filepath.Join(dir, d.File)
	if sum := files[at].SHA256; d.SHA256 != "" && sum != d.SHA256 {
		return nil, nil, fault.Hint(fmt.Errorf("%s is another text than the record of %s is about: its SHA-256 is %s, not %s", path, d.Key, sum, d.SHA256),
			"put the text as received there, or take it away: the record works alone")
	}
	passages, title, language, err := passages(ctx, path, files[at].Data)
	if err != nil {
		return nil, nil, err
	}
	lost = relate.Lost(passages, d.Passages, cmp.Or(d.Language, language))
	d.Passages, d.Recorded, d.SHA256 = passages, false, files[at].SHA256
	d.Title, d.Language = cmp.Or(d.Title, title), cmp.Or(d.Language, language)
	return d, lost, nil
}

// passages reads the text of a document: plain text as prose unless it has clauses with
// numbers, all else as a revision is read.
func passages(ctx context.Context, path string, data []byte) (list []relate.Passage, title, language string, err error) {
	r, err := ingest.ReadWith(ctx, path, data, ingest.Options{})
	if err != nil {
		return nil, "", "", err
	}
	rev := &revision.Revision{Meta: revision.Meta{Title: r.Title, Language: r.Language}, Components: r.Components}
	numbered := slices.ContainsFunc(rev.Clauses(), func(c *revision.Clause) bool { return c.Kind == revision.KindClause })
	if r.Format == ingest.FormatText && !numbered {
		p := prose.Read(strings.ToValidUTF8(string(data), ""))
		list, title = p.Passages, p.Title
	} else {
		list, title = trim(relate.TextOf(rev).Passages), r.Title
		if prose.Furniture(title) {
			title = ""
			if len(list) > 0 && list[0].Title {
				title = list[0].Text
			}
		}
	}
	if len(list) == 0 {
		return nil, "", "", fmt.Errorf("%s: there is no text in it", path)
	}
	return list, title, r.Language, nil
}

// trim leaves out what a page of the web puts above and below its text.
func trim(list []relate.Passage) []relate.Passage {
	for len(list) > 0 && prose.Furniture(list[0].Text) {
		list = list[1:]
	}
	for len(list) > 0 && prose.Furniture(list[len(list)-1].Text) {
		list = list[:len(list)-1]
	}
	for i := range list {
		if prose.Furniture(list[i].Heading) {
			list[i].Heading = ""
		}
	}
	return list
}

// Named finds the document with a key; the error names the nearest.
func Named(all []*relate.Document, key string) (*relate.Document, error) {
	var keys []string
	for _, d := range all {
		if d.Key == key {
			return d, nil
		}
		keys = append(keys, d.Key)
	}
	err := fmt.Errorf("no related document has the key %q", key)
	if len(keys) == 0 {
		return nil, fault.Hint(err, "there is none: conceptdiff related add FILE --key KEY")
	}
	if near := revision.Nearest(key, keys, 2); len(near) > 0 {
		return nil, fault.Hint(err, "did you mean %s?", phrase.Or(near))
	}
	return nil, fault.Hint(err, "there are %s", phrase.And(keys))
}

// At finds the passage of a document with an address; the error names the nearest.
func At(d *relate.Document, address string) (*relate.Passage, error) {
	if p := d.Text().At(address); p != nil {
		return p, nil
	}
	var all []string
	for i := range d.Passages {
		all = append(all, d.Passages[i].Address)
	}
	err := fmt.Errorf("%s has no passage %q", d.Key, address)
	if near := revision.Nearest(address, all, 3); len(near) > 0 {
		return nil, fault.Hint(err, "did you mean %s?", phrase.Or(near))
	}
	return nil, fault.Hint(err, "conceptdiff show %s lists them", d.Key)
}
