package figure

import (
	"strings"

	"conceptdiff/internal/numbering"
)

// Numeral adds up the words of a number, the largest first. The zero value is none yet.
type Numeral struct {
	total   int // of what a word for a thousand or more closed
	current int
	least   int // the last such word, 0 for none
	open    int // what the next word must stay below, within current; 0 for anything
}

// Value is the number so far.
func (n *Numeral) Value() int { return n.total + n.current }

// Add adds the value of the next word and reports whether it continues the number.
func (n *Numeral) Add(v int) bool {
	switch {
	case v >= 1000:
		if n.least > 0 && v >= n.least {
			return false
		}
		n.total += max(n.current, 1) * v
		n.current, n.least, n.open = 0, v, 0
	case v == 100 && n.current > 0:
		if n.current >= 10 {
			return false
		}
		n.current, n.open = n.current*100, 100
	default:
		if n.open > 0 && v >= n.open || n.open == 0 && n.current > 0 || v == 0 && n.Value() > 0 {
			return false
		}
		n.current += v
		n.open = below(v)
	}
	return true
}

// below is what may follow a number word: tens after hundreds, ones after tens. A
// number that nothing may follow gives 1.
func below(v int) int {
	switch {
	case v >= 100 && v%100 == 0:
		return 100
	case v >= 10 && v < 100 && v%10 == 0:
		return 10
	}
	return 1
}

// Roman is the value of a folded Roman numeral below 90; 0 for anything else, CV and CC
// among it, which abbreviate more often than they count.
func Roman(s string) int {
	if v := numbering.Roman(strings.Map(latinDigit, s)); v < 90 {
		return v
	}
	return 0
}

// latinDigit is the Latin digit that folding a Cyrillic text made a letter of its script.
func latinDigit(r rune) rune {
	switch r {
	case 'х':
		return 'x'
	case 'і':
		return 'i'
	}
	return r
}
