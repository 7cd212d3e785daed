package reference

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/revision"
)

// Term is a word or phrase that a text defines.
type Term struct {
	Text      string              // as the definition prints it
	In        *revision.Clause    // the clause that defines it
	Provision *revision.Provision // the provision whose text does
	words     []string            // folded, without an article in front
	scope     *revision.Clause    // the clause for which it is defined, nil for the whole text
	block     int                 // of that text among the revision's blocks
}

// definition is one way in which a language defines a term. The first group of the
// pattern is the term.
type definition struct {
	pattern func() *regexp.Regexp
	// Every text that the pattern matches holds marks of all kinds of needs, and says.
	needs marks
	says  string
	// listed patterns hold only in a clause whose heading, or that of one above it,
	// says that terms stand there.
	listed bool
}

// marks are kinds of marks that a text holds.
type marks uint8

const (
	quoteMark   marks = 1 << iota // an opening quotation mark
	bracketMark                   // an opening bracket
)

// marksIn are the kinds of marks that stand in a text.
func marksIn(text string) marks {
	var out marks
	for _, q := range [...]string{`"`, "'", "“", "«", "„", "‘"} {
		if strings.Contains(text, q) {
			out |= quoteMark
			break
		}
	}
	if strings.Contains(text, "(") {
		out |= bracketMark
	}
	return out
}

const (
	opening = `[“"«„‘']`
	closing = `[”"»“’']`
	phrase  = `([\p{L}\p{N}][^“”"«»„‘’(),;:.]{0,78}?)`
)

var definitions = map[string][]definition{
	"en": {
		{pattern: lazy.Regexp(opening + phrase + closing + `(?:\s*\([^)]*\))?\s+(?:means?|shall mean|ha(?:s|ve) the meaning)\b`), needs: quoteMark, says: "mean"},
		{pattern: lazy.Regexp(opening + phrase + closing + `(?:\s*\([^)]*\))?\s+(?:refers? to|includes?|shall include)\b`), needs: quoteMark, listed: true},
		{pattern: lazy.Regexp(`\((?:the|an?|hereinafter|hereafter|collectively|together),?\s*(?:referred to as)?\s*(?:the)?\s*` + opening + phrase + closing + `\)`), needs: quoteMark | bracketMark},
		{pattern: lazy.Regexp(`\(` + opening + `(\p{Lu}[^“”"«»„‘’(),;:.]{0,78})` + closing + `\)`), needs: quoteMark | bracketMark},
		{pattern: lazy.Regexp(`\((?:hereinafter|hereafter)(?: referred to as)?\s*[,:–-]?\s*(?:the )?` + phrase + `\)`), needs: bracketMark, says: "after"},
		{pattern: lazy.Regexp(`^(?:an? |the )?` + phrase + `\s+(?:means|shall mean)\b`), says: "mean", listed: true},
		{pattern: lazy.Regexp(`^` + phrase + `\s*(?::|\s[–—-])\s`), listed: true},
	},
	"fr": {
		{pattern: lazy.Regexp(opening + `\s*` + phrase + `\s*` + closing + `\s*[:,]`), needs: quoteMark, listed: true},
		{pattern: lazy.Regexp(`\(ci-après,?\s*(?:dénommée?s?)?,?\s*` + opening + `?\s*` + phrase + `\s*` + closing + `?\)`), needs: bracketMark, says: "ci-après"},
		{pattern: lazy.Regexp(`on entend par\s+` + opening + `\s*` + phrase + `\s*` + closing), says: "on entend par"},
	},
	"ru": {
		{pattern: lazy.Regexp(`\(далее(?: по тексту)?(?: именуе[а-я]+)?\s*[-–—]?\s*` + opening + `?` + phrase + closing + `?\)`), needs: bracketMark, says: "далее"},
		{pattern: lazy.Regexp(`(?:^|\s)[Пп]од\s+` + opening + `?` + phrase + closing + `?\s+(?:в настоящ\S+ \S+ )?понима[а-я]+`), says: "понима"},
		{pattern: lazy.Regexp(`^` + opening + `?` + phrase + closing + `?(?:\s*\(далее[^)]*\))?\s+[-–—]\s`), listed: true},
	},
	"az": {
		{pattern: lazy.Regexp(`\(bundan sonra\s*[-–—]?\s*` + opening + `?` + phrase + closing + `?(?:\s+adlandır[\p{L}]+)?\)`), needs: bracketMark, says: "bundan sonra"},
		{pattern: lazy.Regexp(opening + phrase + closing + `\s+dedikdə`), needs: quoteMark, says: "dedikdə"},
		{pattern: lazy.Regexp(`^` + opening + `?` + phrase + closing + `?(?:\s*\(bundan sonra[^)]*\))?\s+[-–—]\s`), listed: true},
		{pattern: lazy.Regexp(`^` + phrase + `\s+dedikdə`), says: "dedikdə", listed: true},
	},
}

// termHeadings are stems of words in the headings of clauses that define terms.
var termHeadings = map[string][]string{
	"en": strings.Fields("definition interpretation terms glossary meaning"),
	"fr": strings.Fields("définition terminologie glossaire"),
	"ru": strings.Fields("понят термин определени"),
	"az": strings.Fields("anlayış termin tərif məfhum"),
}

// textBlock is a block with its tokens.
type textBlock struct {
	revision.Block
	tokens []token
}

// glossary is what a revision defines, and how often it uses each term elsewhere.
type glossary struct {
	Terms []Term
	Uses  []int // of each term, in texts other than the one that defines it
}

// newGlossary finds the terms that a revision defines, in the order of its text.
func newGlossary(text *Text) *glossary {
	g := &glossary{Terms: text.terms()}
	if len(g.Terms) > 0 {
		g.Uses = text.finder.uses(g.Terms, text.blocks())
	}
	return g
}

// terms are those that the text defines, in its order.
func (t *Text) terms() []Term {
	var out []Term
	at := 0
	for _, cl := range t.clauses {
		listed := t.finder.isTermList(cl)
		for _, b := range cl.Blocks {
			if b.Kind != revision.BlockHeading {
				out = t.finder.appendTerms(out, b, at, listed)
			}
			at++
		}
	}
	return out
}

func (f *finder) appendTerms(out []Term, b revision.Block, at int, listed bool) []Term {
	has := marksIn(b.Text)
	met := map[string]bool{}
	for _, d := range definitions[f.lang] {
		if d.listed && !listed || d.needs&has != d.needs || !strings.Contains(b.Text, d.says) {
			continue
		}
		for _, m := range d.pattern().FindAllStringSubmatch(b.Text, -1) {
			t := Term{Text: strings.TrimSpace(m[1]), In: b.Clause, Provision: b.Provision, block: at}
			for _, tok := range f.lex(t.Text) {
				if tok.class == word && !(len(t.words) == 0 && contains(f.articles, tok.fold)) {
					t.words = append(t.words, tok.fold)
				}
			}
			key := strings.Join(t.words, " ")
			if len(t.words) == 0 || len(t.words) > longestTerm || met[key] {
				continue
			}
			met[key] = true
			t.scope = scopeOf(b, f.lang)
			out = append(out, t)
		}
	}
	return out
}

// longestTerm is how many words a term may have: what is longer is a sentence.
const longestTerm = 8

// scopes are phrases by which a definition holds for less than the whole text.
var scopes = map[string]func() *regexp.Regexp{
	"en": lazy.Regexp(`(?i)\b(?:in|of) this (?:section|article|clause|paragraph|subsection|part|chapter|schedule|regulation \d)`),
	"fr": lazy.Regexp(`(?i)\bau sens du présent (?:article|paragraphe|chapitre|titre)`),
	"ru": lazy.Regexp(`(?i)настоящ(?:ей|его|ем) (?:стать|част|пункт|глав|раздел)`),
	"az": lazy.Regexp(`(?i)\bbu (?:maddə|hissə|bənd|fəsil|fəsl|bölmə)`),
}

// scopeOf is the clause for which a block defines its terms, when its text or that
// of a clause above it says «in this section»; nil for the whole text.
func scopeOf(b revision.Block, lang string) *revision.Clause {
	if scopes[lang] == nil {
		return nil
	}
	pattern := scopes[lang]()
	for cl := b.Clause; cl != nil; cl = cl.Parent {
		if pattern.MatchString(cl.Text()) {
			for cl.Parent != nil && cl.Parent.Kind == revision.KindClause {
				cl = cl.Parent
			}
			return cl
		}
	}
	return nil
}

// isTermList reports whether a clause, or one above it, is headed as a list of
// terms.
func (f *finder) isTermList(cl *revision.Clause) bool {
	for ; cl != nil; cl = cl.Parent {
		head := f.folder(cl.Heading)
		for _, s := range termHeadings[f.lang] {
			if strings.Contains(head, s) {
				return true
			}
		}
	}
	return false
}

// uses counts where each term stands outside the text that defines it.
func (f *finder) uses(terms []Term, blocks []textBlock) []int {
	out := make([]int, len(terms))
	begin := make(map[string][]int) // terms by the key of their first word
	for n := range terms {
		key := f.formKey(terms[n].words[0])
		begin[key] = append(begin[key], n)
	}
	for i, b := range blocks {
		for k := range b.tokens {
			if b.tokens[k].class != word {
				continue
			}
			for _, n := range begin[f.formKey(b.tokens[k].fold)] {
				if terms[n].block != i && f.standsAt(b.tokens, k, terms[n].words) {
					out[n]++
				}
			}
		}
	}
	return out
}

// formKey is one for all forms of a word; words that are no forms of each other may share
// one.
func (f *finder) formKey(w string) string {
	switch f.lang {
	case "az":
		_, size := utf8.DecodeRuneInString(w)
		switch first := w[:size]; first { // a last letter may change, and may be the first
		case "k":
			return "y"
		case "q":
			return "ğ"
		default:
			return first
		}
	case "ru":
		return russianStem(w)
	}
	return plainPlural(w)
}

// standsAt reports whether the words of a term stand at token i.
func (f *finder) standsAt(tokens []token, i int, term []string) bool {
	for n, w := range term {
		if i+n >= len(tokens) || tokens[i+n].class != word || !f.isForm(tokens[i+n].fold, w) {
			return false
		}
	}
	return true
}

// isForm reports whether a folded word is a form of another one, which stands as a
// definition prints it.
func (f *finder) isForm(w, base string) bool {
	if w == base {
		return true
	}
	switch f.lang {
	case "az":
		return isAzerbaijaniForm(w, base)
	case "ru":
		return russianStem(w) == russianStem(base)
	}
	return plainPlural(w) == plainPlural(base)
}

func isAzerbaijaniForm(w, base string) bool {
	stems := []string{base}
	if s, ok := strings.CutSuffix(base, "k"); ok {
		stems = append(stems, s+"y") // before a vowel: sənədlik, sənədliyin
	}
	if s, ok := strings.CutSuffix(base, "q"); ok {
		stems = append(stems, s+"ğ")
	}
	for _, s := range []string{"si", "sı", "su", "sü", "i", "ı", "u", "ü"} { // of a possessive: mülki qanunvericiliyi
		if t, ok := strings.CutSuffix(base, s); ok && len(t) > 3 {
			stems = append(stems, t)
		}
	}
	for _, s := range stems {
		if rest, ok := strings.CutPrefix(w, s); ok && azerbaijaniEnding().MatchString(rest) {
			return true
		}
	}
	return false
}

// russianFlexions are the endings of nouns and adjectives, longer ones first.
var russianFlexions = strings.Fields("иями ями ами ого его ому ему ыми ими ией ием иях ях ах ов ев ей ой ый ий ым им ом ем ых их ую юю ая яя ое ее ые ие ия ию ии ью ам ям а е и й о у ы ь ю я")

func russianStem(w string) string {
	const shortest = 6 // bytes: three letters
	w = strings.ReplaceAll(w, "ё", "е")
	for _, e := range russianFlexions {
		if s, ok := strings.CutSuffix(w, e); ok && len(s) >= shortest {
			return s
		}
	}
	return w
}

func plainPlural(w string) string {
	if strings.IndexByte(w, "’"[0]) >= 0 {
		w = strings.ReplaceAll(w, "’", "'")
	}
	w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "'")
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ses"), strings.HasSuffix(w, "xes"), strings.HasSuffix(w, "ches"), strings.HasSuffix(w, "shes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") && len(w) > 3:
		return w[:len(w)-1]
	}
	return w
}
