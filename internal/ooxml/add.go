package ooxml

import (
	"fmt"
	"path"
	"slices"
	"strings"
)

// AddPart adds an empty part to which the main part refers, declared as the file
// declares its others. kind is the last word of its relationship («comments»),
// id the identifier that the relationship gets when the file does not use it.
func (p *Opened) AddPart(part Part, kind, id string) error {
	p.Set(part.Name, part.Data)
	if err := p.declare(part); err != nil {
		return err
	}
	if p.Choose(p.Relations, kind) != nil {
		return nil // the file refers to such a part and does not have it
	}
	links := relationsOf(p.Main)
	data, err := p.Read(links)
	if err != nil {
		return err
	}
	if data == nil {
		data = []byte(Head + `<Relationships xmlns="` + packageRelation + `"></Relationships>`)
	}
	for slices.ContainsFunc(p.Relations, func(r Relation) bool { return r.ID == id }) {
		id += "_"
	}
	relation := OfficeRelation + kind
	if p.Strict {
		relation = StrictRelation + kind
	}
	data, err = Insert(data, "Relationships", []string{packageRelation}, "Relationship", relationElement(id, relation, path.Base(part.Name)))
	if err != nil {
		return fmt.Errorf("%s: %w", p.Name(links), err)
	}
	p.Set(links, data)
	return nil
}

// declare says what a new part is, unless the file says it.
func (p *Opened) declare(part Part) error {
	name := p.Name(TypesPart)
	data, err := p.Read(TypesPart)
	if err != nil {
		return err
	}
	root, err := Scan(data)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for _, e := range root.Children {
		if strings.EqualFold(e.Attr("PartName"), "/"+part.Name) {
			return nil
		}
	}
	data, err = Insert(data, "Types", []string{contentTypes}, "Override", `<Override PartName="/`+Escape(part.Name)+`" ContentType="`+part.Type+`"/>`)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	p.Set(TypesPart, data)
	return nil
}
