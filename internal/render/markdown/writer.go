package markdown

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// writer writes Markdown (CommonMark with strikethrough and tables, as
// GitHub reads it). Deleted words are ~~struck~~, inserted ones **strong**.
type writer struct {
	*bufio.Writer
	phrase.Phrases
	o render.Options
}

func newWriter(w io.Writer, o render.Options) *writer {
	return &writer{bufio.NewWriterSize(w, 32<<10), o.Phrases(), o}
}

// mdEscaper escapes whatever could be read as mark-up anywhere in a line. A
// digit and a dot, "+" and "=" matter only at its start; see mdText.
var mdEscaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
	"&", "&amp;", "~", `\~`, "|", `\|`, "#", `\#`, "!", `\!`, "$", `\$`, "://", `:\/\/`, "@", `\@`, "www.", `www\.`,
)

// mdText escapes a text so that it reads as it stands and never as mark-up.
func mdText(s string) string {
	s = plain.Visible(s)
	if strings.ContainsAny(s, "\\`*_[]<>&~|#!$:@w") {
		s = mdEscaper.Replace(s)
	}
	return s
}

// mdStart escapes, at the start of a paragraph, what would make a list, a
// rule or a heading of it.
func mdStart(s string) string {
	trimmed := strings.TrimLeft(s, " ")
	if trimmed == "" {
		return ""
	}
	if strings.ContainsRune("+-=", rune(trimmed[0])) {
		return `\` + trimmed
	}
	digits := len(trimmed) - len(strings.TrimLeft(trimmed, "0123456789"))
	if digits > 0 && digits < len(trimmed) && (trimmed[digits] == '.' || trimmed[digits] == ')') {
		return trimmed[:digits] + `\` + trimmed[digits:]
	}
	return trimmed
}

func (m *writer) heading(level int, s string) {
	m.WriteString(strings.Repeat("#", level) + " " + mdText(s) + "\n\n")
}

// para writes a paragraph of plain text.
func (m *writer) para(s string) { m.raw(mdText(s)) }

// raw writes a paragraph that is escaped already.
func (m *writer) raw(s string) {
	if s = mdStart(strings.TrimSpace(s)); s != "" {
		m.WriteString(s + "\n\n")
	}
}

// item writes a list item of plain text; end ends the list.
func (m *writer) item(s string) { m.WriteString("- " + mdStart(mdText(s)) + "\n") }
func (m *writer) end()          { m.WriteByte('\n') }

// rows writes the rows of a change in one column; unchanged ones are folded
// unless everything is wanted.
func (m *writer) rows(rows []report.Row, all bool) {
	folded := 0
	fold := func() {
		if folded > 0 {
			m.WriteString("*… " + m.Say("{0 passage} unchanged", folded) + "*\n\n")
		}
		folded = 0
	}
	for _, row := range rows {
		if !row.Changed && !all {
			folded++
			continue
		}
		fold()
		m.row(row)
	}
	fold()
}

func (m *writer) row(row report.Row) {
	l := row.New
	if l == nil {
		l = row.Old
	}
	text := m.runs(row.Runs, true, true)
	switch {
	case l.Kind == revision.BlockItem:
		m.WriteString(strings.Repeat("  ", min(l.Depth, 6)) + "- " + mdStart(text) + "\n\n")
	case l.Num != "":
		m.raw(mdText(l.Num) + " " + text)
	default:
		m.raw(text)
	}
}

// runs writes runs as seen from the sides asked for.
func (m *writer) runs(runs []report.Run, old, now bool) string {
	var parts []mdPart
	for _, r := range runs {
		switch {
		case r.Elided:
			parts = append(parts, mdPart{text: " … "})
		case r.Op == compare.Keep && now:
			parts = append(parts, mdPart{text: r.New})
		case r.Op == compare.Keep:
			parts = append(parts, mdPart{text: r.Old})
		case r.Old != "" && old:
			parts = appendMarked(parts, r.Old, "~~", r.Op == compare.Move, m.Say("moved to {0}", r.To))
		case r.New != "" && now:
			parts = appendMarked(parts, r.New, "**", r.Op == compare.Move, m.Say("moved from {0}", r.From))
		}
	}
	return joinMarkdown(parts)
}

// joinMarkdown writes parts with their marks, so that each is read as one.
func joinMarkdown(parts []mdPart) string {
	var b strings.Builder
	for i, p := range parts {
		if p.mark == "" {
			b.WriteString(mdText(p.text))
			continue
		}
		if i > 0 && needsJoiner(p.first(), parts[i-1].last()) {
			b.WriteString(joiner)
		}
		b.WriteString(p.mark + mdText(p.text) + p.mark)
		if i+1 < len(parts) && needsJoiner(p.last(), parts[i+1].first()) {
			b.WriteString(joiner)
		}
	}
	return strings.TrimSpace(b.String())
}

// mdPart is a stretch of text between the same marks, "" for none.
type mdPart struct{ text, mark string }

func (p mdPart) first() rune {
	r, _ := utf8.DecodeRuneInString(p.text)
	return r
}

func (p mdPart) last() rune {
	r, _ := utf8.DecodeLastRuneInString(p.text)
	return r
}

// appendMarked adds a marked run. White space at its ends stays outside the
// marks, which could not open or close beside it.
func appendMarked(parts []mdPart, text, mark string, move bool, where string) []mdPart {
	core := strings.TrimSpace(text)
	if core == "" {
		return append(parts, mdPart{text: text})
	}
	at := strings.Index(text, core)
	if at > 0 {
		parts = append(parts, mdPart{text: text[:at]})
	}
	parts = append(parts, mdPart{core, mark})
	if move {
		parts = append(parts, mdPart{text: " "}, mdPart{"(" + where + ")", "*"})
	}
	if end := text[at+len(core):]; end != "" {
		parts = append(parts, mdPart{text: end})
	}
	return parts
}

// joiner is an invisible word joiner, written so that CommonMark sees
// punctuation there. Between punctuation inside and a letter outside, a mark
// would be read as text.
const joiner = "&#8288;"

func needsJoiner(inside, outside rune) bool {
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
	return !plain(inside) && plain(outside)
}
