package ooxml

import (
	"bytes"
	"strconv"
)

// Core are a document's title, author and date as every program shows them. The
// values are plain text.
type Core struct {
	Title    string
	Creator  string
	Language string // BCP 47 tag; "" is left out
	Created  string // day, YYYY-MM-DD
}

// Part is the part that holds the properties.
func (c *Core) Part() Part {
	var b bytes.Buffer
	b.WriteString(Head + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + Text(c.Title) + `</dc:title><dc:creator>` + Text(c.Creator) + `</dc:creator>`)
	if c.Language != "" {
		b.WriteString(`<dc:language>` + Text(c.Language) + `</dc:language>`)
	}
	b.WriteString(`<dcterms:created xsi:type="dcterms:W3CDTF">` + Text(c.Created) + `T00:00:00Z</dcterms:created></cp:coreProperties>`)
	return Part{
		CoreProperties, "application/vnd.openxmlformats-package.core-properties+xml",
		"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties", b.Bytes(),
	}
}

// AppPart names the program that wrote the document.
func AppPart(name string) Part {
	return Part{
		"docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml", OfficeRelation + "extended-properties",
		[]byte(Head + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
			`<Application>` + Text(name) + `</Application></Properties>`),
	}
}

// Property is a property that a document defines itself.
type Property struct{ Name, Value string }

// CustomPart holds properties that a document defines itself, in their order.
func CustomPart(properties []Property) Part {
	var b bytes.Buffer
	b.WriteString(Head + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	const own = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" // the set of properties that a user defines, numbered from 2
	for i, p := range properties {
		b.WriteString(`<property fmtid="` + own + `" pid="` + strconv.Itoa(i+2) + `" name="` + Text(p.Name) +
			`"><vt:lpwstr>` + Text(p.Value) + `</vt:lpwstr></property>`)
	}
	b.WriteString(`</Properties>`)
	return Part{
		"docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml", OfficeRelation + "custom-properties", b.Bytes(),
	}
}
