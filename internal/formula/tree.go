package formula

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Tree says how the elements of a formula are asked.
type Tree[N any] struct {
	Name     func(N) string         // with the prefix that [Office] and [MathML] say
	Children func(N) []N            // elements that count: what tracked changes took away is none
	Attr     func(N, string) string // an attribute, "" for one that is not given
	Text     func(N) string         // of an element that holds characters
}

// reader writes one kind of formula.
type reader[N any] struct {
	Tree[N]
	plain func(N) bool // whether an element holds characters alone
}

// child is the first child of a name.
func (t Tree[N]) child(n N, name string) (N, bool) {
	for _, c := range t.Children(n) {
		if t.Name(c) == name {
			return c, true
		}
	}
	var none N
	return none, false
}

// join writes all children one after another. A space keeps apart what would read as
// one: two and a half is «2 1/2», the product of x² and y «x^2 y».
func (t reader[N]) join(n N, line func(N) string) string {
	out := ""
	plain := true // what was written last holds characters alone
	for _, c := range t.Children(n) {
		s := line(c)
		if s == "" {
			continue
		}
		is := t.plain(c)
		a, _ := utf8.DecodeLastRuneInString(out)
		b, _ := utf8.DecodeRuneInString(s)
		apart := !plain || !is && (strings.Contains(s, "/") || unicode.IsDigit(a) && unicode.IsDigit(b))
		if apart && isAlphanumeric(a) && isAlphanumeric(b) {
			out += " "
		}
		out += s
		plain = is
	}
	return out
}

func isAlphanumeric(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
