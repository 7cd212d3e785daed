package wordtest

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"
	"testing"

	"conceptdiff/internal/render/docx/stream"
)

// Node is an element of XML with its text where it has any.
type Node struct {
	XMLName  xml.Name
	Attrs    []xml.Attr `xml:",any,attr"`
	Children []Node     `xml:",any"`
	Text     string     `xml:",chardata"`
}

func (n *Node) Attr(name string) string {
	for _, a := range n.Attrs {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}

func (n *Node) Child(name string) *Node {
	for i := range n.Children {
		if n.Children[i].XMLName.Local == name {
			return &n.Children[i]
		}
	}
	return nil
}

func (n *Node) Walk(f func(*Node)) {
	f(n)
	for i := range n.Children {
		n.Children[i].Walk(f)
	}
}

// ReadParts unpacks a Word file.
func ReadParts(data []byte) (map[string][]byte, []string, error) {
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

func MustParse(tb testing.TB, data []byte) *Node {
	tb.Helper()
	n, err := Parse(data)
	if err != nil {
		tb.Fatal(err)
	}
	return n
}

func Parse(data []byte) (*Node, error) {
	var n Node
	d := xml.NewDecoder(bytes.NewReader(data))
	err := d.Decode(&n)
	return &n, err
}

// Run is a stretch of text and what happened to it: "", ins, del, moveFrom,
// moveTo.
type Run struct {
	Text, Fate string
	Number     bool
	Comment    bool
}

// Paragraph is a paragraph with its mark and its properties on both sides.
type Paragraph struct {
	Runs     []Run
	Mark     string
	new, old stream.Format
}

// File is a redline read back by the rules of the standard.
type File struct {
	Paragraphs []Paragraph
	Bullets    map[int]string // by list
}

func Read(data []byte) (*File, error) {
	parts, _, err := ReadParts(data)
	if err != nil {
		return nil, err
	}
	doc, err := Parse(parts["word/document.xml"])
	if err != nil {
		return nil, err
	}
	f := &File{Bullets: make(map[int]string)}
	for _, n := range doc.Child("body").Children {
		if n.XMLName.Local == "p" {
			f.Paragraphs = append(f.Paragraphs, readParagraph(&n))
		}
	}
	numbering, err := Parse(parts["word/numbering.xml"])
	if err != nil {
		return nil, err
	}
	for _, n := range numbering.Children {
		if n.XMLName.Local == "abstractNum" {
			id, _ := strconv.Atoi(n.Attr("abstractNumId"))
			f.Bullets[id+1] = n.Child("lvl").Child("lvlText").Attr("val")
		}
	}
	return f, nil
}

func readParagraph(n *Node) Paragraph {
	var p Paragraph
	for i := range n.Children {
		c := &n.Children[i]
		switch name := c.XMLName.Local; name {
		case "pPr":
			p.new = readLook(c)
			p.old = p.new
			if was := c.Child("pPrChange"); was != nil {
				p.old = readLook(was.Child("pPr"))
			}
			if r := c.Child("rPr"); r != nil {
				for _, m := range r.Children {
					p.Mark = m.XMLName.Local
				}
			}
		case "r":
			p.Runs = append(p.Runs, readRun(c, ""))
		case "ins", "del", "moveFrom", "moveTo":
			for j := range c.Children {
				p.Runs = append(p.Runs, readRun(&c.Children[j], name))
			}
		}
	}
	return p
}

func readRun(n *Node, fate string) Run {
	r := Run{Fate: fate}
	for _, c := range n.Children {
		switch c.XMLName.Local {
		case "rPr":
			if s := c.Child("rStyle"); s != nil {
				r.Number = s.Attr("val") == "ClauseNumber"
			}
		case "t", "delText":
			r.Text += c.Text
		case "tab":
			r.Text += "\t"
		case "softHyphen":
			r.Text += "\u00ad"
		case "noBreakHyphen":
			r.Text += "\u2011"
		case "commentReference":
			r.Comment = true
		}
	}
	return r
}

func readLook(n *Node) stream.Format {
	var l stream.Format
	if s := n.Child("pStyle"); s != nil {
		l.Style = s.Attr("val")
	}
	if num := n.Child("numPr"); num != nil {
		l.Level, _ = strconv.Atoi(num.Child("ilvl").Attr("val"))
		l.List, _ = strconv.Atoi(num.Child("numId").Attr("val"))
	}
	return l
}

// Settled is a paragraph after all changes were accepted or rejected.
type Settled struct {
	Text   string
	Format stream.Format
}

// Settle accepts or rejects everything: text that goes is dropped, a paragraph
// whose mark goes is joined with the next, whose properties hold.
func (f *File) Settle(accept bool) []Settled {
	gone := map[string]bool{"del": accept, "moveFrom": accept, "ins": !accept, "moveTo": !accept}
	var out []Settled
	text := ""
	for _, p := range f.Paragraphs {
		for _, r := range p.Runs {
			if !gone[r.Fate] {
				text += r.Text
			}
		}
		if gone[p.Mark] {
			continue
		}
		s := Settled{text, p.old}
		if accept {
			s.Format = p.new
		}
		if s.Format.List > 0 {
			s.Text = f.Bullets[s.Format.List] + " " + s.Text
		}
		out = append(out, s)
		text = ""
	}
	if text != "" {
		out = append(out, Settled{Text: "text behind the last paragraph: " + text})
	}
	return out
}

func Texts(all []Settled) []string {
	out := make([]string, len(all))
	for i, s := range all {
		out[i] = s.Text
	}
	return out
}

// FirstDifference says where two lists of lines part.
func FirstDifference(got, want []string) string {
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
