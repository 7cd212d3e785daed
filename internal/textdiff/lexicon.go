package textdiff

// Class says what sort of token a [Token] is.
type Class uint8

// The classes of token.
const (
	Space  Class = iota // spaces, tabs, no-break spaces
	Break               // a line break between two blocks
	Punct               // punctuation and symbols
	Word                // a Unicode word (UAX #29) that starts with a letter
	Number              // a Unicode word that starts with a digit
)

// Token is one word, space or mark of a text. Joined, the Text of its tokens is
// the text.
type Token struct {
	Text  string
	ID    uint32 // equal for tokens that are equal after normalisation (quotes, dashes, spaces, soft hyphens, NFC)
	Fold  uint32 // equal for tokens that are equal after normalisation and case folding
	Class Class
}

// IsWord reports whether t counts as a word.
func (t Token) IsWord() bool { return t.Class == Word || t.Class == Number }
