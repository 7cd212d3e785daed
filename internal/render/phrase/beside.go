package phrase

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// beside says what differs in headers, footers and footnotes, which the counts of
// words leave out. Each header and footer is a sentence; footnotes are one together,
// with their places.
func (p Phrases) beside(all []compare.Beside) string {
	var out, at []string
	for _, b := range all {
		if b.Kind == revision.NoteFootnote {
			at = append(at, p.footnote(b))
			continue
		}
		out = append(out, p.margin(b))
	}
	if len(at) > 0 {
		out = append(out, p.Say("{0} changed: {1}.", p.Count(len(at), "footnote"), strings.Join(at, "; ")))
	}
	return strings.Join(append(out, p.Say("The counts of changes do not include this.")), " ")
}

// footnote says where a footnote stands, and what it says now and said before.
func (p Phrases) footnote(b compare.Beside) string {
	where := p.Cite(b.At)
	switch {
	case b.Old == "":
		return p.Say("{0}: new, «{1}»", where, excerpt(b.New))
	case b.New == "":
		return p.Say("{0}: removed, «{1}»", where, excerpt(b.Old))
	}
	old, now := around(b.Old, b.New)
	return p.Say("{0}: «{1}» → «{2}»", where, old, now)
}

// margin says of a header or footer that it is new, gone or what it became.
func (p Phrases) margin(b compare.Beside) string {
	header := b.Kind == revision.NoteHeader
	old, now := around(b.Old, b.New)
	switch {
	case header && b.Old == "":
		return p.Say("The header is new: «{0}».", excerpt(b.New))
	case header && b.New == "":
		return p.Say("The header is gone: «{0}».", excerpt(b.Old))
	case header:
		return p.Say("The header changed: «{0}» → «{1}».", old, now)
	case b.Old == "":
		return p.Say("The footer is new: «{0}».", excerpt(b.New))
	case b.New == "":
		return p.Say("The footer is gone: «{0}».", excerpt(b.Old))
	}
	return p.Say("The footer changed: «{0}» → «{1}».", old, now)
}

// longestExcerpt is how much of a text beside the text is shown, in characters. About
// a line.
const longestExcerpt = 80

// excerpt is the beginning of a text.
func excerpt(s string) string {
	if r := []rune(s); len(r) > longestExcerpt {
		return strings.TrimSpace(string(r[:longestExcerpt])) + " …"
	}
	return s
}

// around shows two texts from a few words before they begin to differ. Words in
// common before the last three are left out on both sides, so that the difference is
// within what is shown:
//
//	«Draft of the Ministry, first reading», «Draft of the Ministry, second reading»
//	→   «… of the Ministry, first reading», «… of the Ministry, second reading»
func around(a, b string) (string, string) {
	const before = 3 // words
	x, y := strings.Fields(a), strings.Fields(b)
	same := 0
	for same < len(x) && same < len(y) && x[same] == y[same] {
		same++
	}
	from := max(same-before, 0)
	cut := func(words []string) string {
		s := excerpt(strings.Join(words[from:], " "))
		if from > 0 {
			s = "… " + s
		}
		return s
	}
	return cut(x), cut(y)
}
