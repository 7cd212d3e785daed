package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// Letters set apart. Acts of the Soviet time, and their successors, set the word
// of an article that way, «С т а т ь я 1.», «M a d d ə 1 2 .»; text taken from a
// PDF gets it from small capitals and wide headings, «I I . S E C U R I T Y».

// closeUp puts together a word of single letters that opens a line, when it is
// one that numbers provisions, with its number.
func closeUp(s string) string {
	word, rest := singles(s, unicode.IsLetter)
	if word != "" && numbering.Roman(word) > 0 && word == strings.ToUpper(word) {
		if title, ok := strings.CutPrefix(rest, ". "); ok && len(s)-len(rest) > len(word) {
			return word + ". " + title // «I I . STraTegIC apprOaCh»
		}
	}
	if utf8.RuneCountInString(word) < 4 {
		// «I f ə s i l»: the number stands in front, in Roman numerals.
		for n := 1; n <= 4 && n < len(word); n++ {
			if numbering.Roman(word[:n]) > 0 && numbering.IsUnitWord(word[n:]) {
				return strings.TrimSpace(word[:n] + " " + word[n:] + " " + rest)
			}
		}
		return s
	}
	const longest = 8 // letters of a Roman numeral: XXXVIII
	for n := min(longest, len(word)-1); n > 0; n-- {
		if numbering.Roman(word[:n]) > 0 && numbering.IsUnitWord(word[n:]) {
			return strings.TrimSpace(word[:n] + " " + word[n:] + " " + rest)
		}
	}
	if !numbering.IsUnitWord(word) {
		return s
	}
	number, after := digitsApart(rest)
	if number == "" {
		return word + " " + rest
	}
	if strings.HasPrefix(after, ".") {
		return strings.TrimSpace(word + " " + number + after)
	}
	return strings.TrimSpace(word + " " + number + " " + after)
}

// digitsApart takes the number whose digits stand apart from the start of s, with
// what a hyphen ties to it: «1 2 .», «7 3 - 1 .»; «8 - 9.» is a range.
func digitsApart(s string) (number, rest string) {
	number, rest = singles(s, unicode.IsDigit)
	if number == "" || !strings.HasPrefix(rest, "-") {
		return number, rest
	}
	if more, after := singles(strings.TrimLeft(rest[1:], " \u00a0"), unicode.IsDigit); more != "" && strings.HasPrefix(after, ".") && numbering.DigitValue(more) <= numbering.DigitValue(number) {
		return number + "-" + more, after
	}
	return number, rest
}

// singles takes the run of single characters with spaces between from the start of s,
// and what follows. A character counts where a space, a mark or nothing comes behind
// it; is says which characters are meant.
func singles(s string, is func(rune) bool) (word, rest string) {
	var b strings.Builder
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if !is(r) {
			break
		}
		tail := s[n:]
		next, _ := utf8.DecodeRuneInString(tail)
		if tail != "" && next != ' ' && next != '\u00a0' && !unicode.IsPunct(next) {
			break
		}
		b.WriteRune(r)
		s = strings.TrimLeft(tail, " \u00a0")
	}
	return b.String(), s
}

// wide reports whether a line is set with spaces between its letters: most of
// its words are one or two of them. Figures and abbreviations say nothing: «от 14 мая
// 2020 г. № 33» may stand twice in a text.
func wide(s string) bool {
	short, all := 0, 0
	for w := range strings.FieldsSeq(s) {
		if !strings.ContainsFunc(w, unicode.IsLetter) {
			continue
		}
		if all++; utf8.RuneCountInString(w) <= 2 && !strings.HasSuffix(w, ".") {
			short++
		}
	}
	return all >= 4 && 3*short >= 2*all
}

// letters is s without anything but letters and digits, in small ones: what is left
// of «I I . S E C U R I T Y» and of «II. Security» is the same.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}

// firstLetter is the first letter or digit of s, in small ones; 0 for none.
func firstLetter(s string) rune {
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
	}
	return 0
}

// markWide marks lines whose small capitals the text layer tore apart and that repeat
// the words of another line: headings at the head of a page. Where no line has the
// words as they are written the first of them stays. Such a line goes as a running
// header.
func markWide(lines []Line, why []string) {
	var spaced []int
	for i := range lines {
		if why[i] == "" && len(lines[i].Text) <= maxWide && (wide(lines[i].Text) || oddCapitals(lines[i].Text)) {
			spaced = append(spaced, i)
		}
	}
	if len(spaced) == 0 {
		return
	}
	begins := map[rune]bool{} // the first letters of the marked lines
	for _, i := range spaced {
		begins[firstLetter(lines[i].Text)] = true
	}
	heading := map[string]int{} // by its letters: the line that stays
	for i := range lines {
		if text := lines[i].Text; len(text) <= maxWide && begins[firstLetter(text)] && !wide(text) && !oddCapitals(text) {
			heading[letters(text)] = i
		}
	}
	for _, i := range spaced {
		key := letters(lines[i].Text)
		if _, ok := heading[key]; ok {
			why[i] = WhyRunning
		} else {
			heading[key] = i
		}
	}
}

// oddCapitals reports whether capitals stand inside words, as where small capitals
// became large ones: two in a word, «STraTegIC», or in two words of which one begins
// small, «FIeLd wOrk».
func oddCapitals(s string) bool {
	if !hasInnerCapital(s) {
		return false // as nearly all lines
	}
	odd, begunSmall := 0, false
	for word := range strings.FieldsSeq(s) {
		inside, small := 0, false
		for _, r := range word {
			if small && unicode.IsUpper(r) {
				inside++
			}
			small = unicode.IsLower(r)
		}
		if inside > 1 {
			return true
		}
		if inside > 0 {
			odd++
			begunSmall = begunSmall || StartsSmall(word)
		}
	}
	return odd > 1 && begunSmall
}

// hasInnerCapital reports whether a capital stands right behind a small letter.
func hasInnerCapital(s string) bool {
	small := false
	for _, r := range s {
		if small && unicode.IsUpper(r) {
			return true
		}
		small = unicode.IsLower(r)
	}
	return false
}

// maxWide is the length of the longest line that may be a heading set wide, in
// bytes.
const maxWide = 160

// markNavigation marks the links by which a reader of a web page moves in it, where a
// page was saved as text. They are known by their whole line.
func markNavigation(lines []Line, why []string) {
	const longest = 60 // bytes
	for i := range lines {
		if why[i] == "" && len(lines[i].Text) <= longest && navigation[strings.ToLower(strings.Trim(lines[i].Text, " ↑^[]"))] {
			why[i] = whyNavigation
		}
	}
}

const whyNavigation = "navigation of the page"

var navigation = map[string]bool{
	"back to top": true, "return to top": true, "top of page": true, "skip to content": true, "skip to main content": true, "print this page": true, "share this page": true,
	"наверх": true, "к началу страницы": true, "yuxarı": true, "nach oben": true, "haut de page": true, "volver arriba": true,
}

// CloseUp puts together the word that opens a line and numbers provisions, and its
// number, where their letters stand apart: «M a d d ə 1 2 .», «Madd ə 12.». Other
// lines stay as they are.
func CloseUp(s string) string { return closeUp(closeGaps(s)) }

// closeGaps closes the gaps that converters leave inside a word that opens a line and
// numbers provisions, «Madd ə 12.», «XVIII F Ə SİL», and inside its number, «Maddə 1
// 2 .». Other lines stay as they are. The number must follow: «Madd ə» before any
// other word may be a torn word of the text. «Maddə 12» without a full stop keeps its
// gaps, since «1 2» may be two numbers.
func closeGaps(s string) string {
	const longest = 7 // letters of such a word, each apart
	if !numbering.MayBeginUnit(s) {
		return s
	}
	fields := strings.SplitN(s, " ", longest+3)
	if len(fields) < 2 {
		return s
	}
	if first, _ := utf8.DecodeRuneInString(fields[0]); !unicode.IsLetter(first) {
		return s
	}
	front := ""
	if roman, _, _ := strings.Cut(fields[0], "-"); numbering.Roman(roman) > 0 && len(fields) > 2 {
		if n := unitApart(fields[1:]); n > 1 {
			front = fields[0] + " " + strings.Join(fields[1:1+n], "")
			return strings.TrimSpace(front + " " + strings.Join(fields[1+n:], " "))
		}
	}
	n := unitApart(fields)
	if n == 0 {
		return s
	}
	rest := strings.Join(fields[n:], " ")
	digits, after := digitsApart(rest)
	switch apart := len(digits) > 1 && strings.HasPrefix(after, "."); {
	case apart:
		return strings.Join(fields[:n], "") + " " + digits + after
	case n == 1 || rest == "":
		return s
	}
	if r, _ := utf8.DecodeRuneInString(rest); !unicode.IsDigit(r) && numbering.Roman(strings.TrimRight(strings.SplitN(rest, " ", 2)[0], ".")) == 0 {
		return s
	}
	return strings.Join(fields[:n], "") + " " + rest
}

// unitApart is how many of the first fields make one word that numbers provisions, 0
// when none do. A word of less than four letters is none: «p art» may be. 28 bytes
// are more than any such word has.
func unitApart(fields []string) int {
	const shortest = 4 // letters
	word := ""
	for i, f := range fields {
		for _, r := range f {
			if !unicode.IsLetter(r) {
				return 0
			}
		}
		if word += f; len(word) > 28 {
			return 0
		}
		if utf8.RuneCountInString(word) >= shortest && numbering.UnitOf(word) != "" {
			return i + 1
		}
	}
	return 0
}
