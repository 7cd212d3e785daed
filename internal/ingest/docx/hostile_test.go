package docx

import (
	"archive/zip"
	"bytes"
	"runtime"
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
	"conceptdiff/internal/ingest/zipdoc"
)

// Files that were made to do harm, or that are broken, are refused in words.
func TestHostile(t *testing.T) {
	head := `<?xml version="1.0"?>`
	for _, tt := range []struct{ name, part, content, want string }{
		{"a bomb", "word/document.xml", "<w:document " + ns + "><w:body><w:p><w:r><w:t>" + strings.Repeat(" ", zipdoc.MaxPart+1), "4 MB of characters between two tags"},
		{"a bomb of elements", "word/document.xml", "<w:document " + ns + "><w:body>" + strings.Repeat("<w:p/>", xmltree.MaxNodes+1), "more than 1500000 elements"},
		{
			"a bomb of entities", "word/document.xml",
			head + `<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><w:document ` + ns + `><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>`,
			"uses an entity",
		},
		{
			"an entity from elsewhere", "word/document.xml",
			head + `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document ` + ns + `><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`,
			"uses an entity",
		},
		{"nesting", "word/document.xml", "<w:document " + ns + "><w:body>" + strings.Repeat("<w:sdt><w:sdtContent>", 10_000), "nested deeper than 500"},
		{"no document", "word/other.xml", "<x/>", "no word/document.xml"},
		{"no body", "word/document.xml", "<w:document " + ns + "/>", "has no body"},
		{"no text", "word/document.xml", "<w:document " + ns + "><w:body><w:p/></w:body></w:document>", "holds no text"},
		{"cut short", "word/document.xml", "<w:document " + ns + "><w:body><w:p>", "is damaged"},
		{"not XML", "word/document.xml", "PNG\x00\x01", "damaged"},
		{"a path", "../../word/document.xml", "<w:document " + ns + "><w:body/></w:document>", "no word/document.xml"},
	} {
		var b bytes.Buffer
		z := zip.NewWriter(&b)
		w, err := z.Create(tt.part)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(tt.content)); err != nil {
			t.Fatal(err)
		}
		if err := z.Close(); err != nil {
			t.Fatal(err)
		}
		f, err := zipdoc.Open(b.Bytes())
		if err != nil {
			t.Fatal(err)
		}
		var before, after runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&before)
		if _, err = Read(f, flow.Options{}); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
		runtime.ReadMemStats(&after)
		if used := (after.TotalAlloc - before.TotalAlloc) >> 20; used > 500 {
			t.Errorf("%s: %d MB allocated", tt.name, used)
		}
	}
}

// A field that is never closed does not take the rest of the text with it.
func TestOpenField(t *testing.T) {
	parts := testParts{"document": p(word("a ")+run(`<w:fldChar w:fldCharType="begin"/>`)+run(`<w:instrText>PAGE</w:instrText>`)) + p(word("b"))}
	if got := parts.blocks(t, ""); got != "a\nb" {
		t.Errorf("read as %q", got)
	}
	doc, err := parts.read(t, "")
	if err != nil || len(doc.Warnings) != 1 {
		t.Errorf("warnings %v, %v", doc.Warnings, err)
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		p(word("x")), numbered("x", 1, 2), para("x", `<w:pStyle w:val="A"/>`), p(fieldCode("TOC", word("x"))),
		`<w:tbl><w:tr><w:tc>` + p(word("a")) + `</w:tc><w:tc><w:tbl/></w:tc></w:tr></w:tbl>`,
		p(`<w:ins>`+word("a")+`</w:ins><w:del>`+run(`<w:delText>b</w:delText>`)+`</w:del>`) + `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></w:p>`,
		p(run(`<w:footnoteReference w:id="1"/><w:sym w:char="F0B7"/><w:br/><w:drawing><w:txbxContent>` + p(word("b")) + `</w:txbxContent></w:drawing>`)),
	} {
		f.Add(s, abstract(0, decimal3...)+num(1, 0, startAt(0, 3)), `<w:style w:styleId="A"><w:basedOn w:val="A"/></w:style>`, false)
	}
	f.Fuzz(func(t *testing.T, body, numbering, styles string, reject bool) {
		state := flow.AcceptChanges
		if reject {
			state = flow.RejectChanges
		}
		parts := testParts{"document": body, "numbering": numbering, "styles": styles, "footnotes": `<w:footnote w:id="1">` + body + `</w:footnote>`}
		doc, err := parts.read(t, state)
		if err != nil {
			return
		}
		for _, b := range doc.Blocks {
			if b.Text == "" && b.Num == "" && !b.Struck && len(b.Notes) == 0 {
				t.Fatalf("an empty block at %v", b.Place)
			}
			if b.Indent < 0 || b.Level < 0 || b.Level > 9 || b.Depth < 0 {
				t.Fatalf("%+v", b)
			}
		}
	})
}

// BenchmarkRead reads a document of about 300 pages: 6,000 paragraphs of 80
// words, a fourth of them numbered.
func BenchmarkRead(b *testing.B) {
	var body strings.Builder
	text := strings.Repeat("security of the state ", 20)
	for i := range 6000 {
		if i%4 == 0 {
			body.WriteString(numbered(text, 1, i/4%3))
		} else {
			body.WriteString(p(word(text[:100]) + word(text[100:200]) + word(text[200:])))
		}
	}
	data := testParts{"document": body.String(), "numbering": abstract(0, decimal3...) + num(1, 0)}.file(b)
	b.ReportAllocs()
	for b.Loop() {
		f, err := zipdoc.Open(data)
		if err != nil {
			b.Fatal(err)
		}
		if _, err := Read(f, flow.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
