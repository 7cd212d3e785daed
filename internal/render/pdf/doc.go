// Package pdf sets a comparison, a report, a sheet or a comparative table as a PDF file
// without help of any program.
//
// It is for machines without a browser; where there is one, the page that it
// prints looks better. Both say the same: a comparative table is drawn from its
// [table.Table], the others from their [model.Document].
//
//	table.Table ────┐
//	model.Document ─┴▶ paragraphs, rows ─▶ lines (text.go) ─▶ pages (paper.go, grid.go) ─▶ tags (tagged.go)
//
// Files are tagged: all that is drawn is content of an element of the file's structure
// (heading, paragraph, list, table, link, deleted or inserted words) or said to be none
// (rules, page numbers, headers that come again), so that it can be read aloud, reflowed
// and copied in its order. Elements bear the language of their text, and changed words
// say what they are. Links lead to sections and items of the file, to what encloses the
// provision where it has no place of its own, and to the pages of sources.
//
// The fonts are DejaVu Condensed, part of the binary, and cut down to what a file
// uses. They have the letters of Latin, Cyrillic and Greek; a character that they
// lack shows as a box and can be copied all the same. Characters beyond the basic
// plane become U+FFFD. The same input gives the same bytes: dates are those of the
// texts.
package pdf
