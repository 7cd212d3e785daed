package message

import "testing"

func TestSay(t *testing.T) {
	for _, tc := range []struct {
		language, phrase, want string
		args                   []any
	}{
		{"en", "{0 clause} then, {1} now: {2}.", "1 clause then, 12,345 now: x.", []any{1, 12345, "x"}},
		{"ru", "{0 clause} then, {1} now: {2}.", "Было 21 структурная единица, стало 12\u00a0345: x.", []any{21, 12345, "x"}},
		{"az", "{0 clause} then, {1} now: {2}.", "Əvvəl 21 struktur vahidi, indi 12\u00a0345: x.", []any{21, 12345, "x"}},
		{"az", "paragraph {0}", "6-cı abzas", []any{"6"}},
		{"ru", "paragraph {0}", "абзац 6", []any{"6"}},
		{"en", "to [a clause]", "to", nil},
		{"en", "{0}: {not a place} {9}", "a: {not a place} {9}", []any{"a"}},
		{"en", "{0}", "{1}", []any{"{1}", "x"}}, // what is put in is not read again
		{"ru", "{0 mark or decision}: {1}", "22 отметки и решения: x", []any{22, "x"}},
		{"ru", "with {0 clause below}", "вместе с 21 вложенной структурной единицей", []any{21}},
		{"az", "with {0 clause below}", "5 alt struktur vahidi ilə birlikdə", []any{5}},
		{"xx", "{0 word} deleted", "2 words deleted", []any{2}},
		{"ru", "no such phrase", "no such phrase", nil},
	} {
		if got := In(tc.language).Say(tc.phrase, tc.args...); got != tc.want {
			t.Errorf("%s: %q gives %q, want %q", tc.language, tc.phrase, got, tc.want)
		}
	}
}

func TestWord(t *testing.T) {
	for english, want := range map[string]string{"amended": "изменено", "an unknown phrase": "an unknown phrase", "": ""} {
		if got := In("ru").Word(english); got != want {
			t.Errorf("%q gives %q, want %q", english, got, want)
		}
		if got := In("en").Word(english); got != english {
			t.Errorf("%q gives %q in English", english, got)
		}
	}
}

func TestPut(t *testing.T) {
	for _, tc := range []struct {
		code   string
		args   []any
		en, ru string
	}{
		{"divided", []any{3}, "divided into 3 clauses", "разделено: теперь 3 структурные единицы"},
		{"divided", []any{5}, "divided into 5 clauses", "разделено: теперь 5 структурных единиц"},
		{
			"expected-some-stand",
			[]any{4, 1, 2, 1},
			"provisions it is tied to: 4; word for word: 1; in other words or in part: 2; no longer said: 1",
			"связанных положений: 4; дословно: 1; иными словами или частично: 2; больше не говорится: 1",
		},
		{"mark-split", []any{[]string{"4.1", "4.2", "4.3"}}, "split into 4.1, 4.2 and 4.3", "разделено: 4.1, 4.2 и 4.3"},
		{"mark-merged", []any{[]string{"3.2", "3.3"}, []string{"3.2"}}, "merged from 3.2 and 3.3 into 3.2", "объединено: 3.2 и 3.3 в 3.2"},
		{"mark-words-only", []any{[]string{"4.1/p2"}}, "its words stand in 4.1/p2 alone", "его слова стоят только в 4.1/p2"},
		{"no-such-code", []any{1}, "no-such-code", "no-such-code"},
	} {
		if got := In("en").Put(tc.code, tc.args...); got != tc.en {
			t.Errorf("%s gives %q, want %q", tc.code, got, tc.en)
		}
		if got := In("ru").Put(tc.code, tc.args...); got != tc.ru {
			t.Errorf("%s gives %q, want %q", tc.code, got, tc.ru)
		}
	}
}

func TestCount(t *testing.T) {
	forms := map[int]string{
		0: "структурных единиц", 1: "структурная единица", 2: "структурные единицы", 4: "структурные единицы", 5: "структурных единиц", 11: "структурных единиц", 12: "структурных единиц", 14: "структурных единиц",
		21: "структурная единица", 22: "структурные единицы", 25: "структурных единиц", 101: "структурная единица", 111: "структурных единиц", 112: "структурных единиц", 1004: "структурные единицы",
	}
	for n, form := range forms {
		p := In("ru")
		if got, want := p.Count(n, "clause"), p.Number(n)+" "+form; got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	if got := In("az").Count(1002, "clause"); got != "1\u00a0002 struktur vahidi" {
		t.Errorf("got %q", got)
	}
	if got := In("en").Count(0, "clause") + ", " + In("en").Count(1, "clause"); got != "0 clauses, 1 clause" {
		t.Errorf("got %q", got)
	}
}

func TestDate(t *testing.T) {
	for _, tc := range []struct{ language, iso, want string }{
		{"en", "2007-05-23", "23 May 2007"},
		{"az", "2007-05-23", "23 may 2007-ci il"},
		{"az", "2006-01-01", "1 yanvar 2006-cı il"},
		{"az", "2010-09-09", "9 sentyabr 2010-cu il"},
		{"az", "2020-12-31", "31 dekabr 2020-ci il"},
		{"az", "2000-02-02", "2 fevral 2000-ci il"},
		{"az", "1993-06-15", "15 iyun 1993-cü il"},
		{"ru", "2007-05-23", "23 мая 2007 г."},
		{"ru", "2025-10-07", "7 октября 2025 г."},
		{"ru", "May 2007", "May 2007"},
		{"en", "2007-13-01", "2007-13-01"},
		{"en", "", ""},
	} {
		if got := In(tc.language).Date(tc.iso); got != tc.want {
			t.Errorf("%s: %s gives %q, want %q", tc.language, tc.iso, got, tc.want)
		}
	}
}

// A day in a list is short in English and written out in the other languages.
func TestDay(t *testing.T) {
	for language, want := range map[string]string{"en": "2007-05-23", "az": "23 may 2007-ci il", "ru": "23 мая 2007 г."} {
		if got := In(language).Day("2007-05-23"); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestList(t *testing.T) {
	for _, tc := range []struct {
		language string
		words    []string
		want     string
	}{
		{"en", nil, ""},
		{"en", []string{"1"}, "1"},
		{"en", []string{"1", "2", "3"}, "1, 2 and 3"},
		{"az", []string{"1", "2"}, "1 və 2"},
		{"ru", []string{"1", "2", "3"}, "1, 2 и 3"},
	} {
		p := In(tc.language)
		if got := p.List(tc.words); got != tc.want {
			t.Errorf("%s: %q, want %q", tc.language, got, tc.want)
		}
		if got := p.Say("{0}", tc.words); got != tc.want {
			t.Errorf("%s: %q as an argument, want %q", tc.language, got, tc.want)
		}
	}
}

// What is counted comes after the number in English, before it elsewhere.
func TestCounted(t *testing.T) {
	for language, want := range map[string]string{"en": "1,200 carried over", "az": "saxlanılıb – 1\u00a0200", "ru": "сохранено — 1\u00a0200"} {
		if got := In(language).Counted(1200, "carried over"); got != want {
			t.Errorf("%s: %q, want %q", language, got, want)
		}
	}
}

func TestOrdinal(t *testing.T) {
	for n, want := range map[int]string{
		0: "0-cı", 1: "1-ci", 3: "3-cü", 6: "6-cı", 9: "9-cu", 10: "10-cu", 16: "16-cı", 20: "20-ci", 40: "40-cı", 90: "90-cı",
		100: "100-cü", 140: "140-cı", 1000: "1000-ci", 2100: "2100-cü", 1_000_000: "1000000-cu",
	} {
		if got := In("az").Ordinal(n); got != want {
			t.Errorf("%d gives %s, want %s", n, got, want)
		}
	}
	for n, want := range map[int]string{1: "1st", 2: "2nd", 3: "3rd", 4: "4th", 11: "11th", 12: "12th", 13: "13th", 21: "21st", 112: "112th"} {
		if got := In("en").Ordinal(n); got != want {
			t.Errorf("%d gives %s, want %s", n, got, want)
		}
	}
}

func TestCapital(t *testing.T) {
	for language, want := range map[string]string{"en": "Icra", "az": "İcra"} {
		if got := In(language).Capital("icra"); got != want {
			t.Errorf("%s: %s, want %s", language, got, want)
		}
	}
	if got := In("az").Upper("ilk qı"); got != "İLK QI" {
		t.Errorf("got %s", got)
	}
	if got := In("ru").Capital(""); got != "" {
		t.Errorf("got %q", got)
	}
}

// Clauses are counted by the name that is printed on them.
func TestNamed(t *testing.T) {
	for _, c := range []struct{ language, unit, want string }{
		{"en", "article", "3 articles"},
		{"en", "", "3 clauses"},
		{"ru", "article", "3 статьи"},
		{"ru", "point", "3 пункта"},
		{"az", "article", "3 maddə"},
		{"az", "part", "3 hissə"},
		{"az", "", "3 struktur vahidi"},
	} {
		if got := In(c.language).Named(c.unit).Count(3, "clause"); got != c.want {
			t.Errorf("%s, %s: %q, want %q", c.language, c.unit, got, c.want)
		}
	}
}

func TestDecimal(t *testing.T) {
	for lang, want := range map[string]string{"en": "1.50", "az": "1,50", "ru": "1,50"} {
		if got := In(lang).Decimal(1.5); got != want {
			t.Errorf("%s: %s, want %s", lang, got, want)
		}
	}
}
