package docx

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// look is how a paragraph looks: its style, and for an item its list.
type look struct {
	style string
	list  int // the list's number in the document, from 1; 0 for none
	level int // of the list, from 0
}

// maxLevel is the deepest level of headings, of lists and of points that a Word
// file has styles for, from 0.
const maxLevel = 8

// maxPoint is the deepest level of points that is set in further.
const maxPoint = 5

// looks gives every line its look and gathers the bullets of all lists.
type looks struct {
	bullets []string // the list of number i+1 has bullet i
}

func (k *looks) of(p *report.Printed) look {
	switch {
	case p.Kind == revision.BlockItem:
		if b := bullet(p.Num); b != "" {
			return look{style: "ListBullet", list: k.list(b), level: min(p.Clause.Lines[p.Line].Depth+min(p.Nested, maxPoint), maxLevel)}
		}
	case p.Clause != nil && p.Clause.Front && p.Kind == revision.BlockHeading, p.Clause == nil:
		return look{style: "Title"}
	case p.Kind == revision.BlockHeading || p.Kind == "" && p.Nested == 0:
		return look{style: "Heading" + strconv.Itoa(1+min(p.Clause.Depth, maxLevel))}
	}
	if p.Nested > 0 {
		return look{style: "Point" + strconv.Itoa(min(p.Nested, maxPoint))}
	}
	return look{style: "BodyText"}
}

func (k *looks) list(bullet string) int {
	for i, b := range k.bullets {
		if b == bullet {
			return i + 1
		}
	}
	k.bullets = append(k.bullets, bullet)
	return len(k.bullets)
}

// bullet is how the mark before an item is shown: marks of plain text and of
// symbol fonts that no other font has as a dot, others as they are. It is ""
// for what is no mark but a number or letter.
func bullet(num string) string {
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
