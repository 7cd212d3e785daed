package review

import "fmt"

// Answer says whether a later revision did what a verdict asks for.
type Answer string

// The answers. A verdict that asks for nothing has none ("").
const (
	Met   Answer = "met"
	Unmet Answer = "unmet"
	Open  Answer = "open" // the words do not say: a person must
)

// AnswerTo says whether the later revision did what the verdict on this provision
// asks for, and what it did, in plain words: "decided obsolete, still in the
// draft". What is obsolete or fulfilled is expected to go, what is to be kept to
// stand, what is to be amended to stand in other words. A dispute asks for nothing.
func (c *Carried) AnswerTo(v Verdict) (Answer, string) {
	if v != Obsolete && v != Fulfilled && v != Keep && v != Amend {
		return "", ""
	}
	switch {
	case c.Outcome == NeedsLook:
		return Open, "what became of it needs a look"
	case c.Outcome == Answered && v == Keep:
		return Unmet, "gone"
	case c.Outcome == Answered && v == Amend:
		return Open, "gone rather than amended"
	case c.Outcome == Answered:
		return Met, "gone"
	case c.Same && v == Keep:
		return Met, "word for word"
	case c.Same && v == Amend:
		return Unmet, "word for word as before"
	case c.Same:
		return Unmet, "still there, word for word"
	case v == Amend:
		return Met, "amended"
	case v == Keep && c.Editorial:
		return Met, "changed in form only"
	case v == Keep:
		return Unmet, fmt.Sprintf("amended: %d %% of its words stand", c.percent())
	case c.Kept < mostStays:
		return Open, fmt.Sprintf("amended: %d %% of its words stand", c.percent())
	}
	return Unmet, fmt.Sprintf("still there, amended: %d %% of its words stand", c.percent())
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
