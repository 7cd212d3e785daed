package document

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/revision"
)

// identity gives an element its eId, wId and kind. A file that came with eIds of its
// own gets them back, and bears ours beside them. The schema has both attributes
// without spaces, so a foreign wId that is no such name, and an identity of ours with
// a space, are not written there.
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

// foreignIDs finds the eIds that provisions came with and can bear again. An eId
// stands once in a document: one that is an address of ours, or that an earlier
// provision bears, is not given back, and stays with the provision as a note.
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

// notes are those that are not written as identities. The others of a provision with
// foreign ids stay notes, all notes of one without.
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

// isID reports whether a name can be an eId or wId: some characters, no space among
// them, each one that XML holds.
func isID(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !inXML(r) })
}

// inXML reports whether XML 1.0 can hold a character (section 2.2, Char): no control
// characters but tab and the ends of lines, no surrogates, not U+FFFE and U+FFFF.
func inXML(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r <= 0xd7ff || r >= 0xe000 && r <= 0xfffd ||
		r >= 0x10000 && r <= 0x10ffff
}

// xmlText escapes characters. Those that XML cannot hold stand as processing
// instructions, <?char 1f?>, so that nothing is lost. A carriage return is written as
// a reference, since a reader of XML makes a line feed of a bare one (section 2.11).
//
//	a < b, then U+001F   →   a &lt; b, then <?char 1f?>
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

// xmlAttr escapes an attribute's value. A character that XML cannot hold is replaced:
// attributes hold no text of the document. White space that is no space is written as
// references: a reader of XML makes spaces of it otherwise (section 3.3.3).
func xmlAttr(s string) string {
	s = strings.Map(func(r rune) rune {
		if !inXML(r) {
			return utf8.RuneError
		}
		return r
	}, s)
	return strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;", "\n", "&#10;", "\t", "&#9;", "\r", "&#13;").Replace(s)
}
