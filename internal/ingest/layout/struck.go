package layout

import (
	"slices"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// KeepStruckNumbers settles the blocks whose words are all struck out. A provision
// keeps its number, as one does that says of itself that it is repealed, with a note
// that says so; of what has no number the notes go to the block before. It reuses the
// array of d.Blocks.
func KeepStruckNumbers(d *flow.Document) {
	kept := d.Blocks[:0]
	for _, b := range d.Blocks {
		label, marks, gone := flow.OnlyLabel(b.Text)
		if gone = gone && b.Struck && !b.Row; !gone {
			b.Struck = false
			kept = append(kept, b)
			continue
		}
		own := wordsAt(d.Struck, b.Place)
		if b.Text = SettleStruck(own, strings.TrimSpace(b.Num+" "+label), marks); b.Text != "" {
			b.Num, b.Notes = "", append([]revision.Note{StruckNote()}, b.Notes...)
			kept = append(kept, b)
		} else if n := len(kept); n > 0 {
			kept[n-1].Notes = append(kept[n-1].Notes, b.Notes...)
		} else if len(b.Notes) > 0 {
			kept = append(kept, flow.Block{Place: b.Place, Notes: b.Notes})
		}
	}
	d.Blocks = kept
}

// SettleStruck says which number stays of a block whose words are all struck out: the
// label that is left of it or, without one, that which the words open with, and which is
// cut off them. What is no number, and marks that are left, go with the words.
func SettleStruck(words []flow.Dropped, label, marks string) (number string) {
	if len(words) == 0 {
		return label
	}
	first, last := &words[0], &words[len(words)-1]
	last.Text += marks
	if label != "" && flow.IsNumber(label) {
		return label
	}
	if label != "" {
		first.Text = label + " " + first.Text
	} else if l, rest, ok := numbering.CutLabel(CloseUp(Squeeze(first.Text))); ok && flow.IsNumber(l.Printed) {
		first.Text = rest
		return l.Printed
	}
	return ""
}

// wordsAt are the struck-out words of one place, which stand together, as the readers
// list them; of one that was read elsewhere than its words the first of all, so that
// the count is right. The slice shares its array with struck: callers change it.
func wordsAt(struck []flow.Dropped, at flow.Place) []flow.Dropped {
	i := slices.IndexFunc(struck, func(s flow.Dropped) bool { return s.Place == at })
	if i < 0 {
		return struck[:min(1, len(struck))]
	}
	n := i
	for n < len(struck) && struck[n].Place == at {
		n++
	}
	return struck[i:n]
}

// StruckNote says of a provision that it is struck out whole; with the numbers of
// others, that those are which stood in it or beside it. The note is editorial: it
// comes from the look of the source and not from its words.
func StruckNote(numbers ...string) revision.Note {
	text := flow.WhyStruck
	if len(numbers) > 0 {
		text += ": " + strings.Join(numbers, " ")
	}
	return revision.Note{Kind: revision.NoteEditorial, Text: text}
}
