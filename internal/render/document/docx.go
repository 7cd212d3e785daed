package document

import (
	"io"
	"strconv"
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/revision"
)

// DOCX writes the revision as a Word document: headings in Word's styles, numbers and
// bullets as text, exactly as printed, footnotes as footnotes and what else stands
// beside the text as comments. Numbers are text and not a list of Word's, since Word
// would count them anew, and a number that was printed wrong must stay as it is. The
// error is that of w.
func DOCX(w io.Writer, r *revision.Revision) error {
	d := &docxWriter{}
	for _, c := range r.Components {
		d.provision(c, 0)
	}
	p := d.pack(r)
	return p.Write(w)
}

// docxWriter collects the text, the footnotes and the comments, each as XML. notes
// counts the notes met so far: their ids run from 1 on, as -1 and 0 are the
// separators'.
type docxWriter struct {
	body, footnotes, comments strings.Builder
	notes                     int
}

// provision writes a provision and what stands below it, headings by their level. The
// style is that of the first line; what follows a heading is plain. A number stands
// before a tab, unless it is all that the line has. Word has nine levels of headings,
// of which six are used, as in the other formats.
func (d *docxWriter) provision(p *revision.Provision, level int) {
	style := ""
	switch {
	case p.Kind == revision.KindComponent:
		style = "Title"
	case p.Kind == revision.KindItem:
		style = "ListParagraph"
	case p.Heading != "":
		style = "Heading" + strconv.Itoa(min(max(level, 1), 6))
	}
	for i, s := range lines(p) {
		if i > 0 {
			style = ""
		}
		d.body.WriteString("<w:p>")
		if style != "" {
			d.body.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
		}
		if i == 0 && p.Num != "" && s != p.Num {
			d.run(p.Num)
			d.body.WriteString("<w:r><w:tab/></w:r>")
			s = strings.TrimPrefix(s, p.Num+" ")
		}
		d.run(s)
		if i == 0 {
			d.beside(p.Notes)
		}
		d.body.WriteString("</w:p>\n")
	}
	for _, c := range p.Children {
		d.provision(c, level+1)
	}
}

// run writes characters; those of symbol fonts name the font that has them. Word
// keeps the signs of its symbol fonts in the private area from U+F000 on; without the
// font a box is seen. Only a text that is one such sign, as a bullet is, is looked for.
func (d *docxWriter) run(s string) {
	font := ""
	if r := []rune(s); len(r) == 1 && r[0] >= 0xf000 && r[0] <= 0xf0ff {
		font = `<w:rPr><w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings" w:cs="Wingdings" w:hint="default"/></w:rPr>`
	}
	d.body.WriteString("<w:r>" + font + `<w:t xml:space="preserve">` + wordText(s) + "</w:t></w:r>")
}

// wordText escapes characters. Control characters stand as their pictures (U+2400 and
// what follows), what else XML cannot hold as U+FFFD: Word refuses a file with any of
// them.
func wordText(s string) string {
	return xmlText(strings.Map(func(r rune) rune {
		switch {
		case r < ' ' && !inXML(r):
			return 0x2400 + r
		case !inXML(r):
			return 0xfffd
		}
		return r
	}, s))
}

// beside writes notes at the end of a paragraph: footnotes as such, others as comments,
// by their author or kind. Names for programs are left out.
func (d *docxWriter) beside(notes []revision.Note) {
	for _, n := range notes {
		d.notes++
		id := strconv.Itoa(d.notes)
		switch n.Kind {
		case revision.NoteEID, revision.NoteWID:
		case revision.NoteFootnote:
			d.body.WriteString(`<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="` + id + `"/></w:r>`)
			d.footnotes.WriteString(`<w:footnote w:id="` + id + `"><w:p><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>` +
				`<w:r><w:t xml:space="preserve"> ` + wordText(n.Text) + `</w:t></w:r></w:p></w:footnote>`)
		default:
			author := n.Author
			if author == "" {
				author = string(n.Kind)
			}
			d.body.WriteString(`<w:r><w:commentReference w:id="` + id + `"/></w:r>`)
			d.comments.WriteString(`<w:comment w:id="` + id + `" w:author="` + xmlAttr(author) + `"><w:p><w:r><w:t xml:space="preserve">` +
				wordText(n.Text) + `</w:t></w:r></w:p></w:comment>`)
		}
	}
}

// pack puts the parts together: the document on A4, the styles, and footnotes and
// comments where there are any. Measures of pages are twentieths of a point: 1134 is
// 2 cm. Word wants the two separators where there are footnotes (ECMA-376, 17.11).
func (d *docxWriter) pack(r *revision.Revision) ooxml.Package {
	root := func(element, content string) []byte {
		return []byte(ooxml.Head + "<w:" + element + ` ` + wordml.Namespace + `>` + content + "</w:" + element + ">")
	}
	p := ooxml.Package{
		Main: wordml.Document(root("document", "<w:body>\n"+d.body.String()+`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>`+
			`<w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1418" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body>`)),
		Parts: []ooxml.Part{wordml.Part("styles", "styles", root("styles", docxStyles(r.Language)))},
	}
	if d.footnotes.Len() > 0 {
		separators := `<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>` +
			`<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>`
		p.Parts = append(p.Parts, wordml.Part("footnotes", "footnotes", root("footnotes", separators+d.footnotes.String())))
	}
	if d.comments.Len() > 0 {
		p.Parts = append(p.Parts, wordml.Part("comments", "comments", root("comments", d.comments.String())))
	}
	return p
}

// docxStyles are the styles of the document in its language, by which Word spells;
// English where it is not known. Sizes of letters are half points: the text has 12
// points, headings 14, 13 and from the third level on 12.
func docxStyles(lang string) string {
	if lang == "" {
		lang = "en"
	}
	var b strings.Builder
	b.WriteString(`<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:cs="Times New Roman"/><w:sz w:val="24"/><w:lang w:val="` +
		xmlAttr(lang) + `"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>` +
		`<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>`)
	style := func(id, name, pPr, rPr string) {
		b.WriteString(`<w:style w:type="paragraph" w:styleId="` + id + `"><w:name w:val="` + name + `"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>` +
			pPr + `</w:pPr><w:rPr>` + rPr + `</w:rPr></w:style>`)
	}
	style("Title", "Title", `<w:keepNext/><w:spacing w:before="240" w:after="240"/><w:jc w:val="center"/>`, `<w:b/><w:sz w:val="32"/>`)
	for i := 1; i <= 6; i++ {
		n := strconv.Itoa(i)
		style("Heading"+n, "heading "+n, `<w:keepNext/><w:spacing w:before="240" w:after="120"/><w:outlineLvl w:val="`+strconv.Itoa(i-1)+`"/>`,
			`<w:b/><w:sz w:val="`+strconv.Itoa(max(30-2*i, 24))+`"/>`)
	}
	style("ListParagraph", "List Paragraph", `<w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs><w:ind w:left="720" w:hanging="360"/>`, "")
	return b.String()
}
