package office

import (
	"io"
	"slices"
	"strconv"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/table"
)

// Table writes the table as a Word document (Office Open XML) on A4 pages across,
// with its header on each. The same table gives the same bytes. The error is that of
// w; columns are as wide as their shares tell.
func Table(w io.Writer, t *table.Table) error {
	d := &tableDocument{Table: t, Phrases: render.Options{Language: t.Language}.Phrases()}
	p := ooxml.Package{
		Main: wordml.Document(d.body()),
		Parts: []ooxml.Part{
			wordml.Part("styles", "styles", d.styles()),
			wordml.Part("header1", "header", d.header()),
			wordml.Part("footer1", "footer", d.footer()),
		},
		Properties: []ooxml.Part{CoreProperties(t)},
	}
	return p.Write(w)
}

// tableDocument writes the parts of the Word file, one after the other, of the same
// table. Its own words are in the table's language; b holds the body.
type tableDocument struct {
	*table.Table
	phrase.Phrases
	b wordml.Writer
}

// textWidth is the width of the table on an A4 page across, in twentieths of a
// point.
const textWidth = 16838 - 2*850

// body is word/document.xml: what heads the table, the table, its sources. The bytes
// are a copy.
func (d *tableDocument) body() []byte {
	d.b.Reset()
	d.b.WriteString(ooxml.Head + `<w:document ` + wordml.Namespace + ` ` + ooxml.LinkNamespace + `><w:body>`)
	d.paragraph("Title", d.Table.Title)
	if d.Subtitle != "" {
		d.paragraph("Subtitle", d.Subtitle)
	}
	for _, n := range d.Notices {
		d.paragraph("Notice", n)
	}
	for _, f := range d.Facts {
		d.paragraph("Fact", f)
	}
	d.b.Open("Fact")
	for i, r := range d.Legend {
		if i > 0 {
			d.run(model.Piece{Text: " · "}, "")
		}
		d.run(r, "")
	}
	d.b.Close()
	d.table()
	if len(d.Sources) > 0 {
		d.paragraph("SourceHead", d.Say("Sources"))
		for i, s := range d.Sources {
			d.paragraph("Source", strconv.Itoa(i+1)+". "+s)
		}
	} else {
		d.paragraph("Source", "") // a table may not be the last of a document
	}
	d.b.WriteString(tableSection)
	return slices.Clone(d.b.Bytes())
}

func (d *tableDocument) paragraph(style, text string) { d.b.Paragraph(style, text) }

// tableMarks are the properties of marked words: seen without colour too. They stand in
// the order of the schema (ECMA-376, CT_RPr).
var tableMarks = map[model.Mark]string{
	model.Deleted:   `<w:strike/><w:color w:val="7A0000"/>`,
	model.Inserted:  `<w:b/><w:bCs/><w:color w:val="003A7A"/><w:u w:val="single"/>`,
	model.MovedAway: `<w:dstrike/><w:color w:val="7A0000"/>`,
	model.MovedHere: `<w:b/><w:bCs/><w:color w:val="003A7A"/><w:u w:val="double"/>`,
}

// run writes a piece with the run properties of its mark. Where moved words went to,
// or came from, is written behind them in italics. lang is that of the text, "" where
// it is that of the document.
func (d *tableDocument) run(r model.Piece, lang string) {
	if r.Text == "" {
		return
	}
	properties := tableMarks[r.Mark]
	if lang != "" {
		properties += `<w:lang w:val="` + lang + `"/>`
	}
	d.b.Run(properties, r.Text)
	if r.Place != "" {
		d.b.Run(wordml.Italic, " ("+r.Where()+")")
	}
}

// table writes the table with a heading row that stands on every page. Widths are
// whole twentieths of a point; what is lost in rounding is left at the right.
func (d *tableDocument) table() {
	widths := make([]int, len(d.Columns))
	d.b.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Comparison"/><w:tblW w:w="` + strconv.Itoa(textWidth) + `" w:type="dxa"/><w:tblLayout w:type="fixed"/>` +
		`<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>`)
	sum := 0
	for _, c := range d.Columns {
		sum += c.Share
	}
	for i, c := range d.Columns {
		widths[i] = textWidth * c.Share / max(sum, 1)
		d.b.WriteString(`<w:gridCol w:w="` + strconv.Itoa(widths[i]) + `"/>`)
	}
	d.b.WriteString(`</w:tblGrid><w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>`)
	for i, c := range d.Columns {
		d.cell(widths[i], `<w:shd w:val="clear" w:color="auto" w:fill="E7E9EC"/>`)
		d.paragraph("TableHeading", c.Heading)
		if c.About != "" {
			d.paragraph("TableAbout", c.About)
		}
		d.b.WriteString(`</w:tc>`)
	}
	d.b.WriteString(`</w:tr>`)
	for i := range d.Rows {
		d.row(&d.Rows[i], widths)
	}
	d.b.WriteString(`</w:tbl>`)
}

// cell opens a cell; properties follow the width in the order that the schema has.
func (d *tableDocument) cell(width int, properties string) {
	d.b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="` + strconv.Itoa(width) + `" w:type="dxa"/>` + properties + `</w:tcPr>`)
}

// acrossStyles are the styles of lines across.
var acrossStyles = map[table.RowKind]string{table.RowFolded: "Folded", table.RowReference: "Folded", table.RowPart: "Part"}

// row writes a row of the table: a line across all columns, or a clause, which is as
// many rows of Word's as it has steps. A step pairs a passage of the old text with
// its like in the new, so both begin on one line.
func (d *tableDocument) row(row *table.Row, widths []int) {
	if row.Kind != table.RowClause {
		fill := ""
		if row.Kind == table.RowPart {
			fill = `<w:shd w:val="clear" w:color="auto" w:fill="F1F2F4"/>`
		}
		d.b.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		d.cell(textWidth, `<w:gridSpan w:val="`+strconv.Itoa(len(widths))+`"/>`+fill)
		d.paragraph(acrossStyles[row.Kind], row.Text)
		d.b.WriteString(`</w:tc></w:tr>`)
		return
	}
	for step := range row.Steps {
		d.b.WriteString(`<w:tr>`)
		for i := range row.Cells {
			d.stepCell(&d.Columns[i], &row.Cells[i], step, row.Steps, widths[i])
		}
		d.b.WriteString(`</w:tr>`)
	}
}

// stepLine is drawn between the steps of a row, fainter than between rows.
const stepLine = `w:val="dotted" w:sz="2" w:space="0" w:color="C4C4C4"`

// stepCell writes a cell of one step. A cell that spans the steps is joined. Borders
// within the row are faint; those of its first and last step are the table's own. A
// step without lines has an empty paragraph.
func (d *tableDocument) stepCell(col *table.Column, cell *table.Cell, step, steps, width int) {
	spans := cell.Spans() && steps > 1
	borders := ""
	if step > 0 {
		borders += `<w:top ` + stepLine + `/>`
	}
	if step+1 < steps {
		borders += `<w:bottom ` + stepLine + `/>`
	}
	if borders != "" {
		borders = `<w:tcBorders>` + borders + `</w:tcBorders>`
	}
	switch {
	case spans && step == 0:
		d.cell(width, `<w:vMerge w:val="restart"/>`)
	case spans:
		d.cell(width, `<w:vMerge/>`)
		d.paragraph("Cell", "")
		d.b.WriteString(`</w:tc>`)
		return
	default:
		d.cell(width, borders)
	}
	lines := cell.Steps[step]
	for i := range lines {
		d.line(&lines[i], wordml.Language(col.Lang))
	}
	if len(lines) == 0 {
		d.paragraph("Cell", "") // a cell needs a paragraph
	}
	d.b.WriteString(`</w:tc>`)
}

// lineStyles are the styles of lines in cells.
var lineStyles = map[table.LineKind]string{
	table.LineText: "Cell", table.LineHeading: "CellHeading", table.LineItem: "CellItem", table.LineSaid: "Said", table.LineLead: "NoteLead", table.LineNote: "Note",
}

// line writes a line of a cell. Items below the first level are set in by 284
// twentieths of a point (5 mm) more each, the number hanging out by 227.
func (d *tableDocument) line(l *table.Line, lang string) {
	style := lineStyles[l.Kind]
	if l.Depth > 0 {
		indent := strconv.Itoa(284 * (l.Depth + 1))
		d.b.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/><w:ind w:left="` + indent + `" w:hanging="227"/></w:pPr>`)
	} else {
		d.b.Open(style)
	}
	if l.Num.Text != "" {
		d.run(l.Num, lang)
		d.run(model.Piece{Text: " "}, lang)
	}
	for _, r := range l.Runs {
		d.run(r, lang)
	}
	d.b.Close()
}
