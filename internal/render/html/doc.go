// Package html writes pages that need no network and act without script: the
// comparison, the report, the comparative table and the committee's sheets.
// Templates hold the frame, an escaping writer of our own all that a page says.
//
// Package frame is what every page begins with. Comparison, report and sheets are
// composed as trees (packages compose and sheet); section.go walks over them, figures.go
// writes tables and counts, inline.go what stands in a line. Rows of changes (rows.go)
// go to the page in two columns and, hidden, in one, so that the reader can choose
// without script. Style and script are part of the page; its content policy names them
// by their hashes.
package html
