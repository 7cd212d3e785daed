package claim

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestScan(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"hyphens and apostrophes part words", "The Euro-Atlantic, country's", "the euro atlantic country s"},
		{"any hyphen", "Euro\u2011Atlantic Euro\u2010Atlantic", "euro atlantic euro atlantic"},
		{"soft hyphens are not seen", "occu\u00adpation", "occupation"},
		{"no-break spaces part words", "132\u00a0km", "132 km"},
		{"Azerbaijani and English capitals meet", "İŞĞAL IŞĞAL işğal ışğal", "işğal işğal işğal işğal"},
		{"a dot put on i by a mark", "I\u0307ran i\u0307ran", "iran iran"},
		{"composed and not", "ə\u0301 é e\u0301", "ə\u0301 é é"},
		{"ё is е", "Ещё ЕЩЕ", "еще еще"},
		{"a lone mark is no word", "a \u0307 b", "a b"},
		{"quotation marks", "«uncontrolled» “areas”", "uncontrolled areas"},
	} {
		var got []string
		for _, w := range scan(c.text) {
			got = append(got, w.fold)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: scan(%q) = %q, want %q", c.name, c.text, got, c.want)
		}
	}
}

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		name string
		want []string
	}{
		{"full stops", []string{"One is here.", "Two is there.", "Three"}},
		{"marks and closing quotes", []string{"Is it?", "«It is.»", "(So it is.)", "Well…", "Yes!"}},
		{"a year ends a sentence", []string{"It was adopted in 2006.", "In 2007 it changed."}},
		{"abbreviations do not", []string{"Order No. 2198 of H. Aliyev, art. 5, stands.", "So does the other."}},
		{"nor points within numbers", []string{"Clause 4.1.1 says 0.5 of it."}},
		{"nor before a small letter", []string{"The so-called p. and q. are one."}},
		{"a number ends a sentence, with its letter too", []string{"There are 7.", "It stands in 3a.", "So does this."}},
		{"Russian", []string{"Пункт 5 ст. 3 действует.", "Он не изменён."}},
		{"Azerbaijani", []string{"Maddə 5 dəyişir.", "İşğal bitib."}},
		{"semicolons join", []string{"One; two; three."}},
	} {
		text := strings.Join(c.want, " ")
		var got []string
		for _, s := range sentences(text) {
			got = append(got, text[s.start:s.end])
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

// TestSentencesLoseNothing: between sentences stands white space only.
func TestSentencesLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aB1.?…»\" \u00a0\n—İ")), 0, 60, -1).Draw(t, "text")
		var all strings.Builder
		last := 0
		for _, s := range sentences(text) {
			if s.start < last || s.end <= s.start {
				t.Fatalf("sentence %v after %d", s, last)
			}
			all.WriteString(text[s.start:s.end])
			last = s.end
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(all.String()) != squeeze(text) {
			t.Fatalf("%q became %q", text, all.String())
		}
	})
}

func TestRecogniser(t *testing.T) {
	for _, c := range []struct {
		name, sentence string
		subject        *Subject
		want           []string
	}{
		{"a phrase in a row", "In the Occupied Territories of it", subject("occupied territories"), []string{"Occupied Territories"}},
		{"not apart", "territories that are occupied", subject("occupied territories"), nil},
		{"any ending", "the occupied territory's edge", subject("occup* territor*"), []string{"occupied territory"}},
		{"without * the whole word", "the occupiers", subject("occupier"), nil},
		{"all of a term", "the border was seized", subject("border* + seized"), []string{"border", "seized"}},
		{"not some of a term", "the border was drawn", subject("border* + seized"), nil},
		{"one term of several", "Minsk Group", subject("Minsk Process", "Minsk Group"), []string{"Minsk Group"}},
		{"an exclusion", "the formerly occupied territories", subject("occupied territor*", "!formerly occupied"), nil},
		{"overlaps are joined", "a b c d", subject("a b c", "b c d"), []string{"a b c d"}},
		{"every place", "occupied and again occupied", subject("occupied"), []string{"occupied", "occupied"}},
		{"Azerbaijani inflection and case", "İŞĞAL olunmuş ərazilərdə", subject("işğal olunmuş ərazi*"), []string{"İŞĞAL olunmuş ərazilərdə"}},
		{"Russian inflection", "на оккупированных территориях", subject("оккупирован* территор*"), []string{"оккупированных территориях"}},
		{"typed with another hyphen", "Euro\u2011Atlantic area", subject("Euro-Atlantic"), []string{"Euro\u2011Atlantic"}},
	} {
		s := &sentence{text: c.sentence}
		got := texts(c.sentence, newRecogniser().find([]*Subject{c.subject}, s))
		if len(got) == 0 {
			got = nil
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.name, diff)
		}
	}
}

func TestSimilarity(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want float64
	}{
		{"one two three", "One, two; three!", 1},
		{"one two", "two one", 0.5},
		{"one two three", "one three", 0.8},
		{"one", "two", 0},
		{"", "", 0},
	} {
		if got := similarity(scan(c.a), scan(c.b)); got != c.want {
			t.Errorf("similarity(%q, %q) = %v, want %v", c.a, c.b, got, c.want)
		}
	}
}
