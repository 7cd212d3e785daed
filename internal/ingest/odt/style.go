package odt

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/flow"

	"conceptdiff/internal/ingest/xmltree"
)

// styles are the styles of a document, common and automatic, by their names: those
// that people see, and those that a program made for what was set by hand.
type styles struct {
	paragraph map[string]*style
	text      map[string]*style
	lists     map[string]*listStyle
	outline   *listStyle
	// tied says that some style is tied to a level of the outline: then only
	// headings in such styles are numbered by it.
	tied bool
}

// style is what we need to know of one, as given in it alone; what it inherits is
// asked of its chain.
type style struct {
	parent  string
	display string  // in lower case, as people see it
	list    *string // name of the list style; "" takes the paragraph out of the outline
	outline int     // level of the outline it is tied to
	hidden  *bool
	script  scripts
	left    *float64 // in points
	first   *float64
}

// listStyle describes the levels of a list, from 1; nil for a level that is not
// described.
type listStyle struct{ levels [maxLevel + 1]*level }

// maxLevel is how many levels a list style has in OpenDocument.
const maxLevel = 10

// level describes how one level is numbered.
type level struct {
	bullet         string
	format         string // style:num-format: "1", "a", "I", …; "" for none
	prefix, suffix string
	pattern        string // LibreOffice's own: "%1%.%2%."
	show           int    // how many levels' numbers are shown
	start          int
	sync           bool // bb after aa
	left, first    float64
}

// maxChain is how many styles may be based on each other; a circle is longer, and
// ends here.
const maxChain = 50

// readStyles reads the styles of several parts, any of which may be nil. A later
// style replaces an earlier one of its name and family: content.xml comes last.
func readStyles(roots ...*xmltree.Node) styles {
	s := styles{paragraph: map[string]*style{}, text: map[string]*style{}, lists: map[string]*listStyle{}}
	for _, root := range roots {
		for _, group := range []string{"office:styles", "office:automatic-styles"} {
			for _, n := range root.Child(group).Elements() {
				s.add(n)
			}
		}
	}
	return s
}

// add takes over one element of a group of styles; families other than those of
// paragraphs and text say nothing to a reader.
func (s *styles) add(n *xmltree.Node) {
	name := n.Attr("style:name")
	switch n.Name {
	case "text:list-style":
		s.lists[name] = readList(n)
	case "text:outline-style":
		s.outline = readList(n)
	case "style:style":
		family := s.paragraph
		switch n.Attr("style:family") {
		case "text":
			family = s.text
		case "paragraph":
		default:
			return
		}
		st := &style{parent: n.Attr("style:parent-style-name"), display: strings.ToLower(n.Attr("style:display-name"))}
		if st.display == "" {
			st.display = strings.ToLower(name)
		}
		if list, ok := n.Lookup("style:list-style-name"); ok {
			st.list = &list
		}
		st.outline, _ = strconv.Atoi(n.Attr("style:default-outline-level"))
		s.tied = s.tied || st.outline > 0
		if show, ok := n.Child("style:text-properties").Lookup("text:display"); ok {
			hidden := show == "none"
			st.hidden = &hidden
		}
		st.script = readScripts(n.Child("style:text-properties"))
		if p := n.Child("style:paragraph-properties"); p != nil {
			st.left, st.first = points(p, "fo:margin-left"), points(p, "fo:text-indent")
		}
		family[name] = st
	}
}

// readList reads the levels of a list or of the outline. A level shows its own number
// and no other, and starts with 1, unless it says so.
func readList(n *xmltree.Node) *listStyle {
	l := &listStyle{}
	for _, c := range n.Elements() {
		at, _ := strconv.Atoi(c.Attr("text:level"))
		if at < 1 || at > maxLevel {
			continue
		}
		lv := &level{
			format: c.Attr("style:num-format"), prefix: flow.CutLabel(c.Attr("style:num-prefix")), suffix: flow.CutLabel(c.Attr("style:num-suffix")),
			pattern: flow.CutLabel(c.Attr("loext:num-list-format")), show: 1, start: 1, sync: c.Attr("style:num-letter-sync") == "true",
		}
		switch {
		case strings.HasSuffix(c.Name, "-bullet"):
			lv.bullet = flow.CutLabel(c.Attr("text:bullet-char"))
		case strings.HasSuffix(c.Name, "-image"):
			lv.bullet = "•"
		}
		if v, err := strconv.Atoi(c.Attr("text:display-levels")); err == nil {
			lv.show = v
		}
		if v, err := strconv.Atoi(c.Attr("text:start-value")); err == nil {
			lv.start = v
		}
		align := c.Path("style:list-level-properties", "style:list-level-label-alignment")
		lv.left, lv.first = orZero(points(align, "fo:margin-left")), orZero(points(align, "fo:text-indent"))
		l.levels[at] = lv
	}
	return l
}

// orZero is the number, or 0 where there is none.
func orZero(v *float64) float64 {
	if v == nil {
		return 0
	}
	return *v
}

// points reads a length with its unit, as points; nil where it is missing, in per
// cent, or beyond any page.
func points(n *xmltree.Node, attr string) *float64 {
	v, ok := n.Lookup(attr)
	if !ok {
		return nil
	}
	for unit, size := range map[string]float64{"pt": 1, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4, "pc": 12, "px": 0.75} {
		if digits, ok := strings.CutSuffix(v, unit); ok {
			if f, err := strconv.ParseFloat(digits, 64); err == nil && f > -1e4 && f < 1e4 {
				f *= size
				return &f
			}
		}
	}
	return nil
}

// chain lists a style and those it is based on, itself first.
func chain(family map[string]*style, name string) []*style {
	var out []*style
	for st := family[name]; st != nil && len(out) < maxChain; st = family[st.parent] {
		out = append(out, st)
	}
	return out
}

// hidden reports whether text of a style is hidden: the nearest style of the chain
// that says so or denies it decides.
func hidden(family map[string]*style, name string) bool {
	for _, st := range chain(family, name) {
		if st.hidden != nil {
			return *st.hidden
		}
	}
	return false
}

// pointsPerColumn is about the width of a letter of 12 points.
const pointsPerColumn = 6

// column is where the first line of a paragraph begins, in columns from 0 to 200; lv
// is its list level, which counts where no style of the paragraph says it, nil if
// none.
func (s *styles) column(name string, lv *level) int {
	var left, first *float64
	for _, st := range chain(s.paragraph, name) {
		if left == nil {
			left = st.left
		}
		if first == nil {
			first = st.first
		}
	}
	at := orZero(left) + orZero(first)
	if lv != nil && left == nil {
		at = lv.left + lv.first
	}
	return min(max(int(at/pointsPerColumn), 0), 200)
}

// headingLevel is the level of a heading; element is the level that its element
// gives, 0 for a paragraph.
func (s *styles) headingLevel(name string, element int) int {
	if element > 0 {
		return element
	}
	for _, st := range chain(s.paragraph, name) {
		if st.display == "title" {
			return 1
		}
	}
	return 0
}

// outlineLevel is the level by which the outline numbers a heading, 0 if it does not:
// it has a list of its own or none, the level shows nothing, or headings are numbered
// by style and this one's has no level.
func (s *styles) outlineLevel(name string, element int) int {
	if s.outline == nil || element < 1 || element > maxLevel {
		return 0
	}
	tied := !s.tied
	for _, st := range chain(s.paragraph, name) {
		if st.list != nil {
			return 0 // it has a list of its own, or none
		}
		if st.outline > 0 {
			tied = true
			break
		}
	}
	if lv := s.outline.levels[element]; !tied || lv == nil || lv.format == "" && lv.bullet == "" {
		return 0
	}
	return element
}
