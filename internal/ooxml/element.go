package ooxml

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// Element is an element of a part that is to be changed at some places and kept
// to the byte at all others: it knows where in the part it stands. Offsets are in
// bytes. The nil element has no children and no attributes.
type Element struct {
	Name       string // as written, with its prefix
	Attrs      []xml.Attr
	Start, End int // of the whole element
	From, To   int // of what stands inside; From is End where it is one empty tag
	Children   []*Element
}

// Child is the first child of a name, nil when there is none.
func (e *Element) Child(name string) *Element {
	if e == nil {
		return nil
	}
	for _, c := range e.Children {
		if c.Name == name {
			return c
		}
	}
	return nil
}

// Path goes down from child to child.
func (e *Element) Path(names ...string) *Element {
	for _, n := range names {
		e = e.Child(n)
	}
	return e
}

// Attr is the value of an attribute, "" when there is none.
func (e *Element) Attr(name string) string {
	v, _ := e.Lookup(name)
	return v
}

// Lookup is the value of an attribute and whether there is one.
func (e *Element) Lookup(name string) (string, bool) {
	if e == nil {
		return "", false
	}
	for _, a := range e.Attrs {
		if written(a.Name) == name {
			return a.Value, true
		}
	}
	return "", false
}

// On reads a property that is on where it stands, unless it says otherwise
// (ST_OnOff). Words that the standard does not know are off, as our reader has
// it: what it saw must be found here.
func (e *Element) On() bool {
	v, given := e.Lookup("w:val")
	return e != nil && (!given || v == "1" || v == "true" || v == "on")
}

// Raw is the element as the part has it, "" for nil.
func (e *Element) Raw(part []byte) string {
	if e == nil {
		return ""
	}
	return string(part[e.Start:e.End])
}

// Text is the text of an element without children.
func (e *Element) Text(part []byte) string {
	if e.From >= e.To {
		return ""
	}
	raw := part[e.From:e.To]
	if !bytes.ContainsAny(raw, "&<\r") {
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

// Walk calls f for the element and all below it, parents first; it does not go
// below one for which f returns false.
func (e *Element) Walk(f func(*Element) bool) {
	if e == nil || !f(e) {
		return
	}
	for _, c := range e.Children {
		c.Walk(f)
	}
}

// maxNesting is how deep elements may stand in each other.
const maxNesting = 400

// Scan reads a part into elements. It fails when the part is no well-formed XML
// or its elements stand too deep in each other.
func Scan(part []byte) (*Element, error) {
	d := xml.NewDecoder(bytes.NewReader(part))
	root := &Element{}
	stack := []*Element{root}
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
			e := &Element{Name: written(t.Name), Attrs: t.Attr, Start: at, From: int(d.InputOffset())}
			top := stack[len(stack)-1]
			top.Children = append(top.Children, e)
			stack = append(stack, e)
		case xml.EndElement:
			if len(stack) == 1 {
				return nil, errors.New("an element ends that never began")
			}
			e := stack[len(stack)-1]
			if name := written(t.Name); name != e.Name {
				return nil, fmt.Errorf("%s ends inside %s", short(name, 60), short(e.Name, 60))
			}
			stack = stack[:len(stack)-1]
			e.To, e.End = at, int(d.InputOffset())
		}
	}
	if len(stack) != 1 || len(root.Children) != 1 {
		return nil, errors.New("the XML ends in the middle")
	}
	return root.Children[0], nil
}

// written is a name as the file has it, with its prefix.
func written(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// short is the beginning of a text, for messages.
func short(s string, n int) string {
	r := []rune(s)
	if len(r) <= n {
		return s
	}
	return string(r[:n]) + "…"
}
