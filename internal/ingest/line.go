package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/revision"
)

// line is one printed line of a text file that is not blank.
type line struct {
	no     int    // in the file, from 1
	text   string // white space at the ends cut, runs of it inside made one space
	indent int    // columns before the text; a tab goes to the next multiple of 4
	gap    int    // blank lines before it
	page   bool   // a page break (form feed) stands before it
	// The label that the line seems to open with, its Form FormUnknown when there
	// is none, and what follows it. Set by labelLines.
	label revision.Label
	rest  string
}

func (ln *line) labelled() bool { return ln.label.Form != revision.FormUnknown }

// splitLines cuts a text at everything that breaks a line.
func splitLines(text string) []line {
	var lines []line
	no, gap, page := 1, 0, false
	for len(text) > 0 {
		end, size, feed := nextBreak(text)
		raw := text[:end]
		text = text[end+size:]
		if t := squeeze(raw); t != "" {
			lines = append(lines, line{no: no, text: t, indent: indentOf(raw), gap: gap, page: page})
			gap, page = 0, false
		} else if !feed {
			gap++
		}
		if feed {
			page = true
		} else {
			no++
		}
	}
	return lines
}

// nextBreak finds the next line break: its offset, its length, and whether it
// is a page break, which does not count as a line of the file.
func nextBreak(s string) (end, size int, feed bool) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\n':
			return i, 1, false
		case '\r':
			if strings.HasPrefix(s[i:], "\r\n") {
				return i, 2, false
			}
			return i, 1, false
		case '\f':
			return i, 1, true
		case '\v':
			return i, 1, false
		case 0xc2: // U+0085, next line
			if strings.HasPrefix(s[i:], "\u0085") {
				return i, 2, false
			}
		case 0xe2: // U+2028, U+2029, line and paragraph separator
			if strings.HasPrefix(s[i:], "\u2028") || strings.HasPrefix(s[i:], "\u2029") {
				return i, 3, false
			}
		}
	}
	return len(s), 0, false
}

// squeeze cuts white space at both ends and makes one space of every run of it
// inside. A single no-break space stays what it is.
func squeeze(s string) string {
	s = strings.TrimSpace(s)
	if clean(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s))
	var space rune
	for _, r := range s {
		if unicode.IsSpace(r) {
			switch {
			case space != 0:
				space = ' '
			case r == '\u00a0' || r == '\u202f' || r == '\u2007':
				space = r
			default:
				space = ' '
			}
			continue
		}
		if space != 0 {
			b.WriteRune(space)
			space = 0
		}
		b.WriteRune(r)
	}
	return b.String()
}

// clean reports whether s holds no run of white space and no space but U+0020.
func clean(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == ' ' && i+1 < len(s) && s[i+1] == ' ', c < ' ', c == 0xc2, c == 0xe1, c == 0xe2, c == 0xe3:
			return false
		}
	}
	return true
}

func indentOf(s string) int {
	n := 0
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4 - n%4
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return n
}

// closers may follow the mark that ends a sentence.
const closers = "»”\"'’)]"

// lastMark is the last character of s that is not a closing quotation mark or
// bracket. «etc.)» ends in a full stop, «(attached)» in a letter.
func lastMark(s string) rune {
	s = strings.TrimRight(s, closers)
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// endsSentence reports whether s ends as a sentence does.
func endsSentence(s string) bool {
	switch lastMark(s) {
	case '.':
		return !abbreviations[s[strings.LastIndexByte(s, ' ')+1:]]
	case '!', '?', '…', '։', '。':
		return true
	}
	return false
}

// abbreviations stand before a number: a line that ends in one goes on.
var abbreviations = map[string]bool{
	"art.": true, "Art.": true, "no.": true, "No.": true, "Nr.": true, "nr.": true, "sec.": true, "para.": true, "paras.": true,
	"p.": true, "pp.": true, "cf.": true, "Abs.": true, "п.": true, "пп.": true, "ст.": true, "ч.": true, "гл.": true, "стр.": true, "см.": true, "m.": true, "b.": true,
}

// ends reports whether s ends with a mark after which a new provision can start.
func ends(s string) bool {
	switch lastMark(s) {
	case ';', ':', ',':
		return true
	}
	return endsSentence(s)
}

// startsSmall reports whether the first letter of s is a small one: such a line
// continues the one before it.
func startsSmall(s string) bool {
	for _, r := range s {
		if unicode.IsLetter(r) {
			return unicode.IsLower(r)
		}
		if unicode.IsDigit(r) {
			return false
		}
	}
	return false
}

// functionWords never end a heading: the line after them continues it.
var functionWords = map[string]bool{
	"of": true, "the": true, "and": true, "or": true, "for": true, "in": true, "to": true, "by": true, "on": true, "with": true,
	"a": true, "an": true, "at": true, "from": true, "as": true, "their": true, "its": true, "against": true, "between": true, "under": true,
	"və": true, "ilə": true, "üzrə": true, "ya": true, "haqqında": false, "üçün": false,
	"и": true, "в": true, "на": true, "по": true, "о": true, "об": true, "с": true, "к": true, "для": true, "от": true, "из": true, "или": true, "при": true, "за": true,
	"de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "et": true, "à": true, "au": true, "aux": true, "en": true, "par": true, "pour": true, "ou": true, "un": true, "une": true, "dans": true, "sur": true, "d": true, "l": true,
	"der": true, "die": true, "das": true, "und": true, "von": true, "zur": true, "zum": true, "im": true, "oder": true,
}

// hangs reports whether s ends in a word or mark that cannot end a title.
func hangs(s string) bool {
	if s == "" {
		return false
	}
	r, _ := utf8.DecodeLastRuneInString(s)
	if r == ',' || r == '-' || r == '–' || r == '—' || r == '(' || r == '«' {
		return true
	}
	i := strings.LastIndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if i >= 0 {
		_, n := utf8.DecodeRuneInString(s[i:])
		i += n
	}
	word := s[max(i, 0):]
	if _, n := utf8.DecodeRuneInString(word); n < len(word) {
		word = strings.ToLower(word) // but not «Annex A»
	}
	return functionWords[word]
}
