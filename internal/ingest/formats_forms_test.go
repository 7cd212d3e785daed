package ingest

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
)

// formInFormats is a form of acts as a page shows it: paragraphs in simple HTML. One
// that opens with «#» is a heading.
type formInFormats struct {
	form  string // the row of the register's conventions that it stands for
	lines []string
	want  string            // addresses and headings
	notes map[string]string // by address: marks, and beginnings of texts of notes without one
	texts map[string]string // by address: what it reads, "" where nothing stands there
	not   map[string]string // by format: why the form cannot stand in it
}

const (
	unstruck = "plain text has no struck-out words"
	law      = "5 may 2020-ci il tarixli 100-VIQD nömrəli Azərbaycan Respublikasının Qanunu (“Azərbaycan” qəzeti, 6 iyun 2020-ci il, № 5) ilə "
	list     = "QANUNA EDİLMİŞ DƏYİŞİKLİK VƏ ƏLAVƏLƏRİN SİYAHISI"
)

var formsInFormats = []formInFormats{
	{
		form:  "articles, parts, points, inserted ones",
		lines: []string{"#Maddə 12. Tarla növləri", "12.1. Tarla torpaqdır.", "12.2. Tarlalar bunlardır:", "12.2.1. bağ;", "12.2.2. bostan.", "12.2-1. Su axır.", "12.3. Yol keçir.", "#Maddə 12-1. Körpü", "12-1.1. Körpü durur.", "12-1.2. Körpü enlidir.", "#Maddə 13. Dağ", "13.1. Dağ ucadır."},
		want:  "12=Tarla növləri | 12.1 | 12.2 | 12.2.1 | 12.2.2 | 12.2-1 | 12.3 | 12-1=Körpü | 12-1.1 | 12-1.2 | 13=Dağ | 13.1",
	},
	{
		form:  "letters and digits set apart beside ordinary ones",
		lines: []string{"#I f ə s i l", "#ÜMUMİ MÜDDƏALAR", "#M a d d ə 1 . Tarla növləri", "Tarla torpaqdır.", "#Maddə 2. Bağ", "Bağ tarladır.", "#M a d d ə 1 0 . Yol", "Yol keçir."},
		want:  "chapter-i=ÜMUMİ MÜDDƏALAR | 1=Tarla növləri | 2=Bağ | 10=Yol",
	},
	{
		form:  "full stop or space left out, a quotation right after the number",
		lines: []string{"#Maddə 12.Tarla növləri", "12.1.Tarla torpaqdır.", "12.2.“Bağ” tarladır.", "#Maddə 13.Su", "13.1.Su axır."},
		want:  "12=Tarla növləri | 12.1 | 12.2 | 13=Su | 13.1",
	},
	{
		form:  "only a list; parts counted in each article; Roman parts",
		lines: []string{"#Maddə 12. Tarla", "12.0. Tarlalar aşağıdakılardır:", "12.0.1. bağ;", "12.0.2. bostan.", "#Maddə 13. Su", "1. Su axır.", "2. Sular bunlardır:", "1) çay;", "2) göl.", "#Maddə 14. Yol", "I. Yol keçir.", "II. Yol enlidir."},
		want:  "12=Tarla | 12.0 | 12.0.1 | 12.0.2 | 13=Su | 13.1 | 13.2 | 13.2.1 | 13.2.2 | 14=Yol | 14.I | 14.II",
	},
	{
		form:  "chapters by word above ten, inserted ones, sections above them",
		lines: []string{"#Birinci bölmə. Ümumi müddəalar", "#On birinci fəsil", "#SU", "#Maddə 1. Çay", "Çay axır.", "#XI-I fəsil", "#YOL", "#Maddə 2. Yol", "Yol keçir.", "#İkinci bölmə. Yekun müddəaları", "#İyirmi birinci fəsil", "#DAĞ", "#Maddə 3. Dağ", "Dağ ucadır."},
		want:  "division-1=Ümumi müddəalar | division-1/chapter-11=SU | 1=Çay | division-1/chapter-xi-i=YOL | 2=Yol | division-2=Yekun müddəaları | division-2/chapter-21=DAĞ | 3=Dağ",
	},
	{
		form:  "general and special part",
		lines: []string{"#ÜMUMİ HİSSƏ", "#Birinci bölmə", "#SU", "#Maddə 1. Çay", "Çay axır.", "#XÜSUSİ HİSSƏ", "#İkinci bölmə", "#YOL", "#Maddə 2. Yol", "Yol keçir."},
		want:  "ümumi-hissə=ÜMUMİ HİSSƏ | ümumi-hissə/division-1=SU | 1=Çay | xüsusi-hissə=XÜSUSİ HİSSƏ | xüsusi-hissə/division-2=YOL | 2=Yol",
	},
	{
		form:  "a note of the article with points",
		lines: []string{"#Maddə 12. Tarla", "12.1. Tarlalar bunlardır:", "12.1.1. bağ;", "12.1.2. bostan.", "Qeyd:", "1. Bağ ağacdır.", "2. Bostan tərəvəzdir.", "#Maddə 13. Su", "13.1. Su axır."},
		want:  "12=Tarla | 12.1 | 12.1.1 | 12.1.2 | 12/qeyd=Qeyd: | 12/qeyd.1 | 12/qeyd.2 | 13=Su | 13.1",
	},
	{
		form:  "a second list in one part",
		lines: []string{"#Maddə 94. Tarla", "III. Tarlalar bunlardır:", "1) bağ;", "2) bostan.", "Tarla olmayanlar bunlardır:", "1) yol;", "2) körpü.", "V. Tarla əkilir.", "#Maddə 95. Su", "I. Su axır."},
		want:  "94=Tarla | 94.III | 94.III.1 | 94.III.2 | 94.III.1~2 | 94.III.2~2 | 94.V | 95=Su | 95.I",
	},
	{
		form:  "annexes, number first",
		lines: []string{"#Maddə 1. Tarla", "Tarla torpaqdır.", "#Maddə 2. Su", "Su axır.", "“Tarla haqqında” Qanuna 1 nömrəli əlavə", "1. Alma.", "2. Armud.", "3 saylı əlavə", "1. Gül.", "2. Ot."},
		want:  "1=Tarla | 2=Su | annex-1/1 | annex-1/2 | annex-3/1 | annex-3/2",
	},
	{
		form:  "struck-out words, new ones in italics",
		lines: []string{"#Maddə 12. Tarla", "12.1. Tarla <s>köhnə</s> <i>yeni</i> su ilə <s>torpaq</s> təmin edilir.", "12.2. Bağ tarladır.", "#Maddə 13. Su", "13.1. Su axır."},
		want:  "12=Tarla | 12.1 | 12.2 | 13=Su | 13.1",
		texts: map[string]string{"12.1": "Tarla yeni su ilə təmin edilir."},
		not:   map[string]string{"txt": unstruck},
	},
	{
		form:  "whole points and articles struck out",
		lines: []string{"#Maddə 12. Tarla", "12.1. Tarla torpaqdır.", "<s>12.2. Bağ tarladır.</s>", "12.3. Yol keçir.", "#<s>Maddə 13. Su</s>", "<s>13.1. Su axır.</s>", "<s>13.2. Su durur.</s>", "#Maddə 14. Dağ", "14.1. Dağ ucadır."},
		want:  "12=Tarla | 12.1 | 12.2 | 12.3 | 13 | 14=Dağ | 14.1",
		notes: map[string]string{"12.2": "struck out", "13": "struck out, struck out: 13.1. 13.2."},
		not:   map[string]string{"txt": unstruck},
	},
	{
		form: "raised marks of endnotes after a heading, a word, a full stop; the endnotes; former wordings in them",
		lines: []string{
			"#Maddə 12. Tarla növləri<sup>[1]</sup>", "12.1. Tarla su<sup>[2]</sup> ilə təmin edilir.", "12.2. Tarlanın sahibi ağac əkir.<sup>[3]</sup>", "#Maddə 13. Su", "13.1. Su axır.",
			"#İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI", "1. 5 may 2020-ci il tarixli 100-VIQD nömrəli Azərbaycan Respublikasının Qanunu", "2. 6 iyun 2021-ci il tarixli 101-VIQD nömrəli Azərbaycan Respublikasının Qanunu",
			"#" + list, "[1] " + law + "12-ci maddənin adı yeni redaksiyada verilmişdir.", "Əvvəlki redaksiyada deyilirdi:", "Maddə 12. Tarlalar", "12.1. Tarla torpaqdır.", "[2] " + law + "12.1-ci maddədə “çay” sözü “su” sözü ilə əvəz edilmişdir.", "[3] " + law + "12.2-ci maddə əlavə edilmişdir.",
		},
		want:  "12=Tarla növləri | 12.1 | 12.2 | 13=Su | 13.1 | sources=İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI | sources/1 | sources/2 | amendments=" + list,
		notes: map[string]string{"12": "1", "12.1": "2", "12.2": "3"},
		texts: map[string]string{"12.1": "Tarla su ilə təmin edilir.", "12.2": "Tarlanın sahibi ağac əkir."},
	},
	{
		form: "marks of decisions of the Constitutional Court",
		lines: []string{
			"#Maddə 12. Tarla növləri<sup>KMQ1</sup>", "12.1. Tarla su<sup>KMQ2</sup> ilə təmin edilir.", "12.2. Ağac əkilir.", "#Maddə 13. Su", "13.1. Su axır.<sup>KM3</sup>",
			"#" + list, "KMQ1 Konstitusiya Məhkəməsinin 5 may 2020-ci il tarixli Qərarı ilə şərh edilib.", "KMQ2 Konstitusiya Məhkəməsinin 6 may 2020-ci il tarixli Qərarı ilə şərh edilib.", "KM3 Konstitusiya Məhkəməsinin 7 may 2020-ci il tarixli Qərarı ilə şərh edilib.",
		},
		want:  "12=Tarla növləri | 12.1 | 12.2 | 13=Su | 13.1 | amendments=" + list,
		notes: map[string]string{"12": "KMQ1", "12.1": "KMQ2", "13.1": "KM3"},
		texts: map[string]string{"12.1": "Tarla su ilə təmin edilir."},
	},
	{
		form:  "repealed, number kept",
		lines: []string{"#Maddə 12. Tarla", "12.1. Tarla torpaqdır.", "12.2. Ləğv edilmişdir.", "12.3. Çıxarılmışdır.", "12.4. Tarla əkilir.", "#Maddə 13. Ləğv edilmişdir.", "#Maddə 14. Su", "14.1. Su axır."},
		want:  "12=Tarla | 12.1 | 12.2 | 12.3 | 12.4 | 13 | 14=Su | 14.1",
		texts: map[string]string{"12.2": "Ləğv edilmişdir.", "13": "Ləğv edilmişdir."},
	},
	{
		form:  "an amending act: instructions, quoted articles",
		lines: []string{"Maddə 1. “Tarla haqqında” Qanunda (… Toplusu, 2020, № 6, maddə 70) aşağıdakı dəyişikliklər edilsin:", "1. 4.4-cü maddə ləğv edilsin.", "2. aşağıdakı məzmunda 10-1-ci maddə əlavə edilsin:", "“Maddə 10-1. Tarlanın suyu", "10-1.1. Su axır.", "10-1.2. Su durur.”.", "3. 12-ci maddədə “su” sözü “suvarma” sözü ilə əvəz edilsin.", "4. aşağıdakı məzmunda 1.2.8-ci maddə əlavə edilsin:", "“1.2.8. suvarma kanalı;”.", "5. 1.3.4-cü maddə ləğv edilsin.", "Maddə 2. Bu Qanun dərc edildiyi gündən qüvvəyə minir."},
		want:  "1 | 1.1 | 1.2 | 1.3 | 1.4 | 1.5 | 2",
	},
	{
		form:  "an act, its stamp over three lines, the annexed rules",
		lines: []string{"TARLA QAYDALARININ TƏSDİQ EDİLMƏSİ HAQQINDA", "NAZİRLƏR KABİNETİNİN QƏRARI", "Nazirlər Kabineti qərara alır:", "1. “Tarla Qaydaları” təsdiq edilsin.", "2. Bu Qərar dərc edildiyi gündən qüvvəyə minir.", "Nazirlər Kabinetinin", "2020-ci il 5 may tarixli 10 nömrəli Qərarı ilə", "təsdiq edilmişdir", "Tarla", "Q A Y D A L A R I", "#1. Ümumi müddəalar", "1.1. Tarla torpaqdır.", "1.2. Bağ tarladır.", "#2. Su", "2.1. Su axır."},
		want:  "decision=TARLA QAYDALARININ TƏSDİQ EDİLMƏSİ HAQQINDA NAZİRLƏR KABİNETİNİN QƏRARI | decision/1 | decision/2 | preface | 1=Ümumi müddəalar | 1.1 | 1.2 | 2=Su | 2.1",
		not:   map[string]string{"md": "a title over two lines is no heading of Markdown"},
	},
	{
		form:  "contents with the articles of each chapter, letters apart; titles that go on",
		lines: []string{"M Ü N D Ə R İ C A T", "(Fəslin başlanğıcına getmək üçün fəslin adını seçin)", "I BÖLMƏ. BAĞLAR (maddə 1-3)", "1-ci fəsil. Su (maddə 1-2)", "2-ci fəsil. Yol (3)", "#I BÖLMƏ", "#BAĞLAR", "#1-ci fəsil", "#Su", "#Maddə 1. Çay", "Çay axır.", "#Maddə 2. Göl", "Göl durur.", "#2-ci fəsil", "#Yol", "#Maddə 3. Körpü", "Körpü durur."},
		want:  "division-i=BAĞLAR | division-i/chapter-1=Su | 1=Çay | 2=Göl | division-i/chapter-2=Yol | 3=Körpü",
	},
	{
		form:  "a note of the article on its line; who signs; a list of the register without entries",
		lines: []string{"#Maddə 12. Tarla", "12.1. Tarla torpaqdır:", "12.1.1. bağ;", "12.1.2. bostan.", "Qeyd: Bu maddədə bağ ağac deməkdir.", "#Maddə 13. Ləğv edilmişdir.[1]", "Aydın YARPAQ", "Azərbaycan Respublikasının Prezidenti", "Bakı şəhəri, 5 may 2020-ci il", "#İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI", "1. 5 may 2020-ci il tarixli 100-VIQD nömrəli Azərbaycan Respublikasının Qanunu", "#" + list, "[1] " + law + "13-cü maddə ləğv edilmişdir."},
		want:  "12=Tarla | 12.1 | 12.1.1 | 12.1.2 | 13 | sources=İSTİFADƏ OLUNMUŞ MƏNBƏ SƏNƏDLƏRİNİN SİYAHISI | sources/1 | amendments=" + list,
		texts: map[string]string{"12/p1": "Qeyd: Bu maddədə bağ ağac deməkdir.", "13": "Ləğv edilmişdir.", "13/p1": ""},
		notes: map[string]string{"13": "1"},
	},
	{
		form:  "raised figures, Russian",
		lines: []string{"#Статья 7<sup>1</sup>. Поле", "1. Поле есть земля.", "2<sup>1</sup>. Поле пашут:", "1) летом;", "1<sup>1</sup>) осенью.", "3. О поле сказано в статье 7<sup>1</sup> настоящего Кодекса.", "#Статья 8. Сад", "1. Сад есть поле."},
		want:  "7-1=Поле | 7-1.1 | 7-1.2-1 | 7-1.2-1.1 | 7-1.2-1.1-1 | 7-1.3 | 8=Сад | 8.1",
		texts: map[string]string{"7-1.3": "О поле сказано в статье 7¹ настоящего Кодекса."},
	},
	{
		form:  "groups and repealed parts, Russian",
		lines: []string{"#РАЗДЕЛ I.", "#ПОЛЯ", "#И САДЫ", "#ГЛАВА 1. ПОЛЯ", "#С т а т ь я 1. Поле", "1. Поле есть земля.", "2. Утратила силу. - Федеральный закон от 03.04.2008 № 40-ФЗ.", "3. (Часть утратила силу - Федеральный закон от 03.04.2008 № 40-ФЗ)", "4. Поле пашут.", "#РАЗДЕЛ II.", "#ДОРОГИ", "#ГЛАВА 2. ДОРОГИ", "#Статья 2. Дорога", "1. Дорога ведёт.", "2. Дорога широка."},
		want:  "division-i=ПОЛЯ И САДЫ | division-i/chapter-1=ПОЛЯ | 1=Поле | 1.1 | 1.2 | 1.3 | 1.4 | division-ii=ДОРОГИ | division-ii/chapter-2=ДОРОГИ | 2=Дорога | 2.1 | 2.2",
	},
}

// page is the form as a web page.
func (f *formInFormats) page() string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>x</title><style>body { font: 12pt/1.3 serif } p { margin: 0 0 .7em } h3 { font-size: 13pt; margin: 1em 0 .7em }</style></head><body>\n")
	b.WriteString("<p>TARLALAR</p>\n") // LibreOffice may leave the first paragraph out
	for _, l := range f.lines {
		if h, ok := strings.CutPrefix(l, "#"); ok {
			fmt.Fprintf(&b, "<h3>%s</h3>\n", h)
		} else {
			fmt.Fprintf(&b, "<p>%s</p>\n", l)
		}
	}
	return b.String() + "</body></html>\n"
}

// markdown is the form as converters write it.
func (f *formInFormats) markdown() string {
	marks := strings.NewReplacer("<s>", "~~", "</s>", "~~", "<i>", "*", "</i>", "*")
	return "TARLALAR\n\n" + marks.Replace(strings.Join(f.each("### "), "\n\n")) + "\n"
}

// plain is the form as it is pasted.
func (f *formInFormats) plain() string {
	s := strings.Join(f.each(""), "\n\n")
	s = regexp.MustCompile(`<sup>(\d+)</sup>`).ReplaceAllStringFunc(s, func(m string) string { return flow.Raise(strings.Trim(m, "</sup>"), true) })
	return "TARLALAR\n\n" + regexp.MustCompile(`</?\w+>`).ReplaceAllString(s, "") + "\n"
}

func (f *formInFormats) each(heading string) []string {
	out := slices.Clone(f.lines)
	for i, l := range out {
		if h, ok := strings.CutPrefix(l, "#"); ok {
			out[i] = heading + h
		}
	}
	return out
}

// check holds what was read against the form.
func (f *formInFormats) check(t *testing.T, format string, data []byte) {
	t.Helper()
	if why := f.not[format]; why != "" {
		return
	}
	res, err := ReadWith(t.Context(), "act."+format, data, Options{Struck: flow.DropStruck})
	if err != nil {
		t.Errorf("%s: %v", format, err)
		return
	}
	r := &revision.Revision{Components: res.Components}
	var got []string
	for _, c := range r.Clauses() {
		s := c.Address()
		if c.Heading != "" {
			s += "=" + c.Heading
		}
		got = append(got, s)
	}
	if len(got) > 0 && strings.HasPrefix("preface=TARLALAR", got[0]) {
		got = got[1:]
	}
	if s := strings.ReplaceAll(strings.Join(got, " | "), "=TARLALAR TARLA ", "=TARLA "); s != f.want {
		t.Errorf("%s: %s\n got %s\nwant %s", format, f.form, s, f.want)
	}
	for at, want := range f.texts {
		if p := r.Find(at); p == nil && want != "" || p != nil && strings.Join(strings.Fields(p.Text+p.Heading), " ") != want {
			t.Errorf("%s: %s: %s is %+v, want %s", format, f.form, at, p, want)
		}
	}
	for at, want := range f.notes {
		var notes []string
		if p := r.Find(at); p != nil {
			for _, n := range p.Notes {
				notes = append(notes, cmp.Or(strings.Trim(n.Mark, "[]"), n.Text))
				if n.Mark != "" && !strings.Contains(n.Text, "2020") {
					t.Errorf("%s: %s: note %s of %s has not its endnote: %q", format, f.form, n.Mark, at, n.Text)
				}
			}
		}
		if s := strings.Join(notes, ", "); s != want {
			t.Errorf("%s: %s: notes of %s are %q, want %q", format, f.form, at, s, want)
		}
	}
}

// Each form reads the same from every format that it can stand in.
func TestFormsInFormats(t *testing.T) {
	for i := range formsInFormats {
		f := &formsInFormats[i]
		f.check(t, "html", []byte(f.page()))
		f.check(t, "md", []byte(f.markdown()))
		f.check(t, "txt", []byte(f.plain()))
	}
}

// The same, written by LibreOffice, and printed by it and by Chromium.
func TestFormsInOfficeFormats(t *testing.T) {
	p := newPrinter(t)
	needProgram(t, "soffice")
	var pages []string
	for i := range formsInFormats {
		pages = append(pages, p.write(t, fmt.Sprintf("form-%02d.html", i), formsInFormats[i].page()))
	}
	for _, format := range []struct{ ext, filter string }{{"docx", "docx:MS Word 2007 XML"}, {"odt", "odt"}, {"rtf", "rtf:Rich Text Format"}, {"pdf", "pdf:writer_pdf_Export"}} {
		p.run(t, "soffice", append([]string{
			"--headless", "-env:UserInstallation=file://" + filepath.Join(p.dir, "profile-office"), "--infilter=HTML (StarWriter)",
			"--convert-to", format.filter, "--outdir", p.dir,
		}, pages...)...)
		for i := range formsInFormats {
			data, err := os.ReadFile(strings.TrimSuffix(pages[i], "html") + format.ext)
			if err != nil {
				t.Fatal(err)
			}
			formsInFormats[i].check(t, format.ext, data)
		}
	}
}
