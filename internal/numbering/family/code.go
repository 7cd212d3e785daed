package family

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// cutCode reads an identifier of a catalogue: letters and counters tied by marks,
// «AC-2(3)», «NETZ.1.1», «CC1.1», «GV.OC-01», «REQ-001», «SYS.1.1.A4». It gives
// the parts, letters and counters alike, the bytes read without a closing mark,
// and how the last letters are tied to the first counter, "" where they touch.
// Capitals alone are a code only as the head of others, «GV.OC» above «GV.OC-01».
func cutCode(s string) (parts []string, tie string, n int) {
	n = capitals(s)
	if n == 0 || n > mostCapitals {
		return nil, "", 0
	}
	parts = append(parts, s[:n])
	counted := false
	for n < len(s) {
		mark := 0
		if s[n] == '.' || s[n] == '-' || s[n] == '_' {
			mark = 1
		} else if strings.HasPrefix(s[n:], "–") || strings.HasPrefix(s[n:], "‑") {
			mark = len("–")
		}
		if s[n] == '(' && counted {
			end := strings.IndexByte(s[n:], ')')
			if end < 2 || end > 4 || len(asciiDigits(s[n+1:n+end])) != end-1 && end != 2 {
				break
			}
			parts = append(parts, s[n+1:n+end])
			n += end + 1
			continue
		}
		digits := asciiDigits(s[n+mark:])
		switch {
		case digits != "" && len(digits) <= mostDigits:
			if !counted {
				tie = s[n : n+mark]
			}
			counted = true
			parts = append(parts, digits)
			n += mark + len(digits)
			continue
		case mark == 0:
		default:
			if k := capitals(s[n+mark:]); k > 0 && k <= mostCapitals {
				parts = append(parts, s[n+mark:n+mark+k])
				n += mark + k
				if d := asciiDigits(s[n:]); counted && d != "" && len(d) <= mostDigits { // SYS.1.1.A4
					parts[len(parts)-1] += d
					n += len(d)
				}
				continue
			}
		}
		break
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsLetter(r) || unicode.IsDigit(r) || len(parts) < 2 {
		return nil, "", 0
	}
	if !counted {
		for _, p := range parts {
			if utf8.RuneCountInString(p) < 2 { // U.S., A.M.
				return nil, "", 0
			}
		}
	}
	return parts, tie, n
}

const (
	mostCapitals = 10 // bytes of the letters in a code
	mostDigits   = 4
)

// capitals is the length of the run of capital letters at the start of s.
func capitals(s string) int {
	for i, r := range s {
		if !unicode.IsUpper(r) {
			return i
		}
	}
	return len(s)
}

func asciiDigits(s string) string {
	n := 0
	for n < len(s) && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	return s[:n]
}

// Code reads text that is nothing but a code.
func Code(s string) (numbering.Label, bool) {
	parts, _, n := cutCode(s)
	if n == 0 || n < len(s) {
		return numbering.Label{}, false
	}
	return numbering.Label{Printed: s, Num: strings.Join(parts, "."), Form: numbering.FormCode}, true
}
