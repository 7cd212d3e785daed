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
	Stated    []Stated // by date, each claim once
}

// Stated is a claim about a provision: tied to it, or to what it is part of.
type Stated struct {
	Claim *Claim
	At    string // the address of what it is tied to
}

// done are the words of those who call something done or over, open those of who
// denies that.
var (
	done = []Says{Fulfilled, Ended, Obsolete}
	open = []Says{NotFulfilled, Disputed}
)

// Contraries lists, in document order, the provisions of which one source says that
// something is done or over and another that it is not. What is said of a clause or
// paragraph is said of what stands in it, too, unless its heading alone ties it. Which
// of them is right is for the reader to judge. The flags stand in document order.
func Contraries(flags []Flag) []Contrary {
	var out []Contrary
	provisions := ByProvision(flags)
	at := make(map[string]*FlaggedProvision, len(provisions))
	for i := range provisions {
		at[provisions[i].Address] = &provisions[i]
	}
	for i := range provisions {
		v := &provisions[i]
		own := stated(v, false)
		all := own
		for a := above(v.Address); a != ""; a = above(a) {
			if whole := at[a]; whole != nil {
				all = append(all, stated(whole, true)...)
			}
		}
		if !says(own, done) && !says(own, open) || !says(all, done) || !says(all, open) {
			continue
		}
		c := Contrary{Provision: v.Address}
		for _, s := range all {
			if !slices.ContainsFunc(c.Stated, func(o Stated) bool { return o.Claim == s.Claim }) {
				c.Stated = append(c.Stated, s)
			}
		}
		slices.SortStableFunc(c.Stated, func(a, b Stated) int { return cmp.Compare(a.Claim.Date, b.Claim.Date) })
		out = append(out, c)
	}
	return out
}

// stated lists the claims tied to a provision; below leaves out those that its heading
// alone ties, which say nothing of what stands in it.
func stated(v *FlaggedProvision, below bool) []Stated {
	var out []Stated
	for _, f := range v.Flags {
		if !below || !f.Heading {
			out = append(out, Stated{f.Claim, v.Address})
		}
	}
	return out
}

func says(all []Stated, words []Says) bool {
	return slices.ContainsFunc(all, func(s Stated) bool { return slices.Contains(words, s.Claim.Says) })
}

// above is the address of what a provision is part of: the paragraph of an item, the
// clause of a point; "" at the top. A component's opening lines hold none of its clauses.
func above(address string) string {
	i := strings.LastIndexAny(address, "/.")
	if i < 0 {
		return ""
	}
	if step := address[i+1:]; address[i] == '/' && (len(step) < 2 || step[0] != 'p' && step[0] != 'i' || step[1] < '0' || step[1] > '9') {
		return ""
	}
	return address[:i]
}
