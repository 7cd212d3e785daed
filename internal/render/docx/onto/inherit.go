package onto

import (
	"slices"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// inherit finds the paragraphs of which LibreOffice would let others inherit, in each
// segment, and what follows each; and those that it leaves empty. It must come before
// the plan: what is left empty, and what a paragraph becomes when it goes, decides
// about its properties.
func (o *overlay) inherit() {
	o.inherited = make(map[*stream.Paragraph]bool)
	o.rest = make(map[*stream.Paragraph][]*stream.Paragraph)
	first := o.firstNotes()
	for _, ps := range o.segments {
		for i, p := range ps {
			if p.OneSided() && p.New != nil && o.holds(p, "w:fldChar") {
				p.Moved = false // with a mark that moves here, LibreOffice leaves an empty paragraph
			}
			o.rest[p] = ps[i+1:]
		}
		inherited := stream.Inherited(ps)
		behind := false // an object that goes
		for i, p := range ps[:len(ps)-1] {
			same := i > 0 && (p.New == nil) == (ps[i-1].New == nil)
			behind = p.OneSided() && (behind && same || o.holds(p, "m:oMath", "w:pict", "w:sdt"))
			o.inherited[p] = inherited[p] || behind
		}
		o.remain(ps, func(p *stream.Paragraph) bool { return first[p] || o.holdsBox(p) })
	}
}

// remain marks the paragraphs of which LibreOffice leaves an empty one when they go,
// since they hold an anchor: of those that are inserted one after the other, the
// first where the last holds one; of those that are deleted, each that holds one.
// Inserted ones with an anchor before the last hand down nothing. anchor says whether
// a paragraph holds one.
func (o *overlay) remain(ps []*stream.Paragraph, anchor func(*stream.Paragraph) bool) {
	for i := 0; i < len(ps); i++ {
		first := i
		for i < len(ps) && ps[i].OneSided() && ps[i].New != nil {
			i++
		}
		if run := ps[first:i]; slices.ContainsFunc(run, anchor) {
			last := run[len(run)-1]
			for _, p := range run {
				o.inherited[p] = false
				if anchor(last) {
					o.left[o.paragraphOf[p.New]] = true
				}
			}
		}
		if i < len(ps) && ps[i].OneSided() && anchor(ps[i]) {
			o.inherited[ps[i]] = false
			o.left[o.paragraphOf[ps[i].Old]] = true
		}
	}
}

// follower is what the next paragraph is in the old text: LibreOffice lets it inherit
// the properties of one that goes. It is nil at the end of a segment.
func (o *overlay) follower(p *stream.Paragraph) *former {
	for _, q := range o.rest[p] {
		if line, _ := q.Lines(); line != nil {
			if old := o.paragraphOf[line]; old != nil && old.element == nil {
				return &former{format: line.Format}
			} else if old != nil {
				return &former{paragraph: old}
			}
		}
	}
	return nil
}

// heir is the paragraph of the file to which LibreOffice would hand down the
// properties of an old one when its mark goes, nil for none: the one that its text
// goes on in, or the next. p has only an old line, and its text may go on in a line
// of the new text.
func (o *overlay) heir(p *stream.Paragraph) *paragraph {
	_, line := p.Lines()
	for _, q := range o.rest[p] {
		if line != nil || !o.inherited[p] {
			break
		}
		_, line = q.Lines()
	}
	return o.paragraphOf[line]
}

// holds reports whether an element of these names stands in a paragraph. Of one with
// a formula, a content control or a shape in the text LibreOffice does not see that it
// goes as a whole.
func (o *overlay) holds(p *stream.Paragraph, names ...string) bool {
	found := false
	for _, l := range []*stream.Line{p.Old, p.New} {
		if held := o.paragraphOf[l]; held != nil && held.element != nil {
			held.element.Walk(func(e *ooxml.Element) bool {
				found = found || slices.Contains(names, e.Name)
				return !found
			})
		}
	}
	return found
}

// holdsBox reports whether a text box goes with a paragraph. Of the old text only a
// box without a partner that can be carried over does.
func (o *overlay) holdsBox(p *stream.Paragraph) bool {
	return slices.ContainsFunc(p.Spans, func(s stream.Span) bool {
		if q := o.now.of[s.New]; s.New != nil && q != nil {
			return q.boxes != nil
		}
		q := o.old.of[s.Old]
		return s.New == nil && q != nil && q.boxes != nil && o.partner[q.boxes[0]] == nil && o.portable(q.boxes[0])
	})
}

// firstNotes are the paragraphs in which the first footnote and the first endnote of
// the redline stand, which LibreOffice reads otherwise than those behind them. Only
// the first of each kind is such.
func (o *overlay) firstNotes() map[*stream.Paragraph]bool {
	out := make(map[*stream.Paragraph]bool)
	seen := make(map[string]bool)
	for _, p := range o.paragraphs {
		var marks []noteMark
		if host := o.paragraphOf[p.New]; host != nil {
			marks = host.notes
		}
		for _, s := range p.Spans {
			gone, _ := o.notesOf(s)
			marks = append(slices.Clip(marks), gone...)
		}
		for _, m := range marks {
			if kind := noteKinds[m.mark.Name]; !seen[kind] {
				seen[kind], out[p] = true, true
			}
		}
	}
	return out
}
