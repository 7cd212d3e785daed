package compare

import (
	"strings"

	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// setEdits writes the runs that were found into the changes as edits and counts
// their words.
func (c *Comparison) setEdits(a *align.Alignment, found []moves.Change) {
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ch.Kind == Unchanged {
			old, new := ch.Old[0].Pos, ch.New[0].Pos
			ch.Edits = []Edit{{Op: Keep, Old: a.Old.Text(old), New: a.New.Text(new)}}
			ch.Words.Kept = a.Old.WordsOf(old)
			continue
		}
		old := joinTexts(ch.Old, func(c *revision.Clause) string { return a.Old.Text(c.Pos) })
		new := joinTexts(ch.New, func(c *revision.Clause) string { return a.New.Text(c.Pos) })
		ch.Edits = make([]Edit, len(found[i].Runs))
		for k := range found[i].Runs {
			r, e := &found[i].Runs[k], &ch.Edits[k]
			e.Op, e.Move = r.Op, r.Move
			e.Old, old = cutText(old, r.Old)
			e.New, new = cutText(new, r.New)
			ch.Words.count(r)
		}
	}
}

// count adds the words of a run to a change's.
func (w *WordCount) count(r *moves.Run) {
	switch r.Op {
	case Keep:
		w.Kept += textdiff.Words(r.Old)
	case Delete:
		w.Deleted += textdiff.Words(r.Old)
	case Insert:
		w.Inserted += textdiff.Words(r.New)
	case Move:
		w.MovedOut += textdiff.Words(r.Old)
		w.MovedIn += textdiff.Words(r.New)
	}
}

// joinTexts joins the texts of several clauses by line breaks. A clause without
// text of its own, only a number over others, adds nothing.
func joinTexts(clauses []*revision.Clause, text func(*revision.Clause) string) string {
	if len(clauses) == 1 {
		return text(clauses[0])
	}
	var parts []string
	for _, c := range clauses {
		if t := text(c); t != "" {
			parts = append(parts, t)
		}
	}
	return strings.Join(parts, "\n")
}

// cutText cuts the text that tokens make up off a text that starts with it.
func cutText(text string, tokens []textdiff.Token) (head, tail string) {
	size := 0
	for i := range tokens {
		size += len(tokens[i].Text)
	}
	return text[:size], text[size:]
}
