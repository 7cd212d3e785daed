package ingest

import (
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/layout"
	"conceptdiff/internal/numbering"
	"conceptdiff/internal/revision"
)

// Every reader's text passes one of the three checks below before a tree is made of it:
// blocks of a flow, blocks that are laid out, or a tree that the file lays out itself.

// checkFlow refuses what a format's reader found beyond the limits of package flow.
func checkFlow(doc *flow.Document) *flow.Error {
	var budget flow.Budget
	for i := range doc.Blocks {
		b := &doc.Blocks[i]
		if err := budget.Take(b.Place, b.Num, append(noteTexts(b.Notes), b.Text)...); err != nil {
			return err
		}
	}
	return nil
}

// checkBlocks is the same for text and Markdown, in which a number beyond its limit
// is words like any: the label is taken back into the text, and the block stays as an
// unnumbered one. In formats that hold a number apart from the text such a number is
// refused, since nobody wrote it as words.
func checkBlocks(blocks []layout.Block) *flow.Error {
	var budget flow.Budget
	for i := range blocks {
		b := &blocks[i]
		if len(b.Label.Printed) > flow.MaxLabel {
			b.Text = layout.Squeeze(b.Label.Printed + " " + b.Text)
			b.Label = numbering.Label{Form: numbering.FormUnknown}
		}
		if err := budget.Take(flow.Place{Line: b.Line}, b.Label.Printed, append(noteTexts(b.Notes), b.Text)...); err != nil {
			return err
		}
	}
	return nil
}

// checkProvisions is the same for a tree that a file lays out itself. Addresses count
// as text: they come from the file, and are stored. A provision has no place in such
// files, so the error names none.
func checkProvisions(components []*revision.Provision) *flow.Error {
	var budget flow.Budget
	var err *flow.Error
	for _, c := range components {
		c.Walk(func(p *revision.Provision) bool {
			if err == nil {
				err = budget.Take(flow.Place{}, p.Num, append(noteTexts(p.Notes), p.Heading, p.Text, p.EID)...)
			}
			return err == nil
		})
	}
	return err
}

// noteTexts is the texts of notes, with room for three more strings of a provision.
func noteTexts(notes []revision.Note) []string {
	out := make([]string, 0, len(notes)+3)
	for _, n := range notes {
		out = append(out, n.Text)
	}
	return out
}
