package ingest

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// The conventions of single legal systems, beyond those of kinds_test.go.
func TestNumberingOfLegalSystems(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{
			"Russian law: parts and points inserted later",
			"Глава 1. Основы\nСтатья 1. Предмет\n1. Первая часть.\n1.1. Вставленная часть.\n2. Вторая часть:\n1) пункт;\n1.1) вставленный пункт;\n2) пункт.\nСтатья 2. Прочее\nТекст.\n",
			"chapter-1=Основы | 1=Предмет | 1.1 | 1.1.1 | 1.2 | 1.2.1 | 1.2.1.1 | 1.2.2 | 2=Прочее",
		},
		{
			"Azerbaijani law: numbers that continue the chapter's too",
			"1-ci fəsil. Ümumi hissə\nMaddə 1. Anlayışlar\n1.0. Anlayışlar bunlardır:\n1.0.1. biri;\n1.0.2. o biri.\nMaddə 2. Dairə\n2.1. Belədir.\n",
			"chapter-1=Ümumi hissə | 1=Anlayışlar | 1.0 | 1.0.1 | 1.0.2 | 2=Dairə | 2.1",
		},
		{
			"Russian law: several parts repealed at once",
			"Статья 7. Проверка\n1. Первая.\n2. Вторая.\n3 - 4. Утратили силу.\n5. Пятая.\nСтатьи 8 - 9. Утратили силу.\nСтатья 10. Ещё\n1. Раз.\n",
			"7=Проверка | 7.1 | 7.2 | 7.3 | 7.5 | 8 | 10=Ещё | 10.1",
		},
		{
			"French code",
			"LIVRE Ier : LES RÈGLES\nTITRE Ier : LES PREMIÈRES\nArticle L. 11-1\nSont tenus :\n1° Les uns ;\n2° Les autres.\nArticle R. 11-2 à R. 11-4\n(abrogés)\nArticle L. 12-1\nI.-Premier temps.\nII.-Second temps :\na) Ici ;\nb) Là.\n",
			"book-i=LES RÈGLES | book-i/title-i=LES PREMIÈRES | L11-1 | L11-1.1 | L11-1.2 | R11-2 | L12-1 | L12-1.I | L12-1.II | L12-1.II.a | L12-1.II.b",
		},
		{
			"Turkish law",
			"BİRİNCİ BÖLÜM\nGenel\nMADDE 1- (1) Bu Kanun budur.\n(2) İki hâl vardır:\na) Bir.\nb) İki.\nMADDE 2- (1) Diğer.\nGEÇİCİ MADDE 1- (1) Süre verilir.\n",
			"chapter-1=Genel | 1 | 1.1 | 1.2 | 1.2.a | 1.2.b | 2 | 2.1 | geçici-1 | geçici-1.1",
		},
		{
			"Spanish law: provisions after the articles",
			"TÍTULO I\nGeneral\nArtículo 1. Objeto.\n1. Este.\n2. Aquel.\nDisposición adicional primera. Medidas.\n1. Una.\n2. Otra.\nDisposición final única. Entrada en vigor.\nMañana mismo.\n",
			"title-i=General | 1=Objeto. | 1.1 | 1.2 | adicional-1=Medidas. | adicional-1.1 | adicional-1.2 | final-1=Entrada en vigor.",
		},
		{
			"American regulation: two labels without a space",
			"PART 7—SAFETY\nSubpart A—General\n§ 7.1 Duties.\n(a) A carrier must:\n(1)(i) Plan. Plans are made.\n(ii) Act:\n(A) soon;\n(B) well.\n(2) Report.\n",
			"part-7=SAFETY | part-7/subpart-a=General | 7.1=Duties. | 7.1.a | 7.1.a.1 | 7.1.a.1.i | 7.1.a.1.ii | 7.1.a.1.ii.A | 7.1.a.1.ii.B | 7.1.a.2",
		},
		{
			"German code: titles stand in sections",
			"Abschnitt 1 - Personen\nTitel 1 - Natürliche\n§ 1 Beginn\nEr beginnt.\n§§ 2 bis 4 (weggefallen)\nTitel 2 - Juristische\n§ 5 Sitz\nEr ist dort.\nAbschnitt 2 - Sachen\n§ 6 Begriff\nSachen sind es.\nAnlage 1 (zu § 6)\nVerzeichnis\n1. Eins.\n2. Zwei.\n",
			"section-1=Personen | section-1/title-1=Natürliche | 1=Beginn | 2 | section-1/title-2=Juristische | 5=Sitz | section-2=Sachen | 6=Begriff | annex-1=(zu § 6) Verzeichnis | annex-1/1 | annex-1/2",
		},
		{
			"strategy: pillars and objectives",
			"A strategy\nPillar 1: Strength\nWe are strong.\nStrategic objective 1.1: Skills\nWe learn.\nStrategic objective 1.2: Tools\nWe build:\n1. hammers;\n2. saws.\nPillar 2: Speed\nObjective 1 of all is not a heading.\nStrategic objective 2.1: Haste\nWe run.\n",
			"preface=A strategy | pillar-1=Strength | pillar-1/objective-1.1=Skills | pillar-1/objective-1.2=Tools | 1 | 2 | pillar-2=Speed | pillar-2/objective-2.1=Haste",
		},
		{
			"declaration: paragraphs run on around the goals",
			"A declaration\n1. We meet.\n2. We decide.\nGoal 1. End it\n1.1 By then, end all of it\n1.a Pay for it\nGoal 2. Start it\n2.1 By then, start it\n3. We part.\n",
			"preface=A declaration | 1 | 2 | goal-1=End it | 1.1=By then, end all of it | 1.a=Pay for it | goal-2=Start it | 2.1=By then, start it | 3",
		},
		{
			"standard: annexes with a remark below the number",
			"1 Scope\nThis is it.\n2 Terms\nThese are they.\n3 Rules\n3.1 General\nDo it.\nAnnex A\n(normative)\nControls\nA.1 General\nControl it.\nAnnex B\n(informative)\nGuidance\nB.1 General\nSee it.\n",
			"1=Scope | 2=Terms | 3=Rules | 3.1=General | annex-a=(normative) Controls | annex-a/A.1=General | annex-b=(informative) Guidance | annex-b/B.1=General",
		},
		{
			"charter: lists in numbered sections, appendices by letter",
			"1. Name\nIt has one.\n2. Bodies\nThey are these:\n1. the one;\n2. the other.\n2.1. Rules\n1. They rule.\n2. They stop.\n2.2. Powers\n1. They have some.\n2. They use them.\n3. Members\n3.1. Entry\nThey enter.\nA. Procedure\nA.0. Start\nThey start.\nA.1. End\n1. They end.\nB. Language\nIt is plain.\n",
			"1=Name | 2=Bodies | 2.1~2 | 2.2~2 | 2.1=Rules | 2.1.1 | 2.1.2 | 2.2=Powers | 2.2.1 | 2.2.2 | 3=Members | 3.1=Entry | A=Procedure | A.0=Start | A.1=End | A.1.1 | B=Language",
		},
		{
			"Turkish law: headings above the articles",
			"BİRİNCİ BÖLÜM\nGenel\nAmaç\nMADDE 1- Amaç budur.\nKapsam\nMADDE 2- Kapsam budur.\nSüre\nMADDE 3- Süre budur.\n",
			"chapter-1=Genel | 1=Amaç | 2=Kapsam | 3=Süre",
		},
		{
			"Russian strategy: cross-headings between paragraphs numbered through",
			"УКАЗ\nО Стратегии\n1. Утвердить Стратегию.\n2. Указ вступает в силу.\nУТВЕРЖДЕНА\nУказом Президента\nот 2 июля 2021 г. № 400\nСтратегия страны\nI. Общее\n1. Она есть.\n2. Она нужна.\nII. Цели\n3. Цели такие.\nОборона\n4. Обороняться.\nЗдоровье\n5. Лечиться.\n",
			"decree=УКАЗ О Стратегии | decree/1 | decree/2 | preface | part-i=Общее | 1 | 2 | part-ii=Цели | 3 | part-ii/оборона=Оборона | 4 | part-ii/здоровье=Здоровье | 5",
		},
		{
			"Russian law: who adopted it is no stamp of approval",
			"ФЕДЕРАЛЬНЫЙ ЗАКОН\nО ДАННЫХ\nПринят Государственной Думой 8 июля 2006 года\nОдобрен Советом Федерации 14 июля 2006 года\nСтатья 1. Предмет\n1. Один.\n2. Два.\n",
			"preface=ФЕДЕРАЛЬНЫЙ ЗАКОН О ДАННЫХ | 1=Предмет | 1.1 | 1.2",
		},
		{
			"British regulations",
			"PART 1\nIntroduction\nCitation\n1.—(1) These are the Rules.\n(2) They hold.\nInterpretation\n2.—(1) Words mean this—\n(a) here;\n(b) there.\n(2) Others do not.\nPowers\n3. They are wide.\nSCHEDULE 1 Regulation 3\nForms\n1. One.\n2.—(1) Two.\n(2) More.\n",
			"part-1=Introduction | 1=Citation | 1.1 | 1.2 | 2=Interpretation | 2.1 | 2.1.a | 2.1.b | 2.2 | 3=Powers | annex-1=Regulation 3 Forms | annex-1/1 | annex-1/2 | annex-1/2.1 | annex-1/2.2",
		},
		{
			"British act: paragraphs of schedules",
			"1 The duty\n(1) He must.\n(2) She must.\n2 The power\nThey may.\n3 Extent\nIt extends.\nSCHEDULE 1 Section 2\nPOWERS\n1 (1) One power is this.\n(2) Another is that.\n2 The third is neither.\nSCHEDULE 2 Section 3\nPLACES\n1 This is one place.\n2 That is another.\n",
			"1=The duty | 1.1 | 1.2 | 2=The power | 3=Extent | annex-1=Section 2 POWERS | annex-1/1 | annex-1/1.1 | annex-1/1.2 | annex-1/2 | annex-2=Section 3 PLACES | annex-2/1 | annex-2/2",
		},
		{
			"Indian act",
			"CHAPTER I\nPRELIMINARY\n1. Short title and extent.—(1) This Act has one.\n(2) It extends.\n2. Definitions.—(1) In this Act,—\n(a) “a” means a;\n(b) “b” means b.\n(2) Others mean what they mean.\nTHE FIRST SCHEDULE\n[See section 1(2)]\nPLACES\n1. Here.\n2. There.\n",
			"chapter-i=PRELIMINARY | 1=Short title and extent.— | 1.1 | 1.2 | 2=Definitions.— | 2.1 | 2.1.a | 2.1.b | 2.2 | annex-1=[See section 1(2)] PLACES | annex-1/1 | annex-1/2",
		},
		{
			"policy numbered 1.0, 1.1, 2.0",
			"A policy\n1.0 PURPOSE\nIt has one.\n2.0 SCOPE\nIt is wide.\n2.1 Staff\nThey are in it.\n2.2 Guests\nThey too.\n3.0 RULES\n3.1 General\n3.1.1 Do it.\n3.1.2 Do that.\n",
			"preface=A policy | 1.0=PURPOSE | 2.0=SCOPE | 2.1=Staff | 2.2=Guests | 3.0=RULES | 3.1=General | 3.1.1 | 3.1.2",
		},
		{
			"names and numbers of bills are no letters of a list",
			"H. R. 12\nA bill\nA. Duties\nThey are many.\nB. Rights\nThey are few.\nJ. Smith, Director\nA. B. Jones, Provost\n",
			"preface=H. R. 12 | A=Duties | B=Rights",
		},
		{
			"contract between parties",
			"AN AGREEMENT\nbetween:\n(1) ALPHA, the seller; and\n(2) BETA, the buyer.\nBACKGROUND\n(A) Alpha sells.\n(B) Beta buys.\nAGREED TERMS\n1. Words\n1.1 They mean this:\n(a) here;\n(b) there.\n1.2 They bind.\n2. Price\n2.1 It is paid.\n",
			"preface=AN AGREEMENT | recital-1 | recital-2 | background=BACKGROUND | recital-A | recital-B | agreed-terms=AGREED TERMS | 1=Words | 1.1 | 1.1.a | 1.1.b | 1.2 | 2=Price | 2.1",
		},
		{
			"Brazilian law",
			"CAPÍTULO I\nGERAL\nArt. 1º Esta Lei dispõe.\nParágrafo único. As normas valem.\nArt. 2º São fundamentos:\nI - o respeito;\nII - a liberdade:\na) aqui; e\nb) ali.\n§ 1º Será assim.\n§ 2º Ou não.\n",
			"chapter-i=GERAL | 1 | 1.1 | 2 | 2.I | 2.II | 2.II.a | 2.II.b | 2.1 | 2.2",
		},
		{
			"Portuguese law",
			"Artigo 1.º\nÂmbito\n1 - Aplica-se.\n2 - Não se aplica:\na) A uns;\nb) A outros.\nArtigo 1.º-A\nMais\n1 - Texto.\n2 - Texto.\n",
			"1=Âmbito | 1.1 | 1.2 | 1.2.a | 1.2.b | 1A=Mais | 1A.1 | 1A.2",
		},
		{
			"Italian law: inserted points",
			"Art. 1\n(Fine)\n1. Si intende per:\na) uno;\na-bis) altro;\nb) due.\n1-bis. Inserito.\n2. Fine.\n",
			"1=(Fine) | 1.1 | 1.1.a | 1.1.abis | 1.1.b | 1.1bis | 1.2",
		},
		{
			"Danish law",
			"Kapitel 1\nOmråde\n§ 1. Loven gælder.\nStk. 2. Den gælder her.\n§ 2. Den gælder der.\nStk. 2. Også her.\n",
			"chapter-1=Område | 1 | 1.2 | 2 | 2.2",
		},
		{
			"convention: letters without a mark",
			"Article 1 – Words\nFor the purposes of this Convention:\na “data” means data;\nb “file” means a file.\nArticle 2 – Duty\nA party acts.\n",
			"1=Words | 1.a | 1.b | 2=Duty",
		},
		{
			"executive order: the first paragraph on the section's line",
			"Section 1. Purpose. It has one.\nSec. 2. Policy. (a) Within a year the Secretary shall:\n(i) plan; and\n(ii) act.\n(b) Agencies report.\nSec. 3. Words. (a) They mean.\n(b) They bind.\n",
			"1 | 2=Policy. | 2.a | 2.a.i | 2.a.ii | 2.b | 3=Words. | 3.a | 3.b",
		},
		{
			"Canadian act: sections that are sentences",
			"An Act\nShort title\n1 This Act has one.\nPurpose\n2 It has one too.\nWords\n3 They mean this,\nthat and the other.\nDuty\n4 (1) A person must act.\n(2) A person may rest:\n(a) here;\n(b) there.\n5 It ends.\n",
			"preface=An Act | 1=Short title | 2=Purpose | 3=Words | 4=Duty | 4.1 | 4.2 | 4.2.a | 4.2.b | 5",
		},
		{
			"numbers of articles in brackets",
			"Article (1)\nWords\nThey mean this.\nArticle (2)\nScope\n1. It is:\na. here;\nb. there.\n2. It ends.\n",
			"1=Words | 2=Scope | 2.1 | 2.1.a | 2.1.b | 2.2",
		},
		{
			"code of an American state",
			"CHAPTER 5. RECORDS\nARTICLE 1. GENERAL\n§ 5-101. Title.\nIt has one.\n§ 5-102. Words.\n1. One.\n2. Two:\na. here;\nb. there.\nARTICLE 2. MORE\n§ 5-201. Requests.\nA. In writing.\n",
			"chapter-5=RECORDS | 1=GENERAL | 5-101=Title. | 5-102=Words. | 5-102.1 | 5-102.2 | 5-102.2.a | 5-102.2.b | 2=MORE | 5-201=Requests. | 5-201.A",
		},
		{
			"Azerbaijani concept: the stamp runs over lines; references at the end",
			"Prezidentin 2012-ci il\n29 dekabr tarixli Fərmanı ilə\ntəsdiq edilmişdir\nKONSEPSİYA\n1. Baxış\nO vardır.\n2. Hədəflər\nOnlar vardır.\nReferences\n1. Smith, J. A book.\n2. Jones, K. Another.\n",
			"preface | 1=Baxış | 2=Hədəflər | references=References | references/1 | references/2",
		},
		{
			"contract with exhibits",
			"1. Terms\n1.1 They hold.\n1.2 They end.\n2. Notices\n2.1 See Exhibit A.\nEXHIBIT A - Form of notice.\nThis is the form.\nEXHIBIT B\nFees\n1. They are due.\n",
			"1=Terms | 1.1 | 1.2 | 2=Notices | 2.1 | annex-a=Form of notice. | annex-b=Fees | annex-b/1",
		},
		{
			"licence: headings without numbers, lists with",
			"A licence\nTerms\nYou may do these things with it:\n1. copy it;\n2. change it.\nThat is all of it.\nWarranty\nThere is none for any of it.\nLaw\nThe law of the land is the one that holds:\n(a) here;\n(b) there.\n",
			"preface=A licence | terms=Terms | 1 | 2 | warranty=Warranty | law=Law | a | b",
		},
	}
	for _, tt := range tests {
		got, res := addresses(t, "x.txt", tt.text)
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
		if len(res.Warnings) > 0 && !strings.Contains(tt.want, "~") {
			t.Errorf("%s: warnings %v", tt.name, res.Warnings)
		}
		checkTree(t, res)
		checkNothingLost(t, res, tt.text)
	}
}

// Tables of contents without leaders and lines drawn below headings are dropped.
func TestContentsWithoutLeaders(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{
			"below a heading, spelt another way",
			"A standard\n\nTable of Contents\n\n1. Introduction\n1.1. Purpose and its\n      many uses\n1.2. Use\n2. Rules 7\n\nChapter 1. Introduction\n=======================\n\nContents\n\n1.1. Purpose and its many uses\n1.2. Use\n\n1.1. Purpose and its many uses\nIt has one.\n\n1.2. Use\n\nThere is.\n\nChapter 2. Rules\n\nThey are none.\n",
			"preface=A standard | chapter-1=Introduction | 1.1=Purpose and its many uses | 1.2=Use | chapter-2=Rules",
		},
		{
			"without a heading",
			"An act\nSEC. 1. SHORT TITLE.\n(a) Title.—It has one.\n(b) Contents.—They are as follows:\nSec. 1. Short title.\nSec. 2. Findings.\nSec. 3. Duties.\nSec. 4. Money.\nSEC. 2. FINDINGS.\nWe find it.\nSEC. 3. DUTIES.\nWe do it.\nSEC. 4. MONEY.\nWe pay it.\n",
			"preface=An act | 1=SHORT TITLE. | 1.a | 1.b | 2=FINDINGS. | 3=DUTIES. | 4=MONEY.",
		},
		{
			"the same list in two annexes is none",
			"1. Forms\nUse them.\nAnnex 1\nFirst form\n1. Name\n2. Address\n3. Date\nAnnex 2\nSecond form\n1. Name\n2. Address\n3. Date\n",
			"1=Forms | annex-1=First form | annex-1/1=Name | annex-1/2=Address | annex-1/3=Date | annex-2=Second form | annex-2/1=Name | annex-2/2=Address | annex-2/3=Date",
		},
	}
	for _, tt := range tests {
		got, res := addresses(t, "x.txt", tt.text)
		if got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.want)
		}
		checkNothingLost(t, res, tt.text)
	}
}

// Text set on lines of a page: the number of a point stands at a line's beginning
// after a full line, and so does, elsewhere, a number that a sentence names.
func TestPointsAfterFullLines(t *testing.T) {
	const text = `Article 1
Costs of setting up and of linking the registers that the two of them keep
1. The costs of setting up the registers, of linking them, and of keeping
them open to everyone who asks shall be borne by those who keep them; or
2. by those who ask, where the register has been closed for longer than it
was open, as set out in paragraphs 1 and 3, and to the extent laid down in
(a) of this paragraph or in the points below it, which are these points:
(a) the register was closed by order of the court that had opened it, or
(b) it was closed without an order but with the consent of all those whom
it was meant to serve, as referred to in the annex, in points (a), (b) or
(c) of it; or,
(c) it was never opened, whatever the reason for that may be, or may have
been when it was asked for.
`
	const want = "1=Costs of setting up and of linking the registers that the two of them keep | 1.1 | 1.2 | 1.2.a | 1.2.b | 1.2.c"
	got, res := addresses(t, "x.txt", text)
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	checkNothingLost(t, res, text)
}

// Lines drawn below headings make headings of them, and say their level.
func TestUnderlinedHeadings(t *testing.T) {
	const text = "The guide\n=========\n\nIt guides.\n\n1 Purpose\n---------\n\nIt has one.\n\nPeople\n------\n\nThe board\n~~~~~~~~~\n\nIt decides.\n\nThe rest\n~~~~~~~~\n\nIt follows.\n\n----\n\nMoney\n-----\n\nThere is some.\n"
	const want = "preface=The guide | 1=Purpose | people=People | people/the-board=The board | people/the-rest=The rest | money=Money"
	got, res := addresses(t, "x.txt", text)
	if got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
	checkNothingLost(t, res, text)
}

// In German law a sentence may end below the list that it holds: it belongs to
// the paragraph, not to the list's last point.
func TestTextAfterPoints(t *testing.T) {
	for name, text := range map[string]string{
		"x.txt": "§ 1 Zweck\n(1) Es gilt, soweit es\n1. nötig ist,\n2. möglich ist.\nDas Nähere regelt das Amt.\n(2) Sonst gilt es nicht.\n§ 2 Ende\n(1) Aus.\n",
		"y.txt": "§ 1 Zweck\n(1) Es gilt, soweit es\n1.\nnötig ist,\n2.\nmöglich ist oder\na)\nhier oder\nb)\ndort.\nDas Nähere regelt das Amt.\n(2) Sonst gilt es nicht.\n§ 2 Ende\n(1) Aus.\n",
		"x.md":  "# Gesetz\n\n## § 1 Zweck\n\n(1) Es gilt, soweit es\n\n1.  nötig ist,\n\n2.  möglich ist.\n\nDas Nähere regelt das Amt.\n\n(2) Sonst gilt es nicht.\n\n## § 2 Ende\n\n(1) Aus.\n",
	} {
		res, err := Read(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		r := revision.Revision{Components: res.Components}
		p := r.Find("1.1/p1")
		if p == nil || p.Text != "Das Nähere regelt das Amt." {
			t.Errorf("%s: 1.1/p1 is %v", name, p)
		}
		if p := r.Find("1.1.1"); p == nil || p.Text != "nötig ist," {
			t.Errorf("%s: 1.1.1 is %v", name, p)
		}
	}
}
