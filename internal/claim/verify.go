package claim

import (
	"strings"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/words"
)

// Result is the outcome of a [Check].
type Result string

// The outcomes of a check.
const (
	Same    Result = "same"    // the stored text has these words in this order
	Differs Result = "differs" // the stored text has a sentence near to it, in other words
	Missing Result = "missing" // no stored sentence is near to it, or there is no such clause
)

// Check is the outcome of checking one sentence that a source quotes from the
// document, or one address that a claim cites.
type Check struct {
	Source     *Source
	Claim      *Claim // the claim that cites the address; nil for a quotation
	Clause     string // the address quoted or cited, as the source's file has it
	NoClause   bool   // the revision has no such address
	Quoted     string // the sentence as the source quotes it, "" for a cited address
	Note       string // the quotation's note
	Result     Result
	Provision  string  // address of the stored sentence or of the provision cited, "" when there is none
	Stored     string  // the stored sentence nearest to it, "" when nothing is shared
	Similarity float64 // of the two, 0 to 1: twice the words shared in the same order ÷ all words
}

// nearEnough is the likeness, in longer words (Dice), from which a stored
// sentence counts as the quoted one in other words. Of 4.1.1 in the translation
// that Modern.az quotes, sentences and their counterparts share from 0.48 to 1;
// sentences of other clauses, held against 4.1.1, hardly ever more than 0.44.
const nearEnough = 0.45

// Verify checks, in order, every sentence of the source's quotations against
// the provisions of rev, and then every address that its claims cite.
//
// A sentence is the same when the stored provision has its words in this order,
// whatever the case, punctuation and quotation marks; it may be a part of a
// stored sentence. Where "[…]" stands in a quotation, what is left out is not
// checked.
func Verify(rev *revision.Revision, src *Source) []Check {
	var out []Check
	units := newSide(rev.Clauses(), rev.Language).units
	cutter := words.NewCutter(src.Language)
	for _, q := range src.Quotations {
		stored, ok := storedIn(rev, units, q.Clause)
		for _, part := range strings.Split(strings.ReplaceAll(q.Text, "[...]", "[…]"), "[…]") {
			for _, s := range cutter.Sentences(nil, part) {
				text := strings.TrimSpace(part[s.Start:s.End])
				if !words.HasAny(text) {
					continue
				}
				c := Check{Source: src, Clause: q.Clause, NoClause: !ok, Quoted: text, Note: q.Note, Result: Missing}
				c.nearest(stored)
				out = append(out, c)
			}
		}
	}
	for _, cl := range src.Claims {
		for _, address := range cl.Cites {
			c := Check{Source: src, Claim: cl, Clause: address, Result: Same}
			if p, _ := rev.Lookup(address); p != nil {
				c.Provision = p.Address()
			} else {
				c.NoClause, c.Result = true, Missing
			}
			out = append(out, c)
		}
	}
	return out
}

// storedIn lists the units of a provision and of what stands below it.
func storedIn(rev *revision.Revision, units []unit, address string) ([]*unit, bool) {
	p, _ := rev.Lookup(address)
	if p == nil {
		return nil, false
	}
	in := below(p)
	var out []*unit
	for i := range units {
		if in[units[i].provision] {
			out = append(out, &units[i])
		}
	}
	return out, true
}

// nearest fills in the stored sentence that is most like the quoted one.
func (c *Check) nearest(stored []*unit) {
	quoted := words.Scan(c.Quoted)
	tells := tellingOf(c.Quoted)
	var most float64
	for _, u := range stored {
		cut := u.sentences()
		for i := range cut {
			s := &cut[i]
			if hasRun(s.words(), quoted) {
				c.Result, c.Provision, c.Stored, c.Similarity = Same, u.provision.Address(), s.text, 1
				return
			}
			if d := words.Dice(tells, s.telling()); d > most {
				most = d
				c.Provision, c.Stored, c.Similarity = u.provision.Address(), s.text, words.InOrder(quoted, s.words())
			}
		}
	}
	if most >= nearEnough {
		c.Result = Differs
	}
}

// hasRun reports whether the words of part stand in a row in those of whole.
func hasRun(whole, part []words.SearchWord) bool {
	for i := 0; i+len(part) <= len(whole); i++ {
		if words.SameOrder(whole[i:i+len(part)], part) {
			return true
		}
	}
	return false
}

// Silence is a part of a claims file that finds nothing in a revision. Left unsaid,
// a slip of the pen would read as «nothing stands there».
type Silence struct {
	Source  *Source
	Claim   *Claim   // the claim that cites; nil for a term
	Subject *Subject // whose term it is; nil for a citation
	Term    Term
	Cites   string // address that the revision does not have; "" for a term
}

// Silences lists, in the order of the sources, the addresses that claims cite and
// rev does not have, and the terms by which nothing in it is recognised. Those of a
// subject that is only expected to be added are not among them: it is not there yet.
func Silences(rev *revision.Revision, sources []*Source) []Silence {
	side := newSide(rev.Clauses(), rev.Language)
	var out []Silence
	for _, src := range sources {
		seen := make(map[*Subject]bool)
		for _, c := range src.Claims {
			for _, address := range c.Cites {
				if p, _ := rev.Lookup(address); p == nil {
					out = append(out, Silence{Source: src, Claim: c, Cites: address})
				}
			}
			if c.Expects == ExpectsAddition {
				continue
			}
			for _, s := range c.Subjects {
				if seen[s] {
					continue
				}
				seen[s] = true
				for _, t := range s.Terms {
					if !side.says(t) {
						out = append(out, Silence{Source: src, Subject: s, Term: t})
					}
				}
			}
		}
	}
	return out
}

// says reports whether a term stands in a sentence.
func (s *side) says(t Term) bool {
	alone := []*Subject{{Terms: []Term{t}}}
	rec := newRecogniser()
	for i := range s.units {
		cut := s.units[i].sentences()
		for n := range cut {
			if len(rec.find(alone, &cut[n])) > 0 {
				return true
			}
		}
	}
	return false
}
