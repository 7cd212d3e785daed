package onto

import (
	"path"
	"strings"

	"conceptdiff/internal/ooxml"
	"conceptdiff/internal/render/message"
)

// untracked says which text beside the document's own (headers, footers, notes)
// differs between two Word files: it is not in the tracked changes, and nobody shall
// take it for unchanged. There is one line for each kind, which is the word that ends
// the type of the parts' relationships. Of either text 300 characters are shown: that
// it differs is what is told, and not all of how.
func untracked(old, now *ooxml.Opened, p *message.Printer) []string {
	var out []string
	for _, b := range [...]struct{ kind, name string }{
		{"header", p.Say("header")}, {"footer", p.Say("footer")}, {"footnotes", p.Say("footnotes")}, {"endnotes", p.Say("endnotes")},
	} {
		was, is := textBeside(old, b.kind), textBeside(now, b.kind)
		if was != is {
			out = append(out, p.Say("Not in the tracked changes: {0} «{1}» → «{2}»", b.name, short(was, 300), short(is, 300)))
		}
	}
	return out
}

// textBeside is the text of all parts of a kind, each text once, in the order of the
// parts' names. A part that cannot be read says nothing. Text that a file holds in
// two versions counts once: the fallback is passed over.
func textBeside(p *ooxml.Opened, kind string) string {
	var out []string
	seen := make(map[string]bool)
	for _, r := range p.Relations {
		if path.Base(r.Type) != kind || r.Target == "" {
			continue
		}
		data, err := p.Read(r.Target)
		if err != nil || data == nil {
			continue
		}
		root, err := ooxml.Scan(data)
		if err != nil {
			continue
		}
		var text strings.Builder
		root.Walk(func(e *ooxml.Element) bool {
			switch e.Name {
			case "w:t":
				text.WriteString(e.Text(data))
			case "w:p", "w:tab", "w:br", "w:tc":
				text.WriteByte(' ')
			case "mc:Fallback", "w:instrText":
				return false
			}
			return true
		})
		if s := strings.Join(strings.Fields(text.String()), " "); s != "" && !seen[s] {
			seen[s] = true
			out = append(out, s)
		}
	}
	return strings.Join(out, " · ")
}
