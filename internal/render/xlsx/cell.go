package xlsx

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/render/model"
)

// open begins a row; height is in points, 0 for one that the program finds. A
// spreadsheet has no rows above 409 points.
func (s *workbook) open(height int) {
	s.row++
	s.b.WriteString(`<row r="` + strconv.Itoa(s.row) + `"`)
	if height > 0 {
		s.b.WriteString(` ht="` + strconv.Itoa(min(height, 409)) + `" customHeight="1"`)
	}
	s.b.WriteByte('>')
}

func (s *workbook) close() { s.b.WriteString(`</row>`) }

// runFormats are how marked words look; the font is named since a run has none of
// the cell's own.
var runFormats = map[model.Mark]string{
	model.Deleted:   `<strike/><sz val="10"/><color rgb="FF7A0000"/>`,
	model.Inserted:  `<b/><sz val="10"/><color rgb="FF003A7A"/><u/>`,
	model.MovedAway: `<strike/><sz val="10"/><color rgb="FF7A0000"/>`,
	model.MovedHere: `<b/><sz val="10"/><color rgb="FF003A7A"/><u val="double"/>`,
	strong:          `<b/><sz val="10"/>`,
}

// strong marks what is bold without being marked: headings, and how a note begins.
const strong = model.Strong

// runFont names the font of every run, as a run takes nothing from its cell.
const runFont = `<rFont val="Times New Roman"/>`

// cell writes a cell of text with marked runs; columns count from 0. The style is one
// of the constants cellPlain and so on. A cell with one plain run is simple text,
// others rich text; an empty one has its style alone. The text stands in the cell
// (inlineStr) and not in a table of strings beside the sheet.
func (s *workbook) cell(column, style int, runs []model.Piece) {
	s.b.WriteString(`<c r="` + columnName(column) + strconv.Itoa(s.row) + `" s="` + strconv.Itoa(style) + `"`)
	if len(runs) == 0 || len(runs) == 1 && runs[0].Text == "" {
		s.b.WriteString(`/>`)
		return
	}
	s.b.WriteString(` t="inlineStr"><is>`)
	if len(runs) == 1 && runs[0].Mark == model.Plain {
		s.text(runs[0].Text)
	} else {
		for _, r := range runs {
			s.run(r)
		}
	}
	s.b.WriteString(`</is></c>`)
}

// run writes a piece as a run of rich text, and where moved words went to, or came
// from, as another in italics.
func (s *workbook) run(r model.Piece) {
	format := runFormats[r.Mark]
	if format == "" {
		format = `<sz val="10"/>`
	}
	s.b.WriteString(`<r><rPr>` + format + runFont + `</rPr>`)
	s.text(r.Text)
	s.b.WriteString(`</r>`)
	if r.Place != "" {
		s.b.WriteString(`<r><rPr><i/><sz val="10"/>` + runFont + `</rPr>`)
		s.text(" (" + r.Where() + ")")
		s.b.WriteString(`</r>`)
	}
}

// escapeLike is what spreadsheets would read as an escaped character (ECMA-376,
// ST_Xstring). Its first sign is written as an escape itself:
//
//	_x0041_   →   _x005F_x0041_, which is read as _x0041_ and not as A
var escapeLike = lazy.Regexp(`_(x[0-9A-Fa-f]{4}_)`)

// text writes characters, all spaces kept.
func (s *workbook) text(text string) {
	if strings.Contains(text, "_x") {
		text = escapeLike().ReplaceAllString(text, "_x005F_$1")
	}
	s.b.WriteString(`<t xml:space="preserve">`)
	// A line break within a cell stands as it is.
	for i, line := range strings.Split(text, "\n") {
		if i > 0 {
			s.b.WriteByte('\n')
		}
		_ = xml.EscapeText(&s.b, []byte(line)) // a buffer takes everything
	}
	s.b.WriteString(`</t>`)
}

// columnName is A for 0, AA for 26.
func columnName(i int) string {
	name := ""
	for i++; i > 0; i = (i - 1) / 26 {
		name = string(rune('A'+(i-1)%26)) + name
	}
	return name
}

// SplitRuns parts runs where a cell holds more characters than it should, between words
// where it can. Each result has at most so many characters; only where most is below 800
// is a longer word left whole. Nothing is lost, and the pieces keep their marks; where
// moved words went to, or came from, stands with the last of a piece that was parted.
func SplitRuns(runs []model.Piece, most int) [][]model.Piece {
	var out [][]model.Piece
	var piece []model.Piece
	held := 0
	for _, r := range runs {
		for held+utf8.RuneCountInString(r.Text) > most {
			head, rest := cutAt(r.Text, max(most-held, 1))
			if head == "" && held == 0 {
				head, rest = r.Text, ""
			}
			if head != "" {
				piece = append(piece, model.Piece{Text: head, Mark: r.Mark})
			}
			out = append(out, piece)
			piece, held = nil, 0
			r.Text = rest
		}
		if r.Text != "" {
			piece = append(piece, r)
			held += utf8.RuneCountInString(r.Text)
		}
	}
	if len(piece) > 0 {
		out = append(out, piece)
	}
	return out
}

// cutAt parts a text at the last space before n characters, or at n when a single
// word is longer than a cell ought to be. The space stays with the head. A head of ""
// says that no word fits.
func cutAt(s string, n int) (head, rest string) {
	at, count := 0, 0
	for i, r := range s {
		if count == n {
			if at == 0 && n >= mostNote {
				return s[:i], s[i:]
			}
			break
		}
		if count++; r == ' ' {
			at = i + 1
		}
	}
	return s[:at], s[at:]
}
