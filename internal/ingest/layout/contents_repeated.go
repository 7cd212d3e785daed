package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// maxEntry is the length of the longest line taken for an entry of a table of
// contents, in characters: the title of an article may be a sentence.
const maxEntry = 160

// markRepeated marks tables of contents without leaders: lists of headings that come
// again later, below a heading like «Contents», or without one where three or more
// numbers follow each other with nothing between them while in the text to come there
// is something, or where entries end in page numbers that rise. An entry may spell
// its number's word another way and end in a page number. What is marked already
// stays as it is.
func markRepeated(lines []Line, why []string) {
	var c *contents
	for i := 0; i < len(lines); i++ {
		headed := headsContents(lines[i].Text)
		paged := !headed && pagesRun(lines, i)
		if why[i] != "" || !headed && !paged && !numbersRun(lines, i) {
			continue
		}
		if c == nil {
			c = newContents(lines)
		}
		start := i
		if headed {
			start++
		}
		if end := c.end(start, headed || paged); end > 0 {
			for j := i; j < end; j++ {
				why[j] = WhyContents
			}
			i = end - 1
		}
	}
}

// numbersRun reports whether three numbers follow each other from line i on, each
// with words of its own that end in no semicolon: points of a list end so.
func numbersRun(lines []Line, i int) bool {
	if i+2 >= len(lines) {
		return false
	}
	for _, ln := range lines[i : i+3] {
		if ln.level > 0 || !ln.labelled() || ln.Label.Form == numbering.FormBullet || ln.rest == "" || LastMark(ln.rest) == ';' {
			return false
		}
	}
	return true
}

// contents knows where each heading of a text stands. It is made once a text, when
// the first line is met that may begin a table.
type contents struct {
	lines []Line
	keys  []string
	at    map[string]*repeats
	pages []int // that entries end in, 0 for none
	// left is how many more lines are looked at: a list that stands twice starts a
	// table at each of its lines.
	left int
}

// repeats are the first and the last line with one heading.
type repeats struct{ first, last int }

// newContents indexes all lines by what a heading and its entry have in common. The
// bound on work is a hundred looks a line: a real table takes two or three.
func newContents(lines []Line) *contents {
	c := &contents{lines: lines, keys: make([]string, len(lines)), pages: make([]int, len(lines)), at: make(map[string]*repeats, len(lines)), left: 1000 + 100*len(lines)}
	for i := range lines {
		key := entryKey(lines, i)
		c.keys[i] = key
		_, c.pages[i] = cutPage(lines[i].Text)
		switch r := c.at[key]; {
		case key == "":
		case r == nil:
			c.at[key] = &repeats{i, i}
		default:
			r.last = i
		}
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
	if len(text) > utf8.UTFMax*maxEntry || utf8.RuneCountInString(text) > maxEntry {
		return ""
	}
	return strings.TrimRight(strings.ToLower(text), " .")
}

// end is the line after the table that starts at that line, 0 when there is none.
// Below a heading an entry that ends in a page number not before the last one's is an
// entry though its heading has other words; half of all must come again. Without a
// heading all must, in order, and spread over more lines than the table has, for a
// list that stands twice in a text is no table.
func (c *contents) end(start int, headed bool) int {
	entries, again, numbers, page, from, to := 0, 0, 0, 0, -1, -1
	if start >= len(c.lines) {
		return 0
	}
	opens, _ := cutPage(c.keys[start])
	end := start
	for i := start; i < len(c.lines) && c.left > 0; i++ {
		c.left--
		at := c.later(i)
		switch {
		case c.lines[i].level > 0 && i > start, i > start && (c.keys[i] == c.keys[start] || c.keys[i] == opens) && c.keys[i] != "":
			i = len(c.lines) // a heading, or the first entry again
			continue
		case at > i && (headed || at > to):
			again++
		case headed && c.pages[i] > 0 && c.pages[i] >= page:
			at = to
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
		page = max(page, c.pages[i])
		if c.lines[i].labelled() {
			numbers++
		}
	}
	switch {
	case headed && (entries >= 3 || numbers >= 2) && 2*again >= entries, headed && entries == 2 && again == entries:
	case !headed && numbers >= 3 && to-from > entries: // the same list twice is none
	default:
		return 0
	}
	return end
}

// goesOn reports whether entries follow on the unknown line i: within one line, or
// two below a heading of the table. Then line i is the rest of an entry that takes
// several.
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
	own := c.at[key]
	if own.last > i {
		return own.last
	}
	if bare, page := cutPage(key); page > 0 {
		if other := c.at[bare]; other != nil && other.last > i {
			return other.last
		}
	}
	if own.first < i && c.lines[i].labelled() {
		return -1
	}
	return 0
}

// pagesRun reports whether three entries follow each other from line i on that end in
// page numbers which do not go back. Headings that a format marks are no entries.
func pagesRun(lines []Line, i int) bool {
	last := 1
	for j := i; j < i+3; j++ {
		if j >= len(lines) {
			return false
		}
		_, page := cutPage(lines[j].Text)
		if page < last || lines[j].level > 0 {
			return false
		}
		last = page
	}
	return true
}

// cutPage cuts the page number off the end of an entry: 0 when there is none. At
// least a space or a dot must part it from words: «B2» has none, nor has a line of
// numbers alone, nor one above 5,000, which is a year or a sum.
func cutPage(s string) (entry string, page int) {
	if s == "" || strings.IndexByte("0123456789ivx", s[len(s)-1]) < 0 {
		return s, 0
	}
	t := strings.TrimRight(s, "0123456789")
	page = numbering.DigitValue(s[len(t):])
	if len(t) == len(s) {
		last := s[strings.LastIndexByte(s, ' ')+1:]
		if strings.Trim(last, "ivx") != "" {
			return s, 0
		}
		t, page = strings.TrimSuffix(s, last), numbering.Roman(last)
	}
	entry = strings.TrimRight(t, " .…|\u00a0")
	const most = 5000 // pages
	if page == 0 || page > most || len(t) == len(entry) || !strings.ContainsFunc(entry, unicode.IsLetter) {
		return s, 0
	}
	return entry, page
}
