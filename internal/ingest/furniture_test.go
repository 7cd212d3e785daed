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

// Tables of contents that somebody typed, in formats with markup and without, are
// dropped entry by entry; what they name stands once.
func TestTypedContents(t *testing.T) {
	const body = "<h2>Purpose</h2><p>1. The ferry serves the town.</p><h2>Definitions</h2><p>2. A barge is a boat.</p><p>3. A raft is of logs.</p><h2>Duties</h2><p>4. The owner greases the winch.</p><h2>Annex 1. Goods with a ban</h2><p>1. Tar may not be carried.</p>"
	const want = "preface=Ferry regulation | purpose=Purpose | 1 | definitions=Definitions | 2 | 3 | duties=Duties | 4 | annex-1=Goods with a ban | annex-1/1"
	entries := []string{"Purpose 2", "Definitions 2", "Duties 3", "Annex 1. Goods with a ban 4"}
	for _, tt := range []struct{ name, html string }{
		{"paragraphs with page numbers", "<p>Contents</p><p>" + strings.Join(entries, "</p><p>") + "</p>"},
		{"other words in one of them", "<p>Contents</p><p>" + strings.Replace(strings.Join(entries, "</p><p>"), "Duties 3", "What the owner must do 3", 1) + "</p>"},
		{"leaders", "<p>Contents</p><p>Purpose ........ 2</p><p>Definitions ........ 2</p><p>Duties ........ 3</p><p>Annex 1. Goods with a ban ........ 4</p>"},
		{"without a heading", "<p>" + strings.Join(entries, "</p><p>") + "</p>"},
		{"a table", "<p>Contents</p><table><tr><td>Purpose</td><td>2</td></tr><tr><td>Definitions</td><td>2</td></tr><tr><td>Duties</td><td>3</td></tr><tr><td>Annex 1. Goods with a ban</td><td>4</td></tr></table>"},
		{"Roman page numbers", "<p>Contents</p><p>Purpose ii</p><p>Definitions ii</p><p>Duties iii</p><p>Annex 1. Goods with a ban iv</p>"},
	} {
		html := "<html><body><p>Ferry regulation</p>" + tt.html + body + "</body></html>"
		got, res := addresses(t, "x.html", html)
		if got != want {
			t.Errorf("%s\n got %s\nwant %s", tt.name, got, want)
		}
		n := 0
		for _, d := range res.Dropped {
			if d.Why == layout.WhyContents && !strings.HasPrefix(d.Text, "Contents") {
				n++
			}
		}
		if n != len(entries) {
			t.Errorf("%s: %d entries are listed as dropped, want %d", tt.name, n, len(entries))
		}
		checkTree(t, res)
	}
	md := "# Ferry regulation\n\n## Contents\n\n- [Purpose](#purpose)\n- [Definitions](#definitions)\n- [Duties](#duties)\n\n## Purpose\n\nThe ferry serves the town.\n\n## Definitions\n\nA barge is a boat.\n\n## Duties\n\nThe owner greases the winch.\n"
	if got, _ := addresses(t, "x.md", md); got != "preface=Ferry regulation | purpose=Purpose | definitions=Definitions | duties=Duties" {
		t.Errorf("Markdown: got %s", got)
	}
	// The same figures at the ends of lines that name nothing to come.
	got, _ := addresses(t, "x.html", "<html><body><p>Scores</p><p>Red team 2</p><p>Blue team 3</p><p>Green team 4</p>"+body+"</body></html>")
	if !strings.HasSuffix(got, strings.TrimPrefix(want, "preface=Ferry regulation")) {
		t.Errorf("got %s", got)
	}
	if _, res := addresses(t, "x.html", "<html><body><p>Scores</p><p>Red team 2</p><p>Blue team 3</p><p>Green team 4</p></body></html>"); len(res.Dropped) > 0 {
		t.Errorf("dropped %v", res.Dropped)
	}
}
