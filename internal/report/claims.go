package report

import (
	"slices"
	"strings"

	"conceptdiff/internal/claim"
)

// Source is one source and what is recorded of it: its statements, and how
// its quotations of the old text compare with the text itself.
type Source struct {
	Source     *claim.Source
	Statements []Statement
	Checks     []claim.Check
}

// Statement is one claim and the provisions it is tied to. Statements are
// numbered through all sources, from 1.
type Statement struct {
	Number int
	Claim  *claim.Claim
	Flags  []*Flag
	Echoes []Echo // new clauses that speak of the same
}

// Echo is a new clause that speaks of what a statement speaks of.
type Echo struct {
	claim.Echo
	At Target
}

// Provision is a flagged provision, told once however many statements are tied
// to it.
type Provision struct {
	Address  string
	Old      *Clause    // nil when the old text has no such clause
	Fate     claim.Fate // the one that leaves most of it standing
	Standing bool       // the new text still says what one of the claims is about
	Ties     []Tie
}

// Tie is what one or several statements have in common about a provision: the
// same words on the same basis, with the same treatment.
type Tie struct {
	Statements []int          // their numbers
	Claims     []*claim.Claim // and what they say
	Flag       *Flag          // one of them; the others differ in the claim alone
}

// Flag is a flagged provision: the claim, the old clause, and where in the new
// text it is now.
type Flag struct {
	claim.Flag
	Old *Clause // nil when the old text has no such clause
	To  []Target
}

// Target is an address in one of the texts. Clause is the clause it lies in,
// nil when the text has no such place.
type Target struct {
	Address string
	Clause  *Clause
}

// Standing reports whether the new text still says what the claim is about.
func (f *Flag) Standing() bool { return f.Treatment != nil && f.Treatment.Stands() }

// TreatmentCount counts flagged provisions by what the new text did with them.
type TreatmentCount struct {
	Fate     claim.Fate
	Count    int
	Standing int // of these, how many still say what a claim is about
}

// Expectation is something a source expects of the new text.
type Expectation struct {
	claim.Expectation
	Shown []Showing
	About []*Flag // for a removal: the provisions it is about
}

// Showing is a passage of the new text that speaks of what was expected.
type Showing struct {
	claim.Showing
	At Target
}

// addClaims ties the flags to the changes and sorts them under their sources.
func (r *Report) addClaims(in Input) {
	old, now := byAddress(r.Old.Clauses), byAddress(r.New.Clauses)
	flags := make([]Flag, len(in.Flags))
	r.Flags = make([]*Flag, len(in.Flags))
	for i := range in.Flags {
		r.Flags[i] = &flags[i]
		fillFlag(r.Flags[i], in.Flags[i], old, now)
		if c := r.Flags[i].Old; c != nil {
			c.Change.Flags = append(c.Change.Flags, r.Flags[i])
		}
	}
	number := 0
	for _, src := range in.Sources {
		v := Source{Source: src}
		for _, cl := range src.Claims {
			number++
			s := Statement{Number: number, Claim: cl}
			for _, f := range r.Flags {
				if f.Claim == cl {
					s.Flags = append(s.Flags, f)
				}
			}
			for _, e := range in.Echoes {
				if e.Claim == cl {
					s.Echoes = append(s.Echoes, Echo{e, target(now, e.Provision)})
				}
			}
			v.Statements = append(v.Statements, s)
		}
		for _, ch := range in.Checks {
			if ch.Source == src {
				v.Checks = append(v.Checks, ch)
			}
		}
		r.Sources = append(r.Sources, v)
	}
	for _, e := range in.Expectations {
		x := Expectation{Expectation: e}
		for _, s := range e.Shown {
			x.Shown = append(x.Shown, Showing{Showing: s, At: target(now, s.Provision)})
		}
		for _, f := range e.Flags {
			about := &Flag{}
			fillFlag(about, f, old, now)
			x.About = append(x.About, about)
		}
		r.Expectations = append(r.Expectations, x)
	}
	r.Provisions = provisions(r.Flags, r.Sources)
	for _, p := range r.Provisions {
		if p.Old != nil {
			p.Old.Change.Provisions = append(p.Old.Change.Provisions, p)
		}
	}
	r.Treatments = countTreatments(r.Provisions)
	r.Contrary = claim.Contraries(in.Flags)
}

func byAddress(clauses []*Clause) map[string]*Clause {
	m := make(map[string]*Clause, len(clauses))
	for _, c := range clauses {
		m[c.Address] = c
	}
	return m
}

func fillFlag(f *Flag, from claim.Flag, old, now map[string]*Clause) {
	f.Flag = from
	f.Old = target(old, from.Clause).Clause
	if from.Treatment != nil {
		for _, to := range from.Treatment.To {
			f.To = append(f.To, target(now, to))
		}
	}
}

// target finds the clause in which an address lies: the longest prefix of its
// steps that is a clause.
func target(clauses map[string]*Clause, address string) Target {
	for step := address; step != ""; {
		if c := clauses[step]; c != nil {
			return Target{address, c}
		}
		cut := strings.LastIndexByte(step, '/')
		if cut < 0 {
			break
		}
		step = step[:cut]
	}
	return Target{Address: address}
}

// fatesInOrder is the order in which treatments are counted.
var fatesInOrder = []claim.Fate{claim.Removed, claim.Amended, claim.Moved, claim.CarriedOver}

// provisions gathers the flags of each provision, in the order of the text.
func provisions(flags []*Flag, sources []Source) []Provision {
	numbers := map[*claim.Claim]int{}
	for _, v := range sources {
		for _, s := range v.Statements {
			numbers[s.Claim] = s.Number
		}
	}
	var out []Provision
	at := map[string]int{}
	for _, f := range flags {
		i, known := at[f.Provision]
		if !known {
			i = len(out)
			at[f.Provision] = i
			out = append(out, Provision{Address: f.Provision, Old: f.Old})
		}
		p := &out[i]
		if f.Treatment != nil && (p.Fate == "" ||
			slices.Index(fatesInOrder, f.Treatment.Fate) > slices.Index(fatesInOrder, p.Fate)) {
			p.Fate = f.Treatment.Fate
		}
		p.Standing = p.Standing || f.Standing()
		p.tie(f, numbers[f.Claim])
	}
	return out
}

// tie adds a flag to the tie that says the same, or begins one.
func (p *Provision) tie(f *Flag, number int) {
	for i := range p.Ties {
		if p.Ties[i].Flag.saysTheSame(f) {
			p.Ties[i].Statements = append(p.Ties[i].Statements, number)
			p.Ties[i].Claims = append(p.Ties[i].Claims, f.Claim)
			return
		}
	}
	p.Ties = append(p.Ties, Tie{[]int{number}, []*claim.Claim{f.Claim}, f})
}

func (f *Flag) saysTheSame(g *Flag) bool {
	if f.Basis != g.Basis || f.Whole != g.Whole || !slices.Equal(f.Words, g.Words) || len(f.Sentences) != len(g.Sentences) {
		return false
	}
	for i := range f.Sentences {
		if f.Sentences[i].Text != g.Sentences[i].Text {
			return false
		}
	}
	a, b := f.Treatment, g.Treatment
	if a == nil || b == nil {
		return a == b
	}
	return a.Fate == b.Fate && a.NewText == b.NewText && slices.Equal(a.To, b.To) && slices.Equal(a.StillThere, b.StillThere)
}

func countTreatments(all []Provision) []TreatmentCount {
	var out []TreatmentCount
	for _, fate := range fatesInOrder {
		t := TreatmentCount{Fate: fate}
		for _, p := range all {
			if p.Fate != fate {
				continue
			}
			t.Count++
			if p.Standing {
				t.Standing++
			}
		}
		if t.Count > 0 {
			out = append(out, t)
		}
	}
	return out
}

// Outcome is how a flagged provision fared in the new text.
type Outcome string

// The outcomes, in the order in which they are told.
const (
	StillThere Outcome = "the words still stand in the new text"
	NoLonger   Outcome = "changed, so that they no longer do"
	Gone       Outcome = "removed"
)

// ProvisionGroup is flagged provisions with the same outcome.
type ProvisionGroup struct {
	Outcome    Outcome
	Provisions []Provision
}

// Outcomes groups the flagged provisions by outcome: those that the new text
// still has first.
func (r *Report) Outcomes() []ProvisionGroup {
	groups := []ProvisionGroup{{Outcome: StillThere}, {Outcome: NoLonger}, {Outcome: Gone}}
	for _, p := range r.Provisions {
		i := 1
		switch {
		case p.Standing:
			i = 0
		case p.Fate == claim.Removed:
			i = 2
		}
		groups[i].Provisions = append(groups[i].Provisions, p)
	}
	return slices.DeleteFunc(groups, func(g ProvisionGroup) bool { return len(g.Provisions) == 0 })
}
