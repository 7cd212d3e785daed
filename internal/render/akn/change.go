package akn

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// change writes a change: its name, what became of it, and the wordings. A clause
// that is as it was has no wordings here: its facts are said, and the text is that of
// both files.
func (a *writer) change(c *report.Change) {
	id := aknID(c)
	a.open("hcontainer", "name", "change", "eId", id)
	if n := a.Numbers(c); n != "" {
		a.line("num", n)
	}
	if t := a.Title(c); t != "" {
		a.line("heading", t)
	}
	a.open("content")
	a.line("p", a.ChangeFacts(c))
	for _, reason := range a.Reasons(c) {
		a.line("p", reason)
	}
	if !c.Untouched() {
		a.begin("p")
		a.begin("mod", "eId", id+"-mod")
		a.quotation(c, "old", c.Old, a.r.Old.Language)
		a.quotation(c, "new", c.New, a.r.New.Language)
		a.WriteString("</mod></p>\n")
	}
	a.shut("content")
	a.shut("hcontainer")
}

// quotation writes the wording of one side. The language is the text's own, which
// need not be that of our words.
func (a *writer) quotation(c *report.Change, side string, clauses []*report.Clause, lang string) {
	if len(clauses) == 0 {
		return
	}
	a.open("quotedStructure", "eId", aknID(c)+"-"+side, "xml:lang", aknLang(lang))
	for _, cl := range clauses {
		a.clause(c, cl, side)
	}
	a.shut("quotedStructure")
}

// aknLang is a language tag that the schema takes, "" for any other. Labels of
// languages come from files and may hold anything; 20 characters are more than any
// tag in use has.
func aknLang(tag string) string {
	if tag == "" || strings.Trim(strings.ToLower(tag), "abcdefghijklmnopqrstuvwxyz0123456789-") != "" || len(tag) > 20 {
		return ""
	}
	return tag
}

// clause writes one clause of one side, what was deleted, inserted or moved in it
// marked. The side before the address keeps the ids of the two wordings apart, where
// a clause kept its address.
func (a *writer) clause(c *report.Change, cl *report.Clause, side string) {
	a.open("clause", "eId", side+":"+plain.Anchor("", cl.Address), "cd:address", cl.Address)
	if cl.Num != "" {
		a.line("num", cl.Num)
	}
	lines := sideLines(c, cl, side == "old")
	if len(lines) > 0 && lines[0].line.Kind == "heading" {
		a.words("heading", lines[0], side == "old")
		lines = lines[1:]
	}
	if len(lines) > 0 {
		a.open("content")
		for _, l := range lines {
			a.words("p", l, side == "old")
		}
		a.shut("content")
	}
	a.shut("clause")
}

// sideLine is a line of one side with its runs, also when it stands in several rows:
// a block that was cut into passages is a row a passage in the table, and one
// paragraph here.
type sideLine struct {
	line *report.Line
	runs []report.Run
}

// sideLines are the lines of one clause on one side, in the order of its rows.
func sideLines(c *report.Change, cl *report.Clause, old bool) []sideLine {
	var out []sideLine
	rows := c.Rows()
	for i := range rows {
		row := &rows[i]
		l := row.New
		if old {
			l = row.Old
		}
		if l == nil || l.Clause != cl {
			continue
		}
		if l.Continued && len(out) > 0 {
			out[len(out)-1].runs = append(out[len(out)-1].runs, row.Runs...)
			continue
		}
		out = append(out, sideLine{l, append([]report.Run(nil), row.Runs...)})
	}
	return out
}

// words writes a line with its runs. On the old side what is not kept is deleted or
// moved away, on the new one inserted or moved here; cd:moved says where the words
// stand in the other text, and is left out of words that were not moved. A run of the
// other side has no text on this one and is passed over.
func (a *writer) words(element string, l sideLine, old bool) {
	num := ""
	if l.line.Kind == "item" {
		num = plain.Bullet(l.line.Num)
	}
	a.begin(element, "cd:num", num)
	for _, r := range l.runs {
		text, mark, to := r.New, "ins", r.From
		if old {
			text, mark, to = r.Old, "del", r.To
		}
		switch {
		case text == "":
		case r.Op == compare.Keep:
			a.text(text)
		default:
			a.begin(mark, "cd:moved", to)
			a.text(text)
			a.WriteString("</" + mark + ">")
		}
	}
	a.shut(element)
}
