package compare

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestSharedWords(t *testing.T) {
	c := mustCompare(t,
		tree("old", "1 Rivers | The ferry and the mill stand on the river. \n2 Roads | The mill road is closed."),
		tree("new", "1 Rivers | The old ferry and a mill stand on this river. \n2 Roads | The mill road is open."))
	if d := cmp.Diff([]string{"ferry", "river", "rivers"}, SharedWords(c, &c.Changes[0], 3)); d != "" {
		t.Error(d)
	}
}
