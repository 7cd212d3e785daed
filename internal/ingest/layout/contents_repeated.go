package layout

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// maxEntry is the length of the longest line taken for an entry of a table of
// contents, in characters.
const maxEntry = 160

// markRepeated marks tables of contents without leaders: lists of headings that
// come again later, below a heading like «Contents», or without one where three
// or more numbers follow each other with nothing between them while in the text
// to come there is something. An entry may spell its number's word another way
// and end in a page number.
func markRepeated(lines []Line, why []string) {
	var c *contents
	for i := 0; i < len(lines); i++ {
		headed := contentsHeadings[HeadingName(lines[i].Text)]
		if why[i] != "" || !headed && !numbersRun(lines, i) {
			continue
		}
		if c == nil {
			c = newContents(lines)
		}
		start := i
		if headed {
			start++
		}
		if end := c.end(start, headed); end > 0 {
			for j := i; j < end; j++ {
				why[j] = WhyContents
			}
			i = end - 1
		}
	}
}

// numbersRun reports whether three numbers follow each other from line i on.
func numbersRun(lines []Line, i int) bool {
	if i+2 >= len(lines) {
		return false
	}
	for _, ln := range lines[i : i+3] {
		if !ln.labelled() || ln.Label.Form == numbering.FormBullet || ln.rest == "" || LastMark(ln.rest) == ';' {
			return false
		}
	}
	return true
}

// contents knows where each heading of a text stands.
type contents struct {
	lines []Line
	keys  []string
	first map[string]int
	last  map[string]int
	// left is how many more lines are looked at: a list that stands twice starts a
	// table at each of its lines.
	left int
}

func newContents(lines []Line) *contents {
	c := &contents{lines: lines, keys: make([]string, len(lines)), first: map[string]int{}, last: map[string]int{}, left: 1000 + 100*len(lines)}
	for i := range lines {
		key := entryKey(lines, i)
		c.keys[i] = key
		if _, ok := c.first[key]; !ok {
			c.first[key] = i
		}
		c.last[key] = i
	}
	return c
}

// entryKey is what a heading and its entry have in common: the number and the
// words. The words may stand on the line after the number.
func entryKey(lines []Line, i int) string {
	ln := &lines[i]
	text := ln.Text
	if ln.labelled() && ln.Label.Form != numbering.FormBullet {
		rest := ln.rest
		if rest == "" && i+1 < len(lines) && !lines[i+1].labelled() {
			rest = lines[i+1].Text
		}
		text = ln.Label.Num + " " + rest
	}
	if utf8.RuneCountInString(text) > maxEntry {
		return ""
	}
	return strings.TrimRight(strings.ToLower(text), " .")
}

// end is the line after the table that starts at that line, 0 when there is
// none.
func (c *contents) end(start int, headed bool) int {
	entries, numbers, from, to := 0, 0, -1, -1
	end := start
	for i := start; i < len(c.lines) && c.left > 0; i++ {
		c.left--
		at := c.later(i)
		switch {
		case i > start && c.keys[i] == c.keys[start] && c.keys[i] != "":
			i = len(c.lines) // the first entry again
			continue
		case at > i && (headed || at > to):
		case at == 0 && entries > 0 && c.goesOn(i, headed):
			continue // an entry that runs over lines
		case at < 0: // the heading that the table stands under
			continue
		default:
			i = len(c.lines)
			continue
		}
		if from < 0 {
			from = at
		}
		to, end = at, i+1
		entries++
		if c.lines[i].labelled() {
			numbers++
		}
	}
	switch {
	case headed && (entries >= 3 || numbers >= 2):
	case !headed && numbers >= 3 && to-from > entries: // the same list twice is none
	default:
		return 0
	}
	return end
}

// goesOn reports whether entries follow on the unknown line i.
func (c *contents) goesOn(i int, headed bool) bool {
	far := 1 // lines
	if headed {
		far = 2
	}
	for j := i + 1; j <= i+far && j < len(c.lines); j++ {
		if c.later(j) > j {
			return true
		}
	}
	return false
}

// later is the last line with the heading of entry i: 0 when there is no other,
// negative when it stands before i.
func (c *contents) later(i int) int {
	key := c.keys[i]
	if key == "" {
		return 0
	}
	if at := c.last[key]; at > i {
		return at
	}
	if at, ok := c.last[strings.TrimRight(strings.TrimRight(key, "0123456789"), " .\u00a0")]; ok && at > i {
		return at
	}
	if c.first[key] < i && c.lines[i].labelled() {
		return -1
	}
	return 0
}
