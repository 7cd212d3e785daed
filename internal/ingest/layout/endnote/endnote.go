// Package endnote takes the marks of endnotes out of a text that bears them as
// characters, and puts the endnotes beside the paragraphs that they belong to.
//
// Registers of law set such a mark after every word that an amendment touched,
// and list at the end what each one did:
//
//	12.1. The ferry leaves at dawn.[12]
//	…
//	[12] By Act No. 5 of 1 May 2020 the word «noon» in 12.1 was replaced by «dawn».
//
// The marks are numbered anew in every consolidation, so that they must not take
// part in a comparison. The list itself stays where it stands: it is for the
// outline to make a component of it.
package endnote

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/revision"
)

// Paragraph is a paragraph, or in a plain text a line. Take changes both fields.
type Paragraph struct {
	Text  string
	Notes []revision.Note // of the marks that were taken out
}

// The forms of marks: of an endnote; of a decision of the Constitutional Court of
// Azerbaijan, which stands glued to a word; and either at the start of the entry that
// it leads to. changed are the words by which an entry says what an act did.
var (
	numbered = lazy.Regexp(`\[(\d{1,4})\]`)
	court    = lazy.Regexp(`KMQ?\d{1,2}`)
	opening  = lazy.Regexp(`^\s*(?:\[(\d{1,4})\]|(KMQ?\d{1,2})\b)\s*`)
	changed  = lazy.Regexp(`m[iıuü]şd[iıuü]r|ed[iı]lib|olunub|утратил|изложен|дополнен|исключен|заменен|\b(amended|replaced|repealed|inserted|substituted|deleted|struck)\b`)
)

// list is the endnotes at the end of a text.
type list struct {
	start    int               // its first paragraph, the number of all where there is none
	entries  map[string]string // texts by mark
	register bool              // they say what amending acts changed
	counted  bool              // there are none, but the marks count through the text
	letters  bool              // the text is in a language whose registers mark what they changed
}

// Take takes the marks out of paragraphs, which it changes. It leaves brackets
// that are part of a sentence («as laid down in [12]»): a mark stands right after
// a word or a sentence, and leads to an endnote or to the register's own.
func Take(paragraphs []Paragraph) {
	if !slices.ContainsFunc(paragraphs, func(p Paragraph) bool { return mayHold(p.Text) }) {
		return
	}
	l := findList(paragraphs)
	if len(l.entries) == 0 {
		if l.counted = counted(paragraphs); !l.counted && !marked(paragraphs) {
			return
		}
	}
	l.letters = hasRegister(paragraphs)
	for i := range paragraphs[:l.start] {
		if p := &paragraphs[i]; mayHold(p.Text) {
			l.take(p)
		}
	}
}

// mayHold tells quickly that a paragraph has no mark: the expressions are costly, and
// most paragraphs have none.
func mayHold(s string) bool { return strings.IndexByte(s, '[') >= 0 || strings.Contains(s, "KM") }

// findList finds the endnotes: paragraphs that open with marks, from the last that
// opens with the first on; those of a court's decisions may stand before them, or
// alone. An entry of a court stands at most twelve paragraphs before the next. Of two
// entries with one mark the first counts. The list is a register's where more than
// half of the entries name a change.
func findList(paragraphs []Paragraph) list {
	const farthest = 12 // paragraphs, of an entry before a court's next one
	l := list{start: len(paragraphs), entries: map[string]string{}}
	for i := len(paragraphs) - 1; i >= 0; i-- {
		if m := opens(paragraphs[i].Text); m != nil && m[1] == "1" && i > 0 {
			l.start = i
			break
		}
	}
	for i := l.start - 1; i > 0 && l.start-i <= farthest; i-- {
		if m := opening().FindStringSubmatch(paragraphs[i].Text); m != nil && m[2] != "" {
			l.start = i
		}
	}
	changes := 0
	for i := l.start; i < len(paragraphs); i++ {
		m := opens(paragraphs[i].Text)
		if m == nil {
			continue
		}
		mark := m[1] + m[2]
		if text := entry(paragraphs, i, len(m[0])); text != "" && l.entries[mark] == "" {
			l.entries[mark] = text
			if changed().MatchString(strings.ToLowerSpecial(unicode.AzeriCase, text)) {
				changes++
			}
		}
	}
	l.register = changes*2 > len(l.entries)
	return l
}

// opens finds the mark that a paragraph opens with, as [opening] does.
func opens(s string) []string {
	if at := strings.TrimLeft(s, " \t\r\n\f"); at == "" || at[0] != '[' && at[0] != 'K' {
		return nil
	}
	return opening().FindStringSubmatch(s)
}

// entry is the text of the endnote that paragraph i opens, its mark of n bytes left
// out. In a plain text it goes on over the lines of its first sentence, at most
// twelve, and never into the next entry.
func entry(paragraphs []Paragraph, i, n int) string {
	const most = 12 // lines
	text := strings.TrimSpace(paragraphs[i].Text[n:])
	for k := i + 1; k < len(paragraphs) && k < i+most; k++ {
		if last, _ := utf8.DecodeLastRuneInString(text); strings.ContainsRune(".:;»”!?", last) && text != "" || opens(paragraphs[k].Text) != nil {
			break
		}
		text = strings.TrimSpace(text + " " + strings.TrimSpace(paragraphs[k].Text))
	}
	return strings.Join(strings.Fields(text), " ")
}

// marked reports whether a text without a list bears the marks of a register: at
// least three, counting 1, 2, 3 from the first, or one of a court's, in a language
// whose registers set them.
func marked(paragraphs []Paragraph) bool {
	const least = 3
	last, count, ruled := 0, 0, false
	for i := range paragraphs {
		s := paragraphs[i].Text
		if !mayHold(s) {
			continue
		}
		for _, m := range numbered().FindAllStringSubmatchIndex(s, -1) {
			n := number(s[m[2]:m[3]])
			if n == last+1 && m[0] > 0 && after(s[:m[0]]) != apart {
				last = n
				count++
			}
		}
		for _, m := range court().FindAllStringIndex(s, -1) {
			ruled = ruled || glued(s[:m[0]])
		}
	}
	return (count >= least || ruled) && hasRegister(paragraphs)
}

// hasRegister reports whether a text is in a language whose registers set marks.
func hasRegister(paragraphs []Paragraph) bool {
	return slices.ContainsFunc(paragraphs, func(p Paragraph) bool { return strings.ContainsFunc(p.Text, registerLetter) })
}

// counted reports whether numbers in brackets count through a text without a list:
// many of them, hardly one out of order. Then they are marks wherever they stand,
// also set apart inside a sentence, as converters leave them. Eight at least, nine in
// ten of them in order; between two may be a gap of eleven, since words that were
// struck out took their marks along.
func counted(paragraphs []Paragraph) bool {
	const least, gap = 8, 12 // words that were struck out may have borne some
	last, rising, all := 0, 0, 0
	for i := range paragraphs {
		s := paragraphs[i].Text
		if !mayHold(s) {
			continue
		}
		for _, m := range numbered().FindAllStringSubmatch(s, -1) {
			n := number(m[1])
			if all++; n > last && n <= last+gap {
				rising++
				last = n
			}
		}
	}
	return rising >= least && rising*10 >= all*9 && hasRegister(paragraphs)
}

// registerLetter reports whether a letter is one of those that only the languages
// have whose registers mark what they changed.
func registerLetter(r rune) bool { return r == 'ə' || r == 'Ə' || unicode.Is(unicode.Cyrillic, r) }

// number is the value of a string of at most four digits.
func number(digits string) int {
	n := 0
	for _, r := range digits {
		n = n*10 + int(r-'0')
	}
	return n
}

// How a mark stands to what is before it.
const (
	apart    = iota // after a space, inside a sentence
	sentence        // after a space that follows a sentence's end
	attached
)

// after tells how a mark stands to the text before it.
func after(before string) int {
	trimmed := strings.TrimRight(before, " \u00a0")
	switch last, _ := utf8.DecodeLastRuneInString(trimmed); {
	case trimmed == "":
		return apart
	case trimmed == before:
		return attached
	case strings.ContainsRune(".;:!?)»”\"]", last):
		return sentence
	}
	return apart
}

// glued reports whether letters stand right before a mark, or a figure or stop. A
// capital before it makes it part of a word: «KM1» in «EKM1» is none.
func glued(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.IsLower(last) || unicode.IsDigit(last) || strings.ContainsRune(".,;:)»”\"]", last) && before != ""
}

// take takes the marks out of one paragraph. The space before a mark goes with it; a
// space is put in where two words would otherwise meet, and a word that a hyphen
// breaks is not parted. White space around what is left is cut.
func (l *list) take(p *Paragraph) {
	s, end := p.Text, 0
	var rest strings.Builder
	cut := func(from, to int, mark string) {
		printed := s[from:to]
		rest.WriteString(strings.TrimRight(s[end:from], " \u00a0"))
		if goesOn := strings.TrimLeft(s[to:], " \u00a0"); layout.BreaksWord(rest.String(), goesOn) {
			to = len(s) - len(goesOn)
		} else if next, _ := utf8.DecodeRuneInString(s[to:]); to < len(s) && rest.Len() > 0 && s[from-1] == ' ' && !unicode.IsSpace(next) && !strings.ContainsRune(".,;:!?)]»”[", next) {
			rest.WriteByte(' ')
		}
		end = to
		p.Notes = append(p.Notes, l.note(mark, printed))
	}
	for _, m := range marksIn(s) {
		mark := strings.Trim(s[m[0]:m[1]], "[]")
		if s[m[0]] == '[' && l.leads(mark, after(s[:m[0]]), strings.TrimSpace(s) == s[m[0]:m[1]]) ||
			s[m[0]] == 'K' && (l.entries[mark] != "" || glued(s[:m[0]]) && l.letters) {
			cut(m[0], m[1], mark)
		}
	}
	if end > 0 {
		rest.WriteString(s[end:])
		p.Text = strings.TrimSpace(rest.String())
	}
}

// marksIn lists what may be marks in a text, in its order.
func marksIn(s string) [][]int {
	out := append(numbered().FindAllStringIndex(s, -1), court().FindAllStringIndex(s, -1)...)
	slices.SortFunc(out, func(a, b []int) int { return a[0] - b[0] })
	return out
}

// leads reports whether a number in brackets is a mark, from how it stands to
// what is before it; alone says that nothing else stands in its paragraph.
func (l *list) leads(mark string, place int, alone bool) bool {
	known := l.entries[mark] != ""
	switch {
	case len(l.entries) == 0: // the register's list was left out
		return place != apart || alone || l.counted
	case l.register:
		return known || place != apart
	}
	return known && place == attached
}

// note is the endnote of a mark. One that the text does not hold is named by its mark
// as printed, so that the place is not lost. It is editorial, unless the list is one
// of ordinary notes.
func (l *list) note(mark, printed string) revision.Note {
	n := revision.Note{Kind: revision.NoteEditorial, Mark: mark, Text: l.entries[mark]}
	if n.Text == "" {
		n.Text = printed
	} else if !l.register {
		n.Kind = revision.NoteFootnote
	}
	return n
}
