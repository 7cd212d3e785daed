package numbering

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// cutWord reads "Article 12.", "Article premier", "§ 5", "ГЛАВА II", "Maddə 12-1.",
// "Приложение № 1", "PART ONE", "Часть первая", "Strategic goal 1:".
func cutWord(s string) (Label, string, bool) {
	unit, n := Unit(""), 0
	kind := ""
	if strings.HasPrefix(s, "§") {
		unit = UnitClause
		for strings.HasPrefix(s[n:], "§") {
			n += len("§")
		}
	} else {
		n = WordEnd(s)
		if n == 0 || n > 28 {
			return Label{}, "", false
		}
		word := foldWord(s[:n])
		unit = unitWords()[word]
		if word == "amendment" {
			unit, kind = UnitArticle, "amendment-" // of the Constitution of the United States
		}
		if unit == "" {
			if unit, kind, n = cutKind(s, word, n); unit == "" {
				unit, n = cutPlan(s, word)
			}
		}
		if unit == "" {
			return Label{}, "", false
		}
		if strings.HasPrefix(s[n:], ".") && n <= len("section") {
			n++ // Art. 12, Section. 1.
		}
	}
	start := n
	n += len(s[n:]) - len(trimLeft(s[n:]))
	if strings.HasPrefix(s, "§") {
		start = n
	} else if n == start {
		// Nothing between word and number: the word alone ("Annex").
		if s[n:] != "" || unit != UnitAnnex {
			return Label{}, "", false
		}
		return Label{Printed: s, Unit: unit, Form: FormWord}, "", true
	}
	for _, no := range []string{"№", "N°", "n°", "No.", "No", "Nr.", "nr.", "N"} {
		if strings.HasPrefix(s[n:], no) {
			t := trimLeft(s[n+len(no):])
			if t != "" && isDigit(t[0]) {
				n = len(s) - len(t)
				break
			}
		}
	}
	num, k := scanRomanian(s[n:])
	if k == 0 {
		num, k = ScanNumber(s[n:])
	}
	if k == 0 {
		if l, rest, ok := cutAfter(s[n:]); ok && unit == UnitArticle && (rest == "" || startsTitle(rest)) { // Article (1)
			l.Printed, l.Num, l.Unit, l.Form = s[:n]+l.Printed, kind+l.Num, unit, FormWord
			return l, rest, true
		}
		return Label{}, "", false
	}
	n += k
	return finishWord(s, n, unit, kind+num)
}

// kinds are words in front of a unit's word that make its numbers a sequence of
// their own: «Geçici Madde 1», «Disposición adicional primera». The numbers get
// the word in front.
var kinds = map[string]Unit{
	"geçici": UnitArticle, "ek": UnitArticle, "mükerrer": UnitArticle,
	"disposición": UnitArticle,
}

// dispositions are the sorts of the provisions that end a Spanish law.
var dispositions = map[string]bool{"adicional": true, "transitoria": true, "derogatoria": true, "final": true}

// EndsAct reports whether a label is of a sequence that stands at the end of an act,
// outside its chapters: «Disposición adicional primera».
func (l Label) EndsAct() bool {
	kind, _, ok := strings.Cut(l.Num, "-")
	return ok && l.Unit == UnitArticle && dispositions[kind]
}

// cutKind reads a unit that such a word opens, the first word of s, n bytes
// long. It returns what stands in front of its numbers and the bytes read.
func cutKind(s, word string, n int) (unit Unit, kind string, end int) {
	if kinds[word] == "" {
		return "", "", 0
	}
	t := trimLeft(s[n:])
	k := WordEnd(t)
	second := foldWord(t[:k])
	end = len(s) - len(t) + k
	switch {
	case k == 0:
	case dispositions[second] && word == "disposición":
		return UnitArticle, second + "-", end
	case unitWords()[second] == kinds[word]:
		return kinds[word], word + "-", end
	}
	return "", "", 0
}

// finishWord takes the punctuation after a word's number and rejects running
// text («Article 12 of the Treaty», «Article 12(2)»).
func finishWord(s string, n int, unit Unit, num string) (Label, string, bool) {
	l := Label{Unit: unit, Num: num, Form: FormWord}
	n += scanRange(s[n:])
	if k := scanMark(s[n:]); k > 0 {
		l.Printed = s[:n+k]
		return l, trimLeft(s[n+k:]), true
	}
	l.Printed = s[:n]
	rest := trimLeft(s[n:])
	switch {
	case !spaceOrEnd(s[n:]) || unit.Plans() && rest != "" && !strings.Contains(num, "."), !unit.Groups() && namesAct(rest):
		return Label{}, "", false
	case startsTitle(rest) || strings.HasPrefix(rest, "*") || isAside(rest):
		return l, rest, true
	}
	// § 3 (1) The Minister …
	if _, inner, ok := cutAfter(rest); !ok || inner == "" || !startsTitle(inner) {
		return Label{}, "", false
	}
	return l, rest, true
}

// cutAfter reads a second label, in brackets.
func cutAfter(s string) (Label, string, bool) {
	if !strings.HasPrefix(s, "(") {
		return Label{}, "", false
	}
	return cutParens(s)
}

// ScanNumber reads an Arabic number, a Roman numeral, one letter or a number
// word.
func ScanNumber(s string) (string, int) {
	if num, n := scanNumber(s); n > 0 {
		return num, n
	}
	if num, n := scanAppendix(s); n > 0 {
		return num, n
	}
	if num, n := scanCode(s); n > 0 {
		return num, n
	}
	n := WordEnd(s)
	if n == 0 {
		return "", 0
	}
	word := s[:n]
	if num, ok := romanOrdinal(word); ok {
		return num, n
	}
	if Roman(word) > 0 {
		var b strings.Builder
		k := scanLatinOrdinal(&b, s[n:])
		if k == 0 {
			k = scanOrdinalSuffix(s[n:])
		}
		return word + b.String(), n + k
	}
	if v, k := scanOrdinalWords(s); k > 0 {
		return v, k
	}
	if utf8.RuneCountInString(word) == 1 {
		return word, n
	}
	return "", 0
}

// romanOrdinal reads a Roman numeral with the ending of an ordinal: Ier, IIe.
func romanOrdinal(word string) (string, bool) {
	for _, suf := range []string{"er", "re", "ère", "e", "ème"} {
		if num, ok := strings.CutSuffix(word, suf); ok && num != "" && num == strings.ToUpper(num) && Roman(num) > 0 {
			return num, true
		}
	}
	return "", false
}

// scanCode reads the number of an article of a French code: L121-1, R. 123-4-1.
func scanCode(s string) (string, int) {
	if s == "" || !strings.ContainsRune("LRDA", rune(s[0])) {
		return "", 0
	}
	t := strings.TrimLeft(s[1:], ".* \u00a0")
	num, n := scanNumber(t)
	if n == 0 || len(s)-len(t) > 5 {
		return "", 0
	}
	return s[:1] + num, len(s) - len(t) + n
}

// cutOrdinalWord reads labels that put the number first: «1-ci maddə»,
// «I fəsil», «Birinci bölmə», «12-ci maddə.», «1-бап», «2 kap.», «3 a §».
func cutOrdinalWord(s string) (Label, string, bool) {
	num, n := "", 0
	if len(s) > 4 && strings.EqualFold(s[:4], "the ") {
		// THE FIRST SCHEDULE
		if len(s) > 8 && strings.EqualFold(s[4:8], "the ") {
			return Label{}, "", false
		}
		l, rest, ok := cutOrdinalWord(s[4:])
		l.Printed = s[:4] + l.Printed
		return l, rest, ok && l.Unit == UnitAnnex
	}
	if isDigit(s[0]) {
		digits := LeadingDigits(s)
		var b strings.Builder
		b.WriteString(digits)
		if k := scanInsertions(&b, s[len(digits):]); k > 0 && scanOrdinalSuffix(s[len(digits)+k:]) > 0 {
			digits = b.String() // 5-1-ci fəsil
		}
		k := scanOrdinalSuffix(s[len(digits):])
		if k == 0 {
			return cutNumberWord(s, digits)
		}
		num, n = digits, len(digits)+k
	} else {
		n = WordEnd(s)
		if n == 0 || n > 24 {
			return Label{}, "", false
		}
		if word := s[:n]; Roman(word) > 0 {
			num = word
			if strings.HasPrefix(s[n:], ".") {
				return cutNumberWord(s, num) // II. Fejezet
			}
			inserted, k := scanRomanInsertion(s[n:])
			num, n = num+inserted, n+k
		} else if num, n = scanOrdinalWords(s); n == 0 {
			return Label{}, "", false
		}
	}
	t := trimLeft(s[n:])
	if len(t) == len(s[n:]) {
		return Label{}, "", false
	}
	k := WordEnd(t)
	unit := UnitOf(t[:k])
	if unit == "" {
		unit = wordsAfter[strings.ToLower(t[:k])]
	}
	if unit == "" {
		unit, k = cutPlan(t, foldWord(t[:k]))
	}
	if unit == "" || unit == UnitClause || unit == UnitPoint {
		return Label{}, "", false
	}
	return finishWord(s, len(s)-len(t)+k, unit, num)
}

// wordsAfter are the words that follow their number, with or without a full
// stop: «2 kap.», «1. §», «II. Fejezet», «II SKYRIUS», «3 luku», «5. pants».
var wordsAfter = map[string]Unit{
	"kap": UnitChapter, "luku": UnitChapter, "fejezet": UnitChapter, "peatükk": UnitChapter, "nodaļa": UnitChapter, "skyrius": UnitChapter, "poglavje": UnitChapter,
	"osa": UnitPart, "rész": UnitPart, "dalis": UnitPart,
	"pants": UnitArticle, "straipsnis": UnitArticle, "člen": UnitArticle, "član": UnitArticle, "cikk": UnitArticle,
	"hoofdstuk": UnitChapter, "abschnitt": UnitSection, "teil": UnitPart, "titel": UnitTitle, "kapitel": UnitChapter, "buch": UnitBook, "artikel": UnitArticle,
}

// cutNumberWord reads a number before its word or sign: «12-maddə», «3-1-бап»,
// «3 a §», «2/A. §», «1. Abschnitt», «3(1) straipsnis».
func cutNumberWord(s, num string) (Label, string, bool) {
	inserted, n := scanInsertedBefore(s[len(num):])
	t := s[len(num)+n:]
	num += inserted
	if strings.HasPrefix(t, "-") {
		k := WordEnd(t[1:])
		if unit := UnitOf(t[1 : 1+k]); unit != "" {
			return finishWord(s, len(s)-len(t)+1+k, unit, num)
		}
		return Label{}, "", false
	}
	if len(t) > 1 && t[0] == '/' && t[1] >= 'A' && t[1] <= 'Z' {
		num, t = num+t[1:2], t[2:]
	}
	t = trimLeft(strings.TrimPrefix(t, "."))
	if len(t) > 2 && t[0] >= 'a' && t[0] <= 'z' && t[1] == ' ' {
		num += t[:1]
		t = trimLeft(t[1:])
	}
	unit, k := UnitClause, len("§")
	if !strings.HasPrefix(t, "§") {
		k = WordEnd(t)
		if unit = wordsAfter[strings.ToLower(t[:k])]; unit == "" {
			return Label{}, "", false
		}
	}
	return finishWord(s, len(s)-len(t)+k, unit, num)
}

// scanInsertedBefore reads what marks a provision as inserted, where its word is still
// to come: -1, ¹, (1).
func scanInsertedBefore(s string) (inserted string, n int) {
	var b strings.Builder
	if digits := LeadingDigits(strings.TrimPrefix(s, "(")); digits != "" && strings.HasPrefix(s, "("+digits+")") {
		return "-" + digits, len(digits) + len("()")
	}
	if n = scanSuperscript(&b, s); n == 0 {
		n = scanInsertions(&b, s)
	}
	return b.String(), n
}

// WordEnd is the length of the word at the start of s; a hyphen inside counts
// as part of it (sous-section).
func WordEnd(s string) int {
	for i, r := range s {
		if unicode.IsLetter(r) || r == '\u0307' {
			continue
		}
		if (r == '-' || r == '\'') && i > 0 && i+1 < len(s) {
			if next, _ := utf8.DecodeRuneInString(s[i+1:]); unicode.IsLower(next) {
				continue
			}
		}
		return i
	}
	return len(s)
}
