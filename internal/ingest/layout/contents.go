package layout

import (
	"strings"
	"unicode/utf8"
)

// contentsHeadings head a table of contents.
var contentsHeadings = map[string]bool{
	"contents": true, "table of contents": true, "mündəricat": true, "содержание": true, "оглавление": true,
	"sommaire": true, "table des matières": true, "inhaltsverzeichnis": true, "inhaltsübersicht": true, "içindekiler": true,
}

// MarkContents marks tables of contents: runs of lines with dots that lead to a
// page number, and lists of headings to come (see markRepeated).
func MarkContents(lines []Line, why []string) {
	first, last, leaders := -1, -1, 0
	flush := func() {
		if leaders >= 3 {
			if first > 0 && contentsHeadings[HeadingName(lines[first-1].Text)] {
				first--
			}
			for i := first; i <= last; i++ {
				if why[i] == "" {
					why[i] = WhyContents
				}
			}
		}
		first, last, leaders = -1, -1, 0
	}
	const between = 2 // lines of an entry that the dots have not reached yet
	for i := range lines {
		n := countLeaders(lines[i].Text) // several where the entries run together on a line
		if n == 0 && hasLeader(lines[i].Text) {
			n = 1
		}
		if n == 0 {
			continue
		}
		if first >= 0 && i-last > between+1 {
			flush()
		}
		if first < 0 {
			first = i
			for first > 0 && i-first < between && !Ends(lines[first-1].Text) && lines[first-1].labelled() && !lines[i].labelled() {
				first--
			}
		}
		last = i
		leaders += n
	}
	flush()
	markRanges(lines, why)
	markRepeated(lines, why)
}

// countLeaders counts the rows of dots in a line that lead to a page number.
func countLeaders(s string) int {
	n, dots := 0, 0
	for _, r := range s {
		switch {
		case r == '.':
			dots++
		case r == '…':
			dots += 3
		case r == ' ' || r == '\u00a0':
		case dots >= 4 && (r >= '0' && r <= '9' || r == 'i' || r == 'v' || r == 'x'):
			n, dots = n+1, 0
		default:
			dots = 0
		}
	}
	return n
}

// hasLeader reports whether s ends in dots and a page number.
func hasLeader(s string) bool {
	t := strings.TrimRight(s, "0123456789")
	if len(t) == len(s) {
		t = strings.TrimRight(s, "ivx")
		if len(t) == len(s) {
			return false
		}
	}
	t = strings.TrimRight(t, " ")
	dots := 0
	for {
		switch {
		case strings.HasSuffix(t, "."):
			t, dots = t[:len(t)-1], dots+1
		case strings.HasSuffix(t, "…"):
			t, dots = strings.TrimSuffix(t, "…"), dots+3
		case strings.HasSuffix(t, " ") && dots > 0:
			t = t[:len(t)-1]
		default:
			return dots >= 4 && t != ""
		}
	}
}

// HeadingName is a heading as it is looked up: in small letters, without its final
// mark; "" for one too long to be known by name.
func HeadingName(s string) string {
	if utf8.RuneCountInString(s) > 60 {
		return ""
	}
	low := strings.ToLower(strings.TrimRight(s, ".: "))
	return strings.ReplaceAll(low, "i\u0307", "i")
}
