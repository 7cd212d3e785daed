package wordml

// Size are the run properties for letters of a size, in half points.
func Size(halves string) string {
	return `<w:sz w:val="` + halves + `"/><w:szCs w:val="` + halves + `"/>`
}

// Bold and Italic are run properties.
const (
	Bold   = `<w:b/><w:bCs/>`
	Italic = `<w:i/><w:iCs/>`
)

// Style is a style of paragraphs or of characters.
type Style struct {
	Kind      string // "paragraph", "character"
	ID, Name  string
	Based     string // on that style; "" on none
	Next      string // the style of the paragraph that follows; "" for the same
	Quick     bool   // it is offered among the styles to choose from
	Paragraph string // properties, as XML
	Run       string
}

// Style writes a style.
func (w *Writer) Style(s Style) {
	w.WriteString(`<w:style w:type="` + s.Kind + `" w:styleId="` + s.ID + `"><w:name w:val="` + s.Name + `"/>`)
	if s.Based != "" {
		w.WriteString(`<w:basedOn w:val="` + s.Based + `"/>`)
	}
	if s.Next != "" {
		w.WriteString(`<w:next w:val="` + s.Next + `"/>`)
	}
	if s.Quick {
		w.WriteString(`<w:qFormat/>`)
	}
	if s.Paragraph != "" {
		w.WriteString(`<w:pPr>` + s.Paragraph + `</w:pPr>`)
	}
	if s.Run != "" {
		w.WriteString(`<w:rPr>` + s.Run + `</w:rPr>`)
	}
	w.WriteString(`</w:style>`)
}

// Normal is the style of everything that names no other.
const Normal = `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>`

// Borders draws the same line on all sides of a table and between its cells;
// line are the attributes of the line.
func Borders(line string) string {
	out := `<w:tblBorders>`
	for _, side := range [...]string{"top", "left", "bottom", "right", "insideH", "insideV"} {
		out += `<w:` + side + ` ` + line + `/>`
	}
	return out + `</w:tblBorders>`
}
