package layout

import (
	"strings"
	"unicode"

	"conceptdiff/internal/numbering"
)

// markRanges marks tables of contents whose entries name the articles of each
// chapter in brackets instead of pages: «1. FIELDS (1-11)», as codes of the
// Azerbaijani register have it. Three such entries below a heading like
// «Contents» are needed; between two of them stand at most a few lines, the
// headings of groups and what an entry takes more of.
func markRanges(lines []Line, why []string) {
	const between, entries = 5, 3
	for i := range lines {
		if why[i] != "" || !headsContents(lines[i].Text) {
			continue
		}
		last, count := i, 0
		for j := i + 1; j < len(lines) && j-last <= between; j++ {
			switch {
			case endsInRange(lines[j].Text):
				last, count = j, count+1
			case EndsSentence(lines[j].Text) && !strings.HasSuffix(lines[j].Text, ")"):
				j = len(lines)
			}
		}
		if count < entries {
			continue
		}
		for j := i; j <= last; j++ {
			if why[j] == "" {
				why[j] = WhyContents
			}
		}
	}
}

// endsInRange reports whether a line ends in a number or a range of them in brackets:
// (12), (3-14), (210--213), (maddə 1-4), (1-4-cü maddələr). Words for provisions may
// stand beside the numbers, others may not: «(as of 1 May)» is no range.
func endsInRange(s string) bool {
	open := strings.LastIndexByte(s, '(')
	if open <= 0 || !strings.HasSuffix(s, ")") {
		return false
	}
	numbers := false
	for _, word := range strings.Fields(s[open+1 : len(s)-1]) {
		figures := strings.Trim(strings.TrimRightFunc(word, unicode.IsLetter), "0123456789-–—")
		switch {
		case figures == "" && strings.ContainsAny(word, "0123456789-–—"):
			numbers = numbers || word[0] >= '0' && word[0] <= '9'
		case !numbering.IsUnitWord(strings.ToLower(word)):
			return false
		}
	}
	return numbers
}

// closed is a heading whose letters stand apart, «M Ü N D Ə R İ C A T», as one
// word; any other line stays what it is.
func closed(s string) string {
	if word, rest := singles(s, unicode.IsLetter); rest == "" {
		return word
	}
	return s
}
