package propose

import (
	"slices"
	"strings"
	"unicode"

	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/words"
)

// The likeness, in weighted words, from which a passage counts as a stored sentence in
// other words: anywhere, within the clause that most of the quotation is from, and of a
// few words in the running text of the article.
const (
	likeAnywhere = 0.5
	likeWithin   = 0.3
	likeInline   = 0.6
	likeSpoken   = 0.9 // of a quotation that somebody is named for: he speaks of the same things
	// leastDocument is the part of a quotation's words that must be like stored
	// sentences for it to be one of the document.
	leastDocument = 0.4
	leastInline   = 5 // words
)

// passages finds what the article quotes of the document: quotations of which much is
// like stored sentences, or that a citation of a clause introduces. Its pieces are
// marked.
func (t *text) passages(s *stored) []Passage {
	var out []Passage
	for from := 0; from < len(t.pieces); {
		to := from + 1
		for to < len(t.pieces) && t.pieces[to].block == t.pieces[from].block {
			to++
		}
		if t.pieces[from].quoted {
			out = append(out, t.passagesOf(s, from, to)...)
		}
		from = to
	}
	return out
}

// passagesOf looks at one quotation: pieces from to to.
func (t *text) passagesOf(s *stored, from, to int) []Passage {
	cited := t.introduced(s, from)
	all, alike := 0, 0
	clauses := make(map[string]int) // words that are like sentences of each
	for i := from; i < to; i++ {
		n := len(words.Scan(t.pieces[i].text))
		all += n
		for _, g := range t.groups(s, i, cited) {
			if g.at >= 0 {
				k := len(words.Scan(t.pieces[i].text[g.start:g.end]))
				alike += k
				clauses[s.sentences[g.at].clause] += k
			}
		}
	}
	inline := all < 2*leastInline && cited == ""
	spoken := cited == "" && t.isSpeech(&t.pieces[from])
	if spoken && !t.verbatim(s, from, to) {
		return nil
	}
	if cited != "" && alike == 0 && all >= leastInline && t.announced(s, from) {
		return t.foreign(from, to, cited)
	}
	if all < leastInline || float64(alike) < leastDocument*float64(all) && (cited == "" || alike == 0) {
		return nil
	}
	main := cited
	for clause, n := range clauses {
		if n > clauses[main] || n == clauses[main] && main != cited && clause < main {
			main = clause
		}
	}
	var out []Passage
	for i := from; i < to; i++ {
		p := &t.pieces[i]
		for _, g := range t.groups(s, i, main) {
			if g.at < 0 || inline && g.like < likeInline {
				continue
			}
			p.document = true
			out = append(out, t.passage(s, p, g))
		}
		p.document = p.document || !inline
	}
	return out
}

// announced reports whether the words before a quotation end in a colon and name nobody
// who says it: «Clause 4.1.1 reads: …».
func (t *text) announced(s *stored, i int) bool {
	p := &t.pieces[i]
	before := strings.TrimRightFunc(t.article.Paragraphs[p.paragraph-1][:p.start], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune("“«„\"", r) })
	if before == "" && p.paragraph > 1 {
		before = strings.TrimSpace(t.article.Paragraphs[p.paragraph-2])
	}
	return strings.HasSuffix(before, ":") && len(s.fullNames(&text{article: Article{Paragraphs: []string{before}}, quotes: make([][]span, 1)}, "")) == 0
}

// foreign are the sentences of a quotation that is like nothing stored: the document in
// another language. Its clause is the one that is cited.
func (t *text) foreign(from, to int, cited string) []Passage {
	var out []Passage
	for i := from; i < to; i++ {
		p := &t.pieces[i]
		p.document = true
		first := len([]rune(t.article.Paragraphs[p.paragraph-1][:p.start])) + 1
		out = append(out, Passage{
			Pin: quote.Pin{Paragraph: p.paragraph, First: first, Last: first + len([]rune(p.text)) - 1}, Text: p.text, Provision: cited,
		})
	}
	return out
}

// isSpeech reports whether the words around a quotation say that somebody speaks.
func (t *text) isSpeech(p *piece) bool {
	return t.labels[p.paragraph-1] != "" || t.answers[p.paragraph-1] || slices.ContainsFunc(t.around(p), speaks)
}

// verbatim reports whether every sentence of a quotation is a stored one nearly word
// for word.
func (t *text) verbatim(s *stored, from, to int) bool {
	for i := from; i < to; i++ {
		if _, like := s.nearest(t.pieces[i].text, ""); like < likeSpoken {
			return false
		}
	}
	return true
}

// introduced is the address of the clause that the words before a quotation cite, in
// its own paragraph or at the end of the one before, "" for none.
func (t *text) introduced(s *stored, i int) string {
	p := &t.pieces[i]
	before := t.article.Paragraphs[p.paragraph-1][:p.start]
	if strings.TrimFunc(before, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) == "" && p.paragraph > 1 {
		before = t.article.Paragraphs[p.paragraph-2]
		if trimmed := strings.TrimSpace(before); !strings.HasSuffix(trimmed, ":") {
			return ""
		}
	}
	const most = 160 // bytes, a sentence or two
	if len(before) > most {
		before = before[len(before)-most:]
	}
	fields := strings.FieldsFunc(before, func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:()«»“”\"", r) })
	for _, f := range slices.Backward(fields) {
		f = strings.TrimRight(f, ".")
		if cut := strings.IndexFunc(f, func(r rune) bool { return r == '-' || r == '–' || unicode.IsLetter(r) }); cut > 0 {
			f = f[:cut]
		}
		if f == "" || !unicode.IsDigit(rune(f[0])) {
			continue
		}
		if p := s.rev.Find(f); p != nil {
			return f
		}
	}
	return ""
}

// group is a stretch of a piece and the stored sentence it is like, -1 for none.
type group struct {
	start, end int // bytes of the piece's text
	at         int
	like       float64
}

// groups takes a sentence apart, at its marks, into the stretches that are like stored
// sentences: what the document lists in items, a quotation often runs together. It
// finds the parts with the greatest sum of likeness by words.
func (t *text) groups(s *stored, i int, within string) []group {
	text := t.pieces[i].text
	cuts := []int{0}
	for k, r := range text {
		if strings.ContainsRune(",;:", r) && k+1 < len(text) {
			cuts = append(cuts, k+1)
		}
	}
	if text[cuts[len(cuts)-1]:] != "" {
		cuts = append(cuts, len(text))
	}
	const most = 24 // parts of one sentence that are tried as one
	type state struct {
		value float64
		last  group
		from  int
	}
	best := make([]state, len(cuts))
	for b := 1; b < len(cuts); b++ {
		best[b].value = -1
		for a := max(0, b-most); a < b; a++ {
			g := t.match(s, text, cuts[a], cuts[b], within)
			value := best[a].value
			if g.at >= 0 {
				value += g.like*float64(len(words.Scan(text[g.start:g.end]))) - 1
			}
			if value > best[b].value {
				best[b] = state{value, g, a}
			}
		}
	}
	var out []group
	for b := len(cuts) - 1; b > 0; b = best[b].from {
		out = append(out, best[b].last)
	}
	slices.Reverse(out)
	return out
}

// match finds the stored sentence that a stretch is like.
func (t *text) match(s *stored, text string, start, end int, within string) group {
	g := group{start, end, -1, 0}
	part := text[start:end]
	if len(words.Scan(part)) < 3 {
		return g
	}
	if within != "" {
		if at, like := s.nearest(part, within); at >= 0 && like >= likeWithin {
			g.at, g.like = at, like
			return g
		}
	}
	if at, like := s.nearest(part, ""); at >= 0 && like >= likeAnywhere {
		g.at, g.like = at, like
	}
	return g
}

func (t *text) passage(s *stored, p *piece, g group) Passage {
	one := &s.sentences[g.at]
	start, end := p.start+g.start, p.start+g.end
	whole := t.article.Paragraphs[p.paragraph-1]
	said := strings.TrimFunc(whole[start:end], func(r rune) bool { return unicode.IsSpace(r) || strings.ContainsRune(",;:“”«»\"", r) })
	start += strings.Index(whole[start:end], said)
	first := len([]rune(whole[:start])) + 1
	out := Passage{
		Pin: quote.Pin{Paragraph: p.paragraph, First: first, Last: first + len([]rune(said)) - 1}, Text: said,
		Provision: one.provision, Stored: one.text,
	}
	have, want := words.Scan(said), words.Scan(one.text)
	out.Only, out.Lacks = beyond(have, want, said), beyond(want, have, one.text)
	out.Same = contains(want, have)
	return out
}

// beyond lists the words of a that b does not have, as printed, each once.
func beyond(a, b []words.SearchWord, text string) []string {
	in := make(map[string]bool)
	for _, w := range b {
		in[w.Fold] = true
	}
	var out []string
	for _, w := range a {
		if !in[w.Fold] {
			in[w.Fold] = true
			out = append(out, text[w.Start:w.End])
		}
	}
	return out
}

func contains(whole, part []words.SearchWord) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		if words.SameOrder(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}
