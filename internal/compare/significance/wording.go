package significance

import (
	"slices"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

// wording is one side of a change.
type wording struct {
	lex     *textdiff.Lexicon
	tokens  []textdiff.Token
	passage []int32 // for each token the passage it belongs to, or kept
	traits  []trait // for each token
	marks   []mark  // for each token
	// firstBreak is the first token that is a break, or len(tokens).
	firstBreak int
	sentences  []textdiff.Range
	buf        []byte
}

// mark is what is found out of a token, as a set of bits.
type mark uint8

const (
	markHead  mark = 1 << iota // the first word of a sentence
	markTold                   // a reason accounts for it, see tell
	markNear                   // something within reach of it changed
	markTaken                  // part of a reference or a date
)

// reach is how many tokens from a change something is looked for that may be part
// of it: a name, a list of references.
const reach = 32

func (w *wording) reset(lex *textdiff.Lexicon) {
	w.lex = lex
	w.tokens, w.passage = w.tokens[:0], w.passage[:0]
}

// addKept appends of a kept text, the i-th of n runs, the paragraphs beside the
// runs around it and a break for the rest.
func (w *wording) addKept(tokens []textdiff.Token, i, n int) {
	first, last := slices.IndexFunc(tokens, func(t textdiff.Token) bool { return t.EndsLine() }), len(tokens)-1
	if first < 0 {
		w.add(tokens, kept)
		return
	}
	for !tokens[last].EndsLine() {
		last--
	}
	switch {
	case i == 0:
		w.add(tokens[last:], kept)
	case i == n-1:
		w.add(tokens[:first+1], kept)
	default:
		w.add(tokens[:first], kept)
		w.add(tokens[last:], kept)
	}
}

// add appends tokens, which belong to one passage or were kept.
func (w *wording) add(tokens []textdiff.Token, passage int) {
	w.tokens = append(w.tokens, tokens...)
	for range tokens {
		w.passage = append(w.passage, int32(passage))
	}
}

// extend adds tokens of a passage, of which r are those added so far.
func (w *wording) extend(r textdiff.Range, tokens []textdiff.Token, passage int) textdiff.Range {
	if len(tokens) == 0 {
		return r
	}
	if r.End == 0 {
		r.Start = len(w.tokens)
	}
	w.add(tokens, passage)
	r.End = len(w.tokens)
	return r
}

// finish looks up the words and finds the sentences.
func (w *wording) finish(ts *traits) {
	n := len(w.tokens)
	w.traits, w.marks = slices.Grow(w.traits[:0], n)[:n], slices.Grow(w.marks[:0], n)[:n]
	clear(w.marks)
	w.firstBreak = n
	end := 0 // of what is near the last change
	for i := range w.tokens {
		w.traits[i] = ts.of(&w.tokens[i])
		if w.firstBreak == n && w.tokens[i].Class() == textdiff.Break {
			w.firstBreak = i
		}
		if w.passage[i] != kept {
			for k := max(end, i-reach); k <= min(i+reach, n-1); k++ {
				w.marks[k] |= markNear
			}
			end = i + reach
		}
	}
	for i := range w.tokens {
		if w.tokens[i].Class() == textdiff.Punct && w.isMinus(i) {
			w.traits[i] |= traitQuantity
		}
	}
	w.sentences = w.lex.AppendSentences(w.sentences[:0], w.tokens)
	for _, s := range w.sentences {
		w.finishSentence(s)
	}
}

// finishSentence finds the head of a sentence, whether its capitals mean
// anything, and if they do what may be part of a name.
func (w *wording) finishSentence(s textdiff.Range) {
	words, capitals, upper := 0, 0, 0
	head := -1
	for i := s.Start; i < s.End; i++ {
		t := &w.tokens[i]
		if head < 0 && t.IsWord() {
			head = i
			w.marks[i] |= markHead
		}
		if t.Class() != textdiff.Word {
			continue
		}
		capital := isCapital(t.Text)
		if capital && w.traits[i]&notInName == 0 && !isRoman(t.Text) &&
			(!w.isWeak(i) && utf8.RuneCountInString(t.Text) > 1 || isAcronym(t.Text)) {
			w.traits[i] |= traitName
		}
		if !w.isWeak(i) {
			words++
			if capital {
				capitals++
				if isUpperCase(t.Text) {
					upper++
				}
			}
		}
	}
	if words >= 4 && 10*capitals >= 9*words || words >= 2 && upper == words {
		for i := s.Start; i < s.End; i++ {
			w.traits[i] &^= traitName
		}
	}
}

// fold is token i folded, for looking up.
func (w *wording) fold(i int) string { return w.lex.Folded(w.tokens[i].Fold()) }

func (w *wording) is(i int, s string) bool {
	return i >= 0 && i < len(w.tokens) && w.tokens[i].Text == s
}

func (w *wording) isClass(i int, c textdiff.Class) bool {
	return i >= 0 && i < len(w.tokens) && w.tokens[i].Class() == c
}

// isWeak reports whether token i is a function word.
func (w *wording) isWeak(i int) bool { return w.traits[i]&traitWeak != 0 }

// isNear reports whether something within reach of token i changed.
func (w *wording) isNear(i int) bool { return w.marks[i]&markNear != 0 }

// changed reports whether token i belongs to passage p.
func (w *wording) changed(i, p int) bool { return int(w.passage[i]) == p }

// words appends those of a passage's tokens in r that are words to out.
func (w *wording) words(out []int, r textdiff.Range, p int) []int {
	for i := r.Start; i < r.End; i++ {
		if w.changed(i, p) && w.tokens[i].IsWord() {
			out = append(out, i)
		}
	}
	return out
}

// countWords counts the words of a passage's tokens in r.
func (w *wording) countWords(r textdiff.Range, p int) int {
	n := 0
	for i := r.Start; i < r.End; i++ {
		if w.changed(i, p) && w.tokens[i].IsWord() {
			n++
		}
	}
	return n
}

// tell notes that a reason accounts for a span, with the ending of an ordinal
// number (12-ci, 5-й).
func (w *wording) tell(s span) {
	for i := s.lo; i < w.pastEnding(s.hi); i++ {
		w.marks[i] |= markTold
	}
}

// pastEnding is the token after the ending of an ordinal number, if one starts at
// i right after the number, else i.
func (w *wording) pastEnding(i int) int {
	if i == 0 || i+1 >= len(w.tokens) || w.tokens[i-1].Class() != textdiff.Number && w.traits[i-1]&traitRoman == 0 ||
		w.fold(i) != "-" || w.tokens[i+1].Class() != textdiff.Word {
		return i
	}
	if e := w.fold(i + 1); utf8.RuneCountInString(e) > 3 || isCaseEnding(e) || e[0] < utf8.RuneSelf && !ordinalEndings[e] {
		return i // a 5-day trip
	}
	return i + 2
}

// ordinalEndings make an ordinal of a figure.
var ordinalEndings = set("ci cı cu cü й я е го му ю ой ый ий ая ое ые ого ому ым ом ую ых")

// isCaseEnding reports whether the ending of a figure says more than that it is an
// ordinal: until, from.
func isCaseEnding(s string) bool { return s == "dək" || s == "dan" || s == "dən" }

// next is the first token from i on that is no white space, or len.
func (w *wording) next(i int) int {
	for i < len(w.tokens) && w.tokens[i].Class() == textdiff.Space {
		i++
	}
	return i
}

// before is the last token before i that is no white space, or -1.
func (w *wording) before(i int) int {
	for i--; i >= 0 && w.tokens[i].Class() == textdiff.Space; i-- {
	}
	return i
}

// text is the text from token lo up to hi on one line.
func (w *wording) text(lo, hi int) string {
	if hi == lo+1 && !w.isWhite(lo) {
		return w.tokens[lo].Text
	}
	w.buf = w.buf[:0]
	for i := lo; i < hi; i++ {
		if w.isWhite(i) {
			w.buf = append(w.buf, ' ')
		} else {
			w.buf = append(w.buf, w.tokens[i].Text...)
		}
	}
	return string(w.buf)
}

// folded is the text from token lo up to hi folded, on one line. It is
// good until the next call.
func (w *wording) folded(lo, hi int) []byte {
	w.buf = w.buf[:0]
	for i := lo; i < hi; i++ {
		if w.isWhite(i) {
			w.buf = append(w.buf, ' ')
		} else {
			w.buf = append(w.buf, w.fold(i)...)
		}
	}
	return w.buf
}

// small is the text from token lo up to hi in small letters, on one line: what is
// shown where the case says nothing.
func (w *wording) small(lo, hi int) string { return w.lex.Small(w.text(lo, hi)) }

func (w *wording) isWhite(i int) bool {
	return w.tokens[i].Class() == textdiff.Space || w.tokens[i].Class() == textdiff.Break
}
