package markdown

import (
	"strings"

	"github.com/yuin/goldmark/ast"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
)

// cutPoints cuts the lettered points off a paragraph: «a. Fold the map.» opens no
// list in Markdown, so that its lines run together. A first letter and the next one
// after it are needed, each at the beginning of a line. Any text before the first
// point is the paragraph's own; a line that opens no point goes on with the one
// before.
//
//	The clerk shall        → The clerk shall
//	a. keep the register;  → a. keep the register;
//	b. answer requests.    → b. answer requests.
func cutPoints(s string) (text string, points []string) {
	if !strings.Contains(s, "\n") {
		return s, nil
	}
	lines := strings.Split(s, "\n")
	first := 0
	var last numbering.Label
	for i := range lines {
		l, ok := point(lines[i])
		switch {
		case !ok:
		case len(points) == 0 && l.First():
			first, last = i, l
			points = []string{lines[i]}
			continue
		case len(points) > 0 && last.FollowedBy(l):
			last = l
			points = append(points, lines[i])
			continue
		}
		if len(points) > 0 {
			points[len(points)-1] += " " + lines[i]
		}
	}
	if len(points) < 2 {
		return s, nil
	}
	return strings.Join(lines[:first], " "), points
}

// point is the letter or number in brackets that a line opens with. A label with a
// word («Article 5»), of several levels («5.1») or a bullet opens no such point, and
// neither does one without words.
func point(s string) (numbering.Label, bool) {
	l, rest, ok := numbering.CutLabel(s)
	return l, ok && rest != "" && l.Unit == "" && l.Form != numbering.FormBullet && l.Depth() < 2
}

// points adds the points of a paragraph, one step further in than it. n is where they
// stand.
func (m *Reader) points(n ast.Node, points []string, depth int) {
	for _, s := range points {
		m.paragraph(n, s, depth)
		m.Blocks[len(m.Blocks)-1].Indent = layout.IndentStep * (depth + 1)
	}
}
