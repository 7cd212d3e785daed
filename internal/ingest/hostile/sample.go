package hostile

import (
	"embed"
	"strings"
)

// office holds [SamplePage] as LibreOffice writes it in its formats.
//
//go:embed office
var office embed.FS

// ofOffice is the sample that LibreOffice wrote in that format.
func ofOffice(ext string) File {
	return File{"office." + ext, func() []byte {
		data, err := office.ReadFile("office/sample." + ext)
		if err != nil {
			panic(err) // it is embedded
		}
		return data
	}}
}

// Samples are ordinary files in every format, small, for [Mutate] to alter.
func Samples() []File {
	return []File{
		ofOffice("docx"), ofOffice("odt"), ofOffice("pdf"), ofOffice("rtf"),
		text("sample.txt", func() string { return sampleText }),
		text("sample.md", func() string {
			return "# Quarry rules\n\n## 1. Aims\n\nThe quarry stays *open* to all.[^1]\n\n- sand;\n  - fine;\n- gravel.\n\n| Stone | Price |\n|---|---|\n| slate | 4 |\n\n## 2. Means\n\n1. A scale.\n2. A cart, see [1](#a).\n\n[^1]: Since 1990.\n"
		}),
		text("sample.html", func() string { return SamplePage }),
		{"sample.docx", func() []byte { return zipped(sampleWord()...) }},
		{"sample.odt", func() []byte {
			return zipped(whole("mimetype", "application/vnd.oasis.opendocument.text"), whole("content.xml", sampleODF))
		}},
		text("sample.rtf", func() string {
			return `{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\listtable{\list\listid1{\listlevel\levelnfc0{\leveltext\'02\'00.;}{\levelnumbers\'01;}}}}{\*\listoverridetable{\listoverride\listid1\ls1}}\b Quarry rules\b0\par\ls1{\listtext 1.\tab}Aims\par The quarry stays open to all.{\footnote Since 1990.}\par\trowd\cellx9 slate\cell 4\cell\row\pard\ls1{\listtext 2.\tab}Means\par A scale \u1091?, a cart.\par}`
		}),
		text("sample.pdf", func() string {
			return portable("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
				"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
				deflated("", "BT /F 12 Tf 72 700 Td (1. Aims) Tj 0 -20 Td (The quarry stays open to all.) Tj 0 -20 Td (2. Means) Tj 0 -20 Td (A scale and a cart.) Tj ET"),
				"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
		}),
		text("sample.akn.xml", func() string {
			return `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a"><meta/><preface><p>Quarry rules</p></preface><body><section eId="s1"><num>1.</num><heading>Aims</heading><content><p>The quarry stays <b>open</b> to all.<authorialNote marker="1"><p>Since 1990.</p></authorialNote></p></content></section><section eId="s2"><num>2.</num><heading>Means</heading><list><point><num>(a)</num><content><p>a scale;</p></content></point></list></section></body></act></akomaNtoso>`
		}),
		text("sample.json", func() string {
			return `{"schema":"conceptdiff/revision/1","title":"Quarry rules","date":"1990-05-01","status":"draft","language":"en","components":[{"kind":"component","eid":"","children":[{"kind":"clause","eid":"1","num":"1.","heading":"Aims","text":"","notes":[{"kind":"footnote","mark":"1","text":"Since 1990."}],"children":[{"kind":"paragraph","eid":"1/p1","text":"The quarry stays open to all."}]},{"kind":"clause","eid":"2","num":"2.","heading":"Means","children":[]}]}]}`
		}),
	}
}

// sampleText is a short text with all that an outline knows: a title, headings,
// numbered points, letters, bullets and an annex.
const sampleText = "QUARRY RULES\n\n1. Aims\n\nThe quarry stays open to all.\n\n  1.1 It is swept on Mondays;\n  (a) with brooms;\n  (b) with water.\n\n2. Means\n\n• a scale;\n• a cart, see 1.1.\n\nAnnex 1\n\nPrices of stone\n"

// SamplePage is a page with most that a text can have, for other programs to make
// packages of.
var SamplePage = `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Quarry rules</title></head><body><h1>Quarry rules</h1>` +
	strings.Repeat(`<h2>Aims</h2><p>1.1. The quarry stays <b>open</b> to all.<sup>1</sup> It is <s>never</s> swept on Mondays.</p><ol><li>sand;<ol type="a"><li>fine;</li><li>coarse;</li></ol></li><li>gravel.</li></ol><ul><li>a scale</li><li>a cart</li></ul><table border="1"><tr><th>Stone</th><th>Price</th></tr><tr><td>slate</td><td colspan="2">4</td></tr></table>`, 3) +
	`<p><sup>1</sup> Since 1990.</p></body></html>`

// sampleWord is a Word package with a heading, a list of two levels, tracked changes,
// a footnote and a table.
func sampleWord() []part {
	item := func(level, s string) string {
		return `<w:p><w:pPr><w:pStyle w:val="L"/><w:numPr><w:ilvl w:val="` + level + `"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>` + s + `</w:t></w:r></w:p>`
	}
	return word(`<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>Quarry rules</w:t></w:r></w:p>`+
		item("0", "Aims")+item("1", "The quarry stays open.")+
		`<w:p><w:ins w:id="1" w:author="A"><w:r><w:t>It is swept.</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>Never.</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="1"/></w:r></w:p>`+
		item("0", "Means")+`<w:tbl><w:tr><w:tc><w:p><w:r><w:t>slate</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>4</w:t></w:r></w:p></w:tc></w:tr></w:tbl>`,
		"styles", `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style><w:style w:type="paragraph" w:styleId="L"><w:basedOn w:val="H"/></w:style>`,
		"numbering", `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`,
		"footnotes", `<w:footnote w:id="1"><w:p><w:r><w:t>Since 1990.</w:t></w:r></w:p></w:footnote>`)
}

// sampleODF is the content of an OpenDocument text with the same.
const sampleODF = "<office:document-content " + odfNS + `><office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" style:num-format="a" text:display-levels="2" style:num-suffix=")"/></text:list-style><style:style style:name="P" style:family="paragraph" style:parent-style-name="Q"/></office:automatic-styles><office:body><office:text><text:h text:outline-level="1">Quarry rules</text:h><text:list text:style-name="L"><text:list-item text:start-value="1"><text:p text:style-name="P">Aims</text:p><text:list><text:list-item><text:p>The quarry<text:s text:c="3"/>stays open.</text:p></text:list-item></text:list></text:list-item></text:list><text:p>It is swept.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Since 1990.</text:p></text:note-body></text:note></text:p><table:table><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"><text:p>slate</text:p></table:table-cell></table:table-row></table:table></office:text></office:body></office:document-content>`
