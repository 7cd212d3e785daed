package docx

import "conceptdiff/internal/ooxml"

// insertMark marks the end of an inserted line as inserted: the whole row of a
// table, or the paragraph's mark. The last mark of a cell cannot go, nor the one
// before a table: there the mark before the inserted lines goes instead.
func (g *graft) insertMark(p *paragraph, f *found, alone bool) {
	i := f.last.host
	if f.last == nowhere {
		return
	}
	h := g.hosts[i]
	switch {
	case h.row != nil && g.wholeRow(f):
		g.rows[h.row] = g.write1(func() { g.change("w:ins") }) + "/>"
	case !alone || h.lastIn:
	case h.above:
		first := i
		for g.hosts[first].sibling && first > 0 && g.plans[first-1].mark != "" {
			first--
		}
		if !g.hosts[first].sibling {
			return
		}
		g.plans[first-1].mark = "w:ins"
		if was, known := g.looked[first-1]; known && was != p.new.look {
			g.plans[i].was = &was
		}
	default:
		g.plans[i].mark = markTag(p)
	}
}

// wholeRow reports whether a line fills the row of a table that it stands in.
func (g *graft) wholeRow(f *found) bool {
	first, last := f.first.host, f.last.host
	row := g.hosts[last].row
	for i := first - 1; i >= 0 && g.hosts[i].row == row; i-- {
		if len(g.hosts[i].chars) > 0 {
			return false
		}
	}
	for i := last + 1; i < len(g.hosts) && g.hosts[i].row == row; i++ {
		if len(g.hosts[i].chars) > 0 {
			return false
		}
	}
	return g.hosts[first].row == row
}

// rowMark is what of a row is replaced to mark its insertion, and by what.
func rowMark(row *ooxml.Element, mark string) (from, to int, text string) {
	whole := "<w:trPr>" + mark + "</w:trPr>"
	switch p := row.Child("w:trPr"); {
	case p != nil && p.From < p.End:
		return p.To, p.To, mark
	case p != nil:
		return p.Start, p.End, whole
	case row.Child("w:tblPrEx") != nil:
		return row.Child("w:tblPrEx").End, row.Child("w:tblPrEx").End, whole
	}
	return row.From, row.From, whole
}
