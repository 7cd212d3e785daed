package flow

import "testing"

func TestRemarkEnd(t *testing.T) {
	for _, tt := range []struct {
		name       string
		paragraphs []string
		want       int
	}{
		{"over three paragraphs", []string{"(в ред. Федеральных законов от 05.05.2020 N 100-ФЗ,", "от 06.06.2021 N 200-ФЗ,", "от 07.07.2022 N 300-ФЗ)", "Поле"}, 2},
		{"below its heading", []string{"Список изменяющих документов", "(в ред. Федерального закона от 05.05.2020 N 100-ФЗ)"}, 1},
		{"one paragraph", []string{"(в ред. Федерального закона от 05.05.2020 N 100-ФЗ)", "Поле"}, 0},
		{"never closed", []string{"(в ред. Федеральных законов от 05.05.2020 N 100-ФЗ,", "Поле есть земля."}, 0},
		{"a numbered provision between", []string{"(в ред. Федеральных законов от 05.05.2020 N 100-ФЗ,", "", "от 06.06.2021 N 200-ФЗ)"}, 0},
		{"brackets of the text's own", []string{"(поле, сад,", "дорога)"}, 0},
		{"a list behind the text", []string{"Список изменяющих документов", "1. Закон от 05.05.2020 N 100-ФЗ"}, 0},
	} {
		got := RemarkEnd(func(i int) string { return tt.paragraphs[i] }, len(tt.paragraphs), 0)
		if got != tt.want {
			t.Errorf("%s: ends at %d, want %d", tt.name, got, tt.want)
		}
	}
}
