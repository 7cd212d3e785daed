package docx

import (
	"strings"

	"conceptdiff/internal/ooxml"
)

// properties are the properties of a paragraph.
func properties(e *ooxml.Element) []*ooxml.Element {
	if p := e.Child("w:pPr"); p != nil {
		return p.Children
	}
	return nil
}

// host is a paragraph of the user's document.
type host struct {
	element *ooxml.Element
	row     *ooxml.Element // the table row it stands in, nil outside tables
	lastIn  bool           // the last paragraph of a table's cell
	above   bool           // a table follows it directly
	sibling bool           // the paragraph before it in the list stands directly before it
	chars   []hostChar
}

// hostChar is a visible character of a paragraph and the run it stands in.
type hostChar struct {
	char  rune
	run   *ooxml.Element
	child int // of the run
	at    int // in the text of that child, in bytes
}

// hosts lists the paragraphs of a document's body, those in tables too. Text
// boxes, and what is hidden or repeats headings, are passed over.
func hosts(data []byte, body *ooxml.Element) []*host {
	var out []*host
	var walk func(e, row *ooxml.Element, last bool)
	walk = func(e, row *ooxml.Element, last bool) {
		for i, c := range e.Children {
			switch c.Name {
			case "w:p":
				if !strings.HasPrefix(c.Child("w:pPr").Child("w:pStyle").Attr("w:val"), "TOC") {
					h := &host{element: c, row: row, lastIn: row != nil && last && i == lastParagraph(e)}
					h.above = i+1 < len(e.Children) && e.Children[i+1].Name == "w:tbl"
					h.sibling = i > 0 && len(out) > 0 && out[len(out)-1].element == e.Children[i-1]
					h.read(data, c)
					out = append(out, h)
				}
			case "w:tr":
				walk(c, c, last)
			case "w:tc":
				walk(c, row, true)
			case "w:tbl", "w:sdt", "w:sdtContent", "w:customXml", "w:smartTag":
				walk(c, row, last)
			}
		}
	}
	walk(body, nil, false)
	return out
}

// lastParagraph is the index of an element's last paragraph.
func lastParagraph(e *ooxml.Element) int {
	for i := len(e.Children) - 1; i >= 0; i-- {
		if e.Children[i].Name == "w:p" {
			return i
		}
	}
	return -1
}

// read gathers the characters of the runs below e.
func (h *host) read(data []byte, e *ooxml.Element) {
	for _, c := range e.Children {
		switch c.Name {
		case "w:r":
			h.readRun(data, c)
		case "w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo":
			h.read(data, c)
		}
	}
}

func (h *host) readRun(data []byte, run *ooxml.Element) {
	if run.Child("w:rPr").Child("w:vanish").On() {
		return // hidden
	}
	for i, c := range run.Children {
		switch c.Name {
		case "w:t":
			for at, r := range c.Text(data) {
				h.chars = append(h.chars, hostChar{r, run, i, at})
			}
		case "w:tab":
			h.chars = append(h.chars, hostChar{'\t', run, i, 0})
		case "w:br", "w:cr":
			h.chars = append(h.chars, hostChar{'\n', run, i, 0})
		case "w:noBreakHyphen":
			h.chars = append(h.chars, hostChar{'\u2011', run, i, 0})
		case "w:softHyphen":
			h.chars = append(h.chars, hostChar{'\u00ad', run, i, 0})
		}
	}
}
