package cli

import (
	"fmt"
	"strings"

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
		a.warn("%s: %s", whereIs(r.path, w), w.Text)
	}
}

// whereIs names the place of a warning behind its file.
func whereIs(path string, w ingest.Warning) string {
	if w.File != "" {
		path += "/" + w.File
	}
	switch {
	case w.Page > 0 && w.Line > 0:
		return fmt.Sprintf("%s: page %d, line %d", path, w.Page, w.Line)
	case w.Page > 0:
		return fmt.Sprintf("%s: page %d", path, w.Page)
	case w.Line > 0:
		return fmt.Sprintf("%s:%d", path, w.Line)
	}
	return path
}

// place names the place in a file, of what one reader counts as lines and
// another as paragraphs; "" when there is none.
func place(r *reading, file string, page, line int) string {
	unit := "line"
	switch r.result.Format {
	case ingest.FormatDOCX, ingest.FormatODT, ingest.FormatRTF:
		unit = "paragraph"
	}
	var parts []string
	if file != "" {
		parts = append(parts, file)
	}
	if page > 0 {
		parts = append(parts, fmt.Sprintf("page %d", page))
	}
	if line > 0 {
		parts = append(parts, fmt.Sprintf("%s %d", unit, line))
	}
	return strings.Join(parts, ", ")
}

func warningText(r *reading, w ingest.Warning) string {
	if at := place(r, w.File, w.Page, w.Line); at != "" {
		return at + ": " + w.Text
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
