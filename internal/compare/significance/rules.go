package significance

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/reference"
	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

// mode is what a modal verb does to a provision.
type mode string

// The modes.
const (
	obligation     mode = "obligation"
	permission     mode = "permission"
	prohibition    mode = "prohibition"
	recommendation mode = "recommendation"
	intention      mode = "intention" // will: reported only where it becomes another
)

// wordRules are what a language brings to the rules of significance. The words
// are folded, see [words.Fold].
type wordRules struct {
	modals      map[string]mode             // by word or phrase
	modalForm   func(word string) mode      // for a language that says it by a suffix; nil if none
	notModal    func(before, w string) bool // whether w after that word is no modal verb; nil if never
	negations   []string
	isNegative  func(word string) bool          // for a language that negates by a suffix; nil if none
	yearNouns   []string                        // what stands behind the year of a date and says no more
	months      []string                        // in their order, several forms of the year one after the other
	limits      map[string]limitWord            // by word or phrase: what bounds, restricts, excepts or joins
	limitEnding func(*wording, int) limitEnding // what a word limits by its ending; nil if none does
	numberFirst bool                            // a number stands before the words that bound it
	numberAnd   string                          // inside a number in words: two hundred and five
	numbers     map[string]string               // number words: "five" is "5"
	group       string                          // the mark between groups of three digits, beside the space; "" where that is not known
	units       map[string]string               // names of units by how they are written, see units
	provisions  []string                        // beginnings of the words for a provision: Article, bənd, пунктов; with a full stop a whole word
	connectors  []string                        // small words inside a name: Ministry of Justice
	common      []string                        // nouns that texts capitalise without naming anyone: State, Concept
	inflected   bool                            // names take endings
	sameSpelled func(a, b string) bool          // two spellings of one word, beside those of every language; nil if none

	monthNumber map[string]int // by word, from 1
	shortMonths map[string]int // months cut short, which count beside a number alone

	unitBeginnings []string // of units, the longest first

	traits     map[string]trait  // by word, what the tables say of it
	beginnings map[byte][]string // of the words for a provision, by their first byte
}

// rulesFor gives the rules of the language with that BCP 47 tag. One without
// rules of its own gets none: its numbers and names are still seen.
func rulesFor(lang string) *wordRules {
	primary, _, _ := strings.Cut(strings.ToLower(lang), "-")
	switch primary {
	case "az":
		return azerbaijani()
	case "ru":
		return russian()
	case "fr":
		return french()
	case "en", "":
		return english()
	}
	return noLanguage()
}

// noLanguage are the rules of a language that has none of its own.
var noLanguage = sync.OnceValue(func() *wordRules { return withTraits(&wordRules{units: units(symbols)}) })

// withTraits gathers what the tables say of each word.
func withTraits(r *wordRules) *wordRules {
	r.traits = make(map[string]trait, 512)
	for _, list := range [][]string{r.negations, r.yearNouns, r.months, r.provisions, r.connectors, r.common} {
		words.FoldAll(list)
	}
	for phrase := range r.modals {
		if head, _, ok := strings.Cut(phrase, " "); ok {
			r.traits[head] |= traitPhrase
		} else {
			r.traits[phrase] |= traitModal
		}
	}
	for phrase := range r.limits {
		head, _, _ := strings.Cut(phrase, " ")
		r.traits[head] |= traitLimit
	}
	for w := range r.numbers {
		r.traits[w] |= traitNumeral
	}
	r.monthNumber = make(map[string]int, len(r.months))
	for i, m := range r.months {
		r.monthNumber[m] = i%12 + 1
	}
	for m := range r.shortMonths {
		r.traits[m] |= traitShortMonth
	}
	for u := range r.units {
		if b, begins := strings.CutSuffix(u, "*"); begins {
			r.unitBeginnings = append(r.unitBeginnings, b)
		}
	}
	slices.SortFunc(r.unitBeginnings, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	r.beginnings = make(map[byte][]string)
	for _, p := range r.provisions {
		if w, whole := strings.CutSuffix(p, "."); whole {
			r.traits[w] |= traitProvision
		} else {
			r.beginnings[p[0]] = append(r.beginnings[p[0]], p)
		}
	}
	for _, t := range []struct {
		words []string
		trait trait
	}{
		{r.negations, traitNegation}, {r.months, traitMonth}, {r.connectors, traitConnector}, {r.common, traitCommon},
	} {
		for _, w := range t.words {
			r.traits[w] |= t.trait
		}
	}
	return r
}

// modes makes a table of modal words and phrases; each list is parted by commas.
func modes(lists map[mode]string) map[string]mode {
	m := make(map[string]mode)
	for v, list := range lists {
		for _, w := range strings.Split(list, ",") {
			m[words.Fold(strings.TrimSpace(w))] = v
		}
	}
	return m
}

// shortMonths makes a table of the months cut short, in their order; further forms
// have their number behind them.
func shortMonths(list string) map[string]int {
	m := make(map[string]int)
	for i, w := range strings.Fields(list) {
		w, number, _ := strings.Cut(w, "=")
		n, err := strconv.Atoi(number)
		if err != nil {
			n = i + 1
		}
		m[words.Fold(w)] = n
	}
	return m
}

// set makes a set of words.
func set(list string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		m[words.Fold(w)] = true
	}
	return m
}

// numerals makes a table of number words from "1 one first 2 two second …": the
// figure, then its words.
func numerals(list string) map[string]string {
	m := make(map[string]string)
	figure := ""
	for _, w := range strings.Fields(list) {
		if w[0] >= '0' && w[0] <= '9' {
			figure = w
		} else {
			m[words.Fold(w)] = figure
		}
	}
	return m
}

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
	add(len(w) > 1 && roman(w) > 0, traitRoman)
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
