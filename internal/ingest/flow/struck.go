package flow

import (
	"slices"
	"strings"

	"conceptdiff/internal/numbering"
)

// Marks around struck-out words in text that a reader has not cut yet: two code
// points that stand for no character.
const (
	StruckFrom = "\ufdd0"
	StruckTo   = "\ufdd1"
)

// CutStruck cuts the struck-out words out of marked text and gives them by runs;
// with keep they are text.
func CutStruck(marked string, keep bool) (text string, struck []string) {
	if !strings.Contains(marked, StruckFrom) {
		return strings.ReplaceAll(marked, StruckTo, ""), nil
	}
	p := Prose{KeepStruck: keep}
	var script Script
	for marked != "" {
		i := strings.IndexAny(marked, StruckFrom+StruckTo)
		if i < 0 {
			i = len(marked)
		}
		p.Write(marked[:i], script)
		if marked = marked[i:]; marked != "" {
			script.Struck = strings.HasPrefix(marked, StruckFrom)
			marked = marked[len(StruckFrom):]
		}
	}
	return p.String(), p.Struck()
}

// DropStruckBlocks takes out the blocks whose words are all struck out, with the
// number that stood before them: a clause without words is none. Their notes go to
// the block before.
func (d *Document) DropStruckBlocks() {
	kept := d.Blocks[:0]
	for _, b := range d.Blocks {
		if !b.Struck || !OnlyLabel(b.Text) || b.Row {
			kept = append(kept, b)
			continue
		}
		if label := strings.TrimSpace(b.Num + " " + b.Text); label != "" {
			i := slices.IndexFunc(d.Struck, func(s Dropped) bool { return s.Place == b.Place })
			if i < 0 {
				i = 0 // read elsewhere than its words: the count is right
			}
			d.Struck[i].Text = label + " " + d.Struck[i].Text
		}
		if n := len(kept); n > 0 {
			kept[n-1].Notes = append(kept[n-1].Notes, b.Notes...)
		} else if len(b.Notes) > 0 {
			kept = append(kept, Block{Place: b.Place, Notes: b.Notes})
		}
	}
	d.Blocks = kept
}

// OnlyLabel reports whether a text is empty or nothing but the label of a provision.
func OnlyLabel(text string) bool {
	if strings.TrimSpace(text) == "" {
		return true
	}
	_, rest, ok := numbering.CutLabel(text)
	return ok && rest == ""
}
