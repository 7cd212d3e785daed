package workspace

import (
	"fmt"

	"conceptdiff/internal/phrase"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// Tally counts what a revision consists of. Words are those of headings and texts.
type Tally struct {
	Components, Clauses, Paragraphs, Items, Words int
}

// TallyOf counts what a revision consists of.
func TallyOf(r *revision.Revision) Tally {
	t := Tally{Components: len(r.Components), Clauses: len(r.Clauses())}
	lexicon := textdiff.NewLexicon(r.Language)
	r.Walk(func(p *revision.Provision) bool {
		switch p.Kind {
		case revision.KindParagraph:
			t.Paragraphs++
		case revision.KindItem:
			t.Items++
		}
		t.Words += textdiff.Words(lexicon.Tokens(p.Heading)) + textdiff.Words(lexicon.Tokens(p.Text))
		return true
	})
	return t
}

func (t Tally) String() string {
	return fmt.Sprintf("%s, %s, %s, %s, %s", phrase.Plural(t.Components, "component"), phrase.Plural(t.Clauses, "clause"),
		phrase.Plural(t.Paragraphs, "paragraph"), phrase.Plural(t.Items, "list item"), phrase.Plural(t.Words, "word"))
}
