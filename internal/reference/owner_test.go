package reference

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// Of a list of which one citation names an act, the numbers before that name are the
// act's where it stands behind them, in English and Russian: whose they are may be
// open, and what may be another act's is left alone. In Azerbaijani it stands in
// front, and those before it are not the act's.
func TestOwnersInLists(t *testing.T) {
	sign := map[Owner]string{Unstated: "?", Own: "own", Other: "other"}
	for _, tt := range []struct{ lang, text, want string }{
		{"en", "Articles 5, 6 and 7 of the Civil Code apply.", "5 other, 6 other, 7 other"},
		{"en", "Articles 5 and 6 and Article 7 of the Civil Code apply.", "5 other, 6 other, 7 other"},
		{"en", "Articles 5, 6 of this Law and Article 7 of the Civil Code apply.", "5 own, 6 own, 7 other"},
		{"en", "Article 7 of the Civil Code and Articles 5 and 6 of this Law apply.", "7 other, 5 own, 6 own"},
		{"en", "Paragraphs 1 and 2 of Article 7 of the Civil Code apply.", "7.1 other, 7.2 other"},
		{"en", "Point (a) of Article 5 and point (c) of Article 7 of the Civil Code apply.", "5.a other, 7.c other"},
		{"en", "Articles 5 to 7 and 9 of Directive 2014/65/EU apply.", "5-7 other, 9 other"},
		{"en", "It is based on point (b) of Article 13(1), or on Article 13(2), of the 1980 Convention.", "13.1.b other, 13.2 other"},
		{"en", "A power of Article 53(2), 59(2) or Article 63(1) or (2) of Directive 2014/59/EU is used.", "53.2 other, 59.2 other, 63.1 other, 63.2 other"},
		{"ru", "Применяются статьи 5, 6 и 7 Гражданского кодекса.", "5 other, 6 other, 7 other"},
		{"ru", "Применяются статьи 5, 6 настоящего Закона и статья 7 Гражданского кодекса.", "5 own, 6 own, 7 other"},
		{"ru", "Применяются статьи 5 и 6, а также статья 7 Гражданского кодекса.", "5 other, 6 other, 7 other"},
		{"ru", "Применяются статья 7 Гражданского кодекса и статьи 5 и 6 настоящего Закона.", "7 other, 5 own, 6 own"},
		{"ru", "Применяются пункты 1 и 2 статьи 7 Гражданского кодекса.", "7.1 other, 7.2 other"},
		{"az", "Mülki Məcəllənin 5, 6 və 7-ci maddələri tətbiq edilir.", "5 other, 6 other, 7 other"},
		{"az", "Bu Qanunun 5-ci, 6-cı və Mülki Məcəllənin 7-ci maddələri tətbiq edilir.", "5 own, 6 own, 7 other"},
		{"az", "5-ci, 6-cı və Mülki Məcəllənin 7-ci maddələri tətbiq edilir.", "5 ?, 6 ?, 7 other"},
		{"az", "5, 6-cı maddələr və Mülki Məcəllənin 7-ci maddəsi tətbiq edilir.", "5 ?, 6 ?, 7 other"},
		{"az", "Maddələr 5, 6 və Mülki Məcəllənin 7-ci maddəsi tətbiq edilir.", "5 ?, 6 ?, 7 other"},
		{"az", "Mülki Məcəllənin 7-ci və bu Qanunun 5-ci və 6-cı maddələri tətbiq edilir.", "7 other, 5 own, 6 own"},
		{"az", "Mülki Məcəllənin 7-ci maddəsinin 1-ci və 2-ci hissələri tətbiq edilir.", "7.1 other, 7.2 other"},
	} {
		var got []string
		for _, c := range newFinder(tt.lang, "").Find(tt.text) {
			var num []string
			for _, p := range c.Path {
				n := p.Number
				if p.To != "" {
					n += "-" + p.To
				}
				num = append(num, n)
			}
			got = append(got, strings.Join(num, ".")+" "+sign[c.Owner])
		}
		if s := strings.Join(got, ", "); s != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.text, s, tt.want)
		}
	}
}

// Under a heading that says that another act is changed, numbers are that act's.
func TestAmendedActs(t *testing.T) {
	for _, tt := range []struct {
		lang, heading, text string
		other               bool
	}{
		{"en", "Amendment to Directive 2005/60/EC", "‘1. Institutions referred to in Article 99(1) may be relied on.’", true},
		{"en", "Amendments", "Article 99 applies to amendments.", false},
		{"en", "Amendments to this Regulation", "Article 99 applies to amendments.", false},
		{"en", "Amendment of the rules", "Article 99 applies to amendments.", false},
		{"en", "Amendments to the Civil Code", "In Article 99, the second sentence goes.", true},
		{"fr", "Modification du règlement d'usage de la marque", "Les modifications satisfont à l'article 99.", false},
		{"fr", "Modification de la directive 2005/60/CE", "Les établissements visés à l'article 99 sont admis.", true},
		{"ru", "Внесение изменений в Гражданский кодекс", "Статья 99 изложена так.", true},
		{"ru", "Внесение изменений в настоящий Закон", "Применяется статья 99.", false},
		{"az", "Mülki Məcəllədə dəyişikliklər edilməsi", "99-cu maddə tətbiq edilir.", true},
		{"az", "Dəyişikliklər", "99-cu maddə tətbiq edilir.", false},
	} {
		rev := &revision.Revision{Meta: revision.Meta{Language: tt.lang}, Components: []*revision.Provision{{Kind: revision.KindComponent, Children: []*revision.Provision{
			{Kind: revision.KindClause, Num: "Article 1", Heading: tt.heading, Text: tt.text},
		}}}}
		revision.AssignEIDs(rev.Components)
		if found := Check(Read(rev)); (len(found) == 0) != tt.other {
			t.Errorf("%s: %v", tt.heading, found)
		}
	}
}
