package claim

import (
	"slices"

	"conceptdiff/internal/revision"
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
	Whole     bool
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
	return newFlagger(rev, newSide(rev.Clauses()), newRecogniser()).flags(sources)
}

// flagger ties claims to the provisions of one revision.
type flagger struct {
	rev   *revision.Revision
	side  *side
	rec   *recogniser
	order map[string]int // place of each address in the document
	// Places of the units in which a subject may be recognised, ascending.
	holders map[*Subject][]int
}

func newFlagger(rev *revision.Revision, side *side, rec *recogniser) *flagger {
	g := &flagger{rev, side, rec, make(map[string]int), make(map[*Subject][]int)}
	rev.Walk(func(p *revision.Provision) bool {
		g.order[p.Address()] = len(g.order)
		return true
	})
	return g
}

func (g *flagger) flags(sources []*Source) []Flag {
	var out []Flag
	for _, src := range sources {
		for _, c := range src.Claims {
			if c.Expects != ExpectsAddition {
				out = append(out, g.flagsOf(c)...)
			}
		}
	}
	slices.SortStableFunc(out, func(a, b Flag) int { return g.order[a.Provision] - g.order[b.Provision] })
	return out
}

// flagsOf ties one claim. The flags on whole provisions come after the others.
func (g *flagger) flagsOf(c *Claim) []Flag {
	cited := citedProvisions(g.rev, c)
	tied := make([]bool, len(cited)) // whether a subject is recognised below each
	var out []Flag
	for _, i := range g.mayHold(c.Subjects) {
		u := &g.side.units[i]
		said := g.sentences(u, c.Subjects)
		if len(said) == 0 {
			continue
		}
		f := Flag{
			Claim: c, Clause: u.clause.Address(), Provision: u.provision.Address(),
			Text: u.text(), Basis: SameSubject, Sentences: said,
		}
		for _, s := range said {
			f.Words = append(f.Words, s.Words...)
		}
		f.Words = unique(f.Words)
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

// mayHold lists the places of the units in which one of the subjects may be
// recognised. Few are, so the others need not be cut into sentences.
func (g *flagger) mayHold(subjects []*Subject) []int {
	var out []int
	for _, subject := range subjects {
		in, known := g.holders[subject]
		if !known {
			in = g.rec.mayHold(subject, g.side.units)
			g.holders[subject] = in
		}
		out = append(out, in...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// sentences returns those of a unit in which one of the subjects is recognised.
func (g *flagger) sentences(u *unit, subjects []*Subject) []Sentence {
	var out []Sentence
	cut := u.sentences()
	for i := range cut {
		s := &cut[i]
		if hits := g.rec.find(subjects, s); len(hits) > 0 {
			out = append(out, Sentence{Text: s.text, Words: texts(s.text, hits)})
		}
	}
	return out
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
