package redline

import (
	"strconv"

	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/render/docx/markup"
	"conceptdiff/internal/render/docx/stream"
)

// body is the writer of the document's paragraphs. starts and ends tell where ranges
// of what moved begin and end: before and behind a span, or behind a whole paragraph.
type body struct {
	*document
	wordml.Writer
	starts   map[stream.Position][]*stream.MoveRange
	ends     map[stream.Position][]*stream.MoveRange
	endsWith map[int][]*stream.MoveRange // after that paragraph
	notes    map[*stream.Paragraph][]*markup.Comment
	risky    map[*stream.Paragraph]bool // see [stream.Inherited]
}

// newBody makes the writer of a composed document: ranges and comments must be known.
func (d *document) newBody() *body {
	b := &body{
		document: d, starts: make(map[stream.Position][]*stream.MoveRange), ends: make(map[stream.Position][]*stream.MoveRange),
		endsWith: make(map[int][]*stream.MoveRange), notes: make(map[*stream.Paragraph][]*markup.Comment), risky: stream.Inherited(d.paragraphs),
	}
	for _, s := range d.moves {
		first, last := s.Positions[0], s.Positions[len(s.Positions)-1]
		b.starts[first] = append(b.starts[first], s)
		if s.Whole {
			b.endsWith[last.Paragraph] = append(b.endsWith[last.Paragraph], s)
		} else {
			b.ends[last] = append(b.ends[last], s)
		}
	}
	for _, c := range d.comments {
		b.notes[c.Paragraph] = append(b.notes[c.Paragraph], c)
	}
	return b
}

// paragraph writes the i-th paragraph. Late alternates where a mark that both texts
// have parts the changes, so that LibreOffice does not join them
// ([markup.Author.Change]).
func (b *body) paragraph(i int) {
	p := b.paragraphs[i]
	b.WriteString(`<w:p>`)
	b.properties(i)
	comments := b.notes[p]
	if !p.Shared() {
		// LibreOffice loses the properties of the next paragraph when this one goes
		// and a range of a comment with it: such comments stand at a point.
		for _, c := range comments {
			b.WriteString(b.Reference(c))
		}
		comments = nil
	}
	for _, c := range comments {
		b.WriteString(`<w:commentRangeStart w:id="` + strconv.Itoa(c.ID) + `"/>`)
	}
	b.spans(i, p.Spans)
	for _, c := range comments {
		b.WriteString(`<w:commentRangeEnd w:id="` + strconv.Itoa(c.ID) + `"/>`)
		b.WriteString(b.Reference(c))
	}
	b.WriteString(`</w:p>`)
	for _, s := range b.endsWith[i] {
		b.WriteString(b.RangeEnd(s))
	}
	if p.Shared() {
		b.Late = !b.Late
	}
}

// properties writes w:pPr: the look on the new side, how the mark changed, and the
// look on the old side where it is another. The mark of the last paragraph cannot be
// inserted or deleted; what is on both sides is not marked.
func (b *body) properties(i int) {
	p, last := b.paragraphs[i], i == len(b.paragraphs)-1
	was, is := p.Formats(last)
	if b.risky[p] {
		was, is = b.next(i, was, is)
	}
	b.WriteString(`<w:pPr>`)
	b.look(is)
	if !p.Shared() && !last {
		b.WriteString(`<w:rPr>`)
		b.WriteString(b.Change(p.MarkTag()))
		b.WriteString(`/></w:rPr>`)
	}
	if was != is {
		b.WriteString(b.Change("w:pPrChange"))
		b.WriteString(`><w:pPr>`)
		b.look(was)
		b.WriteString(`</w:pPr></w:pPrChange>`)
	}
	b.WriteString(`</w:pPr>`)
}

// next gives a paragraph, on the side that does not have it, the format of the
// paragraph that follows there. It is what LibreOffice would let the next one inherit
// (see inherit.go in package stream). Behind the last paragraph of a side stands
// plain text.
func (b *body) next(i int, was, is stream.Format) (stream.Format, stream.Format) {
	gone := b.paragraphs[i].Old != nil
	for j, p := range b.paragraphs[i+1:] {
		old, now := p.Formats(i+1+j == len(b.paragraphs)-1)
		oldLine, newLine := p.Lines()
		if gone && newLine != nil {
			return was, now
		}
		if !gone && oldLine != nil {
			return old, is
		}
	}
	if gone {
		return was, stream.Format{Style: "BodyText"}
	}
	return stream.Format{Style: "BodyText"}, is
}

// look writes a style and, of an item, the list and its level.
func (b *body) look(l stream.Format) {
	b.WriteString(`<w:pStyle w:val="` + l.Style + `"/>`)
	if l.List > 0 {
		b.WriteString(`<w:numPr><w:ilvl w:val="` + strconv.Itoa(l.Level) + `"/><w:numId w:val="` + strconv.Itoa(l.List) + `"/></w:numPr>`)
	}
}

// spans writes the text of a paragraph. Neighbours of one fate share an element.
// Ranges of what moved begin and end between such elements, which are closed before
// them.
func (b *body) spans(paragraph int, spans []stream.Span) {
	open := ""
	shut := func() {
		if open != "" {
			b.WriteString(`</` + open + `>`)
		}
		open = ""
	}
	for i, s := range spans {
		at := stream.Position{Paragraph: paragraph, Span: i}
		if len(b.starts[at]) > 0 {
			shut()
			for _, m := range b.starts[at] {
				b.WriteString(b.RangeStart(m))
			}
		}
		if tag := s.Tag(); tag != open {
			shut()
			if tag != "" {
				b.WriteString(b.Change(tag))
				b.WriteByte('>')
			}
			open = tag
		}
		b.run(s)
		if len(b.ends[at]) > 0 {
			shut()
			for _, m := range b.ends[at] {
				b.WriteString(b.RangeEnd(m))
			}
		}
	}
	shut()
}

// run writes w:r. Text of the old side has its own language where that is another, by
// which Word spells it. Deleted text has an element of its own; what moved away has
// not.
func (b *body) run(s stream.Span) {
	a := s.Any()
	b.WriteString(`<w:r>`)
	lang := s.New == nil && b.oldLang != "" && b.oldLang != b.newLang
	if a.Number || lang {
		b.WriteString(`<w:rPr>`)
		if a.Number {
			b.WriteString(`<w:rStyle w:val="ClauseNumber"/>`)
		}
		if lang {
			b.WriteString(`<w:lang w:val="` + b.oldLang + `"/>`)
		}
		b.WriteString(`</w:rPr>`)
	}
	if s.Tag() == "w:del" {
		b.Deleted(a.Text)
	} else {
		b.Text(a.Text)
	}
	b.WriteString(`</w:r>`)
}
