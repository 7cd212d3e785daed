package ooxml

import (
	"archive/zip"
	"bytes"
	"io"
	"path"
	"strconv"
	"strings"
)

// Part is one file of a package.
type Part struct {
	Name     string // its path in the archive, such as "word/styles.xml"
	Type     string // its media type
	Relation string // the type of the relationship that leads to it; "" for the main part
	Data     []byte
}

// Package is a document that is to be written.
type Package struct {
	Main       Part
	Parts      []Part // to which the main part refers
	Properties []Part // of the document, to which the package refers
}

// RelationID is the identifier under which the main part refers to another:
// "header1" for word/header1.xml.
func RelationID(part string) string {
	base := path.Base(part)
	return strings.TrimSuffix(base, path.Ext(base))
}

// Write writes the package as a ZIP file, always in the same order and with the
// same times.
func (p *Package) Write(w io.Writer) error {
	p.Main.Relation = OfficeRelation + "officeDocument"
	files := []Part{
		{Name: TypesPart, Data: p.types()},
		{Name: ownRelations, Data: p.ownRelations()},
		p.Main,
	}
	if len(p.Parts) > 0 {
		files = append(files, Part{Name: relationsOf(p.Main.Name), Data: p.relations()})
	}
	files = append(append(files, p.Parts...), p.Properties...)
	z := zip.NewWriter(w)
	for _, f := range files {
		if err := AddFile(z, f.Name, f.Data); err != nil {
			return err
		}
	}
	return z.Close()
}

// types declares the media type of every part.
func (p *Package) types() []byte {
	var b bytes.Buffer
	b.WriteString(Head + `<Types xmlns="` + contentTypes + `">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, list := range [][]Part{{p.Main}, p.Parts, p.Properties} {
		for _, part := range list {
			b.WriteString(`<Override PartName="/` + part.Name + `" ContentType="` + part.Type + `"/>`)
		}
	}
	b.WriteString(`</Types>`)
	return b.Bytes()
}

// ownRelations leads from the package to its main part and its properties.
func (p *Package) ownRelations() []byte {
	w := newRelations()
	for i, part := range append([]Part{p.Main}, p.Properties...) {
		w.add("rId"+strconv.Itoa(i+1), part.Relation, part.Name)
	}
	return w.end()
}

// relations leads from the main part to the others; their targets are relative
// to its folder.
func (p *Package) relations() []byte {
	w := newRelations()
	dir := path.Dir(p.Main.Name) + "/"
	for _, part := range p.Parts {
		w.add(RelationID(part.Name), part.Relation, strings.TrimPrefix(part.Name, dir))
	}
	return w.end()
}

// relationWriter writes a part of relationships.
type relationWriter struct{ bytes.Buffer }

func newRelations() *relationWriter {
	w := &relationWriter{}
	w.WriteString(Head + `<Relationships xmlns="` + packageRelation + `">`)
	return w
}

func (w *relationWriter) add(id, kind, target string) {
	w.WriteString(relationElement(id, kind, target))
}

func (w *relationWriter) end() []byte {
	w.WriteString(`</Relationships>`)
	return w.Bytes()
}

func relationElement(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + Escape(target) + `"/>`
}
