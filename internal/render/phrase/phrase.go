package phrase

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/render/message"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// Phrases says what a report holds in one language. The zero value is of no use: see
// [In]. Phrases are small and are passed as they are; For, Naming and Of return
// others and leave theirs alone.
type Phrases struct {
	*message.Printer
	units units // see [Phrases.Naming]
}

// English is what JSON says: a wire form has one language. A reader of JSON in
// another language puts the codes beside the words into his own.
func English() Phrases { return In("en") }

// In gives the phrases of a language (BCP 47): one of message.Languages; ""
// is English.
func In(language string) Phrases { return Phrases{Printer: message.In(language)} }

// Cite writes the address of a provision for a reader: "4.1.1/p6/i2" is "4.1.1,
// paragraph 6, item 2", and "12/p2" is "article 12, paragraph 2" where the clause's
// label says that it is one. Steps that are no paragraph or item are part of the
// clause's address; an address of an annex's clause stays as it is but for its end.
func (p Phrases) Cite(address string) string {
	steps := strings.Split(address, "/")
	clause := len(steps)
	for clause > 1 && p.citeStep(steps[clause-1]) != "" {
		clause--
	}
	out := p.unitNamed(strings.Join(steps[:clause], "/"))
	for _, step := range steps[clause:] {
		out += ", " + p.citeStep(step)
	}
	return out
}

// citeStep is a step below a clause in words, "" for a step that is a clause. A step
// is one only with digits alone behind its letter: "p2" is, "part-2" is not.
func (p Phrases) citeStep(step string) string {
	if len(step) < 2 || strings.Trim(step[1:], "0123456789") != "" {
		return ""
	}
	switch step[0] {
	case 'p':
		return p.Say("paragraph {0}", step[1:])
	case 'i':
		return p.Say("item {0}", step[1:])
	}
	return ""
}

// CiteList writes several addresses, parted by semicolons: they may hold commas.
func (p Phrases) CiteList(addresses []string) string { return strings.Join(p.cited(addresses), "; ") }

// CiteAll writes the addresses of clauses, parted by commas.
func (p Phrases) CiteAll(addresses []string) string { return strings.Join(p.cited(addresses), ", ") }

func (p Phrases) cited(addresses []string) []string {
	cited := make([]string, len(addresses))
	for i, a := range addresses {
		cited[i] = p.Cite(a)
	}
	return cited
}

// QuoteList quotes words, parted by commas.
func QuoteList(words []string) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = "«" + w + "»"
	}
	return strings.Join(quoted, ", ")
}

// Date writes an ISO date for a reader. What is not one stays as it is.
func (p Phrases) Date(iso string) string { return plain.Visible(p.Printer.Date(iso)) }

// small writes small counts as words, in a language in which they have one form.
// English counts from none to six so; other languages would have to agree them with a
// noun.
func (p Phrases) small(n int) string {
	words := []string{"none", "one", "two", "three", "four", "five", "six"}
	if p.Language() == "en" && n < len(words) {
		return words[n]
	}
	return p.Number(n)
}

// Label is the short form in which a clause is cited: the address of a numbered
// clause, the name of one without a number, what is printed before a title or
// chapter. Clauses that are no provisions to a reader are named by what they are:
// title page, opening lines, the whole text.
func (p Phrases) Label(c *report.Clause) string {
	switch {
	case c.Whole:
		return p.Say("the whole text")
	case c.Front && c.Part.Address == revision.PrefaceEID:
		return p.Say("title page")
	case c.Front:
		return p.Say("{0} (opening lines)", c.Part.Address)
	case c.Num == "" && c.Heading != "":
		return c.Heading
	case c.Group:
		return strings.TrimRight(c.Num, ". ")
	}
	return c.Address
}

// Labels lists clauses by their labels, without the colon that stands before a title.
func (p Phrases) Labels(cs []*report.Clause) string {
	names := make([]string, len(cs))
	for i, c := range cs {
		names[i] = strings.TrimRight(p.Label(c), ":")
	}
	return strings.Join(names, ", ")
}

// Opening is a clause's heading or, without one, its first words. A text is cut after
// 70 characters, between words; a heading is never cut.
func Opening(v *revision.Provision) string {
	text := v.Heading
	if text == "" {
		text = v.Text
	}
	for _, c := range v.Children {
		if text == "" && !c.IsClause() {
			text = c.Text
		}
	}
	const most = 70 // characters
	if runes := []rune(text); v.Heading == "" && len(runes) > most {
		text = string(runes[:most])
		if i := strings.LastIndexByte(text, ' '); i > 0 {
			text = text[:i] // no half words
		}
		text = strings.TrimRight(text, " ,;:") + " …"
	}
	return text
}

// Sentence gives a phrase a capital and a full stop. "" stays "".
func (p Phrases) Sentence(s string) string {
	if s == "" {
		return ""
	}
	return Closed(p.Capital(s))
}

// Closed gives a sentence its full stop, unless it ends in one: «17 октября 2025 г.»
// An ellipsis, a question or an exclamation ends a sentence too.
func Closed(s string) string {
	if last, _ := utf8.DecodeLastRuneInString(s); strings.ContainsRune(".!?…", last) {
		return s
	}
	return s + "."
}
