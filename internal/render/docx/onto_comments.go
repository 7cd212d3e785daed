package docx

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// What files by the strict standard call the namespace of their text, and how
// the types of their relationships begin.
const (
	strictSpace = "http://purl.oclc.org/ooxml/wordprocessingml/main"
	strictRel   = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
)

// add puts elements into a part, as insert does.
func (p *wordParts) add(name, root, tag, elements string) error {
	data, err := insert(p.data[name], root, tag, elements)
	if err != nil {
		return fmt.Errorf("the comments have no place in %s of the Word document: %w", name, err)
	}
	p.data[name] = data
	return nil
}

// addComments adds comments to those of the file, or a part for them.
func (p *wordParts) addComments(elements string) error {
	if p.data[p.comments] == nil {
		if err := p.newComments(); err != nil {
			return err
		}
	}
	return p.add(p.comments, "comments", "w:comment", elements)
}

// newComments makes an empty comments part, declared as the file declares its
// others.
func (p *wordParts) newComments() error {
	space, rel := wordSpace, officeRel
	if p.strict {
		space, rel = strictSpace, strictRel
	}
	p.data[p.comments] = []byte(xmlHead + `<w:comments xmlns:w="` + space + `"></w:comments>`)
	if err := p.declareType(); err != nil {
		return err
	}
	if p.choose(p.related, "comments") != nil {
		return nil // the file refers to comments that it does not have
	}
	if p.data[p.links] == nil {
		p.data[p.links] = []byte(xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`)
	}
	id := "conceptdiffComments"
	for slices.ContainsFunc(p.related, func(r relation) bool { return r.id == id }) {
		id += "_"
	}
	return p.add(p.links, "Relationships", "Relationship",
		`<Relationship Id="`+id+`" Type="`+rel+`comments" Target="`+escape(path.Base(p.comments))+`"/>`)
}

// declareType says what the new comments part is, unless the file says it.
func (p *wordParts) declareType() error {
	root, err := scan(p.data[p.types])
	if err != nil {
		return fmt.Errorf("%s of the Word document: %w", p.types, err)
	}
	for _, e := range root.children {
		if strings.EqualFold(e.attr("PartName"), "/"+p.comments) {
			return nil
		}
	}
	return p.add(p.types, "Types", "Override", `<Override PartName="/`+escape(p.comments)+`" ContentType="`+wordType+`comments+xml"/>`)
}
