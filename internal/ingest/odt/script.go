package odt

import (
	"strconv"
	"strings"

	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
)

// scripts are how characters stand in their line, as one style says it: nil where
// it says nothing.
type scripts struct{ raised, struck *bool }

// readScripts reads the properties of text. A position is «super», «sub» or a share
// of the letters' height, and after it their size. n may be nil.
func readScripts(n *xmltree.Node) scripts {
	var s scripts
	if v, ok := n.Lookup("style:text-position"); ok {
		place, _, _ := strings.Cut(strings.TrimSpace(v), " ")
		share, err := strconv.ParseFloat(strings.TrimSuffix(place, "%"), 64)
		raised := place == "super" || err == nil && share > 0
		s.raised = &raised
	}
	for _, name := range []string{"style:text-line-through-style", "style:text-line-through-type"} {
		if v, ok := n.Lookup(name); ok && (s.struck == nil || v != "none") {
			struck := v != "none"
			s.struck = &struck
		}
	}
	return s
}

// script is how the characters of a style stand, by its chain; family has the styles
// of paragraphs or those of text.
func script(family map[string]*style, name string) scripts {
	var s scripts
	for _, st := range chain(family, name) {
		s = s.or(st.script)
	}
	return s
}

// given is the script of the text around, as something that is said.
func given(around flow.Script) scripts { return scripts{&around.Raised, &around.Struck} }

// or fills what is not said in s from t.
func (s scripts) or(t scripts) scripts {
	if s.raised == nil {
		s.raised = t.raised
	}
	if s.struck == nil {
		s.struck = t.struck
	}
	return s
}

// of is what is said, with nothing said taken for no.
func (s scripts) of() flow.Script {
	return flow.Script{Raised: s.raised != nil && *s.raised, Struck: s.struck != nil && *s.struck}
}
