package concord_test

import (
	"strings"
	"testing"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/relate/concord"
	"conceptdiff/internal/revision"
)

func readText(t *testing.T, lang, text string) *revision.Revision {
	t.Helper()
	r, err := ingest.Read("x.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return &revision.Revision{Meta: revision.Meta{Label: lang, Language: lang}, Components: r.Components}
}

// harbour is one text in three languages, with numbers in figures and words, fractions,
// times, dates with and without year and day, Roman numerals, names in three spellings.
var harbour = map[string]string{
	"en": `1. Purpose

The Harbour Strategy was approved by Order No. 214 of 3 March 2019. It has twenty-five measures and is in force until the end of 2030.

2. Lamps

Heydar Mammadov leads the Lantern Office in Lankaran. One third of the lamps (1.5 million manats) shall be renewed within two years; the share of oil falls from 40 per cent to 12.5 per cent.

3. Boats

The port of Baku receives 10,500 boats, of them seventeen steamers, from 9 a.m. to 18:30. Samir Guliyev inspects them twice a year.

4. Partners

The Republic cooperates with NATO and the European Union under resolution 1325 and Article 12(3). In the first half of the twentieth century there were no treaties.

5. Money

The fund holds three hundred thousand euros, 2 billion manats and USD 45.7 million. Heydar Mammadov reports in June and on the fifth of October. Chapter IV applies. Samir Guliyev of Baku and of Lankaran keeps the seal.
`,
	"az": `1. Məqsəd

Liman Strategiyası 2019-cu il martın 3-də 214 nömrəli Sərəncamla təsdiq edilib. Onun iyirmi beş tədbiri var və 2030-cu ilin sonunadək qüvvədədir.

2. Fənərlər

Heydər Məmmədov Lənkəranda Fənər İdarəsinə rəhbərlik edir. Fənərlərin üçdə biri (1,5 milyon manat) iki il ərzində yenilənməlidir; neftin payı 40 faizdən 12,5 faizə enir.

3. Qayıqlar

Bakı limanı saat 9-dan 18.30-dək 10 500 qayıq, o cümlədən on yeddi paroxod qəbul edir. Samir Quliyev onları ildə iki dəfə yoxlayır.

4. Tərəfdaşlar

Respublika NATO və Avropa İttifaqı ilə 1325 saylı qətnamə və 12(3) maddəsi əsasında əməkdaşlıq edir. İyirminci əsrin birinci yarısında müqavilə olmayıb.

5. Pul

Fondda üç yüz min avro, 2 milyard manat və 45,7 milyon ABŞ dolları var. Heydər Məmmədov iyunda və oktyabrın 5-də hesabat verir. IV fəsil tətbiq olunur. Bakı və Lənkəran üzrə möhürü Samir Quliyev saxlayır.
`,
	"ru": `1. Цель

Стратегия гавани утверждена Распоряжением № 214 от 3 марта 2019 года. В ней двадцать пять мер, и она действует до конца 2030 года.

2. Фонари

Гейдар Мамедов возглавляет Службу фонарей в Ленкорани. Треть фонарей (1,5 миллиона манатов) обновляется за два года; доля нефти снижается с 40 процентов до 12,5 процента.

3. Лодки

Порт Баку принимает с 9 до 18:30 10 500 лодок, из них семнадцать пароходов. Самир Гулиев проверяет их дважды в год.

4. Партнёры

Республика сотрудничает с НАТО и Европейским союзом на основе резолюции 1325 и статьи 12(3). В первой половине двадцатого века договоров не было.

5. Деньги

В фонде триста тысяч евро, 2 миллиарда манатов и 45,7 млн долларов США. Гейдар Мамедов отчитывается в июне и 5 октября. Применяется глава IV. Печать в Баку и Ленкорани хранит Самир Гулиев.
`,
}

var plants = []struct{ lang, clause, was, is string }{
	{"az", "1", "214 nömrəli", "241 nömrəli"},
	{"ru", "1", "№ 214", "№ 215"},
	{"az", "1", "martın 3-də", "mayın 3-də"},
	{"ru", "1", "3 марта", "13 марта"},
	{"en", "1", "3 March 2019", "3 March 2018"},
	{"az", "1", "iyirmi beş", "otuz beş"},
	{"ru", "1", "двадцать пять", "двадцать шесть"},
	{"en", "1", "2030", "2035"},
	{"az", "2", "Heydər Məmmədov", "Hüseyn Məmmədov"},
	{"ru", "2", "Гейдар Мамедов", "Гейдар Сафаров"},
	{"az", "2", "Lənkəranda", "Şəkidə"},
	{"ru", "2", "Ленкорани", "Шеки"},
	{"az", "2", "1,5 milyon", "1,5 milyard"},
	{"ru", "2", "1,5 миллиона", "1,6 миллиона"},
	{"az", "2", "iki il", "üç il"},
	{"ru", "2", "за два года", "за три года"},
	{"az", "2", "üçdə biri", "dörddə biri"},
	{"ru", "2", "Треть", "Четверть"},
	{"az", "2", "12,5 faizə", "15,2 faizə"},
	{"ru", "2", "40 процентов", "14 процентов"},
	{"az", "3", "on yeddi", "on doqquz"},
	{"ru", "3", "семнадцать", "семьдесят"},
	{"az", "3", "18.30", "18.00"},
	{"ru", "3", "18:30", "17:30"},
	{"az", "3", "10 500", "15 000"},
	{"az", "3", "Samir Quliyev", "Səməd Quliyev"},
	{"ru", "3", "Баку", "Гянджи"},
	{"ru", "3", "дважды", "трижды"},
	{"az", "3", "iki dəfə", "üç dəfə"},
	{"az", "4", "NATO", "ATƏT"},
	{"ru", "4", "НАТО", "ОБСЕ"},
	{"az", "4", "1325", "1352"},
	{"ru", "4", "12(3)", "12(2)"},
	{"az", "4", "İyirminci", "On doqquzuncu"},
	{"ru", "4", "двадцатого", "девятнадцатого"},
	{"ru", "4", "первой половине", "второй половине"},
	{"az", "5", "üç yüz min", "üç min"},
	{"ru", "5", "триста тысяч", "двести тысяч"},
	{"az", "5", "2 milyard", "2 milyon"},
	{"ru", "5", "45,7 млн", "47,5 млн"},
	{"az", "5", "iyunda", "iyulda"},
	{"ru", "5", "в июне", "в июле"},
	{"az", "5", "oktyabrın 5-də", "oktyabrın 15-də"},
	{"ru", "5", "глава IV", "глава VI"},
	{"az", "5", "IV fəsil", "IX fəsil"},
	{"az", "5", "45,7 milyon", "45,7 milyard"},
}

// Equal texts do not differ, however each language writes what it says; of the planted
// differences all are told but seven, and none elsewhere: a name that stands once (NATO),
// one that stands at the head of a sentence without another (Bakı), and «first» for
// «second», since «first» is no number.
func TestForms(t *testing.T) {
	texts := map[string]*revision.Revision{}
	for lang, text := range harbour {
		texts[lang] = readText(t, lang, text)
	}
	for _, p := range [][2]string{{"en", "az"}, {"en", "ru"}, {"az", "ru"}} {
		if d := concord.Check(texts[p[0]], texts[p[1]]); len(d) > 0 {
			t.Errorf("%v are equal, and differ: %+v", p, d)
		}
	}
	missed := 0
	for _, x := range plants {
		at := strings.Index("\n"+harbour[x.lang], "\n"+x.clause+".")
		text := harbour[x.lang][:at] + strings.Replace(harbour[x.lang][at:], x.was, x.is, 1)
		if text == harbour[x.lang] {
			t.Fatalf("%s: nothing is planted with %q", x.lang, x.is)
		}
		planted := readText(t, x.lang, text)
		for lang, other := range texts {
			if lang == x.lang {
				continue
			}
			told := false
			for _, d := range concord.Check(other, planted) {
				if strings.HasPrefix(d.A, x.clause) {
					told = true
				} else {
					t.Errorf("%s against %s with %q: %+v", lang, x.lang, x.is, d)
				}
			}
			if !told {
				missed++
				t.Logf("missed: %s against %s, %q for %q", lang, x.lang, x.is, x.was)
			}
		}
	}
	if missed > 7 {
		t.Errorf("%d of %d are missed", missed, 2*len(plants))
	}
}
