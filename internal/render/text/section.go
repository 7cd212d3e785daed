package text

import "conceptdiff/internal/render/model"

// tones are how the marks of the document model look on a terminal. Where words
// went or came, the text beside them says so, too.
var tones = map[model.Mark]tone{
	model.Strong: boldTone, model.Faint: dimTone, model.Deleted: deletedTone, model.Inserted: insertedTone,
}

// section writes a part that was composed as a tree.
func (t *writer) section(s model.Section) {
	t.heading(s.Title)
	for _, n := range s.Nodes {
		switch n := n.(type) {
		case model.Section:
			t.section(n)
		case model.Paragraph:
			t.para("  ", modelSpans(n.Spans)...)
		case model.List:
			t.list(n)
		}
	}
}

// list writes each item after a dot, and what stands under it further in.
func (t *writer) list(l model.List) {
	for _, it := range l.Items {
		t.para("  · ", modelSpans(it.Spans)...)
		for _, p := range it.Under {
			t.para("      ", modelSpans(p.Spans)...)
		}
	}
}

func modelSpans(spans []model.Span) []span {
	out := make([]span, len(spans))
	for i, s := range spans {
		out[i] = span{s.Text, tones[s.Mark]}
	}
	return out
}
