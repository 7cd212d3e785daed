package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/revision"
)

// identity gives an element its eId, wId and kind. A file that came with eIds of
// its own gets them back, and bears ours beside them.
func (a *aknWriter) identity(p *revision.Provision) attrs {
	as := attrs{{"eId", p.Address()}, {"wId", p.WID}}
	if id := a.ids[p]; id != "" {
		as = attrs{{"eId", id}, {"wId", noteText(p, revision.NoteWID)}, {"cd:eid", p.Address()}, {"cd:wid", p.WID}}
		if !isID(as[1].value) {
			as[1].value = ""
		}
	}
	if strings.ContainsFunc(p.WID, unicode.IsSpace) {
		as[1].value = "" // a label with spaces: the schema allows none
	}
	return append(as, struct{ name, value string }{"cd:kind", string(p.Kind)})
}

// foreignIDs finds the eIds that provisions came with and can bear again: an
// eId stands once in a document.
func foreignIDs(r *revision.Revision) map[*revision.Provision]string {
	used := map[string]bool{organisation: true}
	r.Walk(func(p *revision.Provision) bool {
		used[p.Address()] = true
		return true
	})
	ids := map[*revision.Provision]string{}
	r.Walk(func(p *revision.Provision) bool {
		if id := noteText(p, revision.NoteEID); isID(id) && !used[id] {
			ids[p] = id
			used[id] = true
		}
		return true
	})
	return ids
}

// notes are those that are not written as identities.
func (a *aknWriter) notes(p *revision.Provision, all []revision.Note) []revision.Note {
	if a.ids[p] == "" {
		return all
	}
	var out []revision.Note
	for _, n := range all {
		if n.Kind == revision.NoteEID || n.Kind == revision.NoteWID && isID(n.Text) {
			continue
		}
		out = append(out, n)
	}
	return out
}

// noteText is the text of the only note of that kind, "" when there is not just
// one.
func noteText(p *revision.Provision, kind revision.NoteKind) string {
	text, n := "", 0
	for _, note := range p.Notes {
		if note.Kind == kind {
			text, n = note.Text, n+1
		}
	}
	if n != 1 {
		return ""
	}
	return text
}

func isID(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !inXML(r) })
}

// inXML reports whether XML 1.0 can hold a character.
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd ||
		r >= 0x10000 && r <= 0x10ffff
}

// xmlText escapes characters. Those that XML cannot hold stand as processing
// instructions, <?char 1f?>, so that nothing is lost.
func xmlText(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return strings.ContainsRune("<>&\r", r) || !inXML(r) }) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '\r':
			b.WriteString("&#13;")
		case !inXML(r):
			b.WriteString("<?char " + strconv.FormatInt(int64(r), 16) + "?>")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// xmlAttr escapes an attribute's value. A character that XML cannot hold is
// replaced: attributes hold no text of the document.
func xmlAttr(s string) string {
	s = strings.Map(func(r rune) rune {
		if !inXML(r) {
			return utf8.RuneError
		}
		return r
	}, s)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;").Replace(s)
}
