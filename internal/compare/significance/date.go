package significance

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

// dates finds a month with the day and the year around it, in any order, and
// figures such as 23.05.2007: «May 23, 2007», «2021-ci il yanvarın 1».
func (j *judge) dates(w *wording, out []span) []span {
	for i := range w.tokens {
		t := &w.tokens[i]
		switch {
		case !w.isNear(i):
		case t.Class() == textdiff.Number:
			if day, month, year, ok := dateFigure(w.fold(i)); ok {
				out = append(out, span{lo: i, hi: i + 1, key: dateKey(year, month, day), text: t.Text})
			}
		case w.traits[i]&traitMonth != 0:
			if lo, hi := w.dateAround(i); hi-lo > 1 {
				out = append(out, span{lo: lo, hi: hi, key: j.date(w, lo, hi, i), text: w.text(lo, hi)})
			}
		}
	}
	return out
}

// dateAround is where the date begins and ends that holds the month at i.
func (w *wording) dateAround(i int) (lo, hi int) {
	lo, hi = i, i+1
	if b := w.before(i); w.isClass(b, textdiff.Number) {
		lo = b
	}
	if y := w.yearBefore(lo); y >= 0 {
		lo = y
	}
	n := w.next(hi)
	if w.is(n, ",") {
		n = w.next(n + 1)
	}
	if w.isClass(n, textdiff.Number) {
		hi = n + 1
		c := w.next(hi)
		if w.is(c, ",") { // May 23, 2007
			c = w.next(c + 1)
		}
		if w.isClass(c, textdiff.Number) && len(w.fold(c)) == 4 && len(w.fold(n)) <= 2 {
			hi = c + 1
		}
	}
	return lo, hi
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
	if w.isClass(y, textdiff.Number) && len(w.fold(y)) == 4 {
		return y
	}
	return -1
}

// date is the key of the date from lo to hi with the month at i: equal for one date
// however it is written.
func (j *judge) date(w *wording, lo, hi, i int) string {
	day, year := "", ""
	for k := lo; k < hi; k++ {
		if w.tokens[k].Class() != textdiff.Number {
			continue
		}
		switch n := w.fold(k); {
		case len(n) == 4 && year == "":
			year = n
		case len(n) <= 2 && day == "":
			day = n
		default:
			return string(w.folded(lo, hi))
		}
	}
	return dateKey(year, j.rules.monthNumber[w.fold(i)], day)
}

func dateKey(year string, month int, day string) string {
	return fmt.Sprintf("%s-%d-%s", year, month, strings.TrimLeft(day, "0"))
}

// dateFigure reads a date such as 23.05.2007.
func dateFigure(s string) (day string, month int, year string, ok bool) {
	day, rest, _ := strings.Cut(s, ".")
	digits, year, _ := strings.Cut(rest, ".")
	if len(day) == 0 || len(day) > 2 || len(digits) == 0 || len(digits) > 2 || len(year) != 4 || strings.Contains(year, ".") {
		return "", 0, "", false
	}
	for _, d := range digits {
		if d < '0' || d > '9' {
			return "", 0, "", false
		}
		month = 10*month + int(d-'0')
	}
	return day, month, year, true
}
