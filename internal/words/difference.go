package words

import (
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Difference says how two ways of writing one word differ.
type Difference uint8

// The differences, from the least to the greatest.
const (
	Alike      Difference = iota // not at all, but for marks that normalising drops
	InCase                       // capitals and small letters
	InSpelling                   // ё and е, ı and i
	InScript                     // letters of another script that look the same
)

// Differ says how two words of one [Folder.Fold] are written differently; of two
// with different ones it says nothing of use.
func Differ(a, b string) Difference {
	x, y := []rune(norm.NFC.String(normalise(a))), []rune(norm.NFC.String(normalise(b)))
	if len(x) != len(y) {
		return InSpelling
	}
	most := Alike
	for i := range x {
		most = max(most, differRune(x[i], y[i]))
	}
	return most
}

func differRune(x, y rune) Difference {
	switch {
	case x == y:
		return Alike
	case unicode.ToLower(x) == unicode.ToLower(y), x == 'I' && y == 'ı', x == 'ı' && y == 'I':
		return InCase
	case unicode.Is(unicode.Cyrillic, x) != unicode.Is(unicode.Cyrillic, y):
		return InScript
	}
	return InSpelling
}
