package phrase

import (
	"strings"

	"conceptdiff/internal/render/findings"
	"conceptdiff/internal/report"
)

// Finding says in a line what is to be looked at beside a clause: "«Article 12»: No
// provision is 12." The citation is not said twice, where the finding begins with it.
func (p Phrases) Finding(f *report.Finding) string {
	cited := "«" + f.Cited + "»"
	says := strings.Join(findings.Says(p.Printer, p.Cite, f), " ")
	if strings.HasPrefix(says, cited) {
		return says
	}
	return cited + ": " + says
}
