package layout

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
)

// markPageNumbers marks lines that hold only a number that goes up by one from page
// to page: three or more of them, or any at a page break. Where only some pages have
// theirs on a line of its own it goes up by a few: five are needed then, far apart,
// and those between that end a line are cut off it. Numbers run into lines come back
// as dropped with their line; whole lines are marked in why.
func markPageNumbers(lines []Line, why []string) []flow.Dropped {
	const near, far, few = 4, 6, 5 // lines, lines, numbers
	const step = 8                 // pages
	var found []numberLine
	for i := range lines {
		if n := PageNumber(lines[i].Text); n > 0 {
			found = append(found, numberLine{i, n})
		}
	}
	// runs gives the runs of numbers that go up by at most that, at least as far apart.
	runs := func(most, apart int, commit func(run []numberLine)) {
		var run []numberLine
		for _, c := range found {
			if why[c.i] != "" {
				continue
			}
			if n := len(run); n > 0 && (c.n <= run[n-1].n || c.n > run[n-1].n+most || c.i < run[n-1].i+apart) {
				commit(run)
				run = run[:0]
			}
			run = append(run, c)
		}
		commit(run)
	}
	runs(1, near, func(run []numberLine) {
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
	})
	var dropped []flow.Dropped
	runs(step, far, func(run []numberLine) {
		for k, c := range run {
			if len(run) < few {
				return
			}
			why[c.i] = WhyPageNumber
			if k > 0 {
				dropped = append(dropped, cutNumbers(lines, run[k-1], c)...)
			}
		}
	})
	return dropped
}

// numberLine is a line that holds nothing but the number n.
type numberLine struct{ i, n int }

// cutNumbers cuts the page numbers between two others off the ends of the lines
// that they were run into: «… help the  29», blank lines after it.
func cutNumbers(lines []Line, from, to numberLine) []flow.Dropped {
	var dropped []flow.Dropped
	n := from.n
	for i := from.i + 1; i+1 < to.i; i++ {
		ln := &lines[i]
		k := strings.LastIndexByte(ln.Text, ' ')
		if k <= 0 || lines[i+1].gap < 2 {
			continue
		}
		number := ln.Text[k+1:]
		v := pageCount(number)
		if v <= n || v >= to.n || Ends(number) || len(ln.rest) <= len(number) {
			continue
		}
		n = v
		dropped = append(dropped, flow.Dropped{Place: flow.Place{Line: ln.No}, Text: number, Why: WhyPageNumber})
		ln.Text = strings.TrimSpace(ln.Text[:k])
		ln.rest = strings.TrimSpace(strings.TrimSuffix(ln.rest, number))
		lines[i+1].page = true
	}
	return dropped
}

// atEdge reports whether line i is the first or last of a page.
func atEdge(lines []Line, i int) bool {
	return lines[i].page || i+1 == len(lines) || lines[i+1].page
}

// pageWords may stand around a page number, in small letters and without their full
// stop.
var pageWords = map[string]bool{
	"page": true, "p": true, "of": true, "səhifə": true, "страница": true, "стр": true, "из": true, "sur": true, "seite": true, "von": true,
}

// PageNumber is the number on a line that could be nothing but a page number
// («12», «- 12 -», «Page 3 of 10»), 0 for any other. Marks that make it a label
// («1.», «(1)») or an endnote's («[12]») disqualify it.
func PageNumber(s string) int {
	if len(s) > 24 || s == "" || onlyNote(s) {
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
