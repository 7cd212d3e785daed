package phrase

import (
	"fmt"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/render/message"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestCite(t *testing.T) {
	for address, want := range map[string]string{
		"4.1.1":         "4.1.1",
		"4.1.1/p6/i2":   "4.1.1, paragraph 6, item 2",
		"order/4.1":     "order/4.1",
		"order/p2":      "order, paragraph 2",
		"introduction":  "introduction",
		"title-ii/p1":   "title-ii, paragraph 1",
		"annex/i/p":     "annex/i/p",
		"part-1/point2": "part-1/point2",
	} {
		if got := English().Cite(address); got != want {
			t.Errorf("cite(%q) = %q, want %q", address, got, want)
		}
	}
}

// TestCiteGroups holds that a chapter is cited by its label as printed, after what it
// stands in, and by its address where that is not known.
func TestCiteGroups(t *testing.T) {
	text := &revision.Revision{Components: []*revision.Provision{{Kind: revision.KindComponent, Children: []*revision.Provision{
		{Kind: revision.KindPart, Num: "Title II.", EID: "title-ii", Children: []*revision.Provision{
			{Kind: revision.KindPart, Num: "Chapter I.1", EID: "title-ii/chapter-i.1"},
		}},
	}}}}
	for address, want := range map[string]string{
		"title-ii":                "Title II",
		"title-ii/chapter-i.1/p2": "Title II, Chapter I.1, paragraph 2",
		"title-iii/chapter-i.1":   "title-iii/chapter-i.1",
	} {
		if got := English().Naming(text).Cite(address); got != want {
			t.Errorf("cite(%q) = %q, want %q", address, got, want)
		}
	}
}

func TestLabels(t *testing.T) {
	chapter := func(num string) *report.Clause { return &report.Clause{Num: num, Group: true} }
	if got := English().Labels([]*report.Clause{chapter("Chapter One:"), chapter("Part II.")}); got != "Chapter One, Part II" {
		t.Errorf("got %q", got)
	}
}

func TestReasons(t *testing.T) {
	c := &report.Change{Kind: compare.Amended, Reasons: []compare.Reason{
		{Code: significance.NameAdded, Items: []compare.Item{{New: "TANAP"}, {New: "TAP"}}, More: 3},
		rendertest.ReasonOf(significance.NumberChanged, "3", "4"),
		rendertest.ReasonOf(significance.Wording, "", ""),
		{Code: significance.MoreReasons, Args: []any{2}},
	}}
	want := []string{"name added: TANAP, TAP and 3 more", "number: 3 → 4", "wording", "and 2 more"}
	if d := cmp.Diff(want, English().Reasons(c)); d != "" {
		t.Error(d)
	}
	if got := English().Reasons(&report.Change{Kind: compare.New, Reasons: []compare.Reason{rendertest.ReasonOf(significance.NewProvision, "", "")}}); got != nil {
		t.Errorf("a new clause says again that it is new: %v", got)
	}
}

func TestLongDate(t *testing.T) {
	for iso, want := range map[string]string{
		"2007-05-23": "23 May 2007", "2025-10-07": "7 October 2025", "": "", "2007": "2007", "2007-13-01": "2007-13-01", "2007-05-ab": "2007-05-ab",
	} {
		if got := English().Date(iso); got != want {
			t.Errorf("longDate(%q) = %q, want %q", iso, got, want)
		}
	}
}

func TestVisible(t *testing.T) {
	for in, want := range map[string]string{
		"plain ə ğ Ж":         "plain ə ğ Ж",
		"a\x1b[31mb":          "a␛[31mb",
		"tab\tline\nend":      "tab line end",
		"\u202eabc\u2069":     "\ufffdabc\ufffd",
		"bad\xffbyte\x9b":     "bad\ufffdbyte\ufffd",
		"no\u00a0break\u00ad": "no\u00a0break\u00ad",
	} {
		if got := plain.Visible(in); got != want {
			t.Errorf("visible(%q) = %q, want %q", in, got, want)
		}
	}
}

// Every form in which a place is written, in whatever language, is read back.
func TestCitesAreRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		main := &revision.Provision{Kind: revision.KindComponent}
		order := &revision.Provision{Kind: revision.KindComponent, EID: "order"}
		var fill func(p *revision.Provision, prefix string, depth int)
		fill = func(p *revision.Provision, prefix string, depth int) {
			for n := range rapid.IntRange(0, 3).Draw(t, "paragraphs") {
				par := &revision.Provision{Kind: revision.KindParagraph, Text: fmt.Sprintf("Text %d.", n)}
				for range rapid.IntRange(0, 2).Draw(t, "items") {
					par.Children = append(par.Children, &revision.Provision{Kind: revision.KindItem, Num: "-", Text: "Item."})
				}
				p.Children = append(p.Children, par)
			}
			if depth == 0 {
				return
			}
			for n := range rapid.IntRange(0, 3).Draw(t, "clauses") {
				num := fmt.Sprintf("%s%d.", prefix, n+1)
				c := &revision.Provision{Kind: revision.KindClause, Num: num, Heading: "Heading"}
				fill(c, num, depth-1)
				p.Children = append(p.Children, c)
			}
		}
		fill(main, "", 3)
		fill(order, "", 1)
		word := rapid.SampledFrom([]string{"Article", "Maddə", "Статья", "Пункт", "Часть"}).Draw(t, "word")
		for n := range rapid.IntRange(0, 3).Draw(t, "articles") {
			c := &revision.Provision{Kind: revision.KindClause, Num: fmt.Sprintf("%s %d", word, n+21), Heading: "Heading"}
			fill(c, "", 1)
			main.Children = append(main.Children, c)
		}
		rev := &revision.Revision{Components: []*revision.Provision{order, main}}
		revision.AssignEIDs(rev.Components)
		for _, language := range message.Languages {
			p := In(language).Naming(rev)
			rev.Walk(func(v *revision.Provision) bool {
				if v.Address() == "" || v.Kind == revision.KindComponent {
					return true
				}
				if found, _ := rev.Lookup(p.Cite(v.Address())); found != v {
					t.Fatalf("%s: %s is not read as %s", language, p.Cite(v.Address()), v.Address())
				}
				return true
			})
		}
	})
}

// A clause is called what is printed on it, in the language of the output and in the case
// that the sentence asks for; where two texts call it otherwise, by its number alone.
func TestUnitsAreNamed(t *testing.T) {
	text := func(word string) *revision.Revision {
		main := &revision.Provision{Kind: revision.KindComponent}
		for _, num := range []string{"1", "12", "12-1"} {
			main.Children = append(main.Children, &revision.Provision{
				Kind: revision.KindClause, Num: word + " " + num, Heading: "Ponds",
				Children: []*revision.Provision{{Kind: revision.KindParagraph, Text: "Ponds are open."}},
			})
		}
		rev := &revision.Revision{Components: []*revision.Provision{main}}
		revision.AssignEIDs(rev.Components)
		return rev
	}
	law := text("Статья")
	for _, tt := range []struct{ language, got, want string }{
		{"en", In("en").Naming(law).Cite("12/p1"), "article 12, paragraph 1"},
		{"az", In("az").Naming(law).Cite("12/p1"), "12-ci maddə, 1-ci abzas"},
		{"az", In("az").Naming(law).Cite("12-1"), "12-1-ci maddə"},
		{"ru", In("ru").Naming(law).Cite("12/p1"), "статья 12, абзац 1"},
		{"ru", In("ru").Naming(law).Say("moved from {0}", In("ru").Naming(law).Cite("12/p1")), "перенесено из статьи 12, абзаца 1"},
		{"ru", In("ru").Say("moved to {0}", "4.1.1, позиция перечня 2"), "перенесено в 4.1.1, позицию перечня 2"},
		{"ru", In("ru").Naming(law).Of("12/p1").Say("the whole {0 =clause}", 1), "статья целиком"},
		{"ru", In("ru").Say("the whole {0 =clause}", 1), "структурная единица целиком"},
		{"ru", In("ru").Naming(text("Пункт")).Called("12"), "пункт 12"},
		{"ru", In("ru").Called("4.1.1"), "структурная единица 4.1.1"},
		{"ru", In("ru").Naming(law, text("Пункт")).Cite("12"), "12"},
		{"ru", In("ru").Naming(law, nil).Cite("order/12"), "order/12"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: %q, want %q", tt.language, tt.got, tt.want)
		}
	}
}
