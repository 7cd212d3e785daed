package layout

import "testing"

func TestPageNumber(t *testing.T) {
	for s, want := range map[string]int{
		"12": 12, "- 12 -": 12, "Page 3 of 10": 3, "3/10": 3, "[Page 7]": 7, "стр. 5": 5, "Səhifə 9": 9,
		"12.": 0, "[12]": 0, "(1)": 0, "12 months": 0, "": 0, "page": 0, "1.2": 0, "2007-2008 plan": 0,
	} {
		if got := PageNumber(s); got != want {
			t.Errorf("pageNumber(%q) = %d, want %d", s, got, want)
		}
	}
}
