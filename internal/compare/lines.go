package compare

import (
	"strings"

	"conceptdiff/internal/revision"
)

func blocksOf(cs []*revision.Clause) []revision.Block {
	var out []revision.Block
	for _, c := range cs {
		out = append(out, c.Blocks...)
	}
	return out
}

func lines(s string) []string { return strings.Split(s, "\n") }

func count(s string, c byte) int { return strings.Count(s, string(c)) }
