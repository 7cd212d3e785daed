package align

import (
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// texts cuts texts into tokens. Most clauses of a revision are the same to the
// letter on both sides, so each distinct text is cut once and kept. What is too
// large for that is cut again where it is needed: tokens take some seven times
// the room of their text.
type texts struct {
	lex *textdiff.Lexicon
	// lineBreak is what stands between two clauses that are read as one text.
	lineBreak textdiff.Token
	keep      bool
	seen      map[string]cut
	buf       []textdiff.Token
}

// keptSize is the size in bytes of two revisions up to which all tokens are kept.
const keptSize = 1_000_000

// cut is what is known of a text by itself.
type cut struct {
	tokens []textdiff.Token // nil when they are not kept
	words  int
	key    uint64 // hash of the normalised text, 0 when there is no word in it
}

func newTexts(lex *textdiff.Lexicon, size int) *texts {
	return &texts{lex: lex, lineBreak: lex.Tokens("\n")[0], keep: size <= keptSize, seen: map[string]cut{}}
}

func (t *texts) read(text string) cut {
	if c, ok := t.seen[text]; ok {
		return c
	}
	var c cut
	var tokens []textdiff.Token
	if t.keep {
		tokens = t.lex.Tokens(text)
		c.tokens = tokens
	} else {
		t.buf = t.lex.AppendTokens(t.buf[:0], text)
		tokens = t.buf
	}
	c.key, c.words = textdiff.Hash(tokens)
	if t.keep {
		t.seen[text] = c
	}
	return c
}

// tokens are those of a unit's text, good until the next call.
func (t *texts) tokens(u *unit) []textdiff.Token {
	if u.tokens == nil && u.text != "" {
		t.buf = t.lex.AppendTokens(t.buf[:0], u.text)
		return t.buf
	}
	return u.tokens
}

// lasting are those of a unit's text, good for as long as they are held.
func (t *texts) lasting(u *unit) []textdiff.Token {
	if u.tokens == nil && u.text != "" {
		return t.lex.Tokens(u.text)
	}
	return u.tokens
}

// size is the length in bytes of the clauses' texts.
func size(cs []*revision.Clause) int {
	n := 0
	for _, c := range cs {
		for i := range c.Blocks {
			n += len(c.Blocks[i].Text) + 1
		}
	}
	return n
}
