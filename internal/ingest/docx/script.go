package docx

import (
	"conceptdiff/internal/ingest/flow"
	"conceptdiff/internal/ingest/xmltree"
)

// scripts are how characters stand in their line, as it is given at one place:
// nil where nothing is said.
type scripts struct{ raised, struck *bool }

// readScripts reads the properties of a run. A position is raised where it lifts the
// letters by more than a point (three halves). Of single and double strikethrough
// either is enough. rPr may be nil.
func readScripts(rPr *xmltree.Node) scripts {
	var s scripts
	if align := rPr.Child("w:vertAlign"); align != nil {
		raised := align.Attr("w:val") == "superscript"
		s.raised = &raised
	}
	const least = 3 // half points
	if position := number(rPr.Child("w:position"), "w:val"); position != nil && (s.raised == nil || !*s.raised) {
		raised := *position >= least
		s.raised = &raised
	}
	for _, name := range []string{"w:strike", "w:dstrike"} {
		if on := onOff(rPr.Child(name)); on != nil && (s.struck == nil || *on) {
			s.struck = on
		}
	}
	return s
}

// or fills what is not given in s from t, which is further out.
func (s scripts) or(t scripts) scripts {
	if s.raised == nil {
		s.raised = t.raised
	}
	if s.struck == nil {
		s.struck = t.struck
	}
	return s
}

// script is how a run's characters stand: as the run says, else its character
// style, else the style of its paragraph.
func (s styles) script(paragraph string, rPr *xmltree.Node) flow.Script {
	given := readScripts(rPr)
	for _, id := range []string{rPr.Child("w:rStyle").Attr("w:val"), paragraph} {
		for _, st := range s.chain(id) {
			given = given.or(st.script)
		}
	}
	return flow.Script{Raised: given.raised != nil && *given.raised, Struck: given.struck != nil && *given.struck}
}
