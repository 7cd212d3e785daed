package report

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/claim"
	"conceptdiff/internal/compare"
	"conceptdiff/internal/compare/significance"
	"conceptdiff/internal/revision"
)

// clause makes a numbered clause with one line of text.
func clause(num, text string) *revision.Provision {
	return &revision.Provision{Kind: revision.KindClause, Num: num + ".", EID: num, Text: text}
}

func component(eid, heading string, children ...*revision.Provision) *revision.Provision {
	return &revision.Provision{Kind: revision.KindComponent, EID: eid, Heading: heading, Children: children}
}

func rev(label string, components ...*revision.Provision) *revision.Revision {
	return &revision.Revision{Meta: revision.Meta{Label: label, Status: revision.InForce}, Components: components}
}

// compared compares by address: clauses of one address are kept or amended, the
// others removed and new.
func compared(old, now *revision.Revision) *compare.Comparison {
	oldClauses, newClauses := old.Clauses(), now.Clauses()
	var changes []compare.Change
	paired := map[*revision.Clause]bool{}
	add := func(ch compare.Change) {
		ch.Words = compare.WordCount{}
		for _, e := range ch.Edits {
			switch e.Op {
			case compare.Keep:
				ch.Words.Kept += len(strings.Fields(e.New))
			case compare.Delete:
				ch.Words.Deleted += len(strings.Fields(e.Old))
			case compare.Insert:
				ch.Words.Inserted += len(strings.Fields(e.New))
			}
		}
		changes = append(changes, ch)
	}
	for _, n := range newClauses {
		var mate *revision.Clause
		for _, o := range oldClauses {
			if o.Address() == n.Address() {
				mate = o
			}
		}
		ch := compare.Change{ID: "c-" + n.Address(), New: []*revision.Clause{n}, Significance: compare.Substantive}
		switch {
		case mate == nil:
			ch.Kind, ch.Edits = compare.New, []compare.Edit{{Op: compare.Insert, New: n.Text()}}
		case mate.Text() == n.Text():
			ch.Kind, ch.Old, ch.Significance = compare.Unchanged, []*revision.Clause{mate}, ""
			ch.Edits = []compare.Edit{{Op: compare.Keep, Old: mate.Text(), New: n.Text()}}
		default:
			ch.Kind, ch.Old = compare.Amended, []*revision.Clause{mate}
			ch.Edits = []compare.Edit{{Op: compare.Delete, Old: mate.Text()}, {Op: compare.Insert, New: n.Text()}}
		}
		paired[mate] = true
		add(ch)
	}
	for _, o := range oldClauses {
		if !paired[o] {
			add(compare.Change{
				ID: "c-old-" + o.Address(), Kind: compare.Removed, Old: []*revision.Clause{o}, Significance: compare.Substantive,
				Edits: []compare.Edit{{Op: compare.Delete, Old: o.Text()}},
			})
		}
	}
	c, err := compare.Assemble(old, now, oldClauses, newClauses, changes)
	if err != nil {
		panic(err)
	}
	return c
}

func mustBuild(tb testing.TB, in Input) Report {
	tb.Helper()
	r, err := Build(in)
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// The accounting adds up on both sides, for any two texts.
func TestAccountingAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		side := func(label string) *revision.Revision {
			var comps []*revision.Provision
			for _, eid := range []string{"order", ""} {
				comp := component(eid, "")
				if rapid.Bool().Draw(t, "front") {
					comp.Heading = "Heading"
				}
				prefix := eid
				if eid != "" {
					prefix += "/"
				}
				for i := range rapid.IntRange(0, 6).Draw(t, "clauses") {
					if rapid.Bool().Draw(t, "has") {
						c := clause(fmt.Sprint(prefix, i+1), rapid.SampledFrom([]string{"one two", "one three", "four"}).Draw(t, "text"))
						comp.Children = append(comp.Children, c)
					}
				}
				comps = append(comps, comp)
			}
			return rev(label, comps...)
		}
		in := Input{Comparison: compared(side("old"), side("new"))}
		r, err := Build(in)
		if err != nil {
			t.Fatal(err)
		}
		old, now := 0, 0
		for _, p := range r.Accounting.Parts {
			sumOld, sumNew := 0, 0
			for _, f := range p.Fates {
				sumOld += f.Old
				sumNew += f.New
			}
			if sumOld != p.OldTotal || sumNew != p.NewTotal {
				t.Fatalf("%s: fates %d and %d, totals %d and %d", p.Name(), sumOld, sumNew, p.OldTotal, p.NewTotal)
			}
			old += p.OldTotal + p.OldFront
			now += p.NewTotal + p.NewFront
		}
		if old != len(r.Old.Clauses) || now != len(r.New.Clauses) {
			t.Fatalf("accounted for %d and %d clauses of %d and %d", old, now, len(r.Old.Clauses), len(r.New.Clauses))
		}
		told := len(r.Fronts)
		for _, g := range r.Fates {
			told += len(g.Changes)
		}
		for _, l := range r.Lone {
			told += len(l.Changes)
		}
		if told != len(r.Changes) {
			t.Fatalf("%d of %d changes are told", told, len(r.Changes))
		}
	})
}

// A part without counterpart is told once and is no highlight; when nothing at
// all corresponds, no part is set apart.
func TestLoneParts(t *testing.T) {
	old := rev("old", component("order", "Order", clause("order/1", "approve it")), component("", "", clause("1", "a")))
	now := rev("new", component("", "", clause("1", "b")))
	r := mustBuild(t, Input{Comparison: compared(old, now)})
	if len(r.Lone) != 1 || !r.Lone[0].Gone || r.Lone[0].Part.Name != "Order" || len(r.Lone[0].Changes) != 2 {
		t.Fatalf("lone parts: %+v", r.Lone)
	}
	for _, h := range r.Important() {
		if h.Change.Lone {
			t.Errorf("%s of a part without counterpart is highlighted", h.Change.ID)
		}
	}
	other := mustBuild(t, Input{Comparison: compared(old, rev("new", component("", "", clause("9", "z"))))})
	if len(other.Lone) != 0 {
		t.Errorf("texts with nothing in common have lone parts: %+v", other.Lone)
	}
}

// The order of importance is the documented one.
func TestImportant(t *testing.T) {
	words := strings.Repeat("word ", 30)
	old := rev("old", component("", "",
		clause("1", "small"), clause("2", "cited"), clause("3", "the fact"), clause("4", "he will go"), clause("5", words), clause("6", "same")))
	now := rev("new", component("", "",
		clause("1", "little"), clause("2", "quoted"), clause("3", "the thing"), clause("4", "he shall go"), clause("6", "same"), clause("7", words)))
	cmpn := compared(old, now)
	for i := range cmpn.Changes {
		switch cmpn.Changes[i].ID {
		case "c-4":
			cmpn.Changes[i].Reasons = []compare.Reason{{Code: significance.ModalityChanged}}
		case "c-1":
			cmpn.Changes[i].Significance = compare.Editorial
		}
	}
	src := &claim.Source{Publisher: "The Daily"}
	cl := &claim.Claim{Source: src, Speaker: "A. Reader"}
	src.Claims = []*claim.Claim{cl}
	r := mustBuild(t, Input{Comparison: cmpn, Sources: []*claim.Source{src}, Flags: []claim.Flag{
		{Claim: cl, Clause: "2", Provision: "2", Basis: claim.Cited},
		{Claim: cl, Clause: "3", Provision: "3", Basis: claim.SameSubject},
	}})
	var got []string
	for _, h := range r.Important() {
		got = append(got, h.Change.ID)
	}
	if d := cmp.Diff([]string{"c-2", "c-3", "c-7", "c-old-5", "c-4"}, got); d != "" {
		t.Error(d)
	}
	if h := r.Important()[0]; h.Basis != claim.Cited || !slices.Equal(h.Speakers, []string{"A. Reader"}) {
		t.Errorf("%s: %v", h.Basis, h.Speakers)
	}
}

// An incomplete comparison is refused: no clause may be without a fate, or have
// two.
func TestBuildRefusesIncomplete(t *testing.T) {
	old, now := rev("old", component("", "", clause("1", "a"))), rev("new", component("", "", clause("1", "b"), clause("2", "c")))
	missing := compared(old, now)
	missing.Changes = missing.Changes[:1]
	twice := compared(old, now)
	twice.Changes = append(twice.Changes, twice.Changes[0])
	torn := compared(old, now)
	torn.Changes[0].Edits = append(torn.Changes[0].Edits, compare.Edit{Op: compare.Insert, New: "\nmore"})
	for name, c := range map[string]*compare.Comparison{"missing": missing, "twice": twice, "torn": torn} {
		if _, err := Build(Input{Comparison: c}); err == nil {
			t.Errorf("%s: accepted", name)
		}
	}
}

func TestOnly(t *testing.T) {
	old := rev("old", component("", "", clause("1", "a"), clause("1.1", "b"), clause("10", "c"), clause("2", "d")))
	now := rev("new", component("", "", clause("1", "a"), clause("1.1", "x"), clause("10", "y"), clause("3", "e")))
	r := mustBuild(t, Input{Comparison: compared(old, now)})
	for _, tc := range []struct {
		filter Filter
		want   string
	}{
		{Filter{}, "c-1 c-1.1 c-10 c-3 c-old-2"},
		{Filter{Kinds: []compare.Kind{compare.Amended}}, "c-1.1 c-10"},
		{Filter{Clauses: []string{"1"}}, "c-1 c-1.1"},
		{Filter{Clauses: []string{"1"}, Substantive: true}, "c-1.1"},
		{Filter{Clauses: []string{"2"}}, "c-old-2"},
		{Filter{Changed: true}, "c-1.1 c-10 c-3 c-old-2"},
		{Filter{Moved: true}, ""},
	} {
		only, err := r.Only(tc.filter)
		if err != nil {
			t.Fatal(err)
		}
		var ids []string
		for _, c := range only.Changes {
			ids = append(ids, c.ID)
		}
		if got := strings.Join(ids, " "); got != tc.want {
			t.Errorf("%+v: got %s, want %s", tc.filter, got, tc.want)
		}
		if (only.Filter == nil) != tc.filter.Empty() {
			t.Errorf("%+v: the filter is %v", tc.filter, only.Filter)
		}
		if only.Accounting.Parts[0].OldTotal != 4 {
			t.Errorf("%+v: the counts are not those of the whole", tc.filter)
		}
	}
	var unknown *NoClauseError
	if _, err := r.Only(Filter{Clauses: []string{"7"}}); !errors.As(err, &unknown) || unknown.Address != "7" {
		t.Errorf("unknown clause: %v", err)
	}
}

func TestNotices(t *testing.T) {
	now := rev("new", component("", "", clause("1", "a")))
	now.Status, now.Note = revision.Illustrative, "Made up."
	r := mustBuild(t, Input{Comparison: compared(rev("old", component("", "", clause("1", "a"))), now)})
	want := []Notice{{Side: "new", Label: "new", Status: revision.Illustrative, Note: "Made up."}}
	if d := cmp.Diff(want, r.Notices); d != "" {
		t.Error(d)
	}
}

// A provision stands once, with those statements together that say the same.
func TestProvisions(t *testing.T) {
	old := rev("old", component("", "", clause("1", "a"), clause("2", "b")))
	src := &claim.Source{Publisher: "The Daily"}
	one, two, three := &claim.Claim{Key: "1", Source: src}, &claim.Claim{Key: "2", Source: src}, &claim.Claim{Key: "3", Source: src}
	src.Claims = []*claim.Claim{one, two, three}
	flag := func(c *claim.Claim, at string, fate claim.Fate, words ...string) claim.Flag {
		return claim.Flag{Claim: c, Clause: at, Provision: at, Words: words, Treatment: &claim.Treatment{Fate: fate}}
	}
	r := mustBuild(t, Input{
		Comparison: compared(old, rev("new", component("", "", clause("1", "a")))), Sources: []*claim.Source{src},
		Flags: []claim.Flag{
			flag(one, "1", claim.Amended, "a"), flag(two, "1", claim.Amended, "a"), flag(three, "1", claim.CarriedOver, "b"),
			flag(one, "2", claim.Removed, "b"),
		},
	})
	if len(r.Provisions) != 2 || len(r.Provisions[0].Ties) != 2 {
		t.Fatalf("provisions: %+v", r.Provisions)
	}
	if d := cmp.Diff([]int{1, 2}, r.Provisions[0].Ties[0].Statements); d != "" {
		t.Error(d)
	}
	if r.Provisions[0].Fate != claim.CarriedOver || !r.Provisions[0].Standing {
		t.Errorf("the treatment that leaves most standing does not win: %+v", r.Provisions[0])
	}
	want := []TreatmentCount{{claim.Removed, 1, 0}, {claim.CarriedOver, 1, 1}}
	if d := cmp.Diff(want, r.Treatments); d != "" {
		t.Error(d)
	}
}

// Texts without clauses are compared as a whole, and what changed in them is among
// the most important changes.
func TestTextsWithoutClauses(t *testing.T) {
	whole := func(label, text string) *revision.Revision {
		return rev(label, &revision.Provision{Kind: revision.KindComponent, Children: []*revision.Provision{
			{Kind: revision.KindParagraph, EID: "preface/p1", Text: text},
		}})
	}
	r := mustBuild(t, Input{Comparison: compared(whole("old", "The pier opens in May."), whole("new", "The pier opens in June."))})
	a := r.Accounting.Parts[0]
	if !a.Whole || a.OldTotal != 1 || a.NewTotal != 1 || len(r.Fronts) > 0 || len(r.Important()) != 1 {
		t.Errorf("%+v, %d fronts, %d important", a, len(r.Fronts), len(r.Important()))
	}
}
