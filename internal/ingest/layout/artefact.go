package layout

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
)

// Why something was dropped.
const (
	WhyPageNumber = "page number"
	WhyRunning    = "running header or footer"
	WhyContents   = "table of contents"
	whyRule       = "ruled line"
)

// DropArtefacts takes out what belongs to the page and not to the text: page
// numbers, lines that recur at the edges of pages, tables of contents. It needs
// evidence for each, and says what it took.
func DropArtefacts(lines []Line) ([]Line, []flow.Dropped) {
	why := make([]string, len(lines))
	markRules(lines, why)
	markPageNumbers(lines, why)
	markRunning(lines, why)
	MarkContents(lines, why)
	markWide(lines, why)
	markNavigation(lines, why)
	kept := lines[:0:0]
	var dropped []flow.Dropped
	gap, page := 0, false
	for i, ln := range lines {
		gap, page = gap+ln.gap, page || ln.page
		if why[i] != "" {
			dropped = append(dropped, flow.Dropped{Place: flow.Place{Line: ln.No}, Text: ln.Text, Why: why[i]})
			switch why[i] {
			case whyRule:
				gap++ // it parts what stands above and below
			case WhyContents:
			default:
				page = true
			}
			continue
		}
		ln.gap, ln.page = gap, page
		gap, page = 0, false
		kept = append(kept, ln)
	}
	if len(kept) == 0 {
		return lines, nil // a text of nothing but numbers
	}
	return kept, dropped
}

// markPageNumbers marks lines that hold only a number that goes up by one from
// page to page: three or more of them, or any at a page break.
func markPageNumbers(lines []Line, why []string) {
	type candidate struct{ i, n int }
	var found []candidate
	for i := range lines {
		if n := PageNumber(lines[i].Text); n > 0 {
			found = append(found, candidate{i, n})
		}
	}
	var run []candidate
	commit := func() {
		edges := 0
		for _, c := range run {
			if atEdge(lines, c.i) {
				edges++
			}
		}
		if len(run) >= 3 || edges > 0 && edges == len(run) && len(run) > 1 {
			for _, c := range run {
				why[c.i] = WhyPageNumber
			}
		}
		run = run[:0]
	}
	for _, c := range found {
		if len(run) > 0 && (c.n != run[len(run)-1].n+1 || c.i < run[len(run)-1].i+4) {
			commit()
		}
		run = append(run, c)
	}
	commit()
}

// atEdge reports whether line i is the first or last of a page.
func atEdge(lines []Line, i int) bool {
	return lines[i].page || i+1 == len(lines) || lines[i+1].page
}

// pageWords may stand around a page number.
var pageWords = map[string]bool{
	"page": true, "p": true, "of": true, "səhifə": true, "страница": true, "стр": true, "из": true, "sur": true, "seite": true, "von": true,
}

// PageNumber is the number on a line that could be nothing but a page number
// («12», «- 12 -», «Page 3 of 10»), 0 for any other. Marks that make it a label
// («1.», «(1)») disqualify it.
func PageNumber(s string) int {
	if len(s) > 24 || s == "" {
		return 0
	}
	n := 0
	for f := range strings.FieldsFuncSeq(s, func(r rune) bool {
		return r == ' ' || r == '-' || r == '–' || r == '—' || r == '/' || r == '|' || r == '[' || r == ']'
	}) {
		switch {
		case numbering.DigitValue(f) > 0 && len(f) <= 4 && strings.Trim(f, "0123456789") == "":
			if n == 0 {
				n = numbering.DigitValue(f)
			}
		case pageWords[strings.TrimRight(strings.ToLower(f), ".")]:
		default:
			return 0
		}
	}
	return n
}

// markRunning marks the outermost lines of pages that are the same but for
// their digits on three or more pages; then those next to them. The first line
// of the text stays: it may be the title that the others repeat.
func markRunning(lines []Line, why []string) {
	const deep = 3 // lines of a header
	for range deep {
		count := map[string]int{}
		var edges []int
		for i := range lines {
			if why[i] != "" || utf8.RuneCountInString(lines[i].Text) > 110 || !outermost(lines, why, i) {
				continue
			}
			// A number that makes a line a provision is no page number.
			if lines[i].labelled() && lines[i].Label.Form != numbering.FormBullet {
				continue
			}
			edges = append(edges, i)
			count[shape(lines[i].Text)]++
		}
		found := false
		for _, i := range edges {
			if i > 0 && count[shape(lines[i].Text)] >= 3 {
				why[i], found = WhyRunning, true
			}
		}
		if !found {
			return
		}
	}
}

// outermost reports whether line i is the first or last of its page that is not
// furniture.
func outermost(lines []Line, why []string, i int) bool {
	up := i
	for up > 0 && !lines[up].page && why[up-1] != "" {
		up--
	}
	if lines[up].page || up == 0 || why[up] == WhyPageNumber {
		return true
	}
	down := i + 1
	for down < len(lines) && !lines[down].page && why[down] != "" {
		down++
	}
	return down == len(lines) || lines[down].page || down > i+1 && why[down-1] == WhyPageNumber
}

// shape is s with one # for each number.
func shape(s string) string {
	var b strings.Builder
	for i := range len(s) {
		switch {
		case !isDigit(s[i]):
			b.WriteByte(s[i])
		case i == 0 || !isDigit(s[i-1]):
			b.WriteByte('#')
		}
	}
	return b.String()
}
