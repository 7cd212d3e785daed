package yaml

import (
	"bytes"

	yaml "go.yaml.in/yaml/v3"
)

// place is a line and a column, from 1.
type place struct{ line, column int }

// markBareTags gives nodes that are tagged with a lone "!" the style of tagged
// ones. The parser leaves no trace of it but that the node begins there, where
// no text can that has no quotation marks.
func markBareTags(nodes []*Node, data []byte) {
	if bytes.IndexByte(data, '!') < 0 {
		return
	}
	at := make(map[place]bool)
	here := place{1, 1}
	for i, r := range string(data) {
		if r == '!' {
			at[here] = true
		}
		here.column++
		if r == '\n' || r == '\r' && !bytes.HasPrefix(data[i:], []byte("\r\n")) {
			here = place{here.line + 1, 1}
		}
	}
	mark(nodes, at)
}

func mark(nodes []*Node, tags map[place]bool) {
	for _, n := range nodes {
		if tags[place{n.Line, n.Column}] {
			n.Style |= yaml.TaggedStyle
		}
		mark(n.Content, tags)
	}
}
