package table

import "conceptdiff/internal/render"

// SheetColumn is a column of the table as spreadsheets hold it: beside each text
// stand the numbers of its clauses and what it did, to sort and to filter by. Each
// column of a text has two or three, each of our own one.
type SheetColumn struct {
	What    SheetWhat
	Column  int // which column of the table
	Draft   int // which new text, from 0; -1 for the old one and for our own words
	Heading string
	Share   int // of the width
}

// SheetWhat says what stands in a column of a spreadsheet.
type SheetWhat string

// What there is.
const (
	SheetCells   SheetWhat = "text"   // the cells of the table's column
	SheetNumbers SheetWhat = "number" // the clauses
	SheetFates   SheetWhat = "fate"   // what became of them
)

// SheetColumns are the table's columns as spreadsheets hold them. Share is that of
// the table's column; numbers have 8 and fates 12, about as wide as the longest of
// either.
func (t *Table) SheetColumns() []SheetColumn {
	p := render.Options{Language: t.Language}.Phrases()
	var out []SheetColumn
	for i, c := range t.Columns {
		heading := c.Heading
		if c.About != "" {
			heading += " (" + c.About + ")"
		}
		if c.Kind == "old" || c.Kind == "new" {
			out = append(out, SheetColumn{SheetNumbers, i, c.Draft, p.Say("Clause"), 8})
		}
		out = append(out, SheetColumn{SheetCells, i, c.Draft, heading, c.Share})
		if c.Kind == "new" {
			out = append(out, SheetColumn{SheetFates, i, c.Draft, p.Say("Change"), 12})
		}
	}
	return out
}

// Sortable is what a row says in a column of numbers or fates; "" in others. A row
// without them, such as the beginning of a part, has "" in all.
func (r *Row) Sortable(c SheetColumn) string {
	switch {
	case c.What == SheetNumbers && c.Draft+1 < len(r.Numbers):
		return r.Numbers[c.Draft+1]
	case c.What == SheetFates && c.Draft < len(r.Fates):
		return r.Fates[c.Draft]
	}
	return ""
}
