package svg

import (
	"strings"
	"unicode"

	"conceptdiff/internal/render/plain"
)

// widthOf estimates how wide a text is set in a sans serif of that size. No font is
// at hand, and any may be used: the estimate is on the wide side. Widths are in ems,
// by the kind of letter: an i has 0.38, an m 0.98, a capital 0.74. The result has the
// unit of size.
func widthOf(s string, size float64) float64 {
	ems := 0.0
	for _, r := range s {
		switch {
		case strings.ContainsRune("iIljtfr.,;:'|!()[] ·", r):
			ems += 0.38
		case strings.ContainsRune("mwMWЖШЩЮФжшщюфЫ@%—", r):
			ems += 0.98
		case unicode.IsUpper(r):
			ems += 0.74
		case r > 0x2e80: // Han, kana, hangul
			ems += 1
		default:
			ems += 0.62
		}
	}
	return ems * size
}

// breakLines breaks a text into at most lines lines of that width; what does not fit
// is cut with an ellipsis. lines must be 1 or more. A word wider than a line is cut
// too.
func breakLines(text string, width, size float64, lines int) []string {
	words := strings.Fields(plain.Visible(text))
	var out []string
	line := ""
	for i, w := range words {
		longer := strings.TrimPrefix(line+" "+w, " ")
		if widthOf(longer, size) <= width {
			line = longer
			continue
		}
		if len(out)+1 == lines || line == "" && len(out)+1 >= lines {
			rest := strings.Join(append([]string{line}, words[i:]...), " ")
			return append(out, cutTo(strings.TrimSpace(rest), width, size))
		}
		if line != "" {
			out = append(out, line)
		}
		line = cutTo(w, width, size)
	}
	if line != "" {
		out = append(out, line)
	}
	return out
}

// cutTo shortens a text to a width, with an ellipsis; one letter is left of it in any
// case.
func cutTo(s string, width, size float64) string {
	if widthOf(s, size) <= width {
		return s
	}
	runes := []rune(s)
	for len(runes) > 1 && widthOf(string(runes)+"…", size) > width {
		runes = runes[:len(runes)-1]
	}
	return strings.TrimRight(string(runes), " ,;:–") + "…"
}
