package docx

import (
	"strconv"

	"conceptdiff/internal/ooxml/wordml"
)

// body is the writer of the document's paragraphs.
type body struct {
	*document
	wordml.Writer
	starts   map[place][]*stretch
	ends     map[place][]*stretch
	endsWith map[int][]*stretch // after that paragraph
	comments map[*paragraph][]*comment
	risky    map[*paragraph]bool // see inherit.go
	late     bool                // see time
}

func (d *document) newBody() *body {
	b := &body{
		document: d, starts: make(map[place][]*stretch), ends: make(map[place][]*stretch),
		endsWith: make(map[int][]*stretch), comments: make(map[*paragraph][]*comment), risky: risky(d.paragraphs),
	}
	for _, s := range d.moves {
		first, last := s.places[0], s.places[len(s.places)-1]
		b.starts[first] = append(b.starts[first], s)
		if s.whole {
			b.endsWith[last.paragraph] = append(b.endsWith[last.paragraph], s)
		} else {
			b.ends[last] = append(b.ends[last], s)
		}
	}
	for _, c := range d.comments {
		b.comments[c.paragraph] = append(b.comments[c.paragraph], c)
	}
	return b
}

func (b *body) paragraph(i int) {
	p := b.paragraphs[i]
	b.WriteString(`<w:p>`)
	b.properties(i)
	comments := b.comments[p]
	if !p.shared() {
		// LibreOffice loses the properties of the next paragraph when this one goes
		// and a range of a comment with it: such comments stand at a point.
		for _, c := range comments {
			b.reference(p, c)
		}
		comments = nil
	}
	for _, c := range comments {
		b.WriteString(`<w:commentRangeStart w:id="` + strconv.Itoa(c.id) + `"/>`)
	}
	b.spans(i, p.spans)
	for _, c := range comments {
		b.WriteString(`<w:commentRangeEnd w:id="` + strconv.Itoa(c.id) + `"/>`)
		b.reference(p, c)
	}
	b.WriteString(`</w:p>`)
	for _, s := range b.endsWith[i] {
		b.rangeEnd(s)
	}
	if p.shared() {
		b.late = !b.late
	}
}

// time is when the changes at hand were made. LibreOffice joins two insertions
// within a minute of each other when one ends a paragraph and the other begins
// the next, and rejects the paragraph mark between them along: so they bear
// times further apart.
func (b *body) time() string {
	if b.late {
		return b.date + "T00:02:00Z"
	}
	return b.date + "T00:00:00Z"
}

// properties writes w:pPr: the look on the new side, how the mark changed, and
// the look on the old side where it is another.
func (b *body) properties(i int) {
	p, last := b.paragraphs[i], i == len(b.paragraphs)-1
	was, is := p.looks(last)
	if b.risky[p] {
		was, is = b.next(i, was, is)
	}
	b.WriteString(`<w:pPr>`)
	b.look(is)
	if !p.shared() && !last {
		b.WriteString(`<w:rPr>`)
		b.change(markTag(p))
		b.WriteString(`/></w:rPr>`)
	}
	if was != is {
		b.change("w:pPrChange")
		b.WriteString(`><w:pPr>`)
		b.look(was)
		b.WriteString(`</w:pPr></w:pPrChange>`)
	}
	b.WriteString(`</w:pPr>`)
}

// looks are the paragraph's looks on both sides. Where a side has no text in it,
// and no end, its look is the other's; in the last paragraph, which an empty
// text has too, it is that of plain text.
func (p *paragraph) looks(last bool) (was, is look) {
	old, now := p.lines()
	plain := look{style: "BodyText"}
	switch {
	case old != nil && now != nil:
		return old.look, now.look
	case last && now != nil:
		return plain, now.look
	case last && old != nil:
		return old.look, plain
	case now != nil:
		return now.look, now.look
	case old != nil:
		return old.look, old.look
	}
	return plain, plain
}

// markTag is the element that says how the paragraph's mark changed.
func markTag(p *paragraph) string {
	switch {
	case p.old != nil && p.moved:
		return "w:moveFrom"
	case p.old != nil:
		return "w:del"
	case p.moved:
		return "w:moveTo"
	}
	return "w:ins"
}

func (b *body) look(l look) {
	b.WriteString(`<w:pStyle w:val="` + l.style + `"/>`)
	if l.list > 0 {
		b.WriteString(`<w:numPr><w:ilvl w:val="` + strconv.Itoa(l.level) + `"/><w:numId w:val="` + strconv.Itoa(l.list) + `"/></w:numPr>`)
	}
}

// change opens a tag with the attributes of a tracked change and leaves it
// unclosed.
func (b *body) change(tag string) {
	b.WriteString(`<` + tag + ` w:id="` + strconv.Itoa(b.id()) + `" w:author="` + b.author + `" w:date="` + b.time() + `"`)
}

// tag is the element in which a span stands, "" for one that is kept.
func (s span) tag() string {
	switch {
	case s.old != nil && s.new != nil:
		return ""
	case s.old != nil && s.old.fate == moved:
		return "w:moveFrom"
	case s.old != nil:
		return "w:del"
	case s.new.fate == moved:
		return "w:moveTo"
	}
	return "w:ins"
}

// spans writes the text of a paragraph. Neighbours of one fate share an
// element.
func (b *body) spans(paragraph int, spans []span) {
	open := ""
	shut := func() {
		if open != "" {
			b.WriteString(`</` + open + `>`)
		}
		open = ""
	}
	for i, s := range spans {
		at := place{paragraph, i}
		if len(b.starts[at]) > 0 {
			shut()
			for _, m := range b.starts[at] {
				b.rangeStart(m)
			}
		}
		if tag := s.tag(); tag != open {
			shut()
			if tag != "" {
				b.change(tag)
				b.WriteByte('>')
			}
			open = tag
		}
		b.run(s)
		if len(b.ends[at]) > 0 {
			shut()
			for _, m := range b.ends[at] {
				b.rangeEnd(m)
			}
		}
	}
	shut()
}

// run writes w:r.
func (b *body) run(s span) {
	a := s.any()
	b.WriteString(`<w:r>`)
	lang := s.new == nil && b.oldLang != "" && b.oldLang != b.newLang
	if a.number || lang {
		b.WriteString(`<w:rPr>`)
		if a.number {
			b.WriteString(`<w:rStyle w:val="ClauseNumber"/>`)
		}
		if lang {
			b.WriteString(`<w:lang w:val="` + b.oldLang + `"/>`)
		}
		b.WriteString(`</w:rPr>`)
	}
	if s.tag() == "w:del" {
		b.Deleted(a.text)
	} else {
		b.Text(a.text)
	}
	b.WriteString(`</w:r>`)
}

func (b *body) rangeStart(s *stretch) {
	s.id = b.id()
	tag := "w:moveToRangeStart"
	if s.key.old {
		tag = "w:moveFromRangeStart"
	}
	b.WriteString(`<` + tag + ` w:id="` + strconv.Itoa(s.id) + `" w:author="` + b.author + `" w:date="` + b.time() +
		`" w:name="` + s.name + `"/>`)
}

func (b *body) rangeEnd(s *stretch) {
	tag := "w:moveToRangeEnd"
	if s.key.old {
		tag = "w:moveFromRangeEnd"
	}
	b.WriteString(`<` + tag + ` w:id="` + strconv.Itoa(s.id) + `"/>`)
}

// reference is the place of a comment. In a paragraph that only one side has
// the comment goes with it.
func (b *body) reference(p *paragraph, c *comment) {
	tag := ""
	if !p.shared() && !p.kept() {
		tag = markTag(p)
		b.change(tag)
		b.WriteByte('>')
	}
	b.WriteString(`<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:commentReference w:id="` + strconv.Itoa(c.id) + `"/></w:r>`)
	if tag != "" {
		b.WriteString(`</` + tag + `>`)
	}
}
