package onto

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/wordtest"
)

type blocks = []wordtest.WordBlock

func text(s string) wordtest.WordBlock { return wordtest.WordBlock{Text: s} }

func with(s, object string) wordtest.WordBlock { return wordtest.WordBlock{Text: s, Object: object} }

func oneCell(inside ...wordtest.WordBlock) wordtest.WordBlock {
	return wordtest.WordBlock{Rows: [][]wordtest.WordCell{{inside}}}
}

func run(inside string) string { return `<w:r>` + inside + `</w:r>` }

func wording(s string) string { return run(`<w:t xml:space="preserve">` + s + `</w:t>`) }

// fieldOf is a complex field with its result; LibreOffice counts some anew.
func fieldOf(code, result string) string {
	return run(`<w:fldChar w:fldCharType="begin"/>`) + run(`<w:instrText xml:space="preserve"> `+code+` </w:instrText>`) +
		run(`<w:fldChar w:fldCharType="separate"/>`) + wording(result) + run(`<w:fldChar w:fldCharType="end"/>`)
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
		blocks{with("The keeper opens.", wordtest.TextBox(1, "Fee of a boat.")+wording(" The ferry waits.")+wordtest.TextBox(2, "Mast and rope."))},
		blocks{with("The keeper opens.", wording(" The ferry waits.")+wordtest.TextBox(2, "Mast and rope."))},
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
		blocks{text("The keeper opens."), with("Fee ", wordtest.Formula+wording(" of a boat.")), text("The gate.")},
		blocks{text("The keeper opens."), text("The gate.")},
	},
	{
		"a sign of a typeface of signs becomes another",
		blocks{with("The fee is ", run(`<w:sym w:font="Symbol" w:char="F0B3"/>`)+wording(" five coins.")), text("The gate.")},
		blocks{with("The fee is ", run(`<w:sym w:font="Symbol" w:char="F0A3"/>`)+wording(" five coins.")), text("The gate.")},
	},
	{
		"fields beside a changed word",
		blocks{with("See clause ", fieldOf(`HYPERLINK \l "fee"`, "4")+wording(" of the mill rules.")), with("Table ", fieldOf(`HYPERLINK \l "fare"`, "1")+wording(". Fees"))},
		blocks{with("See clause ", fieldOf(`HYPERLINK \l "fee"`, "4")+wording(" of the harbour rules.")), with("Table ", fieldOf(`HYPERLINK \l "fare"`, "1")+wording(". Fares"))},
	},
	{
		"the result of a field changes",
		blocks{with("See clause ", fieldOf(`HYPERLINK \l "fee"`, "4")+wording(".")), text("The gate.")},
		blocks{with("See clause ", fieldOf(`HYPERLINK \l "fee"`, "5")+wording(".")), text("The gate.")},
	},
	{
		"a field in one element comes with a clause, and alone",
		blocks{text("The gate opens."), text("The yard closes.")},
		blocks{
			text("The gate opens."), with("See clause ", `<w:fldSimple w:instr=" HYPERLINK \l &quot;fee&quot; ">`+wording("12")+`</w:fldSimple>`+wording(" of it.")),
			with("The yard ", `<w:fldSimple w:instr=" HYPERLINK \l &quot;fee&quot; ">`+wording("12 ")+`</w:fldSimple>`+wording("closes.")),
		},
	},
	{
		"a field comes between words that stayed",
		blocks{text("The gate opens."), text("The yard at night closes.")},
		blocks{text("The gate opens."), with("The yard ", fieldOf(`HYPERLINK \l "fee"`, "12")+wording(" closes."))},
	},
	{
		"a content control around changed words",
		blocks{with("The keeper is ", `<w:sdt><w:sdtPr/><w:sdtContent>`+wording("the elder miller")+`</w:sdtContent></w:sdt>`+wording(" of the town."))},
		blocks{with("The keeper is ", `<w:sdt><w:sdtPr/><w:sdtContent>`+wording("the younger miller")+`</w:sdtContent></w:sdt>`+wording(" of the town."))},
	},
	{
		"a link and a smart tag around changed words",
		blocks{with("Ask ", `<w:hyperlink w:anchor="a">`+wording("the mill office")+`</w:hyperlink><w:smartTag w:uri="u" w:element="e">`+wording(" in Dale")+`</w:smartTag>`)},
		blocks{with("Ask ", `<w:hyperlink w:anchor="a">`+wording("the harbour office")+`</w:hyperlink><w:smartTag w:uri="u" w:element="e">`+wording(" in Dell")+`</w:smartTag>`)},
	},
	{
		"a page break and a line break in a clause",
		blocks{with("The mill opens.", run(`<w:br w:type="page"/>`)+wording("It closes at dusk.")+run(`<w:br/>`)+wording("The bell rings."))},
		blocks{with("The mill opens.", run(`<w:br w:type="page"/>`)+wording("It closes at noon.")+run(`<w:br/>`)+wording("The bell rings."))},
	},
	{
		"hidden words between those that changed",
		blocks{with("The mill", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>`+wording(" opens at dawn."))},
		blocks{with("The mill", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r>`+wording(" shuts at dawn."))},
	},
	{
		"a reading above characters",
		blocks{with("The sign says ", run(`<w:ruby><w:rt>`+wording("bo")+`</w:rt><w:rubyBase>`+wording("boat")+`</w:rubyBase></w:ruby>`)+wording(" in red."))},
		blocks{with("The sign says ", run(`<w:ruby><w:rt>`+wording("bo")+`</w:rt><w:rubyBase>`+wording("boat")+`</w:rubyBase></w:ruby>`)+wording(" in blue."))},
	},
	{
		"words from right to left, and marks of direction",
		blocks{with("The name is ", `<w:r><w:rPr><w:rtl/></w:rPr><w:t>שער</w:t></w:r>`+wording("\u200f in the old town."))},
		blocks{with("The name is ", `<w:r><w:rPr><w:rtl/></w:rPr><w:t>שער</w:t></w:r>`+wording("\u200f in the new town."))},
	},
	{
		"hyphens and spaces that do not break",
		blocks{with("The sub", run(`<w:noBreakHyphen/>`)+wording("clause of\u00a05 miles har")+run(`<w:softHyphen/>`)+wording("bour holds."))},
		blocks{with("The sub", run(`<w:noBreakHyphen/>`)+wording("clause of\u00a06 miles har")+run(`<w:softHyphen/>`)+wording("bour holds."))},
	},
	{
		"a section ends between two clauses",
		blocks{text("The mill opens."), with("It closes.", ""), text("The ferry waits at the quay.")},
		blocks{text("The mill opens early."), with("It closes.", ""), text("The ferry waits at the gate.")},
	},
	{
		"a row moves and is edited",
		blocks{{Rows: [][]wordtest.WordCell{{{text("Barge of the mill")}, {text("five coins")}}, {{text("Rowing boat")}, {text("two coins")}}, {{text("Ferry at night")}, {text("nine coins")}}}}},
		blocks{{Rows: [][]wordtest.WordCell{{{text("Ferry at night")}, {text("ten coins")}}, {{text("Barge of the mill")}, {text("five coins")}}, {{text("Rowing boat")}, {text("two coins")}}}}},
	},
	{
		"an item comes before an empty paragraph",
		blocks{text("The gate."), {}, text("The quay.")},
		blocks{text("The gate."), {Text: "Every boat pays.", List: 1}, {Text: "Every barge pays.", List: 2}, {}, text("The quay.")},
	},
	{
		"an item comes between a table and an empty paragraph",
		blocks{oneCell(text("Quay lamp.")), {}, text("The quay.")},
		blocks{oneCell(text("Quay lamp.")), {Text: "Every boat pays.", List: 1}, {}, text("The quay.")},
	},
	{
		"an empty paragraph behind the last item goes",
		blocks{{Text: "Every boat pays the fee.", List: 2}, {}},
		blocks{{Text: "Every barge pays the fee.", List: 2}},
	},
	{
		"a clause with a field moves behind a new heading",
		blocks{with("The ferry waits at the quay. ", fieldOf(`HYPERLINK \l "fee"`, "See below.")), {Text: "Fees of the harbour", Style: "Heading1"}},
		blocks{
			{Text: "Keepers", Style: "Heading1"},
			with("The ferry waits at the quay. ", fieldOf(`HYPERLINK \l "fee"`, "See below.")),
			{Text: "Fees of the harbour", Style: "Heading1"},
		},
	},
	{
		"a text box comes behind a new item",
		blocks{text("The gate."), {Text: "Every ferry pays.", List: 1}},
		blocks{text("The gate."), {Text: "Every boat rests.", List: 1}, with("The bell rings.", wordtest.TextBox(1, "Mast and rope.")), {Text: "Every ferry pays.", List: 1}},
	},
	{
		"a paragraph becomes the beginning of a heading",
		blocks{text("Every ferry"), {Text: "The yard", Style: "Heading1"}},
		blocks{{Text: "Every ferry of the yard", Style: "Heading1"}},
	},
	{
		"a list becomes a sentence",
		blocks{text("The keeper shall:"), {Text: "open the gate;", List: 1}, {Text: "ring the bell;", List: 1}, {Text: "sweep the quay.", List: 1}},
		blocks{text("The keeper shall open the gate, ring the bell and sweep the quay.")},
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

// Notes are of one file: the first that LibreOffice reads, and those behind it.
func TestOfficeNotes(t *testing.T) {
	o := wordtest.OpenOffice(t)
	note := func(s string, number int) wordtest.WordBlock {
		return with(s, run(fmt.Sprintf(`<w:footnoteReference w:id="%d"/>`, number)))
	}
	heading := wordtest.WordBlock{Text: "Fees of the harbour", Style: "Heading1"}
	for _, s := range []struct {
		name     string
		old, now blocks
	}{
		{"a note goes with its item", blocks{text("The gate."), {Text: "Every boat pays.", List: 1, Object: note("", 1).Object}, heading}, blocks{text("The gate."), heading}},
		{"a second note goes with its item", blocks{note("The gate.", 1), {Text: "Every boat pays.", List: 1, Object: note("", 2).Object}, heading}, blocks{note("The gate.", 1), heading}},
		{
			"a clause with a second note moves behind a new heading",
			blocks{note("The gate.", 1), note("The ferry waits at the quay.", 2), text("The lamp burns at night.")},
			blocks{note("The gate.", 1), heading, text("The lamp burns at night."), note("The ferry waits at the quay.", 2)},
		},
	} {
		t.Run(s.name, func(t *testing.T) {
			old, now := (&wordtest.WordText{Blocks: s.old, Notes: 2}).File(), (&wordtest.WordText{Blocks: s.now, Notes: 2}).File()
			checkOfficePair(t, o, old, now)
			checkOfficePair(t, o, now, old)
		})
	}
}

// All marks of a field that comes are inserted: rejected, none stays.
func TestOntoFieldComesWhole(t *testing.T) {
	old := (&wordtest.WordText{Blocks: blocks{text("The yard at night closes.")}}).File()
	now := (&wordtest.WordText{Blocks: blocks{with("The yard ", fieldOf(`SEQ x`, "12")+wording(" closes."))}}).File()
	parts, _, _ := wordtest.ReadParts(checkPair(t, old, now))
	for _, p := range wordtest.MustParse(t, parts[documentPart]).Child("body").Children {
		for _, c := range p.Children {
			if c.XMLName.Local == "r" && (c.Child("fldChar") != nil || c.Child("instrText") != nil) {
				t.Error("a part of the field is not inserted")
			}
		}
	}
}

// What a form field shows is text, and the field goes as a whole. What it was in the
// old text comes back as a sign.
func TestOntoFormField(t *testing.T) {
	field := func(data string) string {
		return run(`<w:fldChar w:fldCharType="begin"><w:ffData>`+data+`</w:ffData></w:fldChar>`) + run(`<w:instrText> FORM </w:instrText>`) +
			run(`<w:fldChar w:fldCharType="separate"/>`) + run(`<w:fldChar w:fldCharType="end"/>`)
	}
	file := func(box, list string) []byte {
		return (&wordtest.WordText{Blocks: blocks{
			with("The keeper agrees: ", field(`<w:checkBox><w:default w:val="0"/>`+box+`</w:checkBox>`)+wording(" at dawn.")),
			with("The boat is ", field(`<w:ddList><w:result w:val="`+list+`"/><w:listEntry w:val="a barge"/><w:listEntry w:val="a ferry"/></w:ddList>`)),
		}}).File()
	}
	oldFile, newFile := file("", "0"), file(`<w:checked/>`, "1")
	old, now := readWord("old.docx", oldFile, ""), readWord("new.docx", newFile, "")
	if got, want := lines(old)+"\n"+lines(now), "The keeper agrees: ☐ at dawn.\nThe boat is a barge\nThe keeper agrees: ☒ at dawn.\nThe boat is a ferry"; got != want {
		t.Fatalf("read: %s, want %s", got, want)
	}
	changed, err := onto(newFile, old, now, oldFile)
	if err != nil {
		t.Fatal(err)
	}
	for state, want := range map[flow.Changes]*revision.Revision{flow.RejectChanges: old, flow.AcceptChanges: now} {
		if got := lines(readWord("redline.docx", changed, state)); got != lines(want) {
			t.Errorf("%s: %s, want %s", state, got, lines(want))
		}
	}
	parts, _, _ := wordtest.ReadParts(changed)
	wordtest.MustParse(t, parts[documentPart]).Walk(func(n *wordtest.Node) {
		if n.XMLName.Local == "p" {
			for _, c := range n.Children {
				if c.XMLName.Local == "r" && (c.Child("fldChar") != nil || c.Child("instrText") != nil) {
					t.Error("a part of the field does not go with it")
				}
			}
		}
	})
}

// A fraction and a power stay as they are beside a changed word, and read as one line.
func TestOntoFormula(t *testing.T) {
	math := func(inside string) string {
		return `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math">` + inside + `</m:oMath>`
	}
	part := func(s string) string { return `<m:r><m:t>` + s + `</m:t></m:r>` }
	half := math(`<m:f><m:num>` + part("a") + `</m:num><m:den>` + part("10") + `</m:den></m:f>`)
	power := math(`<m:sSup><m:e>` + part("10") + `</m:e><m:sup>` + part("2") + `</m:sup></m:sSup>`)
	old := (&wordtest.WordText{Blocks: blocks{with("The fee is ", half+wording(" of the toll.")), with("Area ", power)}}).File()
	now := (&wordtest.WordText{Blocks: blocks{with("The fee is ", half+wording(" of the fare.")), with("Area ", half)}}).File()
	if got, want := lines(readWord("old.docx", old, "")), "The fee is a/10 of the toll.\nArea 10^2"; got != want {
		t.Errorf("read: %s, want %s", got, want)
	}
	checkPair(t, old, now)
	checkPair(t, now, old)
}

// A clause that moved and whose number is counted by a program is no reason to fail.
func TestOntoMovedFromACountedItem(t *testing.T) {
	for _, seed := range []int{461} {
		p := wordtest.RandomWordPair.Example(seed)
		checkPair(t, p.Old, p.New)
		checkPair(t, p.New, p.Old)
	}
}

// From another format nothing is taken into a text box that the old text does not show
// to have had.
func TestOntoTextBoxIsNew(t *testing.T) {
	h := func(n int) string { return strings.TrimSpace("Harbour" + strings.Repeat(" harbour", n-1)) }
	frame := func() wordtest.WordBlock {
		return wordtest.WordBlock{Rows: [][]wordtest.WordCell{{{text(h(5) + "."), text(h(3) + ".")}}, {{with(h(7)+".", wordtest.Formula)}}, {{with(h(3)+".", wordtest.Formula)}}}}
	}
	oldFile := (&wordtest.WordText{Blocks: blocks{frame(), text(h(2) + "."), text(h(3))}}).File()
	newFile := (&wordtest.WordText{Blocks: blocks{frame(), with("Ferry harbour ferry.", wordtest.TextBox(1, h(7)+".")), text(h(3))}}).File()
	old := readWord("old.docx", oldFile, "")
	changed, err := onto(newFile, old, readWord("new.docx", newFile, ""))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := bare(readWord("redline.docx", changed, flow.RejectChanges)), bare(old); got != want {
		t.Errorf("reject all: %s, want %s", got, want)
	}
}

// From another format a word goes that stands before a number which the program
// counts in a cell.
func TestOntoWordBeforeALabel(t *testing.T) {
	file := func(first string) []byte {
		cells := []wordtest.WordCell{{text(first), {Text: "The miller pays.", List: 1}}, {text("The ferry waits.")}}
		return (&wordtest.WordText{Blocks: blocks{{Rows: [][]wordtest.WordCell{cells}}, text("The gate opens.")}}).File()
	}
	oldFile, newFile := file("The harbour waits."), file("The harbour rests")
	old := readWord("old.docx", oldFile, "")
	changed, err := onto(newFile, old, readWord("new.docx", newFile, ""))
	if err != nil {
		t.Fatal(err)
	}
	if got, want := bare(readWord("redline.docx", changed, flow.RejectChanges)), bare(old); got != want {
		t.Errorf("reject all: %s, want %s", got, want)
	}
}
