package review

import (
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// The last word on a passage and a provision counts, also in a later text that keeps the
// words, wherever they stand there; one whose words are gone from their own text is stale.
func TestRelations(t *testing.T) {
	first := tree("first", "1 Rivers | The river.\n2 Roads | The road.")
	second := tree("second", "1 Mills | The mill.\n2 Rivers | The river.\n3 Roads | The new road.")
	c := newCopy(t)
	c.enrol("Aygün", Ordinary)
	say := func(document, at string, on *revision.Provision, as string) {
		c.say("Aygün", Relation{Passage: PassageOf(document, "", at, "words of "+at), On: AnchorOf(first, on), Apart: as == "", As: as, Note: "read both"})
	}
	river, road := mustFind(t, first, "1/p1"), mustFind(t, first, "2/p1")
	say("map", "p1", river, "restates")
	say("map", "p1", river, "contrary")
	say("map", "p2", river, "same subject")
	say("map", "p2", road, "")
	say("song", "p1", river, "names")
	told := func(r *revision.Revision, document string) string {
		last, stale := c.record.Relations(document, r)
		var out []string
		for _, l := range last {
			out = append(out, l.Passage.Address+"="+l.On.Address()+" "+l.As)
		}
		if len(stale) > 0 {
			out = append(out, "stale")
		}
		return strings.Join(out, ", ")
	}
	for _, tc := range []struct {
		in             *revision.Revision
		document, want string
	}{
		{first, "map", "p1=1/p1 contrary, p2=1/p1 same subject, p2=2/p1 "},
		{first, "song", "p1=1/p1 names"},
		{first, "none", ""},
		{second, "map", "p1=2/p1 contrary, p2=2/p1 same subject"},
		{tree("first", "1 Lakes | A lake."), "song", "stale"},
	} {
		if got := told(tc.in, tc.document); got != tc.want {
			t.Errorf("%s of %s: %q, want %q", tc.document, tc.in.Label, got, tc.want)
		}
	}
}

// A ruling without its reason, of a kind that is none, or whose words are not those it
// quotes is refused.
func TestRelationIsChecked(t *testing.T) {
	good := Relation{Passage: PassageOf("map", "", "p1", "words"), On: AnchorOf(sample, mustFind(t, sample, "2.1")), As: "restates", Note: "read both"}
	if err := good.check(); err != nil {
		t.Fatal(err)
	}
	for what, spoil := range map[string]func(*Relation){
		"no reason":      func(r *Relation) { r.Note = "" },
		"unknown kind":   func(r *Relation) { r.As = "praises" },
		"apart, with as": func(r *Relation) { r.Apart = true },
		"other words":    func(r *Relation) { r.Passage.Quote = "other words" },
		"no address":     func(r *Relation) { r.Passage.Address = "" },
		"no document":    func(r *Relation) { r.Passage.Document = "" },
		"no hash":        func(r *Relation) { r.Passage.Source = "1234" },
		"no provision":   func(r *Relation) { r.On.Address = "" },
	} {
		bad := good
		spoil(&bad)
		if bad.check() == nil {
			t.Errorf("%s: taken", what)
		}
	}
}
