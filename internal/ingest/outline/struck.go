package outline

import (
	"slices"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/revision"
)

// dropReplaced takes out the numbers of struck-out provisions beside which they stand
// with new words: 12.3 twice, the old one struck out, is one 12.3, with a note.
// blocks is left as it is: a changed copy is given back.
func dropReplaced(blocks []layout.Block) []layout.Block {
	if !slices.ContainsFunc(blocks, func(b layout.Block) bool { return b.Struck }) {
		return blocks
	}
	blocks = slices.Clone(blocks)
	kept := blocks[:0:0]
	for i := range blocks {
		b := blocks[i]
		if !b.Struck {
			kept = append(kept, b)
			continue
		}
		new := replacement(blocks, i)
		if last := lastNumbered(kept); new == nil && last != nil && !last.Struck && sameNumber(last, &b) {
			new = last
		}
		if new == nil {
			kept = append(kept, b)
			continue
		}
		new.Notes = slices.Concat([]revision.Note{layout.StruckNote(b.Label.Printed)}, otherNotes(b.Notes), new.Notes)
	}
	return kept
}

// replacement finds the provision that bears the number of the struck-out one at i:
// among as many numbered blocks behind the run of struck-out ones as that is long.
func replacement(blocks []layout.Block, i int) *layout.Block {
	first, end := i, i+1
	for first > 0 && blocks[first-1].Struck {
		first--
	}
	for end < len(blocks) && blocks[end].Struck {
		end++
	}
	left := end - first
	for k := end; k < len(blocks) && left > 0 && !blocks[k].Struck; k++ {
		switch b := &blocks[k]; {
		case sameNumber(b, &blocks[i]):
			return b
		case b.Label.Unit != "" && blocks[first].Label.Unit == "":
			return nil // of the next article
		case b.Numbered():
			left--
		}
	}
	return nil
}

// lastNumbered is the last of the blocks that bears a number, nil where none does.
func lastNumbered(blocks []layout.Block) *layout.Block {
	for i := len(blocks) - 1; i >= 0; i-- {
		if blocks[i].Numbered() {
			return &blocks[i]
		}
	}
	return nil
}

// sameNumber reports whether two blocks bear one number, written in one form.
func sameNumber(a, b *layout.Block) bool {
	return a.Numbered() && a.Label.Unit == b.Label.Unit && a.Label.Num == b.Label.Num && a.Label.Form == b.Label.Form
}

// foldStruck puts the numbers of what stood in a clause that is struck out whole into
// its note: of an article that is no longer there its own number is left, and not
// those of its parts. A chapter keeps the numbers of its articles, which others cite.
// It runs when the tree is whole, from the leaves up.
func (b *builder) foldStruck() {
	var fold func(p *revision.Provision) bool // whether nothing of p is left but numbers
	fold = func(p *revision.Provision) bool {
		gone := b.struck[p]
		for _, c := range p.Children {
			gone = fold(c) && gone
		}
		if !gone || p.Kind != revision.KindClause || len(p.Children) == 0 {
			return gone
		}
		var numbers []string
		var notes []revision.Note
		for _, c := range p.Children {
			numbers = append(numbers, c.Num)
			notes = append(notes, otherNotes(c.Notes)...)
		}
		p.Notes = append(append(p.Notes, layout.StruckNote(numbers...)), notes...)
		p.Children = nil
		return true
	}
	for _, c := range b.res.Components {
		fold(c)
	}
}

// otherNotes are the notes beside the one that a provision is struck out.
func otherNotes(notes []revision.Note) []revision.Note {
	return slices.DeleteFunc(slices.Clone(notes), func(n revision.Note) bool { return n == layout.StruckNote() })
}
