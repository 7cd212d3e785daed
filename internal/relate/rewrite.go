package relate

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Pair is an old clause and a new one that have no words to be paired by and speak of
// the same subject all the same. It says nothing of descent, and stands beside the
// fates of the two, which stay removed and new.
type Pair struct {
	Old, New *revision.Clause
	Score    float64 // 0 to 1
	// Heading and Body are what the score was made from: how much of the headings is
	// the same, and of all that stands below them.
	Heading, Body float64
	Words         []string // rare words of both, the weightiest first
}

const (
	// samePair is the score from which two clauses are told to speak of the same. It is
	// set so that laws that have nothing to do with each other gain nothing
	// (docs/related.md has the figures).
	samePair = 0.5
	// alikeHeading and alikeBody are the least that two clauses must have of either.
	alikeHeading, alikeBody = 0.34, 0.12
	// oneWordBody is how alike the texts must be where the headings share one word.
	oneWordBody = 0.5
)

// genericHeadings are the words of headings that any text may have.
var genericHeadings = stemSet(map[string]string{
	"en": `definition scope subject matter entry force final general provision introduction conclusion preamble
	transposition repeal review report reporting penalty penalties committee delegation annex summary overview background
	context transitional amendment application implementation exercise procedure title part chapter section article
	purpose objective principle requirement rule monitoring evaluation addressee information common other transition
	obligation right competent authority cooperation exchange data protection fees cost costs notification publication
	list member state states commission council european union community directive regulation law act national measure measures`,
	"az": `anlayış tərif əhatə ümumi müddəa yekun giriş nəticə keçid qüvvə dəyişiklik tətbiq əlavə məqsəd prinsip`,
	"ru": `определение понятие сфера общий положение заключительный введение заключение переходный вступление сила изменение применение приложение цель принцип`,
})

// SameSubject pairs the clauses of a comparison that have no partner and speak of the
// same: those with like headings and like text below them, the best pairs first, each
// clause once. The pairs stand in the order of the old text.
func SameSubject(c *compare.Comparison) []Pair {
	old, now := loneClauses(c)
	old, now = likeHeadings(words.NewStemmer(c.Old.Language), old, now)
	if len(old) == 0 || len(now) == 0 {
		return nil
	}
	v := newVocabulary(&abbreviations{})
	s, t := newLoneSide(v, c.Old, c.OldClauses, old), newLoneSide(v, c.New, c.NewClauses, now)
	v.weigh(s.all, t.all)
	s.measure(v)
	t.measure(v)
	var found []Pair
	holding := make([][]int32, len(v.shown))
	for j := range t.list {
		for _, w := range t.body[j] {
			holding[w.term] = append(holding[w.term], int32(j))
		}
	}
	shared := make([]float64, len(t.list))
	for i := range s.list {
		var met []int32
		for _, w := range s.body[i] {
			if len(holding[w.term]) > crowd {
				continue
			}
			x := v.weight[w.term]
			for _, j := range holding[w.term] {
				if shared[j] == 0 {
					met = append(met, j)
				}
				shared[j] += x * x
			}
		}
		slices.SortFunc(met, func(a, b int32) int {
			return cmp.Or(cmp.Compare(shared[b]/t.norm[b], shared[a]/t.norm[a]), int(a-b))
		})
		for _, j := range met[:min(nearest, len(met))] {
			if p, ok := pairOf(v, s, t, i, int(j)); ok {
				found = append(found, p)
			}
		}
		for _, j := range met {
			shared[j] = 0
		}
	}
	return s.pick(found)
}

// pairOf weighs two clauses.
func pairOf(v *vocabulary, s, t *loneSide, i, j int) (Pair, bool) {
	p := Pair{Old: s.list[i], New: t.list[j]}
	p.Body = v.dot(s.body[i], t.body[j]) / (s.norm[i] * t.norm[j])
	p.Heading = v.cosine(s.heading[i], t.heading[j])
	if p.Heading >= alikeHeading && p.Body >= alikeBody && (sharedTerms(s.heading[i], t.heading[j]) > 1 || p.Body >= oneWordBody) {
		p.Score = math.Min(1, 0.6*p.Heading+0.8*p.Body)
	}
	if p.Score < samePair {
		return p, false
	}
	p.Words = v.common(s.body[i], t.body[j], 6)
	return p, true
}

// sharedTerms counts the terms of both.
func sharedTerms(a, b bag) int {
	n := 0
	for _, w := range a {
		if slices.ContainsFunc(b, func(x weighted) bool { return x.term == w.term }) {
			n++
		}
	}
	return n
}

// pick takes the best pairs, each clause once, and puts them in the order of the old
// text. Where a clause and one below it could both have the partner, the better wins.
func (s *loneSide) pick(found []Pair) []Pair {
	slices.SortFunc(found, func(a, b Pair) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), a.Old.Pos-b.Old.Pos, a.New.Pos-b.New.Pos)
	})
	taken := [2]map[*revision.Clause]bool{{}, {}}
	var out []Pair
	for _, p := range found {
		if !taken[0][p.Old] && !taken[1][p.New] {
			taken[0][p.Old], taken[1][p.New] = true, true
			out = append(out, p)
		}
	}
	slices.SortFunc(out, func(a, b Pair) int { return a.Old.Pos - b.Old.Pos })
	return out
}

// likeHeadings leaves of the clauses of either text those whose headings share a word,
// in any form, that not every text has in its headings: the others have no partner, and
// looking at all words of two long texts would cost as much as comparing them.
func likeHeadings(s words.Stemmer, old, now []*revision.Clause) (a, b []*revision.Clause) {
	const inOld, inNow = 1, 2
	in := map[string]int{}
	keys := func(list []*revision.Clause, side int) [][]string {
		by := make([][]string, len(list))
		for i, c := range list {
			for _, w := range stems(s, c.Heading) {
				by[i] = append(by[i], w.key)
				in[w.key] |= side
			}
		}
		return by
	}
	byOld, byNow := keys(old, inOld), keys(now, inNow)
	tells := func(k string) bool { return in[k] == inOld|inNow && !genericHeadings()[k] && !plainWords()[k] }
	left := func(list []*revision.Clause, by [][]string) []*revision.Clause {
		var out []*revision.Clause
		for i, c := range list {
			if slices.ContainsFunc(by[i], tells) {
				out = append(out, c)
			}
		}
		return out
	}
	return left(old, byOld), left(now, byNow)
}

// loneClauses lists the clauses of a comparison that have no partner.
func loneClauses(c *compare.Comparison) (old, now []*revision.Clause) {
	for i := range c.Changes {
		switch ch := &c.Changes[i]; ch.Kind {
		case compare.Removed:
			old = append(old, ch.Old...)
		case compare.New:
			now = append(now, ch.New...)
		}
	}
	return old, now
}

// loneSide is the clauses of one text that have no partner, each with all that stands
// below it.
type loneSide struct {
	list          []*revision.Clause
	heading, body []bag
	norm          []float64
	all           []bag // of every clause of the text, without those below it
}

func newLoneSide(v *vocabulary, r *revision.Revision, all, lone []*revision.Clause) *loneSide {
	s := words.NewStemmer(r.Language)
	side := &loneSide{list: lone}
	met := map[string]weighted{}
	for _, c := range all {
		side.all = append(side.all, v.stemBag(met, s, c.Text()))
	}
	wanted := make(map[*revision.Clause]map[term]float64, len(lone))
	for _, c := range lone {
		wanted[c] = map[term]float64{}
	}
	for i, c := range all {
		for up := c; up != nil; up = up.Parent {
			if into := wanted[up]; into != nil {
				for _, w := range side.all[i] {
					into[w.term] = w.part
				}
			}
		}
	}
	for _, c := range lone {
		parts := map[term]float64{}
		v.add(parts, s, c.Heading, 1)
		for t := range parts {
			if key := v.keys[t]; genericHeadings()[key] || plainWords()[key] || strings.ContainsAny(key, " ~") {
				delete(parts, t)
			}
		}
		side.heading = append(side.heading, sorted(parts))
		side.body = append(side.body, sorted(wanted[c]))
	}
	return side
}

func (s *loneSide) measure(v *vocabulary) {
	s.norm = make([]float64, len(s.body))
	for i, b := range s.body {
		s.norm[i] = max(1, v.norm(b))
	}
}
