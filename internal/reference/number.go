package reference

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// number is one member of a list of numbers.
type number struct {
	ordinal    bool   // an ordinal in words: first, ikinci
	first, end int    // tokens
	value      string // as part of an address: 12, 12.2.a, ii
	to         string // where a range ends; "" for no range
	whole      string // of a numeral that may be one inserted number as well as a range, 1-2: the former
	sure       bool   // cannot be an amount: an ordinal, a letter, a Roman number, or one with several parts
}

// list reads numbers that are listed: 1, 2 and 5 to 7. A unit in the singular
// (many is false) has one number, or several in brackets.
func (f *finder) list(tokens []token, i int, u unit) ([]number, int) {
	n, ok := f.number(tokens, i, u)
	if !ok {
		return nil, i
	}
	out, end := []number{n}, n.end
	for {
		sep := f.separator(tokens, end)
		if sep == end {
			return out, end
		}
		n, ok := f.number(tokens, sep, u)
		if !ok || !u.many && !bracketed(tokens, sep) && !withSteps(tokens, n) || f.beginsAmount(tokens, n) {
			return out, end
		}
		if bracketed(tokens, sep) {
			n.value, n.to = beside(out[len(out)-1], n.value), beside(out[len(out)-1], n.to)
		}
		out, end = append(out, n), n.end
	}
}

// beside completes a number in brackets that is listed after another one, in the
// place of its last step of the same sort: (e) in «Article 1(1)(a) to (c), (e)», (2)
// in «Article 37(1)(b) or (2)».
func beside(last number, value string) string {
	if value == "" {
		return value
	}
	for at := last.value; ; {
		i := strings.LastIndexByte(at, '.')
		if i < 0 {
			return value
		}
		if isDigit(rune(at[i+1])) == isDigit(rune(value[0])) {
			return at[:i+1] + value
		}
		at = at[:i]
	}
}

// bracketed reports whether the number at i is in brackets from its start: (b).
func bracketed(tokens []token, i int) bool { return tokens[i].is("(") }

// withSteps reports whether a number in digits has steps in brackets: 59(2). Such a
// one goes on a list that was begun in the singular, «Article 53(2), 59(2)».
func withSteps(tokens []token, n number) bool {
	return tokens[n.first].class == numeral && n.first+1 < n.end && bracketed(tokens, n.first+1)
}

// beginsAmount reports whether a listed number counts things: Article 5 and 10
// members. Only a bare number before a word in lower case that is no conjunction
// and no unit can.
func (f *finder) beginsAmount(tokens []token, n number) bool {
	if n.sure || n.end >= len(tokens) || f.lang == "az" {
		return false
	}
	t := &tokens[n.end]
	if t.class != word || t.capital() || contains(f.conjunctions, t.fold) || contains(f.ties, t.fold) || contains(f.ranges, t.fold) {
		return false
	}
	if contains(f.selfWords, t.fold) || contains(f.thatWords, t.fold) || f.isAct(t.fold) || f.lang == "ru" && isRussianGenitive(t.fold) {
		return false
	}
	_, isUnit := f.units.find(t.fold)
	return !isUnit && !f.isFunction(t.fold)
}

// separator gives where the next member of a list begins, or i when none follows.
func (f *finder) separator(tokens []token, i int) int {
	at := i
	if at < len(tokens) && tokens[at].is(",") {
		at++
	}
	for k := 0; k < 2 && at < len(tokens) && contains(f.conjunctions, tokens[at].fold); k++ { // və ya
		at++
		if at+2 < len(tokens) && tokens[at].is("/") && contains(f.conjunctions, tokens[at+1].fold) { // and/or
			at += 2
		}
		if at+2 < len(tokens) && tokens[at].is("(") && contains(f.conjunctions, tokens[at+1].fold) && tokens[at+2].is(")") { // и (или)
			at += 3
		}
	}
	if at >= len(tokens) {
		return i
	}
	return at
}

// number reads one number with the steps in brackets behind it, and the end of a
// range.
func (f *finder) number(tokens []token, i int, u unit) (number, bool) {
	n, ok := f.plainNumber(tokens, i, u)
	if !ok {
		return n, false
	}
	if n.end >= len(tokens) {
		return n, true
	}
	at := n.end
	switch t := &tokens[at]; {
	case t.is("-") && at+1 < len(tokens):
	case contains(f.ranges, t.fold) && (u.many || at+1 < len(tokens) && bracketed(tokens, at+1)):
	default:
		return n, true
	}
	if to, ok := f.plainNumber(tokens, at+1, u); ok && !f.beginsAmount(tokens, to) {
		n.to, n.whole, n.end, n.sure = to.value, "", to.end, n.sure || to.sure
		if i := strings.LastIndexByte(n.value, '.'); i >= 0 && bracketed(tokens, at+1) && tokens[n.first].class == numeral {
			n.to = n.value[:i+1] + to.value // Article 5(1) to (4)
		}
	}
	return n, true
}

func (f *finder) plainNumber(tokens []token, i int, u unit) (number, bool) {
	if i >= len(tokens) {
		return number{}, false
	}
	n := number{first: i, end: i + 1}
	t := &tokens[i]
	switch {
	case t.class == numeral:
		n.value, n.sure = t.fold, t.ordinal || strings.ContainsAny(t.fold, ".-")
		if t.last != "" {
			n.to, n.whole = t.last, t.fold
			n.value = strings.TrimSuffix(t.fold, "-"+t.last)
		}
	case t.is("(") || t.is(`"`):
		value, end := f.enclosed(tokens, i)
		if end == i {
			return n, false
		}
		n.value, n.end, n.sure = value, end, true
		return n, true
	case isRoman(t.text):
		n.value, n.sure = strings.ToLower(t.text), true
		if i+2 < len(tokens) && tokens[i+1].is("-") && !tokens[i+1].spaced && isRoman(tokens[i+2].text) && (u.rank <= Group || f.lang == "az") { // XVIII-I fəsil
			n.value, n.end = n.value+"-"+strings.ToLower(tokens[i+2].text), i+3
		}
		n.end = f.pastEnding(tokens, n.end)
	case t.class == word && utf8.RuneCountInString(t.text) == 1 && (t.capital() && u.rank == Annex || f.closesLetter(tokens, i)):
		n.value, n.sure = t.fold, true
		if i+1 < len(tokens) && tokens[i+1].is(")") {
			n.end++
		}
		return n, true
	default:
		value, size := f.ordinalWord(tokens, i)
		if size == 0 || value == 0 {
			return n, false
		}
		n.value, n.end, n.sure, n.ordinal = strconv.Itoa(value), i+size, true, true
		return n, true
	}
	if f.lang == "fr" && n.end < len(tokens) && tokens[n.end].is(")") && !tokens[n.end].spaced && !tokens[i-1].is("(") {
		n.end++ // l'article 3.4)
	}
	for n.end < len(tokens) && tokens[n.end].is("(") && n.to == "" {
		step, end := f.enclosed(tokens, n.end)
		if end == n.end {
			break
		}
		n.value, n.end, n.sure = n.value+"."+step, end, true
	}
	return n, true
}

// closesLetter reports whether a letter is a point's: «a) bəndi», «пункта б».
func (f *finder) closesLetter(tokens []token, i int) bool {
	if i+1 < len(tokens) && tokens[i+1].is(")") && !tokens[i+1].spaced {
		return true
	}
	t := &tokens[i]
	_, isUnit := f.units.find(t.fold)
	return f.lang == "ru" && !isUnit && !t.capital() && i > 0 && tokens[i-1].class == word && !f.isFunction(t.fold) && t.fold != "я"
}

// pastEnding is past an ordinal's ending that stands as tokens of its own: the
// letters after a Roman number's hyphen.
func (f *finder) pastEnding(tokens []token, i int) int {
	if i+1 < len(tokens) && tokens[i].is("-") && !tokens[i].spaced && contains(hyphenEndings, tokens[i+1].fold) {
		return i + 2
	}
	return i
}

// noteNumber is what the note of an Azerbaijani article is cited by: “Qeyd” hissəsi.
const noteNumber = "qeyd"

// enclosed reads a number or letter in brackets or quotation marks: (2), (a),
// (iv), «б». It gives where that ends, or i when it is neither.
func (f *finder) enclosed(tokens []token, i int) (value string, end int) {
	if i+2 >= len(tokens) {
		return "", i
	}
	closing := ")"
	if tokens[i].is(`"`) {
		closing = `"`
	}
	t := &tokens[i+1]
	short := t.class == numeral || t.fold == noteNumber && closing == `"` || t.class == word && (utf8.RuneCountInString(t.text) <= 2 || strings.Trim(t.fold, "ivxl") == "")
	if !short || !tokens[i+2].is(closing) || tokens[i+2].spaced || contains(f.conjunctions, t.fold) && closing == ")" && utf8.RuneCountInString(t.text) > 1 {
		return "", i
	}
	if t.last != "" || t.ordinal && closing == ")" {
		return "", i
	}
	if isRoman(t.text) {
		return strings.ToLower(t.text), i + 3
	}
	return t.fold, i + 3
}

// isRoman reports whether a word is a Roman number in capitals: II, XVIII. Of
// single letters only I, V and X are taken for one.
func isRoman(s string) bool {
	if s == "" || strings.Trim(s, "IVXLCDM") != "" {
		return false
	}
	return len(s) > 1 && romanValue(s) > 0 || len(s) == 1 && strings.Contains("IVX", s)
}

// romanValue is what a Roman number in either case stands for; 0 for none.
func romanValue(s string) int {
	total, last := 0, 0
	for _, r := range s {
		v := romanDigit(unicode.ToLower(r))
		if v == 0 || total > 1<<20 {
			return 0
		}
		if last != 0 && last < v {
			total -= 2 * last
		}
		total += v
		last = v
	}
	return total
}

func romanDigit(r rune) int {
	switch r {
	case 'i':
		return 1
	case 'v':
		return 5
	case 'x':
		return 10
	case 'l':
		return 50
	case 'c':
		return 100
	case 'd':
		return 500
	case 'm':
		return 1000
	}
	return 0
}
