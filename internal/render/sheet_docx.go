package render

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
)

// SheetDOCX writes the sheet as a Word document (Office Open XML) with a table a
// part, on pages across. The same sheet gives the same bytes.
func SheetDOCX(w io.Writer, s Sheet, _ Options) error {
	var d docxBody
	d.paragraph("Title", s.title)
	for _, n := range s.notices {
		d.paragraph("Heading2", n)
	}
	for _, f := range s.facts {
		d.paragraph("", f)
	}
	for _, p := range s.parts {
		d.paragraph("Heading1", p.heading)
		d.table(p.filled(s.columns))
	}
	document := docxHead + d.String() + docxTail
	return writeZip(w, []zipFile{
		{"[Content_Types].xml", docxTypes},
		{"_rels/.rels", docxRelations},
		{"word/_rels/document.xml.rels", docxDocumentRelations},
		{"word/styles.xml", docxStyles(s.phrases.Language())},
		{"word/document.xml", document},
	})
}

type docxBody struct{ bytes.Buffer }

func (d *docxBody) paragraph(style, text string) {
	d.WriteString(`<w:p>`)
	if style != "" {
		d.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
	d.WriteString(`<w:r><w:t xml:space="preserve">`)
	_ = xml.EscapeText(d, []byte(visible(text))) // a buffer takes everything
	d.WriteString(`</w:t></w:r></w:p>`)
}

func (d *docxBody) table(columns []string, rows []sheetRow) {
	widths := docxWidths(columns, rows)
	d.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(d, `<w:gridCol w:w="%d"/>`, w)
	}
	d.WriteString(`</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>`)
	for i, c := range columns {
		d.cell("Strong", widths[i], []string{c})
	}
	d.WriteString(`</w:tr>`)
	for _, row := range rows {
		d.WriteString(`<w:tr>`)
		if row.size() < docxWholeRow {
			d.WriteString(`<w:trPr><w:cantSplit/></w:trPr>`)
		}
		for i, cell := range row {
			d.cell("", widths[i], cell)
		}
		d.WriteString(`</w:tr>`)
	}
	d.WriteString(`</w:tbl>`)
	d.paragraph("", "") // two tables in a row would become one
}

func (d *docxBody) cell(style string, width int, lines []string) {
	fmt.Fprintf(d, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr>`, width)
	if len(lines) == 0 {
		lines = []string{""} // a cell needs a paragraph
	}
	for _, l := range lines {
		d.paragraph(style, l)
	}
	d.WriteString(`</w:tc>`)
}

// docxStyles are the styles of a sheet in a language, which Word then knows how to
// spell. English is what it takes a text for.
func docxStyles(language string) string {
	if language == "en" {
		return docxStylesHead + docxStylesTail
	}
	return docxStylesHead + `<w:lang w:val="` + wordLanguage(language) + `"/>` + docxStylesTail
}

const (
	docxNamespace = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	docxHead      = xml.Header + `<w:document ` + docxNamespace + `><w:body>`
	docxTail      = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>` +
		`<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>`
	docxTypes = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/></Types>`
	docxRelationsHead = xml.Header + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	docxRelations     = docxRelationsHead + `<Relationship Id="rId1" Target="word/document.xml" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>`
	docxDocumentRelations = docxRelationsHead + `<Relationship Id="rId1" Target="styles.xml" ` +
		`Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles"/></Relationships>`
	docxStylesHead = xml.Header + `<w:styles ` + docxNamespace + `>` +
		`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="20"/>`
	docxStylesTail = `</w:rPr></w:rPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Table Heading"/><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>` +
		`<w:top w:val="single" w:sz="4"/><w:left w:val="single" w:sz="4"/><w:bottom w:val="single" w:sz="4"/><w:right w:val="single" w:sz="4"/>` +
		`<w:insideH w:val="single" w:sz="4"/><w:insideV w:val="single" w:sz="4"/></w:tblBorders>` +
		`<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
)
