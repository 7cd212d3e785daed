package stream

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// When a paragraph goes with its mark, what follows keeps its own properties.
// LibreOffice lets it inherit those of a paragraph of which it does not see that
// it goes as a whole: one that holds text of two fates, or one that it takes for
// moved, since the same text stands on the other side. Such a paragraph is given,
// on the side that does not have it, the format of the one that inherits. In Word
// that changes nothing: there the properties go with the mark.
//
// It also does so where what is inserted stands before a paragraph in which the old
// text has no word.

// Inherited finds the paragraphs that could hand down their properties: those
// themselves and, behind one that is taken for moved, the ones that go with it. ps
// holds one paragraph at least; the last can hand down nothing.
func Inherited(ps []*Paragraph) map[*Paragraph]bool {
	out := make(map[*Paragraph]bool)
	t := findTwins(ps)
	last := ps[len(ps)-1]
	empty := false // the old text has no word in what follows
	for i, p := range slices.Backward(ps) {
		if p.New != nil && p.OneSided() {
			out[p] = empty && i < len(ps)-1
			continue
		}
		empty = !slices.ContainsFunc(p.Spans, func(s Span) bool { return s.Old != nil })
	}
	within := "" // the mark of the paragraphs that go with one taken for moved
	for _, p := range ps[:len(ps)-1] {
		if !p.OneSided() || p.MarkTag() != within {
			within = ""
		}
		if !p.OneSided() {
			continue
		}
		if t.has(p) {
			within = p.MarkTag()
		}
		out[p] = out[p] || within != "" || p.mixed() || !last.Shared() // not shared: one of the texts is empty
	}
	return out
}

// OneSided reports whether the paragraph is on one side only, with its mark.
func (p *Paragraph) OneSided() bool { return !p.Shared() && !p.Kept() }

// Kept reports whether some text of the paragraph is on both sides, or on
// another side than its mark.
func (p *Paragraph) Kept() bool {
	for _, s := range p.Spans {
		if s.Old != nil && s.New != nil || (s.Old != nil) != (p.Old != nil) {
			return true
		}
	}
	return false
}

// mixed reports whether the paragraph is on one side only and holds text that
// moved beside text that did not.
func (p *Paragraph) mixed() bool {
	for _, s := range p.Spans {
		if s.Tag() != p.MarkTag() {
			return true
		}
	}
	return false
}

// twins are texts that are deleted in one place and inserted in another without
// being called a move, long enough for LibreOffice to make a move of them.
type twins struct{ deleted, inserted map[string]bool }

// twinLength is the least length of such a text in characters, as LibreOffice has it;
// it holds a space, too.
const twinLength = 6

// findTwins gathers the texts of all deletions and of all insertions. Neighbours of
// one fate are one text: that is how a program sees them.
func findTwins(ps []*Paragraph) twins {
	t := twins{make(map[string]bool), make(map[string]bool)}
	for _, p := range ps {
		for i := 0; i < len(p.Spans); {
			tag, first := p.Spans[i].Tag(), i
			for i < len(p.Spans) && p.Spans[i].Tag() == tag {
				i++
			}
			switch tag {
			case "w:del":
				t.deleted[spanText(p.Spans[first:i])] = true
			case "w:ins":
				t.inserted[spanText(p.Spans[first:i])] = true
			}
		}
	}
	return t
}

// has reports whether the text of a paragraph of one side is also on the other.
func (t twins) has(p *Paragraph) bool {
	text := spanText(p.Spans)
	if utf8.RuneCountInString(text) < twinLength || !strings.Contains(text, " ") {
		return false
	}
	switch p.MarkTag() {
	case "w:del":
		return t.inserted[text]
	case "w:ins":
		return t.deleted[text]
	}
	return false
}

// spanText is the text of some spans, without the space around it.
func spanText(spans []Span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.Any().Text)
	}
	return strings.TrimSpace(b.String())
}
