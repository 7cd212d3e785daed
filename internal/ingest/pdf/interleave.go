package pdf

import (
	"cmp"
	"math"
	"slices"
)

// Limits of interleave, in ems unless they say otherwise. They were found on files of
// word processors; within them a letter that overlaps its neighbour by kerning stays
// beside it.
const (
	touching   = 0.3  // pieces of one word may be drawn in the wrong order within this
	pieceGap   = 0.05 // letters of one word that come from two pieces leave less room
	sharedInk  = 0.4  // of a letter's width: letters that overlap more are not set beside each other
	likeSize   = 0.7  // the least ratio of the sizes of two pieces of one line
	mostPieces = 400  // of one line; more is a drawing
)

// interleave puts letters that the file draws after their line where their boxes
// stand in it. A word processor that lacks a letter in the text's font takes it
// from another and draws all such letters of a line (or of a page) when the rest
// is done: «B r ş h r» and then «ə ə ə».
//
// Pieces of one line are put together letter by letter where one begins before
// another ends, or where two that touch are drawn in the wrong order, provided
// that their letters leave each other room: text that is printed twice, or
// across other text, stays apart.
func interleave(runs []run) []run {
	rows := make([]int, len(runs)) // places in runs, by line and from left to right
	for i := range rows {
		rows[i] = i
	}
	slices.SortStableFunc(rows, func(a, b int) int { return cmp.Compare(runs[a].line.Base, runs[b].line.Base) })
	mended := map[int][]run{} // by the place of the first of the pieces they replace
	gone := map[int]bool{}
	for i := 0; i < len(rows); {
		n := 1
		for i+n < len(rows) && runs[rows[i+n]].line.Base-runs[rows[i]].line.Base < raise*runs[rows[i]].line.Size {
			n++
		}
		row := rows[i : i+n]
		slices.SortStableFunc(row, func(a, b int) int { return cmp.Compare(runs[a].line.Left, runs[b].line.Left) })
		for _, pieces := range piecesOf(runs, row) {
			if whole, ok := compound(runs, pieces); ok {
				mended[slices.Min(pieces)] = whole
				for _, p := range pieces {
					gone[p] = true
				}
			}
		}
		i += n
	}
	if len(mended) == 0 {
		return runs
	}
	out := make([]run, 0, len(runs))
	for i := range runs {
		out = append(out, mended[i]...)
		if !gone[i] {
			out = append(out, runs[i])
		}
	}
	return out
}

// piecesOf lists the groups of runs on one line that stand closer together than
// columns do and are drawn out of order. row has the places in runs, from left to
// right; so has each group.
func piecesOf(runs []run, row []int) [][]int {
	var out [][]int
	for i := 0; i < len(row); {
		right := runs[row[i]].line.Right
		torn, n := false, 1
		for ; i+n < len(row); n++ {
			a, b := &runs[row[i+n-1]].line, &runs[row[i+n]].line
			em := max(a.Size, b.Size, 1)
			if b.Left-right > gutter*em || min(a.Size, b.Size) < likeSize*em {
				break
			}
			late := row[i+n] < row[i+n-1] // drawn from right to left
			torn = torn || b.Left < right-touching*em || late && b.Left-right < touching*em
			right = max(right, b.Right)
		}
		if n > 1 && n <= mostPieces && (torn || between(row[i:i+n])) {
			out = append(out, slices.Clone(row[i:i+n]))
		}
		i += n
	}
	return out
}

// between reports whether a piece was drawn after both of its neighbours.
func between(row []int) bool {
	for i := 1; i+1 < len(row); i++ {
		if row[i] > row[i-1] && row[i] > row[i+1] {
			return true
		}
	}
	return false
}

// letter is a character of a piece, with its number among all letters of the line's
// pieces as they were drawn.
type letter struct {
	char
	no     int
	before int  // which letter stands before it in its piece, -1 for the first
	gap    char // the space that PDFium infers between the two, if any
}

// at is what letters are sorted by. A space stands where it ends: other letters
// may have been drawn over its beginning.
func (l *letter) at() float64 {
	if l.r == ' ' {
		return max(l.left, l.right-0.15*l.size)
	}
	return l.left
}

// compound cuts runs anew from the letters of pieces, sorted from left to right;
// false where they do not fit beside each other. Spaces that PDFium inferred inside a
// piece are kept between the two letters that they stood between, as long as these
// still follow each other.
func compound(runs []run, pieces []int) ([]run, bool) {
	var all []letter
	for _, p := range pieces {
		before, gap := -1, char{}
		for _, c := range runs[p].raw {
			if c.generated || c.r == ' ' && c.left == c.right {
				gap = c
				continue
			}
			all = append(all, letter{c, len(all), before, gap})
			before, gap = len(all)-1, char{}
		}
	}
	slices.SortStableFunc(all, func(a, b letter) int { return cmp.Compare(a.at(), b.at()) })
	chars := make([]char, 0, len(all))
	var last *letter // that leaves ink
	for i := range all {
		c := &all[i]
		if c.r == ' ' {
			if !covered(all, i, last) {
				chars = append(chars, c.char)
			}
			continue
		}
		if last != nil && c.before != last.no {
			width := math.Min(last.right-last.left, c.right-c.left)
			if last.right-c.left > sharedInk*width {
				return nil, false
			}
			if c.left-last.right > pieceGap*c.size {
				chars = append(chars, char{r: ' '})
			}
		}
		last = c
		if i > 0 && c.gap.r != 0 && c.before == all[i-1].no {
			chars = append(chars, c.gap)
		}
		chars = append(chars, c.char)
	}
	return cutRuns(chars), true
}

// covered reports whether nothing is left of the space at i between the letters
// beside it, of which last is the one before.
func covered(all []letter, i int, last *letter) bool {
	left, right := all[i].left, all[i].right
	if last != nil {
		left = max(left, last.right)
	}
	for k := i + 1; k < len(all); k++ {
		if all[k].r != ' ' {
			right = min(right, all[k].left)
			break
		}
	}
	return right-left < 0.02*all[i].size
}
