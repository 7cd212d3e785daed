package onto

import (
	"fmt"
	"path"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
)

// commentsOf is the part that holds a file's comments, or would: its name and
// content, nil where there is none.
func commentsOf(p *ooxml.Opened) (string, []byte, error) {
	if r := p.Choose(p.Relations, "comments"); r != nil {
		data, err := p.Read(r.Target)
		return p.Name(r.Target), data, err
	}
	return p.Free(path.Join(path.Dir(p.Main), "comments")), nil, nil
}

// addComments adds comments to those of the file, or a part for them.
func addComments(p *ooxml.Opened, name string, data []byte, elements string) error {
	if data == nil {
		space := wordml.Space
		if p.Strict {
			space = wordml.StrictSpace
		}
		data = []byte(ooxml.Head + `<w:comments xmlns:w="` + space + `"></w:comments>`)
		part := ooxml.Part{Name: name, Type: wordml.MediaType + "comments+xml", Data: data}
		if err := p.AddPart(part, "comments", "conceptdiffComments"); err != nil {
			return fmt.Errorf("the comments cannot be declared in the Word document: %w", err)
		}
	}
	data, err := ooxml.Insert(data, "comments", []string{wordml.Space, wordml.StrictSpace}, "w:comment", elements)
	if err != nil {
		return fmt.Errorf("the comments have no place in %s of the Word document: %w", name, err)
	}
	p.Set(name, data)
	return nil
}
