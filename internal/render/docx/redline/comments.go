package redline

import (
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render/docx/stream"
)

// comment writes the reason beside every change. The paragraph of a line is the first
// that holds text of it, on either side.
func (d *document) comment(t *stream.Texts) {
	begins := make(map[*stream.Line]*stream.Paragraph)
	for _, p := range d.paragraphs {
		for _, s := range p.Spans {
			if s.Old != nil && begins[s.Old.Line] == nil {
				begins[s.Old.Line] = p
			}
			if s.New != nil && begins[s.New.Line] == nil {
				begins[s.New.Line] = p
			}
		}
	}
	d.comments = d.Explain(d.report, d.options, t, d.paragraphs, begins)
}

// commentsPart is word/comments.xml.
func (d *document) commentsPart() []byte {
	return []byte(ooxml.Head + `<w:comments ` + wordml.Namespace + `>` + d.Comments(d.comments) + `</w:comments>`)
}
