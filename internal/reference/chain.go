package reference

import "unicode/utf8"

// chain is a run of steps that name one provision, or a list of them.
type chain struct {
	path       []step // from the largest to the smallest
	first, end int    // tokens
	owner      Owner
	bare       bool // a number of three parts without any unit word
}

// chains lists the chains of a text.
func (f *finder) chains(tokens []token) []chain {
	var out []chain
	for i := 0; i < len(tokens); {
		if !f.mayBegin(&tokens[i]) {
			i++ // as nearly all words
			continue
		}
		c, ok := f.chain(tokens, i)
		if !ok {
			i++
			continue
		}
		c.owner = f.owner(tokens, &c)
		out = append(out, c)
		i = c.end
	}
	return out
}

// mayBegin tells quickly of a token that no chain begins with it.
func (f *finder) mayBegin(t *token) bool {
	if t.class == numeral {
		return true
	}
	begins, met := f.begins[t.fold]
	if !met {
		_, begins = f.units.find(t.fold)
		begins = begins || f.beginsNumber(t.fold) || t.is("the") || contains(f.selfWords, t.fold) || contains(f.thatWords, t.fold)
		f.begins[t.fold] = begins
	}
	return begins || f.lang == "az" && t.class == word && (isRoman(t.text) || utf8.RuneCountInString(t.text) == 1)
}

func (f *finder) chain(tokens []token, i int) (chain, bool) {
	s, ok := f.step(tokens, i)
	if !ok {
		return f.bareNumber(tokens, i)
	}
	c := chain{path: []step{s}, first: i, end: s.end}
	for last := s; ; {
		next, up, ok := f.nextStep(tokens, last)
		if !ok {
			break
		}
		if up {
			c.path = append([]step{next}, c.path...)
		} else {
			c.path = append(c.path, next)
		}
		last, c.end = next, next.end
	}
	if c.path[0].points != numbered && len(c.path) == 1 {
		return c, false // this Article, alone: cites nothing that could be wrong
	}
	return c, true
}

// bareNumber takes a number of three parts or more for a citation: 4.3.10.
func (f *finder) bareNumber(tokens []token, i int) (chain, bool) {
	t := &tokens[i]
	if t.class != numeral || t.last != "" || parts(t.fold) < 3 || isDate(t.fold) || !t.spaced && i > 0 && !tokens[i-1].is("(") && !tokens[i-1].is(`"`) {
		return chain{}, false
	}
	s := step{unit: unit{"", Article, false}, numbers: []number{{first: i, end: i + 1, value: t.fold, sure: true}}, first: i, end: i + 1}
	return chain{path: []step{s}, first: i, end: i + 1, bare: true}, true
}

// nextStep reads the step that goes on after another, and whether it names the
// larger unit.
func (f *finder) nextStep(tokens []token, last step) (next step, up, ok bool) {
	at := last.end
	if at >= len(tokens) {
		return next, false, false
	}
	if f.lang == "az" {
		if !last.open {
			return next, false, false
		}
		next, ok = f.step(tokens, at)
		return next, false, ok && next.points == numbered
	}
	comma := tokens[at].is(",")
	if comma {
		at++
	}
	tied := false
	if at < len(tokens) && contains(f.ties, tokens[at].fold) {
		tied = true
		at++
	}
	for at < len(tokens) && tied && contains(f.articles, tokens[at].fold) && !f.pointsAt(tokens, at) {
		at++
	}
	if at >= len(tokens) {
		return next, false, false
	}
	next, ok = f.step(tokens, at)
	switch {
	case !ok:
		return next, false, false
	case tied:
		return next, true, next.points != numbered || !comma && next.unit.rank < last.unit.rank
	case comma: // Article 4(1), point (b); paragraph 2, point (a), of this Article; and not «статьи 5, пункта 3 статьи 7»
		further, up, ok := f.nextStep(tokens, next)
		return next, false, next.unit.rank > last.unit.rank && !(ok && up && further.unit.rank < next.unit.rank && further.unit.rank >= last.unit.rank)
	case f.lang == "ru":
		return next, next.unit.rank < last.unit.rank, next.unit.rank != last.unit.rank
	}
	return next, false, next.unit.rank > last.unit.rank && last.unit.rank >= Article
}

func (f *finder) pointsAt(tokens []token, i int) bool {
	_, ok := f.pointingStep(tokens, i)
	return ok
}

// join completes chains that are listed side by side: «часть 1 и часть 2 статьи 12»
// names two parts of article 12.
func (f *finder) join(tokens []token, chains []chain) {
	for i := len(chains) - 2; i >= 0; i-- {
		if a, b := &chains[i], &chains[i+1]; f.lang != "az" && f.listed(tokens, a, b) {
			a.takeOver(b)
		}
	}
	for i := 1; i < len(chains); i++ {
		if a, b := &chains[i-1], &chains[i]; f.lang == "az" && f.listed(tokens, a, b) {
			b.takeOver(a)
		}
	}
}

// exceptions are words of phrases that take members out of a list.
var exceptions = map[string][]string{
	"en": {"exception", "except"},
	"fr": {"exception", "l'exception", "excepté"},
	"ru": {"исключением", "кроме"},
}

// prepositions may be said again before the members of a list.
var prepositions = map[string][]string{
	"en": {"on", "in", "to", "under", "by", "with", "from"},
	"fr": {"à", "dans", "sur", "par"},
	"ru": {"в", "по", "о", "об", "на", "к", "со", "с"},
}

// listed reports whether two chains are members of one list.
func (f *finder) listed(tokens []token, a, b *chain) bool {
	sep := f.separator(tokens, a.end)
	for k := sep; k < b.first; k++ { // Articles 31 to 51, with the exception of Article 34(2), of the Convention
		if contains(exceptions[f.lang], tokens[k].fold) {
			return b.first-k <= 3
		}
		if tokens[k].class != word && !tokens[k].is(",") || k-sep > 3 {
			break
		}
	}
	if sep > a.end && sep < b.first && contains(prepositions[f.lang], tokens[sep].fold) { // based on Article 13(1), or on Article 13(2)
		sep++
	}
	if sep < len(tokens) && contains(f.articles, tokens[sep].fold) {
		sep++
	}
	return sep > a.end && sep == b.first
}

// takeOver adds what a fuller chain beside c says of the larger units, and whose
// they are.
func (c *chain) takeOver(fuller *chain) {
	if c.owner == Unstated {
		c.owner = fuller.owner
	}
	if c.path[0].points != numbered {
		return
	}
	n := 0
	for n < len(fuller.path) && fuller.path[n].unit.rank < c.path[0].unit.rank && len(fuller.path[n].numbers) < 2 {
		n++
	}
	if n > 0 && (len(fuller.path) > n || fuller.path[0].points != numbered) {
		c.path = append(append([]step(nil), fuller.path[:n]...), c.path...)
	}
}

// follow gives «that Article» the article that was cited last.
func (c *chain) follow(before []chain) {
	for i := len(before) - 1; i >= 0; i-- {
		for n, s := range before[i].path {
			if s.unit.name == c.path[0].unit.name && s.points == numbered && len(s.numbers) == 1 {
				c.path = append(append([]step(nil), before[i].path[:n+1]...), c.path[1:]...)
				if c.owner == Unstated {
					c.owner = before[i].owner
				}
				return
			}
		}
	}
	c.owner = Other // nothing that we know
}

// mostCitations is how many a chain may make: more is no list that a person wrote.
const mostCitations = 1000

// appendCitations adds one citation for each combination of the lists' members.
func (c *chain) appendCitations(out []Citation, tokens []token) []Citation {
	base := Citation{Start: int(tokens[c.first].start), End: tokens[c.end-1].end(), Owner: c.owner}
	heading := headingBehind(tokens, c.end)
	made := []Citation{base}
	for _, s := range c.path {
		var next []Citation
		for _, m := range made {
			for _, p := range s.parts() {
				if len(next) == mostCitations {
					break
				}
				one := m
				one.Path = append(append([]Part(nil), m.Path...), p)
				next = append(next, one)
			}
		}
		made = next
	}
	for i := range made {
		if i == len(made)-1 {
			made[i].Heading = heading
		}
	}
	return append(out, made...)
}

// parts are the step's members as parts of a path.
func (s *step) parts() []Part {
	base := Part{Unit: s.unit.name, Rank: s.unit.rank, points: s.points, counts: s.unit.counts()}
	if s.points != numbered {
		return []Part{base}
	}
	out := make([]Part, len(s.numbers))
	for i, n := range s.numbers {
		out[i] = base
		out[i].Number, out[i].To, out[i].whole = n.value, n.to, n.whole
		out[i].only = n.ordinal && s.unit.name == "subparagraph"
	}
	return out
}

// headingBehind is what stands in brackets right behind a chain: Article 12
// (Definitions). Numbers and remarks of several sentences are no headings.
func headingBehind(tokens []token, i int) string {
	if i >= len(tokens) || !tokens[i].is("(") {
		return ""
	}
	const longest = 20 // tokens
	text := ""
	for k := i + 1; k < len(tokens) && k < i+longest; k++ {
		t := &tokens[k]
		if t.is(")") {
			return text
		}
		if t.is("(") || t.is(";") {
			return ""
		}
		if t.spaced && text != "" {
			text += " "
		}
		text += t.text
	}
	return ""
}
