package textdiff

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// notation writes edits as one line: [-deleted-]{+inserted+}.
func notation(es []Edit) string {
	var b strings.Builder
	for _, e := range es {
		switch e.Op {
		case Keep:
			b.WriteString(e.New)
		case Delete:
			fmt.Fprintf(&b, "[-%s-]", e.Old)
		case Insert:
			fmt.Fprintf(&b, "{+%s+}", e.New)
		}
	}
	return strings.ReplaceAll(b.String(), "\n", "¶")
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ name, old, new, want string }{
		{"equal", "a b", "a b", "a b"},
		{"empty", "", "", ""},
		{"from nothing", "", "One.", "{+One.+}"},
		{"to nothing", "One.", "", "[-One.-]"},
		{"only white space", " ", "\n", "[- -]{+¶+}"},
		{
			"the example of the package comment",
			"In this regard, the State will support peace, and order.",
			"The State shall support lasting peace and order.",
			"[-In this regard, the-]{+The+} State [-will-]{+shall+} support {+lasting +}peace[-,-] and order.",
		},

		// White space goes with the words.
		{"a word", "The state will act.", "The state shall act.", "The state [-will-]{+shall+} act."},
		{"a word more", "of peace, security", "of peace, stability, security", "of peace, {+stability, +}security"},
		{"a word less at the end", "peace and order.", "peace.", "peace[- and order-]."},
		{"a word more before a comma", "the state, the law", "the state here, the law", "the state{+ here+}, the law"},
		{"a space more", "a b", "a  b", "a  b"},
		{"a space at the end", "a b", "a b ", "a b{+ +}"},
		{"a comma", "peace and order", "peace, and order", "peace{+,+} and order"},
		{"a hyphen", "fast growing", "fast-growing", "fast[- -]{+-+}growing"},

		// Words are kept rather than what stands between them.
		{
			"a list rewritten around a word", "all staff, contractors and visitors.", "all staff and contractors, but not visitors.",
			"all staff[-,-]{+ and+} contractors[- and-]{+, but not+} visitors.",
		},

		// Paragraphs.
		{"a paragraph more", "One.", "One.\nTwo.", "One.{+¶Two.+}"},
		{"a paragraph less", "One.\nTwo.\nThree.", "One.\nThree.", "One.¶[-Two.¶-]Three."},
		{"a paragraph split", "First one. Second one.", "First one.\nSecond one.", "First one.[- -]{+¶+}Second one."},
		{"paragraphs joined", "First one.\nSecond one.", "First one. Second one.", "First one.[-¶-]{+ +}Second one."},
		{"split and amended", "The law holds. The court sits.", "The law holds.\nThe court sat.", "The law holds.[- -]{+¶+}The court [-sits-]{+sat+}."},

		// Edits slide to the limits of phrases.
		{"a sentence more among like ones", "The law holds. The end.", "The law holds. The law ends. The end.", "The law holds. {+The law ends. +}The end."},
		{"a title in another case", "Approved by the Head of the Land in May.\nThe security plan of the Land.", "The Security Plan of the Land.\nThis is the sketch of a plan of security.", "[-Approved by the Head of the Land in May.¶-]The [-security plan-]{+Security Plan+} of the Land.{+¶This is the sketch of a plan of security.+}"},
		{"a phrase more among like ones", "the north of the land", "the north of the sea of the land", "the north {+of the sea +}of the land"},

		// No confetti.
		{
			"a sentence that shares hardly anything is replaced",
			"The aggression was accompanied by serious crimes against peace and humanity. It ended.",
			"The lands have been cleared of mines by the authorities and the people returned. It ended.",
			"[-The aggression was accompanied by serious crimes against peace and humanity.-]" +
				"{+The lands have been cleared of mines by the authorities and the people returned.+} It ended.",
		},
		{
			"islands between reworded phrases are given up",
			"Here the development of international transport corridors, including the construction of oil pipelines, adds to the growth of the national economy of the country.",
			"Here the Southern Corridor with its western components, the new railway and the northern roads serve the national economy of the country.",
			"Here the [-development of international transport corridors, including the construction of oil pipelines, adds to the growth of-]" +
				"{+Southern Corridor with its western components, the new railway and the northern roads serve+} the national economy of the country.",
		},
		{"word for word stays word for word", "one (1) year of service", "two (2) years of service", "[-one-]{+two+} ([-1-]{+2+}) [-year-]{+years+} of service"},
		{"what only was added to stays", "the rights and freedoms of citizens", "the basic rights and all freedoms of the citizens", "the {+basic +}rights and {+all +}freedoms of {+the +}citizens"},

		// References stay whole.
		{"another step", "see Article 4(1)(a) here", "see Article 4(2)(a) here", "see Article [-4(1)(a)-]{+4(2)(a)+} here"},
		{"another article", "see Article 4(1) here", "see Article 18(1) here", "see Article [-4(1)-]{+18(1)+} here"},
		{"a step more", "see Article 4(1) here", "see Article 4(1)(a) here", "see Article 4(1){+(a)+} here"},
		{"another directive", "Directive 2004/39/EC applies", "Directive 2014/39/EU applies", "Directive [-2004/39/EC-]{+2014/39/EU+} applies"},
		{"a point", "in point (a) of it", "in point (b) of it", "in point ([-a-]{+b+}) of it"},

		// Not a change.
		{"marks", "«a» – b", "“a” - b", "“a” - b"},
		{"another mark besides", "«a» – b", "“a” - c", "“a” - [-b-]{+c+}"},
	} {
		t.Run(c.name, func(t *testing.T) {
			l := NewLexicon("en")
			if got := notation(l.Diff(l.Tokens(c.old), l.Tokens(c.new))); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestKeepShowsBothTexts checks that what is kept is given as it stands on
// either side.
func TestKeepShowsBothTexts(t *testing.T) {
	l := NewLexicon("en")
	got := l.Diff(l.Tokens("«a» will"), l.Tokens("“a” shall"))
	want := []Edit{{Keep, "«a» ", "“a” "}, {Delete, "will", ""}, {Insert, "", "shall"}}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestForeignTokens checks that tokens of another lexicon do no harm.
func TestForeignTokens(t *testing.T) {
	other := NewLexicon("en")
	tokens := other.Tokens("many words that the empty lexicon has never seen. And more.")
	es := NewLexicon("en").Diff(tokens, tokens[:5])
	if len(es) == 0 {
		t.Error("no edits")
	}
}

func TestHeaviestChain(t *testing.T) {
	for _, c := range []struct {
		name    string
		anchors []anchor
		want    []anchor
	}{
		{"none", nil, nil},
		{"in order", []anchor{{0, 0, 1}, {1, 1, 1}}, []anchor{{0, 0, 1}, {1, 1, 1}}},
		{"one heavy against two light", []anchor{{0, 2, 9}, {1, 0, 1}, {2, 1, 1}}, []anchor{{0, 2, 9}}},
		{"two light against one lighter", []anchor{{0, 2, 1}, {1, 0, 1}, {2, 1, 1}}, []anchor{{1, 0, 1}, {2, 1, 1}}},
	} {
		if d := cmp.Diff(c.want, heaviestChain(c.anchors), cmp.AllowUnexported(anchor{})); d != "" {
			t.Errorf("%s: %s", c.name, d)
		}
	}
}

// TestHeaviestChainIsHeaviest checks the chain against trying all of them.
func TestHeaviestChainIsHeaviest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 8).Draw(t, "n")
		order := rapid.Permutation([]int{0, 1, 2, 3, 4, 5, 6, 7}).Draw(t, "order")
		var anchors []anchor
		for i := range n {
			anchors = append(anchors, anchor{i, order[i], rapid.IntRange(1, 9).Draw(t, "weight")})
		}
		best := 0
		for set := range 1 << n {
			weight, last := 0, -1
			for i, an := range anchors {
				if set&(1<<i) == 0 {
					continue
				}
				if an.b < last {
					weight = -1
					break
				}
				weight, last = weight+an.weight, an.b
			}
			best = max(best, weight)
		}
		got, last := 0, -1
		for _, an := range heaviestChain(anchors) {
			if an.b <= last {
				t.Fatalf("out of order: %v", heaviestChain(anchors))
			}
			got, last = got+an.weight, an.b
		}
		if got != best {
			t.Fatalf("%v: weight %d, the heaviest has %d", anchors, got, best)
		}
	})
}
