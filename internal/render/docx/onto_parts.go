package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// wordParts are the parts of a Word file that may change. Their names are the
// file's own: programs call them as they like, and relationships say which is
// which.
type wordParts struct {
	zip                          *zip.Reader
	entries                      map[string]*zip.File // by name in small letters; the first of one name
	main, comments, links, types string
	data                         map[string][]byte // by name; nil where the file has no such part
	related                      []relation        // of the main part
	strict                       bool              // it has the namespaces of the strict standard
}

// openParts finds the main part by the package's relationships and its comments
// by its own.
func openParts(file []byte) (*wordParts, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNotWord, err)
	}
	p := &wordParts{zip: z, entries: make(map[string]*zip.File), data: make(map[string][]byte)}
	for _, f := range z.File {
		if name := strings.ToLower(partName(f)); p.entries[name] == nil {
			p.entries[name] = f
		}
	}
	links, data, err := p.read(linksOf(""))
	if err != nil {
		return nil, err
	}
	delete(p.data, links) // they do not change
	related, err := relations(links, data, "")
	if err != nil {
		return nil, err
	}
	main := p.choose(related, "officeDocument")
	if main == nil || p.entry(main.target) == nil {
		return nil, fmt.Errorf("%w: no relationship in %s leads to its main part", ErrNotWord, links)
	}
	p.strict = strings.HasPrefix(main.kind, strictRel)
	if p.main, _, err = p.read(main.target); err != nil {
		return nil, err
	}
	if p.types, data, err = p.read(typesPart); err != nil {
		return nil, err
	}
	if data == nil {
		return nil, fmt.Errorf("%w: it has no %s", ErrNotWord, typesPart)
	}
	if p.links, data, err = p.read(linksOf(p.main)); err != nil {
		return nil, err
	}
	if p.related, err = relations(p.links, data, path.Dir(p.main)); err != nil {
		return nil, err
	}
	if comments := p.choose(p.related, "comments"); comments != nil {
		p.comments, _, err = p.read(comments.target)
		return p, err
	}
	p.comments = p.free(path.Join(path.Dir(p.main), "comments"))
	return p, nil
}

// maxPart is the largest part that is read, in bytes.
const maxPart = 512 << 20

// entry is a part of the package; names of parts are the same in any case.
func (p *wordParts) entry(name string) *zip.File { return p.entries[strings.ToLower(name)] }

func partName(f *zip.File) string { return strings.TrimPrefix(f.Name, "/") }

// read reads a part, nil when there is none, and says what the file calls it.
func (p *wordParts) read(name string) (string, []byte, error) {
	f := p.entry(name)
	if f == nil {
		return name, nil, nil
	}
	name = partName(f)
	r, err := f.Open()
	if err != nil {
		return name, nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, maxPart+1))
	if err == nil && len(data) > maxPart {
		err = fmt.Errorf("%s is larger than %d MB unpacked", name, maxPart>>20)
	}
	p.data[name] = data
	return name, data, err
}

// free is a name for a new part that no other has, whether or not anything
// refers to it.
func (p *wordParts) free(stem string) string {
	name := stem + ".xml"
	for i := 2; p.entry(name) != nil; i++ {
		name = stem + strconv.Itoa(i) + ".xml"
	}
	return name
}

// relation is a link from one part to another.
type relation struct{ id, kind, target string }

// relations reads the links of a part that stands in dir. The order is by target
// so that it does not depend on the writer.
func relations(name string, data []byte, dir string) ([]relation, error) {
	if data == nil {
		return nil, nil
	}
	root, err := scan(data)
	if err != nil {
		return nil, fmt.Errorf("%s of the Word document: %w", name, err)
	}
	var out []relation
	for _, e := range root.children {
		if _, local := cutPrefix(e.name); local != "Relationship" {
			continue
		}
		r := relation{id: e.attr("Id"), kind: e.attr("Type")}
		if e.attr("TargetMode") != "External" {
			target, rooted := strings.CutPrefix(e.attr("Target"), "/")
			if !rooted {
				target = path.Join(dir, target)
			}
			r.target = path.Clean(target)
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b relation) int { return strings.Compare(a.target, b.target) })
	return out, nil
}

// choose is the relationship of a kind to a part of the package: of several,
// the last to a part that is there, which is the one that our reader takes.
func (p *wordParts) choose(all []relation, kind string) *relation {
	var found *relation
	for i := range all {
		r := &all[i]
		if path.Base(r.kind) == kind && r.target != "" && (found == nil || p.entry(r.target) != nil) {
			found = r
		}
	}
	return found
}

// linksOf is where the relationships of a part stand; "" is the package itself.
func linksOf(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + ".rels"
}

// write writes the package anew: the parts that changed, and all others as they
// are, to the byte.
func (p *wordParts) write(w io.Writer) error {
	out := zip.NewWriter(w)
	written := make(map[string]bool)
	for _, f := range p.zip.File {
		data := p.data[partName(f)]
		if data == nil {
			if err := copyEntry(out, f); err != nil {
				return err
			}
			continue
		}
		written[partName(f)] = true
		if err := writeEntry(out, f.Name, data); err != nil {
			return err
		}
	}
	for _, name := range []string{p.comments, p.links} {
		if p.data[name] != nil && !written[name] {
			if err := writeEntry(out, name, p.data[name]); err != nil {
				return err
			}
		}
	}
	return out.Close()
}

func copyEntry(out *zip.Writer, f *zip.File) error {
	raw, err := f.OpenRaw()
	if err != nil {
		return err
	}
	entry, err := out.CreateRaw(&f.FileHeader)
	if err != nil {
		return err
	}
	_, err = io.Copy(entry, raw)
	return err
}
