package layout

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/ingest/flow"
)

// contentsHeadings head a table of contents, in small letters (see [HeadingName]):
// the languages of Europe and the Caucasus, Kazakh, Arabic, Chinese, Japanese and
// Korean.
var contentsHeadings = map[string]bool{
	"contents": true, "table of contents": true, "mündəricat": true, "содержание": true, "оглавление": true,
	"目录": true, "目次": true, "목차": true, "spis treści": true, "obsah": true, "indice": true, "índice": true, "sumário": true, "sumario": true,
	"inhoudsopgave": true, "inhoud": true, "innehåll": true, "innehållsförteckning": true, "indhold": true, "indholdsfortegnelse": true, "innhold": true,
	"sisällys": true, "sisällysluettelo": true, "sisukord": true, "saturs": true, "turinys": true, "tartalom": true, "tartalomjegyzék": true, "cuprins": true,
	"зміст": true, "мазмұны": true, "съдържание": true, "садржај": true, "sadržaj": true, "kazalo": true, "περιεχόμενα": true, "სარჩევი": true, "محتويات": true,
	"sommaire": true, "table des matières": true, "inhaltsverzeichnis": true, "inhaltsübersicht": true, "içindekiler": true,
}

// headsContents reports whether a line heads a table of contents, be its letters set
// apart or not.
func headsContents(s string) bool {
	const longest = 64 // bytes, letters set apart included
	return len(s) <= longest && contentsHeadings[HeadingName(closed(s))]
}

// MarkContents marks tables of contents in why, whose entries are "" for lines that
// stay: runs of lines with dots that lead to a page number, and lists of headings to
// come (see markRepeated). Three rows of dots make a table; an entry may begin two
// lines before its dots. A heading of the table above it goes too. What is marked
// already keeps its reason.
func MarkContents(lines []Line, why []string) {
	first, last, leaders := -1, -1, 0
	flush := func() {
		if leaders >= 3 {
			if first > 0 && headsContents(lines[first-1].Text) {
				first--
			}
			for i := first; i <= last; i++ {
				if why[i] == "" {
					why[i] = WhyContents
				}
			}
		}
		first, last, leaders = -1, -1, 0
	}
	const between = 2 // lines of an entry that the dots have not reached yet
	for i := range lines {
		n := countLeaders(lines[i].Text) // several where the entries run together on a line
		if n == 0 && hasLeader(lines[i].Text) {
			n = 1
		}
		if n == 0 {
			continue
		}
		if first >= 0 && i-last > between+1 {
			flush()
		}
		if first < 0 {
			first = i
			for first > 0 && i-first < between && !Ends(lines[first-1].Text) && lines[first-1].labelled() && !lines[i].labelled() {
				first--
			}
		}
		last = i
		leaders += n
	}
	flush()
	markRanges(lines, why)
	markRepeated(lines, why)
}

// countLeaders counts the rows of dots in a line that lead to a page number: four
// dots, however they are spaced, and a digit or a small Roman numeral after them. «…»
// counts as three.
func countLeaders(s string) int {
	if !strings.Contains(s, "..") && !strings.Contains(s, ". .") && !strings.Contains(s, "…") && !strings.Contains(s, ".\u00a0.") {
		return 0
	}
	n, dots := 0, 0
	for _, r := range s {
		switch {
		case r == '.':
			dots++
		case r == '…':
			dots += 3
		case r == ' ' || r == '\u00a0':
		case dots >= 4 && (r >= '0' && r <= '9' || r == 'i' || r == 'v' || r == 'x'):
			n, dots = n+1, 0
		default:
			dots = 0
		}
	}
	return n
}

// hasLeader reports whether s ends in dots and a page number, «Scope .... 12»,
// «Preface …. ix».
func hasLeader(s string) bool {
	t := strings.TrimRight(s, "0123456789")
	if len(t) == len(s) {
		t = strings.TrimRight(s, "ivx")
		if len(t) == len(s) {
			return false
		}
	}
	t = strings.TrimRight(t, " ")
	dots := 0
	for {
		switch {
		case strings.HasSuffix(t, "."):
			t, dots = t[:len(t)-1], dots+1
		case strings.HasSuffix(t, "…"):
			t, dots = strings.TrimSuffix(t, "…"), dots+3
		case strings.HasSuffix(t, " ") && dots > 0:
			t = t[:len(t)-1]
		default:
			return dots >= 4 && t != ""
		}
	}
}

// HeadingName is a heading as it is looked up: in small letters, without its final
// mark; "" for one too long to be known by name.
func HeadingName(s string) string {
	const longest = 60 // characters
	if len(s) > utf8.UTFMax*longest || utf8.RuneCountInString(s) > longest {
		return ""
	}
	return Lower(strings.TrimRight(s, ".: "))
}

// Lower is s in small letters, İ among them as i: strings.ToLower makes two
// characters of it, i and a dot above, by which no word list knows it.
func Lower(s string) string {
	s = strings.ToLower(s)
	if !strings.Contains(s, "\u0307") {
		return s
	}
	return strings.ReplaceAll(s, "i\u0307", "i")
}

// DropContents takes out the tables of contents that somebody typed into a format
// with markup; the format's own, which it marks as such, its reader takes out. A
// heading that the format marks is no entry. Notes of what goes are kept by the block
// before it or, where there is none, the one after. blocks may be changed.
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

// DropMarkdownContents takes them out of the blocks of Markdown. A heading «Contents»
// is part of the table there, though Markdown marks it: nothing else marks the table.
func DropMarkdownContents(blocks []Block) ([]Block, []flow.Dropped) {
	lines := make([]Line, len(blocks))
	for i := range blocks {
		num := blocks[i].Label.Printed
		if blocks[i].Bullet() {
			num = ""
		}
		lines[i] = entryLine(i, num, blocks[i].Text, blocks[i].Level, blocks[i].Row)
		if headsContents(lines[i].Text) {
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

// entryLine is block i as a line that may be an entry, its cells parted by spaces: a
// table of contents is often set as a table.
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
