package ingest

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// A table in a clause whose number the format counts ends nothing: its rows belong to
// the clause, and the numbers go on after it.
func TestTableInNumberedClause(t *testing.T) {
	const table = "<table><tr><td>Boat</td><td>Fare</td></tr><tr><td>Barge</td><td>5</td></tr></table>"
	for name, html := range map[string]string{
		"in the item":       "<ol><li>The ferryman takes these fares:" + table + "</li><li>The ferryman rings the bell.</li></ol>",
		"between two lists": "<ol><li>The ferryman takes these fares:</li></ol>" + table + "<ol start=2><li>The ferryman rings the bell.</li></ol>",
		"typed numbers":     "<p>1. The ferryman takes these fares:</p>" + table + "<p>2. The ferryman rings the bell.</p>",
	} {
		got, res := addresses(t, "a.html", "<html><body><p>Ferry rules</p>"+html+"</body></html>")
		if got != "preface=Ferry rules | 1 | 2" {
			t.Errorf("%s: %s", name, got)
		}
		r := &revision.Revision{Components: res.Components}
		if p := r.Find("1"); p == nil || !strings.Contains(visible(printed([]*revision.Provision{p})), "Boat|FareBarge|5") {
			t.Errorf("%s: the rows are not of clause 1: %+v", name, p)
		}
	}
}
