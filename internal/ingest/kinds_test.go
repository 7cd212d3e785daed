package ingest

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// addresses lists what a text's clauses are addressed as, with headings where
// they have one.
func addresses(t *testing.T, name, text string) (string, *Result) {
	t.Helper()
	res, err := Read(name, []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	r := revision.Revision{Components: res.Components}
	var out []string
	for _, c := range r.Clauses() {
		s := c.Address()
		if c.Heading != "" {
			s += "=" + c.Heading
		}
		out = append(out, s)
	}
	return strings.Join(out, " | "), res
}

// The kinds of numbering that laws, treaties and policy papers use.
func TestNumberingOfKinds(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{
			"act of the European Union",
			"TITLE II\n\nTRADE MARK LAW\n\nSECTION 1\n\nDefinition\n\nArticle 4\nSigns\nAny sign will do:\n(a) one;\n(b) two.\nSECTION 2\nMore\nArticle 5\nOwners\n1. First.\n2. Second:\n(a) a;\n(b) b;\n(c) c;\n(d) d;\n(e) e;\n(f) f;\n(g) g;\n(h) x;\n(i) y;\n(j) z.\nArticle 8 bis\nKept\n1. A thing:\n(a) of one:\n(i) small;\n(ii) smaller;\n(b) of another.\nThat is all.\n2a. Inserted.\n",
			"title-ii=TRADE MARK LAW | title-ii/section-1=Definition | 4=Signs | 4.a | 4.b | title-ii/section-2=More | 5=Owners | 5.1 | 5.2 | 5.2.a | 5.2.b | 5.2.c | 5.2.d | 5.2.e | 5.2.f | 5.2.g | 5.2.h | 5.2.i | 5.2.j | 8bis=Kept | 8bis.1 | 8bis.1.a | 8bis.1.a.i | 8bis.1.a.ii | 8bis.1.b | 8bis.2a",
		},
		{
			"Azerbaijani law",
			"Azərbaycan Respublikasının Qanunu\nI FƏSİL\nÜMUMİ MÜDDƏALAR\nMaddə 1. Əsas anlayışlar\n1.1. Bu Qanunda istifadə olunan anlayışlar:\n1.1.1. birinci anlayış;\n1.1.2. ikinci anlayış.\n1.2. Digər anlayışlar.\nMaddə 2. Tətbiq dairəsi\nBu Qanun tətbiq edilir.\n2-ci fəsil\nİDARƏETMƏ\nMaddə 12-1. Əlavə edilmiş maddə\n12-1.1. Mətn.\n12-1.2. Mətn:\na) bir;\nb) iki;\nc) üç;\nç) dörd;\nd) beş.\n",
			"preface=Azərbaycan Respublikasının Qanunu | chapter-i=ÜMUMİ MÜDDƏALAR | 1=Əsas anlayışlar | 1.1 | 1.1.1 | 1.1.2 | 1.2 | 2=Tətbiq dairəsi | chapter-2=İDARƏETMƏ | 12-1=Əlavə edilmiş maddə | 12-1.1 | 12-1.2 | 12-1.2.a | 12-1.2.b | 12-1.2.c | 12-1.2.ç | 12-1.2.d",
		},
		{
			"Azerbaijani ordinals",
			"Birinci bölmə\nÜmumi hissə\n1-ci maddə. Məqsəd\n1. Birinci bənd.\n2. İkinci bənd.\n2-ci maddə. Vəzifələr\n1. Yenə birinci.\n",
			"division-1=Ümumi hissə | 1=Məqsəd | 1.1 | 1.2 | 2=Vəzifələr | 2.1",
		},
		{
			"Russian law",
			"Раздел I. Общие положения\nГлава 1. Основы\nСтатья 1. Предмет\n1. Первая часть.\n2. Вторая часть:\n1) пункт первый;\n2) пункт второй:\nа) подпункт;\nб) подпункт;\nв) подпункт.\n3. Третья часть.\nСтатья 67.1. Вставлена\n1. Текст.\nГлава 2. Прочее\nСтатья 68. Итог\nТекст статьи.\n",
			"division-i=Общие положения | division-i/chapter-1=Основы | 1=Предмет | 1.1 | 1.2 | 1.2.1 | 1.2.2 | 1.2.2.а | 1.2.2.б | 1.2.2.в | 1.3 | 67.1=Вставлена | 67.1.1 | division-i/chapter-2=Прочее | 68=Итог",
		},
		{
			"Russian strategy: numbers run through Roman chapters",
			"Стратегия развития\nI. Общие положения\n1. Настоящая Стратегия является документом.\n2. Правовую основу составляют законы.\nII. Цели\n3. Целями являются:\nа) первая;\nб) вторая.\n4. Задачи таковы.\nIII. Итоги\n5. Всё.\n",
			"preface=Стратегия развития | part-i=Общие положения | 1 | 2 | part-ii=Цели | 3 | 3.а | 3.б | 4 | part-iii=Итоги | 5",
		},
		{
			"numbers start again in each Roman chapter",
			"I. General\n1. One.\n2. Two.\nII. Aims\n1. One.\n2. Two.\n",
			"I=General | I.1 | I.2 | II=Aims | II.1 | II.2",
		},
		{
			"German law",
			"Buch 1\nAllgemeiner Teil\n§ 1 Beginn der Rechtsfähigkeit\nDie Rechtsfähigkeit beginnt mit der Geburt.\n§ 2 Eintritt\n(1) Erster Absatz.\n(2) Zweiter Absatz:\n1. erste Nummer,\n2. zweite Nummer:\na) Buchstabe,\nb) Buchstabe.\n(3) Dritter Absatz.\n§ 2a Einschub\n(1) Text.\n",
			"book-1=Allgemeiner Teil | 1=Beginn der Rechtsfähigkeit | 2=Eintritt | 2.1 | 2.2 | 2.2.1 | 2.2.2 | 2.2.2.a | 2.2.2.b | 2.3 | 2a=Einschub | 2a.1",
		},
		{
			"German sections above paragraphs",
			"Erster Abschnitt - Allgemeines\n§ 1 Grundsatz\nEs gilt.\nZweiter Abschnitt - Weiteres\n§ 2\n(weggefallen)\n§ 3 Ende\n(1) Aus.\n",
			"section-1=Allgemeines | 1=Grundsatz | section-2=Weiteres | 2 | 3=Ende | 3.1",
		},
		{
			"Constitution of Azerbaijan: Roman paragraphs",
			"Birinci bölmə\nÜmumi müddəalar\nI fəsil. Xalq hakimiyyəti\nMaddə 1. Hakimiyyətin mənbəyi\nI. Birinci hissə.\nII. İkinci hissə.\nMaddə 2. Xalqın suverenliyi\nTək hissə.\n",
			"division-1=Ümumi müddəalar | division-1/chapter-i=Xalq hakimiyyəti | 1=Hakimiyyətin mənbəyi | 1.I | 1.II | 2=Xalqın suverenliyi",
		},
		{
			"Australian act",
			"Part 1-Preliminary\n1  Short title\nThis Act may be cited.\n1A  Outline\nThe following is it.\n2  Application\n(1) It applies.\n(2) It does.\nPart 2-Other\n3  Things\nThings are.\n",
			"part-1=Preliminary | 1=Short title | 1A=Outline | 2=Application | 2.1 | 2.2 | part-2=Other | 3=Things",
		},
		{
			"act of the United Kingdom",
			"PART 1\nThe duty\n1 The principal duty\n(1) The Minister must act.\n(2) In this section—\n(a) “act” means to do;\n(b) “do” means to act.\n2 Reports\n(1) Reports must be made.\nPART 2\nOther\n3 Offences\n(1) A person commits one.\n4 Short title\nThis Act may be cited.\n",
			"part-1=The duty | 1=The principal duty | 1.1 | 1.2 | 1.2.a | 1.2.b | 2=Reports | 2.1 | part-2=Other | 3=Offences | 3.1 | 4=Short title",
		},
		{
			"Constitution with sections below articles",
			"Article I\nSection 1\nAll powers are vested here.\nSection 2\nThe House is composed.\nArticle II\nSection 1\nThe power is vested there.\n",
			"I | I.1 | I.2 | II | II.1",
		},
		{
			"United States statute",
			"SEC. 101. SHORT TITLE.\nThis Act may be cited.\nSEC. 102. DEFINITIONS.\n(a) In General.—In this Act:\n(1) Agency.—The term.\n(2) State.—The term:\n(A) one; and\n(B) two.\n(b) Other.—More.\n",
			"101=SHORT TITLE. | 102=DEFINITIONS. | 102.a | 102.a.1 | 102.a.2 | 102.a.2.A | 102.a.2.B | 102.b",
		},
		{
			"contract",
			"SERVICE AGREEMENT\n1. DEFINITIONS\n1.1 In this Agreement words mean things.\n1.2 More words:\n(a) a thing; and\n(b) another.\n2. SERVICES\n2.1 The Supplier shall supply.\nSchedule 1\nFees\n1. The fees are these.\n2. They are due.\nSchedule 2\nService levels\n1. High.\n",
			"preface=SERVICE AGREEMENT | 1=DEFINITIONS | 1.1 | 1.2 | 1.2.a | 1.2.b | 2=SERVICES | 2.1 | annex-1=Fees | annex-1/1 | annex-1/2 | annex-2=Service levels | annex-2/1",
		},
		{
			"zero-padded numbers and steps",
			"03.01 Access Control\n\n03.01.01 Accounts\n   a. Define.\n   b. Specify:\n      1. Users, and\n      2. Groups.\n   c. Stop.\nDiscussion: This is about it.\n03.01.02 Enforcement\nEnforce.\n",
			"03.01=Access Control | 03.01.01=Accounts | 03.01.01.a | 03.01.01.b | 03.01.01.b.1 | 03.01.01.b.2 | 03.01.01.c | 03.01.02=Enforcement",
		},
		{
			"French articles",
			"Article premier\nObjet\nLe présent règlement a un objet.\nArticle 2\nDroits\n1. Sont admis:\na) les uns;\nb) les autres.\nArticle 2 ter\nExceptions\nNéant ici.\n",
			"1=Objet | 2=Droits | 2.1 | 2.1.a | 2.1.b | 2ter=Exceptions",
		},
		{
			"sections by letter and appendices",
			"1.  Introduction\n\n   Text here.\n\n1.1.  Scope\n\n   More text.\n\nAppendix A.  Grammar\n\n   Grammar text.\n\nAppendix B.  Changes\n\n   Some.\n\nB.1.  Since the First\n\n   None.\n",
			"1=Introduction | 1.1=Scope | A=Grammar | B=Changes | B.1=Since the First",
		},
		{
			"approval in Azerbaijani",
			"Strategiyanın təsdiq edilməsi haqqında\nAzərbaycan Respublikası Prezidentinin Sərəncamı\nQərara alıram:\n1. Strategiya təsdiq edilsin.\n2. Nazirlər Kabineti tədbir görsün.\nİlham Əliyev\nAzərbaycan Respublikasının Prezidenti\nBakı şəhəri, 1 yanvar 2020-ci il\nAzərbaycan Respublikası Prezidentinin 2020-ci il 1 yanvar tarixli Sərəncamı ilə təsdiq edilmişdir\nMilli Strategiya\nGiriş\nMətn burada başlayır.\n1. Təhlükəsizlik mühiti\n1.1. Mühit belədir.\n2. Maraqlar\nMaraqlar bunlardır.\nYekun müddəalar\nSon söz budur.\n",
			"order=Strategiyanın təsdiq edilməsi haqqında Azərbaycan Respublikası Prezidentinin Sərəncamı | order/1 | order/2 | preface | giriş=Giriş | 1=Təhlükəsizlik mühiti | 1.1 | 2=Maraqlar | yekun-müddəalar=Yekun müddəalar",
		},
		{
			"approval in Russian",
			"УКАЗ\nПрезидента\nОб утверждении Концепции\n1. Утвердить прилагаемую Концепцию.\n2. Настоящий Указ вступает в силу.\nПрезидент\nМосква, Кремль\nУТВЕРЖДЕНА\nУказом Президента\nКонцепция безопасности\n1. Общие положения\nТекст положений.\n2. Угрозы\nТекст угроз.\n",
			"decree=УКАЗ Президента Об утверждении Концепции | decree/1 | decree/2 | preface | 1=Общие положения | 2=Угрозы",
		},
		{
			"Swiss law: bare and raised numbers of paragraphs",
			"Art. 1 Zweck\n1 Dieses Gesetz regelt dies.\n2 Es regelt auch das.\nArt. 2 Geltung\n¹ Es gilt hier.\n² Es gilt auch dort:\na. bei Tag;\nb. bei Nacht.\n³ Sonst nicht.\nArt. 3\n1 Der Bund sorgt dafür.\nArt. 4 Schluss\nEs endet.\n",
			"1=Zweck | 1.1 | 1.2 | 2=Geltung | 2.1 | 2.2 | 2.2.a | 2.2.b | 2.3 | 3 | 3.1 | 4=Schluss",
		},
		{
			"two labels on a line",
			"§ 1 (1) Erster Satz.\n(2) (a) Fall eins.\n(b) Fall zwei.\n§ 2. Titel\n(1) Text.\nArt. 3. 1. Pierwszy ustęp.\n2. Drugi ustęp.\nMADDE 4 – (1) Bu Kanun.\n(2) Diğer.\n",
			"1 | 1.1 | 1.2 | 1.2.a | 1.2.b | 2=Titel | 2.1 | 3 | 3.1 | 3.2 | 4 | 4.1 | 4.2",
		},
		{
			"Swedish law",
			"1 kap. Inledande bestämmelser\n1 § Lagen gäller.\n2 § Den gäller här.\n2 kap. Ansvar\n1 § Den svarar som vet.\n2 a § Och den som borde.\n",
			"chapter-1=Inledande bestämmelser | chapter-1/1 | chapter-1/2 | chapter-2=Ansvar | chapter-2/1 | chapter-2/2a",
		},
		{
			"an order that approves its annex",
			"Sərəncam\n1. Qaydalar təsdiq edilsin.\n2. Sərəncam qüvvəyə minir.\nƏlavə\nQaydalar\n1. Ümumi müddəalar\n1.1. Bir.\n1.2. İki.\n1.3. Üç.\n2. Yekun\n2.1. Bir.\n2.2. İki.\n",
			"order=Sərəncam | order/1 | order/2 | preface=Qaydalar | 1=Ümumi müddəalar | 1.1 | 1.2 | 1.3 | 2=Yekun | 2.1 | 2.2",
		},
		{
			"a text that is an annex",
			"Annex 3\nRules of procedure\n1. One.\n2. Two.\n",
			"preface=Rules of procedure | 1 | 2",
		},
		{
			"words like a stamp inside a text",
			"1. Projects\nApproved projects only\n2. Money\nIt is there.\n",
			"1=Projects | 2=Money",
		},
		{
			"recitals before articles",
			"THE COUNCIL,\nWhereas:\n(1) It is needed.\n(2) It is wanted.\nHAS ADOPTED:\nArticle 1\nScope\n1. This.\n2. That.\nArticle 2\nEnd\nIt ends.\n",
			"preface | recital-1 | recital-2 | 1=Scope | 1.1 | 1.2 | 2=End",
		},
		{
			"signature at the end of a law",
			"Maddə 1. Məqsəd\nMəqsəd budur.\nMaddə 2. Qüvvəyə minmə\nQanun qüvvəyə minir.\nİlham Əliyev\nAzərbaycan Respublikasının Prezidenti\nBakı şəhəri, 1 yanvar 2020-ci il\n№ 1-VIQ\n",
			"preface | 1=Məqsəd | 2=Qüvvəyə minmə",
		},
		{
			"numbers start again below unnumbered headings",
			"Plan\nPriorities\n1. One thing is first.\n2. Another is next.\nMeasures\n1. Do this.\n2. Do that.\nResources\n1. Money.\n2. People.\n",
			"preface=Plan | priorities=Priorities | priorities/1 | priorities/2 | measures=Measures | measures/1 | measures/2 | resources=Resources | resources/1 | resources/2",
		},
	}
	for _, tt := range tests {
		got, res := addresses(t, "x.txt", tt.text)
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if len(res.Warnings) > 0 {
			t.Errorf("%s: warnings %v", tt.name, res.Warnings)
		}
		checkTree(t, res)
		checkNothingLost(t, res, tt.text)
	}
}
