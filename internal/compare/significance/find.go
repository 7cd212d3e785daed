package significance

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

// span is something found in a text: a number, a name, a modal verb.
type span struct {
	lo, hi int    // tokens
	at     int    // the passage it is found in, or kept, see place
	key    string // equal for two that say the same
	text   string // as shown
	mode   mode   // of a modal verb
	part   bool   // is said by a part of the word, which says something else too
	amount string // of a currency, the number that it counts, where that was kept
	whole  string // as shown with that number
	vague  bool   // says something only against another of its sort: «one» is mostly no number
}

func (s span) isVague() bool { return s.vague }

// spans are the spans of one sort in one side of a change, in order.
type spans struct {
	all  []span
	next int // the first that the passages read so far have not passed
}

// place finds out which passage each span belongs to: the first of those that
// hold a part of it.
func (ss *spans) place(w *wording) {
	ss.next = 0
	for k := range ss.all {
		s := &ss.all[k]
		s.at = kept
		for _, q := range w.passage[s.lo:s.hi] {
			if q != kept {
				s.at = int(q)
				break
			}
		}
	}
}

// in returns the spans of passage p for which no reason accounts yet. Passages
// are asked for in their order.
func (ss *spans) in(w *wording, p int) []span {
	for ss.next < len(ss.all) && ss.all[ss.next].at < p {
		ss.next++
	}
	end, told := ss.next, false
	for ; end < len(ss.all) && ss.all[end].at <= p; end++ {
		told = told || ss.all[end].at == kept || w.marks[ss.all[end].lo]&markTold != 0
	}
	here := ss.all[ss.next:end:end]
	if !told {
		return here
	}
	var out []span
	for _, s := range here {
		if s.at == p && w.marks[s.lo]&markTold == 0 {
			out = append(out, s)
		}
	}
	return out
}

// modals finds the modal verbs, the longest phrase first.
func (j *judge) modals(w *wording, out []span) []span {
	for i := 0; i < len(w.tokens); i++ {
		k := w.traits[i]
		if k&(traitModal|traitModalForm|traitPhrase) == 0 || !w.isNear(i) {
			continue
		}
		hi, m := i+1, j.rules.modals[w.fold(i)]
		if m == "" && k&traitModalForm != 0 && !w.isName(i) {
			m = j.rules.modalForm(w.fold(i))
		}
		if k&traitPhrase != 0 {
			for end, n := w.next(i+1), 2; n <= maxPhrase && end < len(w.tokens) && w.tokens[end].IsWord(); n++ {
				if v, ok := j.rules.modals[string(w.folded(i, end+1))]; ok {
					hi, m = end+1, v
				}
				end = w.next(end + 1)
			}
		}
		if m == "" || hi == i+1 && j.isNoModal(w, i) {
			continue
		}
		out = append(out, span{lo: i, hi: hi, key: string(w.folded(i, hi)), text: w.small(i, hi), mode: m})
		i = hi - 1
	}
	return out
}

// maxPhrase is the number of words of the longest modal phrase.
const maxPhrase = 4

// isNoModal reports whether a word that reads like a modal verb is a noun: the
// month of May, the will of the people.
func (j *judge) isNoModal(w *wording, i int) bool {
	if w.traits[i]&traitMonth != 0 && isCapital(w.tokens[i].Text) {
		return true
	}
	return j.rules.notModal != nil && j.rules.notModal(w.wordBefore(i), w.fold(i))
}

// negations finds the words that deny, outside of modal phrases (may not) and of
// limits (not later than).
func (j *judge) negations(w *wording, out []span, others ...[]span) []span {
	for i := range w.tokens {
		k := w.traits[i]
		if k&(traitNegation|traitNegative) == 0 || !w.isNear(i) {
			continue
		}
		if slices.ContainsFunc(others, func(ss []span) bool { return holds(ss, i) }) {
			continue
		}
		if k&traitNegation != 0 && !w.isNumero(i) || k&traitNegative != 0 && !w.isName(i) {
			out = append(out, span{lo: i, hi: i + 1, key: w.fold(i), text: w.small(i, i+1)})
		}
	}
	return out
}

// holds reports whether token i is part of one of the spans, which stand in order.
func holds(ss []span, i int) bool {
	k, _ := slices.BinarySearchFunc(ss, i, func(s span, i int) int { return s.hi - 1 - i })
	return k < len(ss) && ss[k].lo <= i
}

// isNumero reports whether token i is the «No» of a number, as in No 44/2001.
func (w *wording) isNumero(i int) bool {
	if w.fold(i) != "no" {
		return false
	}
	n := w.next(i + 1)
	if w.is(n, ".") {
		n = w.next(n + 1)
	}
	return w.isClass(n, textdiff.Number)
}

// isName reports whether token i has a capital that its place does not explain.
func (w *wording) isName(i int) bool {
	return w.marks[i]&markHead == 0 && isCapital(w.tokens[i].Text)
}

// isQuantity reports whether a sign changes what a number says.
func isQuantity(sign string) bool {
	return strings.Contains("%‰°€$£¥₼₽₺+±=<>≤≥×", sign)
}

// isTelling reports whether a sign says something that is no amount: a box that is
// ticked or not, an operator, a sign of a typeface of signs that nobody here knows.
func isTelling(sign string) bool {
	r, size := utf8.DecodeRuneInString(sign)
	return size == len(sign) && (strings.ContainsRune("☐☑☒✓✔✗✘", r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Sm, r) && r >= utf8.RuneSelf)
}

// wordBefore is the word before token i folded, "" if there is none.
func (w *wording) wordBefore(i int) string {
	if b := w.before(i); b >= 0 {
		return w.fold(b)
	}
	return ""
}
