package compare

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

// modals finds the modal verbs, the longest phrase first.
func (j *judge) modals(w *wording) []span {
	var out []span
	for i := 0; i < len(w.tokens); i++ {
		if !w.near[i] || w.tokens[i].Class != textdiff.Word {
			continue
		}
		hi, m := i+1, j.rules.modals[w.fold[i]]
		if m == "" && j.rules.modalForm != nil && !w.isName(i) {
			m = j.rules.modalForm(w.fold[i])
		}
		if j.rules.phraseHeads[w.fold[i]] {
			for end, n := w.next(i+1), 2; n <= maxPhrase && end < len(w.tokens) && w.tokens[end].IsWord(); n++ {
				if v, ok := j.rules.modals[w.folded(i, end+1)]; ok {
					hi, m = end+1, v
				}
				end = w.next(end + 1)
			}
		}
		if m == "" || hi == i+1 && j.isNoModal(w, i) {
			continue
		}
		text := w.folded(i, hi)
		out = append(out, span{lo: i, hi: hi, key: text, text: text, mode: m})
		i = hi - 1
	}
	return out
}

// maxPhrase is the number of words of the longest modal phrase.
const maxPhrase = 4

// isNoModal reports whether a word that reads like a modal verb is a noun: the
// month of May, the will of the people.
func (j *judge) isNoModal(w *wording, i int) bool {
	if j.rules.months[w.fold[i]] && isCapital(w.tokens[i].Text) {
		return true
	}
	return j.rules.notModal != nil && j.rules.notModal(w.wordBefore(i), w.fold[i])
}

// negations finds the words that deny, outside of modal phrases (may not).
func (j *judge) negations(w *wording, modals []span) []span {
	var out []span
	taken := w.marked(modals)
	for i, t := range w.tokens {
		if !w.near[i] || taken[i] || t.Class != textdiff.Word {
			continue
		}
		f := w.fold[i]
		denies := j.rules.negations[f] && !w.isNumero(i) ||
			j.rules.isNegative != nil && !w.isName(i) && j.rules.isNegative(f)
		if denies {
			out = append(out, span{lo: i, hi: i + 1, key: f, text: f})
		}
	}
	return out
}

// isNumero reports whether token i is the «No» of a number, as in No 44/2001.
func (w *wording) isNumero(i int) bool {
	n := w.next(i + 1)
	if w.is(n, ".") {
		n = w.next(n + 1)
	}
	return w.fold[i] == "no" && n < len(w.tokens) && w.tokens[n].Class == textdiff.Number
}

// isName reports whether token i has a capital that its place does not explain.
func (w *wording) isName(i int) bool { return !w.head[i] && isCapital(w.tokens[i].Text) }

// dates finds a month with the day and the year around it, in any order, and
// figures such as 23.05.2007.
func (j *judge) dates(w *wording) []span {
	var out []span
	isNumber := func(i int) bool { return i >= 0 && i < len(w.tokens) && w.tokens[i].Class == textdiff.Number }
	for i, t := range w.tokens {
		switch {
		case !w.near[i]:
		case t.Class == textdiff.Number && isDateFigure(w.fold[i]):
			out = append(out, span{lo: i, hi: i + 1, key: w.fold[i], text: t.Text})
		case t.Class == textdiff.Word && j.rules.months[w.fold[i]]:
			lo, hi := i, i+1
			if b := w.before(i); isNumber(b) {
				lo = b
			}
			n := w.next(hi)
			if w.is(n, ",") {
				n = w.next(n + 1)
			}
			if isNumber(n) {
				hi = n + 1
				if c := w.next(hi); w.is(c, ",") && isNumber(w.next(c+1)) { // May 23, 2007
					hi = w.next(c+1) + 1
				}
			}
			if hi-lo > 1 {
				out = append(out, span{lo: lo, hi: hi, key: w.folded(lo, hi), text: w.text(lo, hi)})
			}
		}
	}
	return out
}

// isDateFigure reports whether s reads like 23.05.2007.
func isDateFigure(s string) bool {
	parts := strings.Split(s, ".")
	return len(parts) == 3 && len(parts[0]) <= 2 && len(parts[1]) <= 2 && len(parts[2]) == 4
}

// numbers finds figures and number words outside of references and dates, and
// the signs that say what they count.
func (j *judge) numbers(w *wording, others ...[]span) []span {
	taken := w.marked(others...)
	var out []span
	for i := 0; i < len(w.tokens); i++ {
		if taken[i] || !w.near[i] {
			continue
		}
		switch t := w.tokens[i]; t.Class {
		case textdiff.Number:
			key, end := w.figure(i)
			out = append(out, span{lo: i, hi: end, key: key, text: w.text(i, end)})
			i = end - 1
		case textdiff.Word:
			if n, ok := j.rules.numbers[w.fold[i]]; ok {
				out = append(out, span{lo: i, hi: i + 1, key: n, text: w.fold[i], vague: true})
			}
		case textdiff.Punct:
			if isQuantity(t.Text) {
				out = append(out, span{lo: i, hi: i + 1, key: t.Text, text: t.Text})
			}
		}
	}
	return out
}

// figure reads the number at i, with the groups of three digits that follow it
// after a space (10 000) and what stands after a stroke (2008/48/EC). It gives the
// number without what groups its digits, and where it ends.
func (w *wording) figure(i int) (string, int) {
	key, end := plainFigure(w.fold[i]), i+1
	for len(w.fold[i]) <= 3 && end+1 < len(w.tokens) && w.tokens[end].Class == textdiff.Space &&
		w.tokens[end+1].Class == textdiff.Number && len(w.fold[end+1]) == 3 {
		key += w.fold[end+1]
		end += 2
	}
	for w.is(end, "/") && end+1 < len(w.tokens) && w.tokens[end+1].IsWord() {
		key += "/" + w.fold[end+1]
		end += 2
	}
	return key, end
}

// marked tells for each token whether it is part of a span.
func (w *wording) marked(lists ...[]span) []bool {
	marked := make([]bool, len(w.tokens))
	for _, spans := range lists {
		for _, s := range spans {
			for i := s.lo; i < s.hi; i++ {
				marked[i] = true
			}
		}
	}
	return marked
}

// isQuantity reports whether a sign changes what a number says.
func isQuantity(sign string) bool {
	return strings.Contains("%‰°€$£¥₼₽₺+±=<>≤≥×", sign)
}

// plainFigure drops what groups thousands: 1,000 and 1.000.000, not 1,5 or
// 4.1.1.
func plainFigure(s string) string {
	for _, sep := range []string{",", ".", "'"} {
		parts := strings.Split(s, sep)
		if len(parts) < 2 || len(parts[0]) > 3 || sep == "." && len(parts) < 3 {
			continue
		}
		whole := true
		for _, p := range parts[1:] {
			whole = whole && len(p) == 3
		}
		if whole {
			return strings.Join(parts, "")
		}
	}
	return s
}

// before is the last token before i that is no white space, or -1.
func (w *wording) before(i int) int {
	for i--; i >= 0 && w.tokens[i].Class == textdiff.Space; i-- {
	}
	return i
}

// is reports whether token i exists and reads s.
func (w *wording) is(i int, s string) bool {
	return i >= 0 && i < len(w.tokens) && w.tokens[i].Text == s
}

// wordBefore is the word before token i in folded case, "" if there is none.
func (w *wording) wordBefore(i int) string {
	if b := w.before(i); b >= 0 {
		return w.fold[b]
	}
	return ""
}

// folded is the text from token lo up to hi in folded case, on one line.
func (w *wording) folded(lo, hi int) string {
	if hi == lo+1 {
		return w.fold[lo]
	}
	var b strings.Builder
	for i := lo; i < hi; i++ {
		if w.tokens[i].Class == textdiff.Space || w.tokens[i].Class == textdiff.Break {
			b.WriteByte(' ')
		} else {
			b.WriteString(w.fold[i])
		}
	}
	return b.String()
}

// isCapital reports whether s starts with a capital letter.
func isCapital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return isUpper(r)
}
