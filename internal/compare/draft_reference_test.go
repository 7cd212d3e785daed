package compare_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// TestDraftReferences: of the draft's cross-references those are listed, and no
// others, whose number stood for another clause in 2007, with what became of it.
func TestDraftReferences(t *testing.T) {
	data, err := os.ReadFile(filepath.Join("..", "..", "testdata", "draft-cases.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	var cases struct {
		References []struct {
			In, Text, Number, Target string
			MeansInOld               string `yaml:"means_in_old"`
			Right                    bool
		} `yaml:"cross_references"`
	}
	if err := yaml.Unmarshal(data, &cases); err != nil {
		t.Fatal(err)
	}
	refs := compare.References(concept(t))
	var want int
	for _, c := range cases.References {
		i := slices.IndexFunc(refs, func(r compare.Reference) bool {
			return r.In.Address() == c.In && r.Number == c.Number && strings.Contains(r.Text, c.Text)
		})
		if c.MeansInOld == "" {
			if i >= 0 {
				t.Errorf("%s in %s is listed, and stood for nothing in 2007", c.Number, c.In)
			}
			continue
		}
		want++
		if i < 0 {
			t.Errorf("%s in %s is not listed", c.Number, c.In)
			continue
		}
		r := refs[i]
		if r.NowAt == nil || r.NowAt.Address() != c.Number || r.WasAt == nil || r.WasAt.Address() != c.MeansInOld {
			t.Errorf("%s in %s: now at %v, was at %v", c.Number, c.In, r.NowAt, r.WasAt)
		}
		became := slices.ContainsFunc(r.BecameAt, func(cl *revision.Clause) bool { return cl.Address() == c.Target })
		if became == c.Right {
			t.Errorf("%s in %s: the old clause became %v; the sentence means %s, which the number names: %v", c.Number, c.In, r.BecameAt, c.Target, c.Right)
		}
	}
	if want == 0 || len(refs) != want {
		t.Errorf("%d references listed, want %d", len(refs), want)
	}
}
