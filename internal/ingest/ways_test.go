package ingest

import (
	"fmt"
	"strings"
	"testing"
)

// written is a line of a made-up text: its level as a heading, 0 for none, and its
// words, number and all.
type written struct {
	level int
	words string
}

// writtenTexts are texts whose headings markup may or may not show.
var writtenTexts = map[string][]written{
	"standard": {
		{1, "Ferry Standard"},
		{2, "1 Scope"},
		{0, "This standard is about ferries."},
		{2, "2 Terms"},
		{3, "2.1 Ferry"},
		{0, "A ferry is a boat that crosses a river."},
		{3, "2.2 Yard"},
		{0, "A yard is where ferries are kept."},
		{2, "3 Duties"},
		{0, "The ferryman shall:"},
		{0, "a) look at the river;"},
		{0, "b) ring the bell."},
		{2, "4 Records"},
		{0, "Records are kept for a year."},
	},
	"act": {
		{1, "Ferry Act"},
		{2, "Chapter 1 General"},
		{3, "Article 1 Purpose"},
		{0, "(1) This Act is about ferries."},
		{0, "(2) It does not apply to:"},
		{0, "a) boats of the army;"},
		{0, "b) rafts."},
		{3, "Article 2 Terms"},
		{0, "A ferry is a boat that crosses a river."},
		{2, "Chapter 2 Duties"},
		{3, "Article 3 Bell"},
		{0, "(1) The ferryman rings the bell."},
		{0, "(2) The bell is heard on both banks."},
	},
}

// spelled writes a text with what stands before and after each line, %s, by level.
func spelled(text []written, parting string, form func(level int) string) string {
	out := make([]string, len(text))
	for i, w := range text {
		out[i] = fmt.Sprintf(form(w.level), w.words)
	}
	return strings.Join(out, parting) + "\n"
}

// One text has one outline, whatever it was written in: with blank lines or none
// between its lines, with the headings of Markdown under either name, as a page.
func TestSameTextPlainWays(t *testing.T) {
	plain := func(int) string { return "%s" }
	sharps := func(level int) string {
		if level == 0 {
			return "%s"
		}
		return strings.Repeat("#", level) + " %s"
	}
	tags := func(level int) string {
		if level == 0 {
			return "<p>%s</p>"
		}
		return fmt.Sprintf("<h%d>%%s</h%d>", level, level)
	}
	for name, text := range writtenTexts {
		want, _ := addresses(t, "x.txt", spelled(text, "\n\n", plain))
		for _, way := range []struct{ name, file, text string }{
			{"a line a paragraph", "x.txt", spelled(text, "\n", plain)},
			{"Markdown", "x.md", spelled(text, "\n\n", sharps)},
			{"Markdown without a sign of it", "x.md", spelled(text, "\n\n", plain)},
			{"Markdown named as text", "x.txt", spelled(text, "\n\n", sharps)},
			{"page", "x.html", "<!DOCTYPE html><html><body>\n" + spelled(text, "\n", tags) + "</body></html>\n"},
		} {
			if got, _ := addresses(t, way.file, way.text); got != want {
				t.Errorf("%s as %s\n got %s\nwant %s", name, way.name, got, want)
			}
		}
		if strings.Count(want, " | ") < 8 {
			t.Errorf("%s: few clauses: %s", name, want)
		}
	}
}
