package ingest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// Official correspondence tables name clauses of real acts by address: each of
// them is a clause of ours. The texts are not part of the repository.
func TestAlignmentAddresses(t *testing.T) {
	truths, err := filepath.Glob("../../../shared/alignment/*/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(truths) == 0 {
		t.Skip("no alignment material beside the repository")
	}
	for _, name := range truths {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var truth struct {
			Pairs        []struct{ Old, New []string }
			Removed, New []string
			Weak         [][2]string
			Ignore       map[string][]string
		}
		if err := json.Unmarshal(data, &truth); err != nil {
			t.Fatal(err)
		}
		want := map[string][]string{
			"old": append(truth.Removed, truth.Ignore["old"]...),
			"new": append(truth.New, truth.Ignore["new"]...),
		}
		for _, p := range truth.Pairs {
			want["old"] = append(want["old"], p.Old...)
			want["new"] = append(want["new"], p.New...)
		}
		for _, w := range truth.Weak {
			want["old"] = append(want["old"], w[0])
			want["new"] = append(want["new"], w[1])
		}
		for side, ids := range want {
			file := filepath.Join(filepath.Dir(name), side+".txt")
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			res, err := Read(file, text)
			if err != nil {
				t.Fatal(err)
			}
			checkTree(t, res)
			checkNothingLost(t, res, string(text))
			have := map[string]bool{}
			for _, c := range (&revision.Revision{Components: res.Components}).Clauses() {
				have[strings.ToLower(c.Address())] = true
			}
			for _, id := range ids {
				if !have[strings.ToLower(id)] {
					t.Errorf("%s: no clause %s", file, id)
				}
			}
		}
	}
}
