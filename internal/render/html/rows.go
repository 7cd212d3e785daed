package html

import (
	"strconv"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// markup writes the rows of changes as HTML. It is an own writer because there
// may be hundreds of thousands of runs, which html/template takes ten times as
// long for. Every text goes through text, every attribute value through attr.
type markup struct {
	strings.Builder
	phrase.Phrases
	oldLang, newLang string
	heading          string                       // of the part at hand
	oldHead, newHead string                       // of the columns of rows
	links            bool                         // the page has anchors for the clauses of both sides
	used             map[string]bool              // the fragments that lead somewhere
	whole            bool                         // those of clauses and provisions lead to the full texts
	onPaper          func(fragment string) string // where links lead on paper; nil for a page to be read on a screen
	slots            bool                         // a place is left at the end of each change, see [slot]
	beside, within   bool                         // in a [model.OnPage], in a list
}

func (m *markup) text(s string) {
	s = plain.Visible(s)
	if strings.ContainsAny(s, `&<>"'`) {
		plain.Escaper.WriteString(m, s)
		return
	}
	m.WriteString(s)
}

// free reports whether a fragment leads nowhere yet, and takes it.
func (m *markup) free(fragment string) bool {
	if m.used[fragment] || m.whole && (strings.HasPrefix(fragment, "old-") || strings.HasPrefix(fragment, "new-")) {
		return false
	}
	m.used[fragment] = true
	return true
}

// id writes an empty element that a link can go to, once for each fragment.
func (m *markup) id(fragment string) {
	if m.free(fragment) {
		m.WriteString(`<span id="`)
		m.WriteString(fragment)
		m.WriteString(`"></span>`)
	}
}

// ids marks where the provisions of a row's two lines stand. The clause itself
// has its anchor at the change.
func (m *markup) ids(row report.Row) {
	if m.whole {
		return
	}
	if l := row.Old; l != nil && !l.Continued && l.Provision != l.Clause.Address {
		m.id(plain.Anchor("old", l.Provision))
	}
	if l := row.New; l != nil && !l.Continued && l.Provision != l.Clause.Address {
		m.id(plain.Anchor("new", l.Provision))
	}
}

// rows writes rows for two columns, with a copy of each row for one column
// where both sides have text. Rows without change are folded.
func (m *markup) rows(rows []report.Row) {
	for i := 0; i < len(rows); {
		if rows[i].Changed {
			m.row(rows[i])
			i++
			continue
		}
		end := i
		for end < len(rows) && !rows[end].Changed {
			end++
		}
		m.WriteString(`<details class="same"><summary>`)
		for _, row := range rows[i:end] {
			m.ids(row)
		}
		m.text(m.Say("{0 passage} unchanged", end-i))
		m.WriteString(`</summary>`)
		m.inline(rows[i:end])
		m.WriteString("</details>\n")
		i = end
	}
}

// row writes one row three times over: the old line, the new line and, where both sides
// have one, the two in one column. The style sheet shows the first two or the third.
func (m *markup) row(row report.Row) {
	m.WriteString(`<div class="row">`)
	m.ids(row)
	m.WriteString(`<div class="o law"`)
	m.lang(m.oldLang)
	if row.Old != nil {
		m.line(row.Old, row.Runs, true, false)
	}
	m.WriteString(`</div><div class="n law"`)
	m.lang(m.newLang)
	if row.New != nil {
		m.line(row.New, row.Runs, false, true)
	}
	m.WriteString(`</div>`)
	if row.Old != nil && row.New != nil {
		m.WriteString(`<div class="i law"`)
		m.lang(m.newLang)
		if replaced(row.Runs) {
			m.line(row.Old, row.Runs, true, false)
			m.line(row.New, row.Runs, false, true)
		} else {
			m.line(row.New, row.Runs, true, true)
		}
		m.WriteString(`</div>`)
	}
	m.WriteString("</div>\n")
}

// untouched writes all rows in one column.
func (m *markup) untouched(rows []report.Row) {
	for _, row := range rows {
		m.ids(row)
	}
	m.inline(rows)
}

// inline writes rows in one column.
func (m *markup) inline(rows []report.Row) {
	m.WriteString(`<div class="law"`)
	m.lang(m.newLang)
	for _, row := range rows {
		l := row.New
		if l == nil {
			l = row.Old
		}
		if row.Old != nil && row.New != nil && replaced(row.Runs) {
			m.line(row.Old, row.Runs, true, false)
			m.line(row.New, row.Runs, false, true)
			continue
		}
		m.line(l, row.Runs, true, true)
	}
	m.WriteString(`</div>`)
}

// lang ends a tag with the language of its text.
func (m *markup) lang(tag string) {
	if tag != "" {
		m.WriteString(` lang="`)
		m.text(tag)
		m.WriteByte('"')
	}
	m.WriteByte('>')
}

// line writes one line with those runs that belong to the sides asked for.
func (m *markup) line(l *report.Line, runs []report.Run, old, now bool) {
	m.openLine(l, wholly(runs, old, now))
	for p := range model.Pieces(runs, old, now) {
		m.piece(p)
	}
	m.WriteString("</p>")
}

// wholly reports whether all that runs show on one side is deleted or inserted,
// so that it need not stand out word by word.
func wholly(runs []report.Run, old, now bool) bool {
	if old && now && !oneSided(runs) {
		return false
	}
	for _, r := range runs {
		if r.Op == compare.Keep && !r.Elided && (old && r.Old != "" || now && r.New != "") {
			return false
		}
	}
	return true
}

func oneSided(runs []report.Run) bool {
	var old, now bool
	for _, r := range runs {
		old, now = old || r.Old != "", now || r.New != ""
	}
	return !old || !now
}

// replaced reports whether a row has text on both sides and nothing in common.
func replaced(runs []report.Run) bool {
	return !oneSided(runs) && wholly(runs, true, false)
}

// openLine begins a paragraph with the classes that say what it is, and its number.
func (m *markup) openLine(l *report.Line, whole bool) {
	switch {
	case l.Kind == revision.BlockHeading:
		m.WriteString(`<p class="head`)
	case l.Kind == revision.BlockItem:
		m.WriteString(`<p class="item`)
	default:
		m.WriteString(`<p class="`)
	}
	if l.Continued {
		m.WriteString(" cont")
	}
	if whole {
		m.WriteString(" whole")
	}
	if l.Depth > 0 {
		m.WriteString(" in-" + strconv.Itoa(min(l.Depth, deepest)))
	}
	m.WriteString(`">`)
	if l.Num != "" {
		m.WriteString(`<span class="num">`)
		m.text(plain.Bullet(l.Num))
		m.WriteString(`</span> `)
	}
}

// changeTags are how changed words are written: never by colour alone.
var changeTags = [...]string{model.Deleted: "del", model.Inserted: "ins", model.MovedAway: "del", model.MovedHere: "ins"}

// piece writes a stretch of words with its mark, and what it is for those who do not see
// it; then where moved words went or came from.
func (m *markup) piece(p model.Piece) {
	tag := changeTags[p.Mark]
	switch {
	case tag != "":
	case p.Text == model.Elided:
		m.WriteString(`<span class="gap"> … </span>`)
		return
	default:
		m.text(p.Text)
		return
	}
	m.WriteByte('<')
	m.WriteString(tag)
	if p.Place != "" {
		m.WriteString(` class="mv"`)
	}
	m.WriteString(`><span class="vh">[`)
	m.text(m.Word(p.Mark.Name()))
	m.WriteString(`: </span>`)
	m.text(p.Text)
	m.WriteString(`<span class="vh">]</span></`)
	m.WriteString(tag)
	m.WriteByte('>')
	if p.Place == "" {
		return
	}
	side := "new"
	if p.Mark == model.MovedHere {
		side = "old"
	}
	m.WriteString(`<span class="where"> `)
	if m.links {
		m.link(plain.Anchor(side, p.Place), p.Where())
	} else {
		m.text(p.Where())
	}
	m.WriteString("</span>")
}
