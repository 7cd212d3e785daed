package claim

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

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
