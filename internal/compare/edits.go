package compare

import (
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// runs finds the words kept, deleted and inserted in each change, then those
// that moved.
func (b *builder) runs(changes []Change, groups []group) [][]run {
	all := make([][]run, len(changes))
	texts := make([][2][]textdiff.Token, len(changes)) // cut one after the other, since that changes the lexicon
	for i, g := range groups {
		if changes[i].Kind != Unchanged { // else there is nothing to find
			texts[i] = [2][]textdiff.Token{b.tokens(b.old, g.old), b.tokens(b.new, g.new)}
		}
	}
	forEach(len(changes), func() func(int) {
		return func(i int) {
			if changes[i].Kind != Unchanged {
				all[i] = b.diff(texts[i][0], texts[i][1])
			}
		}
	})
	b.moves(changes, all)
	return all
}

// finish writes the runs into the changes as edits and counts their words.
func (b *builder) finish(changes []Change, all [][]run) {
	for i := range changes {
		ch := &changes[i]
		if ch.Kind == Unchanged {
			ch.Edits = []Edit{{Op: Keep, Old: b.old.units[ch.Old[0].Pos].text, New: b.new.units[ch.New[0].Pos].text}}
			ch.Words.Kept = b.old.units[ch.Old[0].Pos].words
			continue
		}
		old, new := b.old.text(ch.Old), b.new.text(ch.New)
		ch.Edits = make([]Edit, len(all[i]))
		for k := range all[i] {
			r, e := &all[i][k], &ch.Edits[k]
			e.Op, e.Move = r.op, r.move
			e.Old, old = cutText(old, r.old)
			e.New, new = cutText(new, r.new)
			ch.Words.count(r)
		}
	}
}

// text is the text of several clauses.
func (s *side) text(clauses []*revision.Clause) string {
	return joinTexts(clauses, func(c *revision.Clause) string { return s.units[c.Pos].text })
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

// tokens joins the tokens of several clauses by line breaks.
func (b *builder) tokens(s *side, units []int) []textdiff.Token {
	if len(units) == 1 {
		return b.texts.lasting(&s.units[units[0]])
	}
	var out []textdiff.Token
	for _, u := range units {
		tokens := b.texts.tokens(&s.units[u])
		if len(out) > 0 && len(tokens) > 0 {
			out = append(out, b.lineBreak)
		}
		out = append(out, tokens...)
	}
	return out
}
