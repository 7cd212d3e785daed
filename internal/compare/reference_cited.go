package compare

import (
	"slices"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/textdiff"
)

// citation is a number in a text by which a provision is cited.
type citation struct {
	span
	level  level
	word   string // the word for the provision, in folded case; "" for none
	within string // the address of the provision that is named with it: 12 in «paragraph 2 of Article 12»
	names  bool   // only names the provision that another citation is within
	abroad bool   // said to stand in another document
}

// level is what sort of provision a word cites.
type level int

const (
	clauseLevel level = iota // bears the number by itself: Article, clause, §
	partLevel                // is counted within another: paragraph, point, пункт
	groupLevel               // groups others and does not prefix their numbers: chapter, annex
)

// The beginnings of words for provisions that are no clauses by themselves, in
// the languages that have rules. All others are.
var (
	partWords  = strings.Fields("paragraph subparagraph point item subsection paragraphe alinéa пункт подпункт част абзац bənd yarımbənd hissə")
	shortParts = strings.Fields("п пп ч para paras al")
	// The words for groups and what their addresses begin with.
	groupWords = []struct{ beginning, unit string }{
		{"chapter", "chapter"},
		{"part", "part"},
		{"title", "title"},
		{"annex", "annex"},
		{"schedule", "annex"},
		{"chapitre", "chapter"},
		{"titre", "title"},
		{"гл", "chapter"},
		{"раздел", "division"},
		{"приложени", "annex"},
		{"fəsil", "chapter"},
		{"fəsl", "chapter"},
		{"bölmə", "division"},
		{"əlavə", "annex"},
	}
	// What ties a provision to what it is part of, after a comma too.
	genitives    = strings.Fields("of du de des d' der")
	conjunctions = strings.Fields("and or to и или və ya et ou à und")
	// After these a document speaks of itself: this Law, настоящего Закона.
	selfWords = strings.Fields("this present настоящ данн bu présent dies")
)

func levelOf(word string) level {
	switch {
	case hasBeginning(word, partWords), slices.Contains(shortParts, word):
		return partLevel
	case groupOf(word) != "":
		return groupLevel
	}
	return clauseLevel
}

// groupOf is what the address of a group of that name begins with, "" when the
// word names none.
func groupOf(word string) string {
	for _, g := range groupWords {
		if strings.HasPrefix(word, g.beginning) {
			return g.unit
		}
	}
	return ""
}

// cited finds the citations in a text and what is said beside them.
func (f *referenceFinder) cited(w *wording) []citation {
	var out []citation
	for _, s := range f.judge.references(w, nil) {
		c := citation{span: s, word: f.unitWord(w, s)}
		switch n := len(out); {
		case c.word != "":
			c.level = levelOf(c.word)
		case strings.Contains(s.key, "."), w.is(w.before(s.lo), "§"):
		case n > 0:
			c.word, c.level = out[n-1].word, out[n-1].level // Articles 12, 13 and 14
		default:
			continue
		}
		c.abroad = f.isAbroad(w, s)
		out = append(out, c)
	}
	f.join(w, out)
	return slices.DeleteFunc(out, func(c citation) bool { return c.abroad || c.names })
}

// join finds which citations are parts of one: paragraphs 1 and 2 of Article 12,
// 12-ci maddənin 2-ci bəndi.
func (f *referenceFinder) join(w *wording, all []citation) {
	for i := len(all) - 2; i >= 0; i-- {
		c, next := &all[i], &all[i+1]
		joined, listed := f.adjoin(w, c.span, next.span)
		switch {
		case !joined:
		case c.level == partLevel && next.level == clauseLevel && !listed:
			c.isIn(next, next.key)
			next.names = true
		case c.level == next.level:
			c.abroad = c.abroad || next.abroad
			if next.within != "" {
				c.isIn(next, next.within)
			}
		}
	}
	for i := 1; i < len(all); i++ {
		last, c := &all[i-1], &all[i]
		joined, listed := f.adjoin(w, last.span, c.span)
		if joined && !listed && c.within == "" && c.level == partLevel && last.level == clauseLevel {
			c.isIn(last, last.key)
			last.names = true
		}
	}
}

// isIn notes that a citation is within the provision with that address, which
// is named in another.
func (c *citation) isIn(other *citation, address string) {
	c.within = address
	c.abroad = c.abroad || other.abroad
	c.lo, c.hi = min(c.lo, other.lo), max(c.hi, other.hi)
}

// unitWord is the word for a provision beside a number, in folded case and
// without an elided article; "" when there is none.
func (f *referenceFinder) unitWord(w *wording, s span) string {
	for _, i := range []int{w.unitBefore(s.lo), w.afterNumber(s.hi)} {
		if w.isProvision(i) {
			word := w.fold(i)
			if _, rest, ok := strings.Cut(word, "'"); ok {
				word = rest
			}
			return word
		}
	}
	return ""
}

// adjoin reports whether between two citations stand only function words, words
// for provisions, brackets and commas, and whether one of those lists them: they
// are parts of one, or of one list.
func (f *referenceFinder) adjoin(w *wording, a, b span) (joined, listed bool) {
	for i := w.pastEnding(a.hi); i < b.lo; i++ {
		t := w.tokens[i]
		switch {
		case t.Class() == textdiff.Break, t.Class() == textdiff.Number:
			return false, false
		case slices.Contains(conjunctions, w.fold(i)):
			listed = true
		case t.Class() == textdiff.Word && !w.isWeak(i) && !w.isProvision(i):
			return false, false
		case t.Class() == textdiff.Punct && !strings.Contains(",.§()", t.Text):
			return false, false
		}
	}
	return true, listed
}

// isAbroad reports whether a citation is said to be of another document: of the
// Charter, TFEU, Конституции, of [URI]; Konstitusiyanın 5-ci maddəsi.
func (f *referenceFinder) isAbroad(w *wording, s span) bool {
	bare := true   // nothing but spaces so far
	comma := false // after a comma only «of» goes on
	for i := w.pastEnding(s.hi); i < len(w.tokens); i++ {
		t := w.tokens[i]
		switch {
		case t.Class() == textdiff.Space:
			continue
		case t.Class() == textdiff.Number, w.isProvision(i), w.is(i-1, "(") && w.is(i+1, ")"):
			comma = false // Article 4(1), point (b); 5-ci maddəsi
		case t.Text == "(", t.Text == ")":
		case t.Text == ",":
			comma = true
		case t.Text == "[" && !bare:
			return true
		case t.Class() != textdiff.Word, hasBeginning(w.fold(i), selfWords), comma && !slices.Contains(genitives, w.fold(i)):
			return f.isAbroadBefore(w, s)
		case w.isWeak(i):
			comma = false
		case isCapital(t.Text) && !f.own[w.fold(i)]:
			return !bare || isUpperCase(t.Text) || t.Text[0] >= utf8.RuneSelf
		default:
			return f.isAbroadBefore(w, s)
		}
		bare = false
	}
	return f.isAbroadBefore(w, s)
}

// isAbroadBefore does the same for texts that name the document first: [URI],
// Section 6.
func (f *referenceFinder) isAbroadBefore(w *wording, s span) bool {
	b := w.unitBefore(s.lo)
	if b >= 0 && w.isProvision(b) {
		if b = w.before(b); w.is(b, ",") && w.is(w.before(b), "]") {
			return true
		}
		return false
	}
	return b >= 0 && w.tokens[b].Class() == textdiff.Word && !w.isWeak(b) && isCapital(w.tokens[b].Text) && !f.own[w.fold(b)]
}
