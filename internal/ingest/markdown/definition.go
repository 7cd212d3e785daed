package markdown

import "strings"

// keepDefinitions keeps a line from being read as the definition of a link where it
// leads nowhere: «[Officer]: manager» would not be shown at all. A definition that
// leads to an address is syntax. It is kept by a backslash before the bracket. Lines
// of code between fences are left alone, and so are footnotes («[^1]:»).
func keepDefinitions(src string) string {
	if !strings.Contains(src, "]:") {
		return src
	}
	var out strings.Builder
	fence := ""
	for line := range strings.Lines(src) {
		body := strings.TrimLeft(line, " ")
		switch {
		case fence != "":
			if strings.HasPrefix(body, fence) {
				fence = ""
			}
		case strings.HasPrefix(body, "```"), strings.HasPrefix(body, "~~~"):
			fence = body[:3]
		// Four spaces make code (CommonMark 4.4), which needs no backslash.
		case len(line)-len(body) < 4 && definesNothing(body):
			line = line[:len(line)-len(body)] + `\` + body
		}
		out.WriteString(line)
	}
	return out.String()
}

// definesNothing reports whether a line has the form of a link's definition and gives
// no address.
func definesNothing(line string) bool {
	if !strings.HasPrefix(line, "[") || strings.HasPrefix(line, "[^") {
		return false
	}
	_, rest, ok := strings.Cut(line, "]:")
	fields := strings.Fields(rest)
	return ok && len(fields) > 0 && !isAddress(fields[0])
}

// isAddress reports whether a word looks like an address: it has a scheme, a path, an
// anchor, or a full stop within.
func isAddress(s string) bool {
	s = strings.Trim(s, "<>")
	if strings.ContainsAny(s, "/#:@") {
		return true
	}
	i := strings.IndexByte(s, '.')
	return i > 0 && i < len(s)-1
}
