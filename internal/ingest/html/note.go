package html

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/lazy"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// reference reads a link that is the mark of a footnote in the same page, and reports
// whether it was one. The footnote becomes a note of the block at hand, and the mark
// goes; further marks of the same footnote go too and add no second note. A footnote
// that says which act changed the text is the publisher's own remark.
func (r *reader) reference(a *html.Node) bool {
	mark, target := r.footnote(a)
	if target == nil {
		return false
	}
	if r.noted[target] {
		return true // a second mark for it
	}
	// Arrows lead back to the mark; U+FE0E asks for them as text and not as a
	// picture.
	text := strings.TrimRight(withoutMark(visibleText(target), mark), " ↑↩\ufe0e")
	if text == "" {
		return false
	}
	r.noted[target] = true
	kind := revision.NoteFootnote
	if flow.NamesChange(text) {
		kind = revision.NoteEditorial
	}
	r.notes = append(r.notes, revision.Note{Kind: kind, Mark: strings.Trim(mark, "[]()"), Text: text})
	return true
}

// withoutMark is the text of a note without the mark before it, in brackets or bare,
// and the full stop or arrow behind it. A bare mark must end where a word begins: of
// «12 copies» the mark 1 is no part.
func withoutMark(text, mark string) string {
	text = strings.TrimSpace(text)
	rest, ok := strings.CutPrefix(text, mark)
	if !ok {
		rest, ok = strings.CutPrefix(text, strings.Trim(mark, "[]()"))
		next, _ := utf8.DecodeRuneInString(rest)
		ok = ok && !unicode.IsLetter(next) && !unicode.IsDigit(next)
	}
	if ok {
		text = rest
	}
	return strings.TrimLeft(text, ".) ↑^")
}

// footnote is the mark and the footnote that a link leads to, nil when it leads
// elsewhere: a footnote is a short mark's target, later in the page, in an element of
// its own. And one of these must hold, since a short link to a place further down may
// as well be a citation («see 12»): the mark is raised and the target opens no
// provision; the mark or the target calls itself a note; the target links back to the
// mark; or it begins with the mark.
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
	if !(raisedMark(a) && !opensProvision(target)) && !namesNote(a) && !namesNote(r.ids[id]) && !namesNote(target) && !r.leadsBack(target, a) && !opensWith(target, mark) {
		return "", nil // a clause, a page: the number is part of the sentence
	}
	return mark, r.noteAround(target)
}

// noteWords stand in the names, classes and roles of footnotes and of their marks, as
// word processors, wikis and publishers' templates write them: ftn3, sdfootnote1sym,
// cite_note-4, snoska.
var noteWords = lazy.Regexp(`(?i)(^|[^a-z])(fn|ftn|edn|_ftnref|_ednref|fnref|footnotes?|endnotes?|note?ref|sdfootnote|sdendnote|notes?|cite|snoska|doc-noteref)([^a-z]|$)|footnote|endnote`)

// namesNote reports whether an element calls itself a note or a note's mark.
func namesNote(n *html.Node) bool {
	for _, key := range []string{"id", "name", "class", "role", "epub:type"} {
		if v := attr(n, key); v != "" && noteWords().MatchString(v) {
			return true
		}
	}
	return n.DataAtom == atom.Aside
}

// raisedMark reports whether a link's mark stands raised.
func raisedMark(a *html.Node) bool { return within(a, atom.Sup) || find(a, atom.Sup) != nil }

// opensProvision reports whether an element opens with the label of a provision
// («Maddə 3¹. …»), as the target of a reference to it does.
func opensProvision(n *html.Node) bool {
	start := strings.TrimSpace(visibleStart(n, 64))
	l, rest, ok := numbering.CutLabel(start)
	return ok && l.Unit != "" && (strings.TrimSpace(rest) == "" || strings.HasSuffix(strings.TrimSpace(strings.TrimSuffix(start, rest)), "."))
}

// within reports whether an element stands in one of a kind on its line.
func within(n *html.Node, kind atom.Atom) bool {
	for ; n != nil && !isBlock(n); n = n.Parent {
		if n.DataAtom == kind {
			return true
		}
	}
	return false
}

// leadsBack reports whether a note, or something in it, links back to its mark: to an
// element around the mark on its line, or to one inside it.
func (r *reader) leadsBack(note, mark *html.Node) bool {
	if note.DataAtom == atom.A {
		if id, ok := strings.CutPrefix(attr(note, "href"), "#"); ok && r.ids[id] != nil && r.ids[id] != note &&
			(contains(r.ids[id], mark) && !isBlock(r.ids[id]) || contains(mark, r.ids[id])) {
			return true
		}
	}
	for c := note.FirstChild; c != nil; c = c.NextSibling {
		if r.leadsBack(c, mark) {
			return true
		}
	}
	return false
}

// opensWith reports whether a note repeats a mark that no number in a sentence
// looks like: «[12]», «*».
func opensWith(note *html.Node, mark string) bool {
	return strings.IndexFunc(mark, unicode.IsDigit) != 0 && strings.HasPrefix(visibleStart(note, 32), mark)
}

// noteAround is the element that holds all of a note: Word gives one of several
// paragraphs a part of its own, with the id ftn1, and the mark leads to a place in
// its first paragraph.
func (r *reader) noteAround(target *html.Node) *html.Node {
	if p := target.Parent; p != nil && p.DataAtom == atom.Div && p.FirstChild != nil && isWordNote(attr(p, "id")) {
		return p
	}
	return target
}

// isWordNote reports whether an identifier is one that Word gives the text of a
// note: edn12, ftn3.
func isWordNote(id string) bool {
	rest, ok := strings.CutPrefix(id, "edn")
	if !ok {
		rest, ok = strings.CutPrefix(id, "ftn")
	}
	return ok && rest != "" && strings.Trim(rest, "0123456789") == ""
}

// isMark reports whether s can be the mark of a footnote: 1, [12], *, (a). It has at
// most four characters, brackets aside: digits and the signs of notes, or one
// character of any kind.
func isMark(s string) bool {
	s = strings.Trim(s, "[]() ")
	if s == "" || utf8.RuneCountInString(s) > 4 {
		return false
	}
	return strings.IndexFunc(s, func(c rune) bool { return !unicode.IsDigit(c) && !strings.ContainsRune("*†‡§", c) }) < 0 ||
		utf8.RuneCountInString(s) == 1
}

// contains reports whether inner is n or stands in it.
func contains(n, inner *html.Node) bool {
	for ; inner != nil; inner = inner.Parent {
		if inner == n {
			return true
		}
	}
	return false
}

// dropFootnotes takes the footnotes that marks lead to out of the text: they are
// notes. It runs before the text is read, so that a footnote that stands before its
// mark's block ends is not read twice.
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
