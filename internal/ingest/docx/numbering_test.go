package docx

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lvl is a level: its format, its text, and what else it says.
func lvl(i int, format, text, more string) string {
	return fmt.Sprintf(`<w:lvl w:ilvl="%d"><w:start w:val="1"/><w:numFmt w:val="%s"/>%s<w:lvlText w:val="%s"/></w:lvl>`, i, format, more, text)
}

func abstract(id int, levels ...string) string {
	return fmt.Sprintf(`<w:abstractNum w:abstractNumId="%d">%s</w:abstractNum>`, id, strings.Join(levels, ""))
}

func num(id, abstract int, overrides ...string) string {
	return fmt.Sprintf(`<w:num w:numId="%d"><w:abstractNumId w:val="%d"/>%s</w:num>`, id, abstract, strings.Join(overrides, ""))
}

func startAt(level, n int) string {
	return fmt.Sprintf(`<w:lvlOverride w:ilvl="%d"><w:startOverride w:val="%d"/></w:lvlOverride>`, level, n)
}

var decimal3 = []string{lvl(0, "decimal", "%1.", ""), lvl(1, "decimal", "%1.%2.", ""), lvl(2, "decimal", "%1.%2.%3.", "")}

// The paragraphs of each case are written as their list and level: "1:0" is on
// the first level of list 1; what is expected are the labels.
func TestNumbering(t *testing.T) {
	for _, tt := range []struct{ name, numbering, paragraphs, want string }{
		{
			"levels start again after any above", abstract(0, decimal3...) + num(1, 0),
			"1:0 1:1 1:1 1:2 1:0 1:1 1:2", "1. 1.1. 1.2. 1.2.1. 2. 2.1. 2.1.1.",
		},
		{
			"two lists of one abstract list go on counting", abstract(0, decimal3...) + num(1, 0) + num(2, 0),
			"1:0 1:0 2:0 1:0", "1. 2. 3. 4.",
		},
		{
			"a list's own start counts once", abstract(0, decimal3...) + num(1, 0) + num(2, 0, startAt(0, 1)),
			"1:0 1:0 2:0 2:0 1:0 2:0", "1. 2. 1. 2. 3. 4.",
		},
		{
			"a list that starts elsewhere", abstract(0, decimal3...) + num(1, 0, startAt(0, 7)),
			"1:0 1:0 1:1", "7. 8. 8.1.",
		},
		{
			"a level that never starts again", abstract(0, lvl(0, "upperRoman", "%1.", ""), lvl(1, "decimal", "%2.", `<w:lvlRestart w:val="0"/>`)) + num(1, 0),
			"1:0 1:1 1:1 1:0 1:1", "I. 1. 2. II. 3.",
		},
		{
			"a level that starts again after the first alone",
			abstract(0, decimal3[0], decimal3[1], lvl(2, "decimal", "(%3)", `<w:lvlRestart w:val="1"/>`)) + num(1, 0),
			"1:0 1:1 1:2 1:2 1:1 1:2 1:0 1:1 1:2", "1. 1.1. (1) (2) 1.2. (3) 2. 2.1. (1)",
		},
		{
			"a level that was left out is not begun", abstract(0, decimal3...) + num(1, 0),
			"1:0 1:2", "1. 1.0.1.",
		},
		{
			"legal numbering in digits", abstract(0, lvl(0, "upperRoman", "Article %1.", ""), lvl(1, "decimal", "%1.%2", `<w:isLgl/>`)) + num(1, 0),
			"1:0 1:0 1:1", "Article|I. Article|II. 2.1",
		},
		{
			"formats", abstract(0, lvl(0, "lowerLetter", "(%1)", "")) + num(1, 0) + abstract(1, lvl(0, "russianLower", "%1)", "")) + num(2, 1) +
				abstract(2, lvl(0, "lowerRoman", "%1.", "")) + num(3, 2) + abstract(3, lvl(0, "decimalZero", "%1", "")) + num(4, 3) +
				abstract(4, lvl(0, "none", "Note:", "")) + num(5, 4) + abstract(5, lvl(0, "ordinal", "%1", "")) + num(6, 5),
			"1:0 1:0 2:0 2:0 3:0 3:0 3:0 3:0 4:0 5:0 6:0 6:0", "(a) (b) а) б) i. ii. iii. iv. 01 Note: 1st 2nd",
		},
		{
			"bullets", abstract(0, lvl(0, "bullet", "\uf0a7", ""), lvl(1, "bullet", "o", ""), lvl(2, "bullet", "–", "")) + num(1, 0),
			"1:0 1:1 1:2 1:0", "\uf0a7 ○ – \uf0a7",
		},
		{
			"a level of the list's own", abstract(0, decimal3...) + num(1, 0) +
				num(2, 0, `<w:lvlOverride w:ilvl="0">`+lvl(0, "upperLetter", "%1)", "")+`</w:lvlOverride>`),
			"1:0 2:0 1:0", "1. B) 3.",
		},
		{"no such list", abstract(0, decimal3...) + num(1, 9), "1:0 2:0", "- -"},
	} {
		var body, want []string
		for p := range strings.FieldsSeq(tt.paragraphs) {
			var list, level int
			if _, err := fmt.Sscanf(p, "%d:%d", &list, &level); err != nil {
				t.Fatal(err)
			}
			body = append(body, numbered("x", list, level))
		}
		for w := range strings.FieldsSeq(tt.want) {
			if w = strings.ReplaceAll(w, "|", " "); w == "-" {
				want = append(want, "x")
			} else {
				want = append(want, "["+w+"] x")
			}
		}
		got := testParts{"document": strings.Join(body, ""), "numbering": tt.numbering}.blocks(t, "")
		if diff := cmp.Diff(strings.Join(want, "\n"), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

func TestNumberingThroughStyles(t *testing.T) {
	style := func(id, name, based, pPr string) string {
		return fmt.Sprintf(`<w:style w:type="paragraph" w:styleId="%s"><w:name w:val="%s"/><w:basedOn w:val="%s"/><w:pPr>%s</w:pPr></w:style>`, id, name, based, pPr)
	}
	inList := `<w:numPr><w:numId w:val="1"/></w:numPr>`
	p := testParts{
		"styles": style("berschrift1", "heading 1", "", inList) + style("berschrift2", "heading 2", "", inList) + style("Clause", "Clause", "berschrift2", "") +
			style("Plain", "Plain", "berschrift1", `<w:numPr><w:numId w:val="0"/></w:numPr><w:outlineLvl w:val="9"/>`) + style("A", "A", "B", "") + style("B", "B", "A", ""),
		"numbering": abstract(0, lvl(0, "decimal", "%1.", `<w:pStyle w:val="berschrift1"/>`), lvl(1, "decimal", "%1.%2.", `<w:pStyle w:val="berschrift2"/>`)) + num(1, 0),
		"document": para("One", `<w:pStyle w:val="berschrift1"/>`) + para("First", `<w:pStyle w:val="berschrift2"/>`) + para("Second", `<w:pStyle w:val="Clause"/>`) +
			para("no number", `<w:pStyle w:val="Plain"/>`) + para("taken out", `<w:pStyle w:val="berschrift1"/><w:numPr><w:numId w:val="0"/></w:numPr>`) +
			para("Two", `<w:pStyle w:val="berschrift1"/>`) + para("in a circle", `<w:pStyle w:val="A"/>`) +
			para("to carry out all that is written in this long clause, which has a heading's style only to get its number, as contracts do;", `<w:pStyle w:val="berschrift2"/>`),
	}
	want := `# [1.] One
## [1.1.] First
## [1.2.] Second
no number
# taken out
# [2.] Two
in a circle
[2.1.] to carry out all that is written in this long clause, which has a heading's style only to get its number, as contracts do;`
	if diff := cmp.Diff(want, p.blocks(t, "")); diff != "" {
		t.Error(diff)
	}
}

func TestNumberingStyles(t *testing.T) {
	p := testParts{
		"styles": `<w:style w:type="numbering" w:styleId="Laws"><w:name w:val="Laws"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`,
		"numbering": `<w:abstractNum w:abstractNumId="0"><w:styleLink w:val="Laws"/>` + lvl(0, "decimal", "§ %1", "") + `</w:abstractNum>` +
			`<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Laws"/></w:abstractNum>` + num(1, 0) + num(2, 1),
		"document": numbered("a", 2, 0) + numbered("b", 2, 0),
	}
	if diff := cmp.Diff("[§ 1] a\n[§ 2] b", p.blocks(t, "")); diff != "" {
		t.Error(diff)
	}
}
