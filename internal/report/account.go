package report

import "conceptdiff/internal/compare"

// Accounting says where every clause and every word went. It adds up on both
// sides.
type Accounting struct {
	Parts []PartAccount
	Words WordAccount
}

// PartAccount is the accounting of one part: the component of the same address
// on both sides. Front matter is no clause to a reader and is left out of
// Fates; OldFront and NewFront count it.
type PartAccount struct {
	Old, New           *Part // nil when that side has no such part
	Fates              []FateCount
	Whole              bool // the texts have no clauses: the part is compared as one
	OldTotal, NewTotal int  // clauses, without front matter: the sums of Fates
	OldFront, NewFront int
}

// FateCount counts the clauses of one fate on both sides: a clause split into
// two counts one then and two now.
type FateCount struct {
	Kind     compare.Kind
	Old, New int
}

// WordAccount counts words: Kept + Moved + Deleted are the old text, Kept +
// Moved + Inserted the new one.
type WordAccount struct {
	Old, New, Kept, Moved, Deleted, Inserted int
}

// Name is the part's name: the new one's, or the old one's when it is gone or has no name
// of its own.
func (p PartAccount) Name() string {
	if p.New != nil && (p.Old == nil || !p.New.unnamed) {
		return p.New.Name
	}
	return p.Old.Name
}

func newAccounting(r *Report, sum compare.Summary) Accounting {
	a := Accounting{Words: WordAccount{
		Old: sum.OldWords, New: sum.NewWords, Kept: sum.Kept, Moved: sum.MovedWords,
		Deleted: sum.Deleted, Inserted: sum.Inserted,
	}}
	for _, old := range r.Old.Parts {
		a.Parts = append(a.Parts, newPartAccount(old, partAt(r.New.Parts, old.Address)))
	}
	for _, now := range r.New.Parts {
		if partAt(r.Old.Parts, now.Address) == nil {
			a.Parts = append(a.Parts, newPartAccount(nil, now))
		}
	}
	return a
}

func partAt(parts []*Part, address string) *Part {
	for _, p := range parts {
		if p.Address == address {
			return p
		}
	}
	return nil
}

func newPartAccount(old, now *Part) PartAccount {
	p := PartAccount{Old: old, New: now}
	oldKinds, newKinds := map[compare.Kind]int{}, map[compare.Kind]int{}
	p.OldTotal, p.OldFront = old.tally(oldKinds)
	p.NewTotal, p.NewFront = now.tally(newKinds)
	p.Whole = old.whole() || now.whole()
	for _, k := range compare.Kinds {
		if oldKinds[k] > 0 || newKinds[k] > 0 {
			p.Fates = append(p.Fates, FateCount{k, oldKinds[k], newKinds[k]})
		}
	}
	return p
}

// whole reports whether the part has no clauses and is compared as one.
func (p *Part) whole() bool { return p != nil && len(p.Clauses) > 0 && p.Clauses[0].Whole }

// tally counts a part's clauses by fate, front matter apart.
func (p *Part) tally(kinds map[compare.Kind]int) (clauses, front int) {
	if p == nil {
		return 0, 0
	}
	for _, c := range p.Clauses {
		if c.Front {
			front++
			continue
		}
		clauses++
		kinds[c.Change.Kind]++
	}
	return clauses, front
}

// LonePart is a part of one side that has no counterpart on the other: none of
// its clauses is paired. It is told once, as a whole.
type LonePart struct {
	Part    *Part
	Gone    bool // it stood in the old text and is not in the new one; otherwise it is new
	Changes []*Change
	Words   int
}

// loneParts finds the parts without counterpart and tells their changes. Where no part of a side has
// one, the texts simply differ, and nothing is set apart.
func loneParts(r *Report) []LonePart {
	out := append(lone(r.Old.Parts, true), lone(r.New.Parts, false)...)
	for _, l := range out {
		for _, c := range l.Changes {
			c.Lone = true
		}
	}
	return out
}

func lone(parts []*Part, gone bool) []LonePart {
	var out []LonePart
	filled := 0
	for _, p := range parts {
		if len(p.Clauses) == 0 {
			continue
		}
		filled++
		l := LonePart{Part: p, Gone: gone}
		for _, c := range p.Clauses {
			if len(c.Change.Old) > 0 && len(c.Change.New) > 0 {
				l.Changes = nil
				break
			}
			l.Changes = append(l.Changes, c.Change)
			l.Words += c.Change.OldWords() + c.Change.NewWords()
		}
		if l.Changes != nil {
			out = append(out, l)
		}
	}
	if len(out) == filled {
		return nil
	}
	return out
}
