package stream

import (
	"strings"
	"unicode/utf8"
)

// variant is a part of a kept run: equal on both sides, or of another
// typography (quotation marks, dashes, spaces).
type variant struct{ Old, New string }

// Typography cuts a kept run into pieces whose sides are equal and pieces whose sides
// differ. The comparison keeps words whatever quotation marks surround them; a
// redline that gives back both texts exactly must mark those too. Empty pieces do not
// come, but one of both may be: a mark that only one text has.
//
//	«plan» and "plan"   →   « / ", plan, » / "
func Typography(old, new string) []variant {
	if old == new && old != "" {
		return []variant{{old, new}}
	}
	var out []variant
	for old != "" || new != "" {
		if n := commonPrefix(old, new); n > 0 {
			out = append(out, variant{old[:n], new[:n]})
			old, new = old[n:], new[n:]
			continue
		}
		a, b := nextAgreement(old, new)
		out = append(out, variant{old[:a], new[:b]})
		old, new = old[a:], new[b:]
	}
	return out
}

// commonPrefix is how many bytes two texts share from the start, in whole
// characters.
func commonPrefix(a, b string) int {
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	for n > 0 && (n < len(a) && !utf8.RuneStart(a[n]) || n < len(b) && !utf8.RuneStart(b[n])) {
		n--
	}
	return n
}

// agreement is how many characters must be equal for two texts to go on together, and
// reach how far ahead they are looked for. Fewer than four would agree by chance at a
// vowel or a space. Typography differs in marks, so 24 characters are far more than
// one leaves out; beyond that the rest is taken as a whole.
const (
	agreement = 4
	reach     = 24
)

// nextAgreement finds how many bytes to leave out on each side, as few as can be,
// until the texts go on together; all of both when they do not. Of choices that leave
// out as many, the one that leaves out fewest of the old text is taken. Either text
// may be at its end, but then both must be.
func nextAgreement(old, new string) (int, int) {
	o, n := starts(old), starts(new)
	for skip := 1; skip < len(o)+len(n) && skip <= 2*reach; skip++ {
		for a := max(0, skip-len(n)+1); a <= min(skip, len(o)-1); a++ {
			x, y := old[o[a]:], new[n[skip-a]:]
			if x == "" && y == "" || x != "" && y != "" && agree(x, y) {
				return o[a], n[skip-a]
			}
		}
	}
	return len(old), len(new)
}

// starts are the places where the first characters begin, and the end when it
// is within reach.
func starts(s string) []int {
	out := make([]int, 0, reach+1)
	for i := range s {
		if len(out) == reach {
			return out
		}
		out = append(out, i)
	}
	return append(out, len(s))
}

// agree reports whether two texts share their first characters, or all there are.
// Where a has fewer than [agreement] characters left, all of it must begin b.
func agree(a, b string) bool {
	end := 0
	for range agreement {
		if end >= len(a) {
			break
		}
		_, n := utf8.DecodeRuneInString(a[end:])
		end += n
	}
	return strings.HasPrefix(b, a[:end])
}
