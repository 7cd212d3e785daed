package ingest

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// registerPrint is a consolidated act as the Azerbaijani register prints it: marks of
// endnotes in the text, the list of the acts behind it, the endnotes.
const registerPrint = `AZƏRBAYCAN RESPUBLİKASININ
QANUNU

Tarlalar haqqında

Maddə 1. Tarlaların növləri [1]

1.1. Tarla su [2] ilə təmin edilir.

[3]
1.2. Tarlanın sahibi ağac əkir.

Maddə 2. Bağlar

2.1. Bağ tarladır.

İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI

1. 5 may 2020-ci il tarixli 100-VIQD nömrəli Azərbaycan Respublikasının Qanunu

2. 6 iyun 2021-ci il tarixli 101-VIQD nömrəli Azərbaycan Respublikasının Qanunu

QANUNA EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI

[1] 5 may 2020-ci il tarixli 100-VIQD nömrəli Azərbaycan Respublikasının Qanunu ilə 1-ci maddənin adı yeni redaksiyada verilmişdir.

Əvvəlki redaksiyada deyilirdi:

Maddə 1. Tarlalar

1.1. Tarla torpaqdır.

[2] 6 iyun 2021-ci il tarixli 101-VIQD nömrəli Azərbaycan Respublikasının Qanunu ilə “çay” sözü “su” sözü ilə əvəz edilmişdir.

[3] 6 iyun 2021-ci il tarixli 101-VIQD nömrəli Azərbaycan Respublikasının Qanunu ilə əlavə edilmişdir.

[4] 6 iyun 2021-ci il tarixli 101-VIQD nömrəli Azərbaycan Respublikasının Qanunu ilə 3-cü maddə ləğv edilmişdir.
`

func TestRegister(t *testing.T) {
	got, res := addresses(t, "act.txt", registerPrint)
	want := "preface=AZƏRBAYCAN RESPUBLİKASININ QANUNU Tarlalar haqqında | 1=Tarlaların növləri | 1.1 | 1.2 | 2=Bağlar | 2.1 | " +
		"sources=İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI | sources/1 | sources/2 | amendments=QANUNA EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI"
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r := &revision.Revision{Components: res.Components}
	for addr, want := range map[string][]string{"1": {"1: 5 may 2020-ci il … 1.1. Tarla torpaqdır."}, "1.1": {"2: 6 iyun 2021-ci il … əvəz edilmişdir.", "3: 6 iyun 2021-ci il … əlavə edilmişdir."}} {
		p := r.Find(addr)
		if p == nil || len(p.Notes) != len(want) {
			t.Errorf("%s: %+v", addr, p)
			continue
		}
		for i, n := range p.Notes {
			begins, ends, _ := strings.Cut(want[i], " … ")
			if got := n.Mark + ": " + n.Text; !strings.HasPrefix(got, begins) || !strings.HasSuffix(got, ends) {
				t.Errorf("%s: note %q, want %q", addr, got, want[i])
			}
		}
		if strings.Contains(p.Text+p.Heading, "[") {
			t.Errorf("%s still has its mark: %s%s", addr, p.Heading, p.Text)
		}
	}
	// What no mark calls for stays in the list.
	if left := r.Find("amendments/p1"); left == nil || !strings.HasPrefix(left.Text, "[4]") {
		t.Errorf("left in the list: %+v", left)
	}
}

// Without the lists nothing is a mark and nothing an apparatus.
func TestRegisterNeedsItsLists(t *testing.T) {
	got, _ := addresses(t, "x.txt", "1. Fields\n\n1.1. A field [1] is land.\n\nLIST OF SOURCES\n\n2. Gardens\n\n2.1. As above [2].\n")
	if strings.Contains(got, "sources/") || strings.Contains(got, "amendments") {
		t.Error(got)
	}
}

// Forms of Azerbaijani and Russian acts, each as a text of its own.
func TestRegisterForms(t *testing.T) {
	for _, tt := range []struct{ name, file, text, want string }{
		{
			"letters set apart beside ordinary ones", "a.txt",
			"I f ə s i l\n\nÜMUMİ MÜDDƏALAR\n\nM a d d ə 1 . Tarla növləri\n\nTarla torpaqdır.\n\nMaddə 2. Bağ\n\nBağ tarladır.\n\nMadd ə 2-1. Su\n\nSu axır.\n\nM a d d ə 1 0 . Yol\n\nYol keçir.\n",
			"chapter-i=ÜMUMİ MÜDDƏALAR | 1=Tarla növləri | 2=Bağ | 2-1=Su | 10=Yol",
		},
		{
			"chapters by word above ten, and inserted ones", "a.txt",
			"Onuncu fəsil\n\nSULAR\n\nMaddə 1. Çay\n\nÇay axır.\n\nOn birinci fəsil\n\nYOLLAR\n\nMaddə 2. Yol\n\nYol keçir.\n\nXI-I fəsil\n\nKÖRPÜLƏR\n\nMaddə 3. Körpü\n\nKörpü durur.\n",
			"chapter-10=SULAR | 1=Çay | chapter-11=YOLLAR | 2=Yol | chapter-xi-i=KÖRPÜLƏR | 3=Körpü",
		},
		{
			"a title of a chapter over two lines", "a.txt",
			"Birinci fəsil\n\nTARLALARIN VƏ BAĞLARIN\n\nSUVARILMASI\n\nMaddə 1. Çay\n\nÇay axır.\n\nİkinci fəsil\n\nYOLLAR\n\nMaddə 2. Yol\n\nYol keçir.\n",
			"chapter-1=TARLALARIN VƏ BAĞLARIN SUVARILMASI | 1=Çay | chapter-2=YOLLAR | 2=Yol",
		},
		{
			"an amending act quotes an article", "a.txt",
			"Maddə 1. “Tarla haqqında” Qanunda aşağıdakı dəyişikliklər edilsin:\n\n1. 4.4-cü maddə ləğv edilsin.\n\n2. aşağıdakı məzmunda 10-1-ci maddə əlavə edilsin:\n\n“Maddə 10-1. Tarlanın suyu\n\n10-1.1. Su axır.\n\n10-1.2. Su durur.”.\n\n3. 12-ci maddədə “su” sözü çıxarılsın.\n\nMaddə 2. Bu Qanun dərc edildiyi gündən qüvvəyə minir.\n",
			"1 | 1.1 | 1.2 | 1.3 | 2",
		},
		{
			"items of a converter", "a.md",
			"#### Maddə 1. Tarla\n\n- 1.1. Tarla torpaqdır.\n- 1.2. Bağ tarladır:\n- 1.2.1. alma;\n- 1.2.2. armud.\n\n#### Maddə 2. Su\n\n- 2.1. Su axır.\n",
			"1=Tarla | 1.1 | 1.2 | 1.2.1 | 1.2.2 | 2=Su | 2.1",
		},
		{
			"contents with the articles of each chapter", "a.txt",
			"TARLA MƏCƏLLƏSİ\n\nMÜNDƏRİCAT\n\nI. TARLALAR (1-3)\n\n1. SU (1)\n\n2. YOL (2-3)\n\nI fəsil\n\nSU\n\nMaddə 1. Çay\n\nÇay axır.\n\nII fəsil\n\nYOL\n\nMaddə 2. Yol\n\nYol keçir.\n",
			"preface=TARLA MƏCƏLLƏSİ | chapter-i=SU | 1=Çay | chapter-ii=YOL | 2=Yol",
		},
		{
			"an annex with its number in front", "a.txt",
			"Maddə 1. Tarla\n\nTarla torpaqdır.\n\nMaddə 2. Bağ\n\nBağ tarladır.\n\n“Tarla haqqında” Qanuna 1 nömrəli əlavə\n\n1. Alma\n\n2. Armud\n\n2 saylı əlavə\n\n1. Gül\n",
			"1=Tarla | 2=Bağ | annex-1/1=Alma | annex-1/2=Armud | annex-2/1=Gül",
		},
		{
			"labels that a PDF's text has on two lines, marks and the end of the heading between", "a.txt",
			"I\n\nfəsil\n\nSULAR\nMaddə\n\n1 . Çay\n\nÇay axır.\nMaddə\n[1]\n\n1 0 . Göl\n\nGöl durur.\nMaddə\nyollar\n\n1 1 . Çox enli\n\nYol keçir.\n",
			"chapter-i=SULAR | 1=Çay | 10=Göl | 11=Çox enli yollar",
		},
		{
			"a name in quotation marks that opens a paragraph after a colon", "a.txt",
			"Maddə 1. Tarla\n\n1. Tarla belə alınır:\n\n“Tarla haqqında” Qanuna uyğun olaraq;\n\nhəm də satılır.\n\n2. Bağ tarladır.\n\nMaddə 2. “Su”\n\n1. Su axır.\n",
			"1=Tarla | 1.1 | 1.2 | 2=“Su” | 2.1",
		},
		{
			"the register's list right below the last article", "a.txt",
			"Maddə 1. Tarla\nTarla torpaqdır, bağ da tarladır, bostan da tarladır, yol isə tarla deyil, körpü də yox.\nİSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI\n28 dekabr 1999-cu il tarixli 781-IQ nömrəli Qanun\n1. 22 oktyabr 2002-ci il tarixli 374-IIQD nömrəli Qanun\n",
			"1=Tarla | sources=İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI | sources/1",
		},
		{
			"a title over two lines whose first ends in «and»", "a.txt",
			"Birinci fəsil\n\nTARLALARIN VƏ\n\nBAĞLARIN SUVARILMASI\n\nMaddə 1. Çay\n\nÇay axır.\n\nİkinci fəsil\n\nYOLLAR\n\nMaddə 2. Yol\n\nYol keçir.\n",
			"chapter-1=TARLALARIN VƏ BAĞLARIN SUVARILMASI | 1=Çay | chapter-2=YOLLAR | 2=Yol",
		},
		{
			"a signature that a page sets as a heading", "a.html",
			"<html><body><h3>Maddə 1. Tarla</h3><p>Tarla torpaqdır.</p><h3>Maddə 2. Bağ</h3><p>Bağ tarladır.</p><h4>Azərbaycan Respublikasının Prezidenti</h4><p>Bakı şəhəri, 5 may 2020-ci il</p></body></html>",
			"preface | 1=Tarla | 2=Bağ",
		},
		{
			"an article that is only spoken of amid the parts of another", "a.txt",
			"Maddə 11. Su\n\n11.1. Su axır.\n\nMaddə 12. Tarla\n\n12.1. Qayda belədir:\n\nMaddə 7 Tarlanın əkilməsi\n\n12.2. Bağ tarladır.\n\nMaddə 13. Dağ\n\n13.1. Dağ ucadır.\n",
			"11=Su | 11.1 | 12=Tarla | 12.1 | 12.2 | 13=Dağ | 13.1",
		},
		{
			"letters below numbers that are a list of Markdown, titles in bold", "a.md",
			"**Глава 1**\n\n**ПОЛЯ**\n\n### Статья 1. Поле\n\n1. Поле пашут:\n\n1) летом;\n\n2) осенью, а именно:\n\nа) до дождей;\n\nб) после них;\n\n3) весной.\n\n2. Поле есть земля.\n\n**Глава 2**\n\n**САДЫ**\n\n### Статья 2. Сад\n\n1. Сад есть поле.\n\n2. Сад растёт.\n",
			"chapter-1=ПОЛЯ | 1=Поле | 1.1 | 1.1.1 | 1.1.2 | 1.1.2.а | 1.1.2.б | 1.1.3 | 1.2 | chapter-2=САДЫ | 2=Сад | 2.1 | 2.2",
		},
		{
			"parts and points inserted later, in Russian", "a.txt",
			"Статья 5. Поле\n\n1. Поле есть земля.\n\n1.1. Поле пашут летом.\n\n2. Поле имеет:\n\n1) межу;\n\n1.1) дорогу;\n\n2) край.\n\n2.1. Край поля виден.\n\n3. Конец.\n\nСтатья 6. Сад\n\n1. Сад есть земля.\n\n2. Сад растёт.\n",
			"5=Поле | 5.1 | 5.1.1 | 5.2 | 5.2.1 | 5.2.1.1 | 5.2.2 | 5.2.1~2 | 5.3 | 6=Сад | 6.1 | 6.2",
		},
		{
			"a signature with its name on the line, set as a heading", "a.html",
			"<html><body><h3>Maddə 1. Tarla</h3><p>Tarla torpaqdır.</p><h3>Maddə 2. Bağ</h3><p>Bağ tarladır.</p><h4>Azərbaycan Respublikasının Prezidenti AYDIN YARPAQ</h4><p>Bakı şəhəri, 5 may 2010-cu il</p></body></html>",
			"preface | 1=Tarla | 2=Bağ",
		},
		{
			"no space after a point's number", "a.txt",
			"Maddə 32. Tarla\n\n32.1. Tarla bunlardır:\n\n32.1.1.bağ və bostan;\n\n32.1.2. yol.\n",
			"32=Tarla | 32.1 | 32.1.1 | 32.1.2",
		},
		{
			"a title of three lines above those that say who adopted it, and the list of amending acts over lines", "a.txt",
			"РОССИЙСКАЯ ФЕДЕРАЦИЯ\n\nФЕДЕРАЛЬНЫЙ ЗАКОН\n\nО ПОЛЯХ\n\nПринят\nГосударственной Думой\n5 мая 2001 года\n\nСписок изменяющих документов\n(в ред. Федеральных законов от 05.05.2020 N 100-ФЗ,\nот 06.06.2021 N 200-ФЗ)\n\nСтатья 1. Поле\n\n1. Поле есть земля.\n(в ред. Федерального закона от 05.05.2020 N 100-ФЗ)\n(см. текст в предыдущей редакции)\n\n2. Поле пашут.\n",
			"preface=РОССИЙСКАЯ ФЕДЕРАЦИЯ ФЕДЕРАЛЬНЫЙ ЗАКОН О ПОЛЯХ | 1=Поле | 1.1 | 1.2",
		},
		{
			"a repealed part keeps its number", "a.txt",
			"Статья 1. Поля\n\n1. Поле есть земля.\n\n2. (Часть утратила силу - Федеральный закон от 03.04.2008 № 40-ФЗ)\n\n3. Поле пашут.\n\nСтатья 2. (Утратила силу - Федеральный закон от 03.04.2008 № 40-ФЗ)\n\nСтатья 3. Сады\n\n1. Сад есть поле.\n",
			"1=Поля | 1.1 | 1.2 | 1.3 | 2 | 3=Сады | 3.1",
		},
	} {
		got, _ := addresses(t, tt.file, tt.text)
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
	}
}

// What was inserted stands beside what it was inserted after.
func TestInsertedStandBeside(t *testing.T) {
	res, err := Read("x.txt", []byte("Статья 5. Поле\n\n1. Поле есть земля.\n\n1.1. Поле пашут летом.\n\n2. Поле имеет край.\n\n3. Конец.\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := &revision.Revision{Components: res.Components}
	if p := r.Find("5"); p == nil || len(p.Children) != 4 {
		t.Errorf("5 holds %+v", p)
	}
}

// Who signed an act, and what stands above an annex's number, is no part of the last
// clause before it; nor are remarks of a consolidation, except where they are all that is
// left of a provision. In every format.
func TestNothingElseInTheLastClause(t *testing.T) {
	lines := []string{
		"З А К О Н", "РЕСПУБЛИКИ", "О полях", "(В редакции законов от 05.06.1999 № 12-З; от 07.08.2003 № 30-З)",
		"Статья 1. Поле", "1. Поле есть земля. (В редакции Закона от 05.06.1999 № 12-З)", "2. (Часть утратила силу - Закон от 07.08.2003 № 30-З)", "3. Поле пашут по Закону от 1 мая 2001 г. № 5 (в редакции Закона от 2 мая 2002 г. № 6);",
		"Статья 2. (Утратила силу - Закон от 07.08.2003 № 30-З)", "Статья 3. Сад", "(введена Законом от 05.06.1999 № 12-З)", "Сад есть поле.",
		"(Часть вторая утратила силу - Закон от 07.08.2003 № 30-З)", "Сад растёт.", "Президент Республики", "С.САДОВ",
	}
	page := "<html><body><p>" + strings.Join(lines, "</p><p>") + "</p></body></html>"
	for name, text := range map[string]string{"x.txt": strings.Join(lines, "\n\n"), "tight.txt": strings.Join(lines, "\n"), "x.md": "## Закон\n\n" + strings.Join(lines, "\n\n"), "x.html": page} {
		res, err := Read(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		r := &revision.Revision{Components: res.Components}
		for at, want := range map[string]string{"1.1": "Поле есть земля.", "1.2": "(Часть утратила силу - Закон от 07.08.2003 № 30-З)", "2": "(Утратила силу - Закон от 07.08.2003 № 30-З)", "3": "Сад Сад есть поле. (Часть вторая утратила силу - Закон от 07.08.2003 № 30-З) Сад растёт."} {
			p := r.Find(at)
			if p == nil {
				t.Errorf("%s: no %s", name, at)
				continue
			}
			got := p.Heading + " " + p.Text
			for _, c := range p.Children {
				got += " " + c.Text
			}
			if got = strings.Join(strings.Fields(got), " "); got != want {
				t.Errorf("%s: %s is %q, want %q", name, at, got, want)
			}
		}
		if p := r.Find("1.3"); p == nil || name != "x.html" && !strings.HasSuffix(p.Text, "(в редакции Закона от 2 мая 2002 г. № 6);") {
			t.Errorf("%s: what the legislator says of another act is %+v", name, p)
		}
		if p := r.Find("3"); p == nil || len(p.Notes) != 1 {
			t.Errorf("%s: notes of 3: %+v", name, p)
		}
	}
	res, err := Read("x.txt", []byte("Nazirlər Kabineti qərara alır:\n\n1. Qayda təsdiq edilsin.\n\n2. Bu Qərar qüvvəyə minir.\n\nSolmaz Bulaq\n\nAzərbaycan Respublikasının Baş naziri\n\n“Tarla Qaydası”na\n\n1 nömrəli əlavə\n\nTarla haqqında\n\nAKT\n\n1. Tarlanın yeri.\n\n2. Tarix.\n\nNazirlər Kabinetinin\n\n2020-ci il 5 may tarixli 10 nömrəli Qərarı ilə\n\ntəsdiq edilmişdir\n\n2 nömrəli əlavə\n\n1. Ad.\n\n2. Soyad.\n"))
	if err != nil {
		t.Fatal(err)
	}
	var heads []string
	for _, c := range res.Components {
		heads = append(heads, c.EID+": "+c.Num+" "+c.Heading)
	}
	if got, want := strings.Join(heads, "; "), ": ; annex-1: “Tarla Qaydası”na 1 nömrəli əlavə Tarla haqqında AKT; annex-2: Nazirlər Kabinetinin 2020-ci il 5 may tarixli 10 nömrəli Qərarı ilə təsdiq edilmişdir 2 nömrəli əlavə "; got != strings.Replace(want, ": ;", ":  ;", 1) {
		t.Errorf("components %s", got)
	}
	r := &revision.Revision{Components: res.Components}
	for at, want := range map[string]int{"2": 0, "annex-1/2": 0} {
		if p := r.Find(at); p == nil || len(p.Children) != want {
			t.Errorf("%s: %+v", at, p)
		}
	}
}
