package odt

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/numeral"
	"conceptdiff/internal/ingest/xmltree"
)

// counts are the numbers that a list has reached, by level from 1; open says that a
// level has counted since the one above it did.
type counts struct {
	value [maxLevel + 1]int
	open  [maxLevel + 1]bool
}

// lists remembers the counts by what continues them: the list's identifier or its
// style. The headings of a text share one, outline.
type lists struct {
	byID, byStyle map[string]*counts
	outline       *counts
}

// newLists is the memory of a document before its first list.
func newLists() *lists {
	return &lists{byID: map[string]*counts{}, byStyle: map[string]*counts{}, outline: &counts{}}
}

// list is one that is open: its style, counts and depth.
type list struct {
	style  *listStyle
	counts *counts
	depth  int
}

// open opens a list element inside another or, with nil, at the top. A list inside
// another shares its counts, one level deeper. One at the top begins anew, unless it
// says which list it continues (text:continue-list) or that it continues the last of
// its style (text:continue-numbering).
func (l *lists) open(n *xmltree.Node, s *styles, outer *list) *list {
	name := n.Attr("text:style-name")
	in := &list{style: s.lists[name], depth: 1}
	if outer != nil {
		in.counts, in.depth = outer.counts, min(outer.depth+1, maxLevel)
		if in.style == nil {
			in.style = outer.style
		}
		return in
	}
	if id := n.Attr("text:continue-list"); id != "" {
		in.counts = l.byID[id]
	} else if n.Attr("text:continue-numbering") == "true" {
		in.counts = l.byStyle[name]
	}
	if in.counts == nil {
		in.counts = &counts{}
	}
	if id := n.Attr("xml:id"); id != "" {
		l.byID[id] = in.counts
	}
	l.byStyle[name] = in.counts
	return in
}

// next counts an item and gives the number or bullet it shows. start is the
// value it sets for itself, nil if none.
func (l *list) next(start *int) string {
	return l.counts.next(l.style, l.depth, start)
}

// next is list.next for headings too. depth is from 1 to maxLevel; style may be nil,
// and its level undescribed: then nothing is shown, and the counting goes on.
func (c *counts) next(style *listStyle, depth int, start *int) string {
	for i := depth + 1; i <= maxLevel; i++ {
		c.open[i] = false
	}
	var lv *level
	if style != nil {
		lv = style.levels[depth]
	}
	switch {
	case start != nil:
		c.value[depth] = *start
	case c.open[depth]:
		c.value[depth]++
	case lv != nil:
		c.value[depth] = lv.start
	default:
		c.value[depth] = 1
	}
	c.open[depth] = true
	switch {
	case lv == nil:
		return ""
	case lv.bullet != "":
		return strings.TrimSpace(lv.bullet)
	}
	return strings.Join(strings.Fields(c.show(style, lv, depth)), " ")
}

// show writes the number of a level with those of the levels above that it shows.
// LibreOffice's own pattern («%1%.%2%.») comes before the standard's prefix, levels
// joined by full stops, and suffix, since it says more.
func (c *counts) show(style *listStyle, lv *level, depth int) string {
	if lv.format == "" && lv.pattern == "" {
		return lv.prefix + lv.suffix
	}
	number := func(at int) string {
		of := style.levels[at]
		if of == nil {
			return ""
		}
		v := c.value[at]
		if !c.open[at] {
			v = of.start
		}
		return format(v, of.format, of.sync)
	}
	if lv.pattern != "" {
		s := lv.pattern
		for at := 1; at <= depth; at++ {
			s = strings.ReplaceAll(s, "%"+strconv.Itoa(at)+"%", number(at))
		}
		return s
	}
	var parts []string
	for at := max(depth-lv.show+1, 1); at <= depth; at++ {
		if s := number(at); s != "" {
			parts = append(parts, s)
		}
	}
	return lv.prefix + strings.Join(parts, ".") + lv.suffix
}

// format writes a number (style:num-format). LibreOffice names other alphabets by
// their beginning: «а, б, .., аа, бб, ... (ru)». An unknown format is written in
// digits; "" shows nothing. sync repeats a letter after z, where the standard's own
// rule counts on: aa, ab.
func format(n int, kind string, sync bool) string {
	switch {
	case kind == "":
		return ""
	case kind == "i":
		return numeral.Roman(n)
	case kind == "I":
		return strings.ToUpper(numeral.Roman(n))
	case kind == "a" && sync:
		return numeral.Letter(n, numeral.Latin)
	case kind == "A" && sync:
		return strings.ToUpper(numeral.Letter(n, numeral.Latin))
	case kind == "a":
		return numeral.Letters(n, numeral.Latin)
	case kind == "A":
		return strings.ToUpper(numeral.Letters(n, numeral.Latin))
	case strings.HasPrefix(kind, "а"):
		return numeral.Letter(n, numeral.Cyrillic)
	case strings.HasPrefix(kind, "А"):
		return strings.ToUpper(numeral.Letter(n, numeral.Cyrillic))
	case strings.HasPrefix(kind, "01"):
		return numeral.Zeros(n, 2)
	case strings.HasPrefix(kind, "1st"):
		return strconv.Itoa(n) + numeral.OrdinalEnding(n)
	}
	return strconv.Itoa(n)
}
