// Package office writes the comparative table and the committee's sheets as Word
// documents (Office Open XML). The same value gives the same bytes.
//
// table.go and sheet.go write the body, parts.go what else a package holds, widths.go
// shares out the width of a page among columns by what stands in them. Redlines are in
// package docx, single revisions in package document.
package office
