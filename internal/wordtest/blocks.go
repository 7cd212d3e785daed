package wordtest

import (
	"strconv"
	"strings"
)

// gone are the elements that go when all changes are accepted or rejected.
var gone = map[bool][]string{true: {"del", "moveFrom"}, false: {"ins", "moveTo"}}

// Blocks is a Word document's text after all its changes were accepted or
// rejected, by the rules of the standard: paragraphs between «¶», a table in
// brackets, its rows between «/» and their cells between «‖». Empty paragraphs at
// the end of the document, of a cell or of a text box do not count.
func Blocks(data []byte, accept bool) (string, error) {
	parts, _, err := ReadParts(data)
	if err != nil {
		return "", err
	}
	doc, err := Parse(parts["word/document.xml"])
	if err != nil {
		return "", err
	}
	b := blockReader{gone: gone[accept]}
	return b.blocks(doc.Child("body")), nil
}

type blockReader struct{ gone []string }

func (b *blockReader) goes(n *Node) bool {
	if n == nil {
		return false
	}
	for _, name := range b.gone {
		if n.Child(name) != nil {
			return true
		}
	}
	return false
}

func (b *blockReader) blocks(parent *Node) string {
	var out []string
	begun, text := false, ""
	end := func() {
		if begun {
			out = append(out, strings.Join(strings.Fields(text), " "))
		}
		begun, text = false, ""
	}
	for i := range parent.Children {
		c := &parent.Children[i]
		switch c.XMLName.Local {
		case "p":
			begun = true
			text += b.text(c)
			if p := c.Child("pPr"); p == nil || !b.goes(p.Child("rPr")) {
				end()
			}
		case "tbl":
			if text == "" {
				begun = false
			}
			end()
			if s := b.table(c); s != "" {
				out = append(out, s)
			}
		}
	}
	end()
	for len(out) > 0 && out[len(out)-1] == "" {
		out = out[:len(out)-1]
	}
	return strings.Join(out, " ¶ ")
}

func (b *blockReader) table(n *Node) string {
	var rows []string
	for i := range n.Children {
		r := &n.Children[i]
		if r.XMLName.Local != "tr" || b.goes(r.Child("trPr")) {
			continue
		}
		var cells []string
		for j := range r.Children {
			if c := &r.Children[j]; c.XMLName.Local == "tc" {
				cells = append(cells, b.blocks(c))
			}
		}
		rows = append(rows, strings.Join(cells, " ‖ "))
	}
	if len(rows) == 0 {
		return ""
	}
	return "[" + strings.Join(rows, " / ") + "]"
}

// text is the text of an element, its text boxes in braces.
func (b *blockReader) text(n *Node) string {
	for _, name := range b.gone {
		if n.XMLName.Local == name {
			return ""
		}
	}
	switch n.XMLName.Local {
	case "pPr", "rPr", "instrText", "delInstrText", "Fallback":
		return ""
	case "t", "delText":
		return n.Text
	case "sym":
		v, _ := strconv.ParseUint(n.Attr("char"), 16, 32)
		return string(rune(v))
	case "tab", "br", "cr":
		return " "
	case "txbxContent":
		return "{" + b.blocks(n) + "}"
	}
	var out strings.Builder
	for i := range n.Children {
		out.WriteString(b.text(&n.Children[i]))
	}
	return out.String()
}
