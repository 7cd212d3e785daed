package reference

import "conceptdiff/internal/revision"

// Text is a revision that is asked what it cites and defines. Its words are cut and its
// citations found once, whoever asks how often. Not for concurrent use.
type Text struct {
	*revision.Revision
	finder  *finder
	index   *index
	clauses []*revision.Clause
	tokens  map[string][]token    // by the text that was cut
	cites   map[string][]Citation // by the text that was looked through
	room    []token               // for the next texts
}

// Read makes a text of a revision whose addresses are assigned.
func Read(r *revision.Revision) *Text {
	return &Text{
		Revision: r,
		finder:   newFinder(r.Language, r.Title),
		index:    newIndex(r),
		clauses:  r.Clauses(),
		tokens:   make(map[string][]token),
		cites:    make(map[string][]Citation),
	}
}

// lex cuts a text, its own or one that is read by its rules.
func (t *Text) lex(text string) []token {
	out, met := t.tokens[text]
	if met {
		return out
	}
	const many = 1024
	if about := len(text)/bytesPerToken + 1; cap(t.room)-len(t.room) < about {
		t.room = make([]token, 0, max(many, about))
	}
	from := len(t.room)
	t.room = t.finder.appendTokens(t.room, text)
	out = t.room[from:len(t.room):len(t.room)]
	t.tokens[text] = out
	return out
}

// find lists the citations in a text, its own or one that is read by its rules.
func (t *Text) find(text string) []Citation {
	out, met := t.cites[text]
	if !met {
		out = t.finder.find(t.lex(text))
		t.cites[text] = out
	}
	return out
}

// blocks are all pieces of the text with their tokens, in its order.
func (t *Text) blocks() []textBlock {
	var out []textBlock
	for _, cl := range t.clauses {
		for _, b := range cl.Blocks {
			out = append(out, textBlock{b, t.lex(b.Text)})
		}
	}
	return out
}
