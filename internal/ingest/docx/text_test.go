package docx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/flow"
)

func run(inner string) string { return "<w:r>" + inner + "</w:r>" }

func word(s string) string { return run(`<w:t xml:space="preserve">` + s + `</w:t>`) }

func p(inner string) string { return "<w:p>" + inner + "</w:p>" }

func fieldCode(code, result string) string {
	return run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText>`+code+`</w:instrText>`) + run(`<w:fldChar w:fldCharType="separate"/>`) +
		result + run(`<w:fldChar w:fldCharType="end"/>`)
}

// What a reader of the page sees is the text, and nothing else is.
func TestText(t *testing.T) {
	for _, tt := range []struct{ name, body, want string }{
		{"runs", p(word("One ") + word("word")), "One word"},
		{"tabs and breaks", p(run(`<w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:br w:type="page"/><w:t>d</w:t><w:cr/><w:t>e</w:t>`)), "a b\nc d\ne"},
		{"hyphens", p(run(`<w:t>non</w:t><w:noBreakHyphen/><w:t>combat</w:t><w:softHyphen/><w:t>ant</w:t>`)), "non\u2011combatant"},
		{"symbols", p(run(`<w:sym w:font="Wingdings" w:char="F0A7"/><w:t xml:space="preserve"> item</w:t>`)), "\uf0a7 item"},
		{"symbols of typefaces of signs", p(run(`<w:t xml:space="preserve">if </w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t xml:space="preserve"> 5 </w:t><w:sym w:font="Wingdings" w:char="F0FE"/>`)), "if ≥ 5 ☑"},
		{"white space that is not preserved", p(run(`<w:t> a </w:t>`) + word(" b")), "a b"},
		{"hidden", p(word("seen") + run(`<w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t>`) + run(`<w:rPr><w:vanish w:val="0"/></w:rPr><w:t>, seen</w:t>`)), "seen, seen"},
		{"fields", p(word("see ") + fieldCode(" REF x ", word("4.1")) + word(".")), "see 4.1."},
		{"a field in a field's code", p(fieldCode("IF "+`</w:instrText></w:r>`+fieldCode("PAGE", word("7"))+`<w:r><w:instrText>= 7`, word("seven"))), "seven"},
		{"a simple field", p(`<w:fldSimple w:instr=" PAGE ">` + word("12") + `</w:fldSimple>`), "12"},
		{"a link", p(`<w:hyperlink>` + word("there") + `</w:hyperlink>`), "there"},
		{"a link of a table of contents", p(fieldCode(`TOC \o "1-3"`, `<w:hyperlink>`+word("1. One 3")+`</w:hyperlink>`)) + p(word("text")), "text"},
		{"a content control", `<w:sdt><w:sdtContent>` + p(word("inside")) + `</w:sdtContent></w:sdt>`, "inside"},
		{"a style separator", `<w:p><w:pPr><w:rPr><w:vanish/><w:specVanish/></w:rPr></w:pPr>` + word("Heading. ") + `</w:p>` + p(word("Text.")), "Heading. Text."},
		{"a text box", p(word("around") + run(`<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>`+p(word("in the box"))+
			`</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>`+p(word("in the box"))+`</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent>`)), "around\nin the box"},
		{"a formula", p(`<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>a=b</m:t></m:r></m:oMath>`), "a=b"},
		{"ruby", p(run(`<w:ruby><w:rt>` + word("above") + `</w:rt><w:rubyBase>` + word("base") + `</w:rubyBase></w:ruby>`)), "base"},
		{"a title of a level", para("Chapter", `<w:outlineLvl w:val="1"/>`), "## Chapter"},
		{
			"a table", `<w:tbl><w:tr><w:tc>` + p(word("1.")) + `</w:tc><w:tc>` + p(word("a")) + p(word("b")) + `</w:tc></w:tr><w:tr><w:tc/><w:tc>` + p(word("c")) + `</w:tc></w:tr></w:tbl>`,
			"row 1. | a b\nrow | c",
		},
		{"a frame", `<w:tbl><w:tr><w:tc>` + p(word("1. One")) + p(word("text")) + `</w:tc></w:tr></w:tbl>`, "1. One\ntext"},
		{"a strict document's namespace is known", p(word("x")), "x"},
	} {
		if diff := cmp.Diff(tt.want, testParts{"document": tt.body}.blocks(t, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestNotes(t *testing.T) {
	parts := testParts{
		"document": p(word("One")+run(`<w:footnoteReference w:id="2"/>`)+word(" word")+run(`<w:footnoteReference w:id="3"/>`)) +
			p(`<w:commentRangeStart w:id="7"/>`+word("Two")+`<w:commentRangeEnd w:id="7"/>`+run(`<w:commentReference w:id="7"/>`)) +
			p(word("Three")+run(`<w:endnoteReference w:id="1"/>`)),
		"footnotes": `<w:footnote w:id="2">` + p(run(`<w:footnoteRef/>`)+word(" first")) + p(word("more")) + `</w:footnote><w:footnote w:id="3">` + p(word("second")) + `</w:footnote>`,
		"endnotes":  `<w:endnote w:id="1">` + p(word("at the end")) + `</w:endnote>`,
		"comments":  `<w:comment w:id="7" w:author="A. Member">` + p(word("why?")) + `</w:comment>`,
		"header":    p(word("Draft") + word(" text")),
		"footer":    p(word("page ") + fieldCode("PAGE", word("1"))),
	}
	want := `One word {footnote 1: first more} {footnote 2: second}
Two {comment A. Member: why?}
Three {footnote i: at the end}`
	if diff := cmp.Diff(want, parts.blocks(t, "")); diff != "" {
		t.Error(diff)
	}
	doc, err := parts.read(t, "")
	if err != nil {
		t.Fatal(err)
	}
	wantDropped := []flow.Dropped{{Text: "page 1", Why: "footer"}, {Text: "Draft text", Why: "header"}}
	if diff := cmp.Diff(wantDropped, doc.Dropped); diff != "" {
		t.Error(diff)
	}
}

// Two texts are in a file with tracked changes.
func TestTrackedChanges(t *testing.T) {
	ins := func(s string) string { return `<w:ins w:id="1" w:author="A">` + s + `</w:ins>` }
	del := func(s string) string {
		return `<w:del w:id="2" w:author="A">` + run(`<w:delText xml:space="preserve">`+s+`</w:delText>`) + `</w:del>`
	}
	mark := func(kind string) string { return `<w:pPr><w:rPr><w:` + kind + `/></w:rPr></w:pPr>` }
	listed := `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>`
	for _, tt := range []struct{ name, body, before, after string }{
		{"words", p(word("The state ") + del("may") + ins(word("shall")) + word(" act.")), "The state may act.", "The state shall act."},
		{"a paragraph", p(word("one")) + `<w:p>` + mark("ins") + ins(word("two")) + `</w:p>` + p(word("three")), "one\nthree", "one\ntwo\nthree"},
		{"a paragraph less", p(word("one")) + `<w:p>` + mark("del") + del("two") + `</w:p>` + p(word("three")), "one\ntwo\nthree", "one\nthree"},
		{"paragraphs joined", `<w:p>` + mark("del") + word("one ") + `</w:p>` + p(word("two")), "one\ntwo", "one two"},
		{"a paragraph split", `<w:p>` + mark("ins") + word("one ") + `</w:p>` + p(word("two")), "one two", "one\ntwo"},
		{
			"a move", p(`<w:moveFromRangeStart w:id="1" w:name="m"/><w:moveFrom w:id="2">`+word("moved ")+`</w:moveFrom><w:moveFromRangeEnd w:id="1"/>`+word("stays ")) +
				p(word("then ")+`<w:moveTo w:id="3">`+word("moved")+`</w:moveTo>`),
			"moved stays\nthen", "stays\nthen moved",
		},
		{
			"numbers follow", `<w:p><w:pPr>` + listed + `<w:rPr><w:del/></w:rPr></w:pPr>` + del("one") + `</w:p>` + para("two", listed),
			"[1.] one\n[2.] two", "[1.] two",
		},
		{
			"a list left", `<w:p><w:pPr><w:pPrChange w:id="1"><w:pPr>` + listed + `</w:pPr></w:pPrChange></w:pPr>` + word("one") + `</w:p>`,
			"[1.] one", "one",
		},
		{
			"a row", `<w:tbl><w:tr><w:tc>` + p(word("a")) + `</w:tc><w:tc>` + p(word("b")) + `</w:tc></w:tr><w:tr><w:trPr><w:ins/></w:trPr><w:tc>` + p(ins(word("c"))) +
				`</w:tc><w:tc>` + p(ins(word("d"))) + `</w:tc></w:tr></w:tbl>`,
			"row a | b", "row a | b\nrow c | d",
		},
		{"an insertion that was deleted again", p(word("a") + ins(del(" b"))), "a", "a"},
	} {
		parts := testParts{"document": tt.body, "numbering": abstract(0, decimal3...) + num(1, 0)}
		if got := parts.blocks(t, flow.RejectChanges); got != tt.before {
			t.Errorf("%s: before\n%s\nwant\n%s", tt.name, got, tt.before)
		}
		if got := parts.blocks(t, flow.AcceptChanges); got != tt.after {
			t.Errorf("%s: after\n%s\nwant\n%s", tt.name, got, tt.after)
		}
		if got := parts.blocks(t, ""); !strings.HasPrefix(got, "error: the file holds ") {
			t.Errorf("%s: not refused: %s", tt.name, got)
		}
	}
	// Formatting alone is no change of the text.
	bold := p(run(`<w:rPr><w:b/><w:rPrChange w:id="1"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t>`))
	if got := (testParts{"document": bold}).blocks(t, ""); got != "x" {
		t.Errorf("a change of formatting: %s", got)
	}
}

// Hidden text is no text, and it is said that there was some.
func TestHiddenIsSaid(t *testing.T) {
	hidden := run(`<w:rPr><w:vanish/></w:rPr><w:t>secret</w:t>`)
	doc, err := testParts{"document": p(word("seen")+hidden) + p(hidden)}.read(t, "")
	if err != nil {
		t.Fatal(err)
	}
	if len(doc.Warnings) != 1 || doc.Warnings[0].Text != "2 × hidden text is left out" {
		t.Errorf("warnings: %v", doc.Warnings)
	}
}
