package akn

import (
	"strings"

	"golang.org/x/text/language"

	"conceptdiff/internal/ingest/xmltree"
)

// readMeta takes over what the identification says of the document: the date and
// language of the expression (this version; the work is the act through all versions)
// and the first other name of the work. n may be nil. A date in the year 1 stands for
// an unknown one; the language is a code of three letters there («aze») and of two
// here («az»).
func (r *reader) readMeta(n *xmltree.Node) {
	id := n.Child("identification")
	work, expression := id.Child("FRBRWork"), id.Child("FRBRExpression")
	if date := expression.Child("FRBRdate").Attr("date"); len(date) >= 10 && !strings.HasPrefix(date, "0001") {
		r.meta.Date = date[:10]
	}
	if tag := expression.Child("FRBRlanguage").Attr("language"); tag != "" {
		if base, confidence := language.Make(tag).Base(); confidence > language.No {
			r.meta.Language = base.String()
		}
	}
	for _, a := range work.Elements() {
		if a.Name == "FRBRalias" && r.meta.Citation == "" {
			r.meta.Citation = a.Attr("value")
		}
	}
}
