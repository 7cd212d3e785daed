package significance

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"conceptdiff/internal/compare/significance/figure"
	"conceptdiff/internal/textdiff"
)

// numbers finds figures, number words and Roman numerals outside of references and
// dates, each with the unit or currency that it counts, as a span of its own: of
// «5% → fifteen per cent» the number changed and the unit did not.
func (j *judge) numbers(w *wording, out []span, others ...[]span) []span {
	for _, ss := range others {
		for _, s := range ss {
			for i := s.lo; i < s.hi; i++ {
				w.marks[i] |= markTaken
			}
		}
	}
	for i := 0; i < len(w.tokens); i++ {
		if w.marks[i]&(markNear|markTaken) != markNear {
			continue
		}
		s, ok := j.number(w, i)
		switch {
		case ok:
			if code, ok := j.currencyBefore(w, i); ok {
				out = append(out, w.counting(code, s))
			} else if n := len(out) - 1; n >= 0 && w.next(out[n].hi) == i {
				out[n] = w.counting(out[n], s)
			}
			out = append(out, s)
			if unit, ok := j.unitAfter(w, s); ok {
				out = append(out, w.counting(unit, s))
				s.hi = unit.hi
			}
			i = s.hi - 1
		case w.traits[i]&traitQuantity != 0:
			s := span{lo: i, hi: i + 1, key: j.sign(w.tokens[i].Text), text: w.tokens[i].Text}
			if n := len(out) - 1; n >= 0 && w.next(out[n].hi) == i {
				s = w.counting(s, out[n])
			}
			out = append(out, s)
		}
	}
	return out
}

// counting is a unit with the number beside it, where that was kept and the unit is a
// currency: «€5 → 5 euros» is one amount.
func (w *wording) counting(unit, number span) span {
	if figure.IsCurrency(unit.key) && !slices.ContainsFunc(w.passage[number.lo:number.hi], func(p int32) bool { return p != kept }) {
		unit.amount, unit.vague = number.key, false
		unit.whole = w.text(min(unit.lo, number.lo), max(unit.hi, number.hi))
	}
	return unit
}

// number reads the number that starts at i. The key of an ordinal ends in a full
// stop: «2nd», «вторая» and «II» are «2.».
func (j *judge) number(w *wording, i int) (s span, ok bool) {
	s = span{lo: i, hi: i + 1}
	switch {
	case w.isMinus(i):
		s.key, s.hi = j.figure(w, i+1)
		s.key = "-" + s.key
	case w.tokens[i].Class() == textdiff.Number:
		s.key, s.hi = j.figure(w, i)
		if end := w.pastEnding(s.hi); end > s.hi && ordinalEndings[w.fold(end-1)] {
			s.key, s.hi = s.key+".", end
		}
	case w.traits[i]&(traitNumeral|traitOrdinal) != 0:
		s.key, s.hi = j.numeral(w, i)
		s.vague = s.hi == i+1
		s.text = w.small(i, s.hi)
		return s, true
	case w.traits[i]&traitRoman != 0 && isUpperCase(w.tokens[i].Text):
		s.key = strconv.Itoa(figure.Roman(w.fold(i))) + "."
		s.hi = w.pastEnding(s.hi)
	default:
		return span{}, false
	}
	s.text = w.text(i, s.hi)
	if w.gluedUnit(j.rules, i) != "" {
		s.text = strings.TrimRightFunc(s.text, unicode.IsLetter)
	}
	return s, true
}

// figure reads the number at i: with the groups of three digits that follow it after
// a space (10 000), with what stands after a stroke (2008/48/EC), repeated in
// brackets (10 (ten)), and multiplied by a word (1.5 million). It gives the number in
// one form, and where it ends.
func (j *judge) figure(w *wording, i int) (string, int) {
	digits, end := w.fold(i), i+1
	for first := len(digits); first <= 3 && w.isClass(end, textdiff.Space) && w.isGroup(end+1); {
		digits += w.fold(end + 1)
		end += 2
	}
	if rest, letters := figure.Split(digits); letters != "" && end == i+1 {
		switch {
		case figure.IsEnglishEnding(letters):
			return rest + ".", end
		case j.rules.units.Named(letters) != "":
			return figure.Plain(rest, j.rules.group), end
		}
		return digits, end
	}
	key := figure.Plain(digits, j.rules.group)
	for w.is(end, "/") && end+1 < len(w.tokens) && w.tokens[end+1].IsWord() {
		key += "/" + w.fold(end+1)
		end += 2
	}
	end = j.repeated(w, key, end)
	if k := w.next(end); k > end && k < len(w.tokens) && w.traits[k]&traitNumeral != 0 {
		if scaled, ok := figure.Multiplied(key, j.rules.numbers[w.fold(k)]); ok {
			return scaled, j.repeated(w, scaled, k+1)
		}
	}
	return key, end
}

// isGroup reports whether token i is three digits, with decimals or without.
func (w *wording) isGroup(i int) bool {
	if !w.isClass(i, textdiff.Number) {
		return false
	}
	s := w.fold(i)
	return len(s) >= 3 && strings.Trim(s[:3], "0123456789") == "" && (len(s) == 3 || len(s) > 4 && (s[3] == ',' || s[3] == '.') && strings.Trim(s[4:], "0123456789") == "")
}

// isMinus reports whether the dash at i makes the number after it a negative one,
// and is no range (5–6) or bullet.
func (w *wording) isMinus(i int) bool {
	if w.fold(i) != "-" || !w.isClass(i+1, textdiff.Number) || i > 0 && w.tokens[i-1].IsWord() {
		return false
	}
	if w.is(i, "−") {
		return true
	}
	b := w.before(i)
	return b >= 0 && w.tokens[b].Class() != textdiff.Break && w.tokens[b].Class() != textdiff.Number && (b < i-1 || w.is(b, "("))
}

// sign is the unit that a sign stands for, else the sign.
func (j *judge) sign(s string) string {
	if unit := j.rules.units.Named(s); unit != "" {
		return unit
	}
	return s
}

// gluedUnit is the unit that ends the number at i: 5km.
func (w *wording) gluedUnit(r *wordRules, i int) string {
	if !w.isClass(i, textdiff.Number) {
		return ""
	}
	_, letters := figure.Split(w.fold(i))
	return r.units.Named(letters)
}

// unitAfter reads the unit behind a number, after a space or a hyphen.
func (j *judge) unitAfter(w *wording, number span) (span, bool) {
	if unit := w.gluedUnit(j.rules, number.lo); unit != "" && number.hi == number.lo+1 {
		_, letters := figure.Split(w.fold(number.lo))
		return span{lo: number.lo, hi: number.hi, key: unit, text: letters, vague: true}, true
	}
	if strings.HasSuffix(number.key, ".") {
		return span{}, false // the second day is no amount of days
	}
	i := number.hi
	if w.is(i, "-") {
		i++
	} else {
		i = w.next(i)
	}
	return j.unit(w, i)
}

// unit reads the unit at i, of two words or one.
func (j *judge) unit(w *wording, i int) (span, bool) {
	if !w.isClass(i, textdiff.Word) {
		return span{}, false
	}
	s := span{lo: i, hi: i + 1, vague: true}
	word, n := w.fold(i), i+1
	if w.is(n, ".") {
		n++
	}
	if n = w.next(n); w.isClass(n, textdiff.Word) {
		if s.key = j.rules.units.Named(word + " " + w.fold(n)); s.key != "" {
			s.hi = n + 1
		}
	}
	if s.key == "" {
		s.key = j.rules.units.Of(word)
	}
	if figure.IsCurrency(s.key) && j.rules.units.Named(word) == s.key && strings.EqualFold(word, s.key) && !isUpperCase(w.tokens[i].Text) {
		return span{}, false // try, gel
	}
	if s.key == "" {
		return span{}, false
	}
	if w.is(s.hi, "²") || w.is(s.hi, "³") {
		s.key += map[string]string{"²": "2", "³": "3"}[w.tokens[s.hi].Text]
		s.hi++
	}
	s.text = w.text(s.lo, s.hi)
	w.unname(s)
	return s, true
}

// currencyBefore reads the code of a currency before the number at i: EUR 5.
func (j *judge) currencyBefore(w *wording, i int) (span, bool) {
	b := w.before(i)
	if !w.isClass(b, textdiff.Word) || !isUpperCase(w.tokens[b].Text) || !figure.IsCurrency(j.rules.units.Named(w.fold(b))) {
		return span{}, false
	}
	s := span{lo: b, hi: b + 1, key: j.rules.units.Named(w.fold(b)), text: w.tokens[b].Text, vague: true}
	w.unname(s)
	return s, true
}

// unname takes the words of a span from those that may be part of a name.
func (w *wording) unname(s span) {
	for i := s.lo; i < s.hi; i++ {
		w.traits[i] &^= traitName
	}
}
