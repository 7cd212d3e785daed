package compare

import "conceptdiff/internal/textdiff"

// runs finds the words kept, deleted and inserted in each change, then those
// that moved.
func (b *builder) runs(changes []Change, groups []group) [][]run {
	all := make([][]run, len(changes))
	for i, g := range groups {
		if changes[i].Kind == Unchanged {
			continue // nothing to find
		}
		all[i] = b.diff(b.tokens(b.old, g.old), b.tokens(b.new, g.new))
	}
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
		ch.Edits = make([]Edit, len(all[i]))
		for k := range all[i] {
			ch.Edits[k] = all[i][k].edit()
			ch.Words.count(&all[i][k])
		}
	}
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
