package phrase

import "strings"

// Place says where in a file something stands: the file's name where it is one of
// several, its page, and its line or, where those are counted, its paragraph; "" where
// nothing is known.
func (p Phrases) Place(file string, page, line int, paragraphs bool) string {
	var parts []string
	if file != "" {
		parts = append(parts, file)
	}
	if page > 0 {
		parts = append(parts, p.Say("page {0}", page))
	}
	switch {
	case line > 0 && paragraphs:
		parts = append(parts, p.Say("paragraph {0}", line))
	case line > 0:
		parts = append(parts, p.Say("line {0}", line))
	}
	return strings.Join(parts, ", ")
}
