package docx

import (
	"bytes"
	"slices"
)

// model finds a paragraph for old text of a look. Where an item finds none, it
// looks like plain text and its bullet is typed.
func (g *graft) model(l look) (m model, typed bool) {
	m = g.models[l.style]
	if m.host == nil {
		return g.models["BodyText"], l.list > 0
	}
	return m, false
}

// beforeNumber are the properties that stand before w:numPr.
var beforeNumber = []string{"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"}

// properties copies the properties of the paragraph that serves as the model for
// a look, with another mark and, for text that bears its number itself, without a
// list.
func (w *hostWriter) properties(l look, mark string) string {
	m, typed := w.model(l)
	unlisted := typed || l.list == 0 && !m.counted
	var out bytes.Buffer
	out.WriteString("<w:pPr>")
	number := ""
	if unlisted {
		number = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`
	}
	if m.host != nil {
		for _, c := range properties(m.host.element) {
			switch {
			case c.Name == "w:rPr" || c.Name == "w:sectPr" || c.Name == "w:pPrChange" || c.Name == "w:numPr" && unlisted:
				continue
			case !slices.Contains(beforeNumber, c.Name):
				out.WriteString(number)
				number = ""
			}
			out.WriteString(w.raw(c))
		}
	}
	out.WriteString(number + mark + "</w:pPr>")
	return out.String()
}

// former is the change of the paragraph's properties, when it looked otherwise in
// the old text.
func (w *hostWriter) former() string {
	if w.plan.was == nil {
		return ""
	}
	properties := w.properties(*w.plan.was, "")
	return w.write1(func() { w.change("w:pPrChange") }) + ">" + properties + "</w:pPrChange>"
}

// ownProperties are the paragraph's own properties, with its mark and how they
// were before.
func (w *hostWriter) ownProperties() string {
	own := w.host.element.Child("w:pPr")
	mark, former := "", w.former()
	if w.plan.mark != "" {
		mark = w.write1(func() { w.change(w.plan.mark) }) + "/>"
	}
	if mark == "" && former == "" {
		return w.raw(own)
	}
	var kept, font, section string
	if own != nil {
		for _, c := range own.Children {
			switch c.Name {
			case "w:rPr":
				font = string(w.data[c.From:max(c.From, c.To)])
			case "w:sectPr":
				section = w.raw(c)
			default:
				kept += w.raw(c)
			}
		}
	}
	if mark+font != "" {
		font = "<w:rPr>" + mark + font + "</w:rPr>"
	}
	return "<w:pPr>" + kept + font + section + former + "</w:pPr>"
}
