package office

import (
	"fmt"
	"io"
	"strings"

	"conceptdiff/internal/form"
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
)

// Form writes a form as a Word document with boxes that can be clicked, on pages
// across. The codes in the first cells, by which an answer is read back, are those of
// package form; widths are twentieths of a point and come to those of the page. The
// boxes are those of Word 2010 (namespace w14), which older programs are told to
// ignore; what they show then is the box as a letter. The error is that of w.
func Form(w io.Writer, f form.Form, o render.Options) error {
	p := o.Phrases()
	var d docxBody
	d.paragraph("Title", p.Say("Form for {0}", f.Meta.Label))
	if f.Meta.Title != "" {
		d.paragraph("", f.Meta.Title)
	}
	for _, line := range FormIntro(p) {
		d.paragraph("", line)
	}
	d.open([]int{5200, 9600})
	d.WriteString(`<w:tr>`)
	d.cell("", 5200, []string{f.Code()})
	d.cell("Strong", 9600, []string{f.Member})
	d.WriteString(`</w:tr></w:tbl>`)
	d.paragraph("", "")
	widths := []int{1700, 5200, 950, 950, 950, 950, 950, 3150}
	d.open(widths)
	d.WriteString(`<w:tr><w:trPr><w:tblHeader/></w:trPr>`)
	for i, head := range FormColumns(p) {
		d.cell("Strong", widths[i], []string{head})
	}
	d.WriteString(`</w:tr>`)
	for n, row := range f.Rows {
		d.WriteString(`<w:tr><w:trPr><w:cantSplit/></w:trPr>`)
		d.cell("", widths[0], []string{row.Code()})
		d.cell("", widths[1], append(strings.Split(row.Words, "\n"), row.Asked...))
		for i := range form.Boxes {
			d.box(widths[2+i], 100*(n+1)+i)
		}
		d.cell("", widths[7], nil)
		d.WriteString(`</w:tr>`)
	}
	d.WriteString(`</w:tbl>`)
	d.paragraph("", "")
	head := strings.Replace(docxHead, `<w:document `, `<w:document xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14" `, 1)
	pack := ooxml.Package{
		Main:  wordml.Document([]byte(head + d.String() + docxTail)),
		Parts: []ooxml.Part{wordml.Part("styles", "styles", []byte(docxStyles(p.Language())))},
	}
	return pack.Write(w)
}

// FormIntro says how a form is filled in, in any format.
func FormIntro(p phrase.Phrases) []string {
	return []string{
		p.Say("Write your name beside the first code. In each row cross one box, and write a note if you like; leave rows empty on which you say nothing."),
		p.Say("Do not change the codes in the first column: by them the rows are found again. Then send the file back."),
	}
}

// FormColumns are the headings of a form's table. They stand in the order of the
// cells: code, words, a box for each verdict, note.
func FormColumns(p phrase.Phrases) []string {
	out := []string{p.Say("Code"), p.Say("Words [of a provision]")}
	for _, v := range form.Boxes {
		out = append(out, p.Word(string(v)))
	}
	return append(out, p.Say("Note"))
}

// open begins a table with columns of set widths, in twentieths of a point; the
// caller writes rows and the end.
func (d *docxBody) open(widths []int) {
	d.WriteString(`<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>`)
	for _, w := range widths {
		fmt.Fprintf(d, `<w:gridCol w:w="%d"/>`, w)
	}
	d.WriteString(`</w:tblGrid>`)
}

// box writes a cell with a box that can be clicked: ☐, and ☒ when it was. id must stand
// once in the document.
func (d *docxBody) box(width, id int) {
	fmt.Fprintf(d, `<w:tc><w:tcPr><w:tcW w:w="%d" w:type="dxa"/></w:tcPr><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:sdt><w:sdtPr><w:id w:val="%d"/>`+
		`<w14:checkbox><w14:checked w14:val="0"/><w14:checkedState w14:val="2612" w14:font="MS Gothic"/><w14:uncheckedState w14:val="2610" w14:font="MS Gothic"/></w14:checkbox>`+
		`</w:sdtPr><w:sdtContent><w:r><w:rPr><w:rFonts w:ascii="MS Gothic" w:hAnsi="MS Gothic" w:eastAsia="MS Gothic"/></w:rPr><w:t>%s</w:t></w:r></w:sdtContent></w:sdt></w:p></w:tc>`, width, id, form.Empty)
}
