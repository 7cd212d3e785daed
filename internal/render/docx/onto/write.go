package onto

import (
	"bytes"
	"slices"
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
)

// write writes the file's main part with all that was planned. What is not touched is
// copied to the byte. It must be called once: identifiers are given as it writes.
func (o *overlay) write() []byte {
	for _, r := range o.inserted {
		from, to, text := rowMark(r.element, o.Change("w:ins")+"/>")
		o.patches = append(o.patches, patch{from: from, to: to, text: text})
	}
	for _, d := range o.deleted {
		o.patches = append(o.patches, patch{d.at, d.at, o.deletedXML(d), d.order})
	}
	// Text boxes stand inside other paragraphs: what ends first is written first.
	order := slices.Clone(o.now.layout.paragraphs)
	slices.SortStableFunc(order, func(a, b *paragraph) int { return a.element.End - b.element.End })
	for _, p := range order {
		plan := &o.plans[p.index]
		if !plan.touched() {
			continue
		}
		o.Late = plan.late
		w := &writer{overlay: o, host: p, plan: plan}
		o.patches = append(o.patches, patch{from: p.element.Start, to: p.element.End, text: w.paragraph()})
	}
	return []byte(o.between(0, len(o.now.layout.data)))
}

// between is the file's text between two offsets, with the patches inside. Of patches
// within each other the outer one counts, which was written with the inner in it.
func (o *overlay) between(from, to int) string {
	var inside []patch
	for _, p := range o.patches {
		if p.from >= from && p.to <= to {
			inside = append(inside, p)
		}
	}
	slices.SortStableFunc(inside, func(a, b patch) int {
		if a.from != b.from {
			return a.from - b.from
		}
		if (a.from == a.to) != (b.from == b.to) { // what is put in comes before what is replaced
			if a.from == a.to {
				return -1
			}
			return 1
		}
		if a.order != b.order {
			return a.order - b.order
		}
		return b.to - a.to
	})
	var out strings.Builder
	for _, p := range inside {
		if p.from < from {
			continue // it stands inside one that was written anew
		}
		out.Write(o.now.layout.data[from:p.from])
		out.WriteString(p.text)
		from = p.to
	}
	out.Write(o.now.layout.data[from:to])
	return out.String()
}

// raw is an element of the file, with the patches inside it.
func (o *overlay) raw(e *ooxml.Element) string {
	if e == nil || len(o.now.layout.boxes) == 0 {
		return e.Raw(o.now.layout.data)
	}
	return o.between(e.Start, e.End)
}

// touched reports whether a paragraph must be written anew. A paragraph that is not
// stays in the file as it is, with the spaces in its tags.
func (p *plan) touched() bool {
	return len(p.events) > 0 || len(p.came) > 0 || p.mark != "" || p.was != nil || slices.ContainsFunc(p.tags, func(t string) bool { return t != "" })
}

// writer writes one paragraph of the file anew. It goes through the paragraph's
// elements and its plan together: at says how many characters both have passed.
type writer struct {
	*overlay
	host *paragraph
	plan *plan
	out  bytes.Buffer  // paragraphs that are complete
	cur  wordml.Writer // what stands in the paragraph at hand
	at   int           // characters written
	font string        // w:rPr of the run at hand
}

// paragraph is the paragraph with its changes, behind those of the old text that
// end in it.
func (w *writer) paragraph() string {
	e := w.host.element
	if len(w.host.chars) > 0 {
		w.font = w.host.chars[0].run.Child("w:rPr").Raw(w.now.layout.data)
	}
	w.fire(true)
	for _, c := range e.Children {
		if c.Name != "w:pPr" {
			w.piece(c, true)
			w.fire(false) // what ends a paragraph waits for the next character: a note or box belongs to the text before it
		}
	}
	w.at = len(w.host.chars)
	w.fire(true)
	open := string(w.now.layout.data[e.Start:e.From])
	if e.From == e.End { // an empty paragraph in one tag
		open = strings.TrimSuffix(open, "/>") + ">"
	}
	return w.out.String() + open + w.ownProperties() + w.cur.String() + "</" + e.Name + ">"
}

// piece copies what stands in a paragraph, its runs with their changes. top says
// that it stands in no other element of the paragraph.
func (w *writer) piece(e *ooxml.Element, top bool) {
	inside := func(c char) bool { return c.run.Start >= e.Start && c.run.End <= e.End }
	switch {
	case e.Name == "w:r" && !w.whole(e):
		w.run(e, top)
	case w.whole(e):
		w.fire(top)
		w.inTag(w.tagAt(w.at), func() { w.cur.WriteString(w.raw(e)) })
		for w.at < len(w.host.chars) && inside(w.host.chars[w.at]) {
			w.at++
		}
	case !slices.ContainsFunc(w.host.chars, inside):
		w.cur.WriteString(w.raw(e))
	case e.Name == "w:fldSimple" && w.uniform(w.extent(inside)) != "":
		w.fire(top)
		w.simpleField(e, w.uniform(w.extent(inside)))
	default:
		w.cur.Write(w.now.layout.data[e.Start:e.From])
		for _, c := range e.Children {
			w.piece(c, false)
			w.fire(false)
		}
		w.cur.Write(w.now.layout.data[e.To:e.End])
	}
}

// extent is where the characters stand, from the next on, that are inside something.
func (w *writer) extent(inside func(char) bool) extent {
	e := extent{w.at, w.at}
	for e.to < len(w.host.chars) && inside(w.host.chars[e.to]) {
		e.to++
	}
	return e
}

// uniform is the element in which all of some characters stand, "" where there is none
// for all.
func (w *writer) uniform(e extent) string {
	tags := w.plan.tags[e.from:e.to]
	if len(tags) == 0 || slices.ContainsFunc(tags, func(t string) bool { return t != tags[0] }) {
		return ""
	}
	return tags[0]
}

// simpleField writes a field that comes as a whole in the form of three marks: of one
// in a single element the result alone can be tracked, and the field would stay.
func (w *writer) simpleField(e *ooxml.Element, tag string) {
	mark := func(inside string) {
		w.inTag(tag, func() { w.cur.WriteString("<w:r>" + inside + "</w:r>") })
	}
	begin := `<w:fldChar w:fldCharType="begin"`
	for _, name := range []string{"w:fldLock", "w:dirty"} {
		if v, given := e.Lookup(name); given {
			begin += " " + name + `="` + ooxml.Escape(v) + `"`
		}
	}
	mark(begin + "/>")
	mark(`<w:instrText xml:space="preserve">` + ooxml.Escape(e.Attr("w:instr")) + `</w:instrText>`)
	mark(`<w:fldChar w:fldCharType="separate"/>`)
	for _, c := range e.Children {
		w.piece(c, false)
	}
	mark(`<w:fldChar w:fldCharType="end"/>`)
}

// whole reports whether an element is an object that stays or goes as a whole.
func (w *writer) whole(e *ooxml.Element) bool {
	if e.Name == "w:r" || w.at >= len(w.host.chars) {
		return false
	}
	return w.host.chars[w.at].unit == e
}

// run copies a run, cut where its characters have different fates. Text is written
// anew, character by character; any other child is copied as it is. font goes on to
// what is written behind a run.
func (w *writer) run(e *ooxml.Element, top bool) {
	if f := e.Child("w:rPr"); f != nil {
		w.font = f.Raw(w.now.layout.data)
	} else if w.at < len(w.host.chars) && w.host.chars[w.at].run == e {
		w.font = ""
	}
	var group wordml.Writer
	tag := w.tagHere(e)
	if f, ok := w.host.fields[e]; ok && tag != "" && f.from == w.at {
		w.fire(top) // what goes stands before the field that comes
	}
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
		written := false
		for w.holds(e, i) {
			if t := w.plan.tags[w.at]; !written && (t != tag || len(w.plan.events[w.at]) > 0) {
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
			if !written {
				flush()
				group.WriteString(w.raw(c))
				written = true
			}
		}
		flush()
	}
	shut()
}

// holds reports whether the next character stands in that child of the run.
func (w *writer) holds(run *ooxml.Element, child int) bool {
	return w.at < len(w.host.chars) && w.host.chars[w.at].run == run && w.host.chars[w.at].child == child
}

// tagHere is the element for what stands in a run before its first character,
// or in a run without any: that of the characters around it when they share one.
func (w *writer) tagHere(run *ooxml.Element) string {
	if f, ok := w.host.fields[run]; ok {
		return w.uniform(f)
	}
	if run.Child("w:footnoteReference") != nil || run.Child("w:endnoteReference") != nil { // it belongs to the text before it
		if w.plan.came[run] {
			return "w:ins"
		}
		if w.at > 0 {
			return w.plan.tags[w.at-1]
		}
	}
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

// tagAt is the element for a character, "" behind the last.
func (w *writer) tagAt(i int) string {
	if i < len(w.plan.tags) {
		return w.plan.tags[i]
	}
	return ""
}

// inTag writes what f writes as one change. An element without a change is written as
// it is.
func (w *writer) inTag(tag string, f func()) {
	if tag == "" {
		f()
		return
	}
	w.cur.WriteString(w.Change(tag) + ">")
	f()
	w.cur.WriteString("</" + tag + ">")
}

// fire writes what stands before the next character. A paragraph can end only where
// no other element is open. Events behind one that cannot be written yet wait with
// it.
func (w *writer) fire(top bool) {
	for len(w.plan.events[w.at]) > 0 {
		e := w.plan.events[w.at][0]
		if e.ended != nil && !top {
			return
		}
		w.plan.events[w.at] = w.plan.events[w.at][1:]
		switch {
		case e.ended != nil:
			w.out.WriteString(w.oldParagraph(e.ended, w.cur.String()))
			w.cur.Reset()
			for _, m := range e.behind {
				w.out.WriteString(w.RangeEnd(m))
			}
		case e.run != nil:
			w.inTag(e.tag, func() { w.oldRun(e) })
		default:
			w.cur.WriteString(e.raw)
		}
	}
}

// oldRun writes old text in the font of the text around it.
func (w *writer) oldRun(e event) {
	w.cur.WriteString("<w:r>" + w.font)
	if e.tag == "w:del" {
		w.cur.Deleted(e.run.Text)
	} else {
		w.cur.Text(e.run.Text)
	}
	w.cur.WriteString("</w:r>")
}
