package words

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }

// Has reports whether the byte at that place stands in the stretch.
func (s Span) Has(at int) bool { return s.Start <= at && at < s.End }

// Cutter cuts texts into sentences where their tokens are not needed. It is not
// safe for use by several goroutines.
type Cutter struct {
	lex    *Lexicon
	tokens []Token // of the text last cut; the memory is used again
	ranges []Range
}

// NewCutter returns a cutter for texts of the language with that BCP 47 tag.
func NewCutter(lang string) *Cutter { return &Cutter{lex: NewLexicon(lang)} }

// Sentences appends the sentences of a text to out; see [Lexicon.Sentences].
func (c *Cutter) Sentences(out []Span, text string) []Span {
	c.tokens = c.lex.AppendTokens(c.tokens[:0], text)
	c.ranges = c.lex.AppendSentences(c.ranges[:0], c.tokens)
	at, i := 0, 0
	for _, r := range c.ranges {
		for ; i < r.Start; i++ {
			at += len(c.tokens[i].Text)
		}
		s := Span{Start: at}
		for ; i < r.End; i++ {
			at += len(c.tokens[i].Text)
		}
		s.End = at
		out = append(out, s)
	}
	return out
}
