package office

import (
	"strconv"
	"strings"
	"time"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/table"
)

// tableSection is the page: A4 across, with a header and a footer.
const tableSection = `<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/>` +
	`<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>` +
	`<w:pgMar w:top="1020" w:right="850" w:bottom="907" w:left="850" w:header="454" w:footer="397" w:gutter="0"/></w:sectPr></w:body></w:document>`

// styles are the document's styles, in the language of our own words. Each row is a
// style: id, name, the style it is based on, properties of the paragraph and of the
// run. Sizes are half points: the text has 9.5, notes 8.5.
func (d *tableDocument) styles() []byte {
	const bold, italic = wordml.Bold, wordml.Italic
	size := wordml.Size
	box := `<w:pBdr><w:top w:val="single" w:sz="12" w:space="3" w:color="auto"/><w:left w:val="single" w:sz="36" w:space="4" w:color="auto"/>` +
		`<w:bottom w:val="single" w:sz="12" w:space="3" w:color="auto"/><w:right w:val="single" w:sz="12" w:space="4" w:color="auto"/></w:pBdr>`
	var b wordml.Writer
	b.WriteString(ooxml.Head + `<w:styles ` + wordml.Namespace + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>` + size("19") +
		`<w:lang w:val="` + wordml.Language(d.Language) + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		wordml.Normal)
	for _, s := range [...][5]string{
		{"Title", "Title", "Normal", `<w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, bold + size("30")},
		{"Subtitle", "Subtitle", "Normal", `<w:keepNext/><w:spacing w:after="160"/><w:jc w:val="center"/>`, size("24")},
		{"Notice", "Notice", "Normal", `<w:keepNext/>` + box + `<w:spacing w:before="60" w:after="160"/><w:ind w:left="170" w:right="170"/>`, bold},
		{"Fact", "Fact", "Normal", `<w:spacing w:after="60"/>`, ""},
		{"TableHeading", "Table Heading", "Normal", `<w:keepNext/><w:spacing w:before="40"/><w:jc w:val="center"/>`, bold},
		{"TableAbout", "Table About", "Normal", `<w:keepNext/><w:spacing w:after="40"/><w:jc w:val="center"/>`, size("17")},
		{"Cell", "Cell", "Normal", `<w:spacing w:before="20" w:after="50"/>`, ""},
		{"CellHeading", "Cell Heading", "Cell", `<w:keepNext/>`, bold},
		{"CellItem", "Cell Item", "Cell", `<w:ind w:left="284" w:hanging="227"/>`, ""},
		{"Said", "Said", "Cell", `<w:spacing w:before="80" w:after="80"/><w:jc w:val="center"/>`, italic},
		{"NoteLead", "Note Lead", "Cell", "", bold + size("17")},
		{"Note", "Note", "Cell", "", size("17")},
		{"Folded", "Folded", "Cell", "", italic + size("17")},
		{"Part", "Part", "Cell", `<w:keepNext/><w:jc w:val="center"/>`, bold},
		{"SourceHead", "Source Heading", "Normal", `<w:keepNext/><w:spacing w:before="200" w:after="40"/>`, bold},
		{"Source", "Source", "Normal", `<w:spacing w:after="30"/>`, size("17")},
		{"Header", "header", "Normal", `<w:jc w:val="center"/>`, bold + size("16")},
		{"Footer", "footer", "Normal", `<w:tabs><w:tab w:val="right" w:pos="` + strconv.Itoa(textWidth) + `"/></w:tabs>`, size("16")},
	} {
		b.Style(wordml.Style{Kind: "paragraph", ID: s[0], Name: s[1], Based: s[2], Quick: true, Paragraph: s[3], Run: s[4]})
	}
	b.WriteString(`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>` +
		`<w:style w:type="table" w:styleId="Comparison"><w:name w:val="Comparison"/><w:tblPr>` + wordml.Borders(`w:val="single" w:sz="4" w:space="0" w:color="555555"`) +
		`<w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`)
	return b.Bytes()
}

// header says on every page that a text is not in force. Without a banner it is an
// empty line.
func (d *tableDocument) header() []byte {
	b := edge("w:hdr", "Header", d.Banner)
	b.Close()
	b.WriteString(`</w:hdr>`)
	return b.Bytes()
}

// footer names the document, cut to a line, and counts the pages: the page and how
// many there are, both as fields that Word fills in.
func (d *tableDocument) footer() []byte {
	name := d.Table.Title
	if d.Subtitle != "" {
		name += ": " + d.Subtitle
	}
	b := edge("w:ftr", "Footer", phrase.Shorten(name))
	b.WriteString(`<w:r><w:tab/></w:r>`)
	b.Field("PAGE")
	b.Run("", " / ")
	b.Field("NUMPAGES")
	b.Close()
	b.WriteString(`</w:ftr>`)
	return b.Bytes()
}

// edge begins a header or footer and its paragraph; the caller ends both.
func edge(tag, style, text string) *wordml.Writer {
	var b wordml.Writer
	b.WriteString(ooxml.Head + `<` + tag + ` ` + wordml.Namespace + `>`)
	b.Open(style)
	b.Run("", text)
	return &b
}

// CoreProperties are title and date as every program shows them, for Word files and
// workbooks. The day of the file is that of the table and not today's, so that the
// same table gives the same bytes.
func CoreProperties(t *table.Table) ooxml.Part {
	core := ooxml.Core{
		Title: strings.TrimSuffix(t.Title+": "+t.Subtitle, ": "), Creator: "conceptdiff", Language: t.Language, Created: fixedDay(t.Date),
	}
	return core.Part()
}

// fixedDay is a date if it is one, else one that is always the same.
func fixedDay(iso string) string {
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		return "2000-01-01"
	}
	return iso
}
