package flow

import "testing"

func TestSettleHeadings(t *testing.T) {
	for _, tt := range []struct {
		name  string
		texts []string
		text  []bool // which are no headings
	}{
		{"titles", []string{"Aims", "Means", "Final provisions"}, []bool{false, false, false}},
		{"titles with a full stop", []string{"Scope.", "Definitions.", "Powers of the Secretary of State."}, []bool{false, false, false}},
		{"titles in capitals", []string{"SHORT TITLE AND TABLE OF CONTENTS OF THIS ACT.", "DEFINITIONS OF THE TERMS THAT ARE USED IN IT."}, []bool{false, false}},
		{"clauses", []string{"The supplier shall deliver the goods within ten days.", "Payment is due.", "Interest is paid on sums that are overdue."}, []bool{true, true, true}},
		{"clauses under titles", []string{"Supply", "The supplier shall deliver the goods within ten days of the order.", "Payment"}, []bool{false, true, false}},
	} {
		var blocks []Block
		for _, s := range tt.texts {
			blocks = append(blocks, Block{Text: s, Level: 2})
		}
		SettleHeadings(blocks)
		for i, b := range blocks {
			if (b.Level == 0) != tt.text[i] {
				t.Errorf("%s: %q has level %d", tt.name, b.Text, b.Level)
			}
		}
	}
}

func TestIsNumber(t *testing.T) {
	for label, want := range map[string]bool{"1.": true, "(a)": true, "IV": true, "б)": true, "•": false, "–": false, "○": false, "\uf0a7": false, "": false} {
		if IsNumber(label) != want {
			t.Errorf("%q: %v", label, !want)
		}
	}
}
