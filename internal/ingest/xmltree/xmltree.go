// Package xmltree reads XML of unknown origin into a tree of elements, within
// limits. Document types are passed over: an entity that one defines is refused
// where it is used, so nothing expands and nothing is fetched. A processing
// instruction <?char 1f?> is the character of that number, which XML cannot hold.
package xmltree

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"golang.org/x/text/encoding/htmlindex"

	"conceptdiff/internal/ingest/flow"
)

// Limits. What lies beyond them was made to do harm or is no document: one of a
// thousand pages has some 600,000 nodes, 25 deep. They bound what is kept; a reader's
// own limits are on text, in package flow.
const (
	MaxDepth = 500       // elements inside each other
	MaxNodes = 1_500_000 // elements and runs of characters; at most some 350 MB of memory
	MaxRun   = 4 << 20   // bytes of characters between two tags
)

// Node is an element, or a run of characters between two tags.
type Node struct {
	// Name is the element's local name behind the prefix that its namespace has
	// in the table given to [Parse]; "" for characters.
	Name string
	// Attrs has them in the order of the file, namespace declarations included.
	Attrs []Attr
	// Children has elements and characters mixed, in the order of the file. Two runs
	// of characters may follow each other, where a comment or <?char?> parts them.
	Children []*Node
	Text     string // of characters
}

// Attr is an attribute, named as an element is. One without a prefix in the
// source has none here.
type Attr struct{ Name, Value string }

// Attr is the value of an attribute, "" when there is none.
func (n *Node) Attr(name string) string {
	v, _ := n.Lookup(name)
	return v
}

// Lookup is the value of an attribute and whether there is one. An attribute that is
// there and empty means something in Word and OpenDocument: «w:val=""» is not a
// missing w:val. n may be nil.
func (n *Node) Lookup(name string) (string, bool) {
	if n != nil {
		for _, a := range n.Attrs {
			if a.Name == name {
				return a.Value, true
			}
		}
	}
	return "", false
}

// Child is the first element of that name right below n, nil when there is none
// or n is nil.
func (n *Node) Child(name string) *Node {
	if n != nil {
		for _, c := range n.Children {
			if c.Name == name {
				return c
			}
		}
	}
	return nil
}

// Path follows names downwards from n, taking the first child of each; nil as soon as
// one is missing. Chains need no checks between, since every method takes a nil node.
func (n *Node) Path(names ...string) *Node {
	for _, name := range names {
		n = n.Child(name)
	}
	return n
}

// Walk calls f for n and every element below it in document order. When f
// returns false, what is below that element is left out.
func (n *Node) Walk(f func(*Node) bool) {
	if n == nil || n.Name == "" || !f(n) {
		return
	}
	for _, c := range n.Children {
		c.Walk(f)
	}
}

// AllText joins the characters below n as they stand, white space and all; "" for
// nil.
func (n *Node) AllText() string {
	if n == nil {
		return ""
	}
	if n.Name == "" {
		return n.Text
	}
	var b strings.Builder
	for _, c := range n.Children {
		b.WriteString(c.AllText())
	}
	return b.String()
}

// Parse reads a document. Prefixes gives the prefix of each namespace that is
// known; names of others get the prefix "?". The prefix "" leaves the bare local
// name. An error is a [*flow.Error] and names no file.
func Parse(r io.Reader, prefixes map[string]string) (*Node, error) {
	d := xml.NewDecoder(r)
	d.CharsetReader = charset
	p := &parser{prefixes: prefixes, names: map[xml.Name]string{}}
	for {
		tok, err := d.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, syntaxError(err)
		}
		if err := p.token(tok); err != nil {
			line, _ := d.InputPos()
			err.Line = line
			return nil, err
		}
	}
	if p.root == nil {
		return nil, &flow.Error{Msg: "the XML holds no element"}
	}
	return p.root, nil
}

// charset gives a reader for the encoding that the XML declaration names, by the
// names of the WHATWG Encoding standard. UTF-8 does not come here.
func charset(label string, r io.Reader) (io.Reader, error) {
	enc, err := htmlindex.Get(label)
	if err != nil {
		return nil, fmt.Errorf("unknown encoding %q", label)
	}
	return enc.NewDecoder().Reader(r), nil
}

// syntaxError makes a [*flow.Error] of what the decoder says. A limit that was
// crossed below the decoder, in reading the archive's part, is passed on as it is.
func syntaxError(err error) error {
	var limit *flow.Error
	if errors.As(err, &limit) {
		return limit
	}
	var syntax *xml.SyntaxError
	if !errors.As(err, &syntax) {
		return &flow.Error{Msg: "the XML cannot be read: " + err.Error()}
	}
	if strings.HasPrefix(syntax.Msg, "invalid character entity") {
		return &flow.Error{
			Place: flow.Place{Line: syntax.Line}, Msg: "the XML uses an entity that is not expanded here (" + syntax.Msg + ")",
			Hint: "entities of a document type are left alone because they can be made to fill the memory; write the characters out",
		}
	}
	return &flow.Error{Place: flow.Place{Line: syntax.Line}, Msg: "the XML is damaged: " + syntax.Msg}
}

// parser builds the tree from tokens.
type parser struct {
	// By the address of a namespace; several addresses may share one prefix, as
	// versions of a standard do.
	prefixes map[string]string
	names    map[xml.Name]string // each spelling is made once
	root     *Node
	// The elements that are open, the root first.
	stack []*Node
	count int
	room  []Node // nodes are made by the thousand
}

// token takes the next token. Tags match: the decoder refuses XML in which they do
// not, so the stack is never empty at an end tag. An element after the root's end is
// parsed and belongs to nothing; comments and document types are passed over.
func (p *parser) token(tok xml.Token) *flow.Error {
	switch tok := tok.(type) {
	case xml.StartElement:
		n, err := p.node()
		if err != nil {
			return err
		}
		if len(p.stack) >= MaxDepth {
			return &flow.Error{Msg: fmt.Sprintf("the XML is nested deeper than %d elements, the most that is read", MaxDepth)}
		}
		n.Name = p.name(tok.Name)
		if len(tok.Attr) > 0 {
			n.Attrs = make([]Attr, len(tok.Attr))
			for i, a := range tok.Attr {
				n.Attrs[i] = Attr{p.attrName(a.Name), a.Value}
			}
		}
		if len(p.stack) == 0 {
			if p.root == nil {
				p.root = n
			}
		} else {
			p.add(n)
		}
		p.stack = append(p.stack, n)
	case xml.EndElement:
		p.stack = p.stack[:len(p.stack)-1]
	case xml.CharData:
		return p.characters(string(tok))
	case xml.ProcInst:
		if v, err := strconv.ParseUint(string(tok.Inst), 16, 21); tok.Target == "char" && err == nil {
			return p.characters(string(rune(v)))
		}
	}
	return nil
}

// characters adds a run of characters to the element at hand; outside the root they
// are white space between tags and are left out.
func (p *parser) characters(s string) *flow.Error {
	if len(p.stack) == 0 || s == "" {
		return nil
	}
	if len(s) > MaxRun {
		return &flow.Error{Msg: fmt.Sprintf("the XML has more than %d MB of characters between two tags, the most that is read", MaxRun>>20)}
	}
	n, err := p.node()
	if err != nil {
		return err
	}
	n.Text = s
	p.add(n)
	return nil
}

// add puts n at the end of the innermost open element.
func (p *parser) add(n *Node) {
	top := p.stack[len(p.stack)-1]
	top.Children = append(top.Children, n)
}

// node makes a node. They are taken from a block of up to 1,024, which spares an
// allocation each; the first blocks are small, so that a small document costs little.
func (p *parser) node() (*Node, *flow.Error) {
	if p.count++; p.count > MaxNodes {
		return nil, &flow.Error{
			Msg:  fmt.Sprintf("the XML has more than %d elements and texts, the most that is read", MaxNodes),
			Hint: "is this one document? split it or remove what does not belong to it",
		}
	}
	if len(p.room) == 0 {
		p.room = make([]Node, min(1024, 16+p.count))
	}
	n := &p.room[0]
	p.room = p.room[1:]
	return n, nil
}

// attrName is the name of an attribute. By the XML namespaces standard one without a
// prefix is in no namespace, whatever the default is.
func (p *parser) attrName(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return p.name(n)
}

// name is the local name with the prefix of its namespace, made once for each
// spelling. Names of unknown namespaces get «?:», which no reader asks for: what is
// below such elements is still walked by those who walk all. The prefix «xml» is
// always known.
func (p *parser) name(n xml.Name) string {
	if s, ok := p.names[n]; ok {
		return s
	}
	prefix, known := p.prefixes[n.Space]
	if !known && n.Space == "http://www.w3.org/XML/1998/namespace" {
		prefix, known = "xml", true
	}
	s := n.Local
	switch {
	case !known:
		s = "?:" + s
	case prefix != "":
		s = prefix + ":" + s
	}
	p.names[n] = s
	return s
}

// Elements lists the elements right below n, without the characters. It makes a new
// list at each call.
func (n *Node) Elements() []*Node {
	if n == nil {
		return nil
	}
	out := make([]*Node, 0, len(n.Children))
	for _, c := range n.Children {
		if c.Name != "" {
			out = append(out, c)
		}
	}
	return out
}
