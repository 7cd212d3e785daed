package revision

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParseAddress(t *testing.T) {
	for typed, want := range map[string]string{
		"4.1.1": "4.1.1", "4.1.1.": "4.1.1", " §4.1.1 ": "4.1.1", "§ 5": "5",
		"Article 12(2)(a)": "12.2.a", "Article 12(2)(a)(i)": "12.2.a.i", "art. 12, paragraph 2, point (a)": "12.2.a",
		"article premier": "1", "Article 8 bis": "8bis", "8 bis(1)": "8bis.1", "Article 24a": "24a",
		"maddə 4.1.1": "4.1.1", "Maddə 12-1": "12-1", "12-ci maddə": "12", "MADDƏ 5": "5",
		"статья 5": "5", "Статья 67.1": "67.1", "пункт 3": "3", "clause 4.1": "4.1", "Section 3.2": "3.2", "03.01.05": "03.01.05",
		"order/4.1": "order/4.1", "order / 4.1.": "order/4.1", "annex-2/3": "annex-2/3", "Annex 2/3": "annex-2/3", "Annex II, point 3": "annex-ii/3", "приложение № 2/3": "annex-2/3",
		"Title II": "title-ii", "title-ii/chapter-1": "title-ii/chapter-1", "Chapter 3": "chapter-3", "fəsil 2": "chapter-2",
		"4.1.1/p4": "4.1.1/p4", "4.1.1/p6/i2": "4.1.1/p6/i2", "4.1~2": "4.1~2",
		"Introduction": "introduction", "Final provisions": "final-provisions", "final-provisions": "final-provisions", "giriş": "giriş", "preface": "preface",
		"A": "A", "B.1": "B.1", "Appendix B.1": "B.1", "": "",
	} {
		if got := ParseAddress(typed); got != want {
			t.Errorf("ParseAddress(%q) = %q, want %q", typed, got, want)
		}
	}
}

// num makes a provision with a number and children.
func num(n string, children ...*Provision) *Provision {
	return &Provision{Kind: KindClause, Num: n, Children: children}
}

func of(k Kind, heading string, children ...*Provision) *Provision {
	p := &Provision{Kind: k, Children: children}
	switch k {
	case KindPart:
		p.Num = heading
	case KindParagraph, KindItem:
		p.Text = heading
	default:
		p.Heading = heading
	}
	return p
}

func eids(components ...*Provision) string {
	AssignEIDs(components)
	var out []string
	for _, c := range components {
		for _, child := range c.Children {
			child.Walk(func(p *Provision) bool {
				out = append(out, p.EID)
				return true
			})
		}
	}
	return strings.Join(out, " ")
}

func TestAssignEIDs(t *testing.T) {
	order := of(KindComponent, "", num("4.", num("4.1.")))
	order.EID = "order"
	for _, tt := range []struct {
		name string
		got  string
		want string
	}{
		{
			"dotted numbers stand alone",
			eids(of(KindComponent, "", num("4.", num("4.1.", num("4.1.1.", num("(a)")))))), "4 4.1 4.1.1 4.1.1.a",
		},
		{
			"paragraphs and items",
			eids(of(KindComponent, "", num("1.", of(KindParagraph, "x"), of(KindParagraph, "y", of(KindItem, "z"), of(KindItem, "z", of(KindItem, "w")))), num("2.", of(KindItem, "v")))),
			"1 1/p1 1/p2 1/p2/i1 1/p2/i2 1/p2/i2/i1 2 2/i1",
		},
		{
			"a clause below a paragraph continues the clause above",
			eids(of(KindComponent, "", num("Article 2", of(KindParagraph, "x:", num("(a)", of(KindParagraph, "y")))))), "2 2/p1 2.a 2.a/p1",
		},
		{
			"components", eids(of(KindComponent, "", num("4.", num("4.1."))), order), "4 4.1 order/4 order/4.1",
		},
		{
			"front matter", eids(of(KindComponent, "", of(KindParagraph, "x"), of(KindSection, "Introduction", of(KindParagraph, "y")))), "preface/p1 introduction introduction/p1",
		},
		{
			"groups prefix nothing",
			eids(of(KindComponent, "", of(KindPart, "TITLE II", of(KindPart, "CHAPTER 1", num("Article 4"), num("Article 5")), of(KindPart, "CHAPTER 2", num("Article 6"))))),
			"title-ii title-ii/chapter-1 4 5 title-ii/chapter-2 6",
		},
		{
			"unless numbers start again in each",
			eids(of(KindComponent, "", of(KindPart, "CHAPTER 1", num("§ 1", num("(1)")), num("§ 2")), of(KindPart, "CHAPTER 2", num("§ 1")))),
			"chapter-1 chapter-1/1 chapter-1/1.1 chapter-1/2 chapter-2 chapter-2/1",
		},
		{
			"the printed number wins over the composed one",
			eids(of(KindComponent, "", num("5.", num("5.2.", num("1."), num("2."), num("5.2.1."))))), "5 5.2 5.2.1~2 5.2.2 5.2.1",
		},
		{
			"recitals", eids(of(KindComponent, "", num("(1)"), num("(2)"), num("Article 1", num("1.")), num("Article 2"))), "recital-1 recital-2 1 1.1 2",
		},
		{
			"parties before numbered sections", eids(of(KindComponent, "", num("(1)"), num("(2)"), num("1.", num("1.1")), num("2."))), "recital-1 recital-2 1 1.1 2",
		},
		{
			"an inserted part leaves the points before it their addresses", eids(of(KindComponent, "", num("Статья 5.", num("1.", num("1)"), num("1.1."))))), "5 5.1 5.1.1 5.1.1~2",
		},
		{
			"sections of articles that print their whole number", eids(of(KindComponent, "", num("ARTICLE III", num("3.1"), num("Section 3.2"), num("Section 1.")), num("ARTICLE 4", num("§ 5-101.", num("A."))))), "III 3.1 3.2 III.1 4 5-101 5-101.A",
		},
		{
			"sections by letter", eids(of(KindComponent, "", num("A.", num("A.1.", num("1."))))), "A A.1 A.1.1",
		},
		{
			"numbers of another kind in another section do not start again", eids(of(KindComponent, "", of(KindPart, "CHAPTER 1", num("Article 1")), of(KindSection, "Final provisions", num("§ 1")))), "chapter-1 1 final-provisions final-provisions/1",
		},
		{
			"the article wins over a number before it", eids(of(KindComponent, "", num("1."), num("Article 1", num("1.")))), "1~2 1 1.1",
		},
		{
			"twins", eids(of(KindComponent, "", num("4.1."), num("4.1."), num("4.1."))), "4.1 4.1~2 4.1~3",
		},
		{
			"a number of its article", eids(of(KindComponent, "", num("Maddə 4.", num("4.1.", num("4.1.1."))))), "4 4.1 4.1.1",
		},
		{
			"an inserted part of another article", eids(of(KindComponent, "", num("Статья 5.", num("1.", num("а)")), num("1.1.")))), "5 5.1 5.1.а 5.1.1",
		},
		{
			"appendices", eids(of(KindComponent, "", num("1."), num("Appendix A."), num("Appendix B.", num("B.1.")))), "1 A B B.1",
		},
		{
			"slugs", eids(of(KindComponent, "", of(KindSection, "Yekun müddəalar"), of(KindSection, "Заключительные положения"), of(KindSection, "Preface"), of(KindSection, "!"))),
			"yekun-müddəalar заключительные-положения preface~2 section",
		},
	} {
		if tt.got != tt.want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, tt.got, tt.want)
		}
	}
}

func TestLookup(t *testing.T) {
	order := of(KindComponent, "Order", num("1."), num("4.", num("4.1.")))
	order.EID = "order"
	main := of(KindComponent, "The Concept", of(KindSection, "Introduction"), num("4.", num("4.1.", num("4.1.1.", of(KindParagraph, "x")), num("4.1.2."))), num("Appendix B.", num("B.1.")),
		of(KindPart, "Pillar 1", of(KindPart, "Objective 1.1")), of(KindPart, "Pillar 2", of(KindPart, "Objective 2.1"), of(KindPart, "Action 1")), of(KindPart, "Pillar 3", of(KindPart, "Action 1")), num("Geçici Madde 1"))
	AssignEIDs([]*Provision{order, main})
	r := &Revision{Components: []*Provision{order, main}}
	for typed, want := range map[string]string{
		"4.1.1.": "4.1.1", "§4.1.1": "4.1.1", "maddə 4.1": "4.1", "order/4.1": "order/4.1", "INTRODUCTION": "introduction", "4.1.1/p1": "4.1.1/p1",
		"b.1": "B.1", "preface": "preface", "Order": "order",
		"Objective 1.1": "pillar-1/objective-1.1", "Pillar 2": "pillar-2", "geçici madde 1": "geçici-1",
	} {
		p, near := r.Lookup(typed)
		if p == nil || p.Address() != want {
			t.Errorf("Lookup(%q) = %v, near %v; want %s", typed, p, near, want)
		}
	}
	p, near := r.Lookup("4.1.3")
	if diff := cmp.Diff([]string{"4.1.1", "4.1.2", "4.1"}, near); p != nil || diff != "" {
		t.Errorf("Lookup(4.1.3) = %v, nearest (-want +got):\n%s", p, diff)
	}
}

// What people type is never refused.
func FuzzParseAddress(f *testing.F) {
	for _, s := range []string{"1. x", "Article 12(2)(a)", "12-ci maddə", "annex 2/3", "8\u00a0bis", "İ. x"} {
		f.Add(s)
	}
	f.Fuzz(func(_ *testing.T, s string) { ParseAddress(s) })
}
