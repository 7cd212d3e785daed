package render

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"
)

// cite writes the address of a provision for a reader: "4.1.1/p6/i2" is
// "4.1.1, paragraph 6, item 2".
func cite(address string) string {
	steps := strings.Split(address, "/")
	clause := len(steps)
	for clause > 1 && citeStep(steps[clause-1]) != "" {
		clause--
	}
	out := strings.Join(steps[:clause], "/")
	for _, step := range steps[clause:] {
		out += ", " + citeStep(step)
	}
	return out
}

// citeStep is a step below a clause in words, "" for a step that is a clause.
func citeStep(step string) string {
	if len(step) < 2 || strings.Trim(step[1:], "0123456789") != "" {
		return ""
	}
	switch step[0] {
	case 'p':
		return "paragraph " + step[1:]
	case 'i':
		return "item " + step[1:]
	}
	return ""
}

func citeList(addresses []string) string {
	cited := make([]string, len(addresses))
	for i, a := range addresses {
		cited[i] = cite(a)
	}
	return strings.Join(cited, "; ")
}

func quoteList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "«" + w + "»"
	}
	return strings.Join(quoted, ", ")
}

// longDate writes an ISO date for a reader: "23 May 2007". What is not one
// stays as it is.
func longDate(iso string) string {
	d, err := time.Parse(time.DateOnly, iso)
	if err != nil {
		return visible(iso)
	}
	return d.Format("2 January 2006")
}

// sentence gives a phrase a capital and a full stop.
func sentence(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	s = string(unicode.ToUpper(r)) + s[n:]
	if strings.ContainsRune(".!?…", rune(s[len(s)-1])) {
		return s
	}
	return s + "."
}
