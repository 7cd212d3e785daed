package claim

import (
	"cmp"
	"slices"
)

// Contrary is a provision of which sources say what does not go together, and all
// that they say of it.
type Contrary struct {
	Provision string   // address down to paragraph and item
	Claims    []*Claim // by date, each once
}

// done are the words of those who call something done or over, open those of who
// denies that.
var (
	done = []Says{Fulfilled, Ended, Obsolete}
	open = []Says{NotFulfilled, Disputed}
)

// Contraries lists, in document order, the provisions of which one source says that
// something is done or over and another that it is not. Which of them is right is
// for the reader to judge. The flags stand in document order.
func Contraries(flags []Flag) []Contrary {
	var out []Contrary
	for _, v := range ByProvision(flags) {
		c := Contrary{Provision: v.Address}
		for _, f := range v.Flags {
			if !slices.Contains(c.Claims, f.Claim) {
				c.Claims = append(c.Claims, f.Claim)
			}
		}
		says := func(words []Says) bool {
			return slices.ContainsFunc(c.Claims, func(c *Claim) bool { return slices.Contains(words, c.Says) })
		}
		if !says(done) || !says(open) {
			continue
		}
		slices.SortStableFunc(c.Claims, func(a, b *Claim) int { return cmp.Compare(a.Date, b.Date) })
		out = append(out, c)
	}
	return out
}
