// Package pdf sets a comparison, a report or a comparative table as a PDF file
// without help of any program.
//
// It is for machines without a browser; where there is one, the page that it
// prints looks better. Both say the same: a comparative table is drawn from the
// same [render.Table], a comparison and a report from their Markdown form.
//
//	Table ──────────────────────┐
//	Report ─▶ Markdown ─▶ blocks ┴▶ lines (text.go) ─▶ pages (paper.go, grid.go)
//
// The fonts are DejaVu Condensed, part of the binary, and cut down to what a file
// uses. They have the letters of Latin, Cyrillic and Greek; a character that they
// lack shows as a box and can be copied all the same. Characters beyond the basic
// plane become U+FFFD. The same input gives the same bytes: dates are those of the
// texts.
package pdf
