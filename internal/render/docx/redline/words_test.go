package redline

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render/docx/stream"
	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/wordtest"
)

// checkWords holds the words that the document shows as deleted, inserted and
// moved against the comparison's own counts: a paragraph that was split or
// merged must not be painted as deleted and rewritten.
//
// Text that the comparison keeps, and that stands in another place of the
// document, moves here.
func checkWords(t interface {
	Helper()
	Fatalf(string, ...any)
}, p pair,
) {
	t.Helper()
	f, err := wordtest.Read(p.docx)
	if err != nil {
		t.Fatalf("read back: %v", err)
	}
	lex := textdiff.NewLexicon(p.new.Language)
	shown := make(map[string]int)
	for _, para := range f.Paragraphs {
		text := make(map[string]string)
		for _, r := range para.Runs {
			for _, fate := range []string{"", "del", "ins", "moveFrom", "moveTo"} {
				switch {
				case r.Fate == fate && !r.Number, textdiff.Words(lex.Tokens(r.Text)) == 0:
					text[fate] += r.Text // a quotation mark of another fate does not cut a word in two
				default:
					text[fate] += "\n"
				}
			}
		}
		for fate, s := range text {
			shown[fate] += textdiff.Words(lex.Tokens(s))
		}
	}
	var want compare.WordCount
	for _, c := range p.report.Changes {
		want.Deleted += c.Words.Deleted
		want.Inserted += c.Words.Inserted
		want.MovedIn += c.Words.MovedIn
		for _, e := range c.Edits {
			if e.Op == compare.Keep && e.Old != e.New {
				for i, was := range strings.Split(e.Old, "\n") {
					for _, p := range stream.Typography(was, strings.Split(e.New, "\n")[i]) {
						if p.Old != p.New { // a kept word written in another way, such as 2º and 2°
							want.Deleted += textdiff.Words(lex.Tokens(p.Old))
							want.Inserted += textdiff.Words(lex.Tokens(p.New))
						}
					}
				}
			}
		}
	}
	if shown["del"] != want.Deleted || shown["ins"] != want.Inserted {
		t.Fatalf("%d words shown as deleted, %d are; %d as inserted, %d are", shown["del"], want.Deleted, shown["ins"], want.Inserted)
	}
	if shown["moveFrom"] != shown["moveTo"] {
		t.Fatalf("%d words move away, %d arrive", shown["moveFrom"], shown["moveTo"])
	}
	if shown["moveTo"] < want.MovedIn {
		t.Fatalf("%d words arrive, %d moved", shown["moveTo"], want.MovedIn)
	}
}
