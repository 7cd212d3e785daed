package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/numbering/family"
)

// Why something was dropped, as a report says it. A reason that is not in
// [flow.Reasons] has no translation.
const (
	WhyPageNumber = "page number"
	WhyRunning    = "running header or footer"
	WhyContents   = "table of contents"
	whyRule       = "ruled line"
)

// DropArtefacts takes out what belongs to the page and not to the text: page numbers,
// lines that recur at the edges of pages, tables of contents. It needs evidence for
// each, and says what it took, in the order of the file. Lines must have their
// labels: a number that makes a line a provision is no page number.
//
// What stood above a line that goes counts for the next that stays: its blank lines,
// and that a page ended there. A text that would lose every line keeps all.
func DropArtefacts(lines []Line) ([]Line, []flow.Dropped) {
	why := make([]string, len(lines))
	markRules(lines, why)
	markFeet(lines, why)
	dropped := markPageNumbers(lines, why)
	// The order is that of certainty: a number or rule that is known is no edge of
	// its page, which makes the line next to it one.
	markRunning(lines, why)
	MarkContents(lines, why)
	markWide(lines, why)
	markNavigation(lines, why)
	if !slices.ContainsFunc(why, func(w string) bool { return w != "" }) {
		return lines, dropped
	}
	kept := make([]Line, 0, len(lines))
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
	slices.SortStableFunc(dropped, func(a, b flow.Dropped) int { return a.Line - b.Line })
	return kept, dropped
}

// markFeet marks the line below a rule that runs over the page, when it ends in a
// page number and space follows: «____ / Field Strategy iii».
func markFeet(lines []Line, why []string) {
	const rule, longest = 40, 80 // bytes
	for i := 1; i < len(lines); i++ {
		ln := &lines[i]
		if why[i-1] != whyRule || ln.gap > 0 || len(lines[i-1].Text) < rule || len(ln.Text) > longest || ln.labelled() || family.IsCaption(ln.Text) {
			continue
		}
		parted := i+1 == len(lines) || lines[i+1].gap > 1 || lines[i+1].page
		if k := strings.LastIndexByte(ln.Text, ' '); k > 0 && pageCount(ln.Text[k+1:]) != 0 && parted {
			why[i] = WhyRunning
		}
	}
}

// markRunning marks the outermost lines of pages that are the same but for their
// digits on three or more pages, or two of three; then those next to them, up to
// three deep. The first line of the text stays: it may be the title that the others
// repeat. A line of more than 110 characters is text: headers are titles.
func markRunning(lines []Line, why []string) {
	const deep = 3 // lines of a header
	least, breaks := 3, 0
	for i := range lines {
		if lines[i].page {
			breaks++
		}
	}
	if breaks == 2 {
		least = 2 // a text of three pages, the first of which has none
	}
	endnotes := noteList(lines) < len(lines)
	for range deep {
		count := map[string]int{}
		var edges []int
		for i := range lines {
			if why[i] != "" || utf8.RuneCountInString(lines[i].Text) > 110 || !outermost(lines, why, i) {
				continue
			}
			// A number that makes a line a provision is no page number, nor is the mark
			// of an endnote that stands on a line of its own.
			if endnotes && opensNote(lines[i].Text) || lines[i].labelled() && lines[i].Label.Form != numbering.FormBullet {
				continue
			}
			edges = append(edges, i)
			count[shape(lines[i].Text)]++
		}
		found := false
		for _, i := range edges {
			if i > 0 && count[shape(lines[i].Text)] >= least {
				why[i], found = WhyRunning, true
			}
		}
		if !found {
			return
		}
	}
}

// outermost reports whether line i is the first or last of its page that is no
// artefact: nothing but lines that go stands between it and the page's edge. A page
// number is an edge by itself, since text that lost its form feeds still has those.
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

// shape is s with one # for each number: «Field Strategy 17» and «Field Strategy 8»
// have one shape.
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

// markRules marks lines drawn with one sign: between parts, and below headings. What
// stands above such a line of its own length is a heading; the signs, in the order in
// which they come first, say its level, as in reStructuredText. Two headings are
// needed: one line under a heading may be a rule of the page.
func markRules(lines []Line, why []string) {
	var under []int
	for i := range lines {
		if !isRule(lines[i].Text) {
			continue
		}
		why[i] = whyRule
		if i > 0 && why[i-1] == "" && lines[i].gap == 0 && underlines(lines[i].Text, lines[i-1].Text) && (i == 1 || lines[i-1].gap > 0 || why[i-2] != "") {
			under = append(under, i)
		}
	}
	if len(under) < 2 {
		return
	}
	signs := ""
	for _, i := range under {
		sign := lines[i].Text[:1]
		if !strings.Contains(signs, sign) {
			signs += sign
		}
		head := &lines[i-1]
		head.level = strings.Index(signs, sign) + 1
		if l, rest, ok := numbering.CutBare(head.Text); ok && rest != "" && !head.labelled() {
			head.Label, head.rest = l, rest
		}
	}
}

// isRule reports whether a line is drawn with one sign.
func isRule(s string) bool {
	const shortest = 3 // signs
	return len(s) >= shortest && strings.IndexByte("=-*_~^#+", s[0]) >= 0 && strings.Trim(s, s[:1]) == ""
}

// underlines reports whether a rule is as long as the words above it, or nearly.
func underlines(rule, words string) bool {
	const off = 4 // signs
	n := utf8.RuneCountInString(words)
	return len(rule) >= n-off && len(rule) <= n+off
}
