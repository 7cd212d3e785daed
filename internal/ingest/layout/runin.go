package layout

import (
	"strings"

	"conceptdiff/internal/numbering"
)

// Labels inside lines. Where a text has the same numbered headings again and
// again, «A. What was done», «B. What is to do», those that were run into the line
// before them, or into the text below them, are told by the others.

// fewAlike is how many lines must open with the same label and words. One such line
// and a place inside another are two witnesses of three.
const fewAlike = 2

// openingWords is how many words behind a label tell that it is the same again.
const openingWords = 3

// longestLabel is the length of the longest label looked for inside lines, in bytes:
// «XIII.», «12.».
const longestLabel = 5

// SplitRunIn parts lines at a label that opens other lines with the same words. What
// stands before it must be the rest of a heading. It looks only at texts whose lines
// are paragraphs: a line of a page may break anywhere. The line keeps its number in
// both halves. Labels are not cut yet at this step.
func SplitRunIn(lines []Line) []Line {
	if !longLines(lines) {
		return lines
	}
	count := map[string]int{}
	for i := range lines {
		first, _, _ := strings.Cut(lines[i].Text, " ")
		if len(first) > longestLabel || !strings.HasSuffix(first, ".") {
			continue
		}
		if l, rest, ok := numbering.CutLabel(lines[i].Text); ok && opensHeading(l) {
			if k := opening(l.Printed, rest); k != "" {
				count[k]++
			}
		}
	}
	for k, n := range count {
		if n < fewAlike {
			delete(count, k)
		}
	}
	if len(count) == 0 {
		return lines
	}
	var out []Line
	for i := range lines {
		at := runIn(lines[i].Text, count)
		if at == 0 {
			if out != nil {
				out = append(out, lines[i])
			}
			continue
		}
		if out == nil {
			out = append(make([]Line, 0, len(lines)+8), lines[:i]...)
		}
		head, tail := lines[i], lines[i]
		head.Text, tail.Text = strings.TrimSpace(head.Text[:at]), tail.Text[at:]
		_, _, numbered := numbering.CutLabel(head.Text)
		head.tail = i > 0 && !numbered
		tail.gap, tail.page = 1, false
		out = append(out, head, tail)
	}
	if out == nil {
		return lines
	}
	return out
}

// opensHeading reports whether a label may stand before a heading that comes again:
// one counter and a full stop, «A.», «12.».
func opensHeading(l numbering.Label) bool {
	return l.Form == numbering.FormDot && l.Unit == "" && l.Depth() <= 1
}

// opening is a label and the first three words behind it, "" when there are fewer or
// they begin small, as those of a sentence do.
func opening(printed, rest string) string {
	fields := strings.SplitN(rest, " ", openingWords+1)
	if len(fields) < openingWords || StartsSmall(rest) {
		return ""
	}
	return printed + " " + strings.Join(fields[:openingWords], " ")
}

// runIn is the offset in bytes at which one of the openings stands behind the rest of
// a heading, 0 when none does.
func runIn(s string, openings map[string]int) int {
	for from := 0; from < len(s); {
		stop := strings.IndexByte(s[from:], '.')
		if stop < 0 {
			return 0
		}
		stop += from
		from = stop + 1
		if from < len(s) && s[from] != ' ' {
			continue
		}
		at := strings.LastIndexByte(s[:stop], ' ') + 1
		if at == 0 {
			continue
		}
		if strings.LastIndexByte(s[:at-1], ' ')+1 >= MaxBareTitle || from-at > longestLabel {
			return 0 // too far, or a sentence, no heading
		}
		if key := opening(s[at:from], strings.TrimPrefix(s[from:], " ")); key != "" && openings[key] > 0 && LooksLikeHeading(s[:at-1]) {
			return at
		}
	}
	return 0
}

// cutRepeated parts the heading from the text of a block where the same label and
// heading stand alone elsewhere: «C. What is to do» and «C. What is to do We plough.»
// The text gets a block of its own, as though a blank line stood there.
func cutRepeated(blocks []Block) []Block {
	alone := map[string]int{}
	for i := range blocks {
		b := &blocks[i]
		if opensHeading(b.Label) && LooksLikeHeading(b.Text) && strings.Count(b.Text, " ") > 0 && i+1 < len(blocks) && blocks[i+1].Gap > 0 {
			alone[b.Label.Printed+" "+b.Text]++
		}
	}
	if len(alone) == 0 {
		return blocks
	}
	var out []Block
	for i := range blocks {
		b := blocks[i]
		if n := repeatedHeading(&b, alone); n > 0 {
			if out == nil {
				out = append(make([]Block, 0, len(blocks)+8), blocks[:i]...)
			}
			text := Block{Line: b.Line, Indent: b.Indent, Label: numbering.Label{Form: numbering.FormUnknown}, Text: strings.TrimSpace(b.Text[n:]), Gap: 1}
			b.Text = b.Text[:n]
			out = append(out, b, text)
			continue
		}
		if out != nil {
			out = append(out, b)
		}
	}
	if out == nil {
		return blocks
	}
	return out
}

// repeatedHeading is the length of the heading that a block's text begins with,
// 0 when it begins with none of those.
func repeatedHeading(b *Block, alone map[string]int) int {
	if !opensHeading(b.Label) || LooksLikeHeading(b.Text) {
		return 0
	}
	for n := strings.IndexByte(b.Text, ' '); n >= 0 && n <= MaxBareTitle; {
		if alone[b.Label.Printed+" "+b.Text[:n]] > 0 && !StartsSmall(b.Text[n:]) {
			return n
		}
		k := strings.IndexByte(b.Text[n+1:], ' ')
		if k < 0 {
			break
		}
		n += 1 + k
	}
	return 0
}
