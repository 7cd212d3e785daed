package propose

import (
	"strings"
	"testing"
)

// A headline that a sentence of the article says again is counted, not taken; any other is
// taken as the publication's own words and told to be the headline.
func TestHeadline(t *testing.T) {
	const plan = "Plan of the Valley\n\n1. Mills\n\nThe old mills are closed and the bridges are kept.\n"
	for headline, again := range map[string]bool{
		"The old mills are closed":         true,
		"The closing of bridges is denied": false,
	} {
		article := "The Valley Post\n\n" + headline + "\n\n5 May 2025\n\nMost of the old mills have been closed, the council said.\n"
		p := proposeText(t, plan, article)
		taken := 0
		for _, s := range p.Statements {
			if s.Head {
				taken++
			}
		}
		if again != (taken == 0) || again != (p.Repeated == 1) {
			t.Errorf("%q: taken %d times, %d repeated", headline, taken, p.Repeated)
		}
		if told := strings.Contains(string(p.Write("plan")), "the headline, in the publication's own words"); told == again {
			t.Errorf("%q: told to be the headline: %v", headline, told)
		}
	}
}
