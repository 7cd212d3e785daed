package outline

import (
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// counter is what a number without a word counts with. V is a letter after U and a
// Roman numeral after IV: the numbers before it in its text tell.
type counter uint8

const (
	arabic counter = iota // or nothing that can be mistaken
	roman
	letter
)

// compatible reports whether two numbers may be of one sequence.
func (c counter) compatible(d counter) bool { return c == d || c == arabic || d == arabic }

// countersOf tells of each block what its number counts with, where it is set in
// capitals: small ones are told by what stands open (see opensRoman). «C» and «D» are
// letters after B and numerals after XCIX; I opens Roman numbers unless it comes
// after H and no II follows. Sequences of one form are followed through the text,
// whatever stands between.
func countersOf(blocks []layout.Block) []counter {
	type last struct {
		roman  int    // value
		letter string // number
	}
	seen := map[numbering.Form]*last{}
	out := make([]counter, len(blocks))
	for i := range blocks {
		l := blocks[i].Label
		r, _ := utf8.DecodeRuneInString(l.Num)
		if !blocks[i].Numbered() || l.Unit != "" || l.Depth() > 0 || !unicode.IsUpper(r) {
			continue
		}
		before := seen[l.Form]
		if before == nil {
			before = &last{}
			seen[l.Form] = before
		}
		value := numbering.Roman(l.Num)
		inOrder := letterAfter(before.letter, l.Num)
		switch out[i] = letter; {
		case value == 0:
		case value == 1 && inOrder && !romanFollows(blocks[i+1:], l):
		case value == before.roman+1, value == 1, !inOrder && (utf8.RuneCountInString(l.Num) > 1 || value == 5 || value == 10):
			out[i] = roman
		}
		if out[i] == roman {
			before.roman = value
		} else {
			before.letter = l.Num
		}
	}
	return out
}

// letterAfter reports whether a letter comes right after another in one of the
// alphabets.
func letterAfter(last, num string) bool {
	for abc := range numbering.Alphabets() {
		if x := numbering.Letter(last, abc); x > 0 && numbering.Letter(num, abc) == x+1 {
			return true
		}
	}
	return false
}

// romanFollows reports whether the next number of l's form is the Roman two.
func romanFollows(after []layout.Block, l numbering.Label) bool {
	for i := range after {
		if next := after[i].Label; next.Form == l.Form && next.Unit == "" && next.Depth() == 0 {
			return numbering.Roman(next.Num) == 2
		}
	}
	return false
}
