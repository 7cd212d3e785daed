package hostile

import (
	"fmt"
	"strings"
)

// texts are plain texts that attack by length of a paragraph, a word or a line, by
// the number of lines, clauses, annexes and endnotes, by numbers and labels without
// end, and by characters that make other programs slow: combining marks, brackets and
// quotation marks that never close, direction marks, escapes, bytes that are no text.
func texts() []File {
	const opening = "1. Aims\n\nThe gates stay open.\n\n2. Means\n\n"
	return []File{
		text("paragraph-60mb.txt", func() string { return opening + times("The gates stay open to all. ", 60*MB) }),
		text("word-60mb.txt", func() string { return opening + times("gate", 60*MB) }),
		text("breaks-60mb.txt", func() string { return opening + times("\n", 60*MB) }),
		text("lines-60mb.txt", func() string { return opening + times("The gates stay open.\n\n", 60*MB) }),
		text("clauses.txt", func() string {
			return counted(400_000, func(i int) string { return fmt.Sprintf("%d. Gate.\n\n", i) })
		}),
		text("number-deep.txt", func() string { return opening + times("1.", 40_000) + " Gate\n" }),
		text("numbers-growing.txt", func() string {
			return counted(1500, func(i int) string { return strings.Repeat("1.", i) + " Gate\n\n" })
		}),
		text("number-roman.txt", func() string { return opening + times("M", MB) + ". Gate\n" }),
		text("number-digits.txt", func() string { return opening + times("1234567890", MB) + ". Gate\n" }),
		text("article-digits.txt", func() string { return opening + "Article " + times("9", MB) + "\n\nGate\n" }),
		text("marks-combining.txt", func() string { return opening + "e" + times("\u0301", 4*MB) + "\n" }),
		text("quotes.txt", func() string { return opening + times("«", MB) + "\n" }),
		text("brackets.txt", func() string { return opening + times("(", MB) + "\n" }),
		text("letters-bracketed.txt", func() string { return opening + times("(a)", MB) + "\n" }),
		text("annexes.txt", func() string { return times("Annex\n\nGate\n\n", 2*MB) }),
		text("indent.txt", func() string {
			return counted(1200, func(i int) string { return strings.Repeat(" ", i) + "- gate\n" })
		}),
		text("cells.txt", func() string { return opening + times("| ", MB) + "\n" }),
		text("contents.txt", func() string {
			return "Contents\n" + counted(60_000, func(i int) string { return fmt.Sprintf("%d. Gate ........ %d\n", i, i) })
		}),
		text("pages.txt", func() string { return opening + times("Gate\n\f", 3*MB) }),
		text("headings-same.txt", func() string { return times("GATES\n\nOpen.\n\n", 2*MB) }),
		text("endnotes.txt", func() string {
			return opening + counted(60_000, func(i int) string { return fmt.Sprintf("Gate[%d]. ", i) }) +
				"\n\n" + counted(60_000, func(i int) string { return fmt.Sprintf("[%d] A remark.\n\n", i) })
		}),
		text("letters-apart.txt", func() string { return opening + times("M a d d ə ", 2*MB) + "\n" }),
		text("abbreviations.txt", func() string { return opening + times("a.b.c.d.", 2*MB) + "\n" }),
		text("bidi.txt", func() string { return opening + times("\u202egate\u2066\u200f", MB) + "\n" }),
		text("escapes.txt", func() string { return opening + times("\x1b]0;gate\x07\x1b[2J\u009b31m", MB) + "\n" }),
		text("nul.txt", func() string { return opening + times("\x00", MB) }),
		text("no-utf8.txt", func() string { return times("\xff\xfe\xc3\x28", 4*MB) }),
		text("utf16-odd.txt", func() string { return "\xff\xfe" + times("g\x00", 8*MB) + "\x00" }),
		text("citations.txt", func() string { return opening + times("Article 1(2)(a), ", 4*MB) + "\n" }),
	}
}

// markdowns are texts that attack a parser of Markdown by nesting, by signs that open
// and never close, by definitions and tables: what a parser must look back for at
// each sign.
func markdowns() []File {
	const opening = "# Aims\n\nThe gates stay open.\n\n"
	return []File{
		text("lists-indented.md", func() string {
			return opening + counted(280, func(i int) string { return strings.Repeat("  ", i) + "- gate\n" })
		}),
		text("lists-one-line.md", func() string { return opening + times("- ", 80_000) + "gate\n" }),
		text("lists-ordered.md", func() string { return opening + times("1. ", 80_000) + "gate\n" }),
		text("quotations.md", func() string { return opening + times("> ", 80_000) + "gate\n" }),
		text("quotations-growing.md", func() string {
			return opening + counted(400, func(i int) string { return strings.Repeat(">", i) + " gate\n" })
		}),
		text("links-open.md", func() string { return opening + times("[", MB) + "\n" }),
		text("links-closed.md", func() string { return opening + times("[a](", MB) + "\n" }),
		text("links-nested.md", func() string { return opening + nested("[", "a", "](b)", 50_000) + "\n" }),
		text("images.md", func() string { return opening + times("![", MB) + "\n" }),
		text("definitions.md", func() string {
			return counted(60_000, func(i int) string { return fmt.Sprintf("[g%d]: /g\n", i) }) + times("[g1] ", MB)
		}),
		text("emphasis.md", func() string { return opening + times("*a ", MB) + "\n" }),
		text("emphasis-double.md", func() string { return opening + times("a**b_", MB) + "\n" }),
		text("backticks.md", func() string {
			return opening + counted(1500, func(i int) string { return strings.Repeat("`", i) + "g" }) + "\n"
		}),
		text("tags.md", func() string { return opening + times("<", MB) + "\n" }),
		text("tags-open.md", func() string { return opening + times("<a b", MB) + "\n" }),
		text("comments.md", func() string { return opening + times("a <!-- ", MB) + "\n" }),
		text("entities.md", func() string { return opening + times("&", MB) + "\n" }),
		text("table-wide.md", func() string {
			return opening + times("|a", 40_000) + "|\n" + times("|-", 40_000) + "|\n" + counted(200, func(int) string { return "|a|\n" })
		}),
		text("table-long.md", func() string { return opening + "|a|b|\n|-|-|\n" + times("|gate|open|\n", 3*MB) }),
		text("paragraph-40mb.md", func() string { return opening + times("The gates stay open. ", 40*MB) }),
		text("lines-soft.md", func() string { return opening + times("gate\n", 20*MB) }),
		text("fences.md", func() string { return opening + times("```\ngate\n", 2*MB) }),
		text("backslashes.md", func() string { return opening + times("\\", MB) + "\n" }),
		text("urls.md", func() string { return opening + times("<http://g", MB) + "\n" }),
	}
}

// objects are files of our own JSON that attack by depth, by number, by length of a
// label, an address or a text, by a key that stands twice, and by control characters,
// which no report may show as they are.
func objects() []File {
	const head = `{"schema":"conceptdiff/revision/1","title":"t","components":[`
	component := func(children string) string {
		return head + `{"kind":"component","eid":"","children":[` + children + `]}]}`
	}
	return []File{
		text("arrays-deep.json", func() string { return head + nested("[", "", "]", 4*MB) }),
		text("provisions-deep.json", func() string {
			return component(nested(`{"kind":"clause","eid":"1","num":"1","children":[`, "", "]}", 9_000))
		}),
		text("text-60mb.json", func() string {
			return component(`{"kind":"clause","eid":"1","num":"1","text":"` + times("gate ", 60*MB) + `"}`)
		}),
		text("provisions-many.json", func() string {
			return component(counted(600_000, func(i int) string {
				return fmt.Sprintf(`{"kind":"clause","eid":"%d","num":"%d","text":"g"},`, i, i)
			}) + `{"kind":"clause","eid":"x","num":"x"}`)
		}),
		text("label-long.json", func() string {
			return component(`{"kind":"clause","eid":"1","num":"` + times("9", 4*MB) + `"}`)
		}),
		text("address-long.json", func() string {
			return component(`{"kind":"clause","eid":"` + times("9", 4*MB) + `","num":"1"}`)
		}),
		text("notes-many.json", func() string {
			return component(`{"kind":"clause","eid":"1","num":"1","notes":[` + times(`{"kind":"footnote","text":"g"},`, 40*MB) + `{"kind":"footnote","text":"g"}]}`)
		}),
		text("keys-twice.json", func() string { return head[:1] + times(`"title":"t",`, 20*MB) + head[1:] + "]}" }),
		text("controls.json", func() string {
			return component(`{"kind":"clause","eid":"1\u001b","num":"\u202e1","text":"\u001b[2J"}`)
		}),
	}
}

// hierarchies are Akoma Ntoso files that attack by depth, by number, by length, and
// by entities that expand or name a file of the machine.
func hierarchies() []File {
	const head = `<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><act name="a"><meta/><body>`
	const tail = `</body></act></akomaNtoso>`
	section := func(i int) string {
		return fmt.Sprintf(`<section eId="s%d"><num>%d</num><content><p>g</p></content></section>`, i, i)
	}
	return []File{
		text("sections-deep.akn.xml", func() string { return head + nested("<section>", "", "</section>", 30_000) + tail }),
		text("sections-400.akn.xml", func() string {
			return head + nested(`<section><num>1</num>`, "<content><p>g</p></content>", "</section>", 400) + tail
		}),
		text("sections-many.akn.xml", func() string { return head + counted(400_000, section) + tail }),
		text("text-60mb.akn.xml", func() string {
			return head + `<section><num>1</num><content><p>` + times("gate ", 60*MB) + `</p></content></section>` + tail
		}),
		text("number-long.akn.xml", func() string {
			return head + `<section><num>` + times("9", 4*MB) + `</num><content><p>g</p></content></section>` + tail
		}),
		text("laughs.akn.xml", func() string {
			return `<!DOCTYPE a [<!ENTITY a "gate"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>` + head + `<section><num>&c;</num></section>` + tail
		}),
		text("entity-outside.akn.xml", func() string {
			return `<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/hostname">]>` + head + `<section><num>&a;</num></section>` + tail
		}),
		text("attributes.akn.xml", func() string {
			return head + "<section " + counted(300_000, func(i int) string { return fmt.Sprintf(`a%d="g" `, i) }) + "/>" + tail
		}),
		text("inlines-deep.akn.xml", func() string {
			return head + "<section><num>1</num><content><p>" + nested("<b>", "g", "</b>", 480) + "</p></content></section>" + tail
		}),
	}
}
