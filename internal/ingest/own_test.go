package ingest

import (
	"bytes"
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

const markedText = markedHeader + `title: "A \"title\""
---

# <!-- component preface level 0 -->

## 1\. <!-- clause 1 level 1 -->Aims

Text. <!-- paragraph 1/p1 level 2 -->

- point <!-- item 1/p1/i1 level 3 "•" -->

> 1 <!-- footnote -->a note
`

// What people do to an exported Markdown file: they rewrap it, mark words, add
// paragraphs.
func TestEditedMarkdown(t *testing.T) {
	edited := strings.Replace(markedText, "Text. <!--", "Text *and*\nmore. <!--", 1) + "\nAdded by hand.\n"
	res, err := Read("x", []byte(edited))
	if err != nil {
		t.Fatal(err)
	}
	if got := find(t, res, "1/p1").Text; got != "Text and more." {
		t.Errorf("rewrapped: %q", got)
	}
	if got := find(t, res, "1/p2").Text; got != "Added by hand." {
		t.Errorf("added: %q", got)
	}
	if item := find(t, res, "1/p1/i1"); item.Num != "•" || len(item.Notes) != 1 || item.Notes[0] != (revision.Note{Kind: revision.NoteFootnote, Mark: "1", Text: "a note"}) {
		t.Errorf("item %+v", item)
	}
	if len(res.Warnings) != 1 || !strings.Contains(res.Warnings[0].Text, "a paragraph of 1") || res.Warnings[0].Line != 17 {
		t.Errorf("warnings %+v", res.Warnings)
	}
	if res.Title != `A "title"` {
		t.Errorf("title %q", res.Title)
	}
}

func TestOwnFormatsRefuse(t *testing.T) {
	const head = `{"schema":"conceptdiff/revision/1","components":`
	for _, tt := range []struct{ name, data, want string }{
		{"another schema", `{"schema":"conceptdiff/comparison/1"}`, `holds "conceptdiff/comparison/1"`},
		{"cut short", head + `[{"kind":"component"`, "x:1: the JSON cannot be read"},
		{"no components", head + `[]}`, "no components"},
		{"a kind that is none", head + `[{"kind":"component","eid":"","children":[{"kind":"verse","eid":"1","text":"x"}]}]}`, `the kind "verse"`},
		{"an address twice", head + `[{"kind":"component","eid":"","children":[{"kind":"clause","eid":"1","text":"x"},{"kind":"clause","eid":"1","text":"y"}]}]}`, "stands twice"},
		{"a component inside", head + `[{"kind":"component","eid":"","children":[{"kind":"component","eid":"1","text":"x"}]}]}`, "inside another"},
		{"no component at the top", head + `[{"kind":"clause","eid":"1","text":"x"}]}`, "no component"},
		{"null", head + `[null]}`, "null"},
		{"nesting", head + strings.Repeat(`[{"kind":"component","eid":"a","children":`, 500) + "[]" + strings.Repeat("}]", 500) + "}", "deep in each other"},
		{"nesting beyond the parser", head + strings.Repeat("[", 20_000), "the JSON cannot be read"},
		{"Markdown without its comments", markedHeader + "---\n\n# Title\n\ntext\n", "names no component"},
	} {
		if _, err := Read("x", []byte(tt.data)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// Whatever happened to a file of this program, it is refused or it is a tree.
func FuzzReadOwn(f *testing.F) {
	f.Add(markedText)
	f.Add(`{"schema":"conceptdiff/revision/1","components":[{"kind":"component","eid":"","children":[{"kind":"clause","eid":"1","num":"1.","text":"x","notes":[{"kind":"comment","text":"y"}]}]}]}`)
	f.Add(`<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0" xmlns:cd="urn:conceptdiff:akn:1"><doc><meta><proprietary><cd:revision title="x"/></proprietary></meta>` +
		`<mainBody><hcontainer cd:kind="component" eId="preface"><clause eId="1" cd:kind="clause"><num>1.</num><content><p cd:kind="text">x</p></content></clause></hcontainer></mainBody></doc></akomaNtoso>`)
	f.Fuzz(func(t *testing.T, data string) {
		if len(data) > 1<<14 || !isMarked("", []byte(data)) && !isJSON("", []byte(data)) && !bytes.Contains([]byte(data), []byte("akomaNtoso")) {
			return
		}
		res, err := Read("x", []byte(data))
		if err != nil || res.Format == FormatText {
			return
		}
		checkTree(t, res)
	})
}
