package ooxml

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"
)

// ErrNoPackage says that a file is no package, or leads to no main part.
var ErrNoPackage = errors.New("not an Office Open XML file")

// MaxPart is the largest part that is read, in bytes.
const MaxPart = 512 << 20

// Opened is a package that is to be changed: its parts are read when they are
// asked for, and replaced by what [Opened.Set] says.
type Opened struct {
	Main      string     // the name of the main part
	Strict    bool       // it has the namespaces of the strict standard
	Relations []Relation // of the main part
	zip       *zip.Reader
	entries   map[string]*zip.File // by name in small letters; the first of one name
	changed   map[string][]byte    // by name
	added     []string             // names of parts that the file did not have, in order
}

// Open finds the main part by the package's relationships.
func Open(file []byte) (*Opened, error) {
	z, err := zip.NewReader(bytes.NewReader(file), int64(len(file)))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrNoPackage, err)
	}
	p := &Opened{zip: z, entries: make(map[string]*zip.File), changed: make(map[string][]byte)}
	for _, f := range z.File {
		if name := strings.ToLower(partName(f)); p.entries[name] == nil {
			p.entries[name] = f
		}
	}
	own, err := p.RelationsOf("")
	if err != nil {
		return nil, err
	}
	main := p.Choose(own, "officeDocument")
	if main == nil || p.entry(main.Target) == nil {
		return nil, fmt.Errorf("%w: no relationship in %s leads to its main part", ErrNoPackage, p.Name(ownRelations))
	}
	if p.entry(TypesPart) == nil {
		return nil, fmt.Errorf("%w: it has no %s", ErrNoPackage, TypesPart)
	}
	p.Main, p.Strict = p.Name(main.Target), strings.HasPrefix(main.Type, StrictRelation)
	p.Relations, err = p.RelationsOf(p.Main)
	return p, err
}

// entry is a part of the package; names of parts are the same in any case.
func (p *Opened) entry(name string) *zip.File { return p.entries[strings.ToLower(name)] }

func partName(f *zip.File) string { return strings.TrimPrefix(f.Name, "/") }

// Name is what the file calls a part, in its own capitals; the name itself where
// it has none.
func (p *Opened) Name(part string) string {
	if f := p.entry(part); f != nil {
		return partName(f)
	}
	return part
}

// Read is the content of a part as it is now, nil when there is none.
func (p *Opened) Read(part string) ([]byte, error) {
	name := p.Name(part)
	if data := p.changed[name]; data != nil {
		return data, nil
	}
	f := p.entry(part)
	if f == nil {
		return nil, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	data, err := io.ReadAll(io.LimitReader(r, MaxPart+1))
	if err == nil && len(data) > MaxPart {
		err = fmt.Errorf("%s is larger than %d MB unpacked", name, MaxPart>>20)
	}
	return data, err
}

// Set replaces a part, or adds it behind all others. data may not be nil.
func (p *Opened) Set(part string, data []byte) {
	name := p.Name(part)
	if p.entry(part) == nil && p.changed[name] == nil {
		p.added = append(p.added, name)
	}
	p.changed[name] = data
}

// Free is a name for a new part that no other has, whether or not anything
// refers to it: stem.xml, stem2.xml and so on.
func (p *Opened) Free(stem string) string {
	name := stem + ".xml"
	for i := 2; p.entry(name) != nil; i++ {
		name = stem + strconv.Itoa(i) + ".xml"
	}
	return name
}

// Write writes the package anew: the parts that changed, and all others as they
// are, to the byte.
func (p *Opened) Write(w io.Writer) error {
	out := zip.NewWriter(w)
	for _, f := range p.zip.File {
		data := p.changed[partName(f)]
		if data == nil {
			if err := copyFile(out, f); err != nil {
				return err
			}
			continue
		}
		if err := AddFile(out, f.Name, data); err != nil {
			return err
		}
	}
	for _, name := range p.added {
		if err := AddFile(out, name, p.changed[name]); err != nil {
			return err
		}
	}
	return out.Close()
}

// Relation is a link from one part to another.
type Relation struct {
	ID, Type string
	Target   string // the part's name; "" for what stands outside the package
}

// RelationsOf reads the links of a part; "" is the package itself. The order is
// by target so that it does not depend on the writer.
func (p *Opened) RelationsOf(part string) ([]Relation, error) {
	name := relationsOf(part)
	data, err := p.Read(name)
	if data == nil || err != nil {
		return nil, err
	}
	root, err := Scan(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", p.Name(name), err)
	}
	dir := path.Dir(part)
	var out []Relation
	for _, e := range root.Children {
		if _, local := CutPrefix(e.Name); local != "Relationship" {
			continue
		}
		r := Relation{ID: e.Attr("Id"), Type: e.Attr("Type")}
		if e.Attr("TargetMode") != "External" {
			target, rooted := strings.CutPrefix(e.Attr("Target"), "/")
			if !rooted {
				target = path.Join(dir, target)
			}
			r.Target = path.Clean(target)
		}
		out = append(out, r)
	}
	slices.SortStableFunc(out, func(a, b Relation) int { return strings.Compare(a.Target, b.Target) })
	return out, nil
}

// Choose is the relationship of a kind, such as "comments", to a part of the
// package: of several, the last to a part that is there, which is the one that
// our reader takes. It is nil when there is none.
func (p *Opened) Choose(all []Relation, kind string) *Relation {
	var found *Relation
	for i := range all {
		r := &all[i]
		if path.Base(r.Type) == kind && r.Target != "" && (found == nil || p.entry(r.Target) != nil) {
			found = r
		}
	}
	return found
}

// relationsOf is where the relationships of a part stand; "" is the package
// itself.
func relationsOf(part string) string {
	dir, base := path.Split(part)
	return dir + "_rels/" + base + relationsSuffix
}
