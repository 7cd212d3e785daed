package claims

import (
	"bytes"
	"regexp"
	"strings"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/cli/terminal"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// Where texts, names and labels hold no Latin letter, neither does the list of
// flags in Russian: nothing of English is left.
func TestFlagsListHasNoEnglish(t *testing.T) {
	old := &revision.Revision{Meta: revision.Meta{Label: "α"}, Components: []*revision.Provision{{
		Kind:     revision.KindComponent,
		Children: []*revision.Provision{{Kind: revision.KindClause, EID: "1", Num: "1.", Heading: "Ὕδωρ"}},
	}}}
	c := &compare.Comparison{Old: old, New: &revision.Revision{Meta: revision.Meta{Label: "β"}}}
	said := &claim.Claim{Speaker: "Θαλῆς", Role: "σοφός", Date: "2025-05-02", Says: claim.Obsolete, Quote: "ἄριστον μὲν ὕδωρ", Gist: "ὕδωρ"}
	told := &claim.Claim{Speaker: "Πίνδαρος", Date: "2025-05-02", Says: claim.Fulfilled, Reported: "ὕδωρ", Via: "Θαλῆς"}
	stands := &claim.Treatment{Fate: claim.CarriedOver, To: []string{"1", "2", "3"}, StillThere: []string{"ὕδωρ"}}
	flags := []claim.Flag{
		{Claim: said, Clause: "1", Provision: "1", Basis: claim.Cited, Whole: true, Treatment: stands},
		{Claim: told, Clause: "1", Provision: "1", Basis: claim.SameSubject, Words: []string{"ὕδωρ"}, Treatment: stands},
	}
	var out bytes.Buffer
	err := (&terminal.Streams{}).PrintTo(&out, func(p *terminal.Printer) {
		l := flagsList{p, phrase.In("ru")}
		l.flags(old, c, flags)
		l.unannounced(nil)
		l.unannounced([]claim.Removal{{Unit: claim.WholeItem, Provision: "1", Text: "ὕδωρ", Beside: true}})
		l.expectations(nil)
		l.expectations([]claim.Expectation{{Claim: said, Standing: claim.NotMet, Why: compare.Ground{Code: claim.WhyNotNamed}, Flags: flags, Shown: []claim.Showing{{Provision: "1", Text: "ὕδωρ"}}}})
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"α: источники говорят о 1 положении", "→ в «β»: сохранено, см. 1; 2; 3; эти слова остались: «ὕδωρ»", "[1] Ὕδωρ", "Названо или процитировано в источнике, структурная единица целиком: записано как «устарело», источник: Θαλῆς (σοφός), 2 мая 2025 г.: “ἄριστον μὲν ὕδωρ” (цитата не сверена с сохранённым источником)", "осталось: [1] сохранено, см. 1; 2; 3"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("does not say %q", want)
		}
	}
	if left := regexp.MustCompile(`.*[A-Za-z].*`).FindString(out.String()); left != "" {
		t.Errorf("English is left: %s", left)
	}
}
