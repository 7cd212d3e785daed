package ingest

import (
	"os"
	"strings"
	"testing"
	"unicode"

	"conceptdiff/internal/revision"
)

// visible is s without white space.
func visible(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\ufeff' {
			return -1
		}
		return r
	}, s)
}

// printed joins what a tree prints, in order.
func printed(components []*revision.Provision) string {
	var b strings.Builder
	for _, c := range components {
		c.Walk(func(p *revision.Provision) bool {
			b.WriteString(p.Num + p.Heading + p.Text)
			return true
		})
	}
	return b.String()
}

// asInSource is printed with the headings that the source has above their numbers
// in that place.
func asInSource(res *Result) string {
	var b strings.Builder
	for _, c := range res.Components {
		c.Walk(func(p *revision.Provision) bool {
			if res.above[p] {
				b.WriteString(p.Heading + p.Num + p.Text)
			} else {
				b.WriteString(p.Num + p.Heading + p.Text)
			}
			return true
		})
	}
	return b.String()
}

func readConcept(t testing.TB) (*Result, string) {
	t.Helper()
	data, err := os.ReadFile("../../revisions/2007/concept-2007.txt")
	if err != nil {
		t.Fatal(err)
	}
	res, err := Read("concept-2007.txt", data)
	if err != nil {
		t.Fatal(err)
	}
	return res, string(data)
}

func TestConcept2007LosesNothing(t *testing.T) {
	res, text := readConcept(t)
	if got, want := visible(printed(res.Components)), visible(text); got != want {
		t.Errorf("the tree prints %d characters, the file %d", len(got), len(want))
	}
	if len(res.Dropped) > 0 || len(res.Warnings) > 0 {
		t.Errorf("dropped %v, warnings %v; want none", res.Dropped, res.Warnings)
	}
}
