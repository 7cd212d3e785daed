package office

import (
	"math"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/render/sheet"
)

// The measures of a sheet's tables. Letters have 10 points, and on the average a little
// more than half of that in width; the padding is that of the style and a little more. A
// row of more letters than 1200, kept whole, would leave a large gap at the foot of the
// page before it.
const (
	docxWidth    = 14838 // of a table, in twentieths of a point: the page between its margins
	docxLetter   = 115   // of a letter, about
	docxPadding  = 180   // of a cell
	docxLongWord = 24    // letters; what is longer is broken
	// docxWholeRow is from how many letters on a row may be parted by the end of a
	// page.
	docxWholeRow = 1200
)

// docxWidths shares the width of a table among its columns: each has room for its
// longest word, and of the rest as much as the root of the letters in it tells, so
// that a long text gets more and the others stay readable. columns and the cells of
// each row must be as many. The sum is not above the width of the table, and below it
// by what rounding takes.
func docxWidths(columns []string, rows []sheet.Row) []int {
	widths, weights := make([]int, len(columns)), make([]float64, len(columns))
	left, all := docxWidth, 0.0
	for i, name := range columns {
		longest, letters := longestWord(name), 1+utf8.RuneCountInString(name)
		for _, row := range rows {
			for _, line := range row[i] {
				longest = max(longest, longestWord(line))
				letters += utf8.RuneCountInString(line)
			}
		}
		widths[i] = docxPadding + docxLetter*min(longest, docxLongWord)
		weights[i] = math.Sqrt(float64(letters))
		left, all = left-widths[i], all+weights[i]
	}
	for i := range widths {
		if left < 0 { // too many columns for the longest words
			widths[i] = widths[i] * docxWidth / (docxWidth - left)
		} else {
			widths[i] += int(float64(left) * weights[i] / all)
		}
	}
	return widths
}

// longestWord is how many letters the longest word of a text has.
func longestWord(s string) int {
	n := 0
	for _, w := range strings.Fields(s) {
		n = max(n, utf8.RuneCountInString(w))
	}
	return n
}

// rowSize counts the letters of a row.
func rowSize(r sheet.Row) int {
	n := 0
	for _, cell := range r {
		for _, line := range cell {
			n += utf8.RuneCountInString(line)
		}
	}
	return n
}
