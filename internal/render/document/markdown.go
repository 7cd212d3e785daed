package document

import (
	"bufio"
	"fmt"
	"io"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/revision"
)

// MarkdownHeader opens a file that [Markdown] wrote.
const MarkdownHeader = "---\nconceptdiff: revision/1\n"

// Markdown writes the revision as CommonMark, one paragraph a line, to be read
// and edited. A comment in each block, which no page shows, says what it is:
//
//	#### 4.1.1. <!-- clause 4.1.1 level 3 -->Restoration of territorial integrity
//
// It stands behind the number or, where there is none, at the end. The comments carry
// what Markdown cannot say: the kind, the address, and the level in the tree, which
// is not that of the heading from the seventh on. They are what is read back, and not
// the indent nor the signs of lists.
func Markdown(w io.Writer, r *revision.Revision) error {
	m := &mdWriter{w: bufio.NewWriter(w)}
	m.w.WriteString(MarkdownHeader)
	for _, f := range []struct{ key, value string }{
		{"label", r.Label},
		{"title", r.Title},
		{"date", r.Date},
		{"status", string(r.Status)},
		{"language", r.Language},
		{"citation", r.Citation},
		{"note", r.Note},
	} {
		if f.value != "" {
			m.w.WriteString(f.key + ": " + strconv.Quote(f.value) + "\n")
		}
	}
	m.w.WriteString("---\n")
	for _, c := range r.Components {
		m.provision(c, 0, 0)
	}
	return m.w.Flush()
}

// mdWriter writes blocks with an empty line before each. In lists an item can only
// stand within the item just before it, so a note or a paragraph between two makes
// the later begin at the margin.
type mdWriter struct {
	w     *bufio.Writer
	lists int // that are open where the next block stands
}

// provision writes p and what stands below it; items is how many lists are open
// around it. The number of an item stands in its comment, as the page shows the
// list's own sign.
func (m *mdWriter) provision(p *revision.Provision, level, items int) {
	mark := string(p.Kind) + " " + token(p.Address()) + " level " + strconv.Itoa(level)
	switch {
	case p.Kind == revision.KindItem:
		if p.Num != "" {
			mark += " " + quoted(p.Num)
		}
		line := comment(mark)
		if p.Text != "" {
			line = mdText(p.Text) + " " + line
		}
		in := min(items, m.lists)
		m.block(strings.Repeat("  ", in) + "- " + line)
		m.lists = in + 1
		items++
		if p.Heading != "" {
			m.block(mdText(p.Heading) + " " + comment("heading"))
		}
	case p.Heading != "" || p.Kind == revision.KindComponent:
		m.block(strings.Repeat("#", min(level+1, 6)) + " " + marked(p.Num, mark, p.Heading))
		if p.Text != "" {
			m.block(mdText(p.Text) + " " + comment("text"))
		}
	default:
		m.block(marked(p.Num, mark, p.Text))
	}
	for _, n := range p.Notes {
		mark := string(n.Kind)
		if n.Author != "" {
			mark += " by " + quoted(n.Author)
		}
		m.block("> " + marked(n.Mark, mark, n.Text))
	}
	for _, c := range p.Children {
		in := 0
		if c.Kind == revision.KindItem {
			in = items
		}
		m.provision(c, level+1, in)
	}
}

// block writes a block, and says that no list is open behind it; the caller of an
// item says otherwise.
func (m *mdWriter) block(s string) {
	m.w.WriteString("\n" + s + "\n")
	m.lists = 0
}

// marked puts a comment between a number and the words, or behind those that have
// none. A number alone is said to be one: read back, it would be taken for the words.
//
//	2.1. + Scope   →   2.1. <!-- clause 2.1 level 2 -->Scope
//	Scope alone    →   Scope <!-- clause 2.1 level 2 -->
func marked(num, mark, words string) string {
	switch {
	case num != "" && words == "":
		return mdText(num) + " " + comment(mark+" number")
	case num != "":
		return mdText(num) + " " + comment(mark) + mdEscape(words)
	case words != "":
		return mdText(words) + " " + comment(mark)
	}
	return comment(mark)
}

func comment(s string) string { return "<!-- " + s + " -->" }

// token is an address as it is or, where a comment could not hold it, quoted. Older
// readers end a comment at two hyphens, and nothing would stand for an empty address.
func token(s string) string {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("./~-_", r) {
			return quoted(s)
		}
	}
	if strings.Contains(s, "--") || s == "" {
		return quoted(s)
	}
	return s
}

// quoted is s in quotation marks without what could end a comment. The signs stand as
// escapes of Go's, with which they are read back.
func quoted(s string) string {
	return strings.NewReplacer("-", `\u002d`, ">", `\u003e`, "<", `\u003c`).Replace(strconv.Quote(s))
}

// mdEscaper escapes what is mark-up anywhere in a line, also where only GitHub's
// readers take it for some: bare addresses, names with @, formulas between dollars,
// tables.
var mdEscaper = strings.NewReplacer(
	`\`, `\\`, "`", "\\`", "*", `\*`, "_", `\_`, "[", `\[`, "]", `\]`, "<", "&lt;", ">", "&gt;", "&", "&amp;",
	"~", `\~`, "|", `\|`, "#", `\#`, "!", `\!`, "$", `\$`, "://", `:\/\/`, "@", `\@`, "www.", `www\.`,
)

// mdEscape escapes what Markdown would read as mark-up. What would act on a terminal
// or on the reading order stands as a character reference, which reads back.
func mdEscape(s string) string {
	s = mdEscaper.Replace(s)
	if plain.VisibleLines(s) == s {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if r < ' ' && r > 0 && r != '\t' && r != '\n' || plain.Acts(r) && r != utf8.RuneError {
			fmt.Fprintf(&b, "&#x%x;", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// mdText escapes text that opens a block: what would make a list, a rule or a heading
// of it. Signs of lists and of underlined headings are looked for, and a number with
// a dot or bracket: «1. Scope» would be an item of a list, and «1\. Scope» is a
// paragraph. What opens quotations and headings is escaped everywhere.
func mdText(s string) string {
	s = mdEscape(s)
	if s == "" {
		return ""
	}
	if strings.ContainsRune("+-=", rune(s[0])) {
		return `\` + s
	}
	digits := len(s) - len(strings.TrimLeft(s, "0123456789"))
	if digits > 0 && digits < len(s) && (s[digits] == '.' || s[digits] == ')') {
		return s[:digits] + `\` + s[digits:]
	}
	return s
}
