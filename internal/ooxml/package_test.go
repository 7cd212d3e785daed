package ooxml

import (
	"bytes"
	"errors"
	"strings"
	"testing"
)

// sample is a package of a main part, two parts beside it and its properties.
func sample() *Package {
	core := Core{Title: `"A" & <b>`, Creator: "nobody", Created: "2000-01-01"}
	return &Package{
		Main: Part{Name: "word/document.xml", Type: "text/main", Data: []byte("<main/>")},
		Parts: []Part{
			{Name: "word/styles.xml", Type: "text/styles", Relation: OfficeRelation + "styles", Data: []byte("<styles/>")},
			{Name: "media/picture.xml", Type: "text/picture", Relation: OfficeRelation + "image", Data: []byte("<picture/>")},
		},
		Properties: []Part{core.Part(), AppPart("conceptdiff"), CustomPart([]Property{{"Old label", "«2007»"}})},
	}
}

func written1(t *testing.T, p *Package) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// What was written is found again by its relationships, and the same parts give
// the same bytes.
func TestPackage(t *testing.T) {
	data := written1(t, sample())
	if !bytes.Equal(data, written1(t, sample())) {
		t.Error("the same parts give other bytes")
	}
	p, err := Open(data)
	if err != nil {
		t.Fatal(err)
	}
	if p.Main != "word/document.xml" || p.Strict {
		t.Errorf("the main part is %q, strict %t", p.Main, p.Strict)
	}
	for kind, want := range map[string]string{"styles": "word/styles.xml", "image": ""} {
		if r := p.Choose(p.Relations, kind); r == nil || want != "" && r.Target != want {
			t.Errorf("%s: %+v, want %s", kind, r, want)
		}
	}
	for _, part := range []string{"word/styles.xml", "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"} {
		text, err := p.Read(part)
		if err != nil || text == nil {
			t.Errorf("%s: %q %v", part, text, err)
		}
		if _, err := Scan(text); err != nil {
			t.Errorf("%s: %v", part, err)
		}
	}
}

// Parts that did not change stay the same to the byte; new ones are declared.
func TestOpenedWrite(t *testing.T) {
	before := written1(t, sample())
	p, err := Open(before)
	if err != nil {
		t.Fatal(err)
	}
	p.Set("WORD/styles.xml", []byte("<other/>"))
	if err := p.AddPart(Part{Name: p.Free("word/comments"), Type: "text/comments", Data: []byte("<comments/>")}, "comments", "styles"); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := p.Write(&b); err != nil {
		t.Fatal(err)
	}
	after, err := Open(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	for part, want := range map[string]string{"word/document.xml": "<main/>", "word/styles.xml": "<other/>", "word/comments.xml": "<comments/>"} {
		if got, err := after.Read(part); string(got) != want || err != nil {
			t.Errorf("%s holds %q, want %q (%v)", part, got, want, err)
		}
	}
	r := after.Choose(after.Relations, "comments")
	if r == nil || r.Target != "word/comments.xml" || r.ID != "styles_" {
		t.Errorf("the comments: %+v", r)
	}
	types, _ := after.Read(TypesPart)
	if !strings.Contains(string(types), `PartName="/word/comments.xml" ContentType="text/comments"`) {
		t.Errorf("the comments have no type:\n%s", types)
	}
}

func TestOpenRefuses(t *testing.T) {
	for name, data := range map[string][]byte{"text": []byte("text"), "nothing": nil, "no main part": written1(t, &Package{})} {
		if _, err := Open(data); name != "no main part" && !errors.Is(err, ErrNoPackage) || err == nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestScanRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing": "", "no XML": "text", "cut short": "<a><b>", "wrong order": "<a><b></a></b>", "two roots": "<a/><b/>",
		"too deep": strings.Repeat("<a>", maxNesting+2) + strings.Repeat("</a>", maxNesting+2), "an end alone": "</a>",
	} {
		if _, err := Scan([]byte(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	e, err := Scan([]byte(`<a x:b="1"><c>t &amp; u</c><d/></a>`))
	if err != nil {
		t.Fatal(err)
	}
	if e.Attr("x:b") != "1" || e.Child("c").Text([]byte(`<a x:b="1"><c>t &amp; u</c><d/></a>`)) != "t & u" || e.Path("c", "d") != nil || e.Child("d").From != e.Child("d").End {
		t.Errorf("%+v", e)
	}
}
