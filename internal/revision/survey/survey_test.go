package survey

import (
	"strings"
	"testing"

	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// clause is a numbered provision with others below it.
func clause(num string, children ...*revision.Provision) *revision.Provision {
	l := numbering.Read(num)
	if l.Form == numbering.FormUnknown { // a code
		l = numbering.Label{Printed: num, Num: num, Form: numbering.FormCode}
	}
	return &revision.Provision{Kind: revision.KindClause, Num: num, Label: l, Children: children}
}

func paragraph(text string) *revision.Provision {
	return &revision.Provision{Kind: revision.KindParagraph, Text: text}
}

func TestSurvey(t *testing.T) {
	for _, tt := range []struct {
		name string
		in   []*revision.Provision
		want string
	}{
		{"nothing", nil, ""},
		{"words, numbers, letters", []*revision.Provision{
			clause("Article 1.", clause("(1)", clause("a)"), clause("b)")), clause("(2)")), clause("Article 2-1."),
		}, "Article # 2, (#) 2, a) 2"},
		{"Roman numerals and letters", []*revision.Provision{
			clause("I.", clause("A."), clause("B."), clause("C.")), clause("II."), clause("V."),
		}, "I. 3, A. 3"},
		{"codes of many letters", []*revision.Provision{clause("AC-1"), clause("AC-2"), clause("AU-1"), clause("CM-1"), clause("PE-1")}, "AC-#, AU-# … 5"},
		{"inserted numbers", []*revision.Provision{clause("1."), clause("1a."), clause("1-1."), clause("2.")}, "#. 4"},
		{"codes", []*revision.Provision{clause("AC-1"), clause("AC-2", clause("AC-2(1)"))}, "AC-# 2, AC-#(#) 1"},
		{"an ordinal in words", []*revision.Provision{clause("Глава первая"), clause("Глава вторая")}, "Глава # 2"},
		{"short lines", []*revision.Provision{clause("1.", paragraph("The mill"), paragraph("The weir"), paragraph("The mill stands by the weir."))}, "#. 1; 2 short lines read as text"},
		{"many openings alike", []*revision.Provision{
			paragraph("Rule 1: Plough in spring."), paragraph("Rule 2: Sow."), paragraph("Rule 3: Wait."), paragraph("Rule 4: Reap."), paragraph("Rule 5 Rest."),
			paragraph("Rule 6 of the old book was struck out."),
		}, "5 paragraphs open like «Rule #»"},
	} {
		if got := Of([]*revision.Provision{{Kind: revision.KindComponent, Children: tt.in}}).String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

// Every numbered provision is in one family.
func TestFamiliesCountEveryLabel(t *testing.T) {
	nums := strings.Fields("1. 2. (1) (2) (a) I. IV. 1.1. 1.1 § Article")
	nums = append(nums, "§ 5", "Article 12-1.", "Chapter II", "III fəsil", "12-ci maddə")
	var in []*revision.Provision
	for _, n := range nums {
		if l, ok := numbering.ParseNum(n); ok {
			in = append(in, &revision.Provision{Kind: revision.KindClause, Num: n, Label: l})
		}
	}
	sum := 0
	for _, f := range Of([]*revision.Provision{{Children: in}}).Families {
		sum += f.Members
	}
	if sum != len(in) {
		t.Errorf("%d labels in families, want %d", sum, len(in))
	}
}
