package ingest

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/revision"
)

// setting is one way to print a text on lines of a page.
type setting struct {
	name   string
	metric *layout.Metric
	width  int // in the metric's units
	gap    int // blank lines after each line
	apart  int // further blank lines after each paragraph
	pages  int // lines a page, 0 for none; a page ends in a form feed and its number
	// blurred: at most one paragraph in so many may be read otherwise.
	blurred int
}

var settings = []setting{
	{name: "typewriter, blank lines between paragraphs", metric: layout.Metrics[0], width: 72 * 500, apart: 1, blurred: 10_000},
	{name: "Times, no sign between paragraphs", metric: layout.Metrics[1], width: 36_000, blurred: 50},
	{name: "Times, every line followed by a blank one", metric: layout.Metrics[1], width: 36_000, gap: 1, blurred: 50},
	{name: "Helvetica, pages", metric: layout.Metrics[2], width: 40_000, pages: 40, blurred: 15},
}

// wrap prints paragraphs (one a line) on lines of a page.
func (s setting) wrap(text string) string {
	var b strings.Builder
	count, page := 0, 1
	put := func(line string) {
		b.WriteString(line + "\n" + strings.Repeat("\n", s.gap))
		if count++; s.pages > 0 && count%s.pages == 0 {
			b.WriteString("- " + strconv.Itoa(page) + " -\n\f")
			page++
		}
	}
	for par := range strings.Lines(text) {
		line := ""
		for _, w := range strings.Fields(par) {
			if line != "" && s.metric.Width(line+" "+w) > s.width {
				put(line)
				line = ""
			}
			line = strings.TrimSpace(line + " " + w)
		}
		if line != "" {
			put(line)
		}
		b.WriteString(strings.Repeat("\n", s.apart))
	}
	return b.String()
}

// flat prints a tree one paragraph a line.
func flat(components []*revision.Provision) string {
	var b strings.Builder
	for _, c := range components {
		c.Walk(func(p *revision.Provision) bool {
			if s := strings.TrimSpace(strings.Join([]string{p.Num, p.Heading, p.Text}, " ")); s != "" {
				b.WriteString(s + "\n")
			}
			return true
		})
	}
	return b.String()
}

// A text read from lines of a page is the text that was printed on them. Where
// nothing but the width of the line tells paragraphs apart, one that ends on a
// full line cannot be told from one that goes on.
func TestWrappedTextReadsAsPrinted(t *testing.T) {
	res, _ := readConcept(t)
	texts := map[string]string{"concept-2007": flat(res.Components)}
	for _, name := range []string{"eu_credit/new", "eu_insolvency/new", "treaty_lisbon/new", "eu_trademark_fr/new"} {
		data, err := os.ReadFile(filepath.Join("../../../shared/alignment", filepath.FromSlash(name)+".txt"))
		if err != nil {
			t.Logf("not measured on %s: %v", name, err)
			continue
		}
		texts[name] = string(data)
	}
	for name, text := range texts {
		want, err := Read("x.txt", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		wantLines := strings.Split(flat(want.Components), "\n")
		for _, s := range settings {
			wrapped := s.wrap(text)
			got, err := Read("x.txt", []byte(wrapped))
			if err != nil {
				t.Fatal(err)
			}
			checkTree(t, got)
			checkNothingLost(t, got, wrapped)
			have := map[string]bool{}
			for l := range strings.Lines(flat(got.Components)) {
				have[l] = true
			}
			missing := 0
			for _, l := range wantLines {
				if !have[l+"\n"] && l != "" {
					missing++
				}
			}
			if diff := cmp.Diff(clauseAddresses(want, ""), clauseAddresses(got, "")); diff != "" {
				t.Errorf("%s, %s: clauses (-want +got):\n%s", name, s.name, diff)
			}
			if limit := len(wantLines) / s.blurred; missing > limit {
				t.Errorf("%s, %s: %d of %d paragraphs read otherwise, want at most %d", name, s.name, missing, len(wantLines), limit)
			}
		}
	}
}

// The same in other alphabets, on text that means nothing.
func TestWrappedTextInOtherAlphabets(t *testing.T) {
	for _, words := range []string{
		"закон о безопасность государство и развитие общество в который меры щит жизнь ширина экономика югом",
		"qanun təhlükəsizlik dövlətin və inkişaf cəmiyyət üçün hansı tədbirlər şəxsin ağır iqtisadiyyat olunur illik",
		"gesetz über die sicherheit und entwicklung der gesellschaft für maßnahmen häuslich einiger wirtschaft",
	} {
		rapid.Check(t, func(t *rapid.T) {
			text := lawOf(rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0)), strings.Fields(words))
			want, err := Read("x.txt", []byte(text))
			if err != nil {
				t.Fatal(err)
			}
			s := rapid.SampledFrom(settings).Draw(t, "setting")
			got, err := Read("x.txt", []byte(s.wrap(text)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(clauseAddresses(want, ""), clauseAddresses(got, "")); diff != "" {
				t.Fatalf("%s: clauses (-want +got):\n%s", s.name, diff)
			}
		})
	}
}

// lawOf makes twelve numbered clauses with headings, each of a few paragraphs.
func lawOf(r *rand.Rand, words []string) string {
	phrase := func(least, most int) string {
		var out []string
		for range least + r.IntN(most-least+1) {
			out = append(out, words[r.IntN(len(words))])
		}
		first := []rune(out[0])
		out[0] = strings.ToUpper(string(first[:1])) + string(first[1:])
		return strings.Join(out, " ")
	}
	var b strings.Builder
	for i := 1; i <= 12; i++ {
		b.WriteString(strconv.Itoa(i) + ". " + phrase(1, 3) + "\n")
		for range 1 + r.IntN(3) {
			b.WriteString(phrase(30, 60) + ". " + phrase(5, 30) + ".\n")
		}
	}
	return b.String()
}

// A text of lines in which first lines of paragraphs stand in: each of those opens one,
// also a quotation after a colon, and words in small letters after it.
func TestIndentOpensParagraphs(t *testing.T) {
	text := "                 ЗАКОН О ПОЛЯХ\n\n    Статья 1. Поля и сады\n\n" +
		"    1. Поле есть земля, которую пашут весной и летом и которая не\nзанята ни садом, ни дорогой.\n    2. Поля бывают следующими:\n    озимое поле, которое засевают осенью и убирают летом до начала\nдождей;\n    яровое поле.\n" +
		"    3. Изложить статью второго закона, который говорит о садах, как\nэто сказано ниже:\n    \"Статья 2. Сады\n    1. Сад есть поле, на котором растут деревья, дающие плоды летом\nи осенью.\n    2. Сад поливают.\".\n" +
		"    4. Дорога ведёт от поля к саду и обратно и не может быть никем\nперекрыта.\n    5. Закон вступает в силу.\n"
	got, res := addresses(t, "x.txt", text)
	if want := "preface=ЗАКОН О ПОЛЯХ | 1=Поля и сады | 1.1 | 1.2 | 1.3 | 1.4 | 1.5"; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	r := &revision.Revision{Components: res.Components}
	for at, want := range map[string]string{"1.2/p2": "яровое поле.", "1.3/p1": "\"Статья 2. Сады", "1.3/p3": "2. Сад поливают.\"."} {
		if p := r.Find(at); p == nil || p.Text != want {
			t.Errorf("%s is %+v, want %s", at, p, want)
		}
	}
}

// The date and number of an act may stand twice: its words are short, and no letters
// that a converter set apart.
func TestDatesMayRecur(t *testing.T) {
	_, res := addresses(t, "x.txt", "ПОСТАНОВЛЕНИЕ\n\nот 14 мая 2020 г. № 33\n\n1. Утвердить Правила.\n\n2. Оно вступает в силу.\n\nУТВЕРЖДЕНЫ\n\nпостановлением\n\nот 14 мая 2020 г. № 33\n\nПРАВИЛА\n\n1. Поле.\n\n2. Сад.\n")
	if len(res.Dropped) > 0 {
		t.Errorf("dropped: %+v", res.Dropped)
	}
}

// TestFewLinesTypedToAMargin holds that a line which did not fit goes on, in a text of
// which hardly any line is long enough for that.
func TestFewLinesTypedToAMargin(t *testing.T) {
	short := func(from int) string {
		var b strings.Builder
		for i := range 50 {
			b.WriteString("1." + strconv.Itoa(from+i) + ". Arxiv açıqdır.\n")
		}
		return b.String()
	}
	const (
		one   = "1.1. Bu Qanunda istifadə edilən anlayışlar aşağıdakı mənaları ifadə\nedir.\n"
		two   = "1.2. Digər anlayışlar qanunla müəyyən edilir və onlar burada ancaq\nümumi şəkildə göstərilir.\n"
		three = "1.3. Digər anlayışlar Nazirlər Kabineti tərəfindən təsdiq olunmuş\naktlarla müəyyən edilir.\n"
		name  = "1.4. Sənədlər barədə məlumatları yalnız səlahiyyətli Azərbaycan\nRespublikası orqanları verir.\n"
	)
	for _, c := range []struct {
		name, text string
		want       map[string]string
	}{
		{"one line", one + short(2), map[string]string{"1.1": "ifadə edir."}},
		{"three lines, and a name behind a fourth", one + two + three + name + short(5), map[string]string{"1.2": "ancaq ümumi", "1.3": "olunmuş aktlarla", "1.4": "Azərbaycan Respublikası"}},
	} {
		_, res := addresses(t, "a.txt", "NÜMUNƏVİ ARXİV QANUNU\n\nMaddə 1. Əsas anlayışlar\n"+c.text)
		r := &revision.Revision{Components: res.Components}
		for at, words := range c.want {
			if p := r.Find(at); p == nil || !strings.Contains(p.Text, words) {
				t.Errorf("%s: %s is %+v, want «%s» in it", c.name, at, p, words)
			}
		}
	}
}
