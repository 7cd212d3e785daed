package layout

import (
	"strings"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/numbering/family"
)

// FindBlockFamilies gives blocks of a format with markup the labels that only the
// text as a whole shows: families of labels, bare numbers of headings, and the
// numbers in the first cells of table rows.
func FindBlockFamilies(blocks []Block) { findFamilies(blocks, func(int) string { return "" }) }

// findFamilies is FindBlockFamilies where lines of some blocks were broken by hand:
// firstLine is the first line of such a block, «KREU I» above its title, "" for
// others. A label that such a line alone shows takes the rest of the block for its
// text.
func findFamilies(blocks []Block, firstLine func(i int) string) {
	openings := make([]family.Opening, len(blocks))
	tails := map[int]string{}
	for i := range blocks {
		b := &blocks[i]
		rest := b.Text
		if first := firstLine(i); first != "" && strings.HasPrefix(rest, first) {
			tails[i], rest = rest[len(first):], first
		}
		text := rest
		if b.Labelled() {
			text = b.Label.Printed + " " + rest
		}
		openings[i] = family.Opening{Text: text, Label: b.Label, Rest: rest, Level: b.Level, Apart: true, Fixed: b.Bullet() || b.Row}
	}
	if len(family.Find(openings)) > 0 {
		for i := range blocks {
			if tail, ok := tails[i]; !ok {
				blocks[i].Label, blocks[i].Text = openings[i].Label, openings[i].Rest
			} else if openings[i].Label != blocks[i].Label {
				blocks[i].Label, blocks[i].Text = openings[i].Label, strings.TrimSpace(openings[i].Rest+tail)
			}
		}
	}
	labelBareHeadings(blocks)
	labelBareSections(blocks)
	labelRows(blocks)
}

// labelBareHeadings finds headings that open with a bare number, «## 1 Scope»: two
// or more of a level that count from the first.
func labelBareHeadings(blocks []Block) {
	found := map[int][]int{}
	last := map[int]int{}
	for i := range blocks {
		b := &blocks[i]
		if b.Level == 0 || b.Labelled() {
			continue
		}
		l, rest, ok := numbering.CutBare(b.Text)
		if !ok || rest == "" {
			continue
		}
		if v := numbering.DigitValue(l.Num); v == last[b.Level]+1 || v == 1 {
			found[b.Level], last[b.Level] = append(found[b.Level], i), v
		}
	}
	for _, run := range found {
		for _, i := range run {
			if len(run) > 1 {
				blocks[i].Label, blocks[i].Text, _ = numbering.CutBare(blocks[i].Text)
			}
		}
	}
}

// Cell parts the cells of a row in its text. It is shown as it is, and compared: a
// cell that moves is seen to.
const Cell = " | "

// labelRows finds the rows of tables that are provisions: their first cell holds
// nothing but a dotted number or a code, and hardly any of them stands twice. Rows
// that are counted 1, 2, 3 stay text of the clause they stand in. Two rows at least,
// and nine in ten of them with a number of its own.
func labelRows(blocks []Block) {
	var rows []int
	seen := map[string]bool{}
	for i := range blocks {
		if !blocks[i].Row || blocks[i].Labelled() {
			continue
		}
		if l, rest := rowLabel(blocks[i].Text); rest != "" {
			rows = append(rows, i)
			seen[l.Num] = true
		}
	}
	if len(rows) < 2 || 10*len(seen) < 9*len(rows) {
		return
	}
	for _, i := range rows {
		b := &blocks[i]
		b.Label, b.Text = rowLabel(b.Text)
	}
}

// rowLabel is the label in the first cell of a row and the cells after it, which are
// empty when there is none: «4.2 | Fees | 10» → 4.2 and «Fees | 10».
func rowLabel(text string) (numbering.Label, string) {
	first, rest, _ := strings.Cut(text, Cell)
	if l, tail, ok := numbering.CutLabel(first); ok && tail == "" && l.Depth() > 1 {
		return l, rest
	}
	if l, ok := family.Code(first); ok {
		return l, rest
	}
	return numbering.Label{Form: numbering.FormUnknown}, ""
}
