package render

import (
	"encoding/xml"
	"strings"
	"time"
)

// The parts of the Word file beside its text (ECMA-376).
const (
	tableNamespaces = docxNamespace + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	officeRelation  = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	tableTypes      = xml.Header + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>` +
		`<Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>` +
		`<Override PartName="/word/header1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"/>` +
		`<Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/>` +
		`<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`
	tableRelations = docxRelationsHead + `<Relationship Id="rId1" Target="word/document.xml" Type="` + officeRelation + `officeDocument"/>` +
		`<Relationship Id="rId2" Target="docProps/core.xml" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/></Relationships>`
	tableDocumentRelations = docxRelationsHead + `<Relationship Id="rId1" Target="styles.xml" Type="` + officeRelation + `styles"/>` +
		`<Relationship Id="rId2" Target="header1.xml" Type="` + officeRelation + `header"/>` +
		`<Relationship Id="rId3" Target="footer1.xml" Type="` + officeRelation + `footer"/></Relationships>`
	tableSection = `<w:sectPr><w:headerReference w:type="default" r:id="rId2"/><w:footerReference w:type="default" r:id="rId3"/>` +
		`<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>` +
		`<w:pgMar w:top="1020" w:right="850" w:bottom="907" w:left="850" w:header="454" w:footer="397" w:gutter="0"/></w:sectPr></w:body></w:document>`
)

// styles are the document's styles, in the language of our own words.
func (d *tableDocument) styles() string {
	paragraph := func(id, name, based, paragraphs, runs string) string {
		if based != "" {
			based = `<w:basedOn w:val="` + based + `"/>`
		}
		return `<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/>` + based + `<w:qFormat/><w:pPr>` + paragraphs + `</w:pPr><w:rPr>` + runs + `</w:rPr></w:style>`
	}
	bold := `<w:b/><w:bCs/>`
	italic := `<w:i/><w:iCs/>`
	size := func(halves string) string { return `<w:sz w:val="` + halves + `"/><w:szCs w:val="` + halves + `"/>` }
	box := `<w:pBdr><w:top w:val="single" w:sz="12" w:space="3" w:color="auto"/><w:left w:val="single" w:sz="36" w:space="4" w:color="auto"/>` +
		`<w:bottom w:val="single" w:sz="12" w:space="3" w:color="auto"/><w:right w:val="single" w:sz="12" w:space="4" w:color="auto"/></w:pBdr>`
	return xml.Header + `<w:styles ` + docxNamespace + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman" w:eastAsia="Times New Roman"/>` + size("19") +
		`<w:lang w:val="` + wordLanguage(d.Language) + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="0"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>` +
		paragraph("Title", "Title", "Normal", `<w:keepNext/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`, bold+size("30")) +
		paragraph("Subtitle", "Subtitle", "Normal", `<w:keepNext/><w:spacing w:after="160"/><w:jc w:val="center"/>`, size("24")) +
		paragraph("Notice", "Notice", "Normal", `<w:keepNext/>`+box+`<w:spacing w:before="60" w:after="160"/><w:ind w:left="170" w:right="170"/>`, bold) +
		paragraph("Fact", "Fact", "Normal", `<w:spacing w:after="60"/>`, "") +
		paragraph("TableHeading", "Table Heading", "Normal", `<w:keepNext/><w:spacing w:before="40"/><w:jc w:val="center"/>`, bold) +
		paragraph("TableAbout", "Table About", "Normal", `<w:keepNext/><w:spacing w:after="40"/><w:jc w:val="center"/>`, size("17")) +
		paragraph("Cell", "Cell", "Normal", `<w:spacing w:before="20" w:after="50"/>`, "") +
		paragraph("CellHeading", "Cell Heading", "Cell", `<w:keepNext/>`, bold) +
		paragraph("CellItem", "Cell Item", "Cell", `<w:ind w:left="284" w:hanging="227"/>`, "") +
		paragraph("Said", "Said", "Cell", `<w:spacing w:before="80" w:after="80"/><w:jc w:val="center"/>`, italic) +
		paragraph("NoteLead", "Note Lead", "Cell", "", bold+size("17")) +
		paragraph("Note", "Note", "Cell", "", size("17")) +
		paragraph("Folded", "Folded", "Cell", "", italic+size("17")) +
		paragraph("Part", "Part", "Cell", `<w:keepNext/><w:jc w:val="center"/>`, bold) +
		paragraph("SourceHead", "Source Heading", "Normal", `<w:keepNext/><w:spacing w:before="200" w:after="40"/>`, bold) +
		paragraph("Source", "Source", "Normal", `<w:spacing w:after="30"/>`, size("17")) +
		paragraph("Header", "header", "Normal", `<w:jc w:val="center"/>`, bold+size("16")) +
		paragraph("Footer", "footer", "Normal", `<w:tabs><w:tab w:val="right" w:pos="`+itoa(textWidth)+`"/></w:tabs>`, size("16")) +
		`<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/></w:style>` +
		`<w:style w:type="table" w:styleId="Comparison"><w:name w:val="Comparison"/><w:tblPr><w:tblBorders>` +
		tableBorder("top") + tableBorder("left") + tableBorder("bottom") + tableBorder("right") + tableBorder("insideH") + tableBorder("insideV") +
		`</w:tblBorders><w:tblCellMar><w:left w:w="85" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`
}

func tableBorder(side string) string {
	return `<w:` + side + ` w:val="single" w:sz="4" w:space="0" w:color="555555"/>`
}

// header says on every page that a text is not in force.
func (d *tableDocument) header() string {
	return d.edge("w:hdr", "Header", d.Banner, "")
}

// footer counts the pages.
func (d *tableDocument) footer() string {
	name := d.Title
	if d.Subtitle != "" {
		name += ": " + d.Subtitle
	}
	return d.edge("w:ftr", "Footer", shorten(name), `<w:r><w:tab/></w:r>`+tableField("PAGE")+`<w:r><w:t xml:space="preserve"> / </w:t></w:r>`+tableField("NUMPAGES"))
}

func (d *tableDocument) edge(tag, style, text, more string) string {
	d.b.Reset()
	d.b.WriteString(xml.Header + `<` + tag + ` ` + docxNamespace + `>`)
	d.open(style)
	d.run(TableRun{Text: text}, "")
	d.b.WriteString(more)
	d.close()
	d.b.WriteString(`</` + tag + `>`)
	return d.b.String()
}

func tableField(name string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}

// coreProperties are title and date as every program shows them.
func coreProperties(t *Table) string {
	return xml.Header + `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"` +
		` xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">` +
		`<dc:title>` + xmlEscaped(strings.TrimSuffix(t.Title+": "+t.Subtitle, ": ")) + `</dc:title><dc:creator>conceptdiff</dc:creator><dc:language>` + t.Language + `</dc:language>` +
		`<dcterms:created xsi:type="dcterms:W3CDTF">` + fixedDay(t.Date) + `T00:00:00Z</dcterms:created></cp:coreProperties>`
}

// fixedDay is a date if it is one, else one that is always the same.
func fixedDay(iso string) string {
	if _, err := time.Parse(time.DateOnly, iso); err != nil {
		return "2000-01-01"
	}
	return iso
}
