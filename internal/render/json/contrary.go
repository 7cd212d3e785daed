package json

import "conceptdiff/internal/claim"

// jsonContrary is a provision of which sources say what does not go together: the
// claims by date.
type jsonContrary struct {
	Provision string          `json:"provision"`
	Claims    []jsonStatement `json:"claims"`
}

func newJSONContrary(all []claim.Contrary) []jsonContrary {
	out := []jsonContrary{}
	for _, c := range all {
		jc := jsonContrary{Provision: c.Provision}
		for _, cl := range c.Claims {
			jc.Claims = append(jc.Claims, newJSONStatement(cl))
		}
		out = append(out, jc)
	}
	return out
}
