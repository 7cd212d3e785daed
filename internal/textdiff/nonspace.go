package textdiff

// nonSpace is a text without its white space: what is aligned. White space is worth
// no alignment of its own; it follows the tokens around it.
type nonSpace struct {
	tokens    []Token
	at        []int32  // index in tokens of each non-space token
	ids       []uint32 // its ID
	folds     []uint32 // its Fold
	weight    []uint8  // what sharing it says: see the weights
	sentences []Range  // in non-space tokens
}

// The weights of a non-space token.
const (
	markWeight = 0 // a comma says nothing
	weakWeight = 1 // a function word little
	wordWeight = 4
)

// nonSpace reads tokens.
func (l *Lexicon) nonSpace(tokens []Token) *nonSpace {
	k := &nonSpace{}
	k.read(l, tokens)
	return k
}

// read makes k the non-space tokens of tokens; its slices are used again.
func (k *nonSpace) read(l *Lexicon, tokens []Token) {
	k.tokens = tokens
	k.at, k.ids, k.folds, k.weight = k.at[:0], k.ids[:0], k.folds[:0], k.weight[:0]
	for i := range tokens {
		t := &tokens[i]
		if t.IsWhite() {
			continue
		}
		w := uint8(markWeight)
		if t.IsWord() {
			w = wordWeight
			if l.IsWeak(t.Fold()) {
				w = weakWeight
			}
		}
		k.at, k.weight = append(k.at, int32(i)), append(k.weight, w)
		k.ids, k.folds = append(k.ids, t.ID), append(k.folds, t.Fold())
	}
	k.sentences = l.AppendSentences(k.sentences[:0], tokens)
	i := 0
	for s := range k.sentences {
		r := &k.sentences[s]
		end := r.End
		r.Start = i
		for i < len(k.at) && int(k.at[i]) < end {
			i++
		}
		r.End = i
	}
}

func (k *nonSpace) len() int { return len(k.at) }

func (k *nonSpace) token(i int) *Token { return &k.tokens[k.at[i]] }

// gap is the white space before the i-th non-space token, for i = len that at the
// end of the text.
func (k *nonSpace) gap(i int) Range {
	r := Range{End: len(k.tokens)}
	if i > 0 {
		r.Start = int(k.at[i-1]) + 1
	}
	if i < len(k.at) {
		r.End = int(k.at[i])
	}
	return r
}

// words counts the words from the i-th up to the j-th non-space token.
func (k *nonSpace) words(i, j int) int {
	n := 0
	for ; i < j; i++ {
		if k.weight[i] != markWeight {
			n++
		}
	}
	return n
}
