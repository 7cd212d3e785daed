package words

import (
	"cmp"
	"slices"
	"unicode/utf8"
)

// Shared counts what two sorted lists of words have in common, a word that stands
// twice in both twice.
func Shared[T cmp.Ordered](a, b []T) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// Dice is how alike two sorted lists of words are, from 0 to 1: twice the words
// that they share by all their words. Source: L. R. Dice, «Measures of the Amount
// of Ecologic Association Between Species», Ecology 26 (1945).
func Dice[T cmp.Ordered](a, b []T) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	return 2 * float64(Shared(a, b)) / float64(len(a)+len(b))
}

// Contained is the part of a's words that b has, from 0 to 1; both are sorted.
func Contained[T cmp.Ordered](a, b []T) float64 {
	if len(a) == 0 {
		return 0
	}
	return float64(Shared(a, b)) / float64(len(a))
}

// InOrder is how alike two lists of words are in words and their order, from 0 to
// 1: twice the length of their longest common subsequence by all their words.
func InOrder(a, b []SearchWord) float64 {
	if len(a)+len(b) == 0 {
		return 0
	}
	row := make([]int, len(b)+1)
	for i := range a {
		diagonal := 0
		for j := range b {
			above := row[j+1]
			if a[i].Fold == b[j].Fold {
				row[j+1] = diagonal + 1
			} else {
				row[j+1] = max(row[j+1], row[j])
			}
			diagonal = above
		}
	}
	return 2 * float64(row[len(b)]) / float64(len(a)+len(b))
}

// SameOrder reports whether two texts have the same words in the same order.
func SameOrder(a, b []SearchWord) bool {
	return slices.EqualFunc(a, b, func(x, y SearchWord) bool { return x.Fold == y.Fold })
}

// SameStem reports whether two folded words differ in their endings only, as far
// as can be told without a dictionary: they share [StemLetters] or more, and all
// but four of the shorter.
func SameStem(a, b string) bool {
	n, size := 0, 0
	for size < len(a) && size < len(b) {
		r, k := utf8.DecodeRuneInString(a[size:])
		if s, l := utf8.DecodeRuneInString(b[size:]); r != s || k != l {
			break
		}
		n, size = n+1, size+k
	}
	restA, restB := utf8.RuneCountInString(a[size:]), utf8.RuneCountInString(b[size:])
	return n >= StemLetters && min(restA, restB) <= 4 && max(restA, restB) <= 6
}

// StemLetters is the least number of letters that two forms of a word share.
const StemLetters = 4
