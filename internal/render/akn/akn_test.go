package akn

import (
	"bytes"
	"encoding/xml"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/rendertest"
	"conceptdiff/internal/report"
)

func akn(tb testing.TB, r report.Report, o render.Options) []byte {
	tb.Helper()
	var b bytes.Buffer
	if err := Diff(&b, r, o); err != nil {
		tb.Fatal(err)
	}
	return b.Bytes()
}

// aknCases are reports of every sort of change, hostile texts, and a filter.
func aknCases(t *testing.T) map[string]report.Report {
	real := rendertest.MustRealPair(t)
	filtered, err := real.Only(report.Filter{Kinds: []compare.Kind{compare.Unchanged}})
	if err != nil {
		t.Fatal(err)
	}
	return map[string]report.Report{
		"water": rendertest.MustBuild(t, rendertest.WaterPlan()), "hostile": rendertest.MustBuild(t, rendertest.Hostile()), "real": real, "filtered": filtered,
	}
}

// A part without counterpart is not repealed: the new text does not say whether it
// still applies. What was removed from a part that lives on is.
func TestPartWithoutCounterpartIsNotRepealed(t *testing.T) {
	r := rendertest.MustBuild(t, rendertest.WaterPlan())
	lone := 0
	for _, c := range r.Changes {
		if c.Kind != compare.Removed {
			continue
		}
		if kinds := aknKinds(c); c.Lone != (len(kinds) == 0) {
			t.Errorf("%s, in a part without counterpart: %v, is %q", c.ID, c.Lone, kinds)
		}
		if c.Lone {
			lone++
		}
	}
	if lone == 0 {
		t.Fatal("no removed clause stands in a part without counterpart")
	}
}

// What is written is valid by the schema of the standard.
func TestAKNIsValid(t *testing.T) {
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
	args := []string{"--nonet", "--noout", "--schema", schema}
	dir := t.TempDir()
	for name, r := range aknCases(t) {
		for _, language := range []string{"en", "ru"} {
			path := filepath.Join(dir, name+"-"+language+".xml")
			if err := os.WriteFile(path, akn(t, r, render.Options{Language: language}), 0o600); err != nil {
				t.Fatal(err)
			}
			args = append(args, path)
		}
	}
	if out, err := exec.Command("xmllint", args...).CombinedOutput(); err != nil { //nolint:gosec // our own arguments
		t.Errorf("%v\n%s", err, out[:min(len(out), 4000)])
	}
}

// Each change is there as the modifications it is, the quotations of both sides
// hold the words of its clauses, and every reference within the document leads
// somewhere.
func TestAKNAgrees(t *testing.T) {
	for name, r := range aknCases(t) {
		t.Run(name, func(t *testing.T) {
			ids, refs := map[string]bool{}, []string{}
			kinds := map[string]int{}
			quoted := map[string]string{}
			var in []string // the quotation that is open
			d := xml.NewDecoder(bytes.NewReader(akn(t, r, render.Options{})))
			for {
				tok, err := d.Token()
				if err == io.EOF {
					break
				}
				if err != nil {
					t.Fatal(err)
				}
				switch tok := tok.(type) {
				case xml.StartElement:
					for _, a := range tok.Attr {
						switch a.Name.Local {
						case "eId":
							if ids[a.Value] {
								t.Errorf("eId %s stands twice", a.Value)
							}
							ids[a.Value] = true
							if tok.Name.Local == "clause" {
								in = []string{a.Value}
							}
						case "href", "source":
							if target, ok := strings.CutPrefix(a.Value, "#"); ok {
								refs = append(refs, target)
							}
						case "type":
							kinds[a.Value]++
						}
					}
					if tok.Name.Local == "num" && in != nil {
						in = append(in, "num")
					}
				case xml.EndElement:
					if tok.Name.Local == "num" && len(in) > 1 {
						in = in[:1]
					}
					if tok.Name.Local == "clause" {
						in = nil
					}
				case xml.CharData:
					if len(in) == 1 {
						quoted[in[0]] += string(tok)
					}
				}
			}
			for _, ref := range refs {
				if !ids[ref] {
					t.Errorf("#%s leads nowhere", ref)
				}
			}
			want := map[string]int{}
			for _, c := range r.Changes {
				for _, k := range aknKinds(c) {
					want[k]++
				}
				if c.Untouched() {
					continue
				}
				for side, clauses := range map[string][]*report.Clause{"old": c.Old, "new": c.New} {
					for _, cl := range clauses {
						text := ""
						for _, l := range cl.Lines {
							text += l.Text + " "
						}
						got := strings.Join(strings.Fields(quoted[side+":"+plain.Anchor("", cl.Address)]), " ")
						if want := strings.Join(strings.Fields(plain.Visible(text)), " "); got != want {
							t.Errorf("%s %s is quoted as %q, want %q", side, cl.Address, got, want)
						}
					}
				}
			}
			for k, n := range want {
				if kinds[k] != n {
					t.Errorf("%d modifications of type %s, want %d", kinds[k], k, n)
				}
			}
		})
	}
}
