package terminal

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"
)

// Printer writes lines for people. It keeps the first error, which [Streams.PrintTo]
// returns, so that callers need not look at each line. Widths are in characters, one
// column each: wide ones of East Asia are not reckoned with.
type Printer struct {
	w     *bufio.Writer
	width int // columns at which text is wrapped; 0 for never
	color bool
}

// PrintTo writes with f and wraps at the width of the terminal, if it is one: into a
// file or a pipe each paragraph goes as one line, whatever COLUMNS says.
func (s *Streams) PrintTo(w io.Writer, f func(*Printer)) error {
	p := &Printer{w: bufio.NewWriter(w), color: s.UseColor()}
	if s.Terminal {
		p.width = s.Width
	}
	f(p)
	return p.w.Flush()
}

// Printf writes as [fmt.Printf] does, with control characters made visible.
func (p *Printer) Printf(format string, args ...any) {
	line := Plain(fmt.Sprintf(format, args...))
	_, _ = p.w.WriteString(p.styled(line)) // the error is kept by the writer
}

// Where bold text begins and ends, until it is written: noncharacters, which Unicode
// keeps for uses like this one inside a program. A text that holds them itself loses
// them (see foreign).
const (
	boldOn  = "\ufdd0"
	boldOff = "\ufdd1"
)

// styled puts the sequences of a terminal where bold begins and ends. Without colour
// there are no such marks of ours, and what looks like one is foreign.
func (p *Printer) styled(s string) string {
	if !strings.Contains(s, boldOn) && !strings.Contains(s, boldOff) {
		return s
	}
	if !p.color {
		return unstyled.Replace(s)
	}
	return styles.Replace(s)
}

var (
	styles   = strings.NewReplacer(boldOn, "\x1b[1m", boldOff, "\x1b[0m")
	unstyled = strings.NewReplacer(boldOn, "\ufffd", boldOff, "\ufffd")
)

// foreign is a text without what stands for styles: a name in a file cannot switch
// bold on.
func foreign(s string) string { return unstyled.Replace(s) }

// Bold marks a heading where there is colour.
func (p *Printer) Bold(s string) string {
	if !p.color {
		return s
	}
	return boldOn + foreign(s) + boldOff
}

// Text writes a paragraph with a hanging indent: first stands before its first line,
// rest before each other one. Words are parted at spaces, tabs and line breaks;
// no-break spaces hold. A word that is longer than a line stands on one of its own.
func (p *Printer) Text(first, rest, text string) {
	line, width, begun := []byte(first), utf8.RuneCountInString(first), false
	for word := range strings.FieldsFuncSeq(Plain(text), func(r rune) bool { return r == ' ' || r == '\t' || r == '\n' }) {
		size := utf8.RuneCountInString(word)
		switch {
		case !begun:
			begun = true
		case p.width > 0 && width+1+size > p.width:
			p.Printf("%s\n", line)
			line, width = append(line[:0], rest...), utf8.RuneCountInString(rest)
		default:
			line, width = append(line, ' '), width+1
		}
		line, width = append(line, word...), width+size
	}
	p.Printf("%s\n", bytes.TrimRight(line, " "))
}

// Table writes rows with aligned columns, two spaces between, the first row as a
// heading. Rows may have fewer cells than others; cells are not wrapped.
func (p *Printer) Table(rows [][]string) {
	var widths []int
	for _, row := range rows {
		for i, cell := range row {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	for i, row := range rows {
		var b strings.Builder
		for j, cell := range row {
			b.WriteString(cell)
			if j < len(row)-1 {
				b.WriteString(strings.Repeat(" ", widths[j]-utf8.RuneCountInString(cell)+2))
			}
		}
		line := strings.TrimRight(b.String(), " ")
		if i == 0 {
			line = p.Bold(line)
		}
		p.Printf("%s\n", line)
	}
}
