package docx

import (
	"bytes"
	"slices"
)

// bulletRun is the bullet of an old item as text, for a document without lists.
func (w *hostWriter) bulletRun(l look) string {
	var b bytes.Buffer
	writeRunText(&b, w.looks.bullets[l.list-1]+" ", "w:delText")
	return w.write1(func() { w.change("w:del") }) + "><w:r>" + b.String() + "</w:r></w:del>"
}

// beforeNumber are the properties that stand before w:numPr.
var beforeNumber = []string{"w:pStyle", "w:keepNext", "w:keepLines", "w:pageBreakBefore", "w:framePr", "w:widowControl"}

// properties copies the properties of a paragraph that serves as a model, with
// another mark and, for text that bears its number itself, without a list.
func (w *hostWriter) properties(m model, mark string, unlisted bool) string {
	var out bytes.Buffer
	out.WriteString("<w:pPr>")
	number := ""
	if unlisted {
		number = `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>`
	}
	if m.host != nil {
		for _, c := range m.host.element.properties() {
			switch {
			case c.name == "w:rPr" || c.name == "w:sectPr" || c.name == "w:pPrChange" || c.name == "w:numPr" && unlisted:
				continue
			case !slices.Contains(beforeNumber, c.name):
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
// the old text, and the bullet that it had where the document has no such list.
func (w *hostWriter) former() (properties, typed string) {
	was := w.plan.was
	if was == nil {
		return "", ""
	}
	m := w.models[was.style]
	if m.host == nil {
		m = w.models["BodyText"]
		if was.list > 0 {
			typed = w.bulletRun(*was)
		}
	}
	properties = w.properties(m, "", was.list == 0 && !m.counted || typed != "")
	return w.write1(func() { w.change("w:pPrChange") }) + ">" + properties + "</w:pPrChange>", typed
}

// ownProperties are the paragraph's own properties, with its mark and how they
// were before.
func (w *hostWriter) ownProperties(former string) string {
	own := w.host.element.child("w:pPr")
	mark := ""
	if w.plan.mark != "" {
		mark = w.write1(func() { w.change(w.plan.mark) }) + "/>"
	}
	if mark == "" && former == "" {
		return w.raw(own)
	}
	var kept, font, section string
	if own != nil {
		for _, c := range own.children {
			switch c.name {
			case "w:rPr":
				font = string(w.data[c.from:max(c.from, c.to)])
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
