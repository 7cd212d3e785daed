package docx

import (
	"archive/zip"
	"bytes"
	"io"
	"time"
)

// The XML namespaces and media types of a Word file (ECMA-376).
const (
	xmlHead       = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	wordSpace     = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
	wordNamespace = `xmlns:w="` + wordSpace + `"`
	linkNamespace = `xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	wordType      = "application/vnd.openxmlformats-officedocument.wordprocessingml."
	officeRel     = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
)

// The parts of a redline that others refer to by name.
const (
	documentPart = "word/document.xml"
	commentsPart = "word/comments.xml"
	linksPart    = "word/_rels/document.xml.rels"
	typesPart    = "[Content_Types].xml"
)

// part is one file of the package. kind is its media type; rel the type of the
// relationship that the document has to it, "" for none.
type part struct {
	name, kind, rel string
	data            []byte
}

// pack writes the document as a ZIP file, always in the same order and with
// the same times.
func (d *document) pack(w io.Writer) error {
	main := part{documentPart, wordType + "document.main+xml", "", d.documentXML()}
	parts := []part{
		{"word/styles.xml", wordType + "styles+xml", officeRel + "styles", d.stylesPart()},
		{"word/numbering.xml", wordType + "numbering+xml", officeRel + "numbering", d.numberingPart()},
		{"word/settings.xml", wordType + "settings+xml", officeRel + "settings", []byte(settingsPart)},
		{"word/fontTable.xml", wordType + "fontTable+xml", officeRel + "fontTable", []byte(fontTablePart)},
		{"word/header1.xml", wordType + "header+xml", officeRel + "header", d.firstHeader()},
		{"word/header2.xml", wordType + "header+xml", officeRel + "header", d.header()},
		{"word/footer1.xml", wordType + "footer+xml", officeRel + "footer", d.footer()},
		{commentsPart, wordType + "comments+xml", officeRel + "comments", d.commentsPart()},
	}
	properties := []part{
		{"docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml", "", d.coreProperties()},
		{"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", "", []byte(appProperties)},
		{"docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", "", d.customProperties()},
	}
	files := []part{
		{name: typesPart, data: contentTypes(append(append([]part{main}, parts...), properties...))},
		{name: "_rels/.rels", data: []byte(packageLinks)},
		main,
		{name: linksPart, data: links(parts)},
	}
	return zipParts(w, append(append(files, parts...), properties...))
}

func zipParts(w io.Writer, parts []part) error {
	z := zip.NewWriter(w)
	for _, p := range parts {
		if err := writeEntry(z, p.name, p.data); err != nil {
			return err
		}
	}
	return z.Close()
}

// writeEntry writes one file, with the earliest time that a ZIP file can tell.
func writeEntry(z *zip.Writer, name string, data []byte) error {
	f, err := z.CreateHeader(&zip.FileHeader{
		Name: name, Method: zip.Deflate, Modified: time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC),
	})
	if err != nil {
		return err
	}
	_, err = f.Write(data)
	return err
}

func contentTypes(parts []part) []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	for _, p := range parts {
		b.WriteString(`<Override PartName="/` + p.name + `" ContentType="` + p.kind + `"/>`)
	}
	b.WriteString(`</Types>`)
	return b.Bytes()
}

const packageLinks = xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
	`<Relationship Id="rId1" Type="` + officeRel + `officeDocument" Target="word/document.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + officeRel + `extended-properties" Target="docProps/app.xml"/>` +
	`<Relationship Id="rId4" Type="` + officeRel + `custom-properties" Target="docProps/custom.xml"/>` +
	`</Relationships>`

// links are the document's relationships: part i has the identifier that
// linkID gives it.
func links(parts []part) []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`)
	for _, p := range parts {
		b.WriteString(`<Relationship Id="` + linkID(p.name) + `" Type="` + p.rel + `" Target="` + p.name[len("word/"):] + `"/>`)
	}
	b.WriteString(`</Relationships>`)
	return b.Bytes()
}

// linkID is the identifier under which the document refers to a part:
// "header1" for word/header1.xml.
func linkID(name string) string { return name[len("word/") : len(name)-len(".xml")] }

// documentXML is word/document.xml: the paragraphs, and the page they stand
// on: A4, with another header on the first page.
func (d *document) documentXML() []byte {
	b := d.newBody()
	b.WriteString(xmlHead + `<w:document ` + wordNamespace + ` ` + linkNamespace + `><w:body>`)
	for i := range d.paragraphs {
		b.paragraph(i)
	}
	b.WriteString(`<w:sectPr>` +
		`<w:headerReference w:type="first" r:id="header1"/><w:headerReference w:type="default" r:id="header2"/>` +
		`<w:footerReference w:type="first" r:id="footer1"/><w:footerReference w:type="default" r:id="footer1"/>` +
		`<w:pgSz w:w="11906" w:h="16838"/>` +
		`<w:pgMar w:top="1418" w:right="1134" w:bottom="1134" w:left="1701" w:header="680" w:footer="567" w:gutter="0"/>` +
		`<w:titlePg/></w:sectPr></w:body></w:document>`)
	return b.Bytes()
}
