package relate_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/ingest"
	"conceptdiff/internal/relate"
	"conceptdiff/internal/revision"
)

func clause(num, heading, text string) *revision.Provision {
	return &revision.Provision{Kind: revision.KindClause, Num: num, Heading: heading, Children: []*revision.Provision{{Kind: revision.KindParagraph, Text: text}}}
}

func revise(label string, clauses ...*revision.Provision) *revision.Revision {
	main := &revision.Provision{Kind: revision.KindComponent, Children: clauses}
	revision.AssignEIDs([]*revision.Provision{main})
	return &revision.Revision{Meta: revision.Meta{Label: label, Language: "en"}, Components: []*revision.Provision{main}}
}

func compared(t *testing.T, a, b *revision.Revision) *compare.Comparison {
	t.Helper()
	return comparedIn(t, a, b)
}

// failer is what testing.T and rapid.T have in common.
type failer interface{ Fatal(...any) }

func comparedIn(t failer, a, b *revision.Revision) *compare.Comparison {
	c, err := compare.Compare(a, b)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// A clause written anew under another number and a like heading is told as the same
// subject; headings that any law has pair nothing, nor does one word that two share.
func TestSameSubject(t *testing.T) {
	old := revise("old",
		clause("1.", "Definitions", "Apples mean the fruit of registered orchards beside the river."),
		clause("2.", "Protection of northern lighthouses", "Every lamp keeper burns oil in the lantern tower from dusk until dawn and writes signals down."),
		clause("3.", "Language", "Letters are written by clerks."),
	)
	now := revise("new",
		clause("7.", "Electric beacons for northern lighthouses of the coast", "Machines replace flame. Where one fails, somebody lights a lantern in its tower at dusk and notes the signals by hand until repair crews come from the mainland with batteries."),
		clause("8.", "Definitions", "Gondolas mean cabins of a ropeway above rooftops."),
		clause("9.", "Languages of cable cars", "Passengers tap cards at turnstiles."),
	)
	pairs := relate.SameSubject(compared(t, old, now))
	if len(pairs) != 1 || pairs[0].Old.Address() != "2" || pairs[0].New.Address() != "7" {
		t.Fatalf("pairs: %+v", pairs)
	}
}

// Laws that have nothing to do with each other gain no pair by subject.
func TestUnrelatedLaws(t *testing.T) {
	dirs, _ := filepath.Glob("../../../shared/alignment/*/old.txt")
	if len(dirs) == 0 {
		t.Skip("no laws at hand: ../shared/alignment")
	}
	load := func(path string) *revision.Revision {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		r, err := ingest.Read(path, data)
		if err != nil {
			t.Fatal(err)
		}
		return &revision.Revision{Meta: revision.Meta{Label: path, Language: r.Language}, Components: r.Components}
	}
	for i, d := range dirs {
		for k := 1; k <= 3; k++ {
			other := filepath.Join(filepath.Dir(dirs[(i+k)%len(dirs)]), "new.txt")
			a, b := load(d), load(other)
			if a.Language != b.Language {
				continue
			}
			for _, p := range relate.SameSubject(compared(t, a, b)) {
				t.Errorf("%s and %s: %s %q is told to be about the same as %s %q (%.2f)", d, other, p.Old.Address(), p.Old.Heading, p.New.Address(), p.New.Heading, p.Score)
			}
		}
	}
}

// A word that a line break tore is the word, and the date behind a place is no part of its
// name.
func TestThemes(t *testing.T) {
	old := revise("old", clause("1.", "Lamps", "The destruction of lamps went on. "+strings.Repeat("Keepers at sea fear destruc-tion by storms. ", 7)+
		strings.Repeat("It was said in New York June 1, 2002 by a keeper of al-Amber. ", 4)))
	now := revise("new", clause("1.", "Beacons", strings.Repeat("Machines replace flame wherever batteries hold out for a winter. ", 20)))
	r := relate.Examine(compared(t, old, now))
	gone := map[string]bool{}
	for _, theme := range r.Themes.Gone {
		gone[theme.Text] = true
	}
	if !gone["destruction"] || gone["tion"] || !gone["New York"] || gone["New York June"] || !gone["al-Amber"] {
		t.Errorf("gone: %v", gone)
	}
}

// What is told as gone or new stands in no form, heading or longer name of the other text,
// and how often is told by all words of the text.
func TestThemesStandNowhereElse(t *testing.T) {
	old := revise("old", clause("1.", "Lamps", strings.Repeat("The reduction of lamps and the Inter-Island Lamp Fund is told to keepers by the Quay Office. ", 8)))
	now := revise("new", clause("1.", "Reduction of beacons", strings.Repeat("Machines replace flame wherever batteries hold out for a winter and batteries are cheap. ", 15)+"The Old Quay Office pays. Transforming Fog Harbour is dear; transform it they will. Fog Harbour waits. Clerks of Fog Harbour sleep."))
	r := relate.Examine(compared(t, old, now))
	if !r.Anew {
		t.Fatal("not written anew")
	}
	for _, theme := range r.Themes.Gone {
		switch theme.Text {
		case "reduction", "Quay Office":
			t.Errorf("told as gone: %+v", theme)
		case "lamps":
			if theme.Old != 9+8 || theme.OldPer != 117.24 { // of 145
				t.Errorf("lamps: %+v of %d words", theme, r.OldWords)
			}
		}
	}
	for _, s := range r.Subjects {
		for _, name := range append(s.OldOnly, s.NewOnly...) {
			if name == "Island Lamp Fund" || name == "Transforming Fog Harbour" {
				t.Errorf("names of one side: %q, %q", s.OldOnly, s.NewOnly)
			}
		}
	}
	if !slices.ContainsFunc(r.Subjects, func(s relate.Topic) bool { return slices.Contains(s.OldOnly, "Inter-Island Lamp Fund") }) {
		t.Errorf("subjects: %+v", r.Subjects)
	}
}
