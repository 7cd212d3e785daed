package wordml

import (
	"bytes"
	"strings"

	"conceptdiff/internal/ooxml"
)

// Writer writes the content of a part.
type Writer struct{ bytes.Buffer }

// Open begins a paragraph in a style, "" for the usual one; Close ends it.
func (w *Writer) Open(style string) {
	w.WriteString(`<w:p>`)
	if style != "" {
		w.WriteString(`<w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>`)
	}
}

// Close ends a paragraph.
func (w *Writer) Close() { w.WriteString(`</w:p>`) }

// Paragraph writes a paragraph of one run. A paragraph without text is written
// too.
func (w *Writer) Paragraph(style, text string) {
	w.Open(style)
	w.Run("", text)
	w.Close()
}

// Run writes a run of text with run properties, as XML. Nothing is written for
// an empty text.
func (w *Writer) Run(properties, text string) {
	if text == "" {
		return
	}
	w.WriteString(`<w:r>`)
	if properties != "" {
		w.WriteString(`<w:rPr>` + properties + `</w:rPr>`)
	}
	w.Text(text)
	w.WriteString(`</w:r>`)
}

// Text writes text as the content of a run.
func (w *Writer) Text(text string) { w.text(text, "w:t") }

// Deleted writes text as the content of a run that is deleted.
func (w *Writer) Deleted(text string) { w.text(text, "w:delText") }

// text writes text in elements of that name. Characters for which Word has
// elements of its own get those.
func (w *Writer) text(text, tag string) {
	text = ooxml.Clean(text)
	for text != "" {
		i := strings.IndexAny(text, "\t\u00ad\u2011")
		if i < 0 {
			i = len(text)
		}
		if i > 0 {
			w.WriteString(`<` + tag + ` xml:space="preserve">`)
			w.WriteString(ooxml.Escape(text[:i]))
			w.WriteString(`</` + tag + `>`)
			text = text[i:]
			continue
		}
		for _, special := range specials {
			if rest, found := strings.CutPrefix(text, special.char); found {
				w.WriteString(special.element)
				text = rest
			}
		}
	}
}

// specials are characters that a run holds as elements.
var specials = [...]struct{ char, element string }{
	{"\t", "<w:tab/>"},
	{"\u00ad", "<w:softHyphen/>"},
	{"\u2011", "<w:noBreakHyphen/>"},
}

// Field writes a number that the program fills in: PAGE, NUMPAGES.
func (w *Writer) Field(name string) {
	w.WriteString(`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`)
}
