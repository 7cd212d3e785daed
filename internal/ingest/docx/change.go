package docx

import "conceptdiff/internal/ingest/xmltree"

// countTracked counts the insertions, deletions and moves below n, and the changes of
// a paragraph's number or style, which change what a reader sees. A move counts once,
// by where it went. Changes of formatting alone are none. n may be nil.
func countTracked(n *xmltree.Node) int {
	count := 0
	n.Walk(func(n *xmltree.Node) bool {
		switch n.Name {
		case "w:ins", "w:del", "w:moveTo", "w:cellIns", "w:cellDel":
			count++
		case "w:pPrChange":
			return false
		case "w:pPr":
			if formerNumber(n) {
				count++
			}
		}
		return true
	})
	return count
}

// formerNumber reports whether a tracked change gave a paragraph another style or
// place in a list. A change of level counts where it has a list.
func formerNumber(pPr *xmltree.Node) bool {
	change := pPr.Child("w:pPrChange")
	if change == nil {
		return false
	}
	now, was := readProps(pPr), readProps(change.Child("w:pPr"))
	return now.style != was.style || now.numID != was.numID || now.numID != "" && !same(now.level, was.level)
}

// same reports whether two numbers are both missing or alike.
func same(a, b *int) bool { return a == b || a != nil && b != nil && *a == *b }

// gone reports whether an element is not part of the state that is read: deletions
// and where moves came from when changes are accepted, insertions and where moves
// went when they are rejected (ECMA-376 17.13.5).
func (r *reader) gone(n *xmltree.Node) bool {
	switch n.Name {
	case "w:del", "w:moveFrom", "w:cellDel":
		return !r.reject
	case "w:ins", "w:moveTo", "w:cellIns":
		return r.reject
	}
	return false
}

// markGone reports whether a paragraph's mark, or a table's row or cell, is not
// part of the state that is read; props is where its properties stand.
func (r *reader) markGone(props *xmltree.Node) bool {
	if props == nil {
		return false
	}
	for _, c := range props.Children {
		if r.gone(c) {
			return true
		}
	}
	return false
}

// state is the paragraph properties in the state that is read: before the changes
// those that w:pPrChange keeps. pPr may be nil.
func (r *reader) state(pPr *xmltree.Node) props {
	if r.reject {
		if was := pPr.Path("w:pPrChange", "w:pPr"); was != nil {
			return readProps(was)
		}
	}
	props := readProps(pPr)
	if r.reject && pPr.Path("w:numPr", "w:ins") != nil { // the numbering itself is an insertion
		props.numID, props.level = "", nil
	}
	return props
}
