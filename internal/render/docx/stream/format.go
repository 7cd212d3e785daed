package stream

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Format is how a paragraph looks: its style, and for an item its list. It can be
// compared.
type Format struct {
	Style string
	List  int // the list's number in the document, from 1; 0 for none
	Level int // of the list, from 0
}

// MaxLevel is the deepest level of headings, of lists and of points that a Word file
// has styles for, from 0: Word has nine.
const MaxLevel = 8

// MaxPoint is the deepest level of points that is set in further, from 1.
const MaxPoint = 5

// Formats gives every line its look and gathers the bullets of all lists. One serves
// both sides of a document, whose lists then have common numbers.
type Formats struct {
	Bullets []string // the list of number i+1 has bullet i
}

// Of is the look of a line. Headings, and numbers that stand alone, have the style of
// their clause's depth; items with a bullet are items of a list of Word's; what stands
// below clauses without headings is a point, set in, and any mark but a bullet is text.
// Headings of front matter and numbers of parts are titles.
func (k *Formats) Of(p *report.Printed) Format {
	switch {
	case p.Kind == revision.BlockItem:
		if b := Bullet(p.Num); b != "" {
			return Format{Style: "ListBullet", List: k.list(b), Level: min(p.Clause.Lines[p.Line].Depth+min(p.Nested, MaxPoint), MaxLevel)}
		}
	case p.Clause != nil && p.Clause.Front && p.Kind == revision.BlockHeading, p.Clause == nil:
		return Format{Style: "Title"}
	case p.Kind == revision.BlockHeading || p.Kind == "" && p.Nested == 0:
		return Format{Style: "Heading" + strconv.Itoa(1+min(p.Clause.Depth, MaxLevel))}
	}
	if p.Nested > 0 {
		return Format{Style: "Point" + strconv.Itoa(min(p.Nested, MaxPoint))}
	}
	return Format{Style: "BodyText"}
}

// list is the number of the list with a bullet, a new one where there is none.
func (k *Formats) list(bullet string) int {
	for i, b := range k.Bullets {
		if b == bullet {
			return i + 1
		}
	}
	k.Bullets = append(k.Bullets, bullet)
	return len(k.Bullets)
}

// Bullet is how the mark before an item is shown: marks of plain text and of
// symbol fonts that no other font has as a dot, others as they are. It is ""
// for what is no mark but a number or letter.
func Bullet(num string) string {
	r, n := utf8.DecodeRuneInString(num)
	switch {
	case n < len(num) && strings.IndexFunc(num, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0:
		return ""
	case n < len(num):
		return ooxml.Clean(num)
	case num == "" || r >= 0xe000 && r <= 0xf8ff || strings.ContainsRune("-*+", r):
		return "•"
	case r != 'o' && (unicode.IsLetter(r) || unicode.IsDigit(r)):
		return ""
	}
	return ooxml.Clean(num)
}
