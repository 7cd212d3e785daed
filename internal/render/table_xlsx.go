package render

import (
	"bytes"
	"encoding/xml"
	"io"
	"strconv"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/ooxml"
)

// TableXLSX writes the table as a workbook (Office Open XML): a sheet with a row a
// paragraph, so that old and new text stand in step and no row grows beyond what
// can be shown, and a sheet that says what was compared. Beside each text stand
// the numbers of its clauses and what became of them, on every row, to sort and
// to filter by. All cells are text, whatever they begin with. The same table gives
// the same bytes.
func TableXLSX(w io.Writer, t *Table) error {
	s := &workbook{t: t, p: Options{Language: t.Language}.phrases(), columns: t.SheetColumns()}
	sheet := s.tableSheet()
	p := ooxml.Package{
		Main: workbookPart("xl/workbook.xml", "sheet.main", "", s.workbook()),
		Parts: []ooxml.Part{
			workbookPart("xl/worksheets/sheet1.xml", "worksheet", "worksheet", sheet),
			workbookPart("xl/worksheets/sheet2.xml", "worksheet", "worksheet", s.aboutSheet()),
			workbookPart("xl/styles.xml", "styles", "styles", workbookStyles),
		},
		Properties: []ooxml.Part{coreProperties(t)},
	}
	return p.Write(w)
}

// workbookPart is a part of a workbook.
func workbookPart(name, kind, relation, text string) ooxml.Part {
	return ooxml.Part{
		Name: name, Type: "application/vnd.openxmlformats-officedocument.spreadsheetml." + kind + "+xml",
		Relation: ooxml.OfficeRelation + relation, Data: []byte(text),
	}
}

// workbook writes the sheets.
type workbook struct {
	t       *Table
	p       phrases
	columns []SheetColumn
	b       bytes.Buffer
	row     int // the last one written, from 1
	head    int // the one with the headings
	merged  []string
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
	mostText = 1300
	mostNote = 800
)

// width is a column's width in characters.
func (c SheetColumn) width() int { return max(c.Share*4/3, 9) }

// height is the height in points that runs take in a column: not all programs find
// it out by themselves. A line holds about 1.2 Latin characters of the text for
// each character of the width, which counts digits; Cyrillic and bold ones are
// wider.
func (c SheetColumn) height(runs []TableRun) int {
	lines, held := 1, 0
	perLine := 24 * c.width()
	for _, r := range runs {
		for _, ch := range r.Text + r.Move {
			switch {
			case ch == '\n':
				lines += 1 + held/perLine
				held = 0
			case ch >= 0x370 || r.Mark == Inserted || r.Mark == MovedHere:
				held += 23
			default:
				held += 20
			}
		}
	}
	return 13*(lines+held/perLine) + 3
}

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
		total += c.width()
		s.b.WriteString(`<col min="` + n + `" max="` + n + `" width="` + strconv.Itoa(c.width()) + `" customWidth="1"/>`)
	}
	s.b.WriteString(`</cols><sheetData>`)
	for _, a := range above {
		s.across(a.text, a.style, total)
	}
	s.open(32)
	for i, c := range s.columns {
		s.cell(i, cellHead, []TableRun{{Text: c.Heading}})
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

// across writes a line over all columns. Merged cells do not grow by themselves,
// so their height is set.
func (s *workbook) across(text string, style, width int) {
	lines := 1 + utf8.RuneCountInString(text)/max(width, 1)
	height := 16 * lines
	if style == cellTitle {
		height = 22 * lines
	}
	s.open(height)
	s.cell(0, style, []TableRun{{Text: text}})
	for i := range len(s.columns) - 1 {
		s.cell(i+1, style, nil)
	}
	s.close()
	row := strconv.Itoa(s.row)
	s.merged = append(s.merged, `<mergeCell ref="A`+row+`:`+columnName(len(s.columns)-1)+row+`"/>`)
}

// tableRow writes a row of the table: a row of the sheet for each step, and more
// where a cell would grow too high.
func (s *workbook) tableRow(row *TableRow) {
	if row.Kind != RowClause {
		style := cellQuiet
		if row.Kind == RowPart {
			style = cellPart
		}
		at := acrossColumn(s.columns, row.Kind)
		cells := make([][]TableRun, len(s.columns))
		height := 0
		for i, c := range s.columns {
			text := row.Sortable(c)
			if i == at {
				text = row.Text
			}
			cells[i] = []TableRun{{Text: text}}
			height = max(height, c.height(cells[i]))
		}
		s.open(height)
		for i := range cells {
			s.cell(i, style, cells[i])
		}
		s.close()
		return
	}
	for step := range row.Steps {
		pieces := make([][][]TableRun, len(s.columns))
		most := 1
		for i, c := range s.columns {
			if c.What == SheetCells {
				pieces[i] = splitRuns(s.stepRuns(&s.t.Columns[c.Column], &row.Cells[c.Column], step, row.Steps), s.limit(c))
				most = max(most, len(pieces[i]))
			}
		}
		for n := range most {
			height := 0
			for i, c := range s.columns {
				switch {
				case c.What != SheetCells:
					height = max(height, c.height([]TableRun{{Text: row.Sortable(c)}}))
				case n < len(pieces[i]):
					height = max(height, c.height(pieces[i][n]))
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

func (s *workbook) clauseCell(row *TableRow, i int, c SheetColumn, pieces [][]TableRun, n int) {
	switch {
	case c.What != SheetCells:
		s.cell(i, cellNote, []TableRun{{Text: row.Sortable(c)}})
	case n >= len(pieces):
		s.cell(i, cellText, nil)
	case s.t.Columns[c.Column].Kind == "note":
		s.cell(i, cellNote, pieces[n])
	case row.Cells[c.Column].said():
		s.cell(i, cellSaid, pieces[n])
	default:
		s.cell(i, cellText, pieces[n])
	}
}

// said reports whether a cell holds a word in place of a text.
func (c *TableCell) said() bool {
	return len(c.Steps) == 1 && len(c.Steps[0]) == 1 && c.Steps[0][0].Kind == LineSaid
}

func (s *workbook) limit(c SheetColumn) int {
	if s.t.Columns[c.Column].Kind == "note" {
		return mostNote
	}
	return mostText
}

// stepRuns are the runs of a cell in one step. A note has a line a step and the
// rest on the last one: in one cell it would make the first row too high.
func (s *workbook) stepRuns(col *TableColumn, cell *TableCell, step, steps int) []TableRun {
	var lines []TableLine
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
	var out []TableRun
	for i := range lines {
		l := &lines[i]
		if i > 0 {
			out = append(out, TableRun{Text: "\n"})
		}
		from := len(out)
		if l.Num.Text != "" {
			out = append(out, l.Num, TableRun{Text: " "})
		}
		out = append(out, l.Runs...)
		if l.Kind == LineHeading || l.Kind == LineLead {
			for k := from; k < len(out); k++ {
				if out[k].Mark == Unmarked {
					out[k].Mark = strong
				}
			}
		}
	}
	return out
}
