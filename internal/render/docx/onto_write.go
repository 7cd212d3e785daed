package docx

import (
	"bytes"
	"slices"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
)

// write writes the document with all that was planned. What is not touched is
// copied to the byte.
func (g *graft) write() []byte {
	var out bytes.Buffer
	at := 0
	g.late = false
	var row *ooxml.Element
	for i, h := range g.hosts {
		p := &g.plans[i]
		if i > 0 && g.plans[i-1].mark == "" {
			g.late = !g.late
		}
		if mark := g.rows[h.row]; mark != "" && h.row != row {
			from, to, text := rowMark(h.row, mark)
			out.Write(g.data[at:from])
			out.WriteString(text)
			at = to
		}
		row = h.row
		if !p.touched() {
			continue
		}
		out.Write(g.data[at:h.element.Start])
		w := &hostWriter{graft: g, host: h, plan: p, out: &out}
		w.paragraph()
		at = h.element.End
	}
	out.Write(g.data[at:])
	return out.Bytes()
}

func (p *plan) touched() bool {
	return len(p.events) > 0 || p.mark != "" || p.was != nil || slices.ContainsFunc(p.tags, func(t string) bool { return t != "" })
}

// hostWriter writes one paragraph of the document anew.
type hostWriter struct {
	*graft
	host *host
	plan *plan
	out  *bytes.Buffer // the document
	cur  wordml.Writer // what stands in the paragraph at hand
	at   int           // characters written
	font string        // w:rPr of the run at hand
}

func (w *hostWriter) paragraph() {
	e := w.host.element
	if len(w.host.chars) > 0 {
		w.font = w.raw(w.host.chars[0].run.Child("w:rPr"))
	}
	w.fire(true)
	for _, c := range e.Children {
		if c.Name != "w:pPr" {
			w.piece(c, true)
			w.fire(true)
		}
	}
	w.at = len(w.host.chars)
	w.fire(true)
	w.out.Write(w.data[e.Start:e.From])
	if e.From == e.End { // an empty paragraph in one tag
		w.out.Truncate(w.out.Len() - len("/>"))
		w.out.WriteString(">")
	}
	w.out.WriteString(w.ownProperties())
	w.out.Write(w.cur.Bytes())
	w.out.WriteString("</w:p>")
}

func (w *hostWriter) raw(e *ooxml.Element) string {
	if e == nil {
		return ""
	}
	return string(w.data[e.Start:e.End])
}

// piece copies what stands in a paragraph, its runs with their changes. top says
// that it stands in no other element of the paragraph.
func (w *hostWriter) piece(e *ooxml.Element, top bool) {
	switch {
	case e.Name == "w:r":
		w.runElement(e, top)
	case !slices.ContainsFunc(w.host.chars, func(c hostChar) bool { return c.run.Start >= e.Start && c.run.End <= e.End }):
		w.cur.WriteString(w.raw(e))
	default:
		w.cur.Write(w.data[e.Start:e.From])
		for _, c := range e.Children {
			w.piece(c, false)
			w.fire(false)
		}
		w.cur.Write(w.data[e.To:e.End])
	}
}

// runElement copies a run, cut where its characters have different fates.
func (w *hostWriter) runElement(e *ooxml.Element, top bool) {
	if f := e.Child("w:rPr"); f != nil {
		w.font = w.raw(f)
	} else if w.at < len(w.host.chars) && w.host.chars[w.at].run == e {
		w.font = ""
	}
	var group wordml.Writer
	tag := w.tagHere(e)
	shut := func() {
		if group.Len() > 0 {
			w.inTag(tag, func() { w.cur.WriteString("<w:r>" + w.font + group.String() + "</w:r>") })
		}
		group.Reset()
	}
	for i, c := range e.Children {
		if c.Name == "w:rPr" {
			continue
		}
		if !w.holds(e, i) {
			group.WriteString(w.raw(c))
			continue
		}
		var text []rune
		flush := func() {
			if len(text) > 0 {
				group.Text(string(text))
			}
			text = nil
		}
		for w.holds(e, i) {
			if t := w.plan.tags[w.at]; t != tag || len(w.plan.events[w.at]) > 0 {
				flush()
				shut()
				w.fire(top)
				tag = t
			}
			char := w.host.chars[w.at].char
			w.at++
			if c.Name == "w:t" {
				text = append(text, char)
				continue
			}
			flush()
			group.WriteString(w.raw(c))
		}
		flush()
	}
	shut()
}

// holds reports whether the next character stands in that child of the run.
func (w *hostWriter) holds(run *ooxml.Element, child int) bool {
	return w.at < len(w.host.chars) && w.host.chars[w.at].run == run && w.host.chars[w.at].child == child
}

// tagHere is the element for what stands in a run before its first character,
// or in a run without any: that of the characters around it when they share one.
func (w *hostWriter) tagHere(run *ooxml.Element) string {
	if w.at < len(w.plan.tags) && w.host.chars[w.at].run == run {
		return w.plan.tags[w.at]
	}
	if w.at > 0 && w.at < len(w.plan.tags) && w.plan.tags[w.at-1] == w.plan.tags[w.at] {
		return w.plan.tags[w.at]
	}
	if w.plan.mark != "" && w.at > 0 {
		return w.plan.tags[w.at-1]
	}
	return ""
}

func (w *hostWriter) inTag(tag string, f func()) {
	if tag == "" {
		f()
		return
	}
	w.cur.WriteString(w.write1(func() { w.change(tag) }) + ">")
	f()
	w.cur.WriteString("</" + tag + ">")
}

// fire writes what stands before the next character. A paragraph can end only
// where no other element is open.
func (w *hostWriter) fire(top bool) {
	for len(w.plan.events[w.at]) > 0 {
		e := w.plan.events[w.at][0]
		if e.ends && !top {
			return
		}
		w.plan.events[w.at] = w.plan.events[w.at][1:]
		switch {
		case e.ends:
			w.oldParagraph(e)
		case e.atom != nil:
			w.inTag(e.tag, func() { w.oldRun(e) })
		default:
			w.cur.WriteString(e.raw)
		}
	}
}

func (w *hostWriter) oldRun(e event) {
	w.cur.WriteString("<w:r>" + w.font)
	if e.tag == "w:del" {
		w.cur.Deleted(e.atom.text)
	} else {
		w.cur.Text(e.atom.text)
	}
	w.cur.WriteString("</w:r>")
}

// oldParagraph ends a paragraph that only the old text has. It looks like one of
// the document that stands for the same.
func (w *hostWriter) oldParagraph(e event) {
	mark := "<w:rPr>" + w.write1(func() { w.change(markTag(e.ended)) }) + "/></w:rPr>"
	w.out.WriteString("<w:p>" + w.properties(e.ended.old.look, mark) + w.cur.String() + "</w:p>")
	w.cur.Reset()
	for _, m := range e.behind {
		w.out.WriteString(w.write1(func() { w.rangeEnd(m) }))
	}
}
