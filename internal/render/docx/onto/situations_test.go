package onto

import (
	"strings"
	"testing"

	"conceptdiff/internal/wordtest"
)

type blocks = []wordtest.WordBlock

func text(s string) wordtest.WordBlock { return wordtest.WordBlock{Text: s} }

func with(s, object string) wordtest.WordBlock { return wordtest.WordBlock{Text: s, Object: object} }

func oneCell(inside ...wordtest.WordBlock) wordtest.WordBlock {
	return wordtest.WordBlock{Rows: [][]wordtest.WordCell{{inside}}}
}

func run(inside string) string { return `<w:r>` + inside + `</w:r>` }

func words(s string) string { return run(`<w:t xml:space="preserve">` + s + `</w:t>`) }

// fieldOf is a complex field with its result.
func fieldOf(code, result string) string {
	return run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText xml:space="preserve"> `+code+` </w:instrText>`) +
		run(`<w:fldChar w:fldCharType="separate"/>`) + words(result) + run(`<w:fldChar w:fldCharType="end"/>`)
}

// situations are changes beside what a Word file holds other than plain text.
var situations = []struct {
	name     string
	old, now blocks
}{
	{
		"a text box stays where all words beside it are rewritten",
		blocks{with("Tide rope.", wordtest.TextBox(1, "Every boat pays.")), text("The gate.")},
		blocks{with("Storm boat", wordtest.TextBox(1, "Every boat pays.")), text("Keeper closes."), text("The gate.")},
	},
	{
		"the paragraph of a text box goes, another comes",
		blocks{with("Harbour harbour.", wordtest.TextBox(1, "Harbour harbour harbour.")), text("Harbour harbour")},
		blocks{with("Harbour harbour", wordtest.TextBox(1, "Harbour harbour harbour."))},
	},
	{
		"two text boxes, of which the first goes",
		blocks{with("The keeper opens.", wordtest.TextBox(1, "Fee of a boat.")+words(" The ferry waits.")+wordtest.TextBox(2, "Mast and rope."))},
		blocks{with("The keeper opens.", words(" The ferry waits.")+wordtest.TextBox(2, "Mast and rope."))},
	},
	{
		"the first letter of a formula reads as one word with the word before it",
		blocks{with("Mill crew.", wordtest.Formula), text("The gate.")},
		blocks{with("Mill road", wordtest.Formula), text("The gate.")},
	},
	{
		"a numbered last paragraph goes with the table before it",
		blocks{
			{Text: "Harbour harbour harbour", Style: "Heading1"},
			{Text: "Field harbour harbour harbour", Style: "Heading1"},
			oneCell(text("Quay lamp.")),
			{Text: "Yard yard road harbour closes shall harbour.", List: 1},
		},
		blocks{oneCell(text("Quay lamp.")), {Text: "Yard harbour road harbour closes shall harbour.", List: 1}},
	},
	{
		"a formula becomes another",
		blocks{with("The fee of the ferry is ", wordtest.Formula), text("The gate.")},
		blocks{with("The fee of the ferry is ", strings.Replace(wordtest.Formula, "A=bh", "F=2d", 1)), text("The gate.")},
	},
	{
		"a formula goes with its sentence",
		blocks{text("The keeper opens."), with("Fee ", wordtest.Formula+words(" of a boat.")), text("The gate.")},
		blocks{text("The keeper opens."), text("The gate.")},
	},
}

// LibreOffice comes to the texts of both files.
func TestOfficeSituations(t *testing.T) {
	o := wordtest.OpenOffice(t)
	for _, s := range situations {
		t.Run(s.name, func(t *testing.T) {
			old, now := (&wordtest.WordText{Blocks: s.old}).File(), (&wordtest.WordText{Blocks: s.now}).File()
			checkOfficePair(t, o, old, now)
			checkOfficePair(t, o, now, old)
		})
	}
}

func TestOntoSituations(t *testing.T) {
	for _, s := range situations {
		t.Run(s.name, func(t *testing.T) {
			old, now := (&wordtest.WordText{Blocks: s.old}).File(), (&wordtest.WordText{Blocks: s.now}).File()
			checkPair(t, old, now)
			checkPair(t, now, old)
		})
	}
}
