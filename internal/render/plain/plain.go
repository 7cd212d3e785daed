package plain

import (
	"strings"
	"unicode/utf8"
)

// Visible replaces what would act on a terminal, a browser or the reading order
// instead of being read: control characters by their pictures (␛), directional
// overrides, line separators and invalid bytes by U+FFFD, tabs and line breaks by
// spaces. Emoji and accents are text and stay. It answers with s itself where nothing
// acts.
func Visible(s string) string {
	for _, r := range s {
		if r < ' ' || Acts(r) {
			return strings.Map(picture, s)
		}
	}
	return s
}

// VisibleLines is [Visible], but leaves tabs and line breaks as they are: for a text
// of several lines. It is for what was laid out before: a file, a message.
func VisibleLines(s string) string {
	for _, r := range s {
		if r < ' ' && r != '\t' && r != '\n' || Acts(r) {
			return strings.Map(func(r rune) rune {
				if r == '\t' || r == '\n' {
					return r
				}
				return picture(r)
			}, s)
		}
	}
	return s
}

// picture is a character as [Visible] shows it: control characters by their pictures in
// Unicode (U+2400), what would act instead of being read by U+FFFD.
func picture(r rune) rune {
	switch {
	case r == '\t' || r == '\n' || r == '\r':
		return ' '
	case r < ' ':
		return 0x2400 + r
	case r == 0x7f:
		return 0x2421
	case Acts(r):
		return utf8.RuneError
	}
	return r
}

// Acts reports whether r is DEL, a C1 control, a line or paragraph separator, a
// bidirectional embedding, override or isolate, an invalid byte, or U+FFFE or U+FFFF,
// which XML cannot hold. Marks of direction without effect on other text (U+200E,
// U+200F) do not act: they are needed in Arabic and Hebrew.
func Acts(r rune) bool {
	switch {
	case r < 0x7f:
		return false
	case r <= 0x9f, r == utf8.RuneError:
		return true
	case r >= 0x2028 && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0xfffe, r == 0xffff:
		return true
	}
	return false
}

// Bullet is how what stands before a line is shown: marks of bulleted lists,
// also those of symbol fonts that no other font has, as a dot.
func Bullet(num string) string {
	if r := []rune(num); len(r) == 1 && (r[0] >= 0xe000 && r[0] <= 0xf8ff || strings.ContainsRune("-*+", r[0])) {
		return "•"
	}
	return Visible(num)
}

// Escaper replaces the characters that end text or an attribute value in HTML and XML
// by references that both know.
var Escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&#34;", "'", "&#39;")
