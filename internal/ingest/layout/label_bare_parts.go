package layout

import (
	"strings"

	"conceptdiff/internal/numbering"
)

// bareWithParts finds the sections that open with a bare number and their first
// subsection, as Commonwealth acts print them: «12 (1) A ferryman holds a
// licence.» The (2) that comes next, or a second such section, shows them; an
// extract may begin with any number. Between them, and right before and after,
// stand sections of one sentence, «14 Cattle cross last.», that go on in order.
func bareWithParts(lines []Line, found []bareLine) []bareLine {
	var anchors []int // in found
	followed := false
	for k, c := range found {
		if opensParts(&lines[c.i]) {
			anchors = append(anchors, k)
			followed = followed || secondFollows(lines, c.i)
		}
	}
	if len(anchors) == 0 || !followed && len(anchors) < 2 {
		return nil
	}
	var run []bareLine
	first := anchors[0]
	for k, want := first-1, found[first].value-1; k >= 0 && want > 0; k-- {
		if found[k].value == want {
			run, want = append([]bareLine{found[k]}, run...), want-1
		}
	}
	last := 0
	for a, k := range anchors {
		c := found[k]
		if last > 0 && c.value < last {
			continue
		}
		run, last = append(run, c), c.value
		end, limit := len(found), last+len(found)
		if a+1 < len(anchors) {
			end, limit = anchors[a+1], found[anchors[a+1]].value
		}
		for _, next := range found[k+1 : end] {
			if next.value == last+1 && next.value < limit {
				run, last = append(run, next), next.value
			}
		}
	}
	return run
}

// opensParts reports whether a line opens with a bare number and «(1)».
func opensParts(ln *Line) bool {
	_, rest, ok := numbering.CutBare(ln.Text)
	return ok && strings.HasPrefix(rest, "(1)")
}

// secondFollows reports whether the next label in brackets below line i is (2).
func secondFollows(lines []Line, i int) bool {
	const far = 200 // lines of the first subsection
	for j := i + 1; j < len(lines) && j <= i+far && !opensParts(&lines[j]); j++ {
		if l := lines[j].Label; l.Form == numbering.FormParens && len(l.Decimal()) == 1 {
			return l.Num == "2"
		}
	}
	return false
}

// labelBareSections finds such sections among the blocks of a format with markup.
func labelBareSections(blocks []Block) {
	lines := make([]Line, len(blocks))
	var found []bareLine
	for i := range blocks {
		lines[i] = Line{Text: blocks[i].Text, Label: blocks[i].Label}
		if l, rest, ok := numbering.CutBare(blocks[i].Text); ok && rest != "" && !blocks[i].Labelled() && !blocks[i].Row {
			found = append(found, bareLine{i: i, value: numbering.DigitValue(l.Num)})
		}
	}
	for _, c := range bareWithParts(lines, found) {
		blocks[c.i].Label, blocks[c.i].Text, _ = numbering.CutBare(blocks[c.i].Text)
	}
}
