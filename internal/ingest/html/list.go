package html

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"conceptdiff/internal/ingest/numeral"
	"conceptdiff/internal/numbering"
)

// list is a list that is being read.
type list struct {
	// ol; false for ul, menu and dir.
	ordered bool
	kind    string // of its marks: a CSS list-style-type, "" for the list's own
	// Number of the next item, and what is added after each: -1 in a list that is
	// reversed.
	next int
	step int
}

// list reads a list. Its first number and direction are as in the HTML standard (ol:
// start, reversed): a reversed list without a start counts down from the number of
// its items to 1.
func (r *reader) list(n *html.Node) {
	r.end()
	l := &list{ordered: n.DataAtom == atom.Ol, kind: listStyle(n), next: 1, step: 1}
	if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "start"))); err == nil {
		l.next = v
	}
	if l.ordered && hasAttr(n, "reversed") {
		l.step = -1
		if !hasAttr(n, "start") {
			l.next = countItems(n)
		}
	}
	r.lists = append(r.lists, l)
	r.depth++
	r.children(n)
	r.flush()
	r.depth--
	r.lists = r.lists[:len(r.lists)-1]
	r.num = ""
}

// countItems counts the items right below a list.
func countItems(n *html.Node) int {
	count := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			count++
		}
	}
	return count
}

// listStyle is the kind of mark that an element asks for, "" when it does not: by its
// style, else by the type attribute that HTML had before.
func listStyle(n *html.Node) string {
	if v := style(n, "list-style-type"); v != "" {
		return v
	}
	for _, word := range strings.Fields(style(n, "list-style")) {
		if markStyles[word] {
			return word
		}
	}
	switch attr(n, "type") { // in HTML, A and a are not the same
	case "1":
		return "decimal"
	case "a":
		return "lower-latin"
	case "A":
		return "upper-latin"
	case "i":
		return "lower-roman"
	case "I":
		return "upper-roman"
	}
	switch v := strings.ToLower(attr(n, "type")); v {
	case "disc", "circle", "square", "none":
		return v
	}
	return ""
}

// markStyles are the values of list-style-type that [list.mark] can print, the word
// for none of them included. They are told from the other words of list-style
// (inside, a picture).
var markStyles = map[string]bool{
	"none": true, "disc": true, "circle": true, "square": true, "decimal": true, "decimal-leading-zero": true, "lower-latin": true, "lower-alpha": true,
	"upper-latin": true, "upper-alpha": true, "lower-roman": true, "upper-roman": true, "lower-russian": true, "upper-russian": true,
}

// item reads an item of a list; one outside of any list is taken for an item with a
// bullet. What a browser would print before it becomes its number, unless the text
// has the same number, or a bullet, typed into it, as pages have that were made from
// a text: «<li>1. Scope</li>» is 1 and not «1. 1.». In a list of bullets a number
// that opens the text is the item's own.
func (r *reader) item(n *html.Node) {
	r.flush()
	l := &list{}
	if len(r.lists) > 0 {
		l = r.lists[len(r.lists)-1]
	}
	if v, err := strconv.Atoi(strings.TrimSpace(attr(n, "value"))); err == nil && l.ordered {
		l.next = v
	}
	kind := listStyle(n)
	if kind == "" {
		kind = l.kind
	}
	r.num = l.mark(kind, r.bullets())
	if l.ordered {
		l.next += l.step
	}
	start := visibleStart(n, 64)
	typed, _, ok := numbering.CutLabel(start)
	if ok && (typed.Form == numbering.FormBullet || sameNumber(typed, r.num)) || !l.ordered && numbering.OpensNumbered(start) {
		r.num = "" // the mark stands in the text as well, or the text's own does
	}
	r.children(n)
	r.end()
	r.num = ""
}

// end ends the block at hand where its item, or what precedes a list in it, ends:
// a number without words is all that it says.
func (r *reader) end() {
	r.closing = true
	r.flush()
	r.closing = false
}

// bullets is how many lists with bullets stand around the item, its own included.
func (r *reader) bullets() int {
	count := 0
	for _, l := range r.lists {
		if !l.ordered {
			count++
		}
	}
	return count
}

// mark is what a browser prints before an item: number and full stop, or a bullet,
// which changes with depth as in the standard's own style sheet (disc, circle,
// square). kind is a list-style-type, "" for the list's own; one that is not known
// here counts in digits or has the bullet of its depth.
func (l *list) mark(kind string, bullets int) string {
	if kind == "" && l.ordered {
		kind = "decimal"
	}
	switch kind {
	case "none":
		return ""
	case "decimal":
		return strconv.Itoa(l.next) + "."
	case "decimal-leading-zero":
		return numeral.Zeros(l.next, 2) + "."
	case "lower-latin", "lower-alpha":
		return numeral.Letter(l.next, numeral.Latin) + "."
	case "upper-latin", "upper-alpha":
		return strings.ToUpper(numeral.Letter(l.next, numeral.Latin)) + "."
	case "lower-roman":
		return numeral.Roman(l.next) + "."
	case "upper-roman":
		return strings.ToUpper(numeral.Roman(l.next)) + "."
	case "lower-russian":
		return numeral.Letter(l.next, numeral.Cyrillic) + "."
	case "upper-russian":
		return strings.ToUpper(numeral.Letter(l.next, numeral.Cyrillic)) + "."
	case "disc":
		return "•"
	case "circle":
		return "◦"
	case "square":
		return "▪"
	}
	switch {
	case l.ordered:
		return strconv.Itoa(l.next) + "."
	case bullets <= 1:
		return "•"
	case bullets == 2:
		return "◦"
	}
	return "▪"
}

// sameNumber reports whether a typed label has the number that the mark prints,
// whatever stands around it: «(a)» and «a.» are the same.
func sameNumber(typed numbering.Label, mark string) bool {
	l, ok := numbering.ParseNum(mark)
	return ok && l.Num != "" && strings.EqualFold(l.Num, typed.Num)
}
