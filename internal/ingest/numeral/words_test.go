package numeral

import "testing"

func TestWords(t *testing.T) {
	for n, want := range map[int][2]string{
		1: {"One", "First"}, 2: {"Two", "Second"}, 5: {"Five", "Fifth"}, 12: {"Twelve", "Twelfth"}, 14: {"Fourteen", "Fourteenth"},
		20: {"Twenty", "Twentieth"}, 21: {"Twenty-one", "Twenty-first"}, 100: {"One hundred", "One hundredth"},
		109: {"One hundred nine", "One hundred ninth"}, 1040: {"One thousand forty", "One thousand fortieth"},
	} {
		for i, ordinal := range []bool{false, true} {
			if got, ok := Words(n, ordinal); !ok || got != want[i] {
				t.Errorf("Words(%d, %v) = %q, want %q", n, ordinal, got, want[i])
			}
		}
	}
	for _, n := range []int{0, -1, 10000} {
		if got, ok := Words(n, true); ok {
			t.Errorf("Words(%d) = %q", n, got)
		}
	}
}
