package page

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/ingest/pdf"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/numbering"
)

// margin is the part of a page's height, at its top and at its bottom, in which page
// numbers and running headers are looked for. On a small page it is large. A quarter
// of it leaves half of the page between.
const margin = 0.25

// edge is a line in the margin of its page. Edges are listed page by page, from the
// outermost inwards, which dropRunning relies on.
type edge struct {
	i     int // of the line
	top   bool
	depth int // the how many-eth from the edge, from 0
	y     int // its distance from the edge, in points
}

// dropPageFurniture marks in lines what belongs to the page: numbers that follow the
// pages, lines that stand at the same place on several pages and are the same but for
// their digits, and tables of contents. The browser's own header and footer are known
// on a single page. Height is good evidence that a plain text lacks: a header stands
// at the same place, a sentence only by chance.
func dropPageFurniture(lines []pageLine, pages []pdf.Page) {
	edges := findEdges(lines, pages)
	dropPageNumbers(lines, edges, len(pages))
	dropNumbered(lines, edges)
	dropRunning(lines, edges, len(pages))
	dropContents(lines)
}

// findEdges lists the lines in the margins, from the outermost inwards, at most four
// on either side of a page: a header of three lines and a rule.
func findEdges(lines []pageLine, pages []pdf.Page) []edge {
	const deep = 4
	height := make(map[int]float64, len(pages))
	for _, p := range pages {
		height[p.Number] = p.Height
	}
	var out []edge
	for i := 0; i < len(lines); {
		n := 0
		var on []edge
		for ; i+n < len(lines) && lines[i+n].page == lines[i].page; n++ {
			ln := &lines[i+n]
			if h := height[ln.page]; ln.Base < margin*h {
				on = append(on, edge{i: i + n, top: true, y: int(ln.Base)})
			} else if ln.Base > (1-margin)*h {
				on = append(on, edge{i: i + n, y: int(h - ln.Base)})
			}
		}
		slices.SortStableFunc(on, func(a, b edge) int { return a.y - b.y })
		depth := map[bool]int{}
		for _, e := range on {
			if e.depth = depth[e.top]; e.depth < deep {
				out = append(out, e)
			}
			depth[e.top]++
		}
		i += n
	}
	return out
}

// dropPageNumbers marks lines, of the two outermost on either side, that are nothing
// but a number which rises with the pages, on two pages or more: numbers of which two
// have the same distance from the count of pages. «3/12» and «page 3 of 12» are known
// on any.
func dropPageNumbers(lines []pageLine, edges []edge, pages int) {
	offsets := map[int]int{}
	for _, e := range edges {
		if n := layout.PageNumber(lines[e.i].Text); n > 0 && e.depth < 2 {
			offsets[n-lines[e.i].page]++
		}
	}
	for _, e := range edges {
		ln := &lines[e.i]
		n := layout.PageNumber(ln.Text)
		if n == 0 || e.depth > 1 {
			continue
		}
		if offsets[n-ln.page] > 1 || n == ln.page && ofTotal(ln.Text, pages) {
			ln.why = layout.WhyPageNumber
		}
	}
}

// ofTotal reports whether a page number is followed by the number of pages.
func ofTotal(s string, pages int) bool {
	f := strings.FieldsFunc(s, func(r rune) bool { return r < '0' || r > '9' })
	return len(f) == 2 && numbering.DigitValue(f[1]) == pages
}

// dropNumbered marks outermost lines that hold the page's number beside other
// words («Chapter 4: Functions 14»), which need not recur: three or more lines at
// the same height whose number, first or last, rises with the pages.
func dropNumbered(lines []pageLine, edges []edge) {
	type spot struct {
		top    bool
		offset int // of the number to the page
	}
	heights := map[spot][]int{}
	visit := func(f func(e edge, s spot)) {
		for _, e := range edges {
			if ln := &lines[e.i]; e.depth == 0 && ln.why == "" {
				if n := numberBeside(ln.Text); n > 0 {
					f(e, spot{e.top, n - ln.page})
				}
			}
		}
	}
	visit(func(e edge, s spot) { heights[s] = append(heights[s], e.y) })
	visit(func(e edge, s spot) {
		if closeBy(heights[s], e.y) >= 3 {
			lines[e.i].why = layout.WhyRunning
		}
	})
}

// numberBeside is the number that ends or begins a line of words, 0 if there is
// none: not that of a label, which belongs to the text («Article 5»).
func numberBeside(s string) int {
	s = layout.Squeeze(s)
	if i := strings.LastIndexByte(s, ' '); i > 0 && isPageNumber(s[i+1:]) {
		if l, rest, ok := numbering.CutLabel(s[:i]); !ok && !strings.HasSuffix(s[:i], ".") && !labelWithout(s) || ok && rest != "" && l.Form != numbering.FormBullet {
			return numbering.DigitValue(s[i+1:])
		}
	}
	if i := strings.IndexByte(s, ' '); i > 0 && isPageNumber(s[:i]) && !opensProvision(s) {
		return numbering.DigitValue(s[:i])
	}
	return 0
}

// labelWithout reports whether a line is a label and nothing else: «Article 5» in the
// text and not a header with its page.
func labelWithout(s string) bool {
	_, rest, ok := numbering.CutLabel(s)
	return ok && rest == ""
}

// isPageNumber reports whether a word is a number of one to four digits.
func isPageNumber(s string) bool {
	return len(s) <= 4 && numbering.DigitValue(s) > 0 && strings.Trim(s, "0123456789") == ""
}

// browserHead and browserFoot are what browsers print around a page: the time and the
// title, the address and the page's number. The forms are those that Chromium and
// Firefox print.
var (
	browserHead = lazy.Regexp(`^\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}:\d\d\b`)
	browserFoot = lazy.Regexp(`^(file|https?)://\S.*\b\d+/\d+$`)
)

// dropRunning marks lines that recur at the edges of pages, from the outermost
// inwards: a line inside one that stays, stays. Three pages at least, or two for the
// outermost line. A line that is set like the text and as close to it needs six, or
// half of the document: the end of a table may stand at the foot of a few pages.
func dropRunning(lines []pageLine, edges []edge, pages int) {
	type spot struct {
		top   bool
		shape string
	}
	places := map[spot][]edge{}
	shapes := make([]spot, len(edges))
	for k, e := range edges {
		if ln := &lines[e.i]; ln.why == "" && utf8.RuneCountInString(ln.Text) <= 160 && !goesThrough(ln.Text) {
			shapes[k] = spot{e.top, runningShape(ln.Text)}
			places[shapes[k]] = append(places[shapes[k]], e)
		}
	}
	browser := map[int]bool{} // pages that a browser printed
	for _, e := range edges {
		if !e.top && e.depth == 0 && browserFoot().MatchString(lines[e.i].Text) {
			browser[lines[e.i].page] = true
		}
	}
	const few = 6            // pages that prove nothing of a line set like the text
	outer := map[bool]bool{} // by side: the line further out was dropped
	for k, e := range edges {
		ln := &lines[e.i]
		if e.depth == 0 {
			outer[e.top] = true
		}
		same := recurs(lines, places[shapes[k]], e.y)
		if same < few && 2*same < pages && joinsText(lines, e) {
			same = 0
		}
		switch {
		case ln.why != "":
		case !outer[e.top]:
		case e.depth == 0 && browser[ln.page] && (!e.top || browserHead().MatchString(ln.Text)),
			shapes[k].shape != "" && (same >= 3 || same == 2 && e.depth == 0 && !opensProvision(ln.Text)):
			ln.why = layout.WhyRunning
		}
		outer[e.top] = ln.why != ""
	}
}

// goesThrough reports whether a line is of the text though its like stands on other
// pages: it opens with the mark of an endnote, «[73] 2 June 2008 …», or is the end
// of a sentence.
func goesThrough(s string) bool {
	digits := strings.TrimLeft(strings.TrimPrefix(s, "["), "0123456789")
	return s[0] == '[' && len(digits) < len(s)-1 && strings.HasPrefix(digits, "]") || layout.StartsSmall(s) && layout.EndsSentence(s)
}

// runningShape is what the lines of a running header have in common: all but
// their numbers. A line that opens a provision must be the same to the letter:
// «Article 5» may head a page and «Article 6» the next.
func runningShape(s string) string {
	if opensProvision(s) {
		return layout.Squeeze(s)
	}
	return digitShape(s)
}

// opensProvision reports whether a line begins with a number.
func opensProvision(s string) bool {
	l, _, ok := numbering.CutLabel(s)
	return ok && l.Form != numbering.FormBullet
}

// closeBy counts the values that are within three points of y.
func closeBy(ys []int, y int) int {
	n := 0
	for _, v := range ys {
		if v-y <= 3 && y-v <= 3 {
			n++
		}
	}
	return n
}

// joinsText reports whether a line stands as close to the one further in as lines of
// a paragraph do, in letters of its size.
func joinsText(lines []pageLine, e edge) bool {
	const pitch = 1.4 // sizes
	in := e.i + 1
	if !e.top {
		in = e.i - 1
	}
	if in < 0 || in >= len(lines) || lines[in].page != lines[e.i].page {
		return false
	}
	a, b := &lines[e.i], &lines[in]
	return math.Abs(a.Size-b.Size) < 0.05*a.Size && math.Abs(a.Base-b.Base) < pitch*a.Size
}

// recurs counts the pages on which a line stands within three points of y; 0 where
// they are few of the pages from the first to the last of them: a formula of the
// text may come at the edge of a page now and then.
func recurs(lines []pageLine, at []edge, y int) int {
	const sparse = 3 // pages to one with the line
	n, first, last := 0, 0, 0
	for _, e := range at {
		if e.y-y > 3 || y-e.y > 3 {
			continue
		}
		if n++; n == 1 {
			first = lines[e.i].page
		}
		last = lines[e.i].page
	}
	if sparse*n < last-first+1 {
		return 0
	}
	return n
}

// digitShape is a text with every number made «#», its white space made one space.
func digitShape(s string) string {
	var b strings.Builder
	digit := false
	for _, r := range layout.Squeeze(s) {
		if r >= '0' && r <= '9' {
			if !digit {
				b.WriteByte('#')
			}
			digit = true
			continue
		}
		digit = false
		b.WriteRune(r)
	}
	return b.String()
}

// dropContents marks tables of contents by the rules for plain text, in the lines
// that are still kept.
func dropContents(lines []pageLine) {
	var plain []layout.Line
	var at []int
	for i := range lines {
		if lines[i].why == "" {
			plain = append(plain, layout.Line{No: i + 1, Text: layout.Squeeze(lines[i].Text)})
			at = append(at, i)
		}
	}
	layout.LabelLines(plain)
	why := make([]string, len(plain))
	layout.MarkContents(plain, why)
	for k, w := range why {
		if w != "" {
			lines[at[k]].why = w
		}
	}
}
