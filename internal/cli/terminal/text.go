package terminal

import "strings"

// OneLine keeps a name from breaking a table: it stands on one line, each run of
// white space one space, control characters made visible.
func OneLine(s string) string { return strings.Join(strings.Fields(Plain(s)), " ") }

// Short cuts a quotation for a line or two: to 160 characters and an ellipsis.
func Short(s string) string {
	const most = 160 // characters
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most]) + " …"
}

// Dash stands for what is not known, in a cell that would else be empty.
func Dash(s string) string {
	if s == "" {
		return "-"
	}
	return Plain(s)
}
