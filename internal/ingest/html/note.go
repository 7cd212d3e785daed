package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"conceptdiff/internal/revision"
)

var raisedDigits = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹")

// raised reads a sup element: a footnote's mark, or figures that belong to the
// word before them (Article 12¹), which keep their height. It answers false for
// any other, which is text like any (the 1st).
func (r *reader) raised(n *html.Node) bool {
	if a := find(n, atom.A); a != nil && r.reference(a) {
		return true
	}
	s := visibleStart(n, 16)
	if s == "" || strings.IndexFunc(s, func(c rune) bool { return !unicode.IsDigit(c) && c != '-' }) >= 0 {
		return false
	}
	r.text.WriteString(raisedDigits.Replace(s))
	return true
}

// reference reads a link that is the mark of a footnote in the same page. The
// footnote becomes a note of the block at hand.
func (r *reader) reference(a *html.Node) bool {
	mark, target := r.footnote(a)
	if target == nil {
		return false
	}
	if r.noted[target] {
		return true // a second mark for it
	}
	text := strings.TrimSpace(strings.TrimPrefix(visibleText(target), mark))
	text = strings.TrimLeft(text, ".) ↑^")
	if text == "" {
		return false
	}
	r.noted[target] = true
	kind := revision.NoteFootnote
	if namesChange(text) {
		kind = revision.NoteEditorial
	}
	r.notes = append(r.notes, revision.Note{Kind: kind, Mark: strings.Trim(mark, "[]()"), Text: text})
	return true
}

// footnote is the mark and the footnote that a link leads to, nil when it leads
// elsewhere: a footnote is a short mark's target, later in the page, in an
// element of its own.
func (r *reader) footnote(a *html.Node) (mark string, target *html.Node) {
	id, ok := strings.CutPrefix(attr(a, "href"), "#")
	if a.DataAtom != atom.A || !ok || id == "" {
		return "", nil
	}
	mark = visibleStart(a, 16)
	if !isMark(mark) {
		return "", nil
	}
	target = r.ids[id]
	for target != nil && !isBlock(target) {
		target = target.Parent
	}
	if target == nil || target.DataAtom == atom.Body || headingLevel(target) > 0 || contains(target, a) || r.weights[a].order > r.weights[target].order {
		return "", nil
	}
	return mark, target
}

// isMark reports whether s can be the mark of a footnote: 1, [12], *, (a).
func isMark(s string) bool {
	s = strings.Trim(s, "[]() ")
	if s == "" || utf8.RuneCountInString(s) > 4 {
		return false
	}
	return strings.IndexFunc(s, func(c rune) bool { return !unicode.IsDigit(c) && !strings.ContainsRune("*†‡§", c) }) < 0 ||
		utf8.RuneCountInString(s) == 1
}

func contains(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

// dropFootnotes takes the footnotes that marks lead to out of the text: they are
// notes.
func (r *reader) dropFootnotes(n *html.Node) {
	if r.skip[n] || hidden(n) {
		return
	}
	if _, target := r.footnote(n); target != nil && !r.skip[target] {
		r.skip[target] = true
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.dropFootnotes(c)
	}
}
