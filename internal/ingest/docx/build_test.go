package docx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/zipdoc"
)

const ns = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

// parts of a test document by the names that Word gives them, without "word/"
// and ".xml"; "document" holds the body's content.
type testParts map[string]string

func (p testParts) file(t testing.TB) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(content)); err != nil {
			t.Fatal(err)
		}
	}
	types, rels := "", ""
	for _, name := range []string{"document", "styles", "numbering", "footnotes", "endnotes", "comments", "header", "footer"} {
		content, ok := p[name]
		if !ok {
			continue
		}
		kind, element := name, name
		switch name {
		case "document":
			kind, content = "document.main", "<w:body>"+content+"</w:body>"
		case "header":
			element = "hdr"
		case "footer":
			element = "ftr"
		}
		add("word/"+name+".xml", fmt.Sprintf("<w:%s %s>%s</w:%s>", element, ns, content, element))
		types += fmt.Sprintf(`<Override PartName="/word/%s.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.%s+xml"/>`, name, kind)
		if name != "document" {
			rels += fmt.Sprintf(`<Relationship Id="r%s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%s" Target="%s.xml"/>`, name, name, name)
		}
	}
	const relNS = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`
	add("[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+types+`</Types>`)
	add("_rels/.rels", relNS+`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`)
	add("word/_rels/document.xml.rels", relNS+rels+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func (p testParts) read(t testing.TB, changes flow.Changes) (*flow.Document, error) {
	t.Helper()
	return p.readWith(t, flow.Options{Changes: changes})
}

func (p testParts) readWith(t testing.TB, opts flow.Options) (*flow.Document, error) {
	t.Helper()
	f, err := zipdoc.Open(p.file(t))
	if err != nil {
		t.Fatal(err)
	}
	if !Is(f) {
		t.Fatal("not known as a Word document")
	}
	return Read(f, opts)
}

// blocks reads a document and shows each block on a line: its level if it is a
// heading, its number, its text and its notes.
func (p testParts) blocks(t testing.TB, changes flow.Changes) string {
	t.Helper()
	doc, err := p.read(t, changes)
	if err != nil {
		return "error: " + err.Error()
	}
	var out []string
	for _, b := range doc.Blocks {
		s := ""
		if b.Level > 0 {
			s = strings.Repeat("#", b.Level) + " "
		}
		if b.Row {
			s += "row "
		}
		if b.Num != "" {
			s += "[" + b.Num + "] "
		}
		s += b.Text
		for _, n := range b.Notes {
			s += fmt.Sprintf(" {%s %s%s: %s}", n.Kind, n.Mark, n.Author, n.Text)
		}
		out = append(out, s)
	}
	return strings.Join(out, "\n")
}

// para is a paragraph of one run; props are its properties.
func para(text, props string) string {
	return `<w:p><w:pPr>` + props + `</w:pPr><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p>`
}

func numbered(text string, num, level int) string {
	return para(text, fmt.Sprintf(`<w:numPr><w:ilvl w:val="%d"/><w:numId w:val="%d"/></w:numPr>`, level, num))
}
