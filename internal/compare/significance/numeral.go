package significance

import (
	"strconv"

	"conceptdiff/internal/compare/significance/figure"
	"conceptdiff/internal/reference"
	"conceptdiff/internal/textdiff"
)

// numeral reads the number in words at i, as many of them as make one: «on beş»,
// «twenty-five», «сто пятьдесят тысяч», «двадцать первый». It gives the figure, of an
// ordinal with a full stop, and where it ends.
func (j *judge) numeral(w *wording, i int) (key string, end int) {
	key, end = j.rules.numbers[w.fold(i)], i+1
	var sum figure.Numeral
	for k := i; k >= 0; k = j.nextNumeral(w, end) {
		if n := j.ordinal(w, k); n > 0 {
			if sum.Add(n) {
				key, end = strconv.Itoa(sum.Value())+".", k+1
			}
			break
		}
		v, err := strconv.Atoi(j.rules.numbers[w.fold(k)])
		if err != nil || !sum.Add(v) {
			break
		}
		key, end = strconv.Itoa(sum.Value()), k+1
	}
	return key, end
}

// ordinal is the value of the ordinal in one word at i, 0 if there is none.
func (j *judge) ordinal(w *wording, i int) int {
	if w.traits[i]&traitOrdinal == 0 {
		return 0
	}
	n, _ := reference.Ordinal(j.language, w.small(i, i+1), "")
	return n
}

// nextNumeral is the number word that follows token end after a space or a hyphen,
// or after the language's «and»; -1 if none does.
func (j *judge) nextNumeral(w *wording, end int) int {
	k := end
	if w.is(k, "-") {
		k++
	} else if k = w.next(k); k == end {
		return -1
	}
	if k < len(w.tokens) && j.rules.numberAnd != "" && w.fold(k) == j.rules.numberAnd {
		k = w.next(k + 1)
	}
	if k < len(w.tokens) && w.traits[k]&(traitNumeral|traitOrdinal) != 0 {
		return k
	}
	return -1
}

// repeated is where a number ends that the text repeats in words or figures in
// brackets: «10 (on)», «15 (on beş)». What stands there must be the same number.
func (j *judge) repeated(w *wording, key string, end int) int {
	at := w.next(end)
	if !w.is(at, "(") {
		return end
	}
	i := w.next(at + 1)
	if i >= len(w.tokens) {
		return end
	}
	again, close := "", 0
	switch {
	case w.traits[i]&traitNumeral != 0:
		again, close = j.numeral(w, i)
	case w.tokens[i].Class() == textdiff.Number:
		again, close = j.figure(w, i)
	}
	if again != key || !w.is(w.next(close), ")") {
		return end
	}
	return w.next(close) + 1
}

// keptValue is what of a number or a date was kept, see keptNumber and keptDate.
func (j *judge) keptValue(w *wording, s span, in int) (span, bool) {
	if in == bookDates {
		return j.keptDate(w, s)
	}
	return j.keptNumber(w, s)
}

// keptNumber is what of a number or a unit was kept, when that alone is one: of
// «10 (on)» the «10», of «двадцать пять» the «двадцать», of «working days» the «days».
func (j *judge) keptNumber(w *wording, s span) (span, bool) {
	lo, hi := w.keptIn(s)
	if lo == hi {
		return span{}, false
	}
	part := *w
	part.tokens = w.tokens[:hi] // what stands behind was not there
	key, end := "", lo
	switch {
	case w.tokens[lo].Class() == textdiff.Number:
		key, end = j.figure(&part, lo)
	case w.traits[lo]&traitNumeral != 0:
		key, end = j.numeral(&part, lo)
	default:
		unit, _ := j.unit(&part, lo)
		key, end = unit.key, unit.hi
	}
	if end < hi || key == "" {
		return span{}, false
	}
	return span{lo: lo, hi: hi, at: kept, key: key, text: w.small(lo, hi)}, true
}
