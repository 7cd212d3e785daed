package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"testing"
)

// node is an element of XML with its text where it has any.
type node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []node     `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (n *node) attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (n *node) child(name string) *node {
	for i := range n.Children {
		if n.Children[i].XMLName.Local == name {
			return &n.Children[i]
		}
	}
	return nil
}

func (n *node) walk(f func(*node)) {
	f(n)
	for i := range n.Children {
		n.Children[i].walk(f)
	}
}

// readParts unpacks a Word file.
func readParts(data []byte) (map[string][]byte, []string, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, nil, err
	}
	parts := make(map[string][]byte)
	var names []string
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, nil, err
		}
		if parts[f.Name], err = io.ReadAll(r); err != nil {
			return nil, nil, err
		}
		names = append(names, f.Name)
	}
	return parts, names, nil
}

func mustParse(tb testing.TB, data []byte) *node {
	tb.Helper()
	n, err := parse(data)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func parse(data []byte) (*node, error) {
	var n node
	d := xml.NewDecoder(bytes.NewReader(data))
	err := d.Decode(&n)
	return &n, err
}

// wordRun is a stretch of text and what happened to it: "", ins, del, moveFrom,
// moveTo.
type wordRun struct {
	text, fate string
	number     bool
	comment    bool
}

// wordParagraph is a paragraph with its mark and its properties on both sides.
type wordParagraph struct {
	runs     []wordRun
	mark     string
	new, old look
}

// wordFile is a redline read back by the rules of the standard.
type wordFile struct {
	paragraphs []wordParagraph
	bullets    map[int]string // by list
}

func readWordFile(data []byte) (*wordFile, error) {
	parts, _, err := readParts(data)
	if err != nil {
		return nil, err
	}
	doc, err := parse(parts["word/document.xml"])
	if err != nil {
		return nil, err
	}
	f := &wordFile{bullets: make(map[int]string)}
	for _, n := range doc.child("body").Children {
		if n.XMLName.Local == "p" {
			f.paragraphs = append(f.paragraphs, readParagraph(&n))
		}
	}
	numbering, err := parse(parts["word/numbering.xml"])
	if err != nil {
		return nil, err
	}
	for _, n := range numbering.Children {
		if n.XMLName.Local == "abstractNum" {
			id, _ := strconv.Atoi(n.attr("abstractNumId"))
			f.bullets[id+1] = n.child("lvl").child("lvlText").attr("val")
		}
	}
	return f, nil
}

func readParagraph(n *node) wordParagraph {
	var p wordParagraph
	for i := range n.Children {
		c := &n.Children[i]
		switch name := c.XMLName.Local; name {
		case "pPr":
			p.new = readLook(c)
			p.old = p.new
			if was := c.child("pPrChange"); was != nil {
				p.old = readLook(was.child("pPr"))
			}
			if r := c.child("rPr"); r != nil {
				for _, m := range r.Children {
					p.mark = m.XMLName.Local
				}
			}
		case "r":
			p.runs = append(p.runs, readRun(c, ""))
		case "ins", "del", "moveFrom", "moveTo":
			for j := range c.Children {
				p.runs = append(p.runs, readRun(&c.Children[j], name))
			}
		}
	}
	return p
}

func readRun(n *node, fate string) wordRun {
	r := wordRun{fate: fate}
	for _, c := range n.Children {
		switch c.XMLName.Local {
		case "rPr":
			if s := c.child("rStyle"); s != nil {
				r.number = s.attr("val") == "ClauseNumber"
			}
		case "t", "delText":
			r.text += c.Text
		case "tab":
			r.text += "\t"
		case "softHyphen":
			r.text += "\u00ad"
		case "noBreakHyphen":
			r.text += "\u2011"
		case "commentReference":
			r.comment = true
		}
	}
	return r
}

func readLook(n *node) look {
	var l look
	if s := n.child("pStyle"); s != nil {
		l.style = s.attr("val")
	}
	if num := n.child("numPr"); num != nil {
		l.level, _ = strconv.Atoi(num.child("ilvl").attr("val"))
		l.list, _ = strconv.Atoi(num.child("numId").attr("val"))
	}
	return l
}

// settled is a paragraph after all changes were accepted or rejected.
type settled struct {
	text string
	look look
}

// settle accepts or rejects everything: text that goes is dropped, a paragraph
// whose mark goes is joined with the next, whose properties hold.
func (f *wordFile) settle(accept bool) []settled {
	gone := map[string]bool{"del": accept, "moveFrom": accept, "ins": !accept, "moveTo": !accept}
	var out []settled
	text := ""
	for _, p := range f.paragraphs {
		for _, r := range p.runs {
			if !gone[r.fate] {
				text += r.text
			}
		}
		if gone[p.mark] {
			continue
		}
		s := settled{text, p.old}
		if accept {
			s.look = p.new
		}
		if s.look.list > 0 {
			s.text = f.bullets[s.look.list] + " " + s.text
		}
		out = append(out, s)
		text = ""
	}
	if text != "" {
		out = append(out, settled{text: "text behind the last paragraph: " + text})
	}
	return out
}

func texts(all []settled) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = s.text
	}
	return out
}

// firstDifference says where two lists of lines part.
func firstDifference(got, want []string) string {
	for i := range max(len(got), len(want)) {
		var g, w string
		if i < len(got) {
			g = got[i]
		}
		if i < len(want) {
			w = want[i]
		}
		if g != w || i >= len(got) || i >= len(want) {
			return fmt.Sprintf("line %d of %d is %q\nwant, of %d,   %q", i+1, len(got), g, len(want), w)
		}
	}
	return ""
}
