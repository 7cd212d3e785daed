package claims

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/workspace/publication"
)

// The quotations in the claims files of 2007 stand, to the letter and where their
// pins say, in the publications they were read in. Those are other people's texts
// and stay outside of the repository.
func TestPinsOf2007(t *testing.T) {
	texts, _ := filepath.Glob("../../../../shared/texts/*.txt")
	if len(texts) == 0 {
		t.Skip("the publications that the claims files are pinned to are not here")
	}
	copies := map[string]claim.Copy{}
	for _, path := range texts {
		c, err := publication.Read(context.Background(), path)
		if err != nil {
			t.Fatal(err)
		}
		copies[c.SHA256] = c
	}
	files, err := filepath.Glob("../../../revisions/2007/claims/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatal("found no claims files", err)
	}
	pinned := 0
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		src, err := claim.Parse(path, data)
		if err != nil {
			t.Fatal(err)
		}
		if src.SHA256 == "" {
			continue
		}
		c, ok := copies[src.SHA256]
		if !ok {
			t.Errorf("%s: pinned to a copy that is not there", path)
			continue
		}
		faults, err := claim.CheckCopy(path, data, c)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range faults {
			t.Error(f)
		}
		for _, cl := range src.Claims {
			if pinned += len(cl.Pins); !cl.IsReport() && len(cl.Pins) == 0 {
				t.Errorf("%s is not pinned", cl.ID())
			}
		}
	}
	if pinned == 0 {
		t.Error("nothing is pinned")
	}
}
