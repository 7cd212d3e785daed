package ingest

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// The forms of Azerbaijani and Russian acts, row by row; texts are invented. The
// register's marks have tests of their own (register_test.go), references theirs
// (package reference).
func TestFormsOfActs(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		// Azerbaijani: numbers and headings
		{"article and heading", "Maddə 12. Tarla növləri\n12.1. Tarla torpaqdır.\n12.2. Bağ tarladır.\nMaddə 13. Su\n13.1. Su axır.\n", "12=Tarla növləri | 12.1 | 12.2 | 13=Su | 13.1"},
		{"inserted article, part, point", "Maddə 12. Tarla\n12.1. Tarla torpaqdır.\n12.2. Bağ tarladır.\n12.2-1. Su axır:\n12.2-1.1. çay;\n12.2-1.2. göl.\n12.3. Yol keçir.\nMaddə 12-1. Körpü\n12-1.1. Körpü durur.\n12-1.1-1. Körpü möhkəmdir.\n12-1.2. Körpü enlidir.\nMaddə 13. Dağ\n13.1. Dağ ucadır.\n", "12=Tarla | 12.1 | 12.2 | 12.2-1 | 12.2-1.1 | 12.2-1.2 | 12.3 | 12-1=Körpü | 12-1.1 | 12-1.1-1 | 12-1.2 | 13=Dağ | 13.1"},
		{"inserted parts that are counted in each article", "Maddə 5. Tarla\n1. Tarla torpaqdır.\n2. Bağ tarladır.\n2-1. Su axır.\n2-2. Yollar bunlardır:\n2-2.1. körpü;\n2-2.2. cığır.\n3. Yol keçir.\nMaddə 6. Dağ\n1. Dağ ucadır.\n", "5=Tarla | 5.1 | 5.2 | 5.2-1 | 5.2-2 | 5.2-2.1 | 5.2-2.2 | 5.3 | 6=Dağ | 6.1"},
		{"full stop or space left out", "Maddə 12 Tarla növləri\n\n12.1.Tarla torpaqdır.\n\n12.2 Bağ tarladır.\n\nMaddə 13.Su\n\n13.1.“Su Qaydası” təsdiq edilsin.\n\nMaddə 14 Yol\n\n14.1. Yol keçir.\n", "12=Tarla növləri | 12.1 | 12.2 | 13=Su | 13.1 | 14=Yol | 14.1"},
		{"only a list", "Maddə 12. Tarla\n12.0. Tarlalar aşağıdakılardır:\n12.0.1. bağ;\n12.0.2. bostan.\nMaddə 13. Su\n13.0. Su axır.\n", "12=Tarla | 12.0 | 12.0.1 | 12.0.2 | 13=Su | 13.0"},
		{"parts counted in each article", "Maddə 12. Tarla\n1. Tarla torpaqdır.\n2. Tarla bunlardır:\n1) bağ;\n2) bostan.\n3. Tarla əkilir.\nMaddə 13. Su\n1. Su axır.\n2. Su içilir.\n", "12=Tarla | 12.1 | 12.2 | 12.2.1 | 12.2.2 | 12.3 | 13=Su | 13.1 | 13.2"},
		{"Roman parts", "Maddə 12. Tarla\nI. Tarla torpaqdır.\nII. Tarla bunlardır:\n1) bağ;\n2) bostan.\nIII. Tarla əkilir.\nMaddə 13. Su\nI. Su axır.\nII. Su içilir.\n", "12=Tarla | 12.I | 12.II | 12.II.1 | 12.II.2 | 12.III | 13=Su | 13.I | 13.II"},
		{"letters in their order", "Maddə 1. Tarla\n1. Tarlalar:\na) bir;\nb) iki;\nc) üç;\nç) dörd;\nd) beş;\ne) altı;\nə) yeddi;\nf) səkkiz;\ng) doqquz;\nğ) on;\nh) on bir;\nx) on iki;\nı) on üç;\ni) on dörd;\nj) on beş;\nk) on altı;\nq) on yeddi.\n2. Su axır.\n", "1=Tarla | 1.1 | 1.1.a | 1.1.b | 1.1.c | 1.1.ç | 1.1.d | 1.1.e | 1.1.ə | 1.1.f | 1.1.g | 1.1.ğ | 1.1.h | 1.1.x | 1.1.ı | 1.1.i | 1.1.j | 1.1.k | 1.1.q | 1.2"},
		{"a second list in one part", "Maddə 94. Tarla\nIII. Tarlalar bunlardır:\n1) bağ;\n2) bostan.\nTarla olmayanlar bunlardır:\n1) yol;\n2) körpü.\nV. Tarla əkilir.\nMaddə 95. Su\nI. Su axır.\n", "94=Tarla | 94.III | 94.III.1 | 94.III.2 | 94.III.1~2 | 94.III.2~2 | 94.V | 95=Su | 95.I"},
		{"chapters by number", "1-ci fəsil\nSU\nMaddə 1. Çay\nÇay axır.\n2-ci fəsil\nYOL\nMaddə 2. Yol\nYol keçir.\n5-1-ci fəsil\nKÖRPÜ\nMaddə 3. Körpü\nKörpü durur.\n", "chapter-1=SU | 1=Çay | chapter-2=YOL | 2=Yol | chapter-5-1=KÖRPÜ | 3=Körpü"},
		{"the word in front", "FƏSİL 1\nSU\nMaddə 1. Çay\nÇay axır.\nFƏSİL 2\nYOL\nMaddə 2. Yol\nYol keçir.\n", "chapter-1=SU | 1=Çay | chapter-2=YOL | 2=Yol"},
		{"chapters by word", "Onuncu fəsil\nSU\nMaddə 1. Çay\nÇay axır.\nOn birinci fəsil\nYOL\nMaddə 2. Yol\nYol keçir.\nİyirminci fəsil\nKÖRPÜ\nMaddə 3. Körpü\nKörpü durur.\nİyirmi birinci fəsil\nDAĞ\nMaddə 4. Dağ\nDağ ucadır.\nOtuz doqquzuncu fəsil\nDÜZ\nMaddə 5. Düz\nDüz enlidir.\n", "chapter-10=SU | 1=Çay | chapter-11=YOL | 2=Yol | chapter-20=KÖRPÜ | 3=Körpü | chapter-21=DAĞ | 4=Dağ | chapter-39=DÜZ | 5=Düz"},
		{"inserted chapters", "XVIII fəsil\nSU\nMaddə 1. Çay\nÇay axır.\nXVIII-I fəsil\nYOL\nMaddə 2. Yol\nYol keçir.\nXIX fəsil\nDAĞ\nMaddə 3. Dağ\nDağ ucadır.\nXIX-1 fəsil\nDÜZ\nMaddə 4. Düz\nDüz enlidir.\n", "chapter-xviii=SU | 1=Çay | chapter-xviii-i=YOL | 2=Yol | chapter-xix=DAĞ | 3=Dağ | chapter-xix-1=DÜZ | 4=Düz"},
		{"letters apart", "I b ö l m ə\nTARLA\nI f ə s i l\nSU\nM a d d ə 1. Çay\nÇay axır.\nF Ə S İ L 2\nYOL\nM a d d ə 2 . Yol\nYol keçir.\n", "division-i=TARLA | division-i/chapter-i=SU | 1=Çay | division-i/chapter-2=YOL | 2=Yol"},
		{"section with its title on the line", "Birinci bölmə. Ümumi müddəalar\nBirinci fəsil\nSU\nMaddə 1. Çay\nÇay axır.\nİkinci bölmə. Yollar\nİkinci fəsil\nYOL\nMaddə 2. Yol\nYol keçir.\n", "division-1=Ümumi müddəalar | division-1/chapter-1=SU | 1=Çay | division-2=Yollar | division-2/chapter-2=YOL | 2=Yol"},
		{"general and special part", "ÜMUMİ HİSSƏ\nBirinci bölmə\nSU\nI fəsil\nÇAYLAR\nMaddə 1. Çay\nÇay axır.\nXÜSUSİ HİSSƏ\nİkinci bölmə\nYOL\nII fəsil\nYOLLAR\nMaddə 2. Yol\nYol keçir.\n", "ümumi-hissə=ÜMUMİ HİSSƏ | ümumi-hissə/division-1=SU | ümumi-hissə/division-1/chapter-i=ÇAYLAR | 1=Çay | xüsusi-hissə=XÜSUSİ HİSSƏ | xüsusi-hissə/division-2=YOL | xüsusi-hissə/division-2/chapter-ii=YOLLAR | 2=Yol"},
		{"one part of a code alone", "TARLA MƏCƏLLƏSİ\nÜMUMİ HİSSƏ\nBirinci bölmə\nSU\nMaddə 1. Çay\nÇay axır.\nİkinci bölmə\nYOL\nMaddə 2. Yol\nYol keçir.\n", "preface=TARLA MƏCƏLLƏSİ | ümumi-hissə=ÜMUMİ HİSSƏ | ümumi-hissə/division-1=SU | 1=Çay | ümumi-hissə/division-2=YOL | 2=Yol"},
		{"paragraphs below chapters", "I fəsil\nSU\n§ 1. Çaylar\nMaddə 1. Çay\nÇay axır.\nMaddə 2. Arx\nArx axır.\n§ 2. Göllər\nMaddə 3. Göl\nGöl durur.\nII fəsil\nYOL\n§ 1. Yollar\nMaddə 4. Yol\nYol keçir.\n§ 2. Körpülər\nMaddə 5. Körpü\nKörpü durur.\nMaddə 6. Cığır\nCığır keçir.\n", "chapter-i=SU | chapter-i/clause-1=Çaylar | 1=Çay | 2=Arx | chapter-i/clause-2=Göllər | 3=Göl | chapter-ii=YOL | chapter-ii/clause-1=Yollar | 4=Yol | chapter-ii/clause-2=Körpülər | 5=Körpü | 6=Cığır"},
		{"a note with points", "Maddə 12. Tarla\n12.1. Tarlalar bunlardır:\n12.1.1. bağ;\n12.1.2. bostan.\nQeyd:\n1. Bağ ağacdır.\n2. Bostan tərəvəzdir.\nMaddə 13. Su\n13.1. Su axır.\n", "12=Tarla | 12.1 | 12.1.1 | 12.1.2 | 12/qeyd=Qeyd: | 12/qeyd.1 | 12/qeyd.2 | 13=Su | 13.1"},
		{"a note on the line", "Maddə 12. Tarla\n12.1. Tarlalar bunlardır:\n12.1.1. bağ;\n12.1.2. bostan.\nQeyd: Bu maddədə bağ ağac deməkdir.\nMaddə 13. Su\n13.1. Su axır.\n", "12=Tarla | 12.1 | 12.1.1 | 12.1.2 | 13=Su | 13.1"},
		{"numbered notes", "Maddə 12. Tarla\n1) bağ;\n2) bostan.\nQeyd 1. Bağ ağacdır.\nQeyd 2. Bostan tərəvəzdir.\nMaddə 13. Su\nSu axır.\n", "12=Tarla | 12.1 | 12.2 | 12/qeyd-1=Qeyd 1. | 12/qeyd-2=Qeyd 2. | 13=Su"},
		{"a stamp over lines", "TARLA QAYDALARININ TƏSDİQ EDİLMƏSİ HAQQINDA\nNAZİRLƏR KABİNETİNİN QƏRARI\nNazirlər Kabineti qərara alır:\n1. “Tarla Qaydaları” təsdiq edilsin.\n2. Bu Qərar dərc edildiyi gündən qüvvəyə minir.\nNazirlər Kabinetinin\n2020-ci il 5 may tarixli 10 nömrəli Qərarı ilə\ntəsdiq edilmişdir\nTarla\nQAYDALARI\n1. Ümumi müddəalar\n1.1. Tarla torpaqdır.\n1.2. Bağ tarladır.\n2. Su\n2.1. Su axır.\n", "decision=TARLA QAYDALARININ TƏSDİQ EDİLMƏSİ HAQQINDA NAZİRLƏR KABİNETİNİN QƏRARI | decision/1 | decision/2 | preface | 1=Ümumi müddəalar | 1.1 | 1.2 | 2=Su | 2.1"},
		{"concept", "GİRİŞ\nTarla torpaqdır.\n1. TARLA MÜHİTİ\n1.1. Torpaq. Torpaq qaradır.\n2. SU\n2.1. Çay. Çay axır.\nYEKUN MÜDDƏALAR\nKonsepsiya dərc edilir.\n", "giriş=GİRİŞ | 1=TARLA MÜHİTİ | 1.1 | 2=SU | 2.1 | yekun-müddəalar=YEKUN MÜDDƏALAR"},
		{"repealed, the number kept", "Maddə 12. Tarla\n12.1. Tarla torpaqdır.\n12.2. Ləğv edilmişdir.\n12.3. Çıxarılmışdır.\n12.4. Tarla əkilir.\nMaddə 13. Ləğv edilmişdir.\nMaddə 14. Su\n14.1. Su axır.\n", "12=Tarla | 12.1 | 12.2 | 12.3 | 12.4 | 13 | 14=Su | 14.1"},
		{"annexes", "Maddə 1. Tarla\nTarla torpaqdır.\nMaddə 2. Su\nSu axır.\n“Tarla haqqında” Qanuna 1 nömrəli əlavə\n1. Alma.\n2. Armud.\nƏlavə № 2\n1. Gül.\nƏlavə 3\n1. Yol.\n", "1=Tarla | 2=Su | annex-1/1 | annex-1/2 | annex-2/1 | annex-3/1"},
		// Russian
		{"raised figures", "Статья 7¹. Поле\n1. Поле есть земля.\n2¹. Поле пашут:\n1) летом;\n1¹) осенью.\nСтатья 8. Сад\n1. Сад есть поле.\n", "7-1=Поле | 7-1.1 | 7-1.2-1 | 7-1.2-1.1 | 7-1.2-1.1-1 | 8=Сад | 8.1"},
		{"letters apart, Russian", "С т а т ь я 12. Поле\nПоле есть земля.\nС т а т ь я 12-1. Сад\nСад есть поле.\nС т а т ь я 1 3 . Луг\nЛуг косят.\n", "12=Поле | 12-1=Сад | 13=Луг"},
		{"groups, Russian", "ОБЩАЯ ЧАСТЬ\nРАЗДЕЛ I.\nПОЛЯ\nИ САДЫ\nГЛАВА 1. ПОЛЯ\nСтатья 1. Поле\nПоле есть земля.\nОСОБЕННАЯ ЧАСТЬ\nРАЗДЕЛ II.\nДОРОГИ\nГЛАВА 2. ДОРОГИ\nСтатья 2. Дорога\nДорога ведёт.\n", "общая-часть=ОБЩАЯ ЧАСТЬ | общая-часть/division-i=ПОЛЯ И САДЫ | общая-часть/division-i/chapter-1=ПОЛЯ | 1=Поле | особенная-часть=ОСОБЕННАЯ ЧАСТЬ | особенная-часть/division-ii=ДОРОГИ | особенная-часть/division-ii/chapter-2=ДОРОГИ | 2=Дорога"},
		{"section by word", "РАЗДЕЛ ПЕРВЫЙ\nПОЛЯ\nГлава 1. Поля\nСтатья 1\n1. Поле есть земля.\n2. Поле пашут.\nСтатья 2\nСад есть поле.\nРАЗДЕЛ ВТОРОЙ\nДОРОГИ\nГлава 2. Дороги\nСтатья 3\nДорога ведёт.\n", "division-1=ПОЛЯ | division-1/chapter-1=Поля | 1 | 1.1 | 1.2 | 2 | division-2=ДОРОГИ | division-2/chapter-2=Дороги | 3"},
		{"parts, points, letters and a second list", "Статья 12. Поле\n1. Поле:\n1) пашут;\n2) косят:\nа) летом;\nб) осенью.\nНе поле:\n1) луг;\n2) лес.\n2. Поле есть земля.\nСтатья 13. Сад\n1. Сад есть поле.\n", "12=Поле | 12.1 | 12.1.1 | 12.1.2 | 12.1.2.а | 12.1.2.б | 12.1.1~2 | 12.1.2~2 | 12.2 | 13=Сад | 13.1"},
		{"repealed, Russian", "Статья 12. Поле\n1. Поле есть земля.\n2. Утратила силу. - Федеральный закон от 03.04.2008 № 40-ФЗ.\n3. (Часть утратила силу - Федеральный закон от 03.04.2008 № 40-ФЗ)\nСтатья 13. (Утратила силу - Федеральный закон от 03.04.2008 № 40-ФЗ)\nСтатья 14. Сад\nСад есть поле.\n", "12=Поле | 12.1 | 12.2 | 12.3 | 13 | 14=Сад"},
	} {
		got, res := addresses(t, "a.txt", tt.text)
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
		checkTree(t, res)
		checkNothingLost(t, res, tt.text)
	}
}

// The stamp that says by which act a text is approved belongs to the text, over
// however many lines; the title over two lines follows it.
func TestStampOverLines(t *testing.T) {
	for _, stamp := range []string{
		"Nazirlər Kabinetinin\n2020-ci il 5 may tarixli 10 nömrəli Qərarı ilə\ntəsdiq edilmişdir",
		"Nazirlər Kabinetinin 2020-ci il 5 may tarixli\n10 nömrəli Qərarı ilə təsdiq edilmişdir",
		"Nazirlər Kabinetinin 2020-ci il 5 may tarixli 10 nömrəli Qərarı ilə təsdiq edilmişdir",
		"Təsdiq edilmişdir",
	} {
		for _, title := range []string{"Tarla\nQAYDALARI", "Tarla\nQ A Y D A L A R I"} {
			_, res := addresses(t, "a.txt", "TARLA QAYDALARININ TƏSDİQ EDİLMƏSİ HAQQINDA\nNAZİRLƏR KABİNETİNİN QƏRARI\nNazirlər Kabineti qərara alır:\n1. “Tarla Qaydaları” təsdiq edilsin.\n2. Bu Qərar dərc edildiyi gündən qüvvəyə minir.\n"+stamp+"\n"+title+"\n1. Ümumi müddəalar\n1.1. Tarla torpaqdır.\n1.2. Bağ tarladır.\n2. Su\n2.1. Su axır.\n")
			if want := strings.ReplaceAll(title, "\n", " "); res.Title != want {
				t.Errorf("%q: title %q, want %q", stamp, res.Title, want)
			}
			if len(res.Components) != 2 || strings.Contains(printed(res.Components[:1]), "5 may") {
				t.Errorf("%q: the decision holds its stamp: %s", stamp, printed(res.Components[:1]))
			}
		}
	}
}

// A note is the last part of its article, not of the article's last point.
func TestArticleNote(t *testing.T) {
	for _, note := range []string{"Qeyd: Bu maddədə bağ ağac deməkdir.", "Qeyd. Bu maddədə bağ ağac deməkdir.", "Примечание. Сад есть поле."} {
		_, res := addresses(t, "a.txt", "Maddə 12. Tarla\n12.1. Tarlalar bunlardır:\n12.1.1. bağ;\n12.1.2. bostan.\n"+note+"\nMaddə 13. Su\n13.1. Su axır.\n")
		r := &revision.Revision{Components: res.Components}
		if p := r.Find("12/p1"); p == nil || p.Text != note {
			t.Errorf("%s: %+v", note, p)
		}
	}
}
