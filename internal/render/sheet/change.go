package sheet

import (
	"strings"

	"conceptdiff/internal/compare"
)

// changePhrase shows a change in a line, as the text format marks it, with little
// around what changed. It is on one line: «the club [-must-]{+may+} plough …». Moves
// are not told apart: a cell is too small to say where to.
func changePhrase(edits []compare.Edit) string {
	var b strings.Builder
	for i, e := range edits {
		switch e.Op {
		case compare.Delete:
			b.WriteString(bracketed("[-", e.Old, "-]"))
		case compare.Insert:
			b.WriteString(bracketed("{+", e.New, "+}"))
		default:
			b.WriteString(around(e.New, i == 0, i == len(edits)-1))
		}
	}
	return strings.TrimSpace(strings.ReplaceAll(b.String(), "\n", " "))
}

// bracketed puts words between marks, white space at their end outside; white space
// alone is nothing to mark.
func bracketed(open, s, shut string) string {
	if strings.TrimSpace(s) == "" {
		return s
	}
	return open + strings.TrimSpace(s) + shut + trailing(s)
}

// trailing keeps the space after a run outside its brackets, as one space.
func trailing(s string) string {
	if strings.TrimRight(s, " \n") != s {
		return " "
	}
	return ""
}

// around keeps the ends of what did not change, 60 characters at each, cut at spaces;
// first and last say that the run begins or ends the change, where one end is enough.
func around(s string, first, last bool) string {
	const most = 60 // characters at each end
	runes := []rune(s)
	if len(runes) <= 2*most || first && len(runes) <= most || last && len(runes) <= most {
		return s
	}
	head, tail := string(runes[:most]), string(runes[len(runes)-most:])
	if i := strings.LastIndexByte(head, ' '); i >= 0 {
		head = head[:i]
	}
	if i := strings.IndexByte(tail, ' '); i >= 0 {
		tail = tail[i:]
	}
	switch {
	case first && last:
		return head + " …"
	case first:
		return "…" + tail
	case last:
		return head + " …"
	}
	return head + " … " + strings.TrimLeft(tail, " ")
}
