package docx

import (
	"os"
	"testing"

	"conceptdiff/internal/ingest/flow"
)

// TestWriteRich makes ../testdata/rich.docx anew: RICH=../testdata/rich.docx.
func TestWriteRich(t *testing.T) {
	name := os.Getenv("RICH")
	if name == "" {
		t.Skip("RICH names no file")
	}
	if err := os.WriteFile(name, rich().file(t), 0o600); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + rich().blocks(t, flow.AcceptChanges))
	t.Log("\n" + rich().blocks(t, flow.RejectChanges))
}

func rich() testParts {
	style := `<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr></w:style>` +
		`<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/></w:style>`
	mark := func(kind string) string {
		return `<w:pPr><w:rPr><w:` + kind + ` w:id="9" w:author="A" w:date="2026-01-01T00:00:00Z"/></w:rPr></w:pPr>`
	}
	ins := func(s string) string {
		return `<w:ins w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z">` + word(s) + `</w:ins>`
	}
	del := func(s string) string {
		return `<w:del w:id="2" w:author="A" w:date="2026-01-01T00:00:00Z">` + run(`<w:delText xml:space="preserve">`+s+`</w:delText>`) + `</w:del>`
	}
	cell := func(s string) string {
		return `<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr>` + p(word(s)) + `</w:tc>`
	}
	return testParts{
		"styles": style,
		"numbering": abstract(0, lvl(0, "decimal", "%1.", `<w:pStyle w:val="Heading1"/>`)) + abstract(3, lvl(0, "lowerLetter", "(%1)", "")) +
			abstract(1, lvl(0, "bullet", "•", ""), lvl(1, "bullet", "–", "")) + abstract(2, lvl(0, "russianLower", "%1)", "")) +
			num(1, 0) + num(2, 1) + num(3, 2) + num(4, 3),
		"document": para("Закон о Ə «ş»", `<w:pStyle w:val="Title"/>`) + para("Общие", `<w:pStyle w:val="Heading1"/>`) +
			p(word("Текст"+" — слово ")+run(`<w:footnoteReference w:id="2"/>`)+word("дальше")+run(`<w:br/>`)+word("строка")+run(`<w:tab/>`)+word("таб")) +
			numbered("point one;", 4, 0) + numbered("point two.", 4, 0) + para("Second", `<w:pStyle w:val="Heading1"/>`) +
			numbered("bullet one", 2, 0) + numbered("inner", 2, 1) + numbered("bullet two", 2, 0) +
			numbered("буква;", 3, 0) + numbered("вторая.", 3, 0) +
			`<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid><w:tr>` + cell("a") + cell("b") + `</w:tr><w:tr>` + cell("c") + cell("d") + `</w:tr></w:tbl>` +
			p(word("The state ")+del("may")+ins("shall")+word(" act.")) +
			`<w:p>` + mark("ins") + ins("A new paragraph.") + `</w:p>` + `<w:p>` + mark("del") + del("An old one.") + `</w:p>` +
			p(word("hidden: ")+run(`<w:rPr><w:vanish/></w:rPr><w:t>secret</w:t>`)+word("seen")+run(`<w:noBreakHyphen/>`)+word("soft")+run(`<w:softHyphen/>`)+word("ly")) +
			p(`<w:commentRangeStart w:id="7"/>`+word("Commented")+`<w:commentRangeEnd w:id="7"/>`+run(`<w:commentReference w:id="7"/>`)) + p(word("end")),
		"footnotes": `<w:footnote w:type="separator" w:id="-1">` + p("") + `</w:footnote><w:footnote w:type="continuationSeparator" w:id="0">` + p("") + `</w:footnote><w:footnote w:id="2">` + p(run(`<w:footnoteRef/>`)+word(" сноска")) + `</w:footnote>`,
		"comments":  `<w:comment w:id="7" w:author="A. Member" w:date="2026-01-01T00:00:00Z">` + p(word("why?")) + `</w:comment>`,
	}
}
