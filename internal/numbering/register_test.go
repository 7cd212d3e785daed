package numbering

import (
	"fmt"
	"testing"
)

// Labels as Azerbaijani and Russian acts print them.
func TestRegisterLabels(t *testing.T) {
	for printed, want := range map[string]string{
		"Maddə 12. Tarla növləri": "article 12 word Tarla növləri", "Maddə 12-1. Tarla": "article 12-1 word Tarla", "Maddə 12.Tarla": "article 12 word Tarla",
		"Maddə 12 Tarla": "article 12 word Tarla", "12-1.3. Tarla": " 12-1.3 dot Tarla", "12.3-1. Tarla": " 12.3-1 dot Tarla", "2-2.1. Tarla": " 2-2.1 dot Tarla",
		"1.1.Tarla sahəsi": " 1.1 dot Tarla sahəsi", "1.“Tarla Qaydası”": " 1 dot “Tarla Qaydası”", "1.1.«Поля»": " 1.1 dot «Поля»", "12.1.[5] Tarla": " 12.1 dot [5] Tarla",
		"I fəsil": "chapter I word ", "1-ci fəsil": "chapter 1 word ", "On birinci fəsil": "chapter 11 word ", "İyirminci fəsil": "chapter 20 word ",
		"İyirmi birinci fəsil": "chapter 21 word ", "Otuz doqquzuncu fəsil": "chapter 39 word ", "ON BİRİNCİ FƏSİL": "chapter 11 word ", "Qırx altıncı fəsil": "chapter 46 word ",
		"XVIII-I fəsil": "chapter XVIII-I word ", "VII-1 fəsil": "chapter VII-1 word ", "VII¹ fəsil": "chapter VII-1 word ", "5-1-ci fəsil": "chapter 5-1 word ",
		"Birinci bölmə. Ümumi müddəalar": "division 1 word Ümumi müddəalar", "Yarımfəsil 1. Sular": "subsection 1 word Sular",
		"1 nömrəli əlavə": "annex 1 word ", "3 saylı əlavə": "annex 3 word ", "“Tarla haqqında” Qanuna 1 nömrəli əlavə": "annex 1 word ", "Əlavə № 2": "annex 2 word ",
		"Глава одиннадцатая": "chapter 11 word ", "Глава двадцать первая": "chapter 21 word ", "РАЗДЕЛ ПЕРВЫЙ": "division 1 word ",
		"Статья 7¹. Поля": "article 7-1 word Поля", "12¹) поля": " 12-1 paren поля", "3. (Часть утратила силу - закон)": " 3 dot (Часть утратила силу - закон)",
	} {
		l, rest, ok := CutLabel(printed)
		if got := fmt.Sprintf("%s %s %v %s", l.Unit, l.Num, l.Form, rest); !ok || got != want {
			t.Errorf("%q is %q (%v), want %q", printed, got, ok, want)
		}
	}
	for _, text := range []string{"On birinci gündə", "Bu Qanuna 1 nömrəli əlavədə", "tarlalar 1 nömrəli əlavə"} {
		if l, _, ok := CutLabel(text); ok {
			t.Errorf("%q is taken for the label %+v", text, l)
		}
	}
}
