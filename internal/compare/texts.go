package compare

import "conceptdiff/internal/textdiff"

// texts cuts texts into tokens. Most clauses of a revision are the same to the
// letter on both sides, so each distinct text is cut once and kept. What is too
// large for that is cut again where it is needed: tokens take some seven times
// the room of their text.
type texts struct {
	lex  *textdiff.Lexicon
	keep bool
	seen map[string]cut
	buf  []textdiff.Token
}

// keptSize is the size in bytes of two revisions up to which all tokens are kept.
const keptSize = 300_000

// cut is what is known of a text by itself.
type cut struct {
	tokens []textdiff.Token // nil when they are not kept
	words  int
	key    uint64 // hash of the normalised text, 0 when there is no word in it
}

func newTexts(lex *textdiff.Lexicon, size int) *texts {
	return &texts{lex: lex, keep: size <= keptSize, seen: map[string]cut{}}
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
	c.key, c.words = hashTokens(tokens)
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

// hashTokens hashes the normalised text of tokens (FNV-1a over their identities)
// and counts its words. Spaces and breaks do not count; the hash is 0 when there
// is no word.
func hashTokens(tokens []textdiff.Token) (hash uint64, words int) {
	hash = 14695981039346656037
	for i := range tokens {
		switch t := &tokens[i]; t.Class() {
		case textdiff.Space, textdiff.Break:
			continue
		case textdiff.Word, textdiff.Number:
			words++
			fallthrough
		default:
			hash = (hash ^ uint64(t.ID)) * 1099511628211
			hash ^= hash >> 29
		}
	}
	if words == 0 {
		hash = 0
	}
	return hash, words
}

// hashWords hashes the words of a text without case and marks.
func hashWords(tokens []textdiff.Token) uint64 {
	h := uint64(14695981039346656037)
	for i := range tokens {
		if t := &tokens[i]; t.IsWord() {
			h = (h ^ uint64(t.Fold())) * 1099511628211
			h ^= h >> 29
		}
	}
	return h
}
