package folder

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"conceptdiff/internal/phrase"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/workspace/file"
	"conceptdiff/internal/yaml"
)

// The names of documents around the revisions, as they lie in a workspace:
// revisions/related/<key>/document.yaml, and the text as received beside it where one
// may hand it on.
const (
	Related      = "related"
	DocumentFile = "document.yaml"
)

// RelatedFolder is where the documents of a workspace lie.
func RelatedFolder(workspace string) string { return filepath.Join(workspace, Revisions, Related) }

// Document is a document around the revisions as it lies in a workspace. Its passages
// are those of the record; whoever reads the text beside it sets them anew.
type Document struct {
	relate.Document
	Dir string
}

// ReadDocuments reads the records of a workspace's documents by key. Two of one key, or
// about one text, are an error, as is a record that cannot be read.
func ReadDocuments(workspace string) ([]Document, error) {
	root := RelatedFolder(workspace)
	entries, err := os.ReadDir(root)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read related documents: %w", err)
	}
	var out []Document
	for _, e := range entries {
		dir := filepath.Join(root, e.Name())
		if strings.HasPrefix(e.Name(), ".") || !file.IsDir(dir) {
			continue
		}
		path := filepath.Join(dir, DocumentFile)
		for _, p := range []string{dir, path} {
			if err := file.Inside(workspace, p); err != nil {
				return nil, err
			}
		}
		data, err := file.Read(path, file.SideLimit)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, err
		}
		d, err := ParseDocument(path, data)
		if err != nil {
			return nil, err
		}
		d.Dir = dir
		if i := slices.IndexFunc(out, func(o Document) bool { return o.Key == d.Key }); i >= 0 {
			return nil, fmt.Errorf("%s and %s both have the key %q: change one in its %s", out[i].Dir, dir, d.Key, DocumentFile)
		}
		if i := slices.IndexFunc(out, func(o Document) bool { return d.SHA256 != "" && o.SHA256 == d.SHA256 }); i >= 0 {
			return nil, fmt.Errorf("%s and %s are about the same text (SHA-256 %s): keep one of them", out[i].Dir, dir, d.SHA256)
		}
		if d.File != "" {
			if err := file.Inside(workspace, filepath.Join(dir, d.File)); err != nil {
				return nil, err
			}
		}
		out = append(out, d)
	}
	return out, nil
}

// ParseDocument reads a document.yaml. Its errors name the file and, where they can, the
// line.
func ParseDocument(path string, data []byte) (Document, error) {
	var d Document
	if err := readDocument(&d, data); err != nil {
		return d, fmt.Errorf("%s:%w", path, err)
	}
	if err := checkDocument(&d); err != nil {
		return d, fmt.Errorf("%s: %w", path, err)
	}
	return d, nil
}

func readDocument(d *Document, data []byte) error {
	docs, err := yaml.Parse(data)
	if err != nil || len(docs) == 0 {
		return err
	}
	if len(docs) > 1 || !yaml.Is(docs[0], yaml.Mapping) {
		return faultAt(docs[len(docs)-1], "no fields: write them as key: NAME, one a line")
	}
	d.Recorded = true
	fields := map[string]*string{
		"key": &d.Key, "title": &d.Title, "date": &d.Date, "relation": (*string)(&d.Relation), "language": &d.Language,
		"citation": &d.Citation, "sha256": &d.SHA256, "file": &d.File,
	}
	seen := map[string]bool{}
	for pair := range slices.Chunk(docs[0].Content, 2) {
		key, value := pair[0], pair[1]
		if seen[key.Value] {
			return faultAt(key, "the field %q stands twice", key.Value)
		}
		seen[key.Value] = true
		if key.Value == "passages" {
			if err := readPassages(d, value); err != nil {
				return err
			}
			continue
		}
		into := fields[key.Value]
		switch {
		case into == nil:
			return faultAt(key, "unknown field %q", key.Value)
		case !yaml.Is(value, yaml.Scalar):
			return faultAt(value, "the field %q is no plain text: write it in quotation marks", key.Value)
		}
		*into = strings.TrimSpace(value.Value)
	}
	return nil
}

// readPassages reads the record's passages: of each an address, a gist and the facts.
func readPassages(d *Document, list *yaml.Node) error {
	if !yaml.Is(list, yaml.Sequence) {
		return faultAt(list, "passages is no list: write each as - at: ADDRESS")
	}
	lead := map[string]string{}
	for _, n := range list.Content {
		if !yaml.Is(n, yaml.Mapping) {
			return faultAt(n, "a passage has no fields: write at, gist and facts")
		}
		p := relate.Passage{}
		for pair := range slices.Chunk(n.Content, 2) {
			key, value := pair[0], pair[1]
			switch key.Value {
			case "at":
				p.Address = value.Value
			case "heading":
				p.Heading = value.Value
			case "gist":
				p.Text = strings.TrimSpace(value.Value)
			case "facts":
				if !yaml.Is(value, yaml.Sequence) {
					return faultAt(value, "facts is no list: write [NAME, NUMBER]")
				}
				for _, f := range value.Content {
					p.Facts = append(p.Facts, f.Value)
				}
			default:
				return faultAt(key, "unknown field %q of a passage", key.Value)
			}
		}
		if p.Address == "" || p.Text == "" {
			return faultAt(n, "a passage needs an address (at) and a gist")
		}
		if slices.ContainsFunc(d.Passages, func(o relate.Passage) bool { return o.Address == p.Address }) {
			return faultAt(n, "two passages at %s", p.Address)
		}
		above, _, item := strings.Cut(p.Address, "/i")
		if item {
			p.Lead = lead[above]
		} else {
			lead[p.Address] = p.Text
		}
		if i := strings.LastIndex(above, "/"); i > 0 {
			p.Clause = above[:i]
		} else {
			p.Clause = "preface"
		}
		d.Passages = append(d.Passages, p)
	}
	return nil
}

func faultAt(n *yaml.Node, format string, args ...any) error {
	return &yaml.Fault{Line: n.Line, Column: n.Column, Msg: fmt.Sprintf(format, args...)}
}

func checkDocument(d *Document) error {
	if d.Key == "" {
		return errors.New("it has no key: key: NAME")
	}
	if err := CheckLabel(d.Key); err != nil {
		return fmt.Errorf("key: %w", err)
	}
	if !slices.Contains(relate.Relationships, d.Relation) {
		var names []string
		for _, r := range relate.Relationships {
			names = append(names, string(r))
		}
		return fmt.Errorf("relation %q is unknown: write %s", d.Relation, phrase.Or(names))
	}
	if d.File != filepath.Base(d.File) && d.File != "" {
		return fmt.Errorf("file: %q must be the name of a file in the same folder", d.File)
	}
	return CheckLanguage(d.Language)
}
