package report

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/compare"
)

// contextWords is how many unchanged words are shown on either side of a
// change in an excerpt.
const contextWords = 14

// flaggedRow is what a row counts more in an excerpt, in words, when a source
// speaks of its provision.
const flaggedRow = 40

// excerpt picks the rows of a change that changed most, in their order, and
// shortens what did not change in them. more says how many changed rows are
// left out.
func excerpt(c *Change) (out []Row, more int) {
	flagged := map[string]bool{}
	for _, f := range c.Flags {
		flagged[f.Provision] = true
	}
	type candidate struct{ row, weight int }
	var all []candidate
	rows := c.Rows()
	for i, row := range rows {
		if !row.Changed || !visible(row) {
			continue
		}
		w := changedWords(row)
		if row.Old != nil && flagged[row.Old.Provision] {
			w += flaggedRow
		}
		all = append(all, candidate{i, w})
	}
	total := len(all)
	if c.Kind != compare.New && c.Kind != compare.Removed { // those are read from their beginning
		slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.weight, a.weight) })
	}
	all = all[:min(len(all), maxExcerptRows)]
	slices.SortFunc(all, func(a, b candidate) int { return cmp.Compare(a.row, b.row) })
	words := 0
	for _, x := range all {
		if len(out) > 0 && words >= maxExcerptWords {
			break
		}
		row := rows[x.row]
		row.Runs = shorten(row.Runs, maxRowWords)
		words += rowWords(row)
		out = append(out, row)
	}
	return out, total - len(out)
}

func changedWords(row Row) int {
	n := 0
	for _, r := range row.Runs {
		if r.Op != compare.Keep {
			n += len(strings.Fields(r.Old)) + len(strings.Fields(r.New))
		}
	}
	return n
}

// visible reports whether a changed row shows anything but white space that
// changed.
func visible(row Row) bool {
	if row.Old == nil || row.New == nil || row.Old.Continued != row.New.Continued {
		return true
	}
	for _, r := range row.Runs {
		if r.Op != compare.Keep && strings.TrimSpace(r.Old+r.New) != "" {
			return true
		}
	}
	return false
}

func rowWords(row Row) int {
	n := 0
	for _, r := range row.Runs {
		n += max(len(strings.Fields(r.Old)), len(strings.Fields(r.New)))
	}
	return n
}

// shorten leaves out the middle of long kept runs, and what goes beyond about
// limit words. A run that is left out stands as an Elided one.
func shorten(runs []Run, limit int) []Run {
	var out []Run
	words := 0
	for i, r := range runs {
		text := r.Old
		if text == "" {
			text = r.New
		}
		n := len(strings.Fields(text))
		if words > limit {
			return append(out, Run{Op: compare.Keep, Elided: true})
		}
		if r.Op != compare.Keep {
			head := limit - words + contextWords
			if n > head+contextWords {
				cut := r
				cut.Old, cut.New = firstWords(r.Old, head), firstWords(r.New, head)
				out = append(out, cut, Run{Op: compare.Keep, Elided: true})
				words += head
				continue
			}
			words += n
			out = append(out, r)
			continue
		}
		lead, tail := contextWords, contextWords
		if i == 0 {
			lead = 0
		}
		if i == len(runs)-1 {
			tail = 0
		}
		if n <= lead+tail+contextWords/2 {
			words += n
			out = append(out, r)
			continue
		}
		words += lead + tail
		if lead > 0 {
			out = append(out, Run{Op: compare.Keep, Old: firstWords(r.Old, lead), New: firstWords(r.New, lead)})
		}
		out = append(out, Run{Op: compare.Keep, Elided: true})
		if tail > 0 {
			out = append(out, Run{Op: compare.Keep, Old: lastWords(r.Old, tail), New: lastWords(r.New, tail)})
		}
	}
	return out
}

// firstWords returns the first n words with the white space before and between
// them, lastWords the last n with what stands between and after them.
func firstWords(s string, n int) string {
	words, in := 0, false
	for i, r := range s {
		space := r == ' ' || r == '\t' || r == '\u00a0'
		if space && in {
			words++
			if words == n {
				return s[:i]
			}
		}
		in = !space
	}
	return s
}

func lastWords(s string, n int) string {
	words, in := 0, false
	for i := len(s); i > 0; {
		r, size := utf8.DecodeLastRuneInString(s[:i])
		space := r == ' ' || r == '\t' || r == '\u00a0'
		if space && in {
			words++
			if words == n {
				return s[i:]
			}
		}
		in = !space
		i -= size
	}
	return s
}
