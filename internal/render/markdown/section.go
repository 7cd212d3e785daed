package markdown

import (
	"strings"

	"conceptdiff/internal/render/model"
)

// section writes a part that was composed as a tree.
func (m *writer) section(level int, s model.Section) {
	m.heading(level, s.Title)
	for _, n := range s.Nodes {
		switch n := n.(type) {
		case model.Section:
			m.section(level+1, n)
		case model.Paragraph:
			m.raw(modelText(n.Spans))
		case model.List:
			for _, it := range n.Items {
				m.WriteString("- " + mdStart(modelText(it.Spans)) + "\n")
				for _, p := range it.Under {
					m.WriteString("\n  " + mdStart(modelText(p.Spans)) + "\n")
				}
			}
			m.end()
		}
	}
}

// modelText escapes spans and marks what the eye should find.
func modelText(spans []model.Span) string {
	parts := make([]mdPart, 0, len(spans))
	for _, s := range spans {
		core := strings.TrimSpace(s.Text)
		if s.Mark != model.Strong || core == "" {
			parts = append(parts, mdPart{text: s.Text})
			continue
		}
		parts = append(parts, mdPart{core, "**"})
	}
	return joinMarkdown(parts)
}
