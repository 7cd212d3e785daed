package figure

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/words"
)

// Units knows how the units of a language are written.
type Units struct {
	names      map[string]string // by folded spelling; of a beginning of words with a star behind it
	beginnings []string          // the longest first
}

// symbols are units in all languages.
const symbols = `%; ‰; km; m; dm; cm; mm; m2; m3; km2; ha; kg; g; mg; t; l; ml;
	EUR €; GBP £; AZN ₼; RUB ₽; TRY ₺; JPY ¥; USD; CHF; GEL; $`

// NewUnits reads «km kilometre kilometres; …»: the name of a unit, then other ways of
// writing it. In two words «_» stands for the space, and «*» ends a beginning of words.
// The symbols that all languages use are known without it.
func NewUnits(list string) *Units {
	u := &Units{names: make(map[string]string)}
	for unit := range strings.SplitSeq(symbols+";"+list, ";") {
		forms := strings.Fields(unit)
		for _, f := range forms {
			spelling := words.Fold(strings.ReplaceAll(f, "_", " "))
			u.names[spelling] = forms[0]
			if b, begins := strings.CutSuffix(spelling, "*"); begins {
				u.beginnings = append(u.beginnings, b)
			}
		}
	}
	slices.SortFunc(u.beginnings, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return u
}

// Named is the name of the unit that is written exactly so, in folded case; "" for none.
func (u *Units) Named(spelling string) string { return u.names[spelling] }

// Of is the name of the unit that a folded word stands for, with any ending that the
// language gives it; "" for none.
func (u *Units) Of(word string) string {
	if unit := u.names[word]; unit != "" {
		return unit
	}
	for _, b := range u.beginnings {
		if strings.HasPrefix(word, b) {
			return u.names[b+"*"]
		}
	}
	return ""
}

// IsCurrency reports whether the name of a unit is the code of a currency.
func IsCurrency(unit string) bool {
	return len(unit) == 3 && !strings.ContainsFunc(unit, func(r rune) bool { return !unicode.IsUpper(r) })
}
