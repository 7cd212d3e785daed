package markdown

import (
	"fmt"
	"strings"

	"conceptdiff/internal/ingest/flow"
)

// Limits of the syntax, beyond those of package flow. The parser's work grows with
// the square of the signs that may open or close something in one paragraph, of the
// definitions of links in it, and of the footnotes of the text; the squares are
// counted as steps. A billion steps are far beyond a text that people wrote, in which
// a paragraph has some ten such signs.
const (
	maxSteps = 1_000_000_000 // some seconds
	maxCells = 200_000       // of all tables
)

// signs may open or close something inside a paragraph: emphasis, links, pictures,
// code, HTML.
const signs = "*_[]<`!"

// gauge measures a text line by line.
type gauge struct {
	lists        []int // columns at which the text of the open lists begins
	size         int   // of the paragraph or table at hand
	marks        int   // signs in it
	definitions  int   // lines of it that may define a link
	footnotes    int   // marks and definitions of footnotes in the whole text
	columns      int   // of it as a table: every row has those of the widest
	steps, cells int   // of the whole text
}

// measure refuses a text for which the parser would need too long: nested too deep, a
// paragraph too long or too full of signs, tables too large. It goes by lines and
// does not parse: it may take a text for worse than it is, never for better. The line
// in the error is the one at which the limit was crossed.
func measure(src string) *flow.Error {
	var g gauge
	no := 0
	for line := range strings.Lines(src) {
		no++
		at := flow.Place{Line: no}
		rest := strings.TrimRight(line, "\r\n\t ")
		if rest == "" {
			g.endParagraph()
			continue
		}
		depth, item := g.nesting(rest)
		if depth > flow.MaxNesting {
			return flow.Nested(at)
		}
		if item {
			g.endParagraph()
		}
		if strings.HasPrefix(strings.TrimLeft(rest, " "), "[") {
			g.definitions++
		}
		g.size += len(rest)
		// Cells are one fewer than bars in a row with bars at both ends.
		g.columns = max(g.columns, strings.Count(rest, "|")-1)
		g.cells += g.columns
		for _, sign := range []byte(signs) {
			g.marks += strings.Count(rest, string(sign))
		}
		g.footnotes += strings.Count(rest, "[^")
		switch steps := g.steps + g.marks*g.marks + g.definitions*g.definitions + g.footnotes*g.footnotes; {
		case g.size > flow.MaxParagraph:
			return flow.LongParagraph(at)
		case steps > maxSteps:
			return &flow.Error{Place: at, Msg: fmt.Sprintf("paragraphs up to here hold too many of the signs %s to be read as Markdown", signs), Hint: "is this Markdown? otherwise give the file the ending .txt"}
		case g.cells > maxCells:
			return &flow.Error{Place: at, Msg: fmt.Sprintf("tables of more than %d cells, the most that is read", maxCells)}
		}
	}
	return nil
}

// endParagraph adds what the paragraph cost to the text's steps and begins another.
func (g *gauge) endParagraph() {
	g.steps += g.marks*g.marks + g.definitions*g.definitions
	g.size, g.marks, g.definitions, g.columns = 0, 0, 0, 0
}

// nesting tells in how many lists and quotations a line stands, keeps the lists, and
// reports whether an item begins on it. Several may begin on one line («- - 1. x»).
// Columns count from 0, tabs to the next multiple of four (CommonMark 2.2).
func (g *gauge) nesting(line string) (depth int, item bool) {
	quotations, column := 0, 0
	for i := 0; i < len(line); {
		switch c := line[i]; {
		case c == ' ':
			column++
			i++
			continue
		case c == '\t':
			column += 4 - column%4
			i++
			continue
		case c == '>':
			quotations++
			column++
			i++
			continue
		}
		mark := listMark(line[i:])
		g.close(column)
		if mark == 0 {
			break
		}
		i += mark
		column += mark
		g.lists = append(g.lists, column)
		item = true
	}
	return len(g.lists) + quotations, item
}

// close ends the lists whose text begins behind a column.
func (g *gauge) close(column int) {
	for len(g.lists) > 0 && g.lists[len(g.lists)-1] > column {
		g.lists = g.lists[:len(g.lists)-1]
	}
}

// listMark is the length of the bullet or number that opens an item, with its space; 0
// where none stands.
func listMark(s string) int {
	// At most nine digits (CommonMark 5.2).
	n := 0
	for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n == len(s) || n > 0 && s[n] != '.' && s[n] != ')' || n == 0 && !strings.ContainsRune("-*+", rune(s[n])) {
		return 0
	}
	if n++; n < len(s) && s[n] != ' ' && s[n] != '\t' {
		return 0
	}
	return min(n+1, len(s))
}
