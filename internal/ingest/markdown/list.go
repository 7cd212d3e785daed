package markdown

import (
	"slices"
	"strconv"
	"strings"

	"github.com/yuin/goldmark/ast"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// listItem reads one item: its mark and first paragraph make one block, what else it
// holds makes more, one list further in. number is what Markdown counts for it; it is
// used where the source has no number to read, or, with lazy, where all its numbers
// are alike. An ordered item has a label in any case.
func (m *Reader) listItem(list *ast.List, item ast.Node, number int, lazy bool, depth int) {
	b := layout.Block{Indent: layout.IndentStep * (depth + 1), Plain: true}
	mark := m.mark(list, item, number)
	if lazy {
		mark = strconv.Itoa(number) + string(list.Marker)
	}
	b.Label, _, _ = numbering.CutLabel(mark + " x")
	if list.IsOrdered() && b.Label.Num == "" {
		b.Label = numbering.Label{Printed: mark, Num: strings.TrimRight(mark, ".)"), Form: numbering.FormDot}
	}
	first := item.FirstChild()
	before := len(m.Struck)
	switch first.(type) {
	case *ast.Paragraph, *ast.TextBlock:
		s := m.cutStruck(first, m.lines(first))
		if len(m.Struck) > before && s == "" {
			// A bullet without words says nothing; a number is a place that was
			// struck out.
			if list.IsOrdered() { // of an item that is struck out whole the number stays
				m.gone = true
				m.add(first, b)
			}
			first = first.NextSibling()
			break
		}
		if !list.IsOrdered() && (m.gone || numbering.OpensNumbered(s)) {
			// «- 1.1. Text», as converters write numbered paragraphs
			m.paragraph(first, s, depth)
			first = first.NextSibling()
			break
		}
		text, points := cutPoints(s)
		b.Text = text
		m.add(first, b)
		m.points(first, points, depth+1)
		first = first.NextSibling()
	default:
		m.add(item, b)
	}
	for c := first; c != nil; c = c.NextSibling() {
		m.block(c, depth+1)
	}
}

// lazy reports whether a list is numbered 1. 1. 1., which Markdown shows as
// 1. 2. 3.: the only case in which the source's number is not what a reader sees.
func (m *Reader) lazy(list *ast.List) bool {
	first := list.FirstChild()
	if !list.IsOrdered() || first.NextSibling() == nil {
		return false
	}
	cursor := m.cursor
	defer func() { m.cursor = cursor }()
	return m.mark(list, first, 0) == m.mark(list, first.NextSibling(), 1)
}

// mark reads an item's bullet or number from the source: between the end of the last
// mark, or the line's beginning, and the item's text. Where it is not found there,
// what Markdown counts is the mark. It moves the cursor, so items must be asked for
// in order.
func (m *Reader) mark(list *ast.List, item ast.Node, number int) string {
	if start := firstOffset(item); start >= 0 {
		i := m.cursor
		if n, _ := slices.BinarySearch(m.breaks, start); n > 0 {
			i = max(i, m.breaks[n-1]+1)
		}
		for i < start && strings.IndexByte(" \t>", m.Src[i]) >= 0 {
			i++
		}
		end := i
		for end < start && m.Src[end] >= '0' && m.Src[end] <= '9' {
			end++
		}
		if end < start && m.Src[end] == list.Marker {
			m.cursor = end + 1
			return string(m.Src[i : end+1])
		}
	}
	if list.IsOrdered() {
		return strconv.Itoa(number) + string(list.Marker)
	}
	return string(list.Marker)
}

// firstOffset is where the text of a block begins in the source, -1 if it has
// none.
func firstOffset(n ast.Node) int {
	for ; n != nil; n = n.FirstChild() {
		if n.Type() == ast.TypeInline {
			return -1
		}
		if lines := n.Lines(); lines != nil && lines.Len() > 0 {
			return lines.At(0).Start
		}
	}
	return -1
}
