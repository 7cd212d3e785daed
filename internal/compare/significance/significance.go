package significance

import (
	"fmt"
	"slices"

	"conceptdiff/internal/compare/align"
	"conceptdiff/internal/compare/moves"
	"conceptdiff/internal/compare/parallel"
	"conceptdiff/internal/compare/significance/disclaimer"
	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
	"conceptdiff/internal/words"
)

// Significance says whether a change can matter in substance.
type Significance string

// The significances of a change; "" is that of one in which nothing happened.
const (
	Editorial   Significance = "editorial"   // punctuation, spelling, spacing, a cross-reference that follows a renumbering
	Substantive Significance = "substantive" // everything else
)

// Change is what is judged: the fate of clauses, and what became of their words.
type Change struct {
	Kind                        align.Kind
	Renumbered, Moved, Retitled bool
	Old, New                    []*revision.Clause
	Runs                        []moves.Run
	// MovedTo and MovedFrom are the addresses of the clauses that words moved to and
	// from, in the order of the runs.
	MovedTo, MovedFrom []string
}

// Verdict is a significance with its reasons, the weightiest first.
type Verdict struct {
	Significance Significance
	Reasons      []Reason
}

// Text is a text clause by clause.
type Text struct {
	Clauses []*revision.Clause
	Tokens  func(clause int) []textdiff.Token
}

// Judge judges all changes of a comparison, which lead to the text new. renumbered
// leads from the old address to the new one of the clauses that got another.
func Judge(lex *textdiff.Lexicon, language string, renumbered map[string]string, new Text, changes []Change) []Verdict {
	first := newJudge(lex, language, renumbered)
	found := make([]findings, len(changes))
	for i := range changes { // one after the other, since that may change the lexicon
		found[i] = first.facets(&changes[i])
	}
	parallel.ForEach(len(changes), func() func(int) {
		judge := newJudge(lex, language, renumbered)
		return func(i int) {
			if ch := &changes[i]; ch.Kind != align.Unchanged || ch.Renumbered || ch.Moved {
				judge.words(ch, &found[i])
			}
		}
	})
	first.place(found, new)
	out := make([]Verdict, len(changes))
	for i := range found {
		out[i].Significance, out[i].Reasons = found[i].verdict()
	}
	return out
}

// judge says whether a change can matter in substance, and why.
//
// A change is editorial only when all that happened is on a closed list:
// punctuation, spacing, paragraph breaks, capital letters, spelling, a number
// written out, a cross-reference that follows the renumbering, words that only
// stand in another place. Everything else is substantive, also what a lawyer
// would shrug at: the tool cannot know that a wording is harmless. The reasons
// name what can be named without judging (modality, negation, numbers and dates,
// names) and else say that the wording changed, that text was added or removed. Of a substantive
// change only the substantive reasons are given.
//
// What is new or removed as a whole is substantive. What was only renumbered,
// divided or joined is editorial. What was moved unchanged is editorial, except
// under another heading, since a heading can decide what a provision applies to.
type judge struct {
	language   string // the base of its tag
	rules      *wordRules
	renumbered map[string]string // old address to new, of the clauses that got another
	traits     traits
	reading    reading

	// Used again for each change.
	old, new           found
	inside             insideWords
	mentions           mentions
	name               []uint32
	oldWords, newWords []int
}

func newJudge(lex *textdiff.Lexicon, lang string, renumbered map[string]string) *judge {
	rules := rulesFor(lang)
	j := &judge{language: words.Primary(lang), rules: rules, renumbered: renumbered}
	j.traits = traits{lex: lex, language: j.language, rules: rules}
	j.mentions = mentions{lex: lex, traits: &j.traits, inflected: rules.inflected}
	return j
}

// words adds to the facets of a change, which is made of runs, what its words say.
func (j *judge) words(ch *Change, f *findings) {
	if ch.Kind != align.New && ch.Kind != align.Removed && hasChanged(ch) {
		runs := ch.Runs
		if isFront(ch) {
			own := false
			if runs, own = disclaimer.Without(runs, j.traits.lex); own {
				f.editorial(rankEditorial, OwnStanding, Item{})
			}
		}
		j.passages(ch, runs, f)
		if len(f.substance)+len(f.form)+len(f.gone) == 0 {
			f.substantive(rankWording, Wording, Item{})
		}
	}
}

// isFront reports whether a change is about front matter on both sides.
func isFront(ch *Change) bool {
	front := func(cs []*revision.Clause) bool { return len(cs) == 1 && cs[0].Kind == revision.KindComponent }
	return front(ch.Old) && front(ch.New)
}

func hasChanged(ch *Change) bool {
	return slices.ContainsFunc(ch.Runs, func(r moves.Run) bool { return r.Op != moves.Keep })
}

// facets finds what can be said without looking at the words. It may change the
// lexicon.
func (j *judge) facets(ch *Change) (f findings) {
	switch ch.Kind {
	case align.New:
		f.substantive(rankPlace, NewProvision, Item{})
		return f
	case align.Removed:
		f.substantive(rankPlace, ProvisionGone, Item{})
		return f
	case align.Split:
		f.editorial(rankPlace, Divided, Item{}, len(ch.New))
	case align.Merged:
		f.editorial(rankPlace, Joined, Item{}, len(ch.Old))
	}
	if ch.Renumbered {
		f.editorial(rankPlace, WasRenumbered, Item{})
	}
	if ch.Moved && len(ch.Old) > 0 && len(ch.New) > 0 {
		old, new := headingAbove(ch, true), headingAbove(ch, false)
		if new != "" && j.key(old) != j.key(new) {
			f.substantive(rankPlace, UnderAnother, Item{New: new})
		} else {
			f.editorial(rankPlace, WasMoved, Item{})
		}
	}
	own := func(address string, of []*revision.Clause) bool { return len(of) == 1 && of[0].Address() == address }
	for _, to := range ch.MovedTo {
		if own(to, ch.New) && len(ch.Old) == 1 {
			f.editorial(rankPlace, TextMovedWithin, Item{})
		} else {
			f.editorial(rankPlace, TextMovedTo, Item{New: to})
		}
	}
	for _, from := range ch.MovedFrom {
		if !own(from, ch.Old) || len(ch.New) != 1 {
			f.editorial(rankPlace, TextMovedFrom, Item{Old: from})
		}
	}
	return f
}

// headingAbove is the heading of the nearest clause above that has one.
func headingAbove(ch *Change, old bool) string {
	c := ch.New[0]
	if old {
		c = ch.Old[0]
	}
	for c = c.Parent; c != nil; c = c.Parent {
		if c.Provision != nil && c.Heading != "" {
			return c.Heading
		}
	}
	return ""
}

// key is a text in the form in which its words are compared.
func (j *judge) key(s string) string {
	var ids []uint32
	for _, t := range j.traits.lex.Tokens(s) {
		if t.IsWord() {
			ids = append(ids, t.Fold())
		}
	}
	return fmt.Sprint(ids)
}
