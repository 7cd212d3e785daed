package ingest

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/layout"
)

func TestDropFurniture(t *testing.T) {
	const contents = "Contents\n1. Scope ........ 2\n2. Terms of use that are so long\nthat they take two lines ........ 3\nAnnex ...... 4\n"
	const body = "1. Scope\nThis is the scope.\n2. Terms of use that are so long that they take two lines\nThese are the terms.\n3. End\nThe end.\n"
	pages := ""
	for i, word := range []string{"one", "two", "three", "four"} {
		pages += fmt.Sprintf("The Plan\nDraft of %d May\n%d. Part\nText of part %s goes here.\n- %d -\n\f", i+1, i+1, word, i+1)
	}
	tests := []struct {
		name, text string
		addresses  string
		why        map[string]int
	}{
		{"contents with leading dots", contents + body, "1=Scope | 2=Terms of use that are so long that they take two lines | 3=End", map[string]int{layout.WhyContents: 5}},
		{
			"contents that repeat the headings", "Plan\nContents\n1. Scope\n2. Terms\n3. End\n1. Scope\nOne.\n2. Terms\nTwo.\n3. End\nThree.\n",
			"preface=Plan | 1=Scope | 2=Terms | 3=End",
			map[string]int{layout.WhyContents: 4},
		},
		{"page numbers and running headers", pages, "preface=The Plan | 1=Part | 2=Part | 3=Part | 4=Part", map[string]int{layout.WhyPageNumber: 4, layout.WhyRunning: 6}},
		{"one number alone proves nothing", "1. Scope\nText.\n2\n2. Terms\nText.\n", "1=Scope | 2=Terms", nil},
		{"numbers that are labels stay", "Article 1\nText.\n1.\nMore.\n2.\nMore.\n3.\nMore.\n", "1 | 1.1 | 1.2 | 1.3", nil},
		{"a list is no table of contents", "1. Scope\nText.\n2. Terms\nText.\n", "1=Scope | 2=Terms", nil},
	}
	for _, tt := range tests {
		got, res := addresses(t, "x.txt", tt.text)
		if got != tt.addresses {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, tt.addresses)
		}
		var why map[string]int
		for _, d := range res.Dropped {
			if why == nil {
				why = map[string]int{}
			}
			why[d.Why]++
			if line := strings.Split(strings.ReplaceAll(tt.text, "\f", ""), "\n")[d.Line-1]; layout.Squeeze(line) != d.Text {
				t.Errorf("%s: line %d is %q, dropped as %q", tt.name, d.Line, line, d.Text)
			}
		}
		if diff := cmp.Diff(tt.why, why); diff != "" {
			t.Errorf("%s: dropped (-want +got):\n%s", tt.name, diff)
		}
		checkTree(t, res)
		checkNothingLost(t, res, tt.text)
	}
}
