package docx

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/xmltree"
)

// styles are the styles of a document by their identifier.
type styles struct {
	byID     map[string]*style
	standard string // the paragraph style of those that name none
}

// style is what we need to know of one, as given in it alone; what it inherits is
// asked of its chain.
type style struct {
	id, basedOn string
	name        string // in lower case; the built-in ones have English names whatever Word's language
	props       props
	hidden      *bool
	script      scripts
}

// props are the properties of a paragraph as they are given at one place: what
// is not given is nil or "".
type props struct {
	style   string
	numID   string
	level   *int // of its list
	outline *int // 0 to 8; 9 is body text
	indent  indents
}

// indents are in twentieths of a point.
type indents struct{ left, first, hanging *int }

// maxChain is how many styles may be based on each other; a circle is longer, and
// ends here.
const maxChain = 50

// readStyles reads the styles part, which may be nil. Of two styles with one
// identifier the first counts.
func readStyles(root *xmltree.Node) styles {
	s := styles{byID: map[string]*style{}}
	if root == nil {
		return s
	}
	for _, n := range root.Children {
		if n.Name != "w:style" {
			continue
		}
		st := &style{
			id: n.Attr("w:styleId"), basedOn: n.Child("w:basedOn").Attr("w:val"),
			name:   strings.ToLower(n.Child("w:name").Attr("w:val")),
			props:  readProps(n.Child("w:pPr")),
			hidden: onOff(n.Path("w:rPr", "w:vanish")),
			script: readScripts(n.Child("w:rPr")),
		}
		if s.byID[st.id] == nil {
			s.byID[st.id] = st
		}
		if n.Attr("w:type") == "paragraph" && isTrue(n.Attr("w:default")) {
			s.standard = st.id
		}
	}
	return s
}

// readProps reads paragraph properties (w:pPr, ECMA-376 17.3.1); n may be nil.
func readProps(n *xmltree.Node) props {
	num, ind := n.Child("w:numPr"), n.Child("w:ind")
	return props{
		style:   n.Child("w:pStyle").Attr("w:val"),
		numID:   num.Child("w:numId").Attr("w:val"),
		level:   number(num.Child("w:ilvl"), "w:val"),
		outline: number(n.Child("w:outlineLvl"), "w:val"),
		indent:  readIndents(ind),
	}
}

// readIndents reads w:ind; the strict form says start where the transitional one says
// left.
func readIndents(ind *xmltree.Node) indents {
	left := number(ind, "w:left")
	if left == nil {
		left = number(ind, "w:start")
	}
	return indents{left: left, first: number(ind, "w:firstLine"), hanging: number(ind, "w:hanging")}
}

// or fills what is not given in i from j. A first line and a hanging indent are
// one property.
func (i indents) or(j indents) indents {
	if i.left == nil {
		i.left = j.left
	}
	if i.first == nil && i.hanging == nil {
		i.first, i.hanging = j.first, j.hanging
	}
	return i
}

// twipsPerColumn is about the width of a letter of 12 points.
const twipsPerColumn = 120

// columns is where the first line begins, in columns from 0 to 200. A hanging indent
// takes it out to the left.
func (i indents) columns() int {
	at := 0
	for _, p := range []*int{i.left, i.first} {
		if p != nil {
			at += *p
		}
	}
	if i.first == nil && i.hanging != nil {
		at -= *i.hanging
	}
	return min(max(at/twipsPerColumn, 0), 200)
}

// number reads an attribute that holds a whole number; nil where it is missing, none,
// or beyond 16 million, which nothing in a document is.
func number(n *xmltree.Node, attr string) *int {
	v, ok := n.Lookup(attr)
	if !ok {
		return nil
	}
	i, err := strconv.Atoi(strings.TrimSpace(v))
	if err != nil || i > 1<<24 || i < -1<<24 {
		return nil
	}
	return &i
}

// onOff reads a property that is on where it stands, unless it says otherwise
// (w:val="0"); nil where it does not stand.
func onOff(n *xmltree.Node) *bool {
	if n == nil {
		return nil
	}
	v, given := n.Lookup("w:val")
	on := !given || isTrue(v)
	return &on
}

// isTrue reports whether an attribute says yes, in one of the three spellings of
// ST_OnOff.
func isTrue(v string) bool { return v == "1" || v == "true" || v == "on" }

// chain lists a style and those it is based on, itself first.
func (s styles) chain(id string) []*style {
	var out []*style
	for st := s.byID[id]; st != nil && len(out) < maxChain; st = s.byID[st.basedOn] {
		out = append(out, st)
	}
	return out
}

// hidden reports whether text of a style is hidden: the nearest style of the chain
// that says so or denies it decides.
func (s styles) hidden(id string) bool {
	for _, st := range s.chain(id) {
		if st.hidden != nil {
			return *st.hidden
		}
	}
	return false
}

// headingLevel is the outline level of a paragraph from 1, 0 for body text. The
// paragraph's own outline level comes first, then that of its style; built-in
// headings have theirs by name where a file leaves it out, and a title is of level 1.
func (s styles) headingLevel(p props) int {
	if p.outline != nil {
		return levelOf(*p.outline)
	}
	for _, st := range s.chain(s.styleOf(p)) {
		if st.props.outline != nil {
			return levelOf(*st.props.outline)
		}
		if n, ok := strings.CutPrefix(st.name, "heading "); ok {
			if v, err := strconv.Atoi(n); err == nil {
				return levelOf(v - 1)
			}
		}
		if st.name == "title" {
			return 1
		}
	}
	return 0
}

// levelOf makes a level from 1 of one from 0; 9 is body text, 0 here.
func levelOf(outline int) int {
	if outline < 0 || outline > 8 {
		return 0
	}
	return outline + 1
}

// styleOf is the style of a paragraph: the standard one where it names none or one
// that does not exist.
func (s styles) styleOf(p props) string {
	if p.style != "" && s.byID[p.style] != nil {
		return p.style
	}
	return s.standard
}

// isContents reports whether a paragraph's style is that of a table of contents.
func (s styles) isContents(p props) bool {
	for _, st := range s.chain(s.styleOf(p)) {
		if rest, ok := strings.CutPrefix(st.name, "toc "); ok && rest != "heading" || st.name == "table of figures" {
			return true
		}
	}
	return false
}
