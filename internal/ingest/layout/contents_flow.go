package layout

import (
	"strings"

	"conceptdiff/internal/ingest/flow"
)

// DropContents takes out the tables of contents that somebody typed into a format
// with markup; the format's own, which it marks as such, its reader takes out. A
// heading that the format marks is no entry.
func DropContents(blocks []flow.Block) ([]flow.Block, []flow.Dropped) {
	lines := make([]Line, len(blocks))
	for i := range blocks {
		lines[i] = entryLine(i, blocks[i].Num, blocks[i].Text, blocks[i].Level, blocks[i].Row)
	}
	why := contentsAmong(lines)
	var kept []flow.Block
	var dropped []flow.Dropped
	for i := range blocks {
		if why[i] == "" {
			kept = append(kept, blocks[i])
			continue
		}
		dropped = append(dropped, flow.Dropped{Place: blocks[i].Place, Text: lines[i].Text, Why: why[i]})
		if n := len(kept); n > 0 {
			kept[n-1].Notes = append(kept[n-1].Notes, blocks[i].Notes...)
		} else if i+1 < len(blocks) {
			blocks[i+1].Notes = append(blocks[i].Notes, blocks[i+1].Notes...)
		}
	}
	if len(kept) == 0 {
		return blocks, nil
	}
	return kept, dropped
}

// DropMarkdownContents takes them out of the blocks of Markdown.
func DropMarkdownContents(blocks []Block) ([]Block, []flow.Dropped) {
	lines := make([]Line, len(blocks))
	for i := range blocks {
		num := blocks[i].Label.Printed
		if blocks[i].Bullet() {
			num = ""
		}
		lines[i] = entryLine(i, num, blocks[i].Text, blocks[i].Level, blocks[i].Row)
		if contentsHeadings[HeadingName(lines[i].Text)] {
			lines[i].level = 0
		}
	}
	why := contentsAmong(lines)
	var kept []Block
	var dropped []flow.Dropped
	for i := range blocks {
		if why[i] == "" {
			kept = append(kept, blocks[i])
		} else {
			dropped = append(dropped, flow.Dropped{Place: flow.Place{Line: blocks[i].Line}, Text: lines[i].Text, Why: why[i]})
		}
	}
	if len(kept) == 0 {
		return blocks, nil
	}
	return kept, dropped
}

// entryLine is a block as a line that may be an entry.
func entryLine(i int, num, text string, level int, row bool) Line {
	if row {
		text = strings.ReplaceAll(text, Cell, " ")
	}
	return Line{No: i + 1, level: level, Text: Squeeze(num + " " + text)}
}

// contentsAmong says for each line why it is dropped, "" for those that stay.
func contentsAmong(lines []Line) []string {
	LabelLines(lines)
	why := make([]string, len(lines))
	MarkContents(lines, why)
	return why
}
