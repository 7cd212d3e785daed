package compare

import (
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// Beside is a difference in what stands beside the text: footnotes, headers and
// footers. The words of a comparison are those of the text alone, so that a clause
// can be unchanged while its footnote is another; this says so.
type Beside struct {
	Kind     revision.NoteKind // footnote, header or footer
	Old, New string            // "" where that text has none
	At       string            // the address of a footnote's clause, in the new text or, where it is gone, in the old
}

// besideText lists the differences in what stands beside the text: headers and
// footers first, then footnotes in the order of the changes. Notes of clauses that
// are new or removed as a whole are part of those. How notes are numbered, and
// white space, do not count.
func (c *Comparison) besideText() []Beside {
	var out []Beside
	for _, kind := range []revision.NoteKind{revision.NoteHeader, revision.NoteFooter} {
		out = append(out, pairNotes(kind, "", ofComponents(c.Old, kind), ofComponents(c.New, kind))...)
	}
	for i := range c.Changes {
		ch := &c.Changes[i]
		if len(ch.Old) == 0 || len(ch.New) == 0 {
			continue
		}
		out = append(out, pairNotes(revision.NoteFootnote, ch.New[0].Address(), footnotes(ch.Old), footnotes(ch.New))...)
	}
	return out
}

// ofComponents are the notes of a kind that belong to the components themselves.
func ofComponents(r *revision.Revision, kind revision.NoteKind) []string {
	var out []string
	for _, p := range r.Components {
		out = appendNotes(out, p, kind)
	}
	return out
}

// footnotes are those of clauses and of the paragraphs in them.
func footnotes(clauses []*revision.Clause) []string {
	var out []string
	for _, c := range clauses {
		out = appendFootnotes(out, c.Provision)
	}
	return out
}

func appendFootnotes(out []string, p *revision.Provision) []string {
	out = appendNotes(out, p, revision.NoteFootnote)
	for _, child := range p.Children {
		if child.Kind == revision.KindParagraph || child.Kind == revision.KindItem {
			out = appendFootnotes(out, child)
		}
	}
	return out
}

func appendNotes(out []string, p *revision.Provision, kind revision.NoteKind) []string {
	for _, n := range p.Notes {
		if n.Kind == kind {
			out = append(out, strings.Join(strings.Fields(n.Text), " "))
		}
	}
	return out
}

// pairNotes leaves out what stands on both sides and pairs the rest in order.
func pairNotes(kind revision.NoteKind, at string, old, now []string) []Beside {
	if slices.Equal(old, now) {
		return nil
	}
	left := map[string]int{}
	for _, s := range now {
		left[s]++
	}
	var gone []string
	for _, s := range old {
		if left[s] > 0 {
			left[s]--
			continue
		}
		gone = append(gone, s)
	}
	var out []Beside
	for _, s := range now {
		if left[s] == 0 {
			continue
		}
		left[s]--
		b := Beside{Kind: kind, New: s, At: at}
		if len(gone) > 0 {
			b.Old, gone = gone[0], gone[1:]
		}
		out = append(out, b)
	}
	for _, s := range gone {
		out = append(out, Beside{Kind: kind, Old: s, At: at})
	}
	return out
}
