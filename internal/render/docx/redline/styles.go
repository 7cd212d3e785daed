package redline

import (
	"bytes"
	"strconv"
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render/docx/stream"
)

// font is on every machine with Word; LibreOffice has Liberation Serif for it,
// of the same widths.
const font = "Times New Roman"

// fontTablePart names the font and what stands for it; none is embedded.
const fontTablePart = ooxml.Head + `<w:fonts ` + wordml.Namespace + `>` +
	`<w:font w:name="` + font + `"><w:altName w:val="Liberation Serif"/><w:charset w:val="00"/>` +
	`<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>`

// settingsPart keeps tracking on: what the next reader changes is marked too,
// under that reader's name.
const settingsPart = ooxml.Head + `<w:settings ` + wordml.Namespace + `>` +
	`<w:zoom w:percent="100"/><w:trackRevisions/><w:defaultTabStop w:val="567"/>` +
	`<w:characterSpacingControl w:val="doNotCompress"/>` +
	`<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>` +
	`</w:settings>`

// stylesPart is word/styles.xml. Headings are Word's own styles, so that the
// navigation pane and tables of contents know them. Sizes are half points: text has
// 12 points, headings from 15 down to 12. Points below a numbered paragraph are set
// in by 425 twentieths of a point (7.5 mm) a level.
func (d *document) stylesPart() []byte {
	var b wordml.Writer
	b.WriteString(ooxml.Head + `<w:styles ` + wordml.Namespace + `><w:docDefaults><w:rPrDefault><w:rPr>` +
		`<w:rFonts w:ascii="` + font + `" w:eastAsia="` + font + `" w:hAnsi="` + font + `" w:cs="` + font + `"/>` +
		`<w:sz w:val="24"/><w:szCs w:val="24"/>`)
	if d.newLang != "" {
		b.WriteString(`<w:lang w:val="` + d.newLang + `" w:eastAsia="` + d.newLang + `" w:bidi="` + d.newLang + `"/>`)
	}
	b.WriteString(`</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>`)
	s := styles{&b}
	b.WriteString(`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>` +
		`<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>`)
	s.paragraph("BodyText", "Body Text", `<w:jc w:val="both"/>`, "")
	s.paragraph("Title", "Title", `<w:keepNext/><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/><w:outlineLvl w:val="0"/>`,
		`<w:b/><w:bCs/><w:sz w:val="32"/><w:szCs w:val="32"/>`)
	for level := range stream.MaxLevel + 1 {
		n := strconv.Itoa(level + 1)
		s.paragraph("Heading"+n, "heading "+n,
			`<w:keepNext/><w:keepLines/><w:spacing w:before="`+strconv.Itoa(max(160, 320-40*level))+`" w:after="120"/><w:outlineLvl w:val="`+strconv.Itoa(level)+`"/>`,
			headingFont(level))
	}
	for n := range stream.MaxPoint {
		s.paragraph("Point"+strconv.Itoa(n+1), "Point "+strconv.Itoa(n+1),
			`<w:ind w:left="`+strconv.Itoa(425*(n+1))+`"/><w:jc w:val="both"/>`, "")
	}
	s.paragraph("ListBullet", "List Bullet", `<w:contextualSpacing/><w:jc w:val="both"/>`, "")
	s.paragraph("Header", "header", `<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`,
		`<w:sz w:val="18"/><w:szCs w:val="18"/>`)
	s.paragraph("Footer", "footer", `<w:tabs><w:tab w:val="right" w:pos="9071"/></w:tabs><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>`,
		`<w:sz w:val="18"/><w:szCs w:val="18"/>`)
	s.paragraph("Notice", "Notice", `<w:pBdr><w:top w:val="single" w:sz="8" w:space="4" w:color="auto"/><w:left w:val="single" w:sz="8" w:space="4" w:color="auto"/>`+
		`<w:bottom w:val="single" w:sz="8" w:space="4" w:color="auto"/><w:right w:val="single" w:sz="8" w:space="4" w:color="auto"/></w:pBdr>`+
		`<w:spacing w:before="120" w:after="120" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="20"/><w:szCs w:val="20"/>`)
	s.paragraph("CommentText", "annotation text", `<w:spacing w:after="60" w:line="240" w:lineRule="auto"/>`, `<w:sz w:val="20"/><w:szCs w:val="20"/>`)
	s.character("CommentReference", "annotation reference", `<w:sz w:val="16"/><w:szCs w:val="16"/>`)
	s.character("ClauseNumber", "Clause Number", "")
	b.WriteString(`</w:styles>`)
	return b.Bytes()
}

// headingFont makes headings smaller by level and leans the deep ones. level counts
// from 0: from 3 on the letters are as large as those of the text.
func headingFont(level int) string {
	size := strconv.Itoa(max(24, 30-2*level))
	face := `<w:b/><w:bCs/>`
	if level >= 4 {
		face += `<w:i/><w:iCs/>`
	}
	return face + `<w:sz w:val="` + size + `"/><w:szCs w:val="` + size + `"/>`
}

// paragraph writes a style of paragraphs, based on Normal. Headings are followed
// by plain text.
func (s styles) paragraph(id, name, paragraph, run string) {
	next := ""
	if strings.HasPrefix(name, "heading") || id == "Title" {
		next = "BodyText"
	}
	s.Style(wordml.Style{Kind: "paragraph", ID: id, Name: name, Based: "Normal", Next: next, Quick: true, Paragraph: paragraph, Run: run})
}

// character writes a style of characters.
func (s styles) character(id, name, run string) {
	s.Style(wordml.Style{Kind: "character", ID: id, Name: name, Based: "DefaultParagraphFont", Run: run})
}

// styles writes styles.
type styles struct{ *wordml.Writer }

// numberingPart is word/numbering.xml: a list for each bullet. Word's numbers count
// nothing here; those of clauses are text, as both revisions print them. Lists are
// numbered from 1, in the order in which the bullets came up; each has nine levels
// with the same bullet.
func (d *document) numberingPart() []byte {
	var b bytes.Buffer
	b.WriteString(ooxml.Head + `<w:numbering ` + wordml.Namespace + `>`)
	for i, bullet := range d.formats.Bullets {
		b.WriteString(`<w:abstractNum w:abstractNumId="` + strconv.Itoa(i) + `"><w:multiLevelType w:val="hybridMultilevel"/>`)
		for level := range stream.MaxLevel + 1 {
			b.WriteString(`<w:lvl w:ilvl="` + strconv.Itoa(level) + `"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="` +
				ooxml.Escape(bullet) + `"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="` + strconv.Itoa(425*(level+1)+284) + `" w:hanging="284"/></w:pPr></w:lvl>`)
		}
		b.WriteString(`</w:abstractNum>`)
	}
	for i := range d.formats.Bullets {
		b.WriteString(`<w:num w:numId="` + strconv.Itoa(i+1) + `"><w:abstractNumId w:val="` + strconv.Itoa(i) + `"/></w:num>`)
	}
	b.WriteString(`</w:numbering>`)
	return b.Bytes()
}
