package docx

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// element is an element of a document that is to be changed at some places and
// kept to the byte at all others: it knows where in the file it stands.
type element struct {
	name       string // as written, with its prefix
	attrs      []xml.Attr
	start, end int // of the whole element
	from, to   int // of what stands inside; from is end where it is empty
	children   []*element
}

func (e *element) child(name string) *element {
	if e == nil {
		return nil
	}
	for _, c := range e.children {
		if c.name == name {
			return c
		}
	}
	return nil
}

// properties are the properties of a paragraph.
func (e *element) properties() []*element {
	if p := e.child("w:pPr"); p != nil {
		return p.children
	}
	return nil
}

func (e *element) attr(name string) string {
	v, _ := e.lookup(name)
	return v
}

// lookup is the value of an attribute and whether there is one.
func (e *element) lookup(name string) (string, bool) {
	if e == nil {
		return "", false
	}
	for _, a := range e.attrs {
		if written(a.Name) == name {
			return a.Value, true
		}
	}
	return "", false
}

// on reads a property that is on where it stands, unless it says otherwise
// (ST_OnOff). Words that the standard does not know are off, as our reader has
// it: what it saw must be found here.
func (e *element) on() bool {
	v, given := e.lookup("w:val")
	return e != nil && (!given || v == "1" || v == "true" || v == "on")
}

// maxNesting is how deep elements may stand in each other.
const maxNesting = 400

// scan reads a part into elements.
func scan(data []byte) (*element, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	root := &element{}
	stack := []*element{root}
	for {
		at := int(d.InputOffset())
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if len(stack) > maxNesting {
				return nil, fmt.Errorf("elements stand more than %d deep", maxNesting)
			}
			e := &element{name: written(t.Name), attrs: t.Attr, start: at, from: int(d.InputOffset())}
			top := stack[len(stack)-1]
			top.children = append(top.children, e)
			stack = append(stack, e)
		case xml.EndElement:
			if len(stack) == 1 {
				return nil, errors.New("an element ends that never began")
			}
			e := stack[len(stack)-1]
			if name := written(t.Name); name != e.name {
				return nil, fmt.Errorf("%s ends inside %s", short(name, 60), short(e.name, 60))
			}
			stack = stack[:len(stack)-1]
			e.to, e.end = at, int(d.InputOffset())
		}
	}
	if len(stack) != 1 || len(root.children) != 1 {
		return nil, errors.New("the XML ends in the middle")
	}
	return root.children[0], nil
}

// written is a name as the file has it, with its prefix.
func written(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// host is a paragraph of the user's document.
type host struct {
	element *element
	row     *element // the table row it stands in, nil outside tables
	lastIn  bool     // the last paragraph of a table's cell
	above   bool     // a table follows it directly
	sibling bool     // the paragraph before it in the list stands directly before it
	chars   []hostChar
}

// hostChar is a visible character of a paragraph and the run it stands in.
type hostChar struct {
	char  rune
	run   *element
	child int // of the run
	at    int // in the text of that child, in bytes
}

// hosts lists the paragraphs of a document's body, those in tables too. Text
// boxes, and what is hidden or repeats headings, are passed over.
func hosts(data []byte, body *element) []*host {
	var out []*host
	var walk func(e, row *element, last bool)
	walk = func(e, row *element, last bool) {
		for i, c := range e.children {
			switch c.name {
			case "w:p":
				if !strings.HasPrefix(c.child("w:pPr").child("w:pStyle").attr("w:val"), "TOC") {
					h := &host{element: c, row: row, lastIn: row != nil && last && i == lastParagraph(e)}
					h.above = i+1 < len(e.children) && e.children[i+1].name == "w:tbl"
					h.sibling = i > 0 && len(out) > 0 && out[len(out)-1].element == e.children[i-1]
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
func lastParagraph(e *element) int {
	for i := len(e.children) - 1; i >= 0; i-- {
		if e.children[i].name == "w:p" {
			return i
		}
	}
	return -1
}

// read gathers the characters of the runs below e.
func (h *host) read(data []byte, e *element) {
	for _, c := range e.children {
		switch c.name {
		case "w:r":
			h.readRun(data, c)
		case "w:hyperlink", "w:sdt", "w:sdtContent", "w:smartTag", "w:customXml", "w:fldSimple", "w:dir", "w:bdo":
			h.read(data, c)
		}
	}
}

func (h *host) readRun(data []byte, run *element) {
	if run.child("w:rPr").child("w:vanish").on() {
		return // hidden
	}
	for i, c := range run.children {
		switch c.name {
		case "w:t":
			for at, r := range textOf(data, c) {
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

// textOf is the text of an element without children.
func textOf(data []byte, e *element) string {
	if e.from >= e.to {
		return ""
	}
	raw := data[e.from:e.to]
	if bytes.IndexByte(raw, '&') < 0 && bytes.IndexByte(raw, '<') < 0 && bytes.IndexByte(raw, '\r') < 0 {
		return string(raw)
	}
	var s strings.Builder
	d := xml.NewDecoder(bytes.NewReader(raw))
	for {
		t, err := d.RawToken()
		if err != nil {
			return s.String()
		}
		if c, ok := t.(xml.CharData); ok {
			s.Write(c)
		}
	}
}
