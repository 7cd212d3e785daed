package review

import "conceptdiff/internal/compare"

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
