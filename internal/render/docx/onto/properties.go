package onto

import (
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/docx/stream"
)

// A paragraph that only the old text has, and one that was of another kind there,
// needs properties of the new file: its styles and lists are those that count.
// Where the old text has a Word file of its own, paragraphs that are in both say
// what its styles and lists have become; where it has none, a paragraph of the new
// file that stands for the same serves as the model.

// kind is what of a paragraph's own properties decides about its number.
type kind struct {
	style, list, level string
	counted            bool // the program counts a number for it
}

// kind reads what the paragraph itself says; its style may say more.
func (p *paragraph) kind() kind {
	n := p.element.Path("w:pPr", "w:numPr")
	return kind{p.style(), n.Child("w:numId").Attr("w:val"), n.Child("w:ilvl").Attr("w:val"), p.label != ""}
}

// learn finds what each kind of paragraph has become, and models for the formats of
// lines. A kind has become what most of its paragraphs became, itself where that is
// as many. A model is the first line of its format, but one that is counted is better
// where another is not.
func (o *overlay) learn() {
	o.became = make(map[kind]*paragraph)
	votes := make(map[[2]kind]int)
	for _, p := range o.paragraphs {
		old, now := o.paragraphOf[p.Old], o.paragraphOf[p.New]
		if old == nil || now == nil || old.element == nil || !share(p.Old, p.New) {
			continue
		}
		a, b := old.kind(), now.kind()
		if form(old.label) != form(now.label) {
			continue
		}
		votes[[2]kind{a, b}]++
		best := o.became[a]
		if n := votes[[2]kind{a, b}]; best == nil || n > votes[[2]kind{a, best.kind()}] || n == votes[[2]kind{a, best.kind()}] && a == b {
			o.became[a] = now
		}
	}
	o.models = make(map[string]*paragraph)
	for i, line := range o.now.lines {
		f := &o.now.found[i]
		if f.first == nowhere {
			continue
		}
		p := o.now.layout.paragraphs[f.first.paragraph]
		switch m := o.models[line.Format.Style]; {
		case p.row != nil:
		case m == nil, f.counts(line) && m.label == "":
			o.models[line.Format.Style] = p
		}
	}
}

// form is a label with every number as 1 and every letter as a: labels of one form
// may come from one list.
func form(label string) string {
	var out []rune
	for _, r := range label {
		switch {
		case unicode.IsDigit(r):
			r = '1'
		case unicode.IsLetter(r):
			r = 'a'
		}
		if n := len(out); n == 0 || out[n-1] != r {
			out = append(out, r)
		}
	}
	return string(out)
}

// share reports whether two lines have text in common: the last paragraph of a
// segment is on both sides whatever stands in it.
func share(old, now *stream.Line) bool {
	for _, r := range now.Runs {
		if r.Fate == stream.Kept && r.Counterpart.Line == old {
			return true
		}
	}
	return false
}

// label tells the paragraphs of a text which number the program counts for them.
func (s *side) label() {
	for i, line := range s.lines {
		f := &s.found[i]
		if f.first != nowhere && !f.typed && line.Num != "" {
			s.layout.paragraphs[f.first.paragraph].label = line.Num
		}
		for p, label := range f.labels {
			s.layout.paragraphs[p].label = label
		}
	}
}

// former says what a paragraph was in the old text, nil where it was the same. Within
// tables a format alone says nothing: a line there may be a whole row.
func (o *overlay) former(p *stream.Paragraph, host *paragraph) *former {
	line, _ := p.Lines()
	old := o.paragraphOf[line]
	switch {
	case old == nil && p.Old == nil && o.left[host] && o.now.layout.styles.counts(host):
		return &former{empty: true}
	case p.Old == nil && o.inherited[p]:
		return o.follower(p)
	case old == nil || p.Old == nil && len(p.Spans) == 0:
		return nil
	case old.element != nil:
		a, b := old.kind(), host.kind()
		if m := o.became[a]; a == b || m != nil && m.kind() == b && a.counted == b.counted {
			return nil
		}
		return &former{paragraph: old}
	case line.Printed == nil || host.in.tables() > 0 || !o.alone(host) || line.Format == p.New.Format || p.New.Printed == nil:
		return nil
	}
	return &former{format: line.Format}
}

// alone reports whether a paragraph holds one line and no more.
func (o *overlay) alone(p *paragraph) bool {
	var line *stream.Line
	for _, q := range o.held[p] {
		if line != nil && q.line != line {
			return false
		}
		line = q.line
	}
	return true
}

// beforeNumber are the properties that stand before w:numPr.
var beforeNumber = []string{"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"}

// properties are what a paragraph was in the old text, as properties of the new
// file, and whether the program counts its number then.
func (o *overlay) properties(f *former) (xml string, counts bool) {
	switch {
	case f.empty:
		return noList, false
	case f.paragraph == nil:
		return o.modelProperties(f.format)
	}
	old := f.paragraph
	if m := o.became[old.kind()]; m != nil {
		return o.copied(m, false), m.label != ""
	}
	return o.taken(old)
}

// model is a paragraph of the new file for old text of a format. Where an item
// finds none, it looks like plain text and its bullet is typed.
func (o *overlay) model(f stream.Format) (m *paragraph, typed bool) {
	if m = o.models[f.Style]; m == nil {
		return o.models["BodyText"], f.List > 0
	}
	return m, false
}

// modelProperties copies those of the model for a format; text that bears its
// number itself stands in no list.
func (o *overlay) modelProperties(f stream.Format) (string, bool) {
	m, typed := o.model(f)
	if m == nil {
		return "", false
	}
	unlisted := typed || f.List == 0 && m.label == ""
	return o.copied(m, unlisted), !unlisted
}

// copied are the properties of a paragraph of the new file. The numbering stands in
// the order of the schema, before what comes behind [beforeNumber].
func (o *overlay) copied(m *paragraph, unlisted bool) string {
	var out strings.Builder
	number := ""
	switch own := m.element.Path("w:pPr", "w:numPr"); {
	case unlisted:
		number = noList
	case own == nil && m.label != "":
		number = o.now.layout.styles.listed[m.style()] // LibreOffice loses what only the style says
	}
	for _, c := range m.properties() {
		switch {
		case c.Name == "w:rPr" || c.Name == "w:sectPr" || c.Name == "w:pPrChange" || c.Name == "w:numPr" && unlisted:
			continue
		case !slices.Contains(beforeNumber, c.Name):
			out.WriteString(number)
			number = ""
		}
		out.WriteString(c.Raw(o.now.layout.data))
	}
	return out.String() + number
}

// noList takes a paragraph out of every list, also of that of its style (ECMA-376,
// 17.9.18: numId 0).
const noList = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`

// taken are the properties of a paragraph of the old file, without styles and
// lists that the new file does not have.
func (o *overlay) taken(p *paragraph) (string, bool) {
	var out strings.Builder
	listed, styled := false, p.style() == "" || o.now.layout.styles.known[p.style()]
	number := ""
	if p.label != "" {
		number = noList
	}
	if n := p.element.Path("w:pPr", "w:numPr"); n != nil {
		id := n.Child("w:numId").Attr("w:val")
		if is, was := o.now.layout.styles.lists[id], o.old.layout.styles.lists[id]; id == "0" || is != "" && is == was {
			number = clean(n, o.old.layout.data)
			listed = true
		}
	} else if styled {
		number, listed = "", true
		if p.label != "" {
			number = o.now.layout.styles.listed[p.style()]
		}
	}
	for _, c := range p.properties() {
		switch {
		case c.Name == "w:rPr" || c.Name == "w:sectPr" || c.Name == "w:pPrChange" || c.Name == "w:numPr" || c.Name == "w:framePr",
			c.Name == "w:pStyle" && !styled:
			continue
		case !slices.Contains(beforeNumber, c.Name):
			out.WriteString(number)
			number = ""
		}
		out.WriteString(clean(c, o.old.layout.data))
	}
	return out.String() + number, listed && p.label != ""
}

// clean writes an element of another file without what its other namespaces mean:
// names and attributes of the text's own namespace alone. What is left has no
// reference to another part.
func clean(e *ooxml.Element, data []byte) string {
	if e == nil || !strings.HasPrefix(e.Name, "w:") {
		return ""
	}
	var out strings.Builder
	out.WriteString("<" + e.Name)
	for _, a := range e.Attrs {
		if a.Name.Space == "w" {
			out.WriteString(" w:" + a.Name.Local + `="` + ooxml.Escape(a.Value) + `"`)
		}
	}
	if e.From == e.End {
		return out.String() + "/>"
	}
	out.WriteString(">")
	for _, c := range e.Children {
		out.WriteString(clean(c, data))
	}
	return out.String() + "</" + e.Name + ">"
}

// ownProperties are the paragraph's own properties, with its mark and how they were
// before. The order in w:pPr is that of the schema: mark and font, section, change.
func (w *writer) ownProperties() string {
	own := w.host.element.Child("w:pPr")
	mark, former := "", ""
	if w.plan.was != nil {
		was, _ := w.properties(w.plan.was)
		former = w.Change("w:pPrChange") + "><w:pPr>" + was + "</w:pPr></w:pPrChange>"
	}
	if w.plan.mark != "" {
		mark = w.Change(w.plan.mark) + "/>"
	}
	data := w.now.layout.data
	if mark == "" && former == "" {
		return own.Raw(data)
	}
	var kept, font, section string
	if own != nil {
		for _, c := range own.Children {
			switch c.Name {
			case "w:rPr":
				font = string(data[c.From:max(c.From, c.To)])
			case "w:sectPr":
				section = c.Raw(data)
			default:
				kept += c.Raw(data)
			}
		}
	}
	if mark+font != "" {
		font = "<w:rPr>" + mark + font + "</w:rPr>"
	}
	return "<w:pPr>" + kept + font + section + former + "</w:pPr>"
}

// oldParagraph is a paragraph that only the old text has, with what stands in it.
func (o *overlay) oldParagraph(p *stream.Paragraph, content string) string {
	was, _ := o.properties(o.formerOf(p))
	is := was
	if old := o.paragraphOf[p.Old]; old != nil && o.left[old] && was != "" {
		is = noList
	} else if heir := o.heir(p); heir != nil {
		is = o.copied(heir, false)
	}
	change := ""
	if is != was {
		change = o.Change("w:pPrChange") + "><w:pPr>" + was + "</w:pPr></w:pPrChange>"
	}
	return "<w:p><w:pPr>" + is + "<w:rPr>" + o.Change(p.MarkTag()) + "/></w:rPr>" + change + "</w:pPr>" + content + "</w:p>"
}

// formerOf is what a paragraph of the old text was.
func (o *overlay) formerOf(p *stream.Paragraph) *former {
	old := o.paragraphOf[p.Old]
	if old != nil && old.element != nil {
		return &former{paragraph: old}
	}
	return &former{format: p.Old.Format}
}

// counted reports whether a number of the old text needs not be written, since the
// program counts it.
func (o *overlay) counted(r *stream.Run, p *stream.Paragraph) bool {
	q := o.old.of[r]
	if !r.Number || q == nil || q.home == nil || q.home.element != nil {
		return false
	}
	if p.New != nil {
		host := o.paragraphOf[p.New]
		return host.label != "" && o.former(p, host) == nil
	}
	_, counts := o.modelProperties(p.Old.Format)
	return counts
}

// typedLabel is what is typed before the text of an old paragraph since no
// program counts it there: the number, or the bullet of an item.
func (o *overlay) typedLabel(p *stream.Paragraph) string {
	line, _ := p.Lines()
	if line == nil || !begins(p, line) {
		return ""
	}
	old := o.paragraphOf[line]
	switch {
	case old == nil:
		return ""
	case old.element == nil:
		if _, typed := o.model(line.Format); typed && (p.New == nil || o.alone(o.paragraphOf[p.New]) && o.former(p, o.paragraphOf[p.New]) != nil) {
			return o.formats.Bullets[line.Format.List-1] + " "
		}
		return ""
	case old.label == "":
		return ""
	}
	f := &former{paragraph: old}
	if p.New != nil {
		host := o.paragraphOf[p.New]
		if f = o.former(p, host); f == nil {
			return ""
		}
	}
	if _, counts := o.properties(f); counts {
		return ""
	}
	return old.label + " "
}

// begins reports whether a line of the old text begins in a paragraph.
func begins(p *stream.Paragraph, line *stream.Line) bool {
	if len(line.Runs) == 0 {
		return true
	}
	for _, s := range p.Spans {
		if s.Old != nil {
			return s.Old == line.Runs[0]
		}
	}
	return false
}
