package layout

import "testing"

func TestCutMarks(t *testing.T) {
	for s, want := range map[string]string{
		"Su axır.[12]": "Su axır.", "Su axır. [12][13]": "Su axır.", "[10]": "", "key[0] of it": "key[0] of it", "as in [a]": "as in [a]", "": "",
	} {
		if got := cutMarks(s); got != want {
			t.Errorf("cutMarks(%q) = %q, want %q", s, got, want)
		}
	}
}

func TestNoteList(t *testing.T) {
	lines := func(texts ...string) []Line {
		var out []Line
		for _, s := range texts {
			out = append(out, Line{Text: s})
		}
		return out
	}
	for _, tt := range []struct {
		lines []Line
		want  int
	}{
		{lines("1. Su axır.", "[1]", "2. Bağ.", "SİYAHI", "[1] bir", "[2] iki", "[3] üç"), 4},
		{lines("1. Su axır.", "[1]", "2. Bağ."), 3},
		{nil, 0},
	} {
		if got := noteList(tt.lines); got != tt.want {
			t.Errorf("noteList = %d, want %d", got, tt.want)
		}
	}
}
