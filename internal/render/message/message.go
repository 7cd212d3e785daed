// Package message holds the headings and fixed phrases of every format in
// English, Azerbaijani and Russian, and how each language writes numbers,
// counts, ordinals and dates.
//
// A phrase is named by its English wording, so that the code that uses it can
// be read:
//
//	p.Say("{0 clause} then, {1} now", 38, 42)
//
// The catalogue of another language (az.txt, ru.txt) says how it is put there. A
// test reads the code and fails when it says what a catalogue does not know.
//
// In a phrase {0} stands for the first argument: text as it is, a number with
// its thousands parted. {0 clause} is a number with its noun in the form that
// the number asks for, {0 =clause} the noun alone; the forms stand in the
// catalogue under "[nouns]". {0th} is an ordinal; a list is joined, "4.1, 4.2 and
// 4.3". In a language with cases {0:gen} puts the names of places in a text,
// "статья 12", into one: "статьи 12"; the cases stand under "[cases]". A phrase that
// English uses for two things is told apart by a word in brackets at its end, which is
// not shown: "new [clause]".
package message

import (
	"embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Languages are the tags (BCP 47) of the languages there are phrases in, the
// default first.
var Languages = []string{"en", "az", "ru"}

//go:embed *.txt
var files embed.FS

// Printer says phrases in one language. It does not change, so that it can be used
// from several places at once. A Printer is got from [In] and made once for each
// language.
type Printer struct {
	grammar
	phrases map[string]string   // by their English wording; none for English
	codes   map[string]string   // what the codes of other packages say in English
	nouns   map[string][]string // the forms of each noun
	cases   inflection
	unit    string // see [Printer.Named]
}

// In returns the printer of a language; "" and a language without a catalogue
// are English.
func In(language string) *Printer {
	for i, l := range Languages {
		if l == language {
			return printers[i]()
		}
	}
	return printers[0]()
}

// printers make each language's printer when it is first asked for: reading a
// catalogue takes time that a command in English need not spend.
var printers = func() []func() *Printer {
	out := make([]func() *Printer, len(Languages))
	for i, l := range Languages {
		out[i] = sync.OnceValue(func() *Printer { return load(l) })
	}
	return out
}()

// load makes a printer. The files are part of the binary: a mistake in one is ours
// and a test finds it.
func load(language string) *Printer {
	c := readCatalogue(language)
	return &Printer{grammar: grammars[language], phrases: c.phrases, codes: english().codes, nouns: c.nouns, cases: newInflection(c.cases)}
}

// english is the catalogue that says what codes mean.
var english = sync.OnceValue(func() catalogue { return readCatalogue(Languages[0]) })

// readCatalogue reads a language's file, and panics at a mistake in it.
func readCatalogue(language string) catalogue {
	data, err := files.ReadFile(language + ".txt")
	if err != nil {
		panic(err)
	}
	c, err := parse(string(data))
	if err != nil {
		panic(language + ".txt: " + err.Error())
	}
	return c
}

// Language is the printer's language tag.
func (p *Printer) Language() string { return p.tag }

// Word puts a phrase of ours that another package made in English and without
// arguments: a kind, a status, a verdict. What the catalogue does not know stays as
// it is. Only phrases whose English wording is known at run time need it; in code,
// Say is what the test of the catalogues sees.
func (p *Printer) Word(english string) string {
	if text, ok := p.phrases[english]; ok {
		return text
	}
	return english
}

// Put puts what another package found out and names by a code, with its
// arguments. A code that the catalogue does not know is shown as it is: a file
// from elsewhere may hold one.
func (p *Printer) Put(code string, args ...any) string {
	phrase, ok := p.codes[code]
	if !ok {
		return code
	}
	return p.say(phrase, args)
}

// Foreign puts a phrase of another package, made in English, with its arguments.
func (p *Printer) Foreign(english string, args ...any) string { return p.say(english, args) }

// Say puts a phrase in the printer's language. What is missing there is said in
// English. phrase must stand in the code as a literal, where a test finds it. At most
// ten arguments have places, {0} to {9}; a place without its argument is shown as it
// is, and an argument without a place is not shown.
func (p *Printer) Say(phrase string, args ...any) string { return p.say(phrase, args) }

// say looks a phrase up and fills it. English has no catalogue of phrases: they say
// themselves, but for the word in brackets.
func (p *Printer) say(phrase string, args []any) string {
	text, ok := p.phrases[phrase]
	if !ok {
		text = shown(phrase)
	}
	if strings.IndexByte(text, '{') < 0 {
		return text
	}
	return p.fill(text, args)
}

// shown is a phrase without the word in brackets that tells it apart.
func shown(phrase string) string {
	if end := strings.LastIndex(phrase, " ["); end >= 0 && strings.HasSuffix(phrase, "]") {
		return phrase[:end]
	}
	return phrase
}

// fill puts the arguments in their places.
func (p *Printer) fill(text string, args []any) string {
	var b strings.Builder
	for {
		before, rest, found := strings.Cut(text, "{")
		b.WriteString(before)
		if !found {
			return b.String()
		}
		place, after, closed := strings.Cut(rest, "}")
		i, how, ok := parsePlace(place)
		if !closed || !ok || i >= len(args) {
			b.WriteByte('{') // no place: as it stands
			text = rest
			continue
		}
		b.WriteString(p.argument(args[i], how))
		text = after
	}
}

// parsePlace reads what stands in braces: "0", "0 clause", "0 =clause", "0th". The
// place is one digit; what follows says how, and is not read here.
func parsePlace(place string) (arg int, how string, ok bool) {
	if place == "" || place[0] < '0' || place[0] > '9' {
		return 0, "", false
	}
	return int(place[0] - '0'), place[1:], true
}

// argument puts one argument as its place says. A text that ends in digits can be
// counted too: "12-1" has the ordinal of its last number, and a text of digits alone
// is a number. Anything else is put as it is.
func (p *Printer) argument(arg any, how string) string {
	n, isNumber := arg.(int)
	if list, ok := arg.([]string); ok {
		arg = p.List(list)
	}
	if !isNumber {
		s := fmt.Sprint(arg)
		if inflected, ok := strings.CutPrefix(how, ":"); ok {
			return p.cases.put(s, inflected)
		}
		digits := len(s) - len(strings.TrimRight(s, "0123456789"))
		read, err := strconv.Atoi(s[len(s)-digits:])
		switch {
		case err != nil || how == "":
			return s
		case how == "th":
			return s + p.ordinal(read) // 12-1-ci: by the numeral that is said last
		case digits < len(s):
			return s
		}
		n = read // a number as it is printed in a text
	}
	switch {
	case how == "th":
		return p.Ordinal(n)
	case strings.HasPrefix(how, " ="):
		return p.form(n, how[2:])
	case how != "":
		return p.Count(n, how[1:])
	}
	return p.Number(n)
}

// Number writes a number with its thousands parted.
func (p *Printer) Number(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + p.thousands + digits[i:]
	}
	return digits
}

// Decimal writes a number with two places behind the mark that the language uses.
func (p *Printer) Decimal(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'f', 2, 64), ".", p.decimal, 1)
}

// Count is a number with its noun: "1 clause", "2 clauses". The noun is named in
// English and in the singular; one that the catalogue does not know stays so.
func (p *Printer) Count(n int, noun string) string {
	return p.Number(n) + " " + p.form(n, noun)
}

// Named returns a printer that counts clauses by the name that is printed on them:
// "article", "part" or "point"; "" for clauses whose labels bear no name. The
// catalogue has the forms of such a noun under the noun and the name, "clause
// article: article|articles".
func (p *Printer) Named(unit string) *Printer {
	named := *p
	named.unit = unit
	return &named
}

// form is the form of a noun that a number asks for. A language with fewer forms than
// the number asks for uses its last.
func (p *Printer) form(n int, noun string) string {
	forms := p.nouns[noun]
	if named := p.nouns[noun+" "+p.unit]; p.unit != "" && len(named) > 0 {
		forms = named
	}
	if len(forms) == 0 {
		return noun
	}
	return forms[min(p.plural(n), len(forms)-1)]
}
