package significance

import (
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/compare/significance/figure"
	"conceptdiff/internal/reference"
	"conceptdiff/internal/textdiff"
)

// trait is what the rules of a language know of a word, as a set of bits.
type trait uint32

const (
	traitKnown      trait = 1 << iota // looked up; the rest is about words only
	traitWeak                         // a function word
	traitModal                        // a modal verb
	traitModalForm                    // a modal verb by its ending, unless it is a name
	traitPhrase                       // starts a phrase that stands for a modal verb
	traitNegation                     // denies
	traitNegative                     // denies by its ending, unless it is a name
	traitMonth                        // a month
	traitNumeral                      // a number word
	traitProvision                    // a word for a provision
	traitConnector                    // a small word inside a name
	traitCommon                       // a noun that texts capitalise without naming anyone
	traitName                         // not of the word but of the token: may be part of a name
	traitQuantity                     // not of words but of signs: changes what a number says
	traitSign                         // not of words but of signs: says something, and is no amount
	traitLimit                        // starts a word or phrase that limits
	traitOrdinal                      // an ordinal number in words
	traitShortMonth                   // a month cut short
	traitRoman                        // a Roman numeral of two letters or more, if in capitals
	noTrait         trait = 0
	notInName             = traitMonth | traitNegation | traitModal | traitProvision
)

// traits are the traits of words by their folded identity. Each word is looked up
// once, when it is met.
type traits struct {
	lex      *textdiff.Lexicon
	language string
	rules    *wordRules
	known    []trait
}

// of gives the traits of a token. Of white space and numbers nothing is known, of
// marks only whether they are quantities.
func (ts *traits) of(t *textdiff.Token) trait {
	if int(t.Fold()) < len(ts.known) && ts.known[t.Fold()] != noTrait {
		return ts.known[t.Fold()]
	}
	return ts.meet(t)
}

// meet looks up the traits of a token that was not met yet.
func (ts *traits) meet(t *textdiff.Token) trait {
	if size := ts.lex.Size(); size > len(ts.known) {
		ts.known = append(ts.known, make([]trait, size-len(ts.known))...)
	}
	k := traitKnown
	if t.Class() == textdiff.Word || t.Class() == textdiff.Punct {
		k |= ts.look(t)
	}
	ts.known[t.Fold()] = k
	return k
}

func (ts *traits) look(t *textdiff.Token) (k trait) {
	w, r := ts.lex.Folded(t.Fold()), ts.rules
	add := func(has bool, bit trait) {
		if has {
			k |= bit
		}
	}
	if t.Class() == textdiff.Punct {
		add(isQuantity(w), traitQuantity)
		add(isTelling(w), traitSign)
		return k
	}
	k = r.traits[w]
	add(ts.lex.IsWeak(t.Fold()), traitWeak)
	add(r.modalForm != nil && r.modalForm(w) != "", traitModalForm)
	add(r.isNegative != nil && r.isNegative(w), traitNegative)
	add(r.isProvision(w), traitProvision)
	add(len(w) > 1 && figure.Roman(w) > 0, traitRoman)
	n, _ := reference.Ordinal(ts.language, ts.lex.Small(t.Text), "")
	add(n > 0, traitOrdinal)
	return k
}

func isUpper(r rune) bool { return unicode.IsUpper(r) || unicode.IsTitle(r) }

// isCapital reports whether s starts with a capital letter.
func isCapital(s string) bool {
	if s != "" && s[0] < utf8.RuneSelf {
		return 'A' <= s[0] && s[0] <= 'Z'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return isUpper(r)
}

// isUpperCase reports whether s holds nothing but capitals.
func isUpperCase(s string) bool {
	for _, r := range s {
		if !unicode.IsUpper(r) {
			return false
		}
	}
	return true
}

// isAcronym reports whether s is two to six capitals.
func isAcronym(s string) bool {
	return len(s) >= 2 && isUpperCase(s) && utf8.RuneCountInString(s) >= 2 && utf8.RuneCountInString(s) <= 6
}

func isRoman(s string) bool {
	for i := range len(s) {
		switch s[i] {
		case 'I', 'V', 'X', 'L', 'C', 'D', 'M':
		default:
			return false
		}
	}
	return true
}
