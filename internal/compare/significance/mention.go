package significance

import (
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

// mentions tells whether one side of a change mentions a name. It reads a side
// when it is first asked about it, and keeps the places of each word in a chain,
// so that no name is held against every word.
type mentions struct {
	lex       *textdiff.Lexicon
	traits    *traits
	inflected bool

	read  bool
	words []uint32 // of the side, by folded identity, without marks and small words
	after []int32  // by place in words: the next place of a word with the same beginning + 1, or 0
	first []int32  // by beginning: the first place of a word with it + 1, or 0

	// The beginning of a word is what all its forms share: its first letters in a
	// language with endings, else all of them.
	beginnings []uint32          // by folded identity: the number of the beginning, 0 if not known yet
	numbers    map[string]uint32 // of beginnings, from 1
}

// release forgets the side that was read.
func (m *mentions) release() {
	for _, id := range m.words {
		m.first[m.beginning(id)] = 0
	}
	m.words, m.read = m.words[:0], false
}

// find reports whether a name stands in one side of a change, in small letters or
// capitals and with any endings.
func (m *mentions) find(runs []moves.Run, inNew bool, name []uint32) bool {
	if !m.read {
		m.index(runs, inNew)
	}
	if len(name) == 0 { // nothing but small words in capitals
		return len(m.words) > 0
	}
	b := m.beginning(name[0])
	if int(b) >= len(m.first) {
		return false
	}
	for place := m.first[b]; place != 0; place = m.after[place-1] {
		if m.at(int(place-1), name) {
			return true
		}
	}
	return false
}

// all lists the places at which a name stands in what was read. A name of nothing but
// small words stands nowhere.
func (m *mentions) all(name []uint32) []int {
	if len(name) == 0 {
		return nil
	}
	b := m.beginning(name[0])
	if int(b) >= len(m.first) {
		return nil
	}
	var out []int
	for place := m.first[b]; place != 0; place = m.after[place-1] {
		if m.at(int(place-1), name) {
			out = append(out, int(place-1))
		}
	}
	return out
}

func (m *mentions) at(place int, name []uint32) bool {
	if len(m.words)-place < len(name) {
		return false
	}
	for i, id := range name {
		if other := m.words[place+i]; other != id && !m.same(other, id) {
			return false
		}
	}
	return true
}

func (m *mentions) same(a, b uint32) bool {
	x, y := m.plain(a), m.plain(b)
	return x == y || m.inflected && words.SameStem(x, y)
}

// index reads one side of a change.
func (m *mentions) index(runs []moves.Run, inNew bool) {
	m.read = true
	for i := range runs {
		tokens := runs[i].Old
		if inNew {
			tokens = runs[i].New
		}
		m.add(tokens)
	}
	m.chain()
}

// add reads more words.
func (m *mentions) add(tokens []textdiff.Token) {
	for k := range tokens {
		if t := &tokens[k]; t.Class() == textdiff.Word && m.traits.of(t)&traitConnector == 0 {
			m.words = append(m.words, t.Fold())
		}
	}
}

// chain finds the places of each word once all are read.
func (m *mentions) chain() {
	m.after = append(m.after[:0], make([]int32, len(m.words))...)
	for place := len(m.words) - 1; place >= 0; place-- {
		b := m.beginning(m.words[place])
		if int(b) >= len(m.first) {
			m.first = append(m.first, make([]int32, int(b)+1)...)
		}
		m.after[place], m.first[b] = m.first[b], int32(place+1)
	}
}

// plain is a word as names are compared: without the ending of the possessive.
func (m *mentions) plain(id uint32) string {
	return strings.TrimSuffix(m.lex.Folded(id), "'s")
}

// beginning is the number of the beginning of a word.
func (m *mentions) beginning(id uint32) uint32 {
	if int(id) < len(m.beginnings) && m.beginnings[id] != 0 {
		return m.beginnings[id]
	}
	return m.begin(id)
}

// begin numbers the beginning of a word that was not met yet.
func (m *mentions) begin(id uint32) uint32 {
	if size := m.lex.Size(); size > len(m.beginnings) {
		m.beginnings = append(m.beginnings, make([]uint32, size-len(m.beginnings))...)
	}
	word := m.plain(id)
	if m.inflected {
		size := 0
		for range words.StemLetters {
			_, k := utf8.DecodeRuneInString(word[size:])
			size += k
		}
		word = word[:size]
	}
	if m.numbers == nil {
		m.numbers = make(map[string]uint32)
	}
	n, ok := m.numbers[word]
	if !ok {
		n = uint32(len(m.numbers) + 1)
		m.numbers[word] = n
	}
	m.beginnings[id] = n
	return n
}
