package onto

import (
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// plan says what happens to one paragraph of the file. Its lists count from the first
// character of the paragraph.
type plan struct {
	tags   []string                // by character: the element it is to stand in, "" for none
	known  []bool                  // by character: a line of the new text holds it
	came   map[*ooxml.Element]bool // runs with the mark of a note that only the new text has
	events map[int][]event         // before that character; behind the last, at the number of characters
	mark   string                  // the element in the properties of its mark
	was    *former                 // on the old side, where it is another
	late   bool
}

// former is what a paragraph was in the old text: a paragraph of its tree, or
// only the format of a line.
type former struct {
	paragraph *paragraph
	format    stream.Format
	empty     bool // it was not there: what stays of it is an empty paragraph
}

// event is something that stands between two characters. At most one of raw, run and
// ended is set.
type event struct {
	raw    string      // written as it is
	run    *stream.Run // old text
	tag    string      // the element for it
	ended  *stream.Paragraph
	behind []*stream.MoveRange // moves whose range ends with the paragraph that ends here
}

// place lays the paragraphs of the stream over those of the file. Paragraphs that
// only the old text has are written before the paragraph of the file that follows in
// their segment, or by [overlay.loose] where none does.
func (o *overlay) place() {
	o.plans = make([]plan, len(o.now.layout.paragraphs))
	for i, p := range o.now.layout.paragraphs {
		o.plans[i] = plan{tags: make([]string, len(p.chars)), known: make([]bool, len(p.chars)), events: make(map[int][]event), came: make(map[*ooxml.Element]bool)}
		for j, c := range p.chars {
			o.plans[i].known[j] = c.char == boxMark
		}
	}
	o.starts = make(map[stream.Position][]*stream.MoveRange)
	o.ends = make(map[stream.Position][]*stream.MoveRange)
	o.endsWith = make(map[int][]*stream.MoveRange)
	for _, m := range o.moves {
		first, last := m.Positions[0], m.Positions[len(m.Positions)-1]
		o.starts[first] = append(o.starts[first], m)
		if m.Whole {
			o.endsWith[last.Paragraph] = append(o.endsWith[last.Paragraph], m)
		} else {
			o.ends[last] = append(o.ends[last], m)
		}
	}
	var waiting []int // paragraphs that only the old text has, before one of the file
	for i, p := range o.paragraphs {
		if p.New == nil {
			waiting = append(waiting, i)
			if at, behind := o.behind[p]; behind {
				o.loose(waiting, at)
				waiting = nil
			} else if o.isGone(p) {
				waiting = nil
			}
			continue
		}
		o.lay(append(waiting, i))
		waiting = nil
		if p.Shared() {
			o.Late = !o.Late
		}
	}
}

// isGone reports whether a paragraph stands in a row that is deleted as a whole.
func (o *overlay) isGone(p *stream.Paragraph) bool { return o.gone[o.paragraphOf[p.Old]] == p }

// lay lays a paragraph of the file: those of the old text that end in it, and the one
// that ends with its mark. They come in the order of the stream; the last has the
// mark of the file's paragraph.
func (o *overlay) lay(list []int) {
	last := o.paragraphs[list[len(list)-1]]
	host := o.paragraphOf[last.New]
	c := &cursor{overlay: o, host: host, plan: &o.plans[host.index]}
	c.plan.late = o.Late
	for _, i := range list {
		p := o.paragraphs[i]
		c.spans(i, p)
		if p != last {
			c.say(event{ended: p, behind: o.endsWith[i]})
			continue
		}
		for _, m := range o.endsWith[i] {
			c.say(event{raw: o.RangeEnd(m)})
		}
	}
	if last.Old == nil && !o.final(host) {
		c.plan.mark = last.MarkTag()
	}
	c.plan.was = o.former(last, host)
	c.plan.fill(host.chars)
}

// final reports whether a paragraph is the last of the body or of a text box,
// whose mark nobody can delete.
func (o *overlay) final(p *paragraph) bool {
	last := p.in.blocks[len(p.in.blocks)-1]
	return p.in.cell == nil && last.paragraph == p
}

// cursor is how far a paragraph of the file was laid. host is nil where no paragraph
// of the file holds the text.
type cursor struct {
	*overlay
	host *paragraph
	plan *plan
	at   int // behind the last character of the new text
}

// spans lays the text of a paragraph of the stream, with its comments and the ranges
// of moves. Numbers that a program counts are not written, and typed where it no
// longer counts them.
func (c *cursor) spans(i int, p *stream.Paragraph) {
	for _, n := range c.notes[p] {
		c.say(event{raw: c.Reference(n)})
	}
	if text := c.typedLabel(p); text != "" {
		c.say(event{run: &stream.Run{Text: text}, tag: "w:del"})
	}
	for j, s := range p.Spans {
		at := stream.Position{Paragraph: i, Span: j}
		for _, m := range c.starts[at] {
			c.say(event{raw: c.RangeStart(m)})
		}
		switch object, whole := c.oldObject(s); {
		case s.New != nil:
			c.show(c.now.of[s.New], s.Tag())
		case whole:
			c.say(event{raw: object})
		case !c.counted(s.Old, p):
			c.say(event{run: s.Old, tag: s.Tag()})
		}
		gone, came := c.notesOf(s)
		for _, m := range gone {
			c.say(event{raw: c.oldNote(m, s)})
		}
		for _, m := range came {
			c.plan.came[m.run] = true
		}
		for _, m := range c.ends[at] {
			c.say(event{raw: c.RangeEnd(m)})
		}
	}
}

// show says in which element characters of the file stand. Characters in other
// paragraphs, as of a row's line, are theirs to show.
func (c *cursor) show(p *piece, tag string) {
	for _, s := range p.spots {
		if s.paragraph != c.host.index {
			continue
		}
		c.at = s.char + 1
		if len(p.boxes) > 0 && c.oldBox(p.boxes[0]) != nil {
			tag = "" // what changed in it is tracked there
		}
		c.plan.tags[s.char], c.plan.known[s.char] = tag, true
	}
}

// say puts an event where the paragraph was laid to. Before its first visible
// character it stands before the white space that opens the paragraph.
// Within an object, that is changed as a whole, it stands behind it.
func (c *cursor) say(e event) {
	at := c.at
	if c.host != nil && at > 0 {
		for chars := c.host.chars; at < len(chars) && chars[at].unit != nil && chars[at].unit == chars[at-1].unit; {
			at++
		}
	}
	c.plan.events[at] = append(c.plan.events[at], e)
}

// fill lets characters that no line holds, such as a second space, share the fate of
// those around them, and parts of an object that of its first character. What stands
// between two fates stays as it is: both texts then have it.
func (p *plan) fill(chars []char) {
	tag := func(i, step int) string {
		for i >= 0 && i < len(chars) && chars[i].char == boxMark {
			i += step
		}
		if i < 0 || i >= len(chars) {
			return p.mark
		}
		return p.tags[i]
	}
	for j := 0; j < len(p.tags); j++ {
		if p.known[j] {
			continue
		}
		end := j
		for end < len(p.tags) && !p.known[end] {
			end++
		}
		before, after := tag(j-1, -1), tag(end, 1)
		for ; j < end; j++ {
			if before == after {
				p.tags[j] = before
			}
		}
	}
}

// patch replaces bytes of the file. Patches may stand within others: see
// [overlay.between].
type patch struct {
	from, to int
	text     string
	order    int // among those at one offset
}
