package csv

import (
	"encoding/csv"
	"io"
	"strings"

	"conceptdiff/internal/render/table"
)

// byteOrderMark tells spreadsheet programs that a file is UTF-8; without it some
// read it in the encoding of the machine.
const byteOrderMark = "\ufeff"

// Table writes the table as comma-separated values in UTF-8 with a byte order mark: a
// heading line, then a row a clause. The texts stand as they are, without marks, each
// with a column for its clause numbers before it. A cell that a spreadsheet would
// take for a formula has an apostrophe before it. Columns are those of a table for
// sorting, see [table.Table.SheetColumns]. Errors are those of w.
func Table(w io.Writer, t *table.Table) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	columns := t.SheetColumns()
	record := make([]string, len(columns))
	for k, c := range columns {
		record[k] = csvCell(c.Heading)
	}
	if err := out.Write(record); err != nil {
		return err
	}
	for i := range t.Rows {
		row := &t.Rows[i]
		across := AcrossColumn(columns, row.Kind)
		for k, c := range columns {
			text := row.Sortable(c)
			if c.What == table.SheetCells && row.Kind == table.RowClause {
				text = allSteps(&row.Cells[c.Column])
			}
			if k == across {
				text = row.Text
			}
			record[k] = csvCell(text)
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	// The notices about the texts themselves stand in their columns' headings;
	// these have no other place.
	for _, s := range t.Beside {
		clear(record)
		record[len(record)-1] = csvCell(s)
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// AcrossColumn is where a line across stands: what opens a part in the first text,
// what is said of clauses in the last one, the note. -1 for a clause. The workbook
// uses it too.
func AcrossColumn(columns []table.SheetColumn, kind table.RowKind) int {
	at := -1
	for k, c := range columns {
		if c.What != table.SheetCells || kind == table.RowClause {
			continue
		}
		if at = k; kind == table.RowPart {
			break
		}
	}
	return at
}

// allSteps joins the lines of all steps of a cell that say anything.
func allSteps(c *table.Cell) string {
	var parts []string
	for i := range c.Steps {
		if s := c.Text(i); s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, "\n")
}
