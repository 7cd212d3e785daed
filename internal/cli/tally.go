package cli

import (
	"fmt"
	"strconv"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// tally counts what a revision consists of.
type tally struct {
	components, clauses, paragraphs, items, words int
}

func tallyOf(r *revision.Revision) tally {
	t := tally{components: len(r.Components), clauses: len(r.Clauses())}
	lexicon := textdiff.NewLexicon(r.Language)
	r.Walk(func(p *revision.Provision) bool {
		switch p.Kind {
		case revision.KindParagraph:
			t.paragraphs++
		case revision.KindItem:
			t.items++
		}
		t.words += textdiff.Words(lexicon.Tokens(p.Heading)) + textdiff.Words(lexicon.Tokens(p.Text))
		return true
	})
	return t
}

func (t tally) String() string {
	return fmt.Sprintf("%s, %s, %s, %s, %s", plural(t.components, "component"), plural(t.clauses, "clause"),
		plural(t.paragraphs, "paragraph"), plural(t.items, "list item"), plural(t.words, "word"))
}

// plural is a number with its noun: "1 clause", "9,012 words".
func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return thousands(n) + " " + noun + "s"
}

// thousands writes a number that is not negative in groups of three digits.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}
