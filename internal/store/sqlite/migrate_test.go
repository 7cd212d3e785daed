package sqlite

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"conceptdiff/internal/review"
)

// testdata/version-N.db was written by the program when its schema had version
// N: two revisions of a plan and a file of claims, and from version 2 on a
// member and a mark. Whoever adds a migration adds such a file.
func TestMigrateFromEachVersion(t *testing.T) {
	scripts, err := migrations()
	if err != nil {
		t.Fatal(err)
	}
	for version := 1; version < len(scripts); version++ {
		t.Run(fmt.Sprint(version), func(t *testing.T) {
			data, err := os.ReadFile(filepath.Join("testdata", fmt.Sprintf("version-%d.db", version)))
			if err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(t.TempDir(), "store.db")
			if err := os.WriteFile(path, data, 0o644); err != nil {
				t.Fatal(err)
			}
			s, err := Open(t.Context(), path)
			if err != nil {
				t.Fatal(err)
			}
			defer s.Close()
			sound(t, s)
			holdsPlan(t, s)
			if version >= 2 {
				holdsMark(t, s)
			}
			// It can be written to as if it had always been of this version.
			save(t, s, small("2007"))
			enrol(t, s, "Лейла", review.Chair)
			sound(t, s)
		})
	}
}

func holdsPlan(t *testing.T, s *Store) {
	t.Helper()
	for label, clauses := range map[string]int{"old": 2, "new": 3} {
		r, err := s.RevisionByLabel(t.Context(), label)
		if err != nil {
			t.Fatal(err)
		}
		if n := len(r.Clauses()); n != clauses || r.Title != "Plan of the county" {
			t.Errorf("%s: %d clauses of %q", label, n, r.Title)
		}
		if data, err := s.SourceBytes(t.Context(), label); err != nil || int64(len(data)) != r.Source.Size {
			t.Errorf("%s: %d bytes of source, %v", label, len(data), err)
		}
	}
	now, err := s.RevisionByLabel(t.Context(), "new")
	if err != nil {
		t.Fatal(err)
	}
	if p := now.Find("3"); p == nil || p.Heading != "Harbours" || p.WID != "old/2" || now.Base != "old" {
		t.Errorf("new 3 is %+v, its base %q", p, now.Base)
	}
	if files, err := s.ClaimFiles(t.Context(), "old"); err != nil || len(files) != 1 || files[0].Name != "paper.yaml" {
		t.Errorf("claims files %v, %v", files, err)
	}
}

func holdsMark(t *testing.T, s *Store) {
	t.Helper()
	record, problems, err := s.Record(t.Context())
	if err != nil || len(problems) > 0 {
		t.Fatal(problems, err)
	}
	old, err := s.RevisionByLabel(t.Context(), "old")
	if err != nil {
		t.Fatal(err)
	}
	state := record.StateOf(old)
	if len(state.Provisions) != 1 || state.Provisions[0].Anchor.Address != "2" || len(state.Provisions[0].Marks) != 1 {
		t.Fatalf("marks on %d provisions", len(state.Provisions))
	}
	if m := state.Provisions[0].Marks[0]; m.By != "A. Chair" || m.Verdict() != review.Obsolete || m.Note() != "no ships" {
		t.Errorf("%s says %s (%s)", m.By, m.Verdict(), m.Note())
	}
}
