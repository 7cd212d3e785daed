package layout

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/numbering"
)

// markRules marks lines drawn with one sign: between parts, and below headings.
// What stands above such a line of its own length is a heading; the signs, in
// the order in which they come first, say its level. Two headings are needed.
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
