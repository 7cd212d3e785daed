package terminal

import "strings"

// OneLine keeps a name from breaking a table.
func OneLine(s string) string { return strings.Join(strings.Fields(Plain(s)), " ") }

// Short cuts a quotation for a line or two.
func Short(s string) string {
	const most = 160 // characters
	runes := []rune(s)
	if len(runes) <= most {
		return s
	}
	return string(runes[:most]) + " …"
}

// Dash stands for what is not known.
func Dash(s string) string {
	if s == "" {
		return "-"
	}
	return Plain(s)
}
