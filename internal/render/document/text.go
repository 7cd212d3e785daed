package document

import (
	"bufio"
	"io"
	"strings"

	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/revision"
)

// Text writes the revision as plain text: a paragraph a line, an empty line
// between them, and nothing that does not stand in it. Control characters stand as
// their pictures.
func Text(w io.Writer, r *revision.Revision) error {
	b := bufio.NewWriter(w)
	first := true
	r.Walk(func(p *revision.Provision) bool {
		for _, s := range lines(p) {
			if !first {
				b.WriteByte('\n')
			}
			first = false
			b.WriteString(plain.VisibleLines(s) + "\n")
		}
		return true
	})
	return b.Flush()
}

// lines are what is printed of a provision itself: its number with its heading or,
// without one, with its text; then its text. Lines without a character are left out,
// so the list may be empty. Every format writes a provision by it, but for those that
// have places for the three.
//
//	Num "2.1.", Heading "Scope", Text "It applies."   →   2.1. Scope | It applies.
//	Num "1)", no heading, Text "plans;"               →   1) plans;
func lines(p *revision.Provision) []string {
	var out []string
	add := func(parts ...string) {
		if s := strings.TrimSpace(strings.Join(parts, " ")); s != "" {
			out = append(out, s)
		}
	}
	if p.Heading == "" {
		add(p.Num, p.Text)
		return out
	}
	add(p.Num, p.Heading)
	add(p.Text)
	return out
}
