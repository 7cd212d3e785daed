package claim

import (
	"cmp"
	"slices"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Basis says how a flag is tied to its provision.
type Basis string

// The bases of a flag.
const (
	Cited       Basis = "cited"        // the source names or quotes this clause
	SameSubject Basis = "same subject" // the provision rests on the fact that the claim is about
)

// Flag ties a claim to a provision. It is computed, never stored.
type Flag struct {
	Claim     *Claim
	Clause    string // address of the clause
	Provision string // address down to paragraph and item: "4.1.1/p4"; the clause's own for a heading or the whole clause
	Text      string // the provision's own heading and text, "" when a clause has neither
	Basis     Basis
	// Whole is set when the claim is about the cited provision as a whole and
	// not about certain sentences of it; then Sentences and Words are empty.
	Whole bool
	// Heading is set when the clause's heading alone ties it: nothing is said of what
	// stands below it.
	Heading   bool
	Sentences []Sentence // the sentences that tie it to the claim, in order
	Words     []string   // the words in them that do, as they stand there, each once
	Treatment *Treatment // what the new revision did with it, nil without one
}

// Sentence is one sentence of a provision and the words in it that tie it to a
// claim.
type Sentence struct {
	Text  string
	Words []string // as they stand there, in order
}

// Flags ties every claim of the sources to the provisions of rev.
//
// A claim that cites a clause is tied there on the basis [Cited]: to the
// provisions of that clause and of those below it in which its subjects are
// recognised, or, when there are none such or it has no subject, to the cited
// provision as a whole. Elsewhere a provision in which a subject is recognised
// is flagged on the basis [SameSubject]. A claim that expects an addition is
// about text that is not there yet and flags nothing but what it cites.
//
// The flags stand in document order, those of one provision in the order of the
// sources and claims given. An address that rev does not have flags nothing;
// [Verify] reports it.
func Flags(rev *revision.Revision, sources []*Source) []Flag {
	return newFlagger(rev, newSide(rev.Clauses(), rev.Language), sources, newRecogniser()).flags()
}

// flagger ties the claims of some sources to the provisions of one revision.
type flagger struct {
	rev     *revision.Revision
	side    *side
	sources []*Source
	rec     *recogniser
	sights  map[*Subject][]sight
	// Places of the units in which any subject may be recognised, ascending; made
	// when first asked for, see mayHold.
	holders []int
}

// sight is a sentence in which a subject is recognised: the n-th of a unit.
type sight struct {
	unit, n int
	hits    []words.Span
}

func newFlagger(rev *revision.Revision, side *side, sources []*Source, rec *recogniser) *flagger {
	return &flagger{rev: rev, side: side, sources: sources, rec: rec, sights: make(map[*Subject][]sight)}
}

func (g *flagger) flags() []Flag {
	var out []Flag
	for _, src := range g.sources {
		for _, c := range src.Claims {
			if c.Expects != ExpectsAddition {
				out = append(out, g.flagsOf(c)...)
			}
		}
	}
	g.sort(out)
	return out
}

// sort puts flags in document order.
func (g *flagger) sort(flags []Flag) {
	place := make(map[string]int) // of the addresses that are flagged
	for i := range flags {
		place[flags[i].Provision] = 0
	}
	n := 0
	g.rev.Walk(func(p *revision.Provision) bool {
		n++
		if _, flagged := place[p.Address()]; flagged {
			place[p.Address()] = n
		}
		return true
	})
	slices.SortStableFunc(flags, func(a, b Flag) int { return place[a.Provision] - place[b.Provision] })
}

// flagsOf ties one claim. The flags on whole provisions come after the others.
func (g *flagger) flagsOf(c *Claim) []Flag {
	cited := citedProvisions(g.rev, c)
	tied := make([]bool, len(cited)) // whether a subject is recognised below each
	var out []Flag
	sights := g.sightsOf(c.Subjects)
	for len(sights) > 0 {
		u := &g.side.units[sights[0].unit]
		n := 1
		for n < len(sights) && sights[n].unit == sights[0].unit {
			n++
		}
		f := Flag{
			Claim: c, Clause: u.clause.Address(), Provision: u.provision.Address(),
			Text: u.text(), Basis: SameSubject, Sentences: make([]Sentence, n),
		}
		for i, s := range sights[:n] {
			text := u.sentences()[s.n].text
			f.Sentences[i] = Sentence{Text: text, Words: texts(text, s.hits)}
			f.Words = append(f.Words, f.Sentences[i].Words...)
		}
		f.Words = unique(f.Words)
		f.Heading = !slices.ContainsFunc(sights[:n], func(s sight) bool { return !u.sentences()[s.n].heading })
		sights = sights[n:]
		for i, cite := range cited {
			if cite.below[u.provision] {
				f.Basis, tied[i] = Cited, true
			}
		}
		out = append(out, f)
	}
	for i, cite := range cited {
		address := cite.provision.Address()
		if tied[i] || slices.ContainsFunc(out, func(f Flag) bool { return f.Whole && f.Provision == address }) {
			continue
		}
		out = append(out, Flag{
			Claim: c, Clause: clauseAddress(g.rev, cite.provision), Provision: address,
			Text: ownText(cite.provision), Basis: Cited, Whole: true,
		})
	}
	return out
}

// sightsOf lists in order the sentences in which one of the subjects is recognised.
func (g *flagger) sightsOf(subjects []*Subject) []sight {
	if len(subjects) == 1 {
		return g.sightsOfOne(subjects[0])
	}
	var all []sight
	for _, subject := range subjects {
		all = append(all, g.sightsOfOne(subject)...)
	}
	slices.SortStableFunc(all, func(a, b sight) int { return cmp.Or(a.unit-b.unit, a.n-b.n) })
	var out []sight
	for _, s := range all {
		if n := len(out); n > 0 && out[n-1].unit == s.unit && out[n-1].n == s.n {
			out[n-1].hits = merge(slices.Concat(out[n-1].hits, s.hits))
			continue
		}
		out = append(out, s)
	}
	return out
}

func (g *flagger) sightsOfOne(subject *Subject) []sight {
	if out, known := g.sights[subject]; known {
		return out
	}
	var out []sight
	for _, i := range g.mayHold() {
		cut := g.side.units[i].sentences()
		for n := range cut {
			if hits := g.rec.find([]*Subject{subject}, &cut[n]); len(hits) > 0 {
				out = append(out, sight{i, n, hits})
			}
		}
	}
	g.sights[subject] = out
	return out
}

// mayHold lists the places of the units in which any subject of the claims may be
// recognised. Few are, so the others need not be cut into sentences.
func (g *flagger) mayHold() []int {
	if g.holders != nil {
		return g.holders
	}
	var subjects []*Subject
	for _, src := range g.sources {
		for _, c := range src.Claims {
			if c.Expects != ExpectsAddition {
				subjects = append(subjects, c.Subjects...)
			}
		}
	}
	g.holders = make([]int, 0, len(g.side.units)/4)
	sieve := g.rec.sieveOf(subjects)
	for i := range g.side.units {
		if sieve.passesAny(&g.side.units[i]) {
			g.holders = append(g.holders, i)
		}
	}
	return g.holders
}

// citation is a provision that a claim cites, with all that stands below it.
type citation struct {
	provision *revision.Provision
	below     map[*revision.Provision]bool
}

func citedProvisions(rev *revision.Revision, c *Claim) []citation {
	var out []citation
	for _, address := range c.Cites {
		p := rev.Find(address)
		if p == nil {
			p, _ = rev.Lookup(address)
		}
		if p != nil {
			out = append(out, citation{p, below(p)})
		}
	}
	return out
}

// clauseAddress is the address of the clause that p is or stands in.
func clauseAddress(rev *revision.Revision, p *revision.Provision) string {
	if p.IsClause() {
		return p.Address()
	}
	for _, c := range rev.Clauses() {
		for _, b := range c.Blocks {
			if b.Provision == p {
				return c.Address()
			}
		}
	}
	return p.Address()
}
