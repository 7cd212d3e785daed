package docx

import (
	"strings"
	"unicode/utf8"
)

// When a paragraph goes with its mark, what follows keeps its own properties.
// LibreOffice lets it inherit those of a paragraph of which it does not see that
// it goes as a whole: one that holds text of two fates, or one that it takes for
// moved, since the same text stands on the other side. Such a paragraph is given,
// on the side that does not have it, the look of the one that inherits. In Word
// that changes nothing: there the properties go with the mark.

// risky finds the paragraphs that could hand down their properties: those
// themselves and, behind one that is taken for moved, the ones that go with it.
func risky(ps []*paragraph) map[*paragraph]bool {
	out := make(map[*paragraph]bool)
	t := findTwins(ps)
	last := ps[len(ps)-1]
	within := "" // the mark of the paragraphs that go with one taken for moved
	for _, p := range ps[:len(ps)-1] {
		if !p.oneSided() || markTag(p) != within {
			within = ""
		}
		if !p.oneSided() {
			continue
		}
		if t.has(p) {
			within = markTag(p)
		}
		out[p] = within != "" || p.mixed() || !last.shared() // not shared: one of the texts is empty
	}
	return out
}

// oneSided reports whether the paragraph is on one side only, with its mark.
func (p *paragraph) oneSided() bool { return !p.shared() && !p.kept() }

// kept reports whether some text of the paragraph is on both sides, or on
// another side than its mark.
func (p *paragraph) kept() bool {
	for _, s := range p.spans {
		if s.old != nil && s.new != nil || (s.old != nil) != (p.old != nil) {
			return true
		}
	}
	return false
}

// mixed reports whether the paragraph is on one side only and holds text that
// moved beside text that did not.
func (p *paragraph) mixed() bool {
	for _, s := range p.spans {
		if s.tag() != markTag(p) {
			return true
		}
	}
	return false
}

// next gives a paragraph, on the side that does not have it, the look of the
// paragraph that follows there.
func (b *body) next(i int, was, is look) (look, look) {
	gone := b.paragraphs[i].old != nil
	for j, p := range b.paragraphs[i+1:] {
		old, now := p.looks(i+1+j == len(b.paragraphs)-1)
		oldLine, newLine := p.lines()
		if gone && newLine != nil {
			return was, now
		}
		if !gone && oldLine != nil {
			return old, is
		}
	}
	if gone {
		return was, look{style: "BodyText"}
	}
	return look{style: "BodyText"}, is
}

// twins are texts that are deleted in one place and inserted in another without
// being called a move, long enough for LibreOffice to make a move of them.
type twins struct{ deleted, inserted map[string]bool }

// twinLength is the least length of such a text in characters; it holds a space,
// too.
const twinLength = 6

func findTwins(ps []*paragraph) twins {
	t := twins{make(map[string]bool), make(map[string]bool)}
	for _, p := range ps {
		for i := 0; i < len(p.spans); {
			tag, first := p.spans[i].tag(), i
			for i < len(p.spans) && p.spans[i].tag() == tag {
				i++
			}
			switch tag {
			case "w:del":
				t.deleted[spanText(p.spans[first:i])] = true
			case "w:ins":
				t.inserted[spanText(p.spans[first:i])] = true
			}
		}
	}
	return t
}

// has reports whether the text of a paragraph of one side is also on the other.
func (t twins) has(p *paragraph) bool {
	text := spanText(p.spans)
	if utf8.RuneCountInString(text) < twinLength || !strings.Contains(text, " ") {
		return false
	}
	switch markTag(p) {
	case "w:del":
		return t.inserted[text]
	case "w:ins":
		return t.deleted[text]
	}
	return false
}

func spanText(spans []span) string {
	var b strings.Builder
	for _, s := range spans {
		b.WriteString(s.any().text)
	}
	return strings.TrimSpace(b.String())
}
