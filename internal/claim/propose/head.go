package propose

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/words"
)

// headParagraphs is how far from the beginning publisher, title and date are looked
// for.
const headParagraphs = 8

// head looks for who published what and when. The publisher is a first line that is
// written like a name, else what stands before a date («Bay Herald, 5 May 2024»; one
// word there is a town), else a first line of a few words; the title is the first line
// that is neither.
func (p *Proposal) head() {
	lines := p.Article.Paragraphs[:min(len(p.Article.Paragraphs), headParagraphs)]
	at := -1 // of the publisher's line
	if len(lines) > 1 && isName(lines[0]) {
		p.Publisher, at = strings.TrimSpace(lines[0]), 0
	}
	for i, s := range lines {
		n := len(words.Scan(s))
		date, before := dateIn(s)
		if date == "" || n >= 20 {
			continue
		}
		if p.Date == "" {
			p.Date = date
		}
		if name := strings.Trim(before, " \u00a0,|–—-"); p.Publisher == "" && n < 10 && (isName(name) && len(words.Scan(name)) > 1 || isTitled(name)) {
			p.Publisher, at = name, i
		}
	}
	if p.Publisher == "" && len(lines) > 1 && len(words.Scan(lines[0])) <= 4 && !strings.ContainsAny(lines[0], "!?:") {
		p.Publisher, at = strings.TrimSpace(lines[0]), 0
	}
	for i, s := range lines {
		n := len(words.Scan(s))
		if date, _ := dateIn(s); i != at && n >= 2 && n <= 30 && (date == "" || n >= 10) {
			p.Title = strings.TrimSpace(s)
			return
		}
	}
}

// isName reports whether a text is a few words that all begin with capitals, as the
// name of a publication does, and no name of a day or month or a word for «published».
func isName(s string) bool {
	all := words.Scan(s)
	for _, w := range all {
		if !isCapital(s[w.Start:w.End]) || month(s[w.Start:w.End]) > 0 || begins(notNames(), w.Fold) {
			return false
		}
	}
	return len(all) > 0 && len(all) <= 4
}

// isTitled reports whether a text is a title in quotation marks and perhaps a word for what
// bears it: «Şəhər xəbərləri» qəzeti.
func isTitled(s string) bool {
	return strings.ContainsAny(s, "«“\"") && strings.ContainsAny(s, "»”\"") && len(words.Scan(s)) <= 6
}

// notNames begin what stands before a date and is no name, folded.
var notNames = words.Folded(`published posted updated monday tuesday wednesday thursday friday saturday sunday by analytics news
	dərc bazar çərşənbə şənbə cümə tarix yenilən опубликован понедельник вторник сред четверг пятниц суббот воскресен обновлен`)

var (
	dayMonthYear = lazy.Regexp(`(?i)\b(\d{1,2})\s+(\pL{3,10})\s+(\d{4})`)
	monthDayYear = lazy.Regexp(`(?i)\b(\pL{3,10})\s+(\d{1,2}),\s+(\d{4})`)
	dotted       = lazy.Regexp(`\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b`)
	iso          = lazy.Regexp(`\b(\d{4})-(\d{2})-(\d{2})\b`)
)

// months are the beginnings of their names, in the languages of the program, folded.
var months = [...]func() []string{
	words.Folded("jan yanv янв"), words.Folded("feb fevr фев"), words.Folded("mar mart мар"), words.Folded("apr aprel апр"),
	words.Folded("may may май мая"), words.Folded("jun iyun июн"), words.Folded("jul iyul июл"), words.Folded("aug avq авг"),
	words.Folded("sep sent сен"), words.Folded("oct okt окт"), words.Folded("nov noy ноя"), words.Folded("dec dek дек"),
}

// dateIn is the date that a line gives, ISO 8601, "" for none, and what stands before
// it.
func dateIn(s string) (date, before string) {
	for _, f := range []struct {
		form func() *regexp.Regexp
		read func(m []string) string
	}{
		{iso, func(m []string) string { return m[0] }},
		{dotted, func(m []string) string { return day(m[3], number(m[2]), m[1]) }},
		{dayMonthYear, func(m []string) string { return day(m[3], month(m[2]), m[1]) }},
		{monthDayYear, func(m []string) string { return day(m[3], month(m[1]), m[2]) }},
	} {
		if at := f.form().FindStringIndex(s); at != nil {
			if date := f.read(f.form().FindStringSubmatch(s)); date != "" {
				return date, s[:at[0]]
			}
		}
	}
	return "", ""
}

func month(name string) int {
	f := words.Fold(name)
	for i, list := range months {
		for _, m := range list() {
			if strings.HasPrefix(f, m) {
				return i + 1
			}
		}
	}
	return 0
}

func number(s string) int {
	n, _ := strconv.Atoi(s) // digits alone
	return n
}

func day(year string, month int, d string) string {
	if n := number(d); month < 1 || month > 12 || n < 1 || n > 31 {
		return ""
	}
	return fmt.Sprintf("%s-%02d-%02d", year, month, number(d))
}
