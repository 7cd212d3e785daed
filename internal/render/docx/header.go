package docx

import (
	"bytes"
	"strings"

	"conceptdiff/internal/render"
	"conceptdiff/internal/report"
)

// What is no part of either text stands in headers and footers: there it
// survives accepting and rejecting and is in nobody's way.

// firstHeader says what is compared, with the notices in full and how to read
// the changes.
func (d *document) firstHeader() []byte {
	h := newHeader("w:hdr")
	h.line("Header", bold(d.title()))
	for _, s := range []struct {
		name string
		side *report.Side
	}{{d.Say("Old text"), &d.report.Old}, {d.Say("New text"), &d.report.New}} {
		h.line("Header", plain(s.name+": "+d.describe(s.side)))
	}
	for _, n := range d.report.Notices {
		h.line("Notice", bold(d.Upper(d.Word(string(n.Status)))+". "), plain(render.NoticeText(n, d.options)))
	}
	h.line("Header", plain(d.Say("Tracked changes turn the old text into the new one: accept all of them for the new text, reject all for the old. "+
		"The reason for each stands in its comment.")))
	h.line("Header")
	return h.end()
}

// header is that of all pages but the first.
func (d *document) header() []byte {
	h := newHeader("w:hdr")
	h.line("Header", bold(d.title()))
	for _, n := range d.report.Notices {
		h.line("Header", plain(d.short(n)))
	}
	h.line("Header")
	return h.end()
}

// footer counts the pages.
func (d *document) footer() []byte {
	h := newHeader("w:ftr")
	h.line("Footer", plain(d.report.Old.Label+" → "+d.report.New.Label+"\t"+d.Say("Page")+" "), field("PAGE"), plain(" / "), field("NUMPAGES"))
	return h.end()
}

// title names the document and what is compared of it.
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

// describe says what a side is: standing, date, source.
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
	return render.NoticeText(n, d.options)
}

// headerWriter writes a header or footer.
type headerWriter struct {
	bytes.Buffer
	tag string
}

func newHeader(tag string) *headerWriter {
	h := &headerWriter{tag: tag}
	h.WriteString(xmlHead + `<` + tag + ` ` + wordNamespace + `>`)
	return h
}

func (h *headerWriter) line(style string, runs ...string) {
	h.WriteString(`<w:p><w:pPr><w:pStyle w:val="` + style + `"/></w:pPr>` + strings.Join(runs, "") + `</w:p>`)
}

func (h *headerWriter) end() []byte {
	h.WriteString(`</` + h.tag + `>`)
	return h.Bytes()
}

func plain(text string) string { return headerRun("", text) }
func bold(text string) string  { return headerRun(`<w:rPr><w:b/><w:bCs/></w:rPr>`, text) }

func headerRun(properties, text string) string {
	var b bytes.Buffer
	b.WriteString(`<w:r>` + properties)
	writeText(&b, text)
	b.WriteString(`</w:r>`)
	return b.String()
}

// field is a number that the program fills in.
func field(name string) string {
	return `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ` + name + ` </w:instrText></w:r>` +
		`<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
}
