package layout

import (
	"slices"
	"testing"
)

// Marks of endnotes on lines of their own are no running lines, although they stand at
// the edges of pages and differ in their figures alone.
func TestEndnoteMarksAreNotRunning(t *testing.T) {
	text := "Act\n\n"
	for _, mark := range []string{"[1]", "[2]", "[3]", "[4]"} {
		text += "1. The field is ploughed in spring and\n" + mark + "\f2. The garden is dug in autumn.\n"
	}
	text += "[1] Replaced by Act 1.\n[2] Replaced by Act 2.\n[3] Replaced by Act 3.\n[4] Replaced by Act 4.\n"
	lines := SplitLines(text)
	LabelLines(lines)
	if _, dropped := DropArtefacts(lines); len(dropped) > 0 {
		t.Errorf("dropped %v", dropped)
	}
}

// Two parted labels are chance; a word before a sentence is none.
func TestJoinLabels(t *testing.T) {
	for _, tt := range []struct {
		text string
		want []string
	}{
		{"Maddə\n1 . Su\nMaddə\n2 . Yol\n", []string{"Maddə", "1 . Su", "Maddə", "2 . Yol"}},
		{"Maddə\n1 . Su\nMaddə\n2 . Yol\nMaddə\n3 . Dağ\n", []string{"Maddə 1 . Su", "Maddə 2 . Yol", "Maddə 3 . Dağ"}},
		{"part\n1. 5 apples\npart\n2.5 pears\npart\n3. plums\n", []string{"part", "1. 5 apples", "part", "2.5 pears", "part", "3. plums"}},
	} {
		var got []string
		for _, ln := range JoinLabels(SplitLines(tt.text)) {
			got = append(got, ln.Text)
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%q: %q, want %q", tt.text, got, tt.want)
		}
	}
}
