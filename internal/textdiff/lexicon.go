package textdiff

// Lexicon cuts texts into tokens and gives each distinct word a number, so that
// words are compared as integers. Tokens of one lexicon can be compared with
// each other, tokens of two cannot.
//
// [Lexicon.Tokens] changes the lexicon and must not run beside any other of its
// methods; the others only read and may run side by side.
type Lexicon struct {
	fold folder
	seen map[string]entry  // by text as it stands
	ids  map[string]uint32 // by normal form
	form []string          // by ID: the normal form
	weak []bool            // by ID: a function word in case-folded form
}

// entry is what is known of a token's text.
type entry struct {
	id, fold uint32
	class    Class
}

// IDs with a fixed meaning.
const (
	noID    uint32 = iota // invisible
	spaceID               // any run of spaces
	breakID               // any line break
	dotID                 // a full stop
)

// NewLexicon returns an empty lexicon for texts in the language with that BCP 47
// tag. It decides how case is folded: in Azerbaijani and Turkish I belongs to ı
// and İ to i. An unknown tag, or "", gets the rules that most languages share.
func NewLexicon(lang string) *Lexicon {
	return &Lexicon{
		fold: newFolder(lang),
		seen: make(map[string]entry),
		ids:  map[string]uint32{".": dotID},
		form: []string{noID: "", spaceID: " ", breakID: "\n", dotID: "."},
		weak: make([]bool, dotID+1),
	}
}

// entry looks up text, which is one segment of UAX #29.
func (l *Lexicon) entry(text string) entry {
	if e, ok := l.seen[text]; ok {
		return e
	}
	e := entry{class: classify(text)}
	switch e.class {
	case Space:
		e.id, e.fold = spaceID, spaceID
	case Break:
		e.id, e.fold = breakID, breakID
	default:
		if normal := normalise(text); normal != "" {
			e.id, e.class = l.intern(normal), classify(normal) // equal IDs, equal classes
			e.fold = l.intern(l.fold.String(normal))
		}
	}
	l.seen[text] = e
	return e
}

func (l *Lexicon) intern(normal string) uint32 {
	if id, ok := l.ids[normal]; ok {
		return id
	}
	id := uint32(len(l.form))
	l.ids[normal] = id
	l.form = append(l.form, normal)
	l.weak = append(l.weak, functionWords[normal])
	return id
}

// IsWeak reports whether t is a function word (the, of, və, и), whose presence
// on both sides says little.
func (l *Lexicon) IsWeak(t Token) bool {
	return int(t.Fold) < len(l.weak) && l.weak[t.Fold]
}

// Folded is the text of t, normalised and in folded case: "don't" for "DON’T".
func (l *Lexicon) Folded(t Token) string {
	if int(t.Fold) < len(l.form) {
		return l.form[t.Fold]
	}
	return t.Text
}
