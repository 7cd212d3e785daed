package xlsx

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/render/model"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/csv"
	"conceptdiff/internal/render/office"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/table"
)

// Table writes the table as a workbook (Office Open XML): a sheet with a row a
// paragraph, so that old and new text stand in step and no row grows beyond what can
// be shown, and a sheet that says what was compared. Beside each text stand the
// numbers of its clauses and what became of them, on every row, to sort and to filter
// by. All cells are text, whatever they begin with. The same table gives the same
// bytes. The error is that of w.
func Table(w io.Writer, t *table.Table) error {
	s := &workbook{t: t, p: render.Options{Language: t.Language}.Phrases(), columns: t.SheetColumns()}
	sheet := s.tableSheet()
	p := ooxml.Package{
		Main: workbookPart("xl/workbook.xml", "sheet.main", "", s.workbook()),
		Parts: []ooxml.Part{
			workbookPart("xl/worksheets/sheet1.xml", "worksheet", "worksheet", sheet),
			workbookPart("xl/worksheets/sheet2.xml", "worksheet", "worksheet", s.aboutSheet()),
			workbookPart("xl/styles.xml", "styles", "styles", workbookStyles()),
		},
		Properties: []ooxml.Part{office.CoreProperties(t)},
	}
	return p.Write(w)
}

// workbookPart is a part of a workbook: kind ends the type of its content, relation
// that by which the workbook knows it, "" for the workbook itself.
func workbookPart(name, kind, relation, text string) ooxml.Part {
	return ooxml.Part{
		Name: name, Type: "application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml",
		Relation: ooxml.OfficeRelation + relation, Data: []byte(text),
	}
}

// workbook writes the sheets, one after the other, with one buffer. The table's comes
// first: head and row then tell [workbook.workbook] where its headings stand and its
// rows end. Forms use it for its cells alone, without a table.
type workbook struct {
	t       *table.Table
	p       phrase.Phrases
	columns []table.SheetColumn
	b       bytes.Buffer
	row     int // the last one written, from 1
	head    int // the one with the headings
	// merged are the cells that span all columns, each as its element.
	merged []string
}

// The cell formats, by their place in workbookStyles.
const (
	cellPlain = iota
	cellTitle
	cellNotice
	cellHead
	cellText
	cellNote
	cellQuiet
	cellPart
	cellSaid
)

// How many characters a cell of a text or of a note may hold, so that its row is
// no higher than the 409 points that a spreadsheet can show.
const (
	MostText = 1300
	mostNote = 800
)

// columnWidth is a column's width in characters. A share of 38, that of a text, gives 50
// characters, and none has less than 9.
func columnWidth(c table.SheetColumn) int { return max(c.Share*4/3, 9) }

// runsHeight is the height in points that runs take in a column, since not all
// programs find it out by themselves. A line holds about 1.2 Latin characters of the
// text for each character of the width, which counts digits; Cyrillic and bold ones
// are wider.
//
// A Latin character counts 20 and a wider one 23, and a line holds 24 for each
// character of width. A line takes 13 points, the edges of the cell 3.
func runsHeight(c table.SheetColumn, runs []model.Piece) int {
	lines, held := 1, 0
	perLine := 24 * columnWidth(c)
	for _, r := range runs {
		for _, ch := range r.Text + r.Where() {
			switch {
			case ch == '\n':
				lines += 1 + held/perLine
				held = 0
			case ch >= 0x370 || r.Mark == model.Inserted || r.Mark == model.MovedHere:
				held += 23
			default:
				held += 20
			}
		}
	}
	return 13*(lines+held/perLine) + 3
}

// tableSheet writes the sheet of the table: title and notices across all columns,
// then the headings, at which the sheet is frozen and filtered, then the rows.
func (s *workbook) tableSheet() string {
	s.b.WriteString(xml.Header + `<worksheet ` + sheetNamespace + `><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`)
	above := []struct {
		text  string
		style int
	}{{strings.TrimSuffix(s.t.Title+": "+s.t.Subtitle, ": "), cellTitle}}
	for _, n := range s.t.Notices {
		above = append(above, struct {
			text  string
			style int
		}{n, cellNotice})
	}
	s.head = len(above) + 1
	head := strconv.Itoa(s.head)
	s.b.WriteString(`<sheetViews><sheetView showGridLines="0" tabSelected="1" workbookViewId="0"><pane ySplit="` + head + `" topLeftCell="A` + strconv.Itoa(s.head+1) +
		`" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="13"/><cols>`)
	total := 0
	for i, c := range s.columns {
		n := strconv.Itoa(i + 1)
		total += columnWidth(c)
		s.b.WriteString(`<col min="` + n + `" max="` + n + `" width="` + strconv.Itoa(columnWidth(c)) + `" customWidth="1"/>`)
	}
	s.b.WriteString(`</cols><sheetData>`)
	for _, a := range above {
		s.across(a.text, a.style, total)
	}
	s.open(32)
	for i, c := range s.columns {
		s.cell(i, cellHead, []model.Piece{{Text: c.Heading}})
	}
	s.close()
	for i := range s.t.Rows {
		s.tableRow(&s.t.Rows[i])
	}
	last := columnName(len(s.columns) - 1)
	s.b.WriteString(`</sheetData><autoFilter ref="A` + head + `:` + last + strconv.Itoa(s.row) + `"/>` +
		`<mergeCells count="` + strconv.Itoa(len(s.merged)) + `">` + strings.Join(s.merged, "") + `</mergeCells>` + s.pageSetup() + `</worksheet>`)
	return s.b.String()
}

// across writes a line over all columns. Merged cells do not grow by themselves, so
// their height is set. width is that of all columns in characters.
func (s *workbook) across(text string, style, width int) {
	lines := 1 + utf8.RuneCountInString(text)/max(width, 1)
	height := 16 * lines
	if style == cellTitle {
		height = 22 * lines
	}
	s.open(height)
	s.cell(0, style, []model.Piece{{Text: text}})
	for i := range len(s.columns) - 1 {
		s.cell(i+1, style, nil)
	}
	s.close()
	row := strconv.Itoa(s.row)
	s.merged = append(s.merged, `<mergeCell ref="A`+row+`:`+columnName(len(s.columns)-1)+row+`"/>`)
}

// tableRow writes a row of the table: a row of the sheet for each step, and more
// where a cell would grow too high. Where one cell is parted, the others of the row
// are empty from then on, and numbers and kind are repeated, by which the rows sort
// and filter. A line across the table has its text in one column, beside what it
// sorts by.
func (s *workbook) tableRow(row *table.Row) {
	if row.Kind != table.RowClause {
		style := cellQuiet
		if row.Kind == table.RowPart {
			style = cellPart
		}
		at := csv.AcrossColumn(s.columns, row.Kind)
		cells := make([][]model.Piece, len(s.columns))
		height := 0
		for i, c := range s.columns {
			text := row.Sortable(c)
			if i == at {
				text = row.Text
			}
			cells[i] = []model.Piece{{Text: text}}
			height = max(height, runsHeight(c, cells[i]))
		}
		s.open(height)
		for i := range cells {
			s.cell(i, style, cells[i])
		}
		s.close()
		return
	}
	for step := range row.Steps {
		pieces := make([][][]model.Piece, len(s.columns))
		most := 1
		for i, c := range s.columns {
			if c.What == table.SheetCells {
				pieces[i] = SplitRuns(s.stepRuns(&s.t.Columns[c.Column], &row.Cells[c.Column], step, row.Steps), s.limit(c))
				most = max(most, len(pieces[i]))
			}
		}
		for n := range most {
			height := 0
			for i, c := range s.columns {
				switch {
				case c.What != table.SheetCells:
					height = max(height, runsHeight(c, []model.Piece{{Text: row.Sortable(c)}}))
				case n < len(pieces[i]):
					height = max(height, runsHeight(c, pieces[i][n]))
				}
			}
			s.open(height)
			for i, c := range s.columns {
				s.clauseCell(row, i, c, pieces[i], n)
			}
			s.close()
		}
	}
}

// clauseCell writes the n-th part of the i-th cell of a clause's row.
func (s *workbook) clauseCell(row *table.Row, i int, c table.SheetColumn, pieces [][]model.Piece, n int) {
	switch {
	case c.What != table.SheetCells:
		s.cell(i, cellNote, []model.Piece{{Text: row.Sortable(c)}})
	case n >= len(pieces):
		s.cell(i, cellText, nil)
	case s.t.Columns[c.Column].Kind == "note":
		s.cell(i, cellNote, pieces[n])
	case saidAlone(&row.Cells[c.Column]):
		s.cell(i, cellSaid, pieces[n])
	default:
		s.cell(i, cellText, pieces[n])
	}
}

// saidAlone reports whether a cell holds a word in place of a text, such as that the
// clause is new; it is set in the middle.
func saidAlone(c *table.Cell) bool {
	return len(c.Steps) == 1 && len(c.Steps[0]) == 1 && c.Steps[0][0].Kind == table.LineSaid
}

// limit is how many characters a cell of the column may hold.
func (s *workbook) limit(c table.SheetColumn) int {
	if s.t.Columns[c.Column].Kind == "note" {
		return mostNote
	}
	return MostText
}

// stepRuns are the runs of a cell in one step. A note has a line a step and the rest
// on the last one: in one cell it would make the first row too high. A cell that
// spans the steps has its lines on the first. Headings and leads are bold, where no
// mark says otherwise; lines are parted by line breaks.
func (s *workbook) stepRuns(col *table.Column, cell *table.Cell, step, steps int) []model.Piece {
	var lines []table.Line
	switch {
	case !cell.Spans() || steps == 1:
		lines = cell.Steps[step]
	case col.Kind == "note":
		all := cell.Steps[0]
		from, to := min(step, len(all)), min(step+1, len(all))
		if step == steps-1 {
			to = len(all)
		}
		lines = all[from:to]
	case step == 0:
		lines = cell.Steps[0]
	}
	var out []model.Piece
	for i := range lines {
		l := &lines[i]
		if i > 0 {
			out = append(out, model.Piece{Text: "\n"})
		}
		from := len(out)
		if l.Num.Text != "" {
			out = append(out, l.Num, model.Piece{Text: " "})
		}
		out = append(out, l.Runs...)
		if l.Kind == table.LineHeading || l.Kind == table.LineLead {
			for k := from; k < len(out); k++ {
				if out[k].Mark == model.Plain {
					out[k].Mark = strong
				}
			}
		}
	}
	return out
}
