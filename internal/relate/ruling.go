package relate

import "slices"

// Ruling is a person's word on two passages, which stands above what was found. Its
// entry in the record, with the time and the reason, is kept elsewhere.
type Ruling struct {
	From, To string // addresses
	Apart    bool   // the two are not related, whatever was found
	Kind     Kind   // of two that are: what the person says, also [Contrary]
	By, Note string
}

// Contrary says that two passages contradict each other. The program never finds it:
// a person says so.
const Contrary Kind = "contrary"

// rule puts what people said in the place of what was found.
func (r *Related) rule(rulings []Ruling) {
	for k := range rulings {
		ruling := &rulings[k]
		for i := range r.From.Passages {
			from := &r.From.Passages[i]
			if from.Address != ruling.From {
				continue
			}
			found := Relation{From: from, To: r.To.At(ruling.To), Kind: Subject}
			r.Of[i] = slices.DeleteFunc(r.Of[i], func(x Relation) bool {
				same := x.To.Address == ruling.To
				if same {
					found = x
				}
				return same
			})
			if ruling.Apart || found.To == nil {
				continue
			}
			found.Ruling, found.Shown = ruling, true
			if ruling.Kind != "" {
				found.Kind = ruling.Kind
			}
			r.Of[i] = slices.Insert(r.Of[i], 0, found)
		}
	}
}
