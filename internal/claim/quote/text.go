package quote

import (
	"fmt"
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/words"
)

// Text is a publication, cut into paragraphs.
type Text struct{ paragraphs []paragraph }

// paragraph is one paragraph in the form in which quotations are looked for, and
// for each of its characters the place it has as printed, from 0.
type paragraph struct {
	printed string
	plain   []rune
	at      []int
}

// NewText takes in the paragraphs of a publication, in order, each as printed.
func NewText(paragraphs []string) *Text {
	t := &Text{}
	for _, p := range paragraphs {
		plain, at := plainOf(p)
		t.paragraphs = append(t.paragraphs, paragraph{p, plain, at})
	}
	return t
}

// plainOf writes a text with one space for each run of white space and one kind
// of quotation mark and apostrophe.
func plainOf(s string) (plain []rune, at []int) {
	i := 0
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			r = ' '
		case strings.ContainsRune("«»“”„‟＂", r):
			r = '"'
		case strings.ContainsRune("‘’‚‛‹›`´ʼ", r):
			r = '\''
		}
		if r != ' ' || len(plain) > 0 && plain[len(plain)-1] != ' ' {
			plain, at = append(plain, r), append(at, i)
		}
		i++
	}
	return plain, at
}

// NotFoundError says which part of a quotation does not stand in the text, where
// it would have to.
type NotFoundError struct {
	Part    string
	Apart   bool   // it stands in the text, but not where the quotation may go on
	Nearest string // the sentence of the text that is most like it, "" when none is
}

func (e *NotFoundError) Error() string {
	if e.Apart {
		return fmt.Sprintf("“%s” stands further on than the next paragraph: a quotation that is joined says so (joined: true)", e.Part)
	}
	if e.Nearest == "" {
		return fmt.Sprintf("“%s” does not stand there", e.Part)
	}
	return fmt.Sprintf("“%s” does not stand there; the nearest sentence is “%s”", e.Part, e.Nearest)
}

// Parts are the parts of a quotation, between which words are left out.
func Parts(quotation string) []string {
	var out []string
	for part := range strings.SplitSeq(strings.ReplaceAll(quotation, "[...]", "[…]"), "[…]") {
		if part = strings.TrimSpace(part); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// Find says where the parts of a quotation stand, in order. Of several places the
// first is taken from which the rest is found. The error is a [*NotFoundError].
func (t *Text) Find(quotation string, joined bool) ([]Pin, error) {
	parts := Parts(quotation)
	var furthest *NotFoundError
	known := 0
	for _, first := range t.places(parts[0], Pin{}, len(t.paragraphs)) {
		pins, fault := t.follow(parts, first, joined)
		if fault == nil {
			return pins, nil
		}
		if furthest == nil || len(pins) > known {
			furthest, known = fault, len(pins)
		}
	}
	if furthest == nil {
		furthest = t.missing(parts[0], joined)
	}
	return nil, furthest
}

// follow finds the parts after the first. Where one is not found it gives those
// that are.
func (t *Text) follow(parts []string, first Pin, joined bool) ([]Pin, *NotFoundError) {
	pins := []Pin{first}
	for _, part := range parts[1:] {
		last := pins[len(pins)-1]
		reach := last.Paragraph + 1
		if joined {
			reach = len(t.paragraphs)
		}
		next := t.places(part, last, reach)
		if len(next) == 0 {
			return pins, t.missing(part, joined)
		}
		pins = append(pins, next[0])
	}
	return pins, nil
}

// missing says that a part was not found.
func (t *Text) missing(part string, joined bool) *NotFoundError {
	e := &NotFoundError{Part: part}
	if e.Apart = !joined && len(t.places(part, Pin{}, len(t.paragraphs))) > 0; !e.Apart {
		e.Nearest = t.nearest(part)
	}
	return e
}

// places lists where a part stands behind another, up to a paragraph.
func (t *Text) places(part string, behind Pin, reach int) []Pin {
	plain, _ := plainOf(part)
	var out []Pin
	for n := max(behind.Paragraph, 1); n <= min(reach, len(t.paragraphs)); n++ {
		p := &t.paragraphs[n-1]
		for i := 0; i+len(plain) <= len(p.plain); i++ {
			if n == behind.Paragraph && p.at[i] < behind.Last || !slices.Equal(p.plain[i:i+len(plain)], plain) || !p.isWhole(i, i+len(plain)) {
				continue
			}
			out = append(out, Pin{n, p.at[i] + 1, p.at[i+len(plain)-1] + 1})
		}
	}
	return out
}

// isWhole reports whether characters i to j cut through no word.
func (p *paragraph) isWhole(i, j int) bool {
	cuts := func(k int) bool {
		return k > 0 && k < len(p.plain) && isWord(p.plain[k-1]) && isWord(p.plain[k])
	}
	return !cuts(i) && !cuts(j)
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// At is what stands at a pin as printed, "" when nothing does.
func (t *Text) At(p Pin) string {
	if p.Paragraph < 1 || p.Paragraph > len(t.paragraphs) {
		return ""
	}
	printed := []rune(t.paragraphs[p.Paragraph-1].printed)
	if p.First < 1 || p.Last < p.First || p.Last > len(printed) {
		return ""
	}
	return string(printed[p.First-1 : p.Last])
}

// Names reports whether a name stands somewhere in the text, to the letter, as whole
// words; small letters and capitals count as one.
func (t *Text) Names(name string) bool {
	plain, _ := plainOf(strings.TrimSpace(name))
	for n := range t.paragraphs {
		p := &t.paragraphs[n]
		for i := 0; i+len(plain) <= len(p.plain); i++ {
			if strings.EqualFold(string(p.plain[i:i+len(plain)]), string(plain)) && p.isWhole(i, i+len(plain)) {
				return true
			}
		}
	}
	return false
}

// leastLike is the likeness (see [words.InOrder]) from which a sentence is worth
// showing as the one that may be meant.
const leastLike = 0.4

// nearest is the sentence of the text most like a part of a quotation.
func (t *Text) nearest(part string) string {
	want := words.Scan(part)
	cutter := words.NewCutter("")
	best, most := "", leastLike
	for i := range t.paragraphs {
		printed := t.paragraphs[i].printed
		for _, s := range cutter.Sentences(nil, printed) {
			if like := words.InOrder(want, words.Scan(printed[s.Start:s.End])); like > most {
				best, most = printed[s.Start:s.End], like
			}
		}
	}
	return best
}
