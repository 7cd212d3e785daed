package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/table"
)

// sheetNamespace is the namespace of SpreadsheetML, as an attribute.
const sheetNamespace = `xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`

// workbookStyles are the fonts, fills and borders, and the cell formats made of them in
// the order of the constants cellPlain, cellTitle and so on. quotePrefix keeps a text
// that begins with "=" a text, also after it was edited. Number format 49 is text.
// Programs take the first two fills for none and for grey, whatever stands there, so our
// own are the third and fourth.
func workbookStyles() string {
	font := func(size int, more string) string {
		return `<font>` + more + `<sz val="` + strconv.Itoa(size) + `"/><name val="Times New Roman"/><family val="1"/></font>`
	}
	fill := func(rgb string) string {
		return `<fill><patternFill patternType="solid"><fgColor rgb="FF` + rgb + `"/></patternFill></fill>`
	}
	edge := func(style string) string {
		var b strings.Builder
		for _, side := range []string{"left", "right", "top", "bottom"} {
			b.WriteString(`<` + side + ` style="` + style + `"><color rgb="FF555555"/></` + side + `>`)
		}
		return `<border>` + b.String() + `<diagonal/></border>`
	}
	format := func(font, fill, border int, horizontal string) string {
		return `<xf numFmtId="49" fontId="` + strconv.Itoa(font) + `" fillId="` + strconv.Itoa(fill) + `" borderId="` + strconv.Itoa(border) +
			`" xfId="0" quotePrefix="1" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">` +
			`<alignment vertical="top" horizontal="` + horizontal + `" wrapText="1"/></xf>`
	}
	formats := []string{
		cellPlain:  format(0, 0, 0, "left"),
		cellTitle:  format(1, 0, 0, "center"),
		cellNotice: format(2, 0, 2, "left"),
		cellHead:   format(2, 2, 1, "center"),
		cellText:   format(0, 0, 1, "left"),
		cellNote:   format(3, 0, 1, "left"),
		cellQuiet:  format(4, 0, 1, "left"),
		cellPart:   format(2, 3, 1, "left"),
		cellSaid:   format(5, 0, 1, "center"),
	}
	return xml.Header + `<styleSheet ` + sheetNamespace + `><fonts count="6">` +
		font(10, "") + font(14, "<b/>") + font(10, "<b/>") + font(9, "") + font(9, "<i/>") + font(10, "<i/>") + `</fonts>` +
		`<fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` + fill("E7E9EC") + fill("F1F2F4") + `</fills>` +
		`<borders count="3"><border><left/><right/><top/><bottom/><diagonal/></border>` + edge("thin") + edge("medium") + `</borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		`<cellXfs count="` + strconv.Itoa(len(formats)) + `">` + strings.Join(formats, "") + `</cellXfs>` +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
}

// workbook names the sheets and the rows that are printed on each page. The filter is
// named a second time, hidden, as Excel itself does. The rows must have been written:
// it tells where they end.
func (s *workbook) workbook() string {
	name := sheetName(s.t.Title)
	quoted := "'" + strings.ReplaceAll(name, "'", "''") + "'!"
	head := strconv.Itoa(s.head)
	return xml.Header + `<workbook ` + sheetNamespace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>` +
		`<sheet name="` + office.Escaped(name) + `" sheetId="1" r:id="sheet1"/><sheet name="` + office.Escaped(sheetName(s.p.Say("Sources"))) + `" sheetId="2" r:id="sheet2"/></sheets><definedNames>` +
		`<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">` + office.Escaped(quoted) + `$A$` + head + `:$` + columnName(len(s.columns)-1) + `$` + strconv.Itoa(s.row) + `</definedName>` +
		`<definedName name="_xlnm.Print_Titles" localSheetId="0">` + office.Escaped(quoted) + `$` + head + `:$` + head + `</definedName></definedNames></workbook>`
}

// sheetName is a name that a sheet can have: at most 31 characters, and []:*?/\' not
// among them.
func sheetName(s string) string {
	s = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`[]:*?/\'`, r) {
			return ' '
		}
		return r
	}, s)
	if runes := []rune(s); len(runes) > 31 {
		s = string(runes[:31])
	}
	return s
}

// pageSetup prints on A4 across, as wide as the page, with the notice above and the
// page's number below. A header has codes of its own that begin with "&" (&C the
// middle, &8 the size, &P the page, &N their number); one of the text is doubled.
func (s *workbook) pageSetup() string {
	header := ""
	if s.t.Banner != "" {
		header = `<oddHeader>&amp;C&amp;8` + office.Escaped(strings.ReplaceAll(s.t.Banner, "&", "&&")) + `</oddHeader>`
	}
	return `<pageMargins left="0.4" right="0.4" top="0.6" bottom="0.55" header="0.3" footer="0.25"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
		`<headerFooter>` + header + `<oddFooter>&amp;R&amp;8&amp;P / &amp;N</oddFooter></headerFooter>`
}

// aboutSheet says what was compared, how the clauses add up, what the marks mean and
// who is cited. It begins a new sheet: what was written before must have been taken
// from s.b.
func (s *workbook) aboutSheet() string {
	s.b.Reset()
	s.row = 0
	s.b.WriteString(xml.Header + `<worksheet ` + sheetNamespace + `><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>` +
		`<sheetFormatPr defaultRowHeight="13"/><cols><col min="1" max="1" width="120" customWidth="1"/></cols><sheetData>`)
	column := table.SheetColumn{Share: 90} // 120 characters
	line := func(style int, runs []model.Piece) {
		s.open(runsHeight(column, runs))
		s.cell(0, style, runs)
		s.close()
	}
	for _, n := range s.t.Notices {
		line(cellNotice, []model.Piece{{Text: n}})
	}
	for _, f := range s.t.Facts {
		line(cellPlain, []model.Piece{{Text: f}})
	}
	var legend []model.Piece
	for i, r := range s.t.Legend {
		if i > 0 {
			legend = append(legend, model.Piece{Text: " · "})
		}
		legend = append(legend, r)
	}
	line(cellPlain, legend)
	for _, f := range s.t.Sources {
		line(cellPlain, []model.Piece{{Text: f}})
	}
	s.b.WriteString(`</sheetData>` + s.pageSetup() + `</worksheet>`)
	return s.b.String()
}
