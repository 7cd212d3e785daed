package json

import (
	"strings"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
)

// jsonGround is a ground without its wording: a code and its arguments, numbers,
// texts and lists of texts. Numbers are whole; the order of arguments is that of the
// phrase that shows them.
type jsonGround struct {
	Code string `json:"code"`
	Args []any  `json:"args,omitempty"`
}

// jsonReason is a reason likewise.
type jsonReason struct {
	jsonGround
	Items []jsonItem `json:"items,omitempty"`
	More  int        `json:"more,omitempty"`
}

// jsonItem is one of the things a reason lists, as it was and as it is.
type jsonItem struct {
	Old string `json:"old,omitempty"`
	New string `json:"new,omitempty"`
	// StillIn lists where the new text has a name that was removed here.
	StillIn   []string `json:"still_in,omitempty"`
	StillMore int      `json:"still_in_more,omitempty"`
}

// newJSONGround is nil for no ground.
func newJSONGround(g compare.Ground) *jsonGround {
	if g.Code == "" {
		return nil
	}
	return &jsonGround{string(g.Code), g.Args}
}

// newJSONGrounds keeps their order, the weightiest first.
func newJSONGrounds(grounds []compare.Ground) []jsonGround {
	var out []jsonGround
	for _, g := range grounds {
		out = append(out, jsonGround{string(g.Code), g.Args})
	}
	return out
}

// newJSONReasons keeps order and items; More counts those that were not listed.
func newJSONReasons(reasons []compare.Reason) []jsonReason {
	var out []jsonReason
	for _, r := range reasons {
		w := jsonReason{jsonGround: jsonGround{string(r.Code), r.Args}, More: r.More}
		for _, it := range r.Items {
			w.Items = append(w.Items, jsonItem{Old: it.Old, New: it.New, StillIn: strings.Fields(it.Still), StillMore: it.StillMore})
		}
		out = append(out, w)
	}
	return out
}

// ground is the reverse of newJSONGround; nil gives the zero ground. Arguments of
// other types than ours are left out: a file may have been changed by hand.
func (g *jsonGround) ground() compare.Ground {
	if g == nil {
		return compare.Ground{}
	}
	out := compare.Ground{Code: compare.Code(g.Code)}
	for _, arg := range g.Args {
		switch x := arg.(type) {
		case float64: // as encoding/json reads every number
			out.Args = append(out.Args, int(x))
		case []any:
			list := []string{}
			for _, y := range x {
				s, _ := y.(string)
				list = append(list, s)
			}
			out.Args = append(out.Args, list)
		case string:
			out.Args = append(out.Args, x)
		}
	}
	return out
}

// readGrounds restores grounds in their order; codes are taken as they are, also
// unknown ones, which are then shown as such.
func readGrounds(grounds []jsonGround) []compare.Ground {
	var out []compare.Ground
	for i := range grounds {
		out = append(out, grounds[i].ground())
	}
	return out
}

// readReasons restores reasons from their codes and arguments, not from their English.
func readReasons(reasons []jsonReason) []compare.Reason {
	var out []compare.Reason
	for _, r := range reasons {
		g := r.ground()
		read := compare.Reason{Code: significance.Code(g.Code), Args: g.Args, More: r.More}
		for _, it := range r.Items {
			read.Items = append(read.Items, compare.Item{Old: it.Old, New: it.New, Still: strings.Join(it.StillIn, " "), StillMore: it.StillMore})
		}
		out = append(out, read)
	}
	return out
}
