package family

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// findInserted finds the numbers that were inserted with a letter set apart,
// «§ 7 a.», «7 b. Text»: no grammar takes them, since the letter may be a word. It
// counts where the same number, or the letter before, stood last.
func findInserted(openings []Opening) int {
	last := map[numbering.Class]string{}
	found := 0
	for i := range openings {
		o := &openings[i]
		if o.labelled() && o.Label.Depth() > 0 {
			last[o.Label.Class()] = o.Label.Num
		}
		if o.Fixed || !o.Apart || o.labelled() && o.Label.Unit == "" && o.Label.Form != numbering.FormBare {
			continue
		}
		closed, letter, rest := closeLetter(o.Text)
		if closed == "" {
			continue
		}
		l, tail, ok := numbering.CutLabel(closed)
		if !ok || tail != "" || !strings.HasSuffix(l.Num, letter) {
			continue
		}
		before := last[l.Class()]
		base := strings.TrimSuffix(l.Num, letter)
		if before == "" || before != base && (!strings.HasPrefix(before, base) || before >= l.Num) {
			continue
		}
		l.Printed = strings.TrimSpace(strings.TrimSuffix(o.Text, rest))
		o.Label, o.Rest = l, rest
		last[l.Class()] = l.Num
		found++
	}
	return found
}

// closeLetter gives a number and the single small letter behind it set close,
// «§ 7a.», the letter, and what follows. The label ends in a mark.
func closeLetter(s string) (closed, letter, rest string) {
	const far = 16 // bytes in which the number stands
	at := strings.IndexFunc(s[:min(len(s), far+utf8.UTFMax)], unicode.IsDigit)
	if at < 0 || at > far {
		return "", "", ""
	}
	n := at + len(asciiDigits(s[at:]))
	if n == at || n+1 >= len(s) || s[n] != ' ' {
		return "", "", ""
	}
	r, size := utf8.DecodeRuneInString(s[n+1:])
	end := n + 1 + size
	if !unicode.IsLower(r) || end >= len(s) || s[end] != '.' && s[end] != ')' {
		return "", "", ""
	}
	end++
	if end < len(s) && s[end] != ' ' {
		return "", "", ""
	}
	letter = string(r)
	return s[:n] + letter + s[end-1:end], letter, strings.TrimSpace(s[end:])
}
