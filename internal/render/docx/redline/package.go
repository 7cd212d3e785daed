package redline

import (
	"io"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
)

// pack writes the document as a Word file, always in the same order and with the same
// times. The error is that of w.
func (d *document) pack(w io.Writer) error {
	p := ooxml.Package{
		Main: wordml.Document(d.documentXML()),
		Parts: []ooxml.Part{
			wordml.Part("styles", "styles", d.stylesPart()),
			wordml.Part("numbering", "numbering", d.numberingPart()),
			wordml.Part("settings", "settings", []byte(settingsPart)),
			wordml.Part("fontTable", "fontTable", []byte(fontTablePart)),
			wordml.Part("header1", "header", d.firstHeader()),
			wordml.Part("header2", "header", d.header()),
			wordml.Part("footer1", "footer", d.footer()),
			wordml.Part("comments", "comments", d.commentsPart()),
		},
		Properties: []ooxml.Part{d.coreProperties(), ooxml.AppPart("conceptdiff"), d.customProperties()},
	}
	return p.Write(w)
}

// documentXML is word/document.xml: the paragraphs, and the page they stand on: A4,
// with another header on the first page. Measures are twentieths of a point: the left
// margin is 3 cm, the others 2 cm, the upper one 2.5 cm.
func (d *document) documentXML() []byte {
	b := d.newBody()
	b.WriteString(ooxml.Head + `<w:document ` + wordml.Namespace + ` ` + ooxml.LinkNamespace + `><w:body>`)
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
