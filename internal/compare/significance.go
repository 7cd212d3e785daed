package compare

import (
	"fmt"
	"slices"

	"conceptdiff/internal/textdiff"
)

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
	j := &judge{rules: rules, renumbered: renumbered}
	j.traits = traits{lex: lex, rules: rules}
	j.mentions = mentions{lex: lex, traits: &j.traits, inflected: rules.inflected}
	return j
}

// words adds to the facets of a change, which is made of runs, what its words say,
// and gives the verdict: "" for one in which nothing happened.
func (j *judge) words(ch *Change, runs []run, f *findings) (Significance, []Reason) {
	if ch.Kind != New && ch.Kind != Removed && hasEdits(ch) {
		j.passages(ch, runs, f)
		if len(f.substance)+len(f.form) == 0 {
			f.substantive(rankWording, Wording, Item{})
		}
	}
	return f.verdict()
}

func hasEdits(ch *Change) bool {
	return slices.ContainsFunc(ch.Edits, func(e Edit) bool { return e.Op != Keep })
}

// facets finds what can be said without looking at the words. It may change the
// lexicon.
func (j *judge) facets(ch *Change) (f findings) {
	switch ch.Kind {
	case New:
		f.substantive(rankPlace, NewProvision, Item{})
		return f
	case Removed:
		f.substantive(rankPlace, ProvisionGone, Item{})
		return f
	case Split:
		f.editorial(rankPlace, Divided, Item{}, len(ch.New))
	case Merged:
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
	for _, e := range ch.Edits {
		switch {
		case e.Op == Move && e.To != "":
			f.editorial(rankPlace, TextMovedTo, Item{New: e.To})
		case e.Op == Move && e.From != "":
			f.editorial(rankPlace, TextMovedFrom, Item{Old: e.From})
		}
	}
	return f
}

// judge judges all changes of a comparison.
func (b *builder) judge(c *Comparison, runs [][]run) {
	renumbered := renumberings(c.Changes)
	first := newJudge(b.lex, c.New.Language, renumbered)
	facets := make([]findings, len(c.Changes))
	for i := range c.Changes {
		facets[i] = first.facets(&c.Changes[i])
	}
	forEach(len(c.Changes), func() func(int) {
		judge := newJudge(b.lex, c.New.Language, renumbered)
		return func(i int) {
			if ch := &c.Changes[i]; ch.Kind != Unchanged || ch.Renumbered || ch.Moved {
				ch.Significance, ch.Reasons = judge.words(ch, runs[i], &facets[i])
			}
		}
	})
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
