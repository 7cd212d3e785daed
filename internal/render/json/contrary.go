package json

import "conceptdiff/internal/claim"

// jsonContrary is a provision of which sources say what does not go together: the
// claims by date.
type jsonContrary struct {
	Provision string       `json:"provision"`
	Claims    []jsonStated `json:"claims"`
}

// jsonStated is a claim and the address of what it is tied to: the provision, or what
// that is part of.
type jsonStated struct {
	jsonStatement
	At string `json:"at"`
}

// newJSONContrary keeps the order, which is that of the provisions, and within one by
// date.
func newJSONContrary(all []claim.Contrary) []jsonContrary {
	out := []jsonContrary{}
	for _, c := range all {
		jc := jsonContrary{Provision: c.Provision}
		for _, s := range c.Stated {
			jc.Claims = append(jc.Claims, jsonStated{newJSONStatement(s.Claim), s.At})
		}
		out = append(out, jc)
	}
	return out
}
