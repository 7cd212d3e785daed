package propose

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"conceptdiff/internal/words"
)

// headParagraphs is how far from the beginning publisher, title and date are looked
// for.
const headParagraphs = 8

// head looks for who published what and when: a first line of a few words is the
// publisher, the next longer one the title.
func (p *Proposal) head() {
	for i, s := range p.Article.Paragraphs[:min(len(p.Article.Paragraphs), headParagraphs)] {
		n := len(words.Scan(s))
		date := dateIn(s)
		if p.Date == "" && n < 20 {
			p.Date = date
		}
		switch {
		case date != "" && n < 10:
		case i == 0 && n <= 4 && !strings.ContainsAny(s, "!?:"):
			p.Publisher = strings.TrimSpace(s)
		case p.Title == "" && n >= 2 && n <= 30:
			p.Title = strings.TrimSpace(s)
		}
	}
}

var (
	dayMonthYear = regexp.MustCompile(`(?i)\b(\d{1,2})\s+(\pL{3,10})\s+(\d{4})`)
	monthDayYear = regexp.MustCompile(`(?i)\b(\pL{3,10})\s+(\d{1,2}),\s+(\d{4})`)
	dotted       = regexp.MustCompile(`\b(\d{1,2})[./](\d{1,2})[./](\d{4})\b`)
	iso          = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
)

// months are the beginnings of their names, in the languages of the program, folded.
var months = [][]string{
	fold("jan yanv янв"), fold("feb fevr фев"), fold("mar mart мар"), fold("apr aprel апр"),
	fold("may may май мая"), fold("jun iyun июн"), fold("jul iyul июл"), fold("aug avq авг"),
	fold("sep sent сен"), fold("oct okt окт"), fold("nov noy ноя"), fold("dec dek дек"),
}

// dateIn is the date that a line gives, ISO 8601, "" for none.
func dateIn(s string) string {
	if m := iso.FindStringSubmatch(s); m != nil {
		return m[0]
	}
	if m := dotted.FindStringSubmatch(s); m != nil {
		return day(m[3], number(m[2]), m[1])
	}
	if m := dayMonthYear.FindStringSubmatch(s); m != nil {
		return day(m[3], month(m[2]), m[1])
	}
	if m := monthDayYear.FindStringSubmatch(s); m != nil {
		return day(m[3], month(m[1]), m[2])
	}
	return ""
}

func month(name string) int {
	f := words.Fold(name)
	for i, list := range months {
		for _, m := range list {
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
