package numbering

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Label is the number, letter or bullet that opens a provision.
type Label struct {
	Printed string // as printed, with its word and punctuation: "Article 12.", "(a)"
	Unit    Unit   // what its word says it numbers; "" for a bare number
	Num     string // number in canonical spelling: "4.1.1", "12-1", "8bis", "a", "ii"; "" for a bullet
	Form    Form
	// Family is the sequence of its text that the label runs in, as it was found
	// there: "AC-#". "" where none was told.
	Family string
}

// Form is the punctuation of a label: 1. and (1) number different things.
type Form uint8

// The forms of label.
const (
	FormBare    Form = iota // 3.1.4
	FormDot                 // 1. or a.
	FormParen               // 1)
	FormParens              // (1)
	FormWord                // Article 12, § 5
	FormBullet              // •
	FormDegree              // 1°
	FormDash                // 1 - or I –
	FormCode                // AC-2, NETZ.1.1
	FormUnknown             // an empty label
)

// formNames are the names of the forms, in their order.
var formNames = []string{"bare", "dot", "paren", "parens", "word", "bullet", "degree", "dash", "code", "unknown"}

// String names the form as it is stored.
func (f Form) String() string { return formNames[f] }

// FormNamed is the form of that name, FormUnknown when there is none.
func FormNamed(name string) Form {
	if i := slices.Index(formNames, name); i >= 0 {
		return Form(i)
	}
	return FormUnknown
}

// Decimal splits a number made of Arabic parts ("4.1.1", "03.01.05", "2a",
// "12-1") at its dots; nil for letters and Roman numerals. An appendix and its
// sections (Appendix B, B.1) count as decimal too.
func (l Label) Decimal() []string {
	if (l.Unit == UnitAppendix || l.Form == FormCode) && l.Num != "" {
		return strings.Split(l.Num, ".")
	}
	return decimalParts(l.Num)
}

// Depth is how many parts [Label.Decimal] has.
func (l Label) Depth() int {
	if l.Num == "" || l.Unit != UnitAppendix && l.Form != FormCode && !isDecimal(l.Num) {
		return 0
	}
	return 1 + strings.Count(l.Num, ".")
}

// isDecimal reports whether a number is made of Arabic parts, its first perhaps a
// capital letter.
func isDecimal(num string) bool {
	return isDigit(num[0]) || len(num) > 2 && num[1] == '.' && num[0] >= 'A' && num[0] <= 'Z'
}

func decimalParts(num string) []string {
	if num == "" || !isDecimal(num) {
		return nil
	}
	return strings.Split(num, ".")
}

// CutLabel separates the label at the start of a line from what follows it. It
// judges the line alone: whether a number that looks like a label is one in its
// context (and not a year at a line's beginning) is for the reader to say.
func CutLabel(s string) (l Label, rest string, ok bool) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if s == "" {
		return Label{Form: FormUnknown}, "", false
	}
	if l, rest, ok := cutNumberedAnnex(s); ok {
		return l, rest, true
	}
	c := s[0]
	if c == '(' && len(s) > 1 && s[1] >= utf8.RuneSelf || c >= utf8.RuneSelf {
		if l, rest, ok := cutForeign(s); ok {
			return l, rest, true
		}
	}
	switch {
	case c == '(':
		return cutParens(s)
	case isDigit(c):
		if l, rest, ok := cutOrdinalWord(s); ok {
			return l, rest, true
		}
		return cutNumber(s)
	case c == '-' || c == '*' || c == '+' || c >= utf8.RuneSelf:
		if l, rest, ok := cutBullet(s); ok {
			return l, rest, true
		}
	}
	if l, rest, ok := cutWord(s); ok {
		return l, rest, true
	}
	if l, rest, ok := cutOrdinalWord(s); ok {
		return l, rest, true
	}
	return cutLetter(s)
}

// mostChained is how many labels in brackets may follow each other without a space.
const mostChained = 8

// cutParens reads "(1)", "(a)", "(iv)", "(12a)", "(8 bis)".
func cutParens(s string) (Label, string, bool) { return cutChained(s, mostChained) }

// cutChained is cutParens where as many labels as that may follow without a space.
func cutChained(s string, most int) (Label, string, bool) {
	end := strings.IndexByte(s, ')')
	if end < 2 || end > 14 {
		return Label{}, "", false
	}
	num, n := scanNumber(s[1:end])
	if n == 0 {
		num, n = scanLetters(s[1:end])
		if k := n + 1; n == 1 && s[k] == '-' && k+1 < end && strings.Trim(s[k+1:end], "0123456789") == "" {
			num, n = s[1:end], end-1 // (a-1) was inserted after (a)
		}
	}
	if n != end-1 || !spaceOrEnd(s[end+1:]) && !opensChained(s[end+1:], most-1) || !plausibleParts(decimalParts(num)) {
		return Label{}, "", false
	}
	rest := trimLeft(s[end+1:])
	if strings.EqualFold(num, "c") && claimsCopyright(rest) {
		return Label{}, "", false
	}
	return Label{Printed: s[:end+1], Num: num, Form: FormParens}, rest, true
}

// claimsCopyright reports whether a (c) before s is a copyright sign: before
// the word, or a year that opens or ends the line.
func claimsCopyright(s string) bool {
	first, _, _ := strings.Cut(s, " ")
	last := s[strings.LastIndexByte(s, ' ')+1:]
	return strings.EqualFold(first, "copyright") || isYear(first) || isYear(last)
}

func isYear(s string) bool {
	digits := LeadingDigits(s)
	return len(digits) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20")) && strings.Trim(s[4:], "0123456789-–,") == ""
}

// opensClose reports whether a provision's words may follow a label without a
// space: «(1)The Minister», «1.Definitions», or another label does, «(1)(i) In
// general». A single letter is rather part of a name.
func opensClose(s string) bool { return opensChained(s, mostChained) }

func opensChained(s string, most int) bool {
	first, n := utf8.DecodeRuneInString(s)
	if first == '(' {
		if most == 0 {
			return false
		}
		_, rest, ok := cutChained(s, most)
		return ok && rest != ""
	}
	second, _ := utf8.DecodeRuneInString(s[n:])
	if strings.ContainsRune("“«„\"", first) {
		return unicode.IsLetter(second) // 1.“Tarla Qaydası”
	}
	return (unicode.IsUpper(first) || isCaseless(first)) && unicode.IsLetter(second) || opensMark(s)
}

// isCaseless reports whether a letter is of a script without small letters, or of
// one whose capitals nobody writes: Georgian.
func isCaseless(r rune) bool {
	return unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r) || r >= 0x10D0 && r <= 0x10FF
}

// opensMark reports whether a note's mark follows a label: «12.1.[5] Tarla».
func opensMark(s string) bool {
	if !strings.HasPrefix(s, "[") {
		return false
	}
	digits := strings.TrimLeft(s[1:], "0123456789"+superscripts)
	return len(digits) < len(s)-1 && strings.HasPrefix(digits, "]")
}

// cutNumber reads "4.", "4.1.1.", "3.1.4 Separate", "1)", "2a.", "8 bis.".
func cutNumber(s string) (Label, string, bool) {
	num, n := scanNumber(s)
	if n == 0 || len(num) > 24 {
		return Label{}, "", false
	}
	l := Label{Num: num}
	n += scanTo(s[n:])
	degree := strings.HasSuffix(s[:n], "°") || strings.HasSuffix(s[:n], "º")
	switch tail := s[n:]; {
	case strings.HasPrefix(tail, ")"):
		l.Form, n = FormParen, n+1
	case strings.HasPrefix(tail, ".)"):
		l.Form, n = FormParen, n+2
	case strings.HasPrefix(tail, "."):
		l.Form, n = FormDot, n+1
		n += scanDash(s[n:])
	case degree:
		l.Form = FormDegree
	case dashed(tail) || strings.HasPrefix(tail, "- ") && startsTitle(trimLeft(tail[1:])):
		l.Form = FormDash
		n += scanDash(tail)
	default:
		l.Form = FormBare
	}
	l.Printed = s[:n]
	rest := s[n:]
	marked := l.Form != FormBare && l.Form != FormDegree
	if !spaceOrEnd(rest) && !(marked && (opensClose(rest) || strings.HasSuffix(l.Printed, "—") || (l.Form == FormParen || l.Depth() > 2) && opensSmall(rest))) {
		return Label{}, "", false
	}
	rest = trimLeft(rest)
	parts := l.Decimal()
	if l.Form == FormBare && (len(parts) < 2 || !startsTitle(rest) && !isAside(rest)) {
		return Label{}, "", false
	}
	if !plausibleParts(parts) {
		return Label{}, "", false
	}
	return l, rest, true
}

// opensSmall reports whether s begins with a word in small letters: «1)text»,
// «12.1.1.text».
func opensSmall(s string) bool {
	first, n := utf8.DecodeRuneInString(s)
	second, _ := utf8.DecodeRuneInString(s[n:])
	return unicode.IsLower(first) && unicode.IsLetter(second)
}

// CutBare reads a bare or raised number before a title, «1 The principal duty», which
// [CutLabel] turns away: only a sequence of them shows that they are labels.
func CutBare(s string) (l Label, rest string, ok bool) {
	num, n := scanNumber(s)
	if n > 0 && !spaceOrEnd(s[n:]) && !opensParens(s[n:]) {
		return Label{}, "", false
	}
	if n == 0 {
		if num, n = scanRaised(s); n == 0 {
			return Label{}, "", false
		}
	}
	if k := scanSpan(s[n:]); k > 0 {
		n += k // 6 and 7 [Repealed]
	}
	l = Label{Printed: s[:n], Num: num, Form: FormBare}
	rest = trimLeft(s[n:])
	return l, rest, (startsTitle(rest) || opensParens(rest) || isAside(rest)) && plausibleParts(l.Decimal())
}

// OpensNumbered reports whether the text of a bulleted item opens with a number of
// its own, «1.1. Text» or «12 (1) Text», so that the bullet is the converter's. «Article 5 of the Treaty», without a mark, is
// none.
func OpensNumbered(s string) bool {
	s = strings.TrimSpace(s)
	if l, rest, ok := CutLabel(s); ok {
		marked := strings.ContainsRune(".:)", rune(l.Printed[len(l.Printed)-1]))
		return rest != "" && l.Form != FormBullet && (l.Unit != "" && marked || l.Unit == "" && (l.Depth() > 0 || l.Form != FormDot))
	}
	_, rest, ok := CutBare(s)
	return ok && strings.HasPrefix(rest, "(1)")
}

// Read is the label of a number that stands by itself, as printed. What is no
// label gets the form FormUnknown.
func Read(printed string) Label {
	if l, ok := ParseNum(printed); ok {
		l.Printed = printed // with any white space around it
		return l
	}
	if r, n := utf8.DecodeRuneInString(printed); n == len(printed) && strings.ContainsRune(dashes, r) {
		return Label{Printed: printed, Form: FormBullet} // a dash that opens an item
	}
	return Label{Printed: printed, Form: FormUnknown}
}

// ParseNum reads a provision's Num as printed.
func ParseNum(num string) (Label, bool) {
	if len(num) == 1 && num[0] >= 'a' && num[0] <= 'z' {
		return Label{Printed: num, Num: num, Form: FormBare}, true // a letter without a mark
	}
	if l, rest, ok := CutLabel(num); ok && rest == "" {
		return l, true
	}
	l, rest, ok := CutBare(num)
	return l, ok && rest == ""
}

// plausibleParts turns away dates and amounts: 23.05.2007, 10.000.
func plausibleParts(parts []string) bool {
	for i, p := range parts {
		digits := LeadingDigits(p)
		if len(digits) > 3 || len(digits) == 3 && digits[0] == '0' && i > 0 {
			return false
		}
	}
	return true
}

// bullets are the marks that open an item wherever they stand; U+F0B7 and
// U+F0A7 are the private-use code points of the Symbol and Wingdings bullets.
const bullets = "•‣⁃◦▪▫●○■□▶►➢➤✓✔∙·⦁◆◇\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\u2043"

// dashes open an item when a space follows.
const dashes = "-–—*+―"

func cutBullet(s string) (Label, string, bool) {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case strings.ContainsRune(bullets, r):
	case strings.ContainsRune(dashes, r) && n < len(s) && spaceOrEnd(s[n:]):
	default:
		return Label{}, "", false
	}
	return Label{Printed: s[:n], Form: FormBullet}, trimLeft(s[n:]), true
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func trimLeft(s string) string { return strings.TrimLeftFunc(s, unicode.IsSpace) }

func spaceOrEnd(s string) bool {
	if s == "" {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsSpace(r)
}

// startsTitle reports whether s could be a heading or the start of a sentence:
// nothing, or anything but a small letter or a digit.
func startsTitle(s string) bool {
	if s == "" {
		return true
	}
	for _, r := range s {
		switch {
		case unicode.IsLower(r) && !isCaseless(r) || unicode.IsDigit(r):
			return false
		case unicode.IsLetter(r):
			return true
		case strings.ContainsRune("«\"“„'‘([", r):
			continue
		default:
			return false
		}
	}
	return false
}
