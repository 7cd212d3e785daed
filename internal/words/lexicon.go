package words

import "hash/maphash"

// Lexicon cuts texts into tokens and gives each distinct word a number, so that
// words are compared as integers. Tokens of one lexicon can be compared with
// each other, tokens of two cannot.
//
// [Lexicon.Tokens] and [Lexicon.AppendTokens] change the lexicon and must not
// run beside any other of its methods; the others only read and may run side by
// side.
type Lexicon struct {
	fold  Folder
	forms []form // by number, from 0; an ID is the number of a normal form

	// slots is a hash table by open addressing: at the hash of a text or after it
	// stands its number, 0 where none does. Its size is a power of two.
	slots []uint32
	seed  maphash.Seed
	ascii [128]uint32 // the numbers of texts of one ASCII character, 0 if not met yet

	block []Token // where Tokens puts what it returns
}

// form is one way in which a token is written.
type form struct {
	text     string
	hash     uint32
	id, fold uint32 // numbers of the normal form, and of that folded
	class    Class
	weak     bool // a function word, folded
}

// IDs with a fixed meaning.
const (
	noID    uint32 = iota // invisible
	spaceID               // any run of spaces
	breakID               // any line break
	dotID                 // a full stop
)

// NewLexicon returns an empty lexicon for texts in the language with that BCP 47
// tag, which decides how a lone I is folded (see [Folder]). An unknown tag, or "",
// gets the rules that most languages share.
func NewLexicon(lang string) *Lexicon {
	l := &Lexicon{
		fold:  NewFolder(lang),
		forms: make([]form, 1, 1<<11),
		slots: make([]uint32, 1<<12),
		seed:  maphash.MakeSeed(),
	}
	for _, text := range []string{spaceID: " ", breakID: "\n", dotID: "."}[1:] {
		l.number(text)
	}
	return l
}

// number looks up text, which is one segment of UAX #29, and takes it in if it
// is not known.
func (l *Lexicon) number(text string) uint32 {
	hash := uint32(maphash.String(l.seed, text))
	mask := uint32(len(l.slots) - 1)
	at := hash & mask
	for ; l.slots[at] != 0; at = (at + 1) & mask {
		if f := &l.forms[l.slots[at]]; f.hash == hash && f.text == text {
			return l.slots[at]
		}
	}
	n := uint32(len(l.forms))
	l.forms = append(l.forms, form{text: text, hash: hash, id: n, fold: n})
	l.slots[at] = n
	if 2*len(l.forms) > len(l.slots) {
		l.grow()
	}
	l.describe(n)
	return n
}

// describe finds out what is to be known of form n. It may take in further ones:
// its normal form, and that folded.
func (l *Lexicon) describe(n uint32) {
	text := l.forms[n].text
	f := form{text: text, hash: l.forms[n].hash, id: n, fold: n, class: classify(text)}
	switch f.class {
	case Space:
		f.id, f.fold = spaceID, spaceID
	case Break:
		f.id, f.fold = breakID, breakID
	default:
		switch normal := normalise(text); normal {
		case "":
			f.id, f.fold = noID, noID
		case text:
			if folded := l.fold.Fold(text); folded != text {
				f.fold = l.forms[l.number(folded)].id
			} else {
				f.weak = isFunctionWord(text)
			}
		default:
			f.id = l.number(normal)
			f.fold, f.class = l.forms[f.id].fold, l.forms[f.id].class
		}
	}
	l.forms[n] = f
}

func (l *Lexicon) grow() {
	l.slots = make([]uint32, 2*len(l.slots))
	mask := uint32(len(l.slots) - 1)
	for n := 1; n < len(l.forms); n++ {
		at := l.forms[n].hash & mask
		for l.slots[at] != 0 {
			at = (at + 1) & mask
		}
		l.slots[at] = uint32(n)
	}
}

// Size is a number above every ID and Fold that the lexicon has given so far,
// for tables by them.
func (l *Lexicon) Size() int { return len(l.forms) }

// IsWeak reports whether the tokens of that Fold are a function word (the, of, və,
// и), whose presence on both sides says little.
func (l *Lexicon) IsWeak(fold uint32) bool {
	return int(fold) < len(l.forms) && l.forms[fold].weak
}

// Folded is the text of the tokens of that Fold, normalised and folded: "don't"
// for "DON’T". It is for looking words up, not for people to read: ı has become i.
// It is "" when the lexicon has given no such Fold.
func (l *Lexicon) Folded(fold uint32) string {
	if int(fold) < len(l.forms) {
		return l.forms[fold].text
	}
	return ""
}

// Small is a text in small letters, see [Folder.Small].
func (l *Lexicon) Small(text string) string { return l.fold.Small(text) }
