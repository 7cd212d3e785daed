package layout

import (
	"slices"
	"testing"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// A provision whose words are all struck out keeps its number, wherever that stood;
// what has none goes, its notes to what stands before.
func TestKeepStruckNumbers(t *testing.T) {
	note := []revision.Note{{Kind: revision.NoteEditorial, Mark: "3", Text: "repealed"}}
	at := func(line int) flow.Place { return flow.Place{Line: line} }
	d := &flow.Document{
		Blocks: []flow.Block{
			{Place: at(1), Text: "1.1. The field is land."},
			{Place: at(2), Text: "1.2.", Struck: true, Notes: note},
			{Place: at(3), Num: "3.", Struck: true},
			{Place: at(4), Text: "1.4. Repealed.", Struck: true},
			{Place: at(5), Num: "5."},
			{Place: at(6), Text: ";", Struck: true},
			{Place: at(7), Struck: true, Notes: note},
			{Place: at(8), Num: "•", Struck: true},
		},
		Struck: []flow.Dropped{
			{Place: at(2), Text: "Old words."},
			{Place: at(3), Text: "More."},
			{Place: at(4), Text: "Last."},
			{Place: at(6), Text: "M a d d ə 1 6 . Old"},
			{Place: at(7), Text: "No number."},
			{Place: at(8), Text: "item"},
		},
	}
	KeepStruckNumbers(d)
	var got []string
	for _, b := range d.Blocks {
		s := b.Num + b.Text
		for _, n := range b.Notes {
			s += " [" + n.Text + "]"
		}
		got = append(got, s)
	}
	for _, s := range d.Struck {
		got = append(got, s.Text)
	}
	want := []string{
		"1.1. The field is land.", "1.2. [struck out] [repealed]", "3. [struck out]", "1.4. Repealed.", "5.", "Maddə 16. [struck out] [repealed]",
		"Old words.", "More.", "Last.", "Old;", "No number.", "• item",
	}
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
