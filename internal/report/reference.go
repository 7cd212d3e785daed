package report

import "conceptdiff/internal/compare"

// Reference is a cross-reference of the new text that a reader should check,
// see [compare.Reference], with its clauses as the report has them.
type Reference struct {
	*compare.Reference
	In       *Clause   // the new clause it stands in
	NowAt    *Clause   // the new clause that bears the number, nil when none does
	WasAt    *Clause   // the old clause that bore it, nil when none did
	BecameAt []*Clause // what that old clause became
}

// addReferences takes in the references: first those taken over from the old
// text, where the number had another meaning, then those written anew; within
// both in the order of the new text.
func (r *Report) addReferences(refs []compare.Reference) {
	old, now := byAddress(r.Old.Clauses), byAddress(r.New.Clauses)
	for _, kept := range []bool{true, false} {
		for i := range refs {
			ref := &refs[i]
			if ref.Kept != kept {
				continue
			}
			out := Reference{Reference: ref, In: now[ref.In.Address()]}
			if ref.NowAt != nil {
				out.NowAt = now[ref.NowAt.Address()]
			}
			if ref.WasAt != nil {
				out.WasAt = old[ref.WasAt.Address()]
			}
			for _, c := range ref.BecameAt {
				out.BecameAt = append(out.BecameAt, now[c.Address()])
			}
			r.References = append(r.References, out)
		}
	}
}
