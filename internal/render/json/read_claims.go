package json

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/claim/quote"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
	"conceptdiff/internal/revision"
)

// readClaims rebuilds sources, flags and what was found out about them. Flags stand
// with their changes and are put back into the order of all. A pin that cannot be
// read is left out: it says where words stand in a copy that is not here anyway.
func (doc *jsonReport) readClaims(in *report.Input) {
	claims := map[string]*claim.Claim{}
	for _, v := range doc.Sources {
		src := &claim.Source{Key: v.Key, Publisher: v.Publisher, Title: v.Title, Date: v.Date, URL: v.URL, Language: v.Language, Note: v.Note, File: v.File, SHA256: v.SHA256, Held: v.Held}
		for _, jc := range v.Claims {
			c := &claim.Claim{
				Key: strings.TrimPrefix(jc.ID, v.Key+"/"), Source: src, Speaker: jc.Speaker, Role: jc.Role, To: jc.To, Date: jc.Date, Spoken: jc.Spoken, Joined: jc.Joined,
				Says: claim.Says(jc.Says), Expects: claim.Expects(jc.Expects),
				Quote: jc.Quote, Reported: jc.Reported, Via: jc.Via, Gist: jc.Gist,
			}
			for _, at := range jc.At {
				if pin, err := quote.ParsePin(at); err == nil {
					c.Pins = append(c.Pins, pin)
				}
			}
			for _, e := range jc.Echoes {
				in.Echoes = append(in.Echoes, claim.Echo{Claim: c, Provision: e.Provision, Text: e.Text, Words: e.Words})
			}
			claims[jc.ID] = c
			src.Claims = append(src.Claims, c)
		}
		for _, ch := range v.Checks {
			in.Checks = append(in.Checks, claim.Check{
				Source: src, Clause: ch.Clause, Quoted: ch.Quoted, Result: claim.Result(ch.Result), NoClause: ch.NoClause,
				Stored: ch.Stored, Similarity: ch.Similarity,
			})
		}
		in.Sources = append(in.Sources, src)
	}
	var flags []jsonFlag
	for _, ch := range doc.Changes {
		flags = append(flags, ch.Flags...)
	}
	slices.SortStableFunc(flags, func(a, b jsonFlag) int { return cmp.Compare(a.Order, b.Order) })
	for _, f := range flags {
		in.Flags = append(in.Flags, f.flag(claims))
	}
	for _, rem := range doc.Unannounced.Removed {
		in.Unannounced = append(in.Unannounced, claim.Removal{
			Unit: claim.Unit(rem.Unit), Clause: rem.Clause, Provision: rem.Provision, Text: rem.Text, Beside: rem.Beside,
		})
	}
	for _, e := range doc.Expectations {
		in.Expectations = append(in.Expectations, e.expectation(claims))
	}
}

// flag restores a flag with the claim that it names; where the file has none of that
// name, with what the flag itself repeats of it.
func (f *jsonFlag) flag(claims map[string]*claim.Claim) claim.Flag {
	out := claim.Flag{
		Claim: claims[f.Claim], Clause: f.Clause, Provision: f.Provision, Text: f.Text,
		Basis: claim.Basis(f.Basis), Whole: f.Whole, Heading: f.Heading, Words: f.Words,
	}
	if out.Claim == nil { // a file changed by hand
		out.Claim = &claim.Claim{Key: f.Claim, Speaker: f.Speaker, Date: f.Date, Says: claim.Says(f.Says), Quote: f.Quote, Reported: f.Reported, Via: f.Via}
	}
	for _, s := range f.Sentences {
		out.Sentences = append(out.Sentences, claim.Sentence(s))
	}
	if t := f.Treatment; t != nil {
		out.Treatment = &claim.Treatment{Fate: claim.Fate(t.Fate), To: t.To, StillThere: t.StillThere, NewText: t.NewText}
	}
	return out
}

// expectation restores an expectation; its rule comes from the code.
func (e *jsonExpectation) expectation(claims map[string]*claim.Claim) claim.Expectation {
	out := claim.Expectation{Claim: claims[e.Claim], Standing: claim.Standing(e.Standing), Why: e.Rule.ground()}
	if out.Claim == nil {
		out.Claim = &claim.Claim{Key: e.Claim}
	}
	for _, s := range e.Shown {
		out.Shown = append(out.Shown, claim.Showing{Provision: s.Provision, Text: s.Text, Words: s.Words})
	}
	for _, f := range e.About {
		out.Flags = append(out.Flags, f.flag(claims))
	}
	return out
}

// readReferences restores the references to be checked, beside the comparison they
// are of. A clause that the outline does not have is left out of the list, and a
// reference in one is.
func (doc *jsonReport) readReferences(in *report.Input) {
	old, now := clausesByAddress(in.Comparison.OldClauses), clausesByAddress(in.Comparison.NewClauses)
	titled := func(of map[string]*revision.Clause, t *jsonTitled) *revision.Clause {
		if t == nil {
			return nil
		}
		return of[t.Address]
	}
	for _, ref := range doc.References {
		out := compare.Reference{
			In: now[ref.In], Text: ref.Text, Number: ref.Number, Kept: ref.Kept,
			NowAt: titled(now, ref.NowAt), WasAt: titled(old, ref.WasAt),
		}
		for _, a := range ref.BecameAt {
			if c := now[a]; c != nil {
				out.BecameAt = append(out.BecameAt, c)
			}
		}
		if out.In != nil {
			in.References = append(in.References, out)
		}
	}
}

// readMarks rebuilds what the committee says, as far as a report tells it: members,
// their tallies and the record itself are not in it. A mark on the new text must
// stand on a provision of it; one on the old text may be unresolved.
func (doc *jsonReport) readMarks(in *report.Input) error {
	all := slices.Clone(doc.Unresolved)
	for _, ch := range doc.Changes {
		all = append(all, ch.Marks...)
	}
	slices.SortStableFunc(all, func(a, b jsonMarked) int { return cmp.Compare(a.Order, b.Order) })
	c := in.Comparison
	for _, m := range all {
		switch m.Side {
		case "old":
			if in.Carried == nil {
				in.Carried = &review.Carriage{Old: c.Old, New: c.New}
			}
			in.Carried.Items = append(in.Carried.Items, m.carried(c))
		case "new":
			if in.Marked == nil {
				in.Marked = &review.State{Revision: c.New}
			}
			st := m.standing(c.New, c.NewClauses)
			if st.Provision == nil {
				return fmt.Errorf("a mark stands on %s, which the new text has not", m.Address)
			}
			in.Marked.Provisions = append(in.Marked.Provisions, st)
		default:
			return fmt.Errorf("a mark stands on the side %q", m.Side)
		}
	}
	return nil
}

// carried restores what became of a mark; targets that the new text does not have are
// left out.
func (m *jsonMarked) carried(c *compare.Comparison) *review.Carried {
	out := &review.Carried{
		Standing: m.standing(c.Old, c.OldClauses), Outcome: review.Outcome(m.Outcome),
		Same: m.Same, Kept: m.Kept, Editorial: m.Editorial,
	}
	for _, to := range m.To {
		if p := c.New.Find(to); p != nil {
			out.To = append(out.To, review.Target{Provision: p})
		}
	}
	return out
}

// standing restores what stands of a provision of r. Without a clause, or with one
// that the text does not have, it is unresolved.
func (st *jsonStanding) standing(r *revision.Revision, clauses []*revision.Clause) *review.Standing {
	anchor := review.Anchor{Address: st.Address, WID: st.WID, Digest: st.Digest, Quote: st.Quote}
	out := &review.Standing{Anchor: anchor, View: review.View(st.View), Silent: st.Silent}
	if st.Clause != "" {
		out.Provision, out.Clause = r.Find(st.Address), clausesByAddress(clauses)[st.Clause]
		if out.Clause == nil {
			out.Provision = nil
		}
	}
	for _, mark := range st.Marks {
		out.Marks = append(out.Marks, review.Entry{
			Hash: mark.Entry, By: mark.By, Time: entryTime(mark.Time),
			Says: review.Mark{On: anchor, Verdict: review.Verdict(mark.Verdict), Note: mark.Note, Source: mark.Source},
		})
	}
	if d := st.Decision; d != nil {
		out.Decision = &review.Entry{Hash: d.Entry, By: d.By, Time: entryTime(d.Time), Says: review.Decision{
			On: anchor, Verdict: review.Verdict(d.Verdict), Note: d.Note,
			Votes: review.Votes{For: d.For, Against: d.Against, Abstain: d.Abstain},
		}}
	}
	return out
}

// entryTime reads when an entry was made, the zero time if that is none.
func entryTime(s string) time.Time {
	t, err := time.Parse(time.RFC3339, s)
	if err != nil {
		return time.Time{}
	}
	return t
}
