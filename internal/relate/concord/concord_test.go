package concord_test

import (
	"fmt"
	"math/rand"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/relate/concord"
	"conceptdiff/internal/revision"
)

// sentences of an invented strategy in three languages; %[1]s is a date, %[2]d and
// %[3]d are numbers.
var sentences = map[string][]string{
	"en": {
		"The Harbour Council approved the rules on %[1]s, and %[2]d pilots keep %[3]d lamps.",
		"Since %[1]s the Lantern Office has weighed %[2]d barrels in %[3]d storehouses.",
		"Tickets cost %[2]d coins; the Harbour Council set the price for %[3]d trams on %[1]s.",
		"The Beekeepers Union counted %[2]d hives and %[3]d meadows on %[1]s.",
		"Article 4.1.%[2]d binds the Lantern Office until %[1]s, for %[3]d boats.",
	},
	"az": {
		"Liman Şurası qaydaları %[1]s təsdiq edib, %[2]d bələdçi %[3]d fənəri saxlayır.",
		"Fənər İdarəsi %[1]s bəri %[3]d anbarda %[2]d çəllək çəkib.",
		"Biletin qiyməti %[2]d sikkədir; Liman Şurası %[3]d tramvay üçün qiyməti %[1]s müəyyən edib.",
		"Arıçılar İttifaqı %[1]s %[2]d pətək və %[3]d çəmən sayıb.",
		"4.1.%[2]d maddəsi %[3]d qayıq üçün Fənər İdarəsinə %[1]s qədər məcburidir.",
	},
	"ru": {
		"Совет Гавани утвердил правила %[1]s, и %[2]d лоцмана хранят %[3]d фонарей.",
		"С %[1]s Служба Фонарей взвесила %[2]d бочек на %[3]d складах.",
		"Билет стоит %[2]d монет; Совет Гавани назначил цену для %[3]d трамваев %[1]s.",
		"Союз Пчеловодов насчитал %[2]d ульев и %[3]d лугов %[1]s.",
		"Статья 4.1.%[2]d обязывает Службу Фонарей до %[1]s, для %[3]d лодок.",
	},
}

var monthNames = map[string][]string{
	"en": strings.Fields("January February March April May June July August September October November December"),
	"az": strings.Fields("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr"),
	"ru": strings.Fields("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
}

type item struct {
	sentence, day, month, year, a, b int
}

func (i item) say(lang string) string {
	date := fmt.Sprintf("%d %s %d", i.day, monthNames[lang][i.month], i.year)
	switch lang {
	case "az":
		date = fmt.Sprintf("%d-ci il %d %s", i.year, i.day, monthNames[lang][i.month])
	case "ru":
		date += " года"
	}
	return fmt.Sprintf(sentences[lang][i.sentence], date, i.a, i.b)
}

// strategy is clauses with a paragraph and items each.
type strategy [][]item

func draw(r *rand.Rand) strategy {
	one := func() item {
		return item{r.Intn(5), 1 + r.Intn(28), r.Intn(12), 1990 + r.Intn(40), 2 + r.Intn(900), 2 + r.Intn(90000)}
	}
	var s strategy
	for range 6 + r.Intn(6) {
		var c []item
		for range 2 + r.Intn(4) {
			c = append(c, one())
		}
		s = append(s, c)
	}
	return s
}

func (s strategy) clone() strategy {
	out := make(strategy, len(s))
	for i := range s {
		out[i] = slices.Clone(s[i])
	}
	return out
}

func (s strategy) read(t *testing.T, lang string) *revision.Revision {
	t.Helper()
	var b strings.Builder
	for i, c := range s {
		fmt.Fprintf(&b, "%d. %s\n\n", i+1, c[0].say(lang))
		for _, it := range c[1:] {
			fmt.Fprintf(&b, "• %s\n\n", it.say(lang))
		}
	}
	r, err := ingest.Read("x.txt", []byte(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	return &revision.Revision{Meta: revision.Meta{Label: lang, Language: lang}, Components: r.Components}
}

// Of one difference planted in a hundred texts each is told, at its clause; of equal
// texts none.
func TestPlanted(t *testing.T) {
	r := rand.New(rand.NewSource(16))
	for _, lang := range []string{"az", "ru"} {
		found := 0
		for n := range 100 {
			s := draw(r)
			en := s.read(t, "en")
			if d := concord.Check(en, s.read(t, lang)); len(d) > 0 {
				t.Fatalf("%s: equal texts differ: %+v", lang, d)
			}
			other := s.clone()
			c := r.Intn(len(s))
			k := r.Intn(len(s[c]))
			var want concord.Kind
			switch n % 4 {
			case 0:
				other[c][k].a++
				want = concord.Numbers
			case 1:
				other[c][k].day = 1 + other[c][k].day%28
				want = concord.Dates
			case 2:
				k = 1 + r.Intn(len(s[c])-1)
				other[c] = slices.Delete(other[c], k, k+1)
				want = concord.Passages
			case 3:
				d := (c + 1) % len(s)
				other[c], other[d] = other[d], other[c]
				want = concord.Swapped
			}
			for _, d := range concord.Check(en, other.read(t, lang)) {
				at := fmt.Sprint(c + 1)
				if d.Kind == want && (d.A == at || strings.HasPrefix(d.A, at+"/") || d.Detail == at) {
					found++
					break
				}
			}
		}
		if found != 100 {
			t.Errorf("%s: %d of 100 planted differences told", lang, found)
		}
	}
}

// Numbers and dates have one form, however a language writes them.
func TestFacts(t *testing.T) {
	for _, c := range [][2]string{
		{"On 23 May 2007, 132 km and 10,500 people.", "2007-ci il mayın 23-də 132 km və 10 500 nəfər."},
		{"May 23, 2007: 1.5 percent.", "23 мая 2007 года: 1,5 процента."},
		{"The 31 functions of 4.1.1.", "4.1.1-in otuz bir funksiyası, 31."},
		{"On the 8th of August 2025, twelve lamps.", "8 августа 2025 года, 12 фонарей."},
		{"23.05.2007", "23 May 2007"},
	} {
		a, b := one(c[0], "en"), one(c[1], "az")
		for _, d := range concord.Check(a, b) {
			t.Errorf("%q and %q differ: %+v", c[0], c[1], d)
		}
	}
}

func one(text, lang string) *revision.Revision {
	main := &revision.Provision{Kind: revision.KindComponent, Children: []*revision.Provision{{
		Kind: revision.KindClause, Num: "1.", Children: []*revision.Provision{{Kind: revision.KindParagraph, Text: text}},
	}}}
	revision.AssignEIDs([]*revision.Provision{main})
	return &revision.Revision{Meta: revision.Meta{Language: lang}, Components: []*revision.Provision{main}}
}
