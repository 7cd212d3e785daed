package reference

import (
	"strings"
	"testing"
)

// said prints a citation: steps from the largest, the owner in front.
func said(c *Citation) string {
	var b strings.Builder
	switch c.Owner {
	case Own:
		b.WriteString("own ")
	case Other:
		b.WriteString("other ")
	}
	for i, p := range c.Path {
		if i > 0 {
			b.WriteByte('/')
		}
		switch p.points {
		case here:
			b.WriteString("here:" + p.Unit)
		case there:
			b.WriteString("there:" + p.Unit)
		default:
			b.WriteString(p.Number)
			if p.To != "" {
				b.WriteString(".." + p.To)
			}
		}
	}
	if c.Heading != "" {
		b.WriteString(" [" + c.Heading + "]")
	}
	return b.String()
}

func TestFind(t *testing.T) {
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "under point (a) of Article 2(1) of this Regulation", "own 2.1/a"},
		{"en", "Articles 5 to 7 apply", "5..7"},
		{"en", "see section 3(2)(b)", "3.2.b"},
		{"en", "Articles 12, 13 and 14(2)", "12; 13; 14.2"},
		{"en", "paragraphs 1 and 2 of Article 12", "12/1; 12/2"},
		{"en", "points (a), (b) and (c) of paragraph 1", "1/a; 1/b; 1/c"},
		{"en", "the second subparagraph of Article 3(2)", "3.2/2"},
		{"en", "Article 4(1), point (b), of Directive 2014/65/EU", "other 4.1/b"},
		{"en", "paragraph 2 of this Article", "here:article/2"},
		{"en", "Article 290 TFEU", "other 290"},
		{"en", "Article 5 of the Charter", "other 5"},
		{"en", "Article 5 of the Mill Rules", "own 5"},
		{"en", "Article 5 of that Regulation", "other 5"},
		{"en", "Article 5 and 10 members", "5"},
		{"en", "clause 4.1.2 (Opening hours)", "4.1.2 [Opening hours]"},
		{"en", "in 4.3.10 and on 12.05.2008", "4.3.10"},
		{"en", "There are 4 articles", ""},
		{"en", "this Article applies", ""},
		{"en", "paragraph 2, first subparagraph, point (b), of this Article", "here:article/2/1/b"},
		{"en", "paragraph 2, points (a) and (b), of this Article", "here:article/2/a; here:article/2/b"},
		{"en", "Article 5, point (a) of paragraph 2", "5; 2/a"},
		{"en", "the relevant section(s) below", ""},
		{"en", "section(s) 4 and 5", "4; 5"},
		{"ru", "пунктом 2 части 1 статьи 12", "12/1/2"},
		{"ru", "частью второй статьи 12", "12/2"},
		{"ru", "подпункте 1 пункта 2 статьи 9", "9/2/1"},
		{"ru", "абзац второй пункта 1", "1/2"},
		{"ru", "пунктами 1 и 3 статьи 12", "12/1; 12/3"},
		{"ru", "пункты 1 - 3 и 5 части 2 статьи 12", "12/2/1..3; 12/2/5"},
		{"ru", "статьями 12 - 14", "12..14"},
		{"ru", "статьи 7, 9 и 11", "7; 9; 11"},
		{"ru", "статьей 12 настоящего Кодекса", "own 12"},
		{"ru", "части первой настоящей статьи", "here:article/1"},
		{"ru", "главой 12 настоящего Кодекса", "own 12"},
		{"ru", "статьи 7¹", "7-1"},
		{"ru", "статьей 5 Гражданского кодекса", "other 5"},
		{"ru", "статьи 5 Федерального закона от 03.04.2008 № 40-ФЗ", "other 5"},
		{"ru", "подпункт «б» пункта 3 статьи 4", "4/3/б"},
		{"ru", "ст. 5 ч. 2", "5/2"},
		{"ru", "частью 1 и частью 3 статьи 12", "12/1; 12/3"},
		{"ru", "в 2 статьях", ""},
		{"az", "bu Məcəllənin 12.2-ci maddəsində", "own 12.2"},
		{"az", "Bu Qanunun 12-ci maddəsinə", "own 12"},
		{"az", "bu Qaydanın 3.1-ci bəndi", "own 3.1"},
		{"az", "bu Məcəllənin 12.2.1-ci, 12-1.3-cü, 12.3-1-ci və 12-1-ci maddələri", "own 12.2.1; own 12-1.3; own 12.3-1; own 12-1"},
		{"az", "12.1 və 12.3-cü maddələrində", "12.1; 12.3"},
		{"az", "12.1-ci və 13.1-ci maddələr", "12.1; 13.1"},
		{"az", "12.1 və ya 12.2-ci maddələr", "12.1; 12.2"},
		{"az", "15 və 16-cı maddələr", "15; 16"},
		{"az", "12.1-12.4-cü maddələr", "12.1..12.4"},
		{"az", "12.1—12.4-cü maddələr", "12.1..12.4"},
		{"az", "77-79-cu maddələri", "77..79"},
		{"az", "5.1-ci, 6-cı, 7.2-ci və 8.3-cü maddələrinin", "5.1; 6; 7.2; 8.3"},
		{"az", "bu maddənin birinci hissəsində", "here:article/1"},
		{"az", "bu maddənin II hissəsi", "here:article/ii"},
		{"az", "bu maddənin beşinci və altıncı hissələri", "here:article/5; here:article/6"},
		{"az", "bu Məcəllənin 12-ci maddəsinin ikinci hissəsinin 3-cü bəndi", "own 12/2/3"},
		{"az", "bu Məcəllənin 11-ci fəslinə, X fəslinin, üçüncü fəsli", "own 11; own x; own 3"},
		{"az", "12.2- ci maddəsində", "12.2"},
		{"az", "“Tarla haqqında” Qanunun 12-ci maddəsi", "other 12"},
		{"az", "Mülki Məcəllənin 12.1-ci maddəsi", "other 12.1"},
		{"az", "Konstitusiyanın 94-cü maddəsinin I hissəsinin 10-cu bəndi", "other 94/i/10"},
		{"az", "Toplusu, 2020, № 6, maddə 70", "other 70"},
		{"az", "həmin Qanunun 12-ci maddəsi", "other 12"},
		{"az", "10 maddə var", ""},
		{"az", "12-ci maddənin “Qeyd” hissəsinin 2-ci bəndinin", "12/qeyd/2"},
		{"fr", "article 12, paragraphe 2, point a)", "12/2/a"},
		{"fr", "le paragraphe 1 de l'article 12", "12/1"},
		{"fr", "les articles 5 à 7", "5..7"},
		{"fr", "au paragraphe 2 du présent article", "here:article/2"},
	} {
		f := newFinder(tt.lang, "The Mill Rules")
		var got []string
		for _, c := range f.Find(tt.text) {
			got = append(got, said(&c))
		}
		if s := strings.Join(got, "; "); s != tt.want {
			t.Errorf("%s %q: %q, want %q", tt.lang, tt.text, s, tt.want)
		}
	}
}
