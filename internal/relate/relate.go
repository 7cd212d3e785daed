package relate

import (
	"cmp"
	"slices"

	"conceptdiff/internal/words"
)

// Kind says in what way two passages speak of the same.
type Kind string

// The kinds of relation, the strongest first.
const (
	Restates Kind = "restates"     // the same statement in near wording
	Names    Kind = "names"        // both name the same resolution, treaty, body or document
	Subject  Kind = "same subject" // neither, but the words that few passages have in common
)

// Relation says that a passage of one text speaks of what a passage of another does.
type Relation struct {
	From, To *Passage
	Kind     Kind
	Score    float64  // 0 to 1: how much of what the two say is the same; see doc.go
	Shown    bool     // the score reaches the bound; else it is a guess, to be asked for
	Runs     []string // words taken over in a row, as they stand in From, the longest first
	Names    []string // names and numbers that both hold, as they stand in From
	keys     []string // of the names
	// Heading is what the passage shares with the heading of To's clause, where that alone
	// brings the two together; such a relation is never Shown.
	Heading []string
	Words   []string // the rare words that both have, as they stand in either, the weightiest first
	Ruling  *Ruling  // a person's word, which stands above what was found; nil when there is none
}

// Related is what the passages of one text have to do with those of another.
type Related struct {
	From, To *Text
	// Of lists by the passages of From, in their order, the relations of each, the best
	// first: more than anybody is told of one passage, since what a later text did may be
	// of interest where the best relation is not.
	Of [][]Relation
	// named is how the names of both are told apart.
	named naming
}

// PerPassage is how many relations are told of one passage at most.
const PerPassage = 5

// mostFound is how many relations are found of one passage at most.
const mostFound = 15

// What the bounds are was read off the gold of testdata/gold.txt; docs/related.md
// tells what they yield.
const (
	// shownScore is the bound below which a relation is a guess.
	shownScore = 0.21
	// besideBest is what part of the best score of a passage another relation of it
	// must have to be shown beside it.
	besideBest = 0.9
	// guessScore is the bound below which nothing is told at all.
	guessScore = 0.05
	// restatedShare is the part of a statement's weight that the other must hold for
	// it to be the same statement, and restatedRun how many words that say something
	// must follow each other in both.
	restatedShare = 0.3
	restatedRun   = 3
	// least is how many words that say something a passage must have: a signature and
	// a date speak of no subject.
	least = 3
)

// Relate finds for each passage of one text the passages of another that speak of
// the same, with the words that show it. A person's rulings stand above it. The same
// texts give the same result; the cost grows near linearly with their size.
func Relate(from, to *Text, rulings ...Ruling) *Related {
	e := newEngine(from, to)
	r := &Related{From: from, To: to, Of: make([][]Relation, len(from.Passages)), named: naming{e.v.abbr, e.common}}
	near := make([][]candidate, len(from.Passages))
	for i := range from.Passages {
		near[i] = e.candidates(i)
	}
	for i := range from.Passages {
		r.Of[i] = e.byHeading(i, e.relations(i, e.ranked(near, i)))
	}
	r.rule(rulings)
	return r
}

// candidate is a passage of the other text with its score.
type candidate struct {
	to    int
	score float64
}

// engine relates two texts.
type engine struct {
	from, to *side
	v        *vocabulary
	holding  [][]int32       // by term: the passages of to that hold it
	headings *clauseHeadings // of to
	common   map[string]bool // see [commonStems]
}

func newEngine(from, to *Text) *engine {
	v := newVocabulary(findAbbreviations(from, to))
	e := &engine{v: v, from: newSide(v, from), to: newSide(v, to)}
	e.common = groupNames(e.from.names, e.to.names)
	e.from.countNames()
	e.to.countNames()
	if a, b := words.Primary(from.Language), words.Primary(to.Language); a != b && a != "" && b != "" {
		lighten(e.from, e.to)
		lighten(e.to, e.from)
	}
	e.headings = headingsOf(v, e.to)
	v.weigh(e.from.own, e.to.own)
	e.from.measure(v)
	e.to.measure(v)
	e.headings.measure(v)
	e.holding = make([][]int32, len(v.shown))
	for j, b := range e.to.own {
		for _, w := range b {
			e.holding[w.term] = append(e.holding[w.term], int32(j))
		}
	}
	return e
}

// foreignPart is how much a word counts that a text in another language cannot have.
const foreignPart = 0.3

// lighten takes weight from the terms of a text that one in another language does not
// hold: they are no sign that the two speak of different things.
func lighten(s, other *side) {
	held := map[term]bool{}
	for _, b := range other.own {
		for _, w := range b {
			held[w.term] = true
		}
	}
	for _, b := range s.own {
		for k := range b {
			if !held[b[k].term] {
				b[k].part *= foreignPart
			}
		}
	}
}

const (
	// crowd is how many passages may hold a word that brings two together.
	crowd = 400
	// nearest is how many passages are looked at closely.
	nearest = 24
	// How the parts of a score are weighed: one sentence against the whole passage,
	// the best passage of the same clause, its heading, the passages before and after.
	sentencePart  = 0.55
	clausePart    = 0.15
	ofHeadingPart = 0.3
	neighbourPart = 0.2
)

// candidates scores the passages of the other text that share rare words with the
// i-th, the best first.
func (e *engine) candidates(i int) []candidate {
	if e.from.count[i] < least || e.from.text.Passages[i].Title && e.from.hasText[e.from.text.Passages[i].Clause] {
		return nil
	}
	sum := map[int32]float64{}
	var met []int32
	for _, w := range e.from.own[i] {
		if len(e.holding[w.term]) > crowd {
			continue
		}
		x := e.v.weight[w.term]
		for _, j := range e.holding[w.term] {
			if sum[j] == 0 {
				met = append(met, j)
			}
			sum[j] += x * x * w.part
		}
	}
	rough := make([]candidate, 0, len(met))
	for _, j := range met {
		p := &e.to.text.Passages[j]
		if e.to.count[j] >= least && !(p.Title && e.to.hasText[p.Clause]) {
			rough = append(rough, candidate{int(j), sum[j] / e.to.norm[j]})
		}
	}
	best(rough)
	rough = rough[:min(nearest, len(rough))]
	for k := range rough {
		rough[k].score = e.score(i, rough[k].to)
	}
	best(rough)
	return rough
}

func best(list []candidate) {
	slices.SortFunc(list, func(x, y candidate) int { return cmp.Or(cmp.Compare(y.score, x.score), x.to-y.to) })
}

// score says how much of what two passages say is the same: the words of each held
// against those of the other and against what stands above it, and the sentence of
// either that comes closest.
func (e *engine) score(i, j int) float64 {
	a, b := e.from.own[i], e.to.own[j]
	whole := e.v.dot(a, b) + e.v.dot(a, e.to.above[j]) + e.v.dot(e.from.above[i], b)
	whole /= e.from.norm[i] * e.to.norm[j]
	closest := whole
	for _, x := range e.from.sentences[i] {
		closest = max(closest, e.v.cosine(x, b))
		for _, y := range e.to.sentences[j] {
			closest = max(closest, 0.9*e.v.cosine(x, y))
		}
	}
	for _, y := range e.to.sentences[j] {
		closest = max(closest, e.v.cosine(a, y))
	}
	return (1-sentencePart)*whole + sentencePart*closest
}

// ranked adds to the scores of the i-th passage what else speaks for a clause: its
// heading, and that the passages beside it speak of it.
func (e *engine) ranked(near [][]candidate, i int) []candidate {
	clauses := map[string]float64{}
	see := func(list []candidate, part float64) {
		seen := map[string]bool{}
		for _, c := range list {
			clause := e.to.text.Passages[c.to].Clause
			if !seen[clause] {
				seen[clause] = true
				clauses[clause] += part * c.score
			}
		}
	}
	see(near[i], clausePart)
	if i > 0 {
		see(near[i-1], neighbourPart/2)
	}
	if i+1 < len(near) {
		see(near[i+1], neighbourPart/2)
	}
	headed := map[string]float64{}
	list := slices.Clone(near[i])
	for k := range list {
		clause := e.to.text.Passages[list[k].to].Clause
		if _, ok := headed[clause]; !ok {
			headed[clause] = ofHeadingPart * e.headings.in(clause, e.from.own[i]) / e.from.norm[i]
		}
		list[k].score = min(1, list[k].score+clauses[clause]+headed[clause])
	}
	best(list)
	return list
}

// relations tells the best candidates of the i-th passage, with what shows them.
func (e *engine) relations(i int, list []candidate) []Relation {
	var out []Relation
	for _, c := range list[:min(mostFound, len(list))] {
		if c.score < guessScore {
			break
		}
		r := Relation{From: &e.from.text.Passages[i], To: &e.to.text.Passages[c.to], Score: c.score}
		longest := 0
		r.Runs, longest = e.runs(i, c.to)
		r.Names, r.keys = e.names(i, c.to)
		r.Words = e.v.common(e.from.own[i], e.to.own[c.to], 6)
		switch {
		case len(r.Runs) == 0 && len(r.Names) == 0 && datesAlone(r.Words):
			continue
		case longest >= restatedRun && c.score >= shownScore && e.held(i, c.to) >= restatedShare:
			r.Kind = Restates
		case len(r.Names) > 0:
			r.Kind = Names
		default:
			r.Kind = Subject
		}
		r.Shown = c.score >= shownScore && c.score >= besideBest*list[0].score
		out = append(out, r)
	}
	return out
}

// datesAlone reports whether figures, and at most one word beside them, are all that two
// passages share: a day or a year shows no subject.
func datesAlone(shared []string) bool {
	figures := 0
	for _, w := range shared {
		if isNumber(w) {
			figures++
		}
	}
	return figures > 0 && len(shared)-figures < 2
}

// held is the part of the weight of one passage's words, or of its sentence that
// comes closest, that the other holds; of the two passages the one of which more is
// held counts.
func (e *engine) held(i, j int) float64 {
	most := 0.0
	see := func(parts []bag, whole, in bag) {
		if len(parts) == 0 {
			parts = []bag{whole}
		}
		for _, p := range parts {
			if n := e.v.norm(p); n > 0 {
				most = max(most, e.v.dot(p, in)/(n*n))
			}
		}
	}
	see(e.from.sentences[i], e.from.own[i], e.to.own[j])
	see(e.to.sentences[j], e.to.own[j], e.from.own[i])
	return most
}

// side is one of the two texts, cut up.
type side struct {
	text       *Text
	stemmer    words.Stemmer
	own, above []bag   // by passage
	sentences  [][]bag // of passages of several sentences
	stems      [][]stem
	names      []map[string]string // by passage: its names by key, as they stand there
	named      map[string]int      // in how many passages a name stands
	count      []int               // how many words of a passage say something
	norm       []float64
	hasText    map[string]bool // by clause: it holds more than its heading
}

func newSide(v *vocabulary, t *Text) *side {
	n := len(t.Passages)
	s := &side{
		text: t, stemmer: words.NewStemmer(t.Language).Remembering(), own: make([]bag, n), above: make([]bag, n), sentences: make([][]bag, n),
		stems: make([][]stem, n), count: make([]int, n), norm: make([]float64, n), hasText: map[string]bool{},
	}
	cutter := words.NewCutter(t.Language)
	for i := range t.Passages {
		p := &t.Passages[i]
		s.own[i], s.above[i] = v.bagOf(s.stemmer, p), v.contextOf(s.stemmer, p)
		s.stems[i] = stems(s.stemmer, p.Text)
		small := p.Title || len(p.Facts) > 0 || p.Lead != ""
		for _, w := range s.stems[i] {
			if !plainWords()[w.key] {
				s.count[i]++
				small = small || !capital(p.Text[w.start:]) && !isNumber(w.key)
			}
		}
		if !small {
			s.count[i] = 0 // a signature, a place and a date
		}
		s.count[i] += len(p.Facts)
		if !p.Title {
			s.hasText[p.Clause] = true
		}
		spans := cutter.Sentences(nil, p.Text)
		if len(spans) < 2 {
			continue
		}
		for _, span := range spans {
			if b := v.textBag(s.stemmer, p.Text[span.Start:span.End]); len(b) >= 6 {
				s.sentences[i] = append(s.sentences[i], b)
			}
		}
	}
	s.names = namesOf(t, v.abbr)
	return s
}

// countNames counts in how many passages each name stands.
func (s *side) countNames() {
	s.named = map[string]int{}
	for _, names := range s.names {
		for key := range names {
			s.named[key]++
		}
	}
}

// pivot is how much of its own length counts in the norm of a passage; the rest is
// the mean, so that a short passage does not win by being short. Source: Singhal,
// Buckley, Mitra, «Pivoted Document Length Normalization», SIGIR 1996.
const pivot = 0.3

// measure sets the norms of the passages.
func (s *side) measure(v *vocabulary) {
	sum := 0.0
	for i, b := range s.own {
		s.norm[i] = v.norm(b)
		sum += s.norm[i]
	}
	mean := sum / float64(max(1, len(s.norm)))
	for i := range s.norm {
		s.norm[i] = (1-pivot)*mean + pivot*s.norm[i]
		if s.norm[i] == 0 {
			s.norm[i] = 1
		}
	}
}
