package claim

import "strings"

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
