package textdiff

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/cases"
	"golang.org/x/text/unicode/norm"
)

// normalise gives the form by which tokens other than white space are compared:
// NFC, one shape for each sort of quotation mark and dash, nothing invisible.
func normalise(s string) string {
	if isASCII(s) {
		if s == "`" {
			return "'"
		}
		return s
	}
	if s = strings.Map(plainRune, s); s == "…" {
		return "..."
	}
	return norm.NFC.String(s)
}

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
	case '\u00ad', '\u200b', '\u200e', '\u200f', '\u2060', '\ufeff':
		return -1 // soft hyphen, zero-width space, direction marks, word joiner, byte-order mark
	}
	return r
}

// folder folds case after the rules of one language.
type folder struct {
	turkic bool // I belongs to ı, İ to i
	fold   cases.Caser
}

func newFolder(lang string) folder {
	primary, _, _ := strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	switch strings.ToLower(primary) {
	case "az", "aze", "azj", "azb", "tr", "tur":
		return folder{turkic: true, fold: cases.Fold()}
	}
	return folder{fold: cases.Fold()}
}

func (f folder) String(s string) string {
	if f.turkic {
		s = strings.Map(func(r rune) rune {
			switch r {
			case 'I', 'İ':
				return unicode.AzeriCase.ToLower(r)
			}
			return r
		}, norm.NFC.String(s))
	}
	if isASCII(s) {
		return strings.ToLower(s)
	}
	return norm.NFC.String(f.fold.String(s))
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
