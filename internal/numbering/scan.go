package numbering

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// latinOrdinals follow an inserted article's number: 8 bis, 8 ter, 8 quater.
var latinOrdinals = []string{
	"bis", "ter", "quater", "quinquies", "quinquie", "sexies", "septies",
	"octies", "nonies", "novies", "decies", "undecies", "duodecies",
}

// ordinalSuffixes turn a number into an ordinal: 1-ci, 3-cü, 5-я, 1er, 2nd.
// The canonical number leaves them out.
var ordinalSuffixes = []string{
	"inci", "ıncı", "uncu", "üncü", "nci", "ncı", "ncu", "ncü", "ci", "cı", "cu", "cü",
	"я", "й", "ая", "ый", "ой", "го", "er", "re", "ème", "e", "st", "nd", "rd", "th", ".º", ".ª", "º", "°", "ª",
}

// scanNumber reads an Arabic number with everything that belongs to it: dotted
// parts, a letter (10a), an insertion (12-1, 67¹), bis, ter, quater, an ordinal
// suffix. It returns the canonical spelling and the bytes read, 0 when s does
// not start with one. A final dot is not read.
func scanNumber(s string) (num string, n int) {
	var b strings.Builder
	for {
		digits := LeadingDigits(s[n:])
		if digits == "" || len(digits) > 4 {
			return "", 0
		}
		b.WriteString(digits)
		n += len(digits)
		n += scanSuffix(&b, s[n:])
		if n+1 < len(s) && s[n] == '.' && isDigit(s[n+1]) {
			b.WriteByte('.')
			n++
			continue
		}
		if k := scanPoint(s[n:]); k > 0 { // target 1.a
			b.WriteString(s[n : n+k])
			n += k
		}
		break
	}
	if r, _ := utf8.DecodeRuneInString(s[n:]); unicode.IsLetter(r) {
		return "", 0
	}
	return b.String(), n
}

// scanPoint reads a letter that a dot ties to a number: the .a of «1.a By 2030».
func scanPoint(s string) int {
	if len(s) < 2 || s[0] != '.' || s[1] < 'a' || s[1] > 'z' {
		return 0
	}
	if r, _ := utf8.DecodeRuneInString(s[2:]); len(s) > 2 && !unicode.IsSpace(r) && r != ')' && r != '.' {
		return 0
	}
	return 2
}

// scanSuffix reads what may follow the digits of one part.
func scanSuffix(b *strings.Builder, s string) int {
	if n := scanOrdinalSuffix(s); n > 0 {
		if len(s) > n+1 && s[n] == '-' && s[n+1] >= 'A' && s[n+1] <= 'Z' && spaceOrEnd(s[n+2:]) {
			b.WriteByte(s[n+1]) // Artigo 2.º-A
			n += 2
		}
		return n
	}
	if len(s) > 1 && s[0] == '^' && isDigit(s[1]) { // Art. 3^1
		digits := LeadingDigits(s[1:])
		b.WriteString("-" + digits)
		return 1 + len(digits)
	}
	if n := scanSuperscript(b, s); n > 0 {
		return n
	}
	if n := scanLatinOrdinal(b, s); n > 0 {
		return n
	}
	if n := scanInsertions(b, s); n > 0 {
		return n + scanOrdinalSuffix(s[n:])
	}
	// One or two letters set close: 10a, 24aa, 5А, 2-a.
	t, n := s, 0
	if strings.HasPrefix(t, "-") {
		t, n = t[1:], 1
	}
	count := 0
	end := 0
	for end < len(t) {
		r, size := utf8.DecodeRuneInString(t[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += size
		if count++; count > 2 {
			return 0
		}
	}
	if count == 0 {
		return 0
	}
	b.WriteString(t[:end])
	n += end
	return n + scanLatinOrdinal(b, s[n:])
}

// scanInsertions reads -1, -1-2: the article inserted after another, or the
// section of an American chapter, 5-101. An en dash reads the same where it cannot
// stand for a range: 5–101, 12–1.
func scanInsertions(b *strings.Builder, s string) int {
	const most = 3
	n := 0
	for range most {
		mark := 0
		switch {
		case strings.HasPrefix(s[n:], "-"):
			mark = 1
		case strings.HasPrefix(s[n:], "\u2011"):
			mark = len("\u2011")
		case strings.HasPrefix(s[n:], "–") && !spansRange(b.String(), s[n+len("–"):]):
			mark = len("–")
		}
		if mark == 0 || len(s) < n+mark+1 || !isDigit(s[n+mark]) {
			break
		}
		digits := LeadingDigits(s[n+mark:])
		if len(digits) > 3 {
			break
		}
		b.WriteString("-" + digits)
		n += mark + len(digits)
	}
	return n
}

// scanSpan reads the rest of a range of bare numbers before a remark in brackets:
// the «and 7» of «6 and 7 [Repealed]».
func scanSpan(s string) int {
	t := trimLeft(s)
	k := strings.IndexAny(t, "0123456789")
	if k <= 0 || !slices.Contains(rangeWords, strings.TrimSpace(t[:k])) {
		return 0
	}
	k += len(LeadingDigits(t[k:]))
	if rest := trimLeft(t[k:]); !strings.HasPrefix(rest, "[") && !strings.HasPrefix(rest, "(") && !strings.HasPrefix(rest, "{") {
		return 0
	}
	return len(s) - len(t) + k
}

// spansRange reports whether two numbers with an en dash between them may be the
// first and the last of several: the second is the greater one and not a hundred
// ahead.
func spansRange(before, after string) bool {
	const far = 60
	i := len(before)
	for i > 0 && isDigit(before[i-1]) {
		i--
	}
	from, to := DigitValue(before[i:]), DigitValue(after)
	return to > from && to <= from+far
}

func scanOrdinalSuffix(s string) int {
	t, n := s, 0
	if strings.HasPrefix(t, "-") {
		t, n = t[1:], 1
	}
	for _, suf := range ordinalSuffixes {
		if !strings.HasPrefix(t, suf) {
			continue
		}
		// "e" and "er" without a hyphen are ordinals only in front of a word
		// ("2e alinéa"); 10e is an inserted number.
		if n == 0 && len(suf) == 1 {
			continue
		}
		r, _ := utf8.DecodeRuneInString(t[len(suf):])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			return n + len(suf)
		}
	}
	return 0
}

func scanLatinOrdinal(b *strings.Builder, s string) int {
	t := strings.TrimPrefix(trimLeft(s), "-")
	for _, o := range latinOrdinals {
		if len(t) < len(o) || !strings.EqualFold(t[:len(o)], o) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(t[len(o):]); unicode.IsLetter(r) || unicode.IsDigit(r) {
			continue
		}
		after := trimLeft(t[len(o):])
		if after != "" && isDigit(after[0]) {
			return 0 // §§ 5 bis 7
		}
		b.WriteString(o)
		n := len(s) - len(t) + len(o)
		// Article 4 bis A
		if len(after) > 0 && len(after) < len(t)-len(o) && after[0] >= 'A' && after[0] <= 'Z' && (len(after) == 1 || strings.IndexByte(".:", after[1]) >= 0) {
			b.WriteByte(after[0])
			n = len(s) - len(after) + 1
		}
		return n
	}
	return 0
}

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹"

func scanSuperscript(b *strings.Builder, s string) int {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		i := strings.IndexRune(superscripts, r)
		if i < 0 {
			break
		}
		if n == 0 {
			b.WriteByte('-')
		}
		b.WriteByte(byte('0' + utf8.RuneCountInString(superscripts[:i])))
		n += size
	}
	return n
}

// scanRaised reads a number in superscript digits.
func scanRaised(s string) (string, int) {
	var b strings.Builder
	n := scanSuperscript(&b, s)
	return strings.TrimPrefix(b.String(), "-"), n
}

func LeadingDigits(s string) string {
	n := 0
	for n < len(s) && isDigit(s[n]) {
		n++
	}
	return s[:n]
}

// scanLetters reads a point's letter or small Roman numeral: a, aa, iv, б, ç.
// Case is kept. Two equal letters count as one (aa after z).
func scanLetters(s string) (string, int) {
	n := 0
	for n < len(s) {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !unicode.IsLetter(r) {
			break
		}
		if n += size; n > 10 {
			return "", 0
		}
	}
	if n == 0 {
		return "", 0
	}
	tok := strings.ReplaceAll(s[:n], "ـ", "")
	if tok == "" {
		return "", 0
	}
	if tok != s[:n] { // «هـ»
		if utf8.RuneCountInString(tok) == 1 {
			return tok, n
		}
		return "", 0
	}
	first, size := utf8.DecodeRuneInString(tok)
	second, _ := utf8.DecodeRuneInString(tok[size:])
	single := size == n
	double := !single && first == second && 2*size == n
	if !single && !double && Roman(tok) == 0 {
		return "", 0
	}
	num := tok
	if single || Roman(tok) > 0 {
		var b strings.Builder
		if k := scanLatinOrdinal(&b, s[n:]); k > 0 {
			return num + b.String(), n + k
		}
	}
	return num, n
}

// scanAppendix reads an appendix's section number: B.1, A.2.3.
func scanAppendix(s string) (string, int) {
	if len(s) < 3 || s[0] < 'A' || s[0] > 'Z' || s[1] != '.' || !isDigit(s[2]) {
		return "", 0
	}
	n := 1
	for n+1 < len(s) && s[n] == '.' && isDigit(s[n+1]) {
		n++
		n += len(LeadingDigits(s[n:]))
	}
	return s[:n], n
}

// alphabets are the orders in which points are lettered.
var alphabets = []string{
	"abcdefghijklmnopqrstuvwxyz",
	"abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
	"абвгдежзиклмнопрстуфхцчшщэюя",
	"абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
	"абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
	"αβγδεζηθικλμνξοπρστυφχψω",
	"აბგდევზთიკლმნოპჟრსტუფქღყშჩცძწჭხჯჰ",
	"աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
	"אבגדהוזחטיכלמנסעפצקרשת",
	"ابجدهوزحطيكلمنسعفصقرشتثخذضظغ",
	"ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
}

// Alphabets lists the letter orders that points follow: Latin, Azerbaijani,
// Russian as laws letter it (without ё, й, ъ, ы, ь) and in full, Ukrainian, Greek,
// Georgian, Armenian, Hebrew, Arabic by the old order and by that of dictionaries.
func Alphabets() int { return len(alphabets) }

// plainLetter is a letter without the mark that Arabic writes over or under alif.
func plainLetter(r rune) rune {
	switch r {
	case 'أ', 'إ', 'آ':
		return 'ا'
	}
	return r
}

// Letter gives the place of a point's letter in an alphabet, from 1; a doubled
// letter follows the last one (aa is 27 in Latin). 0 when the alphabet does not
// hold it.
func Letter(s string, alphabet int) int {
	abc := alphabets[alphabet]
	r, size := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError {
		return 0
	}
	i := strings.IndexRune(abc, plainLetter(unicode.ToLower(r)))
	if i < 0 {
		return 0
	}
	pos := utf8.RuneCountInString(abc[:i]) + 1
	switch rest := s[size:]; {
	case rest == "":
		return pos
	case rest == s[:size]:
		return pos + utf8.RuneCountInString(abc)
	}
	return 0
}
