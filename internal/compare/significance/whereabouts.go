package significance

import (
	"slices"
	"strings"

	"conceptdiff/internal/revision"
)

// place says of each removed name where the new text still has it, and enters it
// among the reasons. It may change the lexicon.
func (j *judge) place(found []findings, text Text) {
	if !slices.ContainsFunc(found, func(f findings) bool { return len(f.gone) > 0 }) {
		return
	}
	index, ends := j.indexAll(text)
	type where struct {
		addresses string
		more      int
	}
	known := map[string]where{}
	for i := range found {
		for _, n := range found[i].gone {
			key := j.nameKey(n.words)
			still, met := known[key]
			if !met {
				at := addressesAt(index.all(n.words), ends, text.Clauses)
				if len(at) > maxItems {
					still.more = len(at) - maxItems + 1
				}
				still.addresses = strings.Join(at[:len(at)-still.more], " ")
				known[key] = still
			}
			code := NameGone
			if still.addresses != "" {
				code = NameRemoved
			}
			found[i].substantive(rankName, code, Item{Old: n.text, Still: still.addresses, StillMore: still.more})
		}
	}
}

// indexAll reads all clauses of a text. ends holds for each how many words there are
// up to its end.
func (j *judge) indexAll(text Text) (m *mentions, ends []int) {
	m = &mentions{lex: j.traits.lex, traits: &j.traits, inflected: j.rules.inflected, read: true}
	ends = make([]int, len(text.Clauses))
	for i := range text.Clauses {
		m.add(text.Tokens(i))
		ends[i] = len(m.words)
	}
	m.chain()
	return m, ends
}

// addressesAt are the addresses of the clauses that hold the words at some places, in
// ascending order.
func addressesAt(places, ends []int, clauses []*revision.Clause) []string {
	var out []string
	last := -1
	for _, at := range places {
		i, found := slices.BinarySearch(ends, at)
		for found && i < len(ends) && ends[i] <= at { // the word after the end of a clause is the next one's first
			i++
		}
		if i > last {
			out = append(out, clauses[i].Address())
			last = i
		}
	}
	return out
}
