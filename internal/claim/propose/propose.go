package propose

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Article is a publication, as it was read.
type Article struct {
	Name       string   // of its file
	SHA256     string   // lower-case hex digest of its bytes
	Length     int      // of them
	Language   string   // BCP 47 tag; "" where it is not known
	Paragraphs []string // as printed
}

// Proposal is what an article says, as far as can be told by its words.
type Proposal struct {
	Article    Article
	Publisher  string // as far as it can be told, as are the next two; "" where it cannot
	Title      string
	Date       string // ISO 8601
	Passages   []Passage
	Statements []Statement
	// Passed counts the sentences with a signal that are no statement: those in which
	// the document is quoted, those that stand in the article a second time, and those
	// that speak of something else.
	Quoted, Repeated int
	Elsewhere        int // those that share no word with the revision
}

// Passage is a part of the document that the article quotes.
type Passage struct {
	Pin       quote.Pin
	Text      string // a slice of the article
	Provision string // address of the stored sentence nearest to it; "" for none
	Stored    string // that sentence
	Same      bool   // it has these words in this order
	Only      []string
	Lacks     []string // the words that stand only in the article, or only in the revision
}

// Statement is a sentence that says that something is done, over, denied or expected.
type Statement struct {
	Pin     quote.Pin
	Text    string // a slice of the article
	Quoted  bool   // it stands in quotation marks
	Head    bool   // it is the headline
	Speaker string // who was named for the quotation; "" for the publication, or where nobody was
	Signals []Signal
	Terms   []Term
}

// Propose reads an article about a revision. The signals are those of
// [SignalsFor], or of [ParseSignals].
func Propose(a Article, rev *revision.Revision, signals []Signal) *Proposal {
	p := &Proposal{Article: a}
	p.head()
	text := newText(a, p.Publisher)
	stored := newStored(rev)
	p.Passages = text.passages(stored)
	spoken := text.speakers(stored, p.Publisher)
	held := quote.NewText(a.Paragraphs)
	seen := make(map[string]bool)
	foreign := words.Primary(a.Language) != words.Primary(rev.Language)
	var last *Statement
	about := -1 // the paragraph in which the document was quoted last
	for i := range text.pieces {
		piece := &text.pieces[i]
		if piece.document {
			about = piece.paragraph
		}
		if asks(piece.text) {
			continue
		}
		found := signalled(piece.text, signals, func() bool {
			return !attributes(piece) && !strings.HasSuffix(piece.text, "?") && stored.near(piece.text)
		})
		if last != nil && last.Pin.Paragraph != piece.paragraph {
			last = nil
		}
		follows := last != nil && continues(piece.text)
		switch {
		case len(found) == 0 && !follows:
			last = nil
			continue
		case piece.document:
			p.Quoted += min(len(found), 1)
			continue
		case last != nil && last.Quoted && attributes(piece) && denies(found):
			continue // «…, the deputy objected»: what is denied stands in the quotation
		case last == nil && !piece.quoted && !foreign && !denies(found) && builtIn(found) && !stored.shares(piece.text) &&
			(about != piece.paragraph || !refers(piece.text)):
			p.Elsewhere++
			last = nil
			continue
		case seen[piece.text]:
			p.Repeated++
			continue
		}
		pins, err := held.Find(piece.text, false)
		if err != nil {
			continue // no words to quote
		}
		seen[piece.text] = true
		p.Statements = append(p.Statements, Statement{
			Pin: pins[0], Text: piece.text, Quoted: piece.quoted, Signals: found, Terms: stored.terms(piece.text),
			Head: strings.TrimSpace(a.Paragraphs[piece.paragraph-1]) == p.Title,
		})
		last = &p.Statements[len(p.Statements)-1]
		if piece.quoted {
			last.Speaker = spoken[i]
		}
	}
	p.dropHeadlines()
	return p
}

// builtIn reports whether signals are the program's own, which tell only of what has to
// do with the revision; a person's tell of whatever they stand in.
func builtIn(found []Signal) bool {
	return !slices.ContainsFunc(found, func(s Signal) bool { return !s.ours })
}

// denies reports whether signals tell that something said before is denied.
func denies(found []Signal) bool {
	return slices.ContainsFunc(found, func(s Signal) bool { return s.Kind == "disputed" })
}

// asks reports whether a sentence is a question alone, which states nothing.
func asks(text string) bool {
	return strings.HasSuffix(strings.TrimRight(text, "»”\""), "?") && !strings.ContainsRune(text, ':')
}

// attributes reports whether a piece is what is left of a sentence beside a quotation,
// and says who speaks there: «…, the minister said».
func attributes(p *piece) bool {
	r, _ := utf8.DecodeRuneInString(p.text)
	return !p.quoted && !unicode.IsUpper(r) && speaks(p.text)
}

// continues reports whether a short sentence goes on with what the one before says:
// «This is now a matter of time.»
func continues(text string) bool {
	const most = 8 // words
	all := words.Scan(text)
	if len(all) == 0 || len(all) > most {
		return false
	}
	return strings.Contains(" this that these bu bunlar это ", " "+all[0].Fold+" ")
}

// refers reports whether a sentence begins with a word for what was named just before:
// «That work was finished last autumn» after what the document says of the work.
func refers(text string) bool {
	all := words.Scan(text)
	return len(all) > 0 && strings.Contains(" this that these those bu bunlar həmin это этот эта эти тот та те ", " "+all[0].Fold+" ")
}
