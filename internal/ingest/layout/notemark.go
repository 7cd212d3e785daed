package layout

import "strings"

// noteList is the line with which the list of endnotes at the end of a text begins:
// the last that opens with [1], where two more open with such marks after it. It is
// the number of lines where there is none. Only the last list counts, since a text
// may quote another's.
func noteList(lines []Line) int {
	opened := 0
	for i := len(lines) - 1; i >= 0; i-- {
		mark := noteMark(lines[i].Text)
		if mark == "" {
			continue
		}
		if mark == "[1]" && opened > 1 {
			return i
		}
		opened++
	}
	return len(lines)
}

// opensNote reports whether a line opens with the mark of an endnote.
func opensNote(s string) bool { return noteMark(s) != "" }

// onlyNote reports whether a line is nothing but a mark.
func onlyNote(s string) bool { return s != "" && noteMark(s) == s }

// noteMark is the mark that a line opens with, «[12]», "" where there is none.
func noteMark(s string) string {
	const longest = 4 // digits
	end := strings.IndexByte(s, ']')
	if end < 2 || end > longest+1 || s[0] != '[' || strings.Trim(s[1:end], "0123456789") != "" {
		return ""
	}
	return s[:end+1]
}

// withoutMarks is line i without the marks of endnotes that end it, which hide the
// mark of its sentence. Of a line that is nothing else the words are those of the
// line before.
func withoutMarks(lines []Line, i int) *Line {
	bare := cutMarks(lines[i].Text)
	if bare == lines[i].Text {
		return &lines[i]
	}
	out := lines[i]
	if out.Text = bare; bare == "" && i > 0 {
		out.Text, out.indent = cutMarks(lines[i-1].Text), lines[i-1].indent
	}
	return &out
}

// cutMarks cuts the marks off the end of a line.
func cutMarks(s string) string {
	for strings.HasSuffix(s, "]") {
		open := strings.LastIndexByte(s, '[')
		if open < 0 || noteMark(s[open:]) == "" {
			break
		}
		s = strings.TrimRight(s[:open], " \u00a0")
	}
	return s
}
