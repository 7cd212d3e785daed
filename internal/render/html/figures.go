package html

import (
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// account writes what became of the words as two bars. Both are on one scale, that of
// the longer text. They are hidden from readers of the screen, who have the sentences
// and tables beside them.
func (m *markup) account(w report.WordAccount) {
	bar := func(name, gone string, n int) {
		m.WriteString("<div><b>")
		m.text(name)
		m.WriteString("</b><span>")
		for _, part := range []struct {
			class string
			n     int
		}{{"kept", w.Kept}, {"moved", w.Moved}, {gone, n}} {
			m.WriteString(`<i class="` + part.class + " " + wide(float64(part.n)/float64(max(w.Old, w.New, 1))) + `"></i>`)
		}
		m.WriteString("</span></div>\n")
	}
	m.WriteString("<div class=\"scale\" aria-hidden=\"true\">\n")
	bar(m.Say("old [text]"), "deleted", w.Deleted)
	bar(m.Say("new [text]"), "inserted", w.Inserted)
	m.WriteString(`<ul class="key scale">`)
	for _, key := range [][2]string{{"kept", m.Say("words kept")}, {"moved", m.Say("moved")}, {"deleted", m.Say("deleted")}, {"inserted", m.Say("inserted")}} {
		m.WriteString(`<li><i class="` + key[0] + `"></i>`)
		m.text(key[1])
		m.WriteString("</li>")
	}
	m.WriteString("</ul>\n</div>")
}

// narrow is how many columns any screen has room for. More may have to be scrolled,
// by keys, too. A table of more can be reached by keys, which is what a region with a
// tabindex is for (WCAG 2.1.1).
const narrow = 4

// table writes a table; a cell of several lines breaks between them. The first cell of a
// row heads it. Of figures the last row is the foot; the others have their headings with
// them, for a screen that is too narrow for columns.
func (m *markup) table(t model.Table) {
	class, foot := ` class="n"`, len(t.Rows)-1
	if !t.Figures {
		class, foot = "", -1
		m.WriteString(`<div class="sheet"`)
		if len(t.Head) > narrow {
			m.WriteString(` role="region" tabindex="0" aria-label="`)
			m.text(m.heading)
			m.WriteByte('"')
		}
		m.WriteByte('>')
	}
	m.WriteString("<table><thead><tr>")
	for i, head := range t.Head {
		tag := `th scope="col"`
		if model.Words(head) == "" {
			tag = "td" // the corner heads nothing
		}
		m.cell(tag, i, class, model.Cell{head})
	}
	m.WriteString("</tr></thead>\n<tbody>")
	for n, row := range t.Rows {
		if n == foot {
			m.WriteString("</tbody>\n<tfoot>")
		}
		m.WriteString("<tr>")
		for i, c := range row {
			switch {
			case i == 0:
				m.cell(`th scope="row"`, i, "", c)
			case t.Figures:
				m.cell("td", i, class, c)
			default:
				m.cell(`td data-label="`+plain.Escaper.Replace(model.Words(t.Head[i]))+`"`, i, "", c)
			}
		}
		m.WriteString("</tr>\n")
	}
	if t.Figures {
		m.WriteString("</tfoot></table>")
		return
	}
	m.WriteString("</tbody></table></div>")
}

// cell writes a cell; class is that of all columns but the first.
func (m *markup) cell(tag string, column int, class string, c model.Cell) {
	m.WriteString("<" + tag)
	if column > 0 {
		m.WriteString(class)
	}
	m.WriteByte('>')
	for i, line := range c {
		if i > 0 {
			m.WriteString("<br>")
		}
		m.spans(line)
	}
	m.WriteString("</" + tag[:2] + ">")
}
