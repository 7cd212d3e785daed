package compare

import (
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// edits fills in the word edits of a change, still without moves.
func (b *builder) edits(ch *Change, g group) {
	if ch.Kind == Unchanged {
		text := joined(ch.Old)
		ch.Edits = []Edit{{Op: Keep, Old: text, New: joined(ch.New)}}
		ch.Words.Kept = b.old.units[g.old[0]].words
		return
	}
	for _, e := range b.lex.Diff(b.tokens(b.old, g.old), b.tokens(b.new, g.new)) {
		op := Keep
		switch e.Op {
		case textdiff.Delete:
			op = Delete
		case textdiff.Insert:
			op = Insert
		}
		ch.Edits = append(ch.Edits, Edit{Op: op, Old: e.Old, New: e.New})
	}
}

// tokens joins the tokens of several clauses by line breaks.
func (b *builder) tokens(s *side, units []int) []textdiff.Token {
	if len(units) == 1 {
		return s.units[units[0]].tokens
	}
	var out []textdiff.Token
	for _, u := range units {
		if len(out) > 0 && len(s.units[u].tokens) > 0 {
			out = append(out, b.lineBreak)
		}
		out = append(out, s.units[u].tokens...)
	}
	return out
}

// countWords sets the word counts of a change from its edits.
func (b *builder) countWords(ch *Change) {
	ch.Words = WordCount{}
	for _, e := range ch.Edits {
		switch e.Op {
		case Keep:
			ch.Words.Kept += b.words(e.Old)
		case Delete:
			ch.Words.Deleted += b.words(e.Old)
		case Insert:
			ch.Words.Inserted += b.words(e.New)
		case Move:
			ch.Words.MovedOut += b.words(e.Old)
			ch.Words.MovedIn += b.words(e.New)
		}
	}
}

func (b *builder) words(s string) int {
	if s == "" {
		return 0
	}
	return textdiff.Words(b.lex.Tokens(s))
}

// joined is the text of several clauses, joined by line breaks. A clause without
// text of its own, only a number over others, adds nothing.
func joined(cs []*revision.Clause) string {
	var parts []string
	for _, c := range cs {
		if len(c.Blocks) > 0 {
			parts = append(parts, c.Text())
		}
	}
	return strings.Join(parts, "\n")
}
