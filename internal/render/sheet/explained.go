package sheet

import (
	"fmt"
	"slices"
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/register"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/json"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/revision"
)

// sharedWords is how many of the rarest words that both clauses have are told. A
// dozen is a line.
const sharedWords = 12

// Explained shows why changes of a comparison are what they are: the grounds and the
// evidence for each pairing, what came second, and why the change counts as it does.
// With several changes each has a part of its own, and its facts are headed by what
// became of it.
func Explained(c *compare.Comparison, changes []*compare.Change, o render.Options) Sheet {
	p := in(o, c.Old, c.New)
	var names []string
	for _, ch := range changes {
		names = append(names, p.fated(c, ch))
	}
	s := begin(p, strings.Join(names, "; "), c.Old, c.New)
	s.Columns, s.Tabular = []string{p.Say("Evidence"), p.Say("Value"), p.Say("Weight"), p.Say("What it is")}, true
	for i, ch := range changes {
		heading := p.Say("Evidence")
		if len(changes) > 1 {
			heading += ": " + names[i]
			s.Facts = append(s.Facts, names[i])
		}
		s.Facts = append(s.Facts, p.explanation(c, ch)...)
		s.add(heading, p.evidenceRows(ch.Evidence))
	}
	s.wire = json.NewExplained(c, changes, sharedWords)
	return s
}

// fated says in one line what became of the clauses of a change. The side without a
// clause is left out.
func (p phrases) fated(c *compare.Comparison, ch *compare.Change) string {
	old, now := p.CiteAll(ch.OldAddresses()), p.CiteAll(ch.NewAddresses())
	what := p.Became(ch)
	switch {
	case now == "":
		return c.Old.Label + " " + old + " → " + c.New.Label + ": " + what
	case old == "":
		return c.New.Label + " " + now + ": " + what
	}
	return c.Old.Label + " " + old + " → " + c.New.Label + " " + now + ": " + what
}

// explanation tells a change line by line: its clauses, the grounds and score of the
// pairing, a member's ruling, shared words, what came second, what it means, and what
// a register says was done. A clause that is new or removed was paired with nothing
// and has no grounds.
func (p phrases) explanation(c *compare.Comparison, ch *compare.Change) []string {
	var out []string
	for _, side := range []struct {
		label   string
		clauses []*revision.Clause
	}{{c.Old.Label, ch.Old}, {c.New.Label, ch.New}} {
		for _, clause := range side.clauses {
			out = append(out, side.label+" "+p.Cite(clause.Address())+": «"+phrase.Opening(clause.Provision)+"»")
		}
	}
	if len(ch.Basis) > 0 {
		out = append(out, p.Say("Paired because: {0}", p.Basis(ch.Basis)), p.score(ch))
	}
	if ch.Pin != nil && ch.Pin.Note != "" {
		out = append(out, p.Say("A member ruled so: {0}", ch.Pin.Note))
	}
	if shared := compare.SharedWords(c, ch, sharedWords); len(shared) > 0 {
		out = append(out, p.Say("Rarest words that both have: {0}.", strings.Join(shared, ", ")))
	}
	if r := ch.RunnerUp; r != nil {
		second := p.Say("{0} → {1}, score {2}: {3}", p.Cite(r.Old), p.Cite(r.New), decimal(r.Score), p.Ground(r.Why))
		out = append(out, p.Say("The pairing that came second: {0}.", second))
	}
	if ch.Significance != "" {
		out = append(out, p.Say("Significance: {0}", p.significance(ch)))
	}
	for _, f := range register.Since(c.Old, c.New) {
		if slices.Contains(ch.NewAddresses(), f.At) {
			out = append(out, p.Fact(f))
		}
	}
	return append(out, p.words(ch.Words))
}

// score is the confidence in a pairing, and a warning where that is below the bound.
func (p phrases) score(ch *compare.Change) string {
	s := p.Say("Score: {0}.", decimal(ch.Score))
	if ch.Uncertain {
		s += " " + p.Say("Uncertain: look at both texts.")
	}
	return s
}

// significance says whether a change can matter in substance, and all reasons.
func (p phrases) significance(ch *compare.Change) string {
	s := p.Word(string(ch.Significance))
	var reasons []string
	for _, r := range ch.Reasons {
		reasons = append(reasons, p.Reason(r))
	}
	if len(reasons) > 0 {
		s += " (" + strings.Join(reasons, "; ") + ")"
	}
	return s
}

// words counts what became of the words of a change.
func (p phrases) words(w compare.WordCount) string {
	return p.Say("Words") + ": " + strings.Join([]string{
		p.Say("{0 word} kept", w.Kept), p.Say("{0 word} deleted", w.Deleted), p.Say("{0} inserted", w.Inserted),
		p.Say("{0} moved away", w.MovedOut), p.Say("{0} moved here", w.MovedIn),
	}, ", ")
}

// evidenceRows are the evidence with the weights that it was given, in its order.
func (p phrases) evidenceRows(all []compare.Evidence) []Row {
	var rows []Row
	for _, e := range all {
		rows = append(rows, Row{{p.Word(e.Name)}, {decimal(e.Value)}, {decimal(e.Weight)}, {p.Word(e.Detail)}})
	}
	return rows
}

// decimal writes a measure with two decimals and a point, in every language: they are
// figures of the program's, not of a text.
func decimal(x float64) string { return fmt.Sprintf("%.2f", x) }
