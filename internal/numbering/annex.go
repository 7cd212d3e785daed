package numbering

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// annexMarks are the words between the number of an Azerbaijani annex and the
// word itself: «1 nömrəli əlavə», «3 saylı əlavə».
var annexMarks = map[string]bool{"nömrəli": true, "sayli": true, "№-li": true}

// approves are the verbs of a stamp of approval, which may stand before the annex's number.
var approves = map[string]bool{"edilmişdir": true, "olunmuşdur": true, "edilib": true, "olunub": true}

// longestAnnex is the length of the longest line that names an annex, in bytes.
const longestAnnex = 300

// cutNumberedAnnex reads a line that names an annex with its number in front,
// and the act before it to which it belongs: «“Tarla haqqında” Qanuna 1 nömrəli
// əlavə», «… Qərarı ilə təsdiq edilmişdir 2 nömrəli əlavə». The line holds nothing else.
func cutNumberedAnnex(s string) (Label, string, bool) {
	if len(s) > longestAnnex {
		return Label{}, "", false
	}
	line := strings.TrimRight(s, " .\u00a0")
	last := line[strings.LastIndexFunc(line, unicode.IsSpace)+1:]
	if UnitOf(strings.TrimSuffix(foldWord(last), "si")) != UnitAnnex {
		return Label{}, "", false
	}
	fields := strings.Fields(line)
	n := len(fields)
	if n < 3 || !annexMarks[foldWord(fields[n-2])] {
		return Label{}, "", false
	}
	num := fields[n-3]
	if digits := LeadingDigits(num); digits == "" || len(digits) != len(num) || len(digits) > 3 {
		return Label{}, "", false
	}
	if n > 3 && !approves[foldWord(fields[n-4])] { // to what it is an annex, in the dative: Qanuna, Qaydalara, Məcəlləyə
		switch r, _ := utf8.DecodeLastRuneInString(fields[n-4]); r {
		case 'a', 'ə', 'A', 'Ə', ')':
		default:
			return Label{}, "", false
		}
	}
	return Label{Printed: s, Unit: UnitAnnex, Num: num, Form: FormWord}, "", true
}
