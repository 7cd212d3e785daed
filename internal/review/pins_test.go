package review

import (
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"conceptdiff/internal/compare"
)

func TestPins(t *testing.T) {
	old := tree("old", "1 Rivers | The river.\n2 Roads | The road.\n3 Mills | The mill.")
	new := tree("new", "1 Rivers | The river.\n2 Roads | The road.\n3 Mills | The mill.")
	later := tree("later", "1 Rivers | The river.\n2 Roads | The new road.\n3 Mills | The mill.")
	for _, p := range later.Clauses() { // a draft inherits the identities of its base
		p.WID = "new/" + p.Address()
	}
	pin := func(from, to string, apart bool) Pin {
		return Pin{Old: AnchorOf(old, old.Find(from)), New: AnchorOf(new, new.Find(to)), Apart: apart, Note: "because"}
	}
	say := func(pins ...Pin) *Record {
		r := &Record{}
		for i, p := range pins {
			r.entries = append(r.entries, Entry{Seq: i + 1, By: "Aygün", Time: time.Unix(int64(i), 0).UTC(), Says: p})
		}
		return r
	}
	ruled := func(from, to string, apart bool) compare.Pin {
		return compare.Pin{Old: from, New: to, Apart: apart, By: "Aygün", Note: "because"}
	}
	for name, tt := range map[string]struct {
		said []Pin
		want []compare.Pin
	}{
		"nothing":                          {},
		"one":                              {[]Pin{pin("1", "2", false)}, []compare.Pin{ruled("1", "2", false)}},
		"the last word on a pair":          {[]Pin{pin("1", "1", true), pin("1", "1", false)}, []compare.Pin{ruled("1", "1", false)}},
		"another partner":                  {[]Pin{pin("1", "2", false), pin("1", "3", false)}, []compare.Pin{ruled("1", "3", false)}},
		"apart from one, paired to others": {[]Pin{pin("1", "1", true), pin("1", "3", false)}, []compare.Pin{ruled("1", "1", true), ruled("1", "3", false)}},
	} {
		pins, stale := say(tt.said...).Pins(old, new)
		if d := cmp.Diff(tt.want, pins); d != "" || len(stale) > 0 {
			t.Errorf("%s: %s, stale %v", name, d, stale)
		}
		if _, err := compare.Compare(old, new, pins...); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	pins, stale := say(pin("1", "1", false), pin("2", "2", false)).Pins(old, later)
	if d := cmp.Diff([]compare.Pin{ruled("1", "1", false)}, pins); d != "" || len(stale) != 1 {
		t.Errorf("a later draft: %s, stale %v", d, stale)
	}
}
