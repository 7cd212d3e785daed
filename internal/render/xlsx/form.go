package xlsx

import (
	"fmt"
	"io"
	"strconv"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/form"
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/plain"
)

// Form writes a form as a workbook: a cross goes into the cell of a verdict. The
// columns are those of [office.FormColumns]; in those of the verdicts nothing but an
// x can be entered, so that no note gets into them. The words of a row and what is
// asked of it stand in one cell, a line each. The error is that of w.
func Form(w io.Writer, f form.Form, o render.Options) error {
	p := o.Phrases()
	s := &workbook{p: p}
	s.b.WriteString(ooxml.Head + `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"/></sheetViews><cols>`)
	for i, width := range []int{22, 70, 12, 12, 12, 12, 12, 40} {
		fmt.Fprintf(&s.b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	s.b.WriteString(`</cols><sheetData>`)
	s.formRow(formBold, p.Say("Form for {0}", f.Meta.Label))
	for _, line := range office.FormIntro(p) {
		s.formRow(formPlain, line)
	}
	s.formRow(formWrapped, f.Code(), f.Member)
	s.formRow(formBold, office.FormColumns(p)...)
	first := s.row + 1
	for _, row := range f.Rows {
		words := row.Words
		for _, asked := range row.Asked {
			words += "\n" + asked
		}
		s.formRow(formWrapped, row.Code(), words, "", "", "", "", "", "")
	}
	s.b.WriteString(`</sheetData>`)
	if len(f.Rows) > 0 {
		fmt.Fprintf(&s.b, `<dataValidations count="1"><dataValidation type="list" allowBlank="1" sqref="C%d:G%d"><formula1>"x"</formula1></dataValidation></dataValidations>`, first, s.row)
	}
	s.b.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.5" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`)
	pack := ooxml.Package{
		Main: workbookPart("xl/workbook.xml", "sheet.main", "", ooxml.Head+`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="form" sheetId="1" r:id="`+
			ooxml.RelationID("xl/worksheets/sheet1.xml")+`"/></sheets></workbook>`),
		Parts: []ooxml.Part{
			workbookPart("xl/worksheets/sheet1.xml", "worksheet", "worksheet", s.b.String()),
			workbookPart("xl/styles.xml", "styles", "styles", formStyles),
		},
	}
	return pack.Write(w)
}

// The styles of a form's cells. formStyles holds their formats in the same order.
const (
	formPlain = iota
	formBold
	formWrapped

	formStyles = ooxml.Head + `<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` +
		`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
		`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
		`<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>` +
		`<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf fontId="0"/><xf fontId="1" applyFont="1"><alignment wrapText="0" vertical="top"/></xf>` +
		`<xf fontId="0" borderId="1" applyBorder="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`
)

// formRow writes a row of cells in one style, as high as the program finds.
func (s *workbook) formRow(style int, cells ...string) {
	s.row++
	s.b.WriteString(`<row r="` + strconv.Itoa(s.row) + `">`)
	for i, text := range cells {
		s.cell(i, style, []model.Piece{{Text: plain.VisibleLines(text)}})
	}
	s.b.WriteString(`</row>`)
}
