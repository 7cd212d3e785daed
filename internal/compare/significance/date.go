package significance

import (
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/compare/significance/figure"
	"conceptdiff/internal/textdiff"
)

// dates finds a month with the day and the year around it, in any order, and dates
// in figures: «May 23, 2007», «the 5th of May 2020», «2021-ci il yanvarın 1»,
// 23.05.2007, 2007-05-23. Two that name the same day have one key.
func (j *judge) dates(w *wording, out []span) []span {
	for i := 0; i < len(w.tokens); i++ {
		if !w.isNear(i) {
			continue
		}
		lo, hi, key := i, i, ""
		switch {
		case w.tokens[i].Class() == textdiff.Number:
			key, hi = w.dateInFigures(i)
		case w.traits[i]&traitMonth != 0 || w.traits[i]&traitShortMonth != 0 && w.besideNumber(i):
			if lo, hi = j.dateAround(w, i); hi-lo > 1 {
				key = j.date(w, lo, hi, i)
			}
		}
		if key == "" {
			continue
		}
		hi = j.pastYearNoun(w, hi)
		s := span{lo: lo, hi: hi, key: key, text: w.text(lo, hi)}
		w.unname(s)
		out = append(out, s)
		i = hi - 1
	}
	return out
}

// besideNumber reports whether a number stands right before or after word i, past
// the full stop of what was cut short.
func (w *wording) besideNumber(i int) bool {
	n := i + 1
	if w.is(n, ".") {
		n++
	}
	return w.isClass(w.next(n), textdiff.Number) || w.isClass(w.before(i), textdiff.Number)
}

// keptDate is what of a date was kept, when that is one: of «5-го мая» the «5 мая».
func (j *judge) keptDate(w *wording, s span) (span, bool) {
	part := wording{lex: w.lex}
	for i := s.lo; i < s.hi; i++ {
		if w.passage[i] == kept {
			part.tokens, part.traits, part.marks = append(part.tokens, w.tokens[i]), append(part.traits, w.traits[i]), append(part.marks, markNear)
		}
	}
	for _, d := range j.dates(&part, nil) {
		return span{lo: s.lo, hi: s.hi, at: kept, key: d.key, text: d.text}, true
	}
	return span{}, false
}

// dateAround is where the date begins and ends that holds the month at i.
func (j *judge) dateAround(w *wording, i int) (lo, hi int) {
	lo, hi = i, i+1
	if d := j.dayBefore(w, i); d >= 0 {
		lo = d
	}
	if y := w.yearBefore(lo); y >= 0 {
		lo = y
	}
	n := hi
	if w.is(n, ".") {
		n++
	}
	n = w.next(n)
	if w.is(n, ",") {
		n = w.next(n + 1)
	}
	if isMonthNoun(w, n) {
		n = w.next(n + 1)
	}
	if w.isClass(n, textdiff.Number) {
		hi = n + 1
		c := w.next(hi)
		if w.is(c, ",") { // May 23, 2007
			c = w.next(c + 1)
		}
		if w.isYear(c) && figure.Day(w.fold(n)) != "" {
			hi = c + 1
		}
	}
	return lo, hi
}

// isMonthNoun reports whether token i is the noun that follows a month in «may ayının
// 5».
func isMonthNoun(w *wording, i int) bool {
	return i < len(w.tokens) && (w.fold(i) == "ayinin" || w.fold(i) == "ayi")
}

// dayBefore is where the day begins that stands before the month at i: 5, 5th, «5»,
// «5-го», «the fifth of»; -1 if there is none.
func (j *judge) dayBefore(w *wording, i int) int {
	b := w.before(i)
	if b >= 0 && w.fold(b) == "of" {
		b = w.before(b)
	}
	switch {
	case b < 0:
		return -1
	case w.fold(b) == `"` && w.isClass(b-1, textdiff.Number) && b > 1 && w.fold(b-2) == `"`:
		return b - 2
	case w.isClass(b, textdiff.Number):
		return b
	case b > 1 && w.isClass(b-2, textdiff.Number) && w.pastEnding(b-1) > b:
		return b - 2
	case w.traits[b]&traitOrdinal == 0:
		return -1
	}
	for k := max(b-2, 0); k < b; k++ { // twenty-first
		if w.traits[k]&traitNumeral != 0 {
			if _, end := j.numeral(w, k); end == b+1 {
				return k
			}
		}
	}
	return b
}

// yearBefore is the year that stands before token i with its noun, «2021-ci il» and
// «2021-ci ilin»; -1 if none does.
func (w *wording) yearBefore(i int) int {
	noun := w.before(i)
	if noun < 0 || w.fold(noun) != "il" && w.fold(noun) != "ilin" {
		return -1
	}
	y := w.before(noun)
	if y >= 2 && w.isClass(y, textdiff.Word) && utf8.RuneCountInString(w.fold(y)) <= 3 && w.is(y-1, "-") {
		y -= 2
	}
	if w.isYear(y) {
		return y
	}
	return -1
}

func (w *wording) isYear(i int) bool {
	return w.isClass(i, textdiff.Number) && figure.IsYear(w.fold(i))
}

// pastYearNoun is where a date that ends at hi does so with the noun of its year:
// «5 мая 2020 года», «5 мая 2020 г.».
func (j *judge) pastYearNoun(w *wording, hi int) int {
	n := w.next(hi)
	if n == hi || n >= len(w.tokens) || !slices.Contains(j.rules.yearNouns, w.fold(n)) {
		return hi
	}
	if w.is(n+1, ".") && utf8.RuneCountInString(w.fold(n)) == 1 {
		return n + 2
	}
	return n + 1
}

// date is the key of the date from lo to hi with the month at i: equal for one date
// however it is written.
func (j *judge) date(w *wording, lo, hi, i int) string {
	day, year := "", ""
	for k := lo; k < hi; k++ {
		n := ""
		switch {
		case w.tokens[k].Class() == textdiff.Number:
			n = w.fold(k)
		case k < i && w.traits[k]&(traitOrdinal|traitNumeral) != 0:
			n, k = j.numeral(w, k)
			n, k = strings.TrimSuffix(n, "."), k-1
		default:
			continue
		}
		switch d := figure.Day(n); {
		case figure.IsYear(n) && year == "":
			year = n
		case d != "" && day == "":
			day = d
		default:
			return string(w.folded(lo, hi))
		}
	}
	month := j.rules.monthNumber[w.fold(i)]
	if month == 0 {
		month = j.rules.shortMonths[w.fold(i)]
	}
	return figure.Date(year, month, day)
}

// dateInFigures reads the date in figures at token i and gives where it ends; key is
// "" if there is none. Where the day and the month could be each other (6/5/2020) it
// is a date of its own.
func (w *wording) dateInFigures(i int) (key string, end int) {
	if day, month, year, ok := figure.DottedDate(w.fold(i)); ok {
		return figure.Date(year, month, day), i + 1
	}
	if i+4 >= len(w.tokens) || !w.isClass(i+2, textdiff.Number) || !w.isClass(i+4, textdiff.Number) || w.fold(i+1) != w.fold(i+3) {
		return "", i
	}
	first, second, third := w.fold(i), w.fold(i+2), w.fold(i+4)
	switch mark := w.fold(i + 1); {
	case mark == "-" && figure.IsYear(first) && figure.Month(second) > 0 && figure.Day(third) != "":
		return figure.Date(first, figure.Month(second), figure.Day(third)), i + 5
	case mark != "-" && mark != "/" || !figure.IsYear(third) || figure.Day(first) == "" || figure.Day(second) == "":
		return "", i
	case mark == "/" && figure.Month(first) > 0 && figure.Month(second) > 0 && figure.Month(first) != figure.Month(second):
		return first + "/" + second + "/" + third, i + 5
	case figure.Month(second) > 0:
		return figure.Date(third, figure.Month(second), figure.Day(first)), i + 5
	case figure.Month(first) > 0:
		return figure.Date(third, figure.Month(first), figure.Day(second)), i + 5
	}
	return "", i
}
