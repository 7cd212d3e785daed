// Package prose reads plain text as prose: a title, headings, whole paragraphs and
// items, where no numbers of clauses tell the parts. Text out of PDFs and web pages has
// lines that break anywhere, paragraphs that go on behind an empty line where a page or
// column ends, and the furniture of the page around it.
//
//   - A line that begins with a bullet or a dash is an item of the paragraph above.
//   - What stands behind an empty line goes on with what is above it where that does not
//     end as a sentence does, or where it begins with a small letter.
//   - A short line by itself that ends as no sentence does, below a whole paragraph or at
//     the top, is a heading; the first is the title.
//   - Lines of a page's furniture (who is logged in, where one is, views, categories,
//     copyright) at the top and the bottom are left out, and told.
//
// Addresses are those of a reader: p3, p3/i2, below a heading other than the first
// slug/p1. They rest on headings and the count of paragraphs, and so survive a new
// import of the same text with other line breaks.
package prose

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/relate"
	"conceptdiff/internal/revision"
)

// Text is what was read.
type Text struct {
	Title    string
	Headings []string // those below the title, in order
	Passages []relate.Passage
	Dropped  []string // lines of the page's furniture
}

// headingWords is the most words of a heading.
const headingWords = 20

// Read reads a text.
func Read(text string) Text {
	blocks, dropped := blocksOf(text)
	out := Text{Dropped: dropped}
	join(&blocks)
	heading, prefix := "", ""
	paragraphs, items := 0, 0
	used := map[string]bool{}
	lead := ""
	for i, b := range blocks {
		switch {
		case b.item:
			items++
			at := prefix + "p" + strconv.Itoa(paragraphs) + "/i" + strconv.Itoa(items)
			if paragraphs == 0 {
				at = prefix + "i" + strconv.Itoa(items)
			}
			out.Passages = append(out.Passages, relate.Passage{Address: at, Clause: clauseOf(prefix), Heading: heading, Lead: lead, Text: b.text})
		case b.heading && out.Title == "" && i == 0:
			out.Title, heading = b.text, b.text
		case b.heading:
			heading = b.text
			out.Headings = append(out.Headings, heading)
			slug := revision.Slug(b.text)
			for n := 2; used[slug]; n++ {
				slug = revision.Slug(b.text) + "~" + strconv.Itoa(n)
			}
			used[slug] = true
			prefix, paragraphs, items, lead = slug+"/", 0, 0, ""
		default:
			paragraphs++
			items, lead = 0, b.text
			out.Passages = append(out.Passages, relate.Passage{Address: prefix + "p" + strconv.Itoa(paragraphs), Clause: clauseOf(prefix), Heading: heading, Text: b.text})
		}
	}
	return out
}

func clauseOf(prefix string) string {
	if prefix == "" {
		return revision.PrefaceEID
	}
	return strings.TrimSuffix(prefix, "/")
}

// block is a run of lines between empty ones, or an item.
type block struct {
	text          string
	item, heading bool
}

// paragraphLine is the length in bytes from which a line that ends as a sentence does is
// a paragraph by itself, as web pages have them.
const paragraphLine = 160

// blocksOf cuts a text into blocks and leaves furniture out.
func blocksOf(text string) (blocks []block, dropped []string) {
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			blocks = append(blocks, block{text: strings.Join(paragraph, " ")})
		}
		paragraph = nil
	}
	inItem := false
	for raw := range strings.Lines(strings.ReplaceAll(text, "\f", "\n\n")) {
		raw = strings.Map(visible, raw)
		line := strings.Join(strings.Fields(raw), " ")
		rest, item := cutBullet(line)
		last := ""
		if n := len(paragraph); n > 0 {
			last = paragraph[n-1]
		}
		switch {
		case line == "":
			flush()
			inItem = false
			continue
		case Furniture(line):
			flush()
			dropped = append(dropped, line)
			inItem = false
			continue
		case item:
			flush()
			blocks = append(blocks, block{text: rest, item: true})
			inItem = true
			continue
		case inItem && !(indented(raw) && ends(blocks[len(blocks)-1].text) && upper(line)):
			blocks[len(blocks)-1].text += " " + line
			continue
		case last == "":
		case len(last) >= paragraphLine && ends(last), indented(raw) && ends(last) && upper(line):
			flush()
		case len(blocks) < 3 && short(strings.Join(paragraph, " ")) && upper(line) && !ends(last) && len(line) > len(last)*3/2:
			flush() // a heading without an empty line behind it
		}
		inItem = false
		paragraph = append(paragraph, line)
	}
	flush()
	return blocks, dropped
}

func indented(raw string) bool { return strings.HasPrefix(raw, " ") || strings.HasPrefix(raw, "\t") }

// join puts together what an empty line tore apart, and tells the headings.
func join(blocks *[]block) {
	var out []block
	for i, b := range *blocks {
		if b.item {
			out = append(out, b)
			continue
		}
		last := len(out) - 1
		if last >= 0 && !ends(out[last].text) && !out[last].heading && (i > 0) {
			if !(last == 0 && titleEnds(out[0].text, b.text)) {
				out[last].text += " " + b.text
				continue
			}
			out[0].heading = true
		}
		if last >= 0 && lower(b.text) && !out[last].heading {
			out[last].text += " " + b.text
			continue
		}
		b.heading = short(b.text) && !ends(b.text) && i+1 < len(*blocks) && headingAbove((*blocks)[i+1].text, b.text)
		out = append(out, b)
	}
	if len(out) > 1 && !out[0].item && short(out[0].text) && !ends(out[0].text) {
		out[0].heading = true
	}
	*blocks = out
}

// titleEnds reports whether a title stands above a first paragraph, which it is not
// the beginning of.
func titleEnds(title, next string) bool { return short(title) && longer(next, title) }

// headingAbove reports whether a short line is a heading of what follows it.
func headingAbove(next, line string) bool { return upper(line) && longer(next, line) }

// longer reports whether a text begins with a capital and is much longer than a line
// above it, or holds a sentence.
func longer(next, line string) bool {
	return upper(next) && (len(strings.Fields(next)) >= 2*len(strings.Fields(line)) || strings.Contains(next, ". "))
}

func short(s string) bool { return len(strings.Fields(s)) <= headingWords }

// ends reports whether a text ends as a sentence, an item or a quotation does.
func ends(s string) bool {
	s = strings.TrimRight(s, "\"”»’')] ")
	r, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(".:;!?…", r)
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "\"“«'("))
	return unicode.IsUpper(r)
}

func lower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

func visible(r rune) rune {
	if unicode.IsControl(r) && r != '\n' && r != '\t' || r == '\u00ad' || r == '\ufeff' {
		return -1
	}
	return r
}

// bullets are the signs that begin an item.
const bullets = "•·▪◦‣●○■-–—*\uf0a7\uf0b7"

// cutBullet takes the sign before an item off, and the number behind it.
func cutBullet(line string) (rest string, item bool) {
	r, n := utf8.DecodeRuneInString(line)
	if n == 0 || !strings.ContainsRune(bullets, r) || n == len(line) {
		return line, false
	}
	rest = strings.TrimLeft(line[n:], " ")
	if len(rest) == len(line[n:]) && strings.ContainsRune("-–—*", r) {
		return line, false // a hyphen at the head of a word
	}
	digits := strings.TrimLeft(rest, "0123456789")
	if k := len(rest) - len(digits); k > 0 && k < 4 && len(digits) > 0 && (digits[0] == '.' || digits[0] == ')' || digits[0] == ' ') {
		if t := strings.TrimLeft(digits[1:], " "); t != "" {
			rest = t
		}
	}
	return rest, true
}

// furnitureSigns are words of what stands around a text on a page of the web, in small
// letters.
var furnitureSigns = []string{
	"logged in as", "log in", "login |", "welcome, guest", "views:", "added by:", "category:", "all rights reserved",
	"copyright ©", "share on", "print version", "back to top", "cookie", "main »", "home »", "home >",
	"baxış sayı", "paylaş", "ana səhifə", "просмотров:", "поделиться", "главная »", "версия для печати",
}

// Furniture reports whether a line belongs to the page and not to the text.
func Furniture(line string) bool {
	if len(strings.Fields(line)) > headingWords {
		return false
	}
	small := strings.ToLower(line)
	for _, sign := range furnitureSigns {
		if strings.Contains(small, sign) {
			return true
		}
	}
	return strings.Count(line, "»") > 1 && !strings.Contains(line, "«")
}
