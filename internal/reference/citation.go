package reference

import (
	"strings"
	"unicode"

	"golang.org/x/text/language"
)

// Owner says whose provision a citation names.
type Owner uint8

// The owners.
const (
	Unstated Owner = iota // most likely this document's
	Own                   // this Law, настоящего Кодекса, bu Qanunun
	Other                 // another document's: not looked up
)

// Part is one level of a citation: Article 12, paragraph 2.
type Part struct {
	Unit   string // in English: "article", "part of article", "point"
	Rank   Rank
	Number string // as in an address: "12.2", "12-1", "a", "ii"; "" where the part points
	To     string // the last of a range, "" for none
	whole  string // the number as one, where From and To may be an inserted number: 1-2
	points pointing
	only   bool // is found by counting alone: the first subparagraph
	counts bool // may be found by counting unnumbered paragraphs
}

// Citation is one address, or one range of them, that a text names.
type Citation struct {
	Start, End int    // bytes in the text: from the first word of the chain to its last
	Path       []Part // from the largest to the smallest
	Owner      Owner
	Heading    string // what stands in brackets behind it, which may be its heading; "" for none
}

// finder finds the citations in texts of one language. It is not safe for
// concurrent use.
type finder struct {
	lang         string
	units        *unitTable
	conjunctions []string        // and, or
	ranges       []string        // to
	ties         []string        // of, between a part and what it is part of
	articles     []string        // the, between a tie and a unit
	selfWords    []string        // this
	thatWords    []string        // that
	title        map[string]bool // words of the document's title: «of the Concept» is this one
	folder       func(string) string
	begins       map[string]bool // by the folded words and marks that were met, see mayBegin
}

// newFinder makes a finder for a BCP 47 language; of one that is not known the
// rules of English serve. Title is the document's: «Article 5 of the Concept» names
// the Concept's own.
func newFinder(lang, title string) *finder {
	f := &finder{lang: baseOf(lang), folder: strings.ToLower, begins: make(map[string]bool)}
	switch f.lang {
	case "az":
		f.folder = func(s string) string { return strings.ToLowerSpecial(unicode.AzeriCase, s) }
		f.conjunctions = strings.Fields("və ya yaxud habelə həmçinin")
		f.selfWords = strings.Fields("bu hazırkı")
		f.thatWords = strings.Fields("həmin göstərilən")
	case "ru":
		f.conjunctions = strings.Fields("и или либо также а")
		f.ranges = strings.Fields("по до")
		f.selfWords = strings.Fields("настоящий настоящая настоящее настоящего настоящей настоящему настоящим настоящем настоящую настоящие настоящих настоящими")
		f.thatWords = strings.Fields("указанной указанного указанным этой этого данной данного той же")
	case "fr":
		f.conjunctions = strings.Fields("et ou")
		f.ranges = strings.Fields("à")
		f.ties = strings.Fields("de du des d")
		f.articles = strings.Fields("la le les l'")
		f.selfWords = strings.Fields("présent présente présents présentes")
		f.thatWords = strings.Fields("ledit ladite dudit cet cette même")
	default:
		f.lang = "en"
		f.conjunctions = strings.Fields("and or")
		f.ranges = strings.Fields("to through")
		f.ties = strings.Fields("of in under")
		f.articles = strings.Fields("the")
		f.selfWords = strings.Fields("this these")
		f.thatWords = strings.Fields("that same said those such")
	}
	f.units = tableOf(f.lang)
	f.title = make(map[string]bool)
	for _, t := range f.lex(title) {
		if t.class == word && !f.isFunction(t.fold) {
			f.title[t.fold] = true
		}
	}
	return f
}

func baseOf(lang string) string {
	tag, err := language.Parse(lang)
	if err != nil {
		return ""
	}
	base, _ := tag.Base()
	return base.String()
}

// isFunction reports whether a word is one without content of its own.
func (f *finder) isFunction(w string) bool {
	return contains(f.conjunctions, w) || contains(f.ranges, w) || contains(f.ties, w) || contains(f.articles, w) || contains(functionWords[f.lang], w)
}

var functionWords = map[string][]string{
	"en": strings.Fields("a an the is are was were be been shall may must can will has have had do does by for from on at as with into than then it its not no which who that where when if unless also apply applies"),
	"ru": strings.Fields("в во на о об с со к по для от из при не за под над без ли же то"),
	"fr": strings.Fields("un une est sont ne pas en par pour sur dans au aux avec qui que"),
	"az": strings.Fields("ilə üzrə üçün görə kimi da də isə"),
}

// Find lists the citations in one block of text, in its order.
func (f *finder) Find(text string) []Citation { return f.find(f.lex(text)) }

func (f *finder) find(tokens []token) []Citation {
	chains := f.chains(tokens)
	f.join(tokens, chains)
	amends := len(chains) > 0 && f.amends(tokens)
	var out []Citation
	for i := range chains {
		c := &chains[i]
		if amends && c.owner == Unstated {
			c.owner = Other
		}
		if c.path[0].points == there {
			c.follow(chains[:i])
		}
		out = c.appendCitations(out, tokens)
	}
	return out
}
