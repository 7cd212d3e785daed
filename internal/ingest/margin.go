package ingest

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/revision"
)

// printTime and printAddress are what a browser prints around a page: they say
// when and from where it was printed, not what.
var (
	printTime    = lazy.Regexp(`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d`)
	printAddress = lazy.Regexp(`^(file|https?)://`)
)

// noteMargins makes notes of the main component of what stands at the head and at the
// foot of the pages, so that a comparison can tell a change in it. Lines that differ
// only in their numbers are one («Page 3 of 12»), of which the first is kept. What a
// browser printed there is none of the document's.
func noteMargins(components []*revision.Provision, dropped []flow.Dropped) {
	seen := map[string]bool{}
	for _, d := range dropped {
		kind, ok := marginKind(d)
		text := layout.Squeeze(strings.ReplaceAll(d.Text, "\n", " "))
		if !ok || text == "" || printTime().MatchString(text) || printAddress().MatchString(text) {
			continue
		}
		key := string(kind) + strings.Map(dropDigits, text)
		if seen[key] {
			continue
		}
		seen[key] = true
		for _, c := range components {
			if c.EID == "" {
				c.Notes = append(c.Notes, revision.Note{Kind: kind, Text: text})
			}
		}
	}
}

// dropDigits is for strings.Map.
func dropDigits(r rune) rune {
	if r >= '0' && r <= '9' {
		return -1
	}
	return r
}

// marginKind tells headers and footers from the other things that are dropped. A line
// that recurs on the pages is a header where it is one of a page's first three;
// headers have a line or two, and the text between leaves a footer further down.
func marginKind(d flow.Dropped) (revision.NoteKind, bool) {
	const top = 3 // lines
	switch {
	case d.Why == string(revision.NoteHeader), d.Why == layout.WhyRunning && d.Page > 0 && d.Line <= top:
		return revision.NoteHeader, true
	case d.Why == string(revision.NoteFooter), d.Why == layout.WhyRunning && d.Page > 0:
		return revision.NoteFooter, true
	}
	return "", false
}
