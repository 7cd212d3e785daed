package reference

import (
	"strings"

	"conceptdiff/internal/revision"
)

// Fault is what is wrong with a citation.
type Fault string

// The faults that a text shows by itself.
const (
	Missing      Fault = "missing"       // no provision bears the number
	OtherHeading Fault = "other heading" // the heading in brackets behind it is another provision's
	// OtherNumbers is said once of a text in which more citations than a slip explains
	// lead nowhere: it cites by the numbers of another version.
	OtherNumbers Fault = "other numbers"
)

// Finding is a citation that a person should look at.
type Finding struct {
	In         *revision.Clause    // the clause it stands in
	Provision  *revision.Provision // the paragraph, item or clause whose text it is
	Text       string              // that text
	Start, End int                 // bytes of the citation in it
	Fault      Fault
	Number     string              // as an address: 12.2.a
	Within     *revision.Provision // Missing: the deepest provision on the way that there is, nil for none
	Target     *revision.Provision // OtherHeading: the provision that bears the number
	Heading    string              // OtherHeading: the heading that the citation gives
	Bears      *revision.Provision // OtherHeading: the provision that has that heading, nil for none
	Count      int                 // OtherNumbers: how many citations lead nowhere, of which this is the first
}

// Check lists the citations of a revision that lead nowhere, or to a provision with
// another heading than they give, in the order of the text. Citations of other
// documents are left out, and so are numbers that may be another document's: those
// of a unit that this text does not have.
func Check(text *Text) []Finding {
	headings := headingIndex(text.Revision)
	var out []Finding
	looked := 0
	for _, cl := range text.clauses {
		if text.finder.amendsAnother(cl) {
			continue
		}
		for _, b := range cl.Blocks {
			if b.Kind == revision.BlockHeading {
				continue
			}
			for _, c := range text.find(b.Text) {
				at := Finding{In: cl, Provision: b.Provision, Text: b.Text, Start: c.Start, End: c.End}
				looked++
				out = text.index.appendFaults(out, at, &c, headings)
			}
		}
	}
	return foldNumbers(out, looked)
}

// foldNumbers says once what is true of a whole text: that it cites by other
// numbers than its own, as a treaty does whose articles were numbered anew. A tenth
// of all citations is more than slips explain.
func foldNumbers(found []Finding, looked int) []Finding {
	const least, share = 20, 10
	missing := 0
	for i := range found {
		if found[i].Fault == Missing {
			missing++
		}
	}
	if missing < least || missing*share < looked {
		return found
	}
	var out []Finding
	for _, f := range found {
		switch {
		case f.Fault != Missing:
			out = append(out, f)
		case missing > 0:
			f.Fault, f.Count = OtherNumbers, missing
			out, missing = append(out, f), 0
		}
	}
	return out
}

func (x *index) appendFaults(out []Finding, at Finding, c *Citation, headings map[string]*revision.Provision) []Finding {
	targets := x.Resolve(at.Provision, c)
	for _, t := range targets {
		at.Number, at.Within = t.Number, t.Within
		switch {
		case t.Provision != nil:
		case x.ours(c, &t):
			at.Fault = Missing
			out = append(out, at)
		}
	}
	if c.Heading == "" || len(targets) != 1 || targets[0].Provision == nil {
		return out
	}
	at.Target, at.Heading, at.Within = targets[0].Provision, c.Heading, nil
	given := plain(c.Heading)
	at.Bears = headings[given]
	if own := plain(at.Target.Heading); own == "" || own == given || at.Bears == nil && !resembles(given, own) {
		return out // a remark, not a heading
	}
	at.Fault = OtherHeading
	return append(out, at)
}

// ours reports whether a number that no provision bears can be meant for one of
// this text.
func (x *index) ours(c *Citation, t *Target) bool {
	first := &c.Path[0]
	switch {
	case t.Within != nil && countsLast(c):
		return false
	case first.Unit == "": // a bare number: the clause above the one it names is there
		return t.Within != nil && parts(t.Number)-1 == parts(t.Within.EID[strings.LastIndexByte(t.Within.EID, '/')+1:])
	case t.Within != nil:
		return true
	case first.Rank <= Group:
		return c.Owner == Own && x.units[first.Unit]
	case c.Owner == Own:
		return true
	}
	return first.Rank == Article && first.Unit != "" && x.direct[""]
}

// countsLast reports whether a citation's last part may have been found by counting
// paragraphs. Where it was not, what counts as a paragraph is for a reader to say.
func countsLast(c *Citation) bool { return c.Path[len(c.Path)-1].counts }

// headingIndex knows which provision alone bears a heading.
func headingIndex(r *revision.Revision) map[string]*revision.Provision {
	out := make(map[string]*revision.Provision)
	r.Walk(func(p *revision.Provision) bool {
		if h := plain(p.Heading); h != "" {
			if _, twice := out[h]; twice {
				out[h] = nil
			} else {
				out[h] = p
			}
		}
		return true
	})
	return out
}

// plain is a heading without quotation marks, final marks and letter case.
func plain(s string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.Trim(s, ` .:;“”„«»"'`)), " "))
}

// resembles reports whether two headings share at least half their words: the one
// that a citation gives is then meant for a heading.
func resembles(a, b string) bool {
	words := make(map[string]bool)
	for w := range strings.FieldsSeq(a) {
		words[w] = true
	}
	shared, all := 0, 0
	for w := range strings.FieldsSeq(b) {
		all++
		if words[w] {
			shared++
		}
	}
	return shared*2 >= max(all, len(words))
}
