package markdown

import (
	"bufio"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/render"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/revision"
)

// writer writes Markdown (CommonMark with strikethrough and tables, as GitHub reads
// it). Deleted words are ~~struck~~, inserted ones **strong**. It keeps the first
// error for Flush.
type writer struct {
	*bufio.Writer
	phrase.Phrases
	o render.Options
}

// newWriter is a writer with the phrases of the language asked for.
func newWriter(w io.Writer, o render.Options) *writer {
	return &writer{bufio.NewWriterSize(w, 32<<10), o.Phrases(), o}
}

// mdEscaper escapes whatever could be read as mark-up anywhere in a line, and what
// GitHub makes a link, a mention or a formula of without any marks. A digit and a
// dot, "+" and "=" matter only at its start; see mdStart.
var mdEscaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;",
	"&", "&amp;", "~", `\~`, "|", `\|`, "#", `\#`, "!", `\!`, "$", `\$`, "://", `:\/\/`, "@", `\@`, "www.", `www\.`,
)

// mdText escapes a text so that it reads as it stands and never as mark-up.
func mdText(s string) string {
	s = plain.Visible(s)
	// Most texts hold none of these and need no copy.
	if strings.ContainsAny(s, "\\`*_[]<>&~|#!$:@w") {
		s = mdEscaper.Replace(s)
	}
	return s
}

// mdStart escapes, at the start of a paragraph, what would make a list, a rule or a
// heading of it («1. …», «- …», «===»; CommonMark 4.3 and 5.2). Spaces before it are
// cut: four would make code. The text is escaped otherwise already.
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

// heading writes a heading on that level; GitHub knows six.
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

// row writes a row in one column, as the new line stands or, where there is none, the
// old. An item of a list keeps its bullet as Markdown's own; deeper than six steps it
// stays there.
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

// runs writes runs as seen from the sides asked for. Moved words say where they went
// or came from in words, since their marks are those of deleted and inserted ones.
func (m *writer) runs(runs []report.Run, old, now bool) string {
	var parts []mdPart
	for p := range model.Pieces(runs, old, now) {
		parts = append(parts, mdPart{p.Text, mdChanges[p.Mark]})
		switch p.Mark {
		case model.MovedAway:
			parts = append(parts, mdMoved(m.Say("moved to {0}", p.Place))...)
		case model.MovedHere:
			parts = append(parts, mdMoved(m.Say("moved from {0}", p.Place))...)
		}
	}
	return joinMarkdown(parts)
}

// mdChanges are the marks of changed words. Markdown has no underline.
var mdChanges = map[model.Mark]string{model.Deleted: "~~", model.Inserted: "**", model.MovedAway: "~~", model.MovedHere: "**"}

// mdMoved says after moved words where they went or came from.
func mdMoved(where string) []mdPart { return []mdPart{{text: " "}, {"(" + where + ")", "*"}} }

// joinMarkdown writes parts with their marks, so that each is read as one: where
// CommonMark would not take a mark for one (6.2, left- and right-flanking runs), an
// invisible joiner stands beside it. White space at the ends is cut.
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

// first is the first character of a part, or the replacement character.
func (p mdPart) first() rune {
	r, _ := utf8.DecodeRuneInString(p.text)
	return r
}

// last is the last character of a part, or the replacement character.
func (p mdPart) last() rune {
	r, _ := utf8.DecodeLastRuneInString(p.text)
	return r
}

// joiner is an invisible word joiner, written so that CommonMark sees
// punctuation there. Between punctuation inside and a letter outside, a mark
// would be read as text.
const joiner = "&#8288;"

// needsJoiner reports whether a mark between those two characters would be read as
// text.
func needsJoiner(inside, outside rune) bool {
	plain := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }
	return !plain(inside) && plain(outside)
}
