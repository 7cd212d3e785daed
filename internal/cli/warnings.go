package cli

import (
	"fmt"

	"conceptdiff/internal/ingest"
)

// mostWarnings is how many warnings of one file are told before the rest is
// counted; import lists them all.
const mostWarnings = 5

// warnings tells what the reader found odd in a file.
func (a *app) warnings(r *reading) {
	for i, w := range r.result.Warnings {
		if i == mostWarnings {
			a.warn("%s: and %s more", r.path, plural(len(r.result.Warnings)-i, "warning"))
			break
		}
		where := r.path
		if w.Line > 0 {
			where = fmt.Sprintf("%s:%d", r.path, w.Line)
		}
		a.warn("%s: %s", where, w.Text)
	}
}

func warningText(w ingest.Warning) string {
	if w.Line > 0 {
		return fmt.Sprintf("line %d: %s", w.Line, w.Text)
	}
	return w.Text
}

func warningsLine(r *reading) string {
	if n := len(r.result.Warnings); n > 0 {
		return fmt.Sprint(n)
	}
	return "none"
}

func droppedLine(r *reading) string {
	if n := len(r.result.Dropped); n > 0 {
		return plural(n, "line")
	}
	return "nothing"
}
