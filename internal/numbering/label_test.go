package numbering

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCutLabel(t *testing.T) {
	tests := []struct {
		line string
		unit Unit
		num  string
		rest string
	}{
		{"1. Scope", "", "1", "Scope"},
		{"4.1.1. Restoration", "", "4.1.1", "Restoration"},
		{"3.1.4 Separate the duties", "", "3.1.4", "Separate the duties"},
		{"03.01.05 Least Privilege", "", "03.01.05", "Least Privilege"},
		{"4.1. to prepare", "", "4.1", "to prepare"},
		{"(1) text", "", "1", "text"},
		{"1) text", "", "1", "text"},
		{"2a. Inserted", "", "2a", "Inserted"},
		{"2 bis. Inserted", "", "2bis", "Inserted"},
		{"(a) text", "", "a", "text"},
		{"(aa) text", "", "aa", "text"},
		{"(iv) text", "", "iv", "text"},
		{"(b bis) text", "", "bbis", "text"},
		{"a) text", "", "a", "text"},
		{"ç) mətn", "", "ç", "mətn"},
		{"ə) mətn", "", "ə", "mətn"},
		{"б) текст", "", "б", "текст"},
		{"IV. General", "", "IV", "General"},
		{"B.1.  Since the First", "", "B.1", "Since the First"},
		{"Article 12", UnitArticle, "12", ""},
		{"Article 12 Scope", UnitArticle, "12", "Scope"},
		{"Article 12. Scope", UnitArticle, "12", "Scope"},
		{"Article 12 – Scope", UnitArticle, "12", "Scope"},
		{"ARTICLE XII", UnitArticle, "XII", ""},
		{"Article premier", UnitArticle, "1", ""},
		{"Article 8 bis", UnitArticle, "8bis", ""},
		{"Article 165 ter", UnitArticle, "165ter", ""},
		{"Article 24a", UnitArticle, "24a", ""},
		{"Art. 5. Scope", UnitArticle, "5", "Scope"},
		{"§ 823 Schadensersatzpflicht", UnitClause, "823", "Schadensersatzpflicht"},
		{"§ 2a", UnitClause, "2a", ""},
		{"SEC. 101. SHORT TITLE.", UnitSection, "101", "SHORT TITLE."},
		{"Section 5", UnitSection, "5", ""},
		{"TITLE II", UnitTitle, "II", ""},
		{"PART ONE", UnitPart, "1", ""},
		{"Part 1-Preliminary", UnitPart, "1", "Preliminary"},
		{"CHAPITRE II", UnitChapter, "II", ""},
		{"Annex II", UnitAnnex, "II", ""},
		{"ANNEX", UnitAnnex, "", ""},
		{"Appendix A.  Grammar", UnitAppendix, "A", "Grammar"},
		{"Erster Abschnitt - Allgemeines", UnitSection, "1", "Allgemeines"},
		{"Maddə 12-1. Başlıq", UnitArticle, "12-1", "Başlıq"},
		{"MADDƏ 5. BAŞLIQ", UnitArticle, "5", "BAŞLIQ"},
		{"1-ci maddə. Məqsəd", UnitArticle, "1", "Məqsəd"},
		{"12-ci maddə", UnitArticle, "12", ""},
		{"3-cü fəsil", UnitChapter, "3", ""},
		{"I FƏSİL", UnitChapter, "I", ""},
		{"Birinci bölmə", UnitDivision, "1", ""},
		{"BİRİNCİ BÖLMƏ", UnitDivision, "1", ""},
		{"Əlavə № 2", UnitAnnex, "2", ""},
		{"Статья 67.1. Вставлена", UnitArticle, "67.1", "Вставлена"},
		{"Статья 67¹", UnitArticle, "67-1", ""},
		{"ГЛАВА 2. ОСНОВЫ", UnitChapter, "2", "ОСНОВЫ"},
		{"Раздел I", UnitDivision, "I", ""},
		{"Часть первая", UnitPart, "1", ""},
		{"Приложение № 1", UnitAnnex, "1", ""},
		{"MADDE 1 – Bu Kanun", UnitArticle, "1", "Bu Kanun"},
		{"BİRİNCİ BÖLÜM", UnitChapter, "1", ""},
		{"Artículo 1. Objeto.", UnitArticle, "1", "Objeto."},
		{"Artículo primero. Objeto", UnitArticle, "1", "Objeto"},
		{"Artigo 1.º", UnitArticle, "1", ""},
		{"2-bis. Testo", "", "2bis", "Testo"},
		{"Article L. 121-1-2", UnitArticle, "L121-1-2", ""},
		{"Чл. 5. Обхват", UnitArticle, "5", "Обхват"},
		{"1-бап. Мақсаты", UnitArticle, "1", "Мақсаты"},
		{"3-1-бап. Жеңілдіктер", UnitArticle, "3-1", "Жеңілдіктер"},
		{"3(1) straipsnis. Lengvatos", UnitArticle, "3-1", "Lengvatos"},
		{"3¹ straipsnis. Lengvatos", UnitArticle, "3-1", "Lengvatos"},
		{"II SKYRIUS", UnitChapter, "II", ""},
		{`2.1.1."онгоц" гэж хөлөг`, "", "2.1.1", `"онгоц" гэж хөлөг`},
		{"1 kap. Inledning", UnitChapter, "1", "Inledning"},
		{"3 a § Texten", UnitClause, "3a", "Texten"},
		{"Rozdział 2", UnitChapter, "2", ""},
		{"MADDE 7- (1) Kural", UnitArticle, "7", "(1) Kural"},
		{"GEÇİCİ MADDE 2 – Süre", UnitArticle, "geçici-2", "Süre"},
		{"Disposición adicional tercera. Plazos.", UnitArticle, "adicional-3", "Plazos."},
		{"TITRE Ier : DISPOSITIONS", UnitTitle, "I", "DISPOSITIONS"},
		{"Chapitre IIe - Suite", UnitChapter, "II", "Suite"},
		{"Art. 1er. - Objet", UnitArticle, "1", "Objet"},
		{"Article 4 bis A", UnitArticle, "4bisA", ""},
		{"I.-Outre cela", "", "I", "Outre cela"},
		{"II. - De plus", "", "II", "De plus"},
		{"3° Le prix", "", "3", "Le prix"},
		{"3.—(1) In these Rules", "", "3", "(1) In these Rules"},
		{"(1)(i) Standard", "", "1", "(i) Standard"},
		{"(2)The Minister", "", "2", "The Minister"},
		{"2.Scope", "", "2", "Scope"},
		{"3)текст пункта", "", "3", "текст пункта"},
		{"4.b Increase support", "", "4.b", "Increase support"},
		{"§§ 5 bis 7 (weggefallen)", UnitClause, "5", "(weggefallen)"},
		{"§ 8 (weggefallen)", UnitClause, "8", "(weggefallen)"},
		{"Articles 8 to 10 (repealed)", UnitArticle, "8", "(repealed)"},
		{"Anlage 2 (zu § 4 Absatz 1)", UnitAnnex, "2", "(zu § 4 Absatz 1)"},
		{"THE FIRST SCHEDULE", UnitAnnex, "1", ""},
		{"Subpart C—Standards", UnitSubpart, "C", "Standards"},
		{"3 - 4. Утратили силу.", "", "3", "Утратили силу."},
		{"Статьи 11.18 - 11.19. Утратили силу.", UnitArticle, "11.18", "Утратили силу."},
		{"I - a soberania;", "", "I", "a soberania;"},
		{"2 – A presente lei", "", "2", "A presente lei"},
		{"Artigo 2.º-A", UnitArticle, "2A", ""},
		{"Parágrafo único. Vale.", UnitClause, "1", "Vale."},
		{"Art. 3^1. - Introdus", UnitArticle, "3-1", "Introdus"},
		{"2/A. § (1) Szöveg", UnitClause, "2A", "(1) Szöveg"},
		{"II. Fejezet", UnitChapter, "II", ""},
		{"3 luku", UnitChapter, "3", ""},
		{"Глава втора", UnitChapter, "2", ""},
		{"Article. II.", UnitArticle, "II", ""},
		{"Amendment XIV", UnitArticle, "amendment-XIV", ""},
		{"Success Criterion 1.1.1 Text", UnitCriterion, "1.1.1", "Text"},
		{"Requirement 3: Protect", UnitRequirement, "3", "Protect"},
		{"EXHIBIT A - Form", UnitAnnex, "A", "Form"},
		{"Pillar 2: Resilience", UnitPillar, "2", "Resilience"},
		{"Strategic Objective 1.1 – Skills", UnitObjective, "1.1", "Skills"},
		{"Objectif stratégique 3 : Former", UnitObjective, "3", "Former"},
		{"Strateji hədəf 2. İnkişaf", UnitTarget, "2", "İnkişaf"},
		{"Стратегическая цель 4. Рост", UnitGoal, "4", "Рост"},
		{"• item", "", "", "item"},
		{"\uf0a7  item", "", "", "item"},
		{"— item", "", "", "item"},
		{"- item", "", "", "item"},
	}
	for _, tt := range tests {
		l, rest, ok := CutLabel(tt.line)
		if !ok || l.Unit != tt.unit || l.Num != tt.num || rest != tt.rest {
			t.Errorf("CutLabel(%q) = %q %q, %q, %v; want %q %q, %q", tt.line, l.Unit, l.Num, rest, ok, tt.unit, tt.num, tt.rest)
		}
		if got := strings.ReplaceAll(l.Printed+rest, " ", ""); got != strings.ReplaceAll(tt.line, " ", "") {
			t.Errorf("CutLabel(%q) prints %q", tt.line, got)
		}
	}
}

// Numbers inside running text, dates, amounts and names are no labels.
func TestCutLabelTurnsAway(t *testing.T) {
	for _, line := range []string{
		"", "Scope", "Article 12 of the Treaty applies", "Article 12(2) applies", "Articles 12 and 13", "Section 5 applies",
		"23.05.2007 tarixli", "5.3 million people", "10.000 manat", "2007 was a year", "1 The duty", "Part of it", "Title deeds",
		"(see above) it is", "(2007) was", "(a)bove", "I am", "a word", "A word", "B2B. Services", "1,5 percent", "12th of May", "-5 degrees",
		"Clause and effect", "§", "Maddə və qanun", "Статья закона", "пункт 4 Указа от 1 июня", "Статья 5 Федерального закона «О воде»", "Annexed to it", "Article", "1.apple", "c.1.2", "A. B. Jones", "J.-P. Martin", "Goal 1 is reached", "Requirement 3 protects", "5 - 10 years", "1990 – The year", "Our goal 1:", "(c) Copyright 2019 by us", "(C) 2020-2024 The Authors", "(s)he",
	} {
		if l, rest, ok := CutLabel(line); ok {
			t.Errorf("CutLabel(%q) = %+v, %q; want none", line, l, rest)
		}
	}
}

func TestRoman(t *testing.T) {
	for s, want := range map[string]int{
		"i": 1, "iv": 4, "IX": 9, "xiv": 14, "XLII": 42, "xc": 90, "CXXIII": 123,
		"": 0, "iiii": 0, "ic": 0, "vx": 0, "Iv": 0, "a": 0, "m": 0, "abc": 0,
	} {
		if got := Roman(s); got != want {
			t.Errorf("Roman(%q) = %d, want %d", s, got, want)
		}
	}
}

func TestLetter(t *testing.T) {
	for _, tt := range []struct {
		s        string
		alphabet int
		want     int
	}{
		{"a", 0, 1}, {"z", 0, 26}, {"aa", 0, 27}, {"d", 1, 5}, {"ç", 1, 4}, {"ə", 1, 7}, {"в", 2, 3}, {"к", 2, 10}, {"к", 3, 12}, {"ab", 0, 0}, {"ж", 0, 0}, {"", 0, 0},
	} {
		if got := Letter(tt.s, tt.alphabet); got != tt.want {
			t.Errorf("Letter(%q, %d) = %d, want %d", tt.s, tt.alphabet, got, tt.want)
		}
	}
}

func FuzzCutLabel(f *testing.F) {
	for _, s := range []string{"1. x", "(a) x", "Article 8 bis", "§ 5", "12-ci maddə", "Əlavə № 2 y", "8\u00a0bis", "İ. x", "1¹²", "Part 1–X"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !utf8.ValidString(s) {
			return
		}
		for _, cut := range []func(string) (Label, string, bool){CutLabel, CutBare} {
			l, rest, ok := cut(s)
			if !ok {
				continue
			}
			if l.Printed == "" || strings.Join(strings.Fields(l.Printed+rest), "") != strings.Join(strings.Fields(s), "") {
				t.Fatalf("%q cut into %q and %q", s, l.Printed, rest)
			}
			if l.Form != FormBullet && l.Num == "" && l.Unit == "" {
				t.Fatalf("%q: a label without number", s)
			}
		}
	})
}

// A form keeps its name: it is what the store holds.
func TestFormNames(t *testing.T) {
	for f := FormBare; f <= FormUnknown; f++ {
		if got := FormNamed(f.String()); got != f {
			t.Errorf("%v is named %q, which names %v", uint8(f), f, got)
		}
	}
	if got := FormNamed("no such form"); got != FormUnknown {
		t.Errorf("an unknown name names %v", got)
	}
}
