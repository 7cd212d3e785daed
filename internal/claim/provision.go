package claim

import (
	"cmp"
	"slices"
	"strings"
)

// FlaggedProvision is a provision with all the flags on it.
type FlaggedProvision struct {
	Address string // down to paragraph and item
	Flags   []Flag // at least one
}

// ByProvision groups flags that stand in document order, as [Flags] gives them.
func ByProvision(flags []Flag) []FlaggedProvision {
	var out []FlaggedProvision
	for _, f := range flags {
		if len(out) == 0 || out[len(out)-1].Address != f.Provision {
			out = append(out, FlaggedProvision{Address: f.Provision})
		}
		last := &out[len(out)-1]
		last.Flags = append(last.Flags, f)
	}
	return out
}

// Fates lists the fates in the order in which they are told. Where the claims on
// one provision look at different sentences of it, the first of these holds.
var Fates = []Fate{CarriedOver, Moved, Amended, Removed}

// Fate is what the new revision did with the provision, "" when the flags have
// no treatments.
func (v *FlaggedProvision) Fate() Fate {
	for _, fate := range Fates {
		for _, f := range v.Flags {
			if f.Treatment != nil && f.Treatment.Fate == fate {
				return fate
			}
		}
	}
	return ""
}

// To lists where in the new revision its sentences stand, each address once.
func (v *FlaggedProvision) To() []string {
	return v.gather(func(t *Treatment) []string { return t.To })
}

// StillThere lists the words of the claims' subjects that are still there, each
// once.
func (v *FlaggedProvision) StillThere() []string {
	return v.gather(func(t *Treatment) []string { return t.StillThere })
}

func (v *FlaggedProvision) gather(list func(*Treatment) []string) []string {
	var out []string
	for _, f := range v.Flags {
		if f.Treatment != nil {
			out = append(out, list(f.Treatment)...)
		}
	}
	return unique(out)
}

// Sentences is the words of the provision that tie it to the claims: those of the
// first flag that is about certain ones, with "[…]" between; "" when all are about
// the whole of it.
func (v *FlaggedProvision) Sentences() string {
	for _, f := range v.Flags {
		var out []string
		for _, s := range f.Sentences {
			out = append(out, s.Text)
		}
		if len(out) > 0 {
			return strings.Join(out, " […] ")
		}
	}
	return ""
}

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
