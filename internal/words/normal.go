package words

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// normalise gives the form by which tokens other than white space are compared:
// NFC, one shape for each sort of quotation mark and dash, the letters of ligatures,
// nothing invisible.
func normalise(s string) string {
	if IsASCII(s) {
		if s == "`" {
			return "'"
		}
		return s
	}
	if s = strings.Map(plainRune, s); s == "…" {
		return "..."
	}
	if strings.Contains(s, "\xef\xac") {
		s = ligatures.Replace(s)
	}
	return norm.NFC.String(s)
}

// ligatures writes the letters of Latin ligatures one by one: they are a matter of
// type, not of spelling.
var ligatures = strings.NewReplacer("ﬀ", "ff", "ﬁ", "fi", "ﬂ", "fl", "ﬃ", "ffi", "ﬄ", "ffl", "ﬅ", "st", "ﬆ", "st")

// plainRune maps the variants of a mark to one of them, and what is invisible
// to -1.
func plainRune(r rune) rune {
	switch r {
	case '«', '»', '“', '”', '„', '‟', '〝', '〞', '〟', '＂', '″':
		return '"'
	case '‘', '’', '‚', '‛', '‹', '›', '`', '´', 'ʹ', 'ʼ', '′', '＇':
		return '\''
	case '‐', '‑', '‒', '–', '—', '―', '−', '﹘', '－':
		return '-'
	}
	if IsInvisible(r) {
		return -1
	}
	return r
}

// IsInvisible reports whether r is drawn as nothing and parts no words: the soft
// hyphen, joiners and non-joiners, marks of direction, selectors of a variant of
// the character before them, the byte-order mark. Source: the property
// Default_Ignorable_Code_Point of the Unicode Standard, without what spaces do.
func IsInvisible(r rune) bool {
	switch {
	case r < 0xad:
		return false
	case r == 0xad, r == 0x34f, r == 0x61c, r == 0xfeff:
		return true
	case r < 0x180b:
		return false
	case r <= 0x180f, 0x200b <= r && r <= 0x200f, 0x202a <= r && r <= 0x202e, 0x2060 <= r && r <= 0x206f:
		return true
	case 0xfe00 <= r && r <= 0xfe0f, 0xfff9 <= r && r <= 0xfffb, 0xe0000 <= r && r <= 0xe0fff:
		return true
	}
	return false
}

// IsASCII reports whether s has no bytes beyond ASCII.
func IsASCII(s string) bool {
	for ; len(s) >= 8; s = s[8:] {
		if (s[0]|s[1]|s[2]|s[3]|s[4]|s[5]|s[6]|s[7])&utf8.RuneSelf != 0 {
			return false
		}
	}
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
