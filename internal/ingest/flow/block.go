package flow

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// RowText joins the cells of a row: «Name | Date | Sum». An empty cell keeps its
// place, so that the others stay in their columns, except at the ends of the row,
// where its space is cut off.
func RowText(cells []string) string {
	return strings.TrimSpace(strings.Join(cells, " | "))
}

// HeadingLevel is the level of a paragraph in the style of a heading, or 0 where it
// is a clause's text: many contracts and laws use those styles for their numbers
// alone. A text that ends in a semicolon is an item of a list whatever its style; one
// that ends in another mark is a heading only up to 120 characters.
func HeadingLevel(level int, text string) int {
	const longest = 120 // characters of a heading that ends in a mark
	last, _ := utf8.DecodeLastRuneInString(text)
	if last == ';' || strings.ContainsRune(".:,!?", last) && utf8.RuneCountInString(text) > longest {
		return 0
	}
	return level
}

// IsNumber reports whether a label is more than a bullet: it holds a digit, or a
// letter before a mark. Such a label says something without any text after it.
func IsNumber(label string) bool {
	return strings.IndexFunc(label, unicode.IsDigit) >= 0 ||
		utf8.RuneCountInString(label) > 1 && strings.IndexFunc(label, unicode.IsLetter) >= 0
}

// SettleHeadings takes the level from clauses that are set in the style of a
// heading only to get its number. One paragraph may be doubtful, a level is not:
// where a third of its headings end as sentences do and are as long as sentences
// are, or two thirds do that are longer than titles with a full stop (SEC. 101.
// SHORT TITLE.), those that end so are text.
func SettleHeadings(blocks []Block) {
	levels := map[int]*headings{}
	for i := range blocks {
		b := &blocks[i]
		if b.Level == 0 {
			continue
		}
		h := levels[b.Level]
		if h == nil {
			h = &headings{}
			levels[b.Level] = h
		}
		h.all++
		if endsAsSentence(b.Text) {
			h.sentences++
			h.length += utf8.RuneCountInString(b.Text)
		}
	}
	for i := range blocks {
		b := &blocks[i]
		if h := levels[b.Level]; h != nil && h.areText() && endsAsSentence(b.Text) {
			b.Level = 0
		}
	}
}

// headings counts those of a level; length is that of the sentences, in
// characters.
type headings struct{ all, sentences, length int }

// areText reports whether the headings of a level are clauses. Lengths are means over
// those that end as sentences do.
func (h *headings) areText() bool {
	const sentence, title = 50, 35 // characters, in the mean
	return h.sentences*3 >= h.all && h.length > sentence*h.sentences || h.sentences*3 >= h.all*2 && h.length > title*h.sentences
}

// endsAsSentence reports whether a text ends in a mark and is not set in
// capitals, as titles are.
func endsAsSentence(s string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".;:", last) && strings.ContainsFunc(s, unicode.IsLower)
}
