package ingest

import (
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

func TestReadMarkdown(t *testing.T) {
	const src = `---
title: Plan
---
# The Plan

It is *illustrative*, says [the note](http://example.org/x "t").

## Introduction

Soft
wrapped Euro-
Atlantic &amp; 3\. escaped.

## 1. Environment

Text with ` + "`code`" + ` and <b>bold</b>, H<sub>2</sub>O<!-- c -->, one<br>two.

- one
- two *points*
  on two lines
  - deeper

### 1.1. Borders

1. first
2. second
   with more

(a) a point;

(b) another.

## 2. Means

| What | When |
|------|------|
| This | Now  |

> Quoted.

` + "```\ncode line\n```" + `

<div>html</div>

## Final provisions

The end.
`
	res, err := Read("plan.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"component preface |The Plan|",
		"paragraph preface/p1 ||It is illustrative, says the note.",
		"section introduction |Introduction|",
		"paragraph introduction/p1 ||Soft wrapped Euro-Atlantic & 3. escape",
		"clause 1 1.|Environment|",
		"paragraph 1/p1 ||Text with code and bold, H2O, one two.",
		"item 1/p1/i1 -||one",
		"item 1/p1/i2 -||two points on two lines",
		"item 1/p1/i2/i1 -||deeper",
		"clause 1.1 1.1.|Borders|",
		"clause 1.1.1 1.||first",
		"clause 1.1.2 2.||second with more",
		"clause 1.1.a (a)||a point;",
		"clause 1.1.b (b)||another.",
		"clause 2 2.|Means|",
		"paragraph 2/p1 ||What | When",
		"paragraph 2/p2 ||This | Now",
		"paragraph 2/p3 ||Quoted.",
		"paragraph 2/p4 ||code line",
		"paragraph 2/p5 ||html",
		"section final-provisions |Final provisions|",
		"paragraph final-provisions/p1 ||The end.",
	}
	if diff := cmp.Diff(want, outlineOf(res.Components[0])); diff != "" {
		t.Errorf("tree (-want +got):\n%s", diff)
	}
	if res.Title != "The Plan" || res.Format != FormatMarkdown || len(res.Dropped) != 3 {
		t.Errorf("title %q, format %q, dropped %v", res.Title, res.Format, res.Dropped)
	}
	checkTree(t, res)
}

// Markdown's own numbers may all be 1: the reader then sees 1, 2, 3.
func TestMarkdownNumbers(t *testing.T) {
	for src, want := range map[string]string{
		"1. a\n1. b\n1. c\n":             "1 | 2 | 3",
		"3. a\n4. b\n":                   "3 | 4",
		"1) a\n2) b\n":                   "1 | 2",
		"1. a\n   1. b\n   2. c\n2. d\n": "1 | 1.1 | 1.2 | 2",
	} {
		if got, _ := addresses(t, "x.md", src); got != want {
			t.Errorf("%q: %s, want %s", src, got, want)
		}
	}
}

// A footnote is a note of what refers to it first; one that nothing refers to, and a
// line with the form of a link's definition that leads nowhere, are text.
func TestMarkdownFootnotes(t *testing.T) {
	const src = "1. A fee[^a] is due[^b].\n\n   - in coins[^a]\n\n[Officer]: manager\n\n" +
		"[site]: https://example.org/fees\n\nSee [the list][site].\n\n```\n[code]: stays\n```\n\n" +
		"[^a]: Of two\n    lines.\n\n    And two paragraphs.\n[^b]: March.\n[^c]: Nobody asks.\n"
	res, err := Read("x.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"clause 1 1.||A fee is due.",
		"item 1/i1 -||in coins",
		"paragraph preface/p1 ||[Officer]: manager",
		"paragraph preface/p2 ||See the list.",
		"paragraph preface/p3 ||[code]: stays",
		"paragraph preface/p4 ||[^c]: Nobody asks.",
	}
	if diff := cmp.Diff(want, outlineOf(res.Components[0])[1:]); diff != "" {
		t.Errorf("tree (-want +got):\n%s", diff)
	}
	notes := res.Components[0].Children[0].Notes
	wantNotes := []revision.Note{
		{Kind: revision.NoteFootnote, Mark: "a", Text: "Of two lines. And two paragraphs."},
		{Kind: revision.NoteFootnote, Mark: "b", Text: "March."},
	}
	if diff := cmp.Diff(wantNotes, notes); diff != "" {
		t.Errorf("notes (-want +got):\n%s", diff)
	}
}

func TestDraftLosesNothing(t *testing.T) {
	data, err := os.ReadFile("../../revisions/draft/concept-draft.md")
	if err != nil {
		t.Skip(err)
	}
	res, err := Read("concept-draft.md", data)
	if err != nil {
		t.Fatal(err)
	}
	var src strings.Builder
	for line := range strings.Lines(string(data)) {
		src.WriteString(strings.TrimLeft(line, "#"))
	}
	if got, want := visible(printed(res.Components)), visible(src.String()); got != want {
		t.Errorf("the tree prints %d bytes, the file %d", len(got), len(want))
	}
	if len(res.Warnings) > 0 {
		t.Errorf("warnings: %v", res.Warnings)
	}
	checkTree(t, res)
}

// The words of a document are in its tree, in their order, whatever marks of
// Markdown stand around them.
func TestMarkdownLosesNoWord(t *testing.T) {
	word := rapid.StringMatching(`[a-zəğışёя]{1,6}`)
	rapid.Check(t, func(t *rapid.T) {
		var src, want strings.Builder
		say := func(pre, post string) {
			for range rapid.IntRange(1, 5).Draw(t, "words") {
				w := word.Draw(t, "word")
				mark := rapid.SampledFrom([]string{"", "*", "**", "`"}).Draw(t, "mark")
				src.WriteString(pre + mark + w + mark + " ")
				want.WriteString(w)
				pre = rapid.SampledFrom([]string{"", "", "\n"}).Draw(t, "wrap")
				if post == "\n" {
					pre = ""
				}
			}
			src.WriteString(post)
		}
		for range rapid.IntRange(1, 12).Draw(t, "blocks") {
			switch rapid.IntRange(0, 4).Draw(t, "kind") {
			case 0:
				say(strings.Repeat("#", rapid.IntRange(1, 6).Draw(t, "level"))+" ", "\n")
			case 1:
				say("- ", "\n\n")
			case 2:
				say("> ", "\n\n")
			case 3:
				say("[", "](http://example.org)\n\n")
			default:
				say("", "\n\n")
			}
		}
		res, err := Read("x.md", []byte(src.String()))
		if err != nil {
			t.Fatal(err)
		}
		keep := func(s string) string {
			return strings.Map(func(r rune) rune {
				if r == '-' {
					return -1
				}
				return r
			}, visible(s))
		}
		if got := keep(printed(res.Components)); got != want.String() {
			t.Fatalf("%q\nreads %q\nwant  %q", src.String(), got, want.String())
		}
	})
}
