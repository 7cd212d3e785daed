package layout

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
)

// A text that was taken out of a PDF may have the running headers of its pages
// inside its lines: «… to manage not just 6 Field Strategy», «Field Strategy 17 vi.
// Ploughs». What tells them from words of the text is that the same words stand
// beside a number at many places, the number goes up, and they tear sentences.

// The least that is asked of a running header inside lines. The run of numbers leaves
// room for a page that lost its own, and for a number of the text that stands beside
// the same words; two torn sentences are needed, since a title may be cited with its
// pages.
const (
	headerWords  = 8   // at most
	fewHeaders   = 5   // places
	headerRising = 0.8 // of the numbers go up
	fewTorn      = 2   // sentences that it tears
)

// headerAt is a place where words stand beside a number; page is what pageCount makes
// of it.
type headerAt struct {
	line       int
	start, end int // bytes of the line
	page       int
}

// CutHeaders takes running headers with their page numbers out of the lines, and
// parts the lines there: what stands before and after keeps the line's number, and
// what comes after begins a page. It may be called before labels are cut, and must
// be: a number of a page would otherwise open the line behind it. One header a line
// is cut.
func CutHeaders(lines []Line) ([]Line, []flow.Dropped) {
	phrases := headerPhrases(lines)
	if len(phrases) == 0 {
		return lines, nil
	}
	at := map[int]headerAt{} // by line; a second one on a line stays
	for _, phrase := range phrases {
		for _, h := range rising(headersOf(lines, phrase)) {
			if _, taken := at[h.line]; !taken {
				at[h.line] = h
			}
		}
	}
	var dropped []flow.Dropped
	out := make([]Line, 0, len(lines)+len(at))
	page := false
	for i := range lines {
		ln := lines[i]
		h, ok := at[i]
		if !ok {
			ln.page = ln.page || page
			page = false
			out = append(out, ln)
			continue
		}
		dropped = append(dropped, flow.Dropped{Place: flow.Place{Line: ln.No}, Text: ln.Text[h.start:h.end], Why: WhyRunning})
		before, after := strings.TrimSpace(ln.Text[:h.start]), strings.TrimSpace(ln.Text[h.end:])
		if before != "" {
			first := ln
			first.Text, first.page = before, ln.page || page
			out = append(out, first)
			ln.gap, ln.indent = 0, 0
		}
		page = true
		if after != "" {
			ln.Text, ln.page = after, true
			out = append(out, ln)
			page = false
		}
	}
	if len(out) == 0 {
		return lines, nil
	}
	return out, dropped
}

// headerPhrases finds the words that are running headers, in the order in which they
// first come: five places, of whose numbers at least four in five go up, at two of
// which a sentence is torn.
func headerPhrases(lines []Line) []string {
	count := map[string]int{}
	var order []string
	for i := range lines {
		for _, p := range edgePhrases(lines[i].Text) {
			if count[p]++; count[p] == 1 {
				order = append(order, p)
			}
		}
	}
	var out []string
	for _, p := range order {
		if count[p] < fewHeaders {
			continue
		}
		all := headersOf(lines, p)
		up := rising(all)
		if len(up) >= fewHeaders && float64(len(up)) >= headerRising*float64(len(all)) && torn(lines, up) >= fewTorn {
			out = append(out, p)
		}
	}
	return out
}

// edgePhrases lists the words beside a number with which a line begins, «Field
// Strategy 17 …», or ends, «… 6 Field Strategy».
func edgePhrases(s string) []string {
	const reach = 100 // bytes that such words and their number take
	var out []string
	head, tail := s, s
	if len(s) > reach {
		head, tail = s[:reach], s[len(s)-reach:]
	}
	if first, _ := utf8.DecodeRuneInString(head); unicode.IsUpper(first) && hasDigit(head) {
		fields := strings.Fields(head)
		for k := 2; k <= headerWords && k < len(fields); k++ {
			if pageCount(fields[k]) > 0 {
				if p := strings.Join(fields[:k], " "); isHeaderPhrase(p) {
					out = append(out, p)
				}
				break
			}
		}
	}
	if hasDigit(tail) && !Ends(tail) {
		fields := strings.Fields(tail)
		for k := 2; k <= headerWords && k < len(fields); k++ {
			if pageCount(fields[len(fields)-1-k]) > 0 {
				if p := strings.Join(fields[len(fields)-k:], " "); isHeaderPhrase(p) && !slices.Contains(out, p) {
					out = append(out, p)
				}
				break
			}
		}
	}
	return out
}

// hasDigit reports whether s holds an ASCII digit.
func hasDigit(s string) bool {
	for i := range len(s) {
		if isDigit(s[i]) {
			return true
		}
	}
	return false
}

// isHeaderPhrase reports whether words could head pages: a title, not a word that
// numbers provisions.
func isHeaderPhrase(s string) bool {
	const shortest = 8 // bytes
	r, _ := utf8.DecodeRuneInString(s)
	if len(s) < shortest || !unicode.IsUpper(r) || !LooksLikeHeading(s) || strings.ContainsFunc(s, unicode.IsDigit) {
		return false
	}
	_, _, ok := numbering.CutLabel(s + " 1")
	return !ok
}

// pageCount is the page that a word is the number of: up to three digits, or a Roman
// numeral in small letters; 0 for other words. Roman numerals give numbers below
// zero, i being -39: the front matter comes before page 1, and order is all that is
// asked of them.
func pageCount(s string) int {
	const frontMatter = 40 // pages
	const longest = 8      // bytes
	if len(s) == 0 || len(s) > longest {
		return 0
	}
	if isDigit(s[0]) {
		if len(s) > 3 || len(numbering.LeadingDigits(s)) < len(s) {
			return 0
		}
		return numbering.DigitValue(s)
	}
	if !strings.ContainsRune("ivxlc", rune(s[0])) {
		return 0
	}
	if v := numbering.Roman(s); v > 0 && v <= frontMatter && s == strings.ToLower(s) {
		return v - frontMatter // before the pages with digits
	}
	return 0
}

// headersOf finds the places where a phrase stands beside a number, behind it or
// before it, at most one on a line: the first.
func headersOf(lines []Line, phrase string) []headerAt {
	var out []headerAt
	for i := range lines {
		s := lines[i].Text
		k := strings.Index(s, phrase)
		if k < 0 {
			continue
		}
		end := k + len(phrase)
		if after, _, _ := strings.Cut(strings.TrimLeft(s[end:], " "), " "); strings.HasPrefix(s[end:], " ") && pageCount(after) != 0 {
			out = append(out, headerAt{i, k, end + 1 + len(after), pageCount(after)})
			continue
		}
		if before := strings.TrimRight(s[:k], " "); len(before) < k {
			word := before[strings.LastIndexByte(before, ' ')+1:]
			if n := pageCount(word); n != 0 && (end == len(s) || s[end] == ' ') {
				out = append(out, headerAt{i, len(before) - len(word), end, n})
			}
		}
	}
	return out
}

// rising is the longest run of places whose numbers go up, not each from the one
// before it: the longest increasing subsequence, by patience sorting, in n log n.
func rising(all []headerAt) []headerAt {
	if len(all) == 0 {
		return nil
	}
	ends := []int{} // the place with the smallest number that a run of that length ends in
	back := make([]int, len(all))
	for i, h := range all {
		n, _ := slices.BinarySearchFunc(ends, h.page, func(e, page int) int { return all[e].page - page })
		back[i] = -1
		if n > 0 {
			back[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	var out []headerAt
	for i := ends[len(ends)-1]; i >= 0; i = back[i] {
		out = append(out, all[i])
	}
	slices.Reverse(out)
	return out
}

// torn counts the places at which a sentence stops before the header, or goes on
// behind it in small letters.
func torn(lines []Line, at []headerAt) int {
	n := 0
	for _, h := range at {
		s := lines[h.line].Text
		before, after := strings.TrimSpace(s[:h.start]), strings.TrimSpace(s[h.end:])
		_, _, label := numbering.CutLabel(after)
		if before != "" && !Ends(before) || StartsSmall(after) && !label {
			n++
		}
	}
	return n
}
