// Package xlsx writes the comparative table as a workbook (Office Open XML), to
// sort and to filter. All cells are text.
//
// A cell that begins like a formula is text by its type and its style (quotePrefix),
// also after it was edited. cell.go writes cells, with marked words in runs and no more
// text than a cell may hold; parts.go the styles, workbook.go the sheet.
package xlsx
