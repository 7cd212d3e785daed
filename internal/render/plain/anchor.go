package plain

import (
	"strings"
)

// Anchor is the fragment that addresses a clause or provision of a side ("old",
// "new"), or a change (""). What cannot stand in an id or would be decoded in a link
// becomes "_". Different addresses could become one fragment, if they differed in
// such signs alone; addresses of provisions have none of them.
func Anchor(side, address string) string {
	id := strings.Map(func(r rune) rune {
		switch {
		case r <= ' ' || Acts(r), strings.ContainsRune(`"'<>&%#\^{}|`+"`", r):
			return '_'
		}
		return r
	}, address)
	if side == "" {
		return id
	}
	return side + "-" + id
}
