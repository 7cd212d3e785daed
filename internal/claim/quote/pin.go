package quote

import (
	"fmt"
	"strconv"
	"strings"
)

// Pin is where a part of a quotation stands in a publication: the paragraph and
// the characters from the first to the last, all counted from 1.
type Pin struct{ Paragraph, First, Last int }

func (p Pin) String() string { return fmt.Sprintf("%d:%d-%d", p.Paragraph, p.First, p.Last) }

// ParsePin reads what [Pin.String] writes.
func ParsePin(s string) (Pin, error) {
	paragraph, rest, _ := strings.Cut(s, ":")
	first, last, ok := strings.Cut(rest, "-")
	var p Pin
	for _, n := range []struct {
		text string
		to   *int
	}{{paragraph, &p.Paragraph}, {first, &p.First}, {last, &p.Last}} {
		v, err := strconv.Atoi(n.text)
		if err != nil || v < 1 || strconv.Itoa(v) != n.text {
			ok = false
		}
		*n.to = v
	}
	if !ok || p.Last < p.First {
		return Pin{}, fmt.Errorf("%q is no place, expected paragraph:first-last, as in 14:1-87", s)
	}
	return p, nil
}
