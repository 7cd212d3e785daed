package docx

import (
	"bytes"
	"strconv"
)

const appProperties = xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
	`<Application>conceptdiff</Application></Properties>`

// coreProperties are title, author and date as every program shows them.
func (d *document) coreProperties() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + attribute(d.title()) + `</dc:title><dc:creator>` + d.author + `</dc:creator>`)
	if d.newLang != "" {
		b.WriteString(`<dc:language>` + d.newLang + `</dc:language>`)
	}
	b.WriteString(`<dcterms:created xsi:type="dcterms:W3CDTF">` + d.date + `T00:00:00Z</dcterms:created></cp:coreProperties>`)
	return b.Bytes()
}

// customProperties say exactly which two texts the document was made from.
func (d *document) customProperties() []byte {
	var b bytes.Buffer
	b.WriteString(xmlHead + `<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"` +
		` xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">`)
	old, now := &d.report.Old, &d.report.New
	for i, p := range [...]struct{ name, value string }{
		{"Old label", old.Label},
		{"Old status", string(old.Status)},
		{"Old SHA-256", old.Source.SHA256},
		{"New label", now.Label},
		{"New status", string(now.Status)},
		{"New SHA-256", now.Source.SHA256},
	} {
		b.WriteString(`<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="` + strconv.Itoa(i+2) + `" name="` + p.name +
			`"><vt:lpwstr>` + attribute(p.value) + `</vt:lpwstr></property>`)
	}
	b.WriteString(`</Properties>`)
	return b.Bytes()
}
