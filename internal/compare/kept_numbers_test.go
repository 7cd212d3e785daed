package compare

import (
	"fmt"
	"math"
	"strings"
	"testing"
)

// TestKeptNumbers holds that the same number speaks for a clause that was
// written anew where the other clauses kept theirs, and hardly where they did
// not.
func TestKeptNumbers(t *testing.T) {
	const (
		before = "The ferry crosses every hour of daylight and carries no cart without a driver."
		after  = "A cart without a lamp waits until the gate is opened by the toll keeper."
	)
	around := []string{rivers, forests, schools, markets, before}
	score := func(added int) float64 {
		var old, new strings.Builder
		for i, text := range around {
			fmt.Fprintf(&old, "%d | %s\n", i+1, text)
			n := i + 1 + added
			if text == before {
				n, text = i+1, after
			}
			fmt.Fprintf(&new, "%d | %s\n", n, text)
		}
		c := mustCompare(t, tree("old", old.String()), tree("new", new.String()))
		checkLaws(t, c)
		for i := range c.Changes {
			if ch := &c.Changes[i]; ch.mainOld != nil && ch.mainOld.Address() == "5" && ch.mainNew.Address() == "5" {
				return ch.Score
			}
		}
		t.Fatalf("%d added: 5 is no pair in\n%s", added, fates(c))
		return 0
	}
	odds := func(p float64) float64 { return math.Log(p / (1 - p)) }
	if kept, counted := odds(score(0)), odds(score(10)); kept < counted+1 {
		t.Errorf("log-odds %.2f where numbers were kept, %.2f where they were not", kept, counted)
	}
}
