package relate_test

import (
	"reflect"
	"strings"
	"testing"

	"conceptdiff/internal/relate"
	"pgregory.net/rapid"
)

// words of plainly invented subjects
var subjects = []string{
	"lighthouse keepers inspect the lantern every autumn evening",
	"the orchard inspectorate licenses apple cider presses",
	"harbour pilots report fog signals to the signal station",
	"beekeepers register hives with the meadow office",
	"glassblowers recycle broken bottles in the kiln yard",
	"tram conductors punch paper tickets beside the river",
	"cartographers survey marsh islands with copper compasses",
}

func draw(t *rapid.T, label string) *relate.Text {
	text := &relate.Text{Key: label, Language: "en"}
	for i := range rapid.IntRange(1, 8).Draw(t, label) {
		p := relate.Passage{Address: label + string(rune('a'+i)), Clause: label, Text: rapid.SampledFrom(subjects).Draw(t, "subject")}
		if rapid.Bool().Draw(t, "more") {
			p.Text += ". " + strings.ToUpper(p.Text[:1]) + rapid.SampledFrom(subjects).Draw(t, "second")
		}
		text.Passages = append(text.Passages, p)
	}
	return text
}

// The same texts give the same relations, best first, of scores from 0 to 1, each to a
// passage of the other text and none told twice; a passage that stands in both is
// related to itself.
func TestRelateLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from, to := draw(t, "x"), draw(t, "y")
		r := relate.Relate(from, to)
		if again := relate.Relate(from, to); !reflect.DeepEqual(r.Of, again.Of) {
			t.Fatal("the same texts give other relations")
		}
		for i, list := range r.Of {
			seen := map[string]bool{}
			for k, x := range list {
				if x.From != &from.Passages[i] || to.At(x.To.Address) != x.To || seen[x.To.Address] {
					t.Fatalf("a relation to %s of the passage %s", x.To.Address, from.Passages[i].Address)
				}
				seen[x.To.Address] = true
				if x.Score < 0 || x.Score > 1 || k > 0 && x.Score > list[k-1].Score {
					t.Fatalf("scores: %v", list)
				}
			}
			for j := range to.Passages {
				if to.Passages[j].Text == from.Passages[i].Text && len(list) == 0 {
					t.Fatalf("%q stands in both and is not related", from.Passages[i].Text)
				}
			}
		}
	})
}

// Passages that share no word are not related.
func TestUnrelated(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		order := rapid.Permutation(subjects).Draw(t, "order")
		from := &relate.Text{Key: "x", Language: "en", Passages: []relate.Passage{{Address: "1", Clause: "1", Text: order[0]}}}
		to := &relate.Text{Key: "y", Language: "en", Passages: []relate.Passage{{Address: "1", Clause: "1", Text: "pension arithmetic of retired acrobats"}}}
		if r := relate.Relate(from, to); len(r.Of[0]) > 0 {
			t.Fatalf("related: %+v", r.Of[0])
		}
	})
}

// A person's word stands above what was found.
func TestRulings(t *testing.T) {
	from := &relate.Text{Key: "x", Language: "en", Passages: []relate.Passage{{Address: "1", Clause: "1", Text: subjects[0]}}}
	to := &relate.Text{Key: "y", Language: "en", Passages: []relate.Passage{{Address: "1", Clause: "1", Text: subjects[0]}, {Address: "2", Clause: "2", Text: subjects[1]}}}
	r := relate.Relate(from, to, relate.Ruling{From: "1", To: "1", Apart: true}, relate.Ruling{From: "1", To: "2", Kind: relate.Contrary, By: "a member"})
	if len(r.Of[0]) != 1 || r.Of[0][0].To.Address != "2" || r.Of[0][0].Kind != relate.Contrary || !r.Of[0][0].Shown {
		t.Fatalf("got %+v", r.Of[0])
	}
}

// Texts in two languages are related by names, numbers and the things that both have
// words for.
func TestAcrossLanguages(t *testing.T) {
	en := &relate.Text{Key: "en", Language: "en", Passages: []relate.Passage{
		{Address: "1", Clause: "1", Text: "Organized crime, terrorism and the trafficking of drugs and weapons threaten the border."},
		{Address: "2", Clause: "2", Text: "Schools teach science, and the education of the young is free."},
	}}
	for lang, passages := range map[string][]relate.Passage{
		"az": {{Address: "1", Clause: "1", Text: "Məktəblərdə elm tədris olunur, gənclərin təhsili pulsuzdur."}, {Address: "2", Clause: "2", Text: "Terrorizm, narkotik və silah qaçaqmalçılığı sərhədi təhdid edir."}},
		"ru": {{Address: "1", Clause: "1", Text: "В школах преподают науку, образование молодых бесплатно."}, {Address: "2", Clause: "2", Text: "Терроризм, контрабанда наркотиков и оружия угрожают границе."}},
	} {
		r := relate.Relate(&relate.Text{Key: lang, Language: lang, Passages: passages}, en)
		for i, want := range []string{"2", "1"} {
			if len(r.Of[i]) == 0 || r.Of[i][0].To.Address != want {
				t.Errorf("%s: passage %d is related to %+v, want %s", lang, i+1, r.Of[i], want)
			}
		}
	}
}
