package redline

import (
	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/ooxml/wordml"
	"conceptdiff/internal/report"
)

// What is no part of either text stands in headers and footers: there it
// survives accepting and rejecting and is in nobody's way.

// firstHeader says what is compared, with the notices in full and how to read the
// changes. The first page alone has it, since it may be long.
func (d *document) firstHeader() []byte {
	h := newHeader("w:hdr")
	h.led("Header", d.title(), "")
	for _, s := range []struct {
		name string
		side *report.Side
	}{{d.Say("Old text"), &d.report.Old}, {d.Say("New text"), &d.report.New}} {
		h.line("Header", s.name+": "+d.describe(s.side))
	}
	for _, n := range d.report.Notices {
		h.led("Notice", d.options.Phrases().NoticeTitle(n)+". ", d.options.Phrases().Notice(n))
	}
	h.line("Header", d.Say("Tracked changes turn the old text into the new one: accept all of them for the new text, reject all for the old. "+
		"The reason for each stands in its comment."))
	h.line("Header", "")
	return h.end()
}

// header is that of all pages but the first. It has the notices that tell what
// standing a text has, but not what differs beside the texts, which is long and
// belongs to the first page.
func (d *document) header() []byte {
	h := newHeader("w:hdr")
	h.led("Header", d.title(), "")
	for _, n := range d.report.Notices {
		if len(n.Beside) == 0 {
			h.line("Header", d.short(n))
		}
	}
	h.line("Header", "")
	return h.end()
}

// footer counts the pages.
func (d *document) footer() []byte {
	h := newHeader("w:ftr")
	h.Open("Footer")
	h.Run("", d.report.Old.Label+" → "+d.report.New.Label+"\t"+d.Say("Page")+" ")
	h.Field("PAGE")
	h.Run("", " / ")
	h.Field("NUMPAGES")
	h.Close()
	return h.end()
}

// title names the document and what is compared of it. The new title stands for both;
// without any the labels must do.
func (d *document) title() string {
	name := d.report.New.Title
	if name == "" {
		name = d.report.Old.Title
	}
	changes := d.Say("changes from «{0}» to «{1}»", d.report.Old.Label, d.report.New.Label)
	if name == "" {
		return changes
	}
	return name + ": " + changes
}

// describe says what a side is: standing, date, source. Of the checksum 16 digits are
// shown, enough to tell files apart; the whole stands in the properties of the file.
func (d *document) describe(s *report.Side) string {
	out := "«" + s.Label + "»"
	for _, more := range []string{d.Word(string(s.Status)), d.Date(s.Date), s.Source.Name} {
		if more != "" {
			out += ", " + more
		}
	}
	if s.Source.SHA256 != "" {
		out += ", SHA-256 " + s.Source.SHA256[:min(16, len(s.Source.SHA256))] + "…"
	}
	return out
}

// short is a notice without what the revision says of itself.
func (d *document) short(n report.Notice) string {
	n.Note = ""
	return d.options.Phrases().Notice(n)
}

// headerWriter writes a header or footer.
type headerWriter struct {
	wordml.Writer
	tag string
}

// newHeader begins a header ("w:hdr") or a footer ("w:ftr").
func newHeader(tag string) *headerWriter {
	h := &headerWriter{tag: tag}
	h.WriteString(ooxml.Head + `<` + tag + ` ` + wordml.Namespace + `>`)
	return h
}

// line writes a paragraph of plain text.
func (h *headerWriter) line(style, text string) { h.Paragraph(style, text) }

// led writes a paragraph that begins in bold.
func (h *headerWriter) led(style, bold, text string) {
	h.Open(style)
	h.Run(wordml.Bold, bold)
	h.Run("", text)
	h.Close()
}

// end ends it and gives its bytes.
func (h *headerWriter) end() []byte {
	h.WriteString(`</` + h.tag + `>`)
	return h.Bytes()
}
