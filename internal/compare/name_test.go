package compare

import (
	"fmt"
	"strings"
	"testing"
)

// A name that was removed is looked for in the whole new text.
func TestRemovedNames(t *testing.T) {
	old := tree("old", "1 Rivers | The Northern River Board and the Lamp Guild measure the water of all rivers each spring and publish what they found.\n"+
		"2 Schools | Teachers ask the Northern River Board for maps of the rivers when they teach children to swim.\n3 Forests | "+forests)
	new := tree("new", "1 Rivers | The state measures the water of all rivers each spring and publishes what it found.\n"+
		"2 Schools | Teachers ask the Northern River Board for maps of the rivers when they teach children to swim.\n3 Forests | "+forests)
	c, err := Compare(old, new)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, ch := range c.Changes {
		for _, r := range ch.Reasons {
			for _, it := range r.Items {
				if strings.HasPrefix(string(r.Code), "name") {
					got = append(got, fmt.Sprintf("%s: %s, still %q", r.Code, it.Old, it.Still))
				}
			}
		}
	}
	want := "name-removed: Northern River Board, still \"2\"\nname-gone: Lamp Guild, still \"\""
	if s := strings.Join(got, "\n"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
