package docx

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/ingest/flow"
)

// set is a run with properties.
func set(props, s string) string {
	return run("<w:rPr>" + props + `</w:rPr><w:t xml:space="preserve">` + s + "</w:t>")
}

const (
	raisedRun = `<w:vertAlign w:val="superscript"/>`
	struckRun = `<w:strike/>`
)

// Raised figures keep their height, however the file raises them.
func TestRaised(t *testing.T) {
	styles := `<w:style w:type="character" w:styleId="up"><w:rPr>` + raisedRun + `</w:rPr></w:style>`
	for _, tt := range []struct{ name, body, want string }{
		{"a number", p(word("Maddə 15") + set(raisedRun, "1") + word(". Anbar")), "Maddə 15¹. Anbar"},
		{"a power", p(word("10") + set(raisedRun, "2") + word(" m")), "10² m"},
		{"by a style", p(word("15") + set(`<w:rStyle w:val="up"/>`, "1") + word(".")), "15¹."},
		{"by a position", p(word("15") + set(`<w:position w:val="6"/><w:sz w:val="16"/>`, "1") + word(".")), "15¹."},
		{"not by a style that the run overrules", p(word("15") + set(`<w:rStyle w:val="up"/><w:vertAlign w:val="baseline"/>`, "1") + word(".")), "151."},
		{"a mark in brackets", p(word("su") + set(raisedRun, "[12]") + word(" var")), "su[12] var"},
		{"a lowered figure", p(word("H") + set(`<w:vertAlign w:val="subscript"/>`, "2") + word("O")), "H2O"},
	} {
		if diff := cmp.Diff(tt.want, testParts{"document": tt.body, "styles": styles}.blocks(t, "")); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.name, diff)
		}
	}
}

// Struck-out words are no text unless they are kept; where they stood is told.
func TestStruck(t *testing.T) {
	styles := `<w:style w:type="character" w:styleId="gone"><w:rPr>` + struckRun + `</w:rPr></w:style>`
	body := p(word("The mill ")+set(struckRun, "grinds at night")+word(" grinds by day.")) +
		p(set(`<w:dstrike/>`, "2. A whole clause.")) +
		p(word("3. ")+set(`<w:rStyle w:val="gone"/>`, "Old ")+set(`<w:i/>`, "New")+set(`<w:strike w:val="0"/>`, " words."))
	parts := testParts{"document": body, "styles": styles}
	doc, err := parts.readWith(t, flow.Options{Struck: flow.DropStruck})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := texts(doc), "The mill grinds by day.\n(struck out)\n3. New words."; got != want {
		t.Errorf("dropped: %q, want %q", got, want)
	}
	var struck []string
	for _, s := range doc.Struck {
		struck = append(struck, s.Place.String()+": "+s.Text)
	}
	if diff := cmp.Diff([]string{"line 1: grinds at night", "line 2: 2. A whole clause.", "line 3: Old"}, struck); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	doc, err = parts.readWith(t, flow.Options{Struck: flow.KeepStruck})
	if err != nil {
		t.Fatal(err)
	}
	if got, want := texts(doc), "The mill grinds at night grinds by day.\n2. A whole clause.\n3. Old New words."; got != want || len(doc.Struck) > 0 {
		t.Errorf("kept: %q, want %q; struck %v", got, want, doc.Struck)
	}
}

func texts(doc *flow.Document) string {
	var out []string
	for _, b := range doc.Blocks {
		if b.Text == "" && b.Struck {
			b.Text = "(struck out)" // settled where all formats meet
		}
		out = append(out, strings.Join(strings.Fields(b.Text), " "))
	}
	return strings.Join(out, "\n")
}

// A large first letter is that of the word which follows.
func TestDropCap(t *testing.T) {
	body := `<w:p><w:pPr><w:framePr w:dropCap="drop" w:lines="3"/></w:pPr>` + word("T") + `</w:p>` + p(word("he town keeps its mill.")) + p(word("And its weir."))
	if got := (testParts{"document": body}).blocks(t, ""); got != "The town keeps its mill.\nAnd its weir." {
		t.Errorf("%q", got)
	}
}

// Numbering that is a tracked insertion is none before it.
func TestInsertedNumbering(t *testing.T) {
	parts := testParts{
		"document":  p(`<w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/><w:ins w:id="1"/></w:numPr></w:pPr>` + word("The yard opens.")),
		"numbering": abstract(0, lvl(0, "decimal", "%1.", "")) + num(1, 0),
	}
	for changes, want := range map[flow.Changes]string{flow.AcceptChanges: "[1.] The yard opens.", flow.RejectChanges: "The yard opens."} {
		if got := parts.blocks(t, changes); got != want {
			t.Errorf("%s: %q, want %q", changes, got, want)
		}
	}
}

// Numbers in words are shown as Word shows them, in capitals where the level says so.
func TestOrdinalText(t *testing.T) {
	parts := testParts{
		"document":  numbered("The name.", 1, 0) + numbered("The office.", 1, 0) + numbered("The yard.", 2, 0),
		"numbering": abstract(0, lvl(0, "ordinalText", "%1:", "<w:rPr><w:caps/></w:rPr>")) + abstract(1, lvl(0, "cardinalText", "Part %1", "")) + num(1, 0) + num(2, 1),
	}
	if got, want := parts.blocks(t, ""), "[FIRST:] The name.\n[SECOND:] The office.\n[Part One] The yard."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
