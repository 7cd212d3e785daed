package redline

import (
	"bytes"
	"strings"
	"testing"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/wordtest"
)

// evil is what a text can hold to break out of XML, to act in a word processor,
// or to be refused by one.
const evil = evilLine + "\x0b\u0085\u2028"

// evilLine is the same without line breaks, which the text of a provision does
// not hold.
const evilLine = `</w:t></w:r><w:p/> "'&amp;]]> <!-- ` + "\x00\x01\x1b\x7f\u202egnol\u202c\ufeff\ufff9\uffff\ufdd0 \xff\xed\xa0\x80 a\tb"

func hostileRevision(label, more string) *revision.Revision {
	rev := &revision.Revision{
		Meta: revision.Meta{
			Label: label + evil, Title: evil, Date: evil, Status: revision.Draft, Language: `en"><w:p/>`, Citation: evil, Note: evil,
			Source: revision.Source{Name: evil, SHA256: evil},
		},
		Components: []*revision.Provision{{
			Kind: revision.KindComponent, Heading: evilLine + more,
			Children: []*revision.Provision{
				{Kind: revision.KindClause, Num: `1"><` + "\x02", Heading: evilLine, Text: evilLine + more, Children: []*revision.Provision{
					{Kind: revision.KindParagraph, Text: more + evilLine},
					{Kind: revision.KindItem, Num: "\x03", Text: evilLine + more},
					{Kind: revision.KindItem, Num: `<&`, Text: evilLine},
				}},
				{Kind: revision.KindClause, Num: "2.", Text: more + " stands alone " + evilLine},
			},
		}},
	}
	revision.AssignEIDs(rev.Components)
	return rev
}

func hostilePair(t *testing.T) pair {
	t.Helper()
	src := &claim.Source{Key: evil, Publisher: evil, Title: evil, Date: evil}
	src.Claims = []*claim.Claim{{Key: evil, Source: src, Speaker: evil, Role: evil, Date: evil, Says: claim.Fulfilled, Quote: evil, Cites: []string{"2"}}}
	return mustPair(t, hostileRevision("old", "then"), hostileRevision("new", "now"), src)
}

// Hostile text stays text: the file keeps its structure and the law holds for
// the text with what cannot be in it replaced.
func TestHostileText(t *testing.T) {
	p := hostilePair(t)
	wordtest.CheckStructure(t, p.docx)
	checkLaw(t, p)
	parts, names, err := wordtest.ReadParts(p.docx)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		for _, r := range string(parts[name]) {
			if c := string(r); r != '\n' && ooxml.Clean(c) != c {
				t.Errorf("%s holds %U", name, r)
			}
		}
	}
	if !strings.Contains(string(parts["word/comments.xml"]), "␛") {
		t.Error("a control character is not shown by its picture")
	}
}

func TestHostileOptions(t *testing.T) {
	p := hostilePair(t)
	var b bytes.Buffer
	if err := Redline(&b, p.report, render.Options{Author: evil, Date: evil}); err != nil {
		t.Fatal(err)
	}
	wordtest.CheckStructure(t, b.Bytes())
	parts, _, err := wordtest.ReadParts(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	doc := wordtest.MustParse(t, parts["word/document.xml"])
	doc.Walk(func(n *wordtest.Node) {
		if n.XMLName.Local == "ins" && (n.Attr("author") != ooxml.Clean(evil) || len(n.Attr("date")) != len("2000-01-01T00:00:00Z")) {
			t.Fatalf("by %q on %q", n.Attr("author"), n.Attr("date"))
		}
	})
}
