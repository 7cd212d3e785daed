package wordtest

import (
	"bytes"
	"fmt"
	"strconv"
	"strings"

	"pgregory.net/rapid"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
)

// A WordText is a Word document as a list of blocks, for random pairs of files.
type WordText struct {
	Blocks []WordBlock
	Notes  int // how many notes it has, numbered from 1
	boxes  int
}

// WordBlock is a paragraph or, with rows, a table.
type WordBlock struct {
	Text   string
	Style  string // "Heading1", whose number Word counts; "" for text
	List   int    // the list that counts the paragraph, 0 for none
	Object string // XML that stands behind the text: a formula, a note, a field, a text box
	Rows   [][]WordCell
}

// WordCell is what stands in a cell.
type WordCell []WordBlock

// WordPair is a Word file and a revision of it.
type WordPair struct{ Old, New []byte }

// GoString shows the pair as the text of both files.
func (p WordPair) GoString() string {
	old, _ := Blocks(p.Old, true)
	now, _ := Blocks(p.New, true)
	return old + "\n→\n" + now
}

// RandomWordPair draws a Word document and a revision of it: with tables, nested
// tables, frames of one column, lists, headings that are counted, fields, notes,
// formulas, symbols, text boxes.
var RandomWordPair = rapid.Custom(func(t *rapid.T) WordPair {
	old := &WordText{}
	old.Blocks = old.draw(t, 0, rapid.IntRange(2, 7).Draw(t, "blocks"))
	now := &WordText{Notes: old.Notes, boxes: old.boxes, Blocks: copyBlocks(old.Blocks)}
	for range rapid.IntRange(1, 4).Draw(t, "revisions") {
		now.Blocks = now.revise(t, now.Blocks, 0)
	}
	return WordPair{old.File(), now.File()}
})

func plainText(t *rapid.T) string {
	var out []string
	for range rapid.IntRange(2, 7).Draw(t, "words") {
		out = append(out, rapid.SampledFrom(plainWords).Draw(t, "word"))
	}
	return strings.ToUpper(out[0][:1]) + strings.Join(out, " ")[1:] + "."
}

// plainWords hold nothing that a reader could take for a number or a bullet.
var plainWords = strings.Fields("harbour ferry boat yard keeper rope mast quay tide lamp crew cargo fee ticket storm wall gate mill field road bridge shall may closes opens pays keeps lends the every")

func (w *WordText) draw(t *rapid.T, depth, n int) []WordBlock {
	var out []WordBlock
	for range n {
		out = append(out, w.block(t, depth))
	}
	return out
}

func (w *WordText) block(t *rapid.T, depth int) WordBlock {
	kind := rapid.IntRange(0, 13).Draw(t, "kind")
	switch {
	case kind <= 1 && depth < 2:
		return w.table(t, depth)
	case kind == 2 && depth == 0:
		return WordBlock{Text: strings.TrimSuffix(plainText(t), "."), Style: "Heading1"}
	case kind <= 4:
		return WordBlock{Text: plainText(t), List: rapid.IntRange(1, 2).Draw(t, "list")}
	case kind == 5:
		return WordBlock{}
	case kind == 6:
		return WordBlock{Text: plainText(t), Object: Formula}
	case kind == 7 && depth == 0:
		w.Notes++
		return WordBlock{Text: plainText(t), Object: `<w:r><w:footnoteReference w:id="` + strconv.Itoa(w.Notes) + `"/></w:r>`}
	case kind == 8:
		return WordBlock{Text: plainText(t), Object: dateField}
	case kind == 9:
		return WordBlock{Text: plainText(t), Object: `<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`}
	case kind == 10 && depth == 0:
		w.boxes++
		return WordBlock{Text: plainText(t), Object: TextBox(w.boxes, plainText(t))}
	}
	return WordBlock{Text: plainText(t)}
}

func (w *WordText) table(t *rapid.T, depth int) WordBlock {
	columns := rapid.IntRange(1, 3).Draw(t, "columns")
	var rows [][]WordCell
	for range rapid.IntRange(1, 3).Draw(t, "rows") {
		rows = append(rows, w.row(t, depth, columns))
	}
	return WordBlock{Rows: rows}
}

func (w *WordText) row(t *rapid.T, depth, columns int) []WordCell {
	var row []WordCell
	for range columns {
		row = append(row, WordCell(w.draw(t, depth+1, rapid.IntRange(1, 2).Draw(t, "paragraphs"))))
	}
	return row
}

// revise changes one block: adds, removes, rewrites a word, or goes into a table.
func (w *WordText) revise(t *rapid.T, blocks []WordBlock, depth int) []WordBlock {
	i := rapid.IntRange(0, len(blocks)-1).Draw(t, "where")
	b := &blocks[i]
	op := rapid.IntRange(0, 5).Draw(t, "op")
	switch {
	case op == 0:
		return append(blocks[:i:i], append([]WordBlock{w.block(t, depth)}, blocks[i:]...)...)
	case op == 1 && len(blocks) > 1:
		return append(blocks[:i:i], blocks[i+1:]...)
	case b.Rows != nil:
		r := rapid.IntRange(0, len(b.Rows)-1).Draw(t, "row")
		columns := len(b.Rows[0])
		switch {
		case op == 2:
			b.Rows = append(b.Rows[:r:r], append([][]WordCell{w.row(t, depth, columns)}, b.Rows[r:]...)...)
		case op == 3 && len(b.Rows) > 1:
			b.Rows = append(b.Rows[:r:r], b.Rows[r+1:]...)
		default:
			c := rapid.IntRange(0, columns-1).Draw(t, "column")
			b.Rows[r][c] = w.revise(t, b.Rows[r][c], depth+1)
		}
	case op == 4 && b.Text != "" && b.Object == "":
		head, tail, more := strings.Cut(b.Text, " ")
		if more { // one paragraph becomes two
			rest := WordBlock{Text: tail, Style: b.Style, List: b.List}
			b.Text = head
			return append(blocks[:i+1:i+1], append([]WordBlock{rest}, blocks[i+1:]...)...)
		}
	default:
		if words := strings.Fields(b.Text); len(words) > 1 {
			words[1] = rapid.SampledFrom(plainWords).Draw(t, "word")
			b.Text = strings.Join(words, " ")
		}
	}
	return blocks
}

func copyBlocks(in []WordBlock) []WordBlock {
	var out []WordBlock
	for _, b := range in {
		rows := b.Rows
		b.Rows = nil
		for _, r := range rows {
			var cells []WordCell
			for _, c := range r {
				cells = append(cells, copyBlocks(c))
			}
			b.Rows = append(b.Rows, cells)
		}
		out = append(out, b)
	}
	return out
}

// Formula is one of Word, between runs.
const Formula = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>A=bh</m:t></m:r></m:oMath>`

const dateField = `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK \l "fee" </w:instrText></w:r>` +
	`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t xml:space="preserve"> see below</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`

// TextBox is a text box as Word anchors it, with the number of its drawing.
func TextBox(number int, text string) string {
	n := strconv.Itoa(number)
	return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="` + n +
		`" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>0</wp:posOffset></wp:positionH>` +
		`<wp:positionV relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV><wp:extent cx="3000000" cy="800000"/><wp:wrapNone/><wp:docPr id="` + n + `" name="Box ` + n + `"/>` +
		`<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="3000000" cy="800000"/></a:xfrm>` +
		`<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr><wps:txbx><w:txbxContent><w:p><w:r><w:t xml:space="preserve">` + text + `</w:t></w:r></w:p></w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>` +
		`</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>`
}

// File is the document as a Word file.
func (w *WordText) File() []byte {
	var b wordml.Writer
	b.WriteString(ooxml.Head + `<w:document ` + wordml.Namespace + ` ` + ooxml.LinkNamespace +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"` +
		` xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><w:body>`)
	writeBlocks(&b, w.Blocks)
	b.WriteString(`<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:body></w:document>`)
	p := ooxml.Package{
		Main: wordml.Document(b.Bytes()),
		Parts: []ooxml.Part{
			wordml.Part("styles", "styles", []byte(wordStyles)), wordml.Part("numbering", "numbering", []byte(wordLists())),
			wordml.Part("footnotes", "footnotes", w.footnotes()),
		},
	}
	var out bytes.Buffer
	if err := p.Write(&out); err != nil {
		panic(err)
	}
	return out.Bytes()
}

// writeBlocks writes what stands in the body or a cell, which ends with a
// paragraph.
func writeBlocks(b *wordml.Writer, blocks []WordBlock) {
	for i := range blocks {
		if blocks[i].Rows == nil {
			writeParagraph(b, &blocks[i])
			continue
		}
		writeTable(b, blocks[i].Rows)
		if i == len(blocks)-1 || blocks[i+1].Rows != nil { // tables that touch become one
			b.WriteString(`<w:p/>`)
		}
	}
	if len(blocks) == 0 {
		b.WriteString(`<w:p/>`)
	}
}

func writeTable(b *wordml.Writer, rows [][]WordCell) {
	b.WriteString(`<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>`)
	for range rows[0] {
		b.WriteString(`<w:gridCol w:w="2000"/>`)
	}
	b.WriteString(`</w:tblGrid>`)
	for _, r := range rows {
		b.WriteString(`<w:tr>`)
		for _, c := range r {
			b.WriteString(`<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>`)
			writeBlocks(b, c)
			b.WriteString(`</w:tc>`)
		}
		b.WriteString(`</w:tr>`)
	}
	b.WriteString(`</w:tbl>`)
}

func writeParagraph(b *wordml.Writer, p *WordBlock) {
	b.WriteString(`<w:p>`)
	switch {
	case p.Style != "":
		b.WriteString(`<w:pPr><w:pStyle w:val="` + p.Style + `"/></w:pPr>`)
	case p.List > 0:
		fmt.Fprintf(b, `<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="%d"/></w:numPr></w:pPr>`, p.List)
	}
	b.Run("", p.Text)
	b.WriteString(p.Object + `</w:p>`)
}

func (w *WordText) footnotes() []byte {
	var b wordml.Writer
	b.WriteString(ooxml.Head + `<w:footnotes ` + wordml.Namespace + `>`)
	for i := range w.Notes {
		b.WriteString(`<w:footnote w:id="` + strconv.Itoa(i+1) + `"><w:p><w:r><w:t>Note.</w:t></w:r></w:p></w:footnote>`)
	}
	b.WriteString(`</w:footnotes>`)
	return b.Bytes()
}

const wordStyles = ooxml.Head + `<w:styles ` + wordml.Namespace + `>` + wordml.Normal +
	`<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>` +
	`<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style></w:styles>`

// wordLists are a list with letters, one with bullets, and the numbers of
// headings.
func wordLists() string {
	var b strings.Builder
	b.WriteString(ooxml.Head + `<w:numbering ` + wordml.Namespace + `>`)
	for i, l := range [][2]string{{"lowerLetter", "%1)"}, {"bullet", "•"}, {"decimal", "%1."}} {
		style := ""
		if i == 2 {
			style = `<w:pStyle w:val="Heading1"/>`
		}
		fmt.Fprintf(&b, `<w:abstractNum w:abstractNumId="%d"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>`,
			i, l[0], style, l[1])
	}
	for i := range 3 {
		fmt.Fprintf(&b, `<w:num w:numId="%d"><w:abstractNumId w:val="%d"/></w:num>`, i+1, i)
	}
	b.WriteString(`</w:numbering>`)
	return b.String()
}
