package ingest

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// A table in a clause whose number the format counts ends nothing: its rows belong to
// the clause, and the numbers go on after it.
func TestTableInNumberedClause(t *testing.T) {
	const (
		table = "<table><tr><td>Boat</td><td>Fare</td></tr><tr><td>Barge</td><td>5</td></tr></table>"
		fares = "The ferryman takes these fares:"
		bell  = "The ferryman rings the bell."
	)
	page := func(body string) string { return "<html><body><p>Ferry rules</p>" + body + "</body></html>" }
	for _, tt := range []struct{ name, file, text string }{
		{"HTML: in the item", "a.html", page("<ol><li>" + fares + table + "</li><li>" + bell + "</li></ol>")},
		{"HTML: between two lists", "a.html", page("<ol><li>" + fares + "</li></ol>" + table + "<ol start=2><li>" + bell + "</li></ol>")},
		{"HTML: typed numbers", "a.html", page("<p>1. " + fares + "</p>" + table + "<p>2. " + bell + "</p>")},
		{"Word", "a.docx", wordFile(wordRow("Boat", "Fare")+wordRow("Barge", "5"), fares, bell)},
		{"ODT", "a.odt", textFile(textRow("Boat", "Fare")+textRow("Barge", "5"), fares, bell)},
		{"RTF", "a.rtf", `{\rtf1\ansi Ferry rules\par{\listtext\pard\plain 1.\tab}\ls1 ` + fares + `\par` +
			`\trowd\cellx1\cellx2\pard\intbl Boat\cell Fare\cell\row\trowd\cellx1\cellx2\pard\intbl Barge\cell 5\cell\row` +
			`\pard{\listtext\pard\plain 2.\tab}\ls1 ` + bell + `\par}`},
	} {
		got, res := addresses(t, tt.file, tt.text)
		if got != "preface=Ferry rules | 1 | 2" {
			t.Errorf("%s: %s", tt.name, got)
		}
		r := &revision.Revision{Components: res.Components}
		if p := r.Find("1"); p == nil || !strings.Contains(visible(printed([]*revision.Provision{p})), "Boat|FareBarge|5") {
			t.Errorf("%s: the rows are not of clause 1: %+v", tt.name, p)
		}
	}
}

// wordFile is a Word document of a line, a table and a clause on either side of it
// that Word counts.
func wordFile(rows, before, behind string) string {
	const space = ` xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	clause := func(s string) string {
		return `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	return zipOf(
		"[Content_Types].xml", `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`+
			`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
		"_rels/.rels", relations(`officeDocument" Target="word/document.xml`),
		"word/_rels/document.xml.rels", relations(`numbering" Target="numbering.xml`),
		"word/numbering.xml", `<w:numbering`+space+`><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>`+
			`<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
		"word/document.xml", `<w:document`+space+`><w:body><w:p><w:r><w:t>Ferry rules</w:t></w:r></w:p>`+clause(before)+`<w:tbl>`+rows+`</w:tbl>`+clause(behind)+`</w:body></w:document>`,
	)
}

func relations(one string) string {
	return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/` + one + `"/></Relationships>`
}

func wordRow(cells ...string) string {
	out := "<w:tr>"
	for _, c := range cells {
		out += "<w:tc><w:p><w:r><w:t>" + c + "</w:t></w:r></w:p></w:tc>"
	}
	return out + "</w:tr>"
}

// textFile is the same as an OpenDocument text: the list goes on behind the table.
func textFile(rows, before, behind string) string {
	list := func(attr, s string) string {
		return `<text:list text:style-name="L"` + attr + `><text:list-item><text:p>` + s + `</text:p></text:list-item></text:list>`
	}
	return zipOf(
		"mimetype", "application/vnd.oasis.opendocument.text",
		"content.xml", `<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"`+
			` xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:automatic-styles>`+
			`<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style></office:automatic-styles>`+
			`<office:body><office:text><text:p>Ferry rules</text:p>`+list(` xml:id="l1"`, before)+`<table:table>`+rows+`</table:table>`+list(` text:continue-numbering="true"`, behind)+
			`</office:text></office:body></office:document-content>`,
	)
}

func textRow(cells ...string) string {
	out := "<table:table-row>"
	for _, c := range cells {
		out += "<table:table-cell><text:p>" + c + "</text:p></table:table-cell>"
	}
	return out + "</table:table-row>"
}

// zipOf packs names and contents, in turn.
func zipOf(parts ...string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(parts); i += 2 {
		w, err := z.Create(parts[i])
		if err != nil {
			panic(err)
		}
		if _, err := w.Write([]byte(parts[i+1])); err != nil {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}
