package reference

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// code is an invented act: articles 1 to 24 in three chapters, each with parts and
// points, some inserted (12-1), and two whose parts are unnumbered paragraphs.
type code struct {
	rev      *revision.Revision
	articles []*revision.Provision
	rng      *rand.Rand
}

func newCode(seed uint64, dotted bool) *code {
	c := &code{rng: rand.New(rand.NewPCG(seed, 7))}
	main := &revision.Provision{Kind: revision.KindComponent, Heading: "Field Rules"}
	clause := func(num, text string) *revision.Provision {
		return &revision.Provision{Kind: revision.KindClause, Num: num, Text: text}
	}
	for ch := range 3 {
		chapter := &revision.Provision{Kind: revision.KindPart, Num: fmt.Sprintf("Chapter %d", ch+1), Heading: "Ploughing"}
		main.Children = append(main.Children, chapter)
		for a := range 8 {
			nums := []string{strconv.Itoa(ch*8 + a + 1)}
			if a == 3 {
				nums = append(nums, nums[0]+"-1")
			}
			for _, num := range nums {
				art := clause("Article "+num, "")
				art.Heading = "Fields of the " + num + " kind"
				for p := range 3 + c.rng.IntN(4) {
					label := strconv.Itoa(p+1) + "."
					if dotted {
						label = num + "." + label
					}
					part := clause(label, "Fields are ploughed in spring.")
					for q := range c.rng.IntN(5) {
						label := strconv.Itoa(q+1) + ")"
						if dotted {
							label = num + "." + strconv.Itoa(p+1) + "." + strconv.Itoa(q+1) + "."
						}
						part.Children = append(part.Children, clause(label, "with a horse;"))
					}
					art.Children = append(art.Children, part)
				}
				chapter.Children = append(chapter.Children, art)
				c.articles = append(c.articles, art)
			}
		}
	}
	c.rev = &revision.Revision{Components: []*revision.Provision{main}}
	revision.AssignEIDs(c.rev.Components)
	return c
}

// pick is a random article, a part of it and a point of that, nil where it has none.
func (c *code) pick() (art, part, point *revision.Provision) {
	art = c.articles[c.rng.IntN(len(c.articles))]
	part = art.Children[c.rng.IntN(len(art.Children))]
	if len(part.Children) > 0 {
		point = part.Children[c.rng.IntN(len(part.Children))]
	}
	return art, part, point
}

// last is the last step of an address.
func last(p *revision.Provision) string { return p.EID[strings.LastIndexByte(p.EID, '.')+1:] }

// azEnding is a number with the ending that its sound asks for (vowel harmony of
// the last figure's name).
func azEnding(num string) string {
	n, _ := strconv.Atoi(num[strings.LastIndexAny(num, ".-")+1:])
	endings := map[int]string{1: "ci", 2: "ci", 3: "cü", 4: "cü", 5: "ci", 6: "cı", 7: "ci", 8: "ci", 9: "cu"}
	if e := endings[n%10]; e != "" {
		return num + "-" + e
	}
	tens := map[int]string{10: "cu", 20: "ci", 30: "cu", 40: "cı", 50: "ci", 60: "cı", 70: "ci", 80: "ci", 90: "cı"}
	return num + "-" + tens[n%100]
}

var azWords = strings.Fields("birinci ikinci üçüncü dördüncü beşinci altıncı yeddinci səkkizinci doqquzuncu")

var ruWords = map[string][]string{
	"gen": strings.Fields("первой второй третьей четвертой пятой шестой седьмой восьмой девятой"),
	"ins": strings.Fields("первой второй третьей четвертой пятой шестой седьмой восьмой девятой"),
}

// cited is a sentence with a citation in it, and what it names.
type cited struct {
	in   *revision.Provision
	text string
	want []string
}

func addresses(ps ...*revision.Provision) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.EID)
	}
	return out
}

// azerbaijani makes sentences after the table of references in Azerbaijani codes.
func (c *code) azerbaijani(form int) (cited, bool) {
	art, part, point := c.pick()
	art2, part2, _ := c.pick()
	s := cited{in: part2}
	own := []string{"bu Məcəllənin ", "Bu Məcəllənin ", "bu Qanunun ", "Bu Qaydanın ", ""}[c.rng.IntN(5)]
	num, num2 := azEnding(part.EID), azEnding(part2.EID)
	bare := strings.TrimRight(part.EID, "")
	switch form {
	case 0:
		s.text, s.want = own+num+" maddəsində nəzərdə tutulmuş sahələr", addresses(part)
	case 1:
		s.text, s.want = own+azEnding(art.EID)+" maddəsinə uyğun olaraq", addresses(art)
	case 2:
		if point == nil {
			return s, false
		}
		s.text, s.want = own+azEnding(point.EID)+" maddəsi", addresses(point)
	case 3:
		s.text, s.want = own+bare+" və "+num2+" maddələrində", addresses(part, part2)
	case 4:
		s.text, s.want = own+num+" və ya "+num2+" maddələr", addresses(part, part2)
	case 5:
		n := len(art.Children)
		sep := []string{"-", "—", " – "}[c.rng.IntN(3)]
		s.text, s.want = own+art.Children[0].EID+sep+azEnding(art.Children[n-1].EID)+" maddələrində", addresses(art.Children...)
	case 6:
		s.text, s.want = own+num+", "+azEnding(art2.EID)+" və "+num2+" maddələrinin tələbləri", addresses(part, art2, part2)
	case 7:
		i := c.rng.IntN(len(art2.Children))
		word := []string{azWords[i], azEnding(strconv.Itoa(i + 1)), strings.ToUpper(roman(i + 1))}[c.rng.IntN(3)]
		s.text, s.want = "bu maddənin "+word+" hissəsində göstərilən", addresses(art2.Children[i])
	case 8:
		if point == nil {
			return s, false
		}
		i, _ := strconv.Atoi(last(part))
		s.text, s.want = own+azEnding(art.EID)+" maddəsinin "+azWords[i-1]+" hissəsinin "+azEnding(last(point))+" bəndi", addresses(point)
	case 9:
		ch := 1 + c.rng.IntN(3)
		word := []string{azWords[ch-1], azEnding(strconv.Itoa(ch)), strings.ToUpper(roman(ch))}[c.rng.IntN(3)]
		s.text, s.want = own+word+" fəslinə əsasən", []string{fmt.Sprintf("chapter-%d", ch)}
	case 10:
		s.text, s.want = own+strings.Replace(num, "-c", "- c", 1)+" maddəsində", addresses(part)
	case 11:
		other := []string{"“Tarla haqqında” Qanunun ", "Mülki Məcəllənin ", "Konstitusiyanın ", "həmin Qanunun ", "“Su haqqında” Azərbaycan Respublikası Qanununun "}[c.rng.IntN(5)]
		s.text, s.want = other+azEnding(art.EID)+" maddəsi ilə", nil
	case 12:
		s.text, s.want = fmt.Sprintf("Toplusu, 2020, № %d, maddə %s", 1+c.rng.IntN(12), art.EID), nil
	case 13:
		s.text, s.want = fmt.Sprintf("%d maddə üzrə %d gün ərzində", 2+c.rng.IntN(20), 2+c.rng.IntN(20)), nil
	case 14:
		i, j := c.rng.IntN(len(art2.Children)-1), len(art2.Children)-1
		s.text, s.want = "bu maddənin "+azWords[i]+" və "+azWords[j]+" hissələri", addresses(art2.Children[i], art2.Children[j])
	case 15:
		a, b := 14, 16
		s.text, s.want = own+fmt.Sprintf("%d-%s maddələri", a, azEnding(strconv.Itoa(b))), []string{"14", "15", "16"}
	default:
		return s, false
	}
	return s, true
}

// russian makes sentences after the table of references in Russian codes.
func (c *code) russian(form int) (cited, bool) {
	art, part, point := c.pick()
	_, part2, _ := c.pick()
	art2 := c.articleOf(part2)
	s := cited{in: part2}
	own := []string{" настоящего Кодекса", " настоящего Федерального закона", ""}[c.rng.IntN(3)]
	n, _ := strconv.Atoi(last(part))
	switch form {
	case 0:
		s.text, s.want = "в соответствии со статьей "+art.EID+own, addresses(art)
	case 1:
		s.text, s.want = "статьями 12 и 14"+own, []string{"12", "14"}
	case 2:
		s.text, s.want = "статьями 13 - 16"+own, []string{"13", "14", "15", "16"}
	case 3:
		s.text, s.want = "статьи 7, 9 и 11"+own, []string{"7", "9", "11"}
	case 4:
		if point == nil {
			return s, false
		}
		s.text, s.want = fmt.Sprintf("предусмотренных пунктом %s части %s статьи %s", last(point), last(part), art.EID)+own, addresses(point)
	case 5:
		s.text, s.want = "частью "+ruWords["ins"][n-1]+" статьи "+art.EID+own, addresses(part)
	case 6:
		s.text, s.want = fmt.Sprintf("пунктами %s и %s статьи %s", last(art.Children[0]), last(art.Children[2]), art.EID)+own, addresses(art.Children[0], art.Children[2])
	case 7:
		if len(part.Children) < 4 {
			return s, false
		}
		s.text, s.want = fmt.Sprintf("пункты 1 - 2 и 4 части %s статьи %s", last(part), art.EID)+own, addresses(part.Children[0], part.Children[1], part.Children[3])
	case 8:
		i := c.rng.IntN(len(art2.Children))
		word := []string{ruWords["gen"][i], strconv.Itoa(i + 1)}[c.rng.IntN(2)]
		s.text, s.want = "части "+word+" настоящей статьи", addresses(art2.Children[i])
	case 9:
		i := c.rng.IntN(len(art2.Children))
		s.text, s.want = fmt.Sprintf("пункта %d настоящей статьи", i+1), addresses(art2.Children[i])
	case 10:
		ch := 1 + c.rng.IntN(3)
		s.text, s.want = fmt.Sprintf("главой %d настоящего Кодекса", ch), []string{fmt.Sprintf("chapter-%d", ch)}
	case 11:
		other := []string{" Гражданского кодекса Российской Федерации", " Федерального закона от 3 апреля 2008 года № 40-ФЗ", " указанного Закона", " Конституции Российской Федерации"}[c.rng.IntN(4)]
		s.text, s.want = "статьей "+art.EID+other, nil
	case 12:
		s.text, s.want = "в течение 5 дней в 3 статьях", nil
	case 13:
		if point == nil {
			return s, false
		}
		s.text, s.want = fmt.Sprintf("подпунктом %s пункта %s статьи %s", last(point), last(part), art.EID)+own, addresses(point)
	case 14:
		s.text, s.want = fmt.Sprintf("частью 1 и частью 3 статьи %s", art.EID)+own, addresses(art.Children[0], art.Children[2])
	case 15:
		if !strings.Contains(art.EID, "-") {
			return s, false
		}
		base, raised, _ := strings.Cut(art.EID, "-")
		s.text, s.want = "согласно статье "+base+strings.Map(func(r rune) rune { return []rune("⁰¹²³⁴⁵⁶⁷⁸⁹")[r-'0'] }, raised)+own, addresses(art)
	default:
		return s, false
	}
	return s, true
}

// english makes sentences in the usage of the European Union and the United Kingdom.
func (c *code) english(form int) (cited, bool) {
	art, part, point := c.pick()
	_, part2, _ := c.pick()
	art2 := c.articleOf(part2)
	s := cited{in: part2}
	own := []string{" of this Regulation", " of this Act", " of these Rules", ""}[c.rng.IntN(4)]
	switch form {
	case 0:
		s.text, s.want = "as provided in Article "+art.EID+own, addresses(art)
	case 1:
		s.text, s.want = fmt.Sprintf("under Article %s(%s)", art.EID, last(part))+own, addresses(part)
	case 2:
		if point == nil {
			return s, false
		}
		s.text, s.want = fmt.Sprintf("point (%s) of Article %s(%s)", last(point), art.EID, last(part))+own, addresses(point)
	case 3:
		s.text, s.want = "Articles 5 to 7"+own, []string{"5", "6", "7"}
	case 4:
		s.text, s.want = fmt.Sprintf("paragraphs 1 and 3 of Article %s", art.EID)+own, addresses(art.Children[0], art.Children[2])
	case 5:
		if point == nil {
			return s, false
		}
		s.text, s.want = fmt.Sprintf("section %s(%s)(%s)", art.EID, last(part), last(point))+own, addresses(point)
	case 6:
		i := c.rng.IntN(len(art2.Children))
		s.text, s.want = fmt.Sprintf("referred to in paragraph %d of this Article", i+1), addresses(art2.Children[i])
	case 7:
		i := c.rng.IntN(len(art2.Children))
		s.text, s.want = fmt.Sprintf("referred to in paragraph %d", i+1), addresses(art2.Children[i])
	case 8:
		other := []string{" of Directive 2014/65/EU", " TFEU", " of the Mill Act 1911", " of that Regulation", " of the Treaty"}[c.rng.IntN(5)]
		s.text, s.want = "Article "+art.EID+other, nil
	case 9:
		s.text, s.want = "Chapter II"+own, []string{"chapter-2"}
	case 10:
		s.text, s.want = "within 5 days, at 12 places", nil
	case 11:
		s.text, s.want = fmt.Sprintf("Articles 2, 3(1) and %s(%s)", art.EID, last(part))+own, []string{"2", "3.1", part.EID}
	default:
		return s, false
	}
	return s, true
}

func (c *code) articleOf(part *revision.Provision) *revision.Provision {
	for _, a := range c.articles {
		if slices.Contains(a.Children, part) {
			return a
		}
	}
	return nil
}

// TestForms: of references in all forms of the tables, at least 98 of 100 are found
// and at least 98 of 100 found are right; seeds are fixed.
func TestForms(t *testing.T) {
	for _, tt := range []struct {
		lang   string
		dotted bool
		make   func(*code, int) (cited, bool)
		forms  int
	}{
		{"az", true, (*code).azerbaijani, 16},
		{"ru", false, (*code).russian, 16},
		{"en", false, (*code).english, 12},
	} {
		var right, found, want int
		wrong := map[int]string{}
		for seed := range uint64(40) {
			c := newCode(seed, tt.dotted)
			x := newIndex(c.rev)
			f := newFinder(tt.lang, "")
			for form := range tt.forms {
				s, ok := tt.make(c, form)
				if !ok {
					continue
				}
				var got []string
				for _, one := range f.Find(s.text) {
					for _, target := range x.Resolve(s.in, &one) {
						if target.Provision != nil {
							got = append(got, target.Provision.EID)
						} else {
							got = append(got, "none:"+target.Number)
						}
					}
				}
				want += len(s.want)
				found += len(got)
				for _, w := range s.want {
					if slices.Contains(got, w) {
						right++
					}
				}
				if !slices.Equal(got, s.want) {
					wrong[form] = fmt.Sprintf("%q in %s: %v, want %v", s.text, s.in.EID, got, s.want)
				}
			}
		}
		recall, precision := float64(right)/float64(want), float64(right)/float64(found)
		t.Logf("%s: %d targets, recall %.4f, precision %.4f", tt.lang, want, recall, precision)
		if recall < 0.98 || precision < 0.98 {
			t.Errorf("%s: recall %.4f, precision %.4f", tt.lang, recall, precision)
		}
		for form := range tt.forms {
			if wrong[form] != "" {
				t.Errorf("%s form %d: %s", tt.lang, form, wrong[form])
			}
		}
	}
}
