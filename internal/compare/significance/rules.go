package significance

import (
	"strconv"
	"strings"
	"sync"

	"conceptdiff/internal/compare/significance/figure"
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
	units       *figure.Units
	provisions  []string               // beginnings of the words for a provision: Article, bənd, пунктов; with a full stop a whole word
	connectors  []string               // small words inside a name: Ministry of Justice
	common      []string               // nouns that texts capitalise without naming anyone: State, Concept
	inflected   bool                   // names take endings
	sameSpelled func(a, b string) bool // two spellings of one word, beside those of every language; nil if none

	monthNumber map[string]int // by word, from 1
	shortMonths map[string]int // months cut short, which count beside a number alone

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
var noLanguage = sync.OnceValue(func() *wordRules { return withTraits(&wordRules{units: figure.NewUnits("")}) })

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
