package compare

import "testing"

func TestPins(t *testing.T) {
	old := tree("old", "1 Rivers | "+rivers+"\n2 Forests | "+forests+"\n3 Schools | "+schools)
	new := tree("new", "1 Rivers | "+rivers+"\n2 Markets | "+markets+"\n3 Schools | "+schools)
	tests := []struct {
		name string
		pins []Pin
		want string
	}{
		{"what nobody would pair is paired", []Pin{{Old: "2", New: "2", By: "A. Member"}}, "1>1 unchanged\n2>2 amended retitled\n3>3 unchanged\n"},
		{"equal texts are held apart", []Pin{{Old: "3", New: "3", Apart: true}}, "1>1 unchanged\n2> removed\n3> removed\n>2 new\n>3 new\n"},
		{"a pin against the anchors", []Pin{{Old: "1", New: "3"}, {Old: "3", New: "1"}}, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c, err := Compare(old, new, tt.pins...)
			if err != nil {
				t.Fatal(err)
			}
			checkLaws(t, c)
			if got := fates(c); tt.want != "" && got != tt.want {
				t.Errorf("got\n%swant\n%s", got, tt.want)
			}
			for i := range c.Changes {
				ch := &c.Changes[i]
				for _, p := range tt.pins {
					if together := len(ch.Old) > 0 && len(ch.New) > 0 && ch.Old[0].EID == p.Old && ch.New[0].EID == p.New; together != (ch.Pin != nil && *ch.Pin == p) {
						t.Errorf("%s with pin %v", ch.ID, ch.Pin)
					}
				}
			}
		})
	}
	for name, pins := range map[string][]Pin{
		"unknown old":   {{Old: "9", New: "1"}},
		"unknown new":   {{Old: "1", New: "9"}},
		"twice":         {{Old: "1", New: "1"}, {Old: "1", New: "2"}},
		"contradiction": {{Old: "1", New: "1"}, {Old: "1", New: "1", Apart: true}},
	} {
		if _, err := Compare(old, new, pins...); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// TestHeldApartFromTheNumberAbove holds that a ruling also keeps a number over
// paragraphs from the change of those below it.
func TestHeldApartFromTheNumberAbove(t *testing.T) {
	old := tree("old", "1 Water\n1.1 | "+rivers+"\n1.2 | "+harbours+" "+bridges+"\n2 | "+forests)
	new := tree("new", "1 Water\n1.1 | "+rivers+"\n2\n2.1 | "+harbours+"\n2.2 | "+bridges+"\n3 | "+forests)
	c, err := Compare(old, new, Pin{Old: "1.2", New: "2", Apart: true})
	if err != nil {
		t.Fatal(err)
	}
	checkLaws(t, c)
	if got := pairs(c); got[">2"] != New || got["1.2>2.1+2.2"] != Split {
		t.Errorf("2 is not new in\n%s", fates(c))
	}
}
