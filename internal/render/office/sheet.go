package office

import (
	"fmt"
	"io"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/render/sheet"
)

// Sheet writes the sheet as a Word document (Office Open XML) with a table a part, on
// pages across. The same sheet gives the same bytes. The error is that of w.
func Sheet(w io.Writer, s sheet.Sheet, _ render.Options) error {
	var d docxBody
	d.paragraph("Title", s.Title)
	for _, n := range s.Notices {
		d.paragraph("Heading2", n)
	}
	for _, f := range s.Facts {
		d.paragraph("", f)
	}
	for _, p := range s.Parts {
		d.paragraph("Heading1", p.Heading)
		d.table(s.Filled(p))
	}
	p := ooxml.Package{
		Main:  wordml.Document([]byte(docxHead + d.String() + docxTail)),
		Parts: []ooxml.Part{wordml.Part("styles", "styles", []byte(docxStyles(s.Phrases.Language())))},
	}
	return p.Write(w)
}

// docxBody writes the text of a sheet.
type docxBody struct{ wordml.Writer }

// paragraph writes a paragraph; what acts on the reading order is made visible. A
// style "" is the normal one.
func (d *docxBody) paragraph(style, text string) { d.Paragraph(style, plain.Visible(text)) }

// table writes a table with a heading row that is repeated on each page. A row of
// many letters may be parted by the end of a page; others are kept whole.
func (d *docxBody) table(columns []string, rows []sheet.Row) {
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
		if rowSize(row) < docxWholeRow {
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

// cell writes a cell with a paragraph a line.
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
		return docxStylesHead + docxStylesTail + docxGrid()
	}
	return docxStylesHead + `<w:lang w:val="` + wordml.Language(language) + `"/>` + docxStylesTail + docxGrid()
}

const (
	// The parts of a sheet that do not vary. Pages are A4 across with margins of 1000
	// twentieths of a point (1.8 cm) on all sides, which [docxWidth] counts on;
	// letters have 10 points. The head of the styles is open where the language comes
	// to stand.
	docxHead = ooxml.Head + `<w:document ` + wordml.Namespace + `><w:body>`
	docxTail = `<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>` +
		`<w:pgMar w:top="1000" w:right="1000" w:bottom="1000" w:left="1000" w:header="500" w:footer="500" w:gutter="0"/></w:sectPr></w:body></w:document>`
	docxStylesHead = ooxml.Head + `<w:styles ` + wordml.Namespace + `>` +
		`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="20"/>`
	docxStylesTail = `</w:rPr></w:rPrDefault></w:docDefaults>` +
		wordml.Normal +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:keepNext/><w:spacing w:before="240" w:after="80"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:rPr><w:b/><w:sz w:val="24"/></w:rPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Strong"><w:name w:val="Table Heading"/><w:rPr><w:b/></w:rPr></w:style>` +
		`<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:tblPr>`
)

// docxGrid ends the styles with that of the tables.
func docxGrid() string {
	return wordml.Borders(`w:val="single" w:sz="4"`) +
		`<w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
}
