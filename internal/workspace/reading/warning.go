package reading

import (
	"fmt"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/phrase"
)

// mostWarnings is how many warnings of one file are told before the rest is
// counted.
const mostWarnings = 5

// Warn tells what the reader found odd in a file, the first few of it.
func (r *Reading) Warn(log interface {
	Warn(format string, args ...any)
},
) {
	for i, w := range r.Result.Warnings {
		if i == mostWarnings {
			log.Warn("%s: and %s more", r.Path, phrase.Plural(len(r.Result.Warnings)-i, "warning"))
			break
		}
		log.Warn("%s: %s", whereIs(r.Path, w), w.Text)
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

// CountsParagraphs reports whether the places of the file's format are paragraphs, not
// lines.
func (r *Reading) CountsParagraphs() bool {
	switch r.Result.Format {
	case ingest.FormatDOCX, ingest.FormatODT, ingest.FormatRTF:
		return true
	}
	return false
}
