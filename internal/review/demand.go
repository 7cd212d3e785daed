package review

import (
	"conceptdiff/internal/compare"
)

// Answer says whether a later revision did what a verdict asks for.
type Answer string

// The answers. A verdict that asks for nothing has none ("").
const (
	Met   Answer = "met"
	Unmet Answer = "unmet"
	Open  Answer = "open" // the words do not say: a person must
)

// AnswerTo says whether the later revision did what the verdict on this provision
// asks for, and what it did. What is obsolete or fulfilled is expected to go, what is to be kept to
// stand, what is to be amended to stand in other words. A dispute asks for nothing.
func (c *Carried) AnswerTo(v Verdict) (Answer, compare.Ground) {
	if v != Obsolete && v != Fulfilled && v != Keep && v != Amend {
		return "", compare.Ground{}
	}
	switch {
	case c.Outcome == NeedsLook:
		return Open, because(DidNeedsLook)
	case c.Outcome == Answered && v == Keep:
		return Unmet, because(DidGone)
	case c.Outcome == Answered && v == Amend:
		return Open, because(DidGoneUnamended)
	case c.Outcome == Answered:
		return Met, because(DidGone)
	case c.Same && v == Keep:
		return Met, because(DidSame)
	case c.Same && v == Amend:
		return Unmet, because(DidSameStill)
	case c.Same:
		return Unmet, because(DidStillSame)
	case v == Amend:
		return Met, because(DidAmended)
	case v == Keep && c.Editorial:
		return Met, because(DidFormOnly)
	case v == Keep:
		return Unmet, because(DidAmendedPart, c.percent())
	case c.Kept < mostStays:
		return Open, because(DidAmendedPart, c.percent())
	}
	return Unmet, because(DidStillPart, c.percent())
}

func (c *Carried) percent() int { return int(100*c.Kept + 0.5) }

// Unsettled lists the provisions on which the committee's decision is not met: those
// where it is unmet and those where that is open.
func (c *Carriage) Unsettled() []*Carried {
	var out []*Carried
	for _, item := range c.Items {
		if item.Decision == nil {
			continue
		}
		if a, _ := item.AnswerTo(item.Decision.Verdict()); a == Unmet || a == Open {
			out = append(out, item)
		}
	}
	return out
}

// What a renderer says of a mark that was carried. In brackets what the arguments
// are.
const (
	// Why an outcome is as it is.
	WhySplit           compare.Code = "mark-split"           // [to]
	WhyMerged          compare.Code = "mark-merged"          // [from, to]
	WhyMoved           compare.Code = "mark-moved"           // [to]
	WhyMovedWith       compare.Code = "mark-moved-along"     // with its clause [to]
	WhyJoined          compare.Code = "mark-joined"          // [with, to]
	WhyWordsWent       compare.Code = "mark-words-went"      // [to]
	WhyWordsStand      compare.Code = "mark-words-stand"     // [to]
	WhyOnlyThere       compare.Code = "mark-words-only"      // [to]
	WhyClauseSplit     compare.Code = "mark-clause-split"    // [to]
	WhyClauseMerged    compare.Code = "mark-clause-merged"   // [to]
	WhyUncertain       compare.Code = "mark-uncertain"       // and the basis of the pairing
	WhyUncertainOf     compare.Code = "mark-uncertain-above" // the same of its clause
	WhyLittleStands    compare.Code = "mark-little-stands"
	WhyWordsGone       compare.Code = "mark-words-gone"
	WhyNoClause        compare.Code = "mark-no-clause"
	WhyNotInOld        compare.Code = "mark-not-in-old" // [label]
	WhyBound           compare.Code = "mark-bound"      // [member, reason]
	WhySettled         compare.Code = "mark-settled"    // [member, reason]
	WhyBoundUnresolved compare.Code = "mark-bound-gone" // [member, address]

	// Why something may be what became of a provision.
	WhySomeStands compare.Code = "candidate-some-words"
	WhySimilar    compare.Code = "candidate-similar"

	// What the new revision did with what was decided.
	DidNeedsLook     compare.Code = "did-needs-look"
	DidGone          compare.Code = "did-gone"
	DidGoneUnamended compare.Code = "did-gone-unamended"
	DidSame          compare.Code = "did-same"
	DidSameStill     compare.Code = "did-same-as-before"
	DidStillSame     compare.Code = "did-still-same"
	DidAmended       compare.Code = "did-amended"
	DidFormOnly      compare.Code = "did-form-only"
	DidAmendedPart   compare.Code = "did-amended-part" // [per cent of the words that stand]
	DidStillPart     compare.Code = "did-still-part"   // [the same]
)

func because(code compare.Code, args ...any) compare.Ground {
	return compare.Ground{Code: code, Args: args}
}
