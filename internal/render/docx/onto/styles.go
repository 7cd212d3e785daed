package onto

import (
	"conceptdiff/internal/ooxml"
)

// styles is what a file says of its styles and lists, as far as text depends on it.
// lists has how each is defined, by its number; two lists are the same where that is
// the same to the byte.
type styles struct {
	known  map[string]bool
	hidden map[string]bool   // its text is not shown
	listed map[string]string // how it puts paragraphs into a list, as the file writes it; "" where it does not
	lists  map[string]string
}

// readStyles reads the styles and lists of a file. A part that is missing or
// broken says nothing.
func readStyles(p *ooxml.Opened) *styles {
	s := &styles{known: make(map[string]bool), hidden: make(map[string]bool), listed: make(map[string]string), lists: make(map[string]string)}
	based := make(map[string]string)
	vanish, number := make(map[string]*ooxml.Element), make(map[string]*ooxml.Element)
	root, data := partOf(p, "styles")
	for _, e := range root.Children {
		if e.Name != "w:style" {
			continue
		}
		id := e.Attr("w:styleId")
		s.known[id] = true
		based[id] = e.Child("w:basedOn").Attr("w:val")
		vanish[id] = e.Path("w:rPr", "w:vanish")
		number[id] = e.Path("w:pPr", "w:numPr")
	}
	for id := range s.known {
		s.hidden[id] = vanish[chain(id, based, vanish)].On()
		n := number[chain(id, based, number)]
		if list := n.Child("w:numId"); list != nil && list.Attr("w:val") != "0" {
			s.listed[id] = n.Raw(data)
		}
	}
	s.readLists(p)
	return s
}

// chain follows a style to the one that says something: itself, or one that it is
// based on; "" for none. A circle of styles ends after as many steps as there are
// styles.
func chain(id string, based map[string]string, says map[string]*ooxml.Element) string {
	for range len(based) {
		if says[id] != nil {
			return id
		}
		id = based[id]
	}
	return ""
}

// counts reports whether a paragraph may stand in a list. That it stands in one does
// not say that a number is shown.
func (s *styles) counts(p *paragraph) bool {
	if n := p.element.Path("w:pPr", "w:numPr", "w:numId"); n != nil {
		return n.Attr("w:val") != "0"
	}
	return s.listed[p.style()] != ""
}

// readLists keeps how each list is defined, as the file writes it.
func (s *styles) readLists(p *ooxml.Opened) {
	root, data := partOf(p, "numbering")
	abstract := make(map[string]string)
	for _, e := range root.Children {
		switch e.Name {
		case "w:abstractNum":
			abstract[e.Attr("w:abstractNumId")] = e.Raw(data)
		case "w:num":
			s.lists[e.Attr("w:numId")] = e.Raw(data) + abstract[e.Child("w:abstractNumId").Attr("w:val")]
		}
	}
}

// partOf is the root of a part to which the main part refers, and its bytes. An empty
// element stands for one that is not there or cannot be read.
func partOf(p *ooxml.Opened, kind string) (*ooxml.Element, []byte) {
	r := p.Choose(p.Relations, kind)
	if r == nil {
		return &ooxml.Element{}, nil
	}
	data, err := p.Read(r.Target)
	if err != nil || data == nil {
		return &ooxml.Element{}, nil
	}
	root, err := ooxml.Scan(data)
	if err != nil {
		return &ooxml.Element{}, nil
	}
	return root, data
}

// hides reports whether text in a style is not shown.
func (s *styles) hides(id string) bool { return id != "" && s.hidden[id] }
