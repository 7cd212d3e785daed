package flow

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Script is how characters stand in their line. A file says it by a style, a PDF by
// size and height; each reader decides for itself.
type Script struct {
	Raised bool // smaller and higher: an exponent, a footnote's mark, an inserted number
	Struck bool // a line runs through them
}

// Prose gathers the characters of a paragraph as a reader of the page takes them:
// raised figures keep their height («Article 15¹» is not Article 151), words that
// are struck out stand apart. The zero value is empty.
type Prose struct {
	KeepStruck bool // struck-out words are text like any

	text   strings.Builder
	raised strings.Builder // raised characters that may go on
	struck strings.Builder // struck-out ones that may go on
	gone   []string        // struck-out words, run by run
}

// Write adds characters. It may be called for every run of a line. Raised and struck
// characters are held back until the run ends, because only a whole run tells what it
// is: «1» and «5» raised one after the other are ¹⁵.
func (p *Prose) Write(s string, script Script) {
	if s == "" {
		return
	}
	if script.Struck && !p.KeepStruck {
		p.lower()
		p.struck.WriteString(s)
		return
	}
	if p.struck.Len() > 0 {
		if blank(s) {
			p.struck.WriteString(s) // it may go on
			return
		}
		wanted := p.endStruck()
		switch r, _ := utf8.DecodeRuneInString(s); {
		case strings.ContainsRune(".,;:!?)]»”", r):
			p.trimSpace() // «the old, the new» without «old»
		case wanted && !unicode.IsSpace(r):
			p.text.WriteByte(' ')
		}
	}
	if script.Raised {
		p.raised.WriteString(s)
		return
	}
	p.lower()
	p.text.WriteString(s)
}

// lower ends a run of raised characters.
func (p *Prose) lower() {
	if p.raised.Len() == 0 {
		return
	}
	p.text.WriteString(Raise(p.raised.String(), p.text.Len() > 0))
	p.raised.Reset()
}

// endStruck ends a run of struck-out words. It reports whether a space is wanted
// where they stood: one of those around them is left, if the run had any and the text
// has none before it.
func (p *Prose) endStruck() bool {
	s := p.struck.String()
	p.struck.Reset()
	if w := strings.Join(strings.Fields(s), " "); w != "" {
		p.gone = append(p.gone, w)
	}
	r, n := utf8.DecodeLastRuneInString(p.text.String())
	return strings.TrimSpace(s) != s && n > 0 && !unicode.IsSpace(r)
}

// trimSpace takes the spaces off the end of the text.
func (p *Prose) trimSpace() {
	if s := p.text.String(); strings.HasSuffix(s, " ") {
		p.text.Reset()
		p.text.WriteString(strings.TrimRight(s, " "))
	}
}

// String is the text so far. It ends the runs that are held back, so that characters
// written afterwards begin a new one.
func (p *Prose) String() string {
	p.lower()
	p.endStruck()
	return p.text.String()
}

// Reset empties p, its choice aside.
func (p *Prose) Reset() { *p = Prose{KeepStruck: p.KeepStruck} }

// Struck lists the runs of words that are struck out and not in the text.
func (p *Prose) Struck() []string {
	p.endStruck()
	return slices.Clone(p.gone)
}

// blank reports whether s holds nothing but spaces; a line break is more.
func blank(s string) bool { return strings.Trim(s, " \t\u00a0") == "" }

// figures are the raised forms of digits and of the signs of «10⁻²»; other marks
// between raised figures stay as they are.
var figures = strings.NewReplacer("−", "⁻", "+", "⁺", "0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// Raise writes raised characters: figures with the marks of a number in their raised
// form, anything else as it is («the 1st», «[12]»). after says whether text stands
// before them, without which they are no more than small type. «15», raised after
// «Article», gives «¹⁵»; «st» after «1» stays.
func Raise(s string, after bool) string {
	digit := false
	for _, r := range s {
		switch {
		case r >= '0' && r <= '9':
			digit = true
		case !strings.ContainsRune(" .,;:)-–\u2011\u00a0−+", r):
			return s
		}
	}
	if !digit || !after {
		return s
	}
	return figures.Replace(s)
}
