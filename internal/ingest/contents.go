package ingest

import "strings"

// contentsHeadings head a table of contents.
var contentsHeadings = map[string]bool{
	"contents": true, "table of contents": true, "mündəricat": true, "содержание": true, "оглавление": true,
	"sommaire": true, "table des matières": true, "inhaltsverzeichnis": true, "inhaltsübersicht": true, "içindekiler": true,
}

// markContents marks tables of contents: runs of lines with dots that lead to a
// page number, and lists of headings to come (see markRepeated).
func markContents(lines []line, why []string) {
	first, last, leaders := -1, -1, 0
	flush := func() {
		if leaders >= 3 {
			if first > 0 && contentsHeadings[headingName(lines[first-1].text)] {
				first--
			}
			for i := first; i <= last; i++ {
				if why[i] == "" {
					why[i] = whyContents
				}
			}
		}
		first, last, leaders = -1, -1, 0
	}
	const between = 2 // lines of an entry that the dots have not reached yet
	for i := range lines {
		if !hasLeader(lines[i].text) {
			continue
		}
		if first >= 0 && i-last > between+1 {
			flush()
		}
		if first < 0 {
			first = i
			for first > 0 && i-first < between && !ends(lines[first-1].text) && lines[first-1].labelled() && !lines[i].labelled() {
				first--
			}
		}
		last = i
		leaders++
	}
	flush()
	markRepeated(lines, why)
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
