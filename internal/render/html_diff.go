package render

import (
	"io"

	"conceptdiff/internal/report"
)

// DiffHTML writes the comparison as one HTML page that needs no network and no
// script: every clause in the order of the new text, old and new side by side
// on a desk's screen, in one column on a phone and in print. Both texts stand
// in it whole; #old-4.1.1, #new-4.1.1 and #c-… address them.
func DiffHTML(w io.Writer, r report.Report, o Options) error {
	p := newPage(&r, o, o.phrases().Say("Comparison"), "changes")
	p.rows.used = map[string]bool{}
	return writePage(w, "diff", p)
}
