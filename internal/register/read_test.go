package register

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

func said(fs []Fact) string {
	var out []string
	for _, f := range fs {
		words := ""
		if f.Words {
			words = "words "
		}
		out = append(out, fmt.Sprintf("%s%s %s %s %s", words, f.What, f.Act.Kind, f.Act.Number, f.Act.Date))
	}
	return strings.Join(out, "; ")
}

func TestRead(t *testing.T) {
	const law = "5 may 2020-ci il tarixli 100-VIQD nömrəli Azərbaycan Respublikasının Qanunu "
	const gazette = "(“Azərbaycan” qəzeti, 6 iyun 2020-ci il, № 5, Azərbaycan Respublikasının Qanunvericilik Toplusu, 2020-ci il, № 6, maddə 70) "
	for _, c := range []struct{ note, want string }{
		{law + gazette + "ilə 12.1-ci maddədə “su” sözü “suvarma” sözü ilə əvəz edilmişdir.", "words replaced law 100-VIQD 2020-05-05"},
		{law + "ilə 12-ci maddəyə yeni məzmunda 12.2-ci maddə əlavə edilmişdir.", "added law 100-VIQD 2020-05-05"},
		{law + "ilə 12-ci maddə yeni redaksiyada verilmişdir.\nƏvvəlki redaksiyada deyilirdi:\n12. Su ləğv edilmişdir.", "new wording law 100-VIQD 2020-05-05"},
		{law + "ilə 12.3-cü maddə ləğv edilmişdir.", "repealed law 100-VIQD 2020-05-05"},
		{law + "ilə 12.3-cü maddədən “və arx” sözləri çıxarılmışdır.", "words struck law 100-VIQD 2020-05-05"},
		{law + "ilə 12.3-cü maddə 12.4-cü maddə hesab edilmişdir.", "renumbered law 100-VIQD 2020-05-05"},
		{law + "ilə “su” sözü “arx” sözü ilə əvəz edilmiş, 12.5-ci maddə əlavə edilmişdir.", "words replaced law 100-VIQD 2020-05-05; added law 100-VIQD 2020-05-05"},
		{"7 iyul 2019-cu il tarixli 12 nömrəli Azərbaycan Respublikası Prezidentinin Fərmanı ilə 3-cü bənd ləğv edilmişdir.", "repealed decree 12 2019-07-07"},
		{"7 iyul 2019-cu il tarixli 12 nömrəli Azərbaycan Respublikası Nazirlər Kabinetinin Qərarı ilə “arx” sözündən sonra “su” sözü əlavə edilmişdir.", "words added resolution 12 2019-07-07"},
		{"(В редакции Федерального закона от 05.05.2020 № 100-ФЗ)", "new wording law 100-ФЗ 2020-05-05"},
		{"(Часть утратила силу - Федеральный закон от 5 мая 2020 г. № 100-ФЗ)", "repealed law 100-ФЗ 2020-05-05"},
		{"(Дополнение частью - Федеральный закон от 05.05.2020 № 100-ФЗ)", "added law 100-ФЗ 2020-05-05"},
		{"(часть дополнена Федеральным законом от 05.05.2020 № 100-ФЗ)", "added law 100-ФЗ 2020-05-05"},
		{"Bax: 12-ci maddə.", ""},
		{law + "ilə təsdiq edilmişdir.", ""},
		{"", ""},
	} {
		if got := said(Read(c.note)); got != c.want {
			t.Errorf("%s\ngot  %s\nwant %s", c.note, got, c.want)
		}
	}
}

// What both texts say, and what was done before the old one, is not told as done since.
func TestSince(t *testing.T) {
	text := func(label, date string, notes ...string) *revision.Revision {
		p := &revision.Provision{Kind: revision.KindClause, Num: "1.", Text: "Su axır."}
		for _, n := range notes {
			p.Notes = append(p.Notes, revision.Note{Kind: revision.NoteEditorial, Mark: fmt.Sprint(len(p.Notes) + 1), Text: n})
		}
		main := &revision.Provision{Kind: revision.KindComponent, Children: []*revision.Provision{p}}
		revision.AssignEIDs([]*revision.Provision{main})
		return &revision.Revision{Meta: revision.Meta{Label: label, Date: date, Language: "az"}, Components: []*revision.Provision{main}}
	}
	note := func(date, number string) string {
		return date + "-ci il tarixli " + number + " nömrəli Qanun ilə 1-ci maddə yeni redaksiyada verilmişdir."
	}
	a, b, c := note("1 may 2010", "10-VQ"), note("1 may 2015", "15-VQ"), note("1 may 2020", "20-VQ")
	for _, tt := range []struct {
		date string
		old  []string
		want string
	}{
		{"", []string{a}, "new wording law 15-VQ 2015-05-01; new wording law 20-VQ 2020-05-01"},
		{"2016-01-01", []string{a}, "new wording law 20-VQ 2020-05-01"},
		{"", []string{a, b, c}, ""},
	} {
		if got := said(Since(text("old", tt.date, tt.old...), text("new", "", a, b, c))); got != tt.want {
			t.Errorf("since %q with %d notes: %s, want %s", tt.date, len(tt.old), got, tt.want)
		}
	}
}
