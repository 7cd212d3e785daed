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

func TestCloseUp(t *testing.T) {
	for s, want := range map[string]string{
		"M a d d ə 1 2 . Tarla": "Maddə 12. Tarla", "M a d d ə 7 3 - 1 . Tarla": "Maddə 73-1. Tarla", "Maddə 7 3 - 1 . Tarla": "Maddə 73-1. Tarla",
		"С т а т ь я 1.": "Статья 1.", "I f ə s i l": "I fəsil", "X V I I I f ə s i l": "XVIII fəsil", "X X X V I I I f ə s i l": "XXXVIII fəsil", "F Ə S İ L 1": "FƏSİL 1", "I b ö l m ə": "I bölmə",
		"Статьи 8 - 9. Утратили силу.": "Статьи 8 - 9. Утратили силу.", "a b c d": "a b c d",
	} {
		if got := CloseUp(s); got != want {
			t.Errorf("CloseUp(%q) = %q, want %q", s, got, want)
		}
	}
}
