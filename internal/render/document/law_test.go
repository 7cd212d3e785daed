package document_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/render/document"
	"conceptdiff/internal/revision"
)

// lossless are the formats that read back to the same tree.
var lossless = []struct {
	name  string
	write func(io.Writer, *revision.Revision) error
}{
	{"json", document.JSON},
	{"akn", document.AkomaNtoso},
	{"md", document.Markdown},
}

// sameTree is how trees are compared: identities belong to the store.
var sameTree = cmp.Options{cmpopts.IgnoreFields(revision.Provision{}, "WID"), cmpopts.EquateEmpty()}

// Whatever tree a revision has, what is written of it reads back to that tree.
func TestWrittenReadsBack(t *testing.T) {
	for _, f := range lossless {
		t.Run(f.name, func(t *testing.T) {
			rapid.Check(t, func(t *rapid.T) {
				r := drawRevision(t)
				var b bytes.Buffer
				if err := f.write(&b, r); err != nil {
					t.Fatal(err)
				}
				got, err := ingest.Read("x", b.Bytes())
				if err != nil {
					t.Fatalf("%v\n%s", err, b.Bytes())
				}
				if diff := cmp.Diff(r.Components, got.Components, sameTree); diff != "" {
					t.Fatalf("read back otherwise (-written +read):\n%s\n%s", diff, b.Bytes())
				}
				var again bytes.Buffer
				if err := f.write(&again, r); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
					t.Fatalf("written twice, it differs (%v)", err)
				}
			})
		})
	}
}

// The real texts read back, too, with what is known of them.
func TestRealTextsReadBack(t *testing.T) {
	for _, name := range []string{"2007/concept-2007.txt", "draft/concept-draft.md"} {
		r := readReal(t, name)
		for _, f := range lossless {
			var b bytes.Buffer
			if err := f.write(&b, r); err != nil {
				t.Fatal(err)
			}
			got, err := ingest.Read("x", b.Bytes())
			if err != nil {
				t.Fatalf("%s as %s: %v", name, f.name, err)
			}
			if diff := cmp.Diff(r.Components, got.Components, sameTree); diff != "" {
				t.Errorf("%s as %s reads back otherwise:\n%s", name, f.name, diff)
			}
			if diff := cmp.Diff(r.Meta, got.Meta, cmpopts.IgnoreFields(revision.Meta{}, "Label", "Base", "Source")); diff != "" {
				t.Errorf("%s as %s: metadata read back otherwise:\n%s", name, f.name, diff)
			}
		}
	}
}

func readReal(t *testing.T, name string) *revision.Revision {
	t.Helper()
	path := filepath.Join("..", "..", "..", "revisions", name)
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	res, err := ingest.Read(path, data)
	if err != nil {
		t.Fatal(err)
	}
	r := &revision.Revision{Components: res.Components, Meta: revision.Meta{
		Label: "2007", Title: res.Title, Date: "2007-05-23", Status: revision.InForce, Language: res.Language,
		Citation: "Order No. 2198 «of» 2007 & more", Source: revision.Source{Name: filepath.Base(path)},
	}}
	r.Walk(func(p *revision.Provision) bool {
		p.WID = r.Label + "/" + p.Address()
		return true
	})
	return r
}

// What is written as Akoma Ntoso is valid by the official schema, which is no
// part of this repository.
func TestAkomaNtosoIsValid(t *testing.T) {
	schema := filepath.Join("..", "..", "..", "..", "shared", "akn-xsd", "akomantoso30.xsd")
	if _, err := os.Stat(schema); err != nil {
		t.Skip("the schema of Akoma Ntoso is not here: akomantoso30.xsd from docs.oasis-open.org/legaldocml")
	}
	if _, err := exec.LookPath("xmllint"); err != nil {
		if os.Getenv("CONCEPTDIFF_REQUIRE_TOOLS") == "1" {
			t.Fatal("xmllint is missing (Debian: libxml2-utils)")
		}
		t.Skip("xmllint is missing (Debian: libxml2-utils)")
	}
	dir := t.TempDir()
	args := []string{"--nonet", "--noout", "--schema", schema}
	write := func(name string, r *revision.Revision) {
		var b bytes.Buffer
		if err := document.AkomaNtoso(&b, r); err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(dir, name+".xml")
		if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		args = append(args, path)
	}
	write("2007", readReal(t, "2007/concept-2007.txt"))
	write("draft", readReal(t, "draft/concept-draft.md"))
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		write("drawn-"+strconv.Itoa(n), drawRevision(rt))
	})
	out, err := exec.Command("xmllint", args...).CombinedOutput() //nolint:gosec // our own arguments
	if err != nil {
		var bad []string
		for line := range strings.Lines(string(out)) {
			if !strings.HasSuffix(line, "validates\n") && len(bad) < 10 {
				bad = append(bad, line)
			}
		}
		t.Errorf("xmllint: %v\n%s", err, strings.Join(bad, ""))
	}
}
