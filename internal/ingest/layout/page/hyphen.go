package page

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
)

// hyphenator puts words together that a line's end parts. Whether the hyphen belongs
// to the word («Euro-/Atlantic») or to the break («inde-/pendence») is asked of the
// document itself: how it writes the word elsewhere, and else whether it breaks words
// at all. It is made from all lines before any is joined, and notes for each page
// which words it put together.
type hyphenator struct {
	words   map[string]int // that stand inside lines, in lower case
	breaker bool           // the document breaks words
	page    []flow.Dropped // by page, what was taken out
}

// newHyphenator counts the words of a document, and finds whether it breaks words:
// whether at more line ends the two halves are known as one word than with a hyphen.
func newHyphenator(lines []pageLine) *hyphenator {
	h := &hyphenator{words: map[string]int{}}
	for i := range lines {
		for w := range strings.FieldsSeq(lines[i].Text) {
			if w = bareWord(w); w != "" {
				h.words[strings.ToLower(w)]++
			}
		}
	}
	parted, kept := 0, 0
	seen := map[string]bool{} // a word that recurs proves no more than once
	for i := range lines[:max(len(lines)-1, 0)] {
		if a, b, ok := partedWord(lines[i].Text, lines[i+1].Text); ok && !seen[a+"-"+b] {
			seen[a+"-"+b] = true
			if whole, hyphened := h.known(a, b); whole > hyphened {
				parted++
			} else if hyphened > 0 {
				kept++
			}
		}
	}
	h.breaker = parted > 0 && parted >= kept
	return h
}

// known counts how often a word stands elsewhere in one piece, and with a
// hyphen.
func (h *hyphenator) known(a, b string) (whole, hyphened int) {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return h.words[a+b], h.words[a+"-"+b]
}

// join adds a line to a text. The hyphen of a break goes and is noted; any other
// stays, and no space comes behind it where the word goes on.
func (h *hyphenator) join(text []byte, ln *pageLine) []byte {
	next := ln.marked()
	if len(text) == 0 {
		return append(text, next...)
	}
	tail := string(text[bytes.LastIndexByte(text, ' ')+1:])
	a, b, ok := partedWord(tail, next)
	switch {
	case ok && h.parts(tail, a, b):
		_, n := utf8.DecodeLastRune(text)
		text = text[:len(text)-n]
		h.note(ln.page, a+"-"+b)
	case !layout.BreaksWord(tail, next):
		text = append(text, ' ')
	}
	return append(text, next...)
}

// parts reports whether the hyphen between two halves stands only for the break. A
// soft hyphen always does. Of a word that the document has nowhere else the hyphen is
// taken for the break's, when the second half begins small and the first has no other
// hyphen.
func (h *hyphenator) parts(tail, a, b string) bool {
	if strings.HasSuffix(tail, "\u00ad") {
		return true
	}
	if !h.breaker {
		return false
	}
	if whole, hyphened := h.known(a, b); whole > 0 || hyphened > 0 {
		return whole > hyphened
	}
	first, _ := utf8.DecodeRuneInString(b)
	return unicode.IsLower(first) && !strings.Contains(a, "-")
}

// note lists a word that was put together, with others of its page in one entry.
func (h *hyphenator) note(page int, word string) {
	if n := len(h.page); n > 0 && h.page[n-1].Page == page {
		h.page[n-1].Text += ", " + word
		return
	}
	h.page = append(h.page, flow.Dropped{Place: flow.Place{Page: page}, Text: word, Why: "hyphens that part words at the ends of lines"})
}

func (h *hyphenator) dropped() []flow.Dropped { return h.page }

// partedWord is the two halves of a word that may be parted between a line and the
// next, without the marks around them; ok is false unless letters stand on both sides
// of the hyphen.
func partedWord(a, b string) (before, after string, ok bool) {
	r, n := utf8.DecodeLastRuneInString(a)
	if !layout.IsHyphen(r) {
		return "", "", false
	}
	a = a[:len(a)-n]
	if i := strings.LastIndexFunc(a, unicode.IsSpace); i >= 0 {
		a = a[i:]
	}
	if i := strings.IndexFunc(b, unicode.IsSpace); i >= 0 {
		b = b[:i]
	}
	before, after = bareWord(a), bareWord(b)
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return before, after, unicode.IsLetter(last) && unicode.IsLetter(first)
}

// endsInHyphen reports whether s ends in a hyphen of any kind.
func endsInHyphen(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return layout.IsHyphen(r)
}

// bareWord is a word without the marks around it.
func bareWord(w string) string {
	return strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}
