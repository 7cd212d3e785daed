// Package xlsx writes the comparative table as a workbook (Office Open XML), to
// sort and to filter. All cells are text.
package xlsx
