package docx

import (
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
)

// levels is how many levels a list has (ECMA-376 17.9.3, w:ilvl from 0 to 8).
const levels = 9

// numbering holds the lists of a document. A paragraph names a list (w:num); its
// levels are described, and counted, in an abstract list that several may share.
// Lists are by w:numId, abstract lists by w:abstractNumId.
type numbering struct {
	lists    map[string]*list
	abstract map[string]*abstractList
}

// abstractList describes the levels of the lists made from it; nil for a level that
// is not described.
type abstractList struct {
	levels [levels]*level
}

// list is what paragraphs name.
type list struct {
	abstract *abstractList
	levels   [levels]*level // that replace those of the abstract list
	start    [levels]*int   // at which this list starts again when it is first used
}

// level describes how one level is numbered.
type level struct {
	// It is 0 where the file gives none, as the standard has it.
	start   int
	format  string // w:numFmt
	pattern string // of a custom format: "001, 002, 003, ..."
	text    string // w:lvlText: "%1.%2."
	legal   bool   // all numbers in Arabic digits
	restart *int   // after which level it restarts, from 1; 0 never; nil after any above
	style   string // the paragraph style that has this level
	indent  indents
	picture bool // the bullet is a picture
	caps    bool // shown in capitals
}

// at is the level's description, the list's own before that of its abstract list; nil
// where neither has one. i is from 0 to levels-1.
func (l *list) at(i int) *level {
	if l.levels[i] != nil {
		return l.levels[i]
	}
	if l.abstract != nil {
		return l.abstract.levels[i]
	}
	return nil
}

// levelOfStyle finds the level that a paragraph style is tied to, -1 if none.
func (l *list) levelOfStyle(id string) int {
	for i := range levels {
		if lv := l.at(i); lv != nil && lv.style == id && id != "" {
			return i
		}
	}
	return -1
}

// readNumbering reads the numbering part, which may be nil. An abstract list may be
// described by another one, through a numbering style: then that other is counted,
// for all lists of the style.
func readNumbering(root *xmltree.Node, s styles) *numbering {
	n := &numbering{lists: map[string]*list{}, abstract: map[string]*abstractList{}}
	if root == nil {
		return n
	}
	linked := map[string]string{} // abstract list → the numbering style that it is described by
	byStyle := map[string]*abstractList{}
	for _, a := range root.Children {
		if a.Name != "w:abstractNum" {
			continue
		}
		id := a.Attr("w:abstractNumId")
		abs := &abstractList{}
		readLevels(a, &abs.levels)
		n.abstract[id] = abs
		if link := a.Child("w:numStyleLink").Attr("w:val"); link != "" {
			linked[id] = link
		}
		if link := a.Child("w:styleLink").Attr("w:val"); link != "" {
			byStyle[link] = abs
		}
	}
	for _, num := range root.Children {
		if num.Name != "w:num" {
			continue
		}
		id := num.Child("w:abstractNumId").Attr("w:val")
		l := &list{abstract: n.abstract[id]}
		if style, ok := linked[id]; ok && byStyle[style] != nil {
			l.abstract = byStyle[style]
		}
		for _, o := range num.Children {
			i := number(o, "w:ilvl")
			if o.Name != "w:lvlOverride" || i == nil || *i < 0 || *i >= levels {
				continue
			}
			l.start[*i] = number(o.Child("w:startOverride"), "w:val")
			var own [levels]*level
			readLevels(o, &own)
			l.levels[*i] = own[*i]
		}
		n.lists[num.Attr("w:numId")] = l
	}
	return n
}

// readLevels reads the levels described below parent; those out of range are passed
// over. Texts of levels are cut to the limit of a label, so that a long one costs no
// more than its refusal.
func readLevels(parent *xmltree.Node, to *[levels]*level) {
	for _, n := range parent.Children {
		i := number(n, "w:ilvl")
		if n.Name != "w:lvl" || i == nil || *i < 0 || *i >= levels {
			continue
		}
		lv := &level{
			format:  "decimal",
			text:    flow.CutLabel(n.Child("w:lvlText").Attr("w:val")),
			restart: number(n.Child("w:lvlRestart"), "w:val"),
			style:   n.Child("w:pStyle").Attr("w:val"),
			indent:  readIndents(n.Path("w:pPr", "w:ind")),
			picture: n.Child("w:lvlPicBulletId") != nil,
		}
		if start := number(n.Child("w:start"), "w:val"); start != nil {
			lv.start = *start
		}
		if caps := onOff(n.Path("w:rPr", "w:caps")); caps != nil {
			lv.caps = *caps
		}
		if legal := onOff(n.Child("w:isLgl")); legal != nil {
			lv.legal = *legal
		}
		format := n.Child("w:numFmt")
		if format == nil {
			// A format that older programs do not know stands in an alternative.
			format = n.Path("mc:AlternateContent", "mc:Choice", "w:numFmt")
		}
		if format != nil {
			lv.format, lv.pattern = format.Attr("w:val"), flow.CutLabel(format.Attr("w:format"))
		}
		to[*i] = lv
	}
}

// ref is a paragraph's place in a list.
type ref struct {
	id    string // of the list
	list  *list
	level int
	// fromStyle says that the paragraph's style put it there.
	fromStyle bool
}

// ref finds the list of a paragraph: its own or that of its style; nil if none. The
// list number 0 takes a paragraph out of the list of its style. A level that the
// paragraph names is kept; otherwise a style finds its own by the link from the level
// back to it.
func (p *parts) ref(pr props) *ref {
	id, lvl, style, fromStyle := pr.numID, pr.level, "", false
	for _, st := range p.styles.chain(p.styles.styleOf(pr)) {
		if id != "" {
			break
		}
		if st.props.numID != "" {
			id, style, fromStyle = st.props.numID, st.id, true
		}
		if lvl == nil {
			lvl = st.props.level
		}
	}
	l := p.numbering.lists[id]
	if id == "" || id == "0" || l == nil {
		return nil
	}
	at := 0
	if lvl != nil {
		at = min(max(*lvl, 0), levels-1)
	}
	if fromStyle && pr.level == nil {
		// The level that is tied to the style, or to one based on it, counts.
		for _, st := range p.styles.chain(p.styles.styleOf(pr)) {
			if i := l.levelOfStyle(st.id); i >= 0 {
				at = i
				break
			}
			if st.id == style {
				break
			}
		}
	}
	return &ref{id: id, list: l, level: at, fromStyle: fromStyle}
}
