package layout

import "testing"

func TestCloseGaps(t *testing.T) {
	for s, want := range map[string]string{
		"Madd ə 12. Tarla": "Maddə 12. Tarla", "Madd ə 12-1. Tarla": "Maddə 12-1. Tarla", "Maddə 1 2 . Tarla": "Maddə 12. Tarla",
		"XVIII F Ə SİL": "XVIII FƏSİL", "XVIII-I f ə sil [113]": "XVIII-I fəsil [113]", "F Ə SİL 1": "FƏSİL 1", "Стать я 7. Поля": "Статья 7. Поля",
		"Maddə 12. Tarla": "Maddə 12. Tarla", "A part 1 of it": "A part 1 of it", "Bir tarla 1 2": "Bir tarla 1 2", "Maddə ilə 3 tarla": "Maddə ilə 3 tarla", "": "",
	} {
		if got := closeGaps(s); got != want {
			t.Errorf("closeGaps(%q) = %q, want %q", s, got, want)
		}
	}
}
