package document_test

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/ingest"
	"conceptdiff/internal/ingest/zipdoc"
	"conceptdiff/internal/render/document"
	"conceptdiff/internal/revision"
)

// What the other formats write of a real text is read as that text: the same
// clauses, headings and paragraphs. Bullets are a page's own.
func TestRealTextThroughOtherFormats(t *testing.T) {
	r := readReal(t, "2007/concept-2007.txt")
	for _, f := range []struct {
		name  string
		write func(io.Writer, *revision.Revision) error
	}{{"txt", document.Text}, {"html", document.HTML}, {"docx", document.DOCX}} {
		var b bytes.Buffer
		if err := f.write(&b, r); err != nil {
			t.Fatal(err)
		}
		got, err := ingest.Read("x."+f.name, b.Bytes())
		if err != nil {
			t.Fatalf("%s: %v", f.name, err)
		}
		if diff := cmp.Diff(lines(r.Components), lines(got.Components)); diff != "" {
			t.Errorf("%s (-written +read):\n%s", f.name, diff)
		}
	}
}

func lines(components []*revision.Provision) []string {
	var out []string
	for _, c := range components {
		c.Walk(func(p *revision.Provision) bool {
			num := p.Num
			if p.Kind == revision.KindItem {
				num = ""
			}
			out = append(out, strings.Join([]string{string(p.Kind), p.Address(), num, p.Heading, p.Text}, "|"))
			return true
		})
	}
	return out
}

// A text can hold anything: it never becomes mark-up, and the XML stays XML.
func TestTextIsNeverMarkup(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := drawRevision(t)
		var page, doc bytes.Buffer
		if err := document.HTML(&page, r); err != nil {
			t.Fatal(err)
		}
		for _, s := range []string{"<b>", "</p>]", "<!--", "\x01", "\x1b"} {
			if strings.Contains(page.String(), s) {
				t.Fatalf("the page holds %q", s)
			}
		}
		if err := document.DOCX(&doc, r); err != nil {
			t.Fatal(err)
		}
		f, err := zipdoc.Open(doc.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range f.Names() {
			part, err := f.Bytes(name)
			if err != nil {
				t.Fatal(err)
			}
			for d := xml.NewDecoder(bytes.NewReader(part)); ; {
				if _, err := d.Token(); err == io.EOF {
					break
				} else if err != nil {
					t.Fatalf("%s: %v", name, err)
				}
			}
		}
	})
}

// The names that a file gave its provisions are for programs: no page shows them
// as notes.
func TestPageShowsNoNames(t *testing.T) {
	r := &revision.Revision{Components: []*revision.Provision{{Kind: revision.KindComponent, Children: []*revision.Provision{{
		Kind: revision.KindClause, Num: "1.", Text: "Text.", EID: "1", Notes: []revision.Note{
			{Kind: revision.NoteEID, Text: "art_1__own"}, {Kind: revision.NoteWID, Text: "wid_1"}, {Kind: revision.NoteFootnote, Text: "a footnote"},
		},
	}}}}}
	var page bytes.Buffer
	if err := document.HTML(&page, r); err != nil {
		t.Fatal(err)
	}
	if s := page.String(); strings.Contains(s, "art_1__own") || strings.Contains(s, "wid_1") || !strings.Contains(s, "a footnote") {
		t.Errorf("notes of the page: %s", s)
	}
}
