package ooxml

import (
	"strings"
	"unicode/utf8"
)

// Text is any text made fit to stand in XML: cleaned, then escaped.
func Text(s string) string { return Escape(Clean(s)) }

// Escape replaces the characters that mean something in XML, between tags and in
// attributes.
func Escape(s string) string {
	if !strings.ContainsAny(s, `<>&"'`) {
		return s
	}
	return escaper.Replace(s)
}

var escaper = strings.NewReplacer("<", "&lt;", ">", "&gt;", "&", "&amp;", `"`, "&#34;", "'", "&#39;")

// Clean replaces what a Word file cannot hold or what would act instead of
// being read: control characters by their pictures (␛); directional overrides,
// separators of lines and paragraphs, what word processors use inside
// themselves, noncharacters and invalid bytes by U+FFFD. A tab stays; a line
// break becomes a space.
func Clean(s string) string {
	for _, r := range s {
		if r != '\t' && (r < ' ' || r >= 0x7f && acts(r)) {
			return strings.Map(picture, s)
		}
	}
	return s
}

func picture(r rune) rune {
	switch {
	case r == '\t':
		return r
	case r == '\n' || r == '\r':
		return ' '
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case acts(r):
		return utf8.RuneError
	}
	return r
}

// acts reports whether r is not a character to be read: DEL and C1 controls,
// separators, directional formatting, interlinear marks (which LibreOffice
// uses for its own anchors), the byte order mark, noncharacters.
func acts(r rune) bool {
	switch {
	case r >= 0x7f && r <= 0x9f, r == utf8.RuneError:
		return true
	case r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069:
		return true
	case r >= 0xfff9 && r <= 0xfffc, r == 0xfeff, r >= 0xfdd0 && r <= 0xfdef, r&0xfffe == 0xfffe:
		return true
	}
	return false
}
