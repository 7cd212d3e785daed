package review

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

var people = []string{"Aygün", "Rəşad", "Лейла"}

func drawText(t *rapid.T, label string) string {
	return rapid.OneOf(
		rapid.StringN(0, 40, -1),
		rapid.SampledFrom([]string{"", "\"; DROP TABLE entry; --", "line\nline\u2028line", "\x00\x1b[31m", "<script>", "ə ğ ı İ", "\\u0041 \\", "👩‍⚖️"}),
	).Draw(t, label)
}

func drawAnchor(t *rapid.T, r *revision.Revision) Anchor {
	var all []*revision.Provision
	r.Walk(func(p *revision.Provision) bool {
		if Words(p) != "" {
			all = append(all, p)
		}
		return true
	})
	return AnchorOf(r, rapid.SampledFrom(all).Draw(t, "provision"))
}

func drawStatement(t *rapid.T, r *revision.Revision) Statement {
	on := drawAnchor(t, r)
	note := drawText(t, "note")
	switch rapid.SampledFrom(Kinds).Draw(t, "kind") {
	case KindMark:
		return Mark{On: on, Verdict: rapid.SampledFrom(Verdicts).Draw(t, "verdict"), Note: note}
	case KindDecision:
		return Decision{
			On: on, Verdict: rapid.SampledFrom(Verdicts).Draw(t, "verdict"), Note: note,
			Votes: Votes{rapid.IntRange(0, 9).Draw(t, "for"), 1, 2},
		}
	case KindRebinding:
		said := Rebinding{From: on, In: r.Label, Note: "because " + note}
		if rapid.Bool().Draw(t, "to") {
			said.To = []Anchor{drawAnchor(t, r)}
		}
		return said
	case KindPin:
		return Pin{Old: on, New: drawAnchor(t, r), Apart: rapid.Bool().Draw(t, "apart"), Note: note}
	case KindRelation:
		said := Relation{Passage: PassageOf("strategy", "", "p1", "Of "+note), On: on, Note: "because " + note, Apart: rapid.Bool().Draw(t, "apart")}
		if !said.Apart {
			said.As = rapid.SampledFrom(RelationKinds).Draw(t, "as")
		}
		return said
	}
	return Enrolment{Name: rapid.SampledFrom(people[:2]).Draw(t, "name"), Role: rapid.SampledFrom([]Role{Ordinary, Chair}).Draw(t, "role")}
}

var sample = tree("2007", `
	1 Purpose | The policy protects the border. | It is reviewed every year.
	2 Means | The means are: | - an army; | - a budget; | - treaties.
	2.1 Army | The army is small.
	3 Final | It enters into force today.`)

// drawCopies plays a committee: its members write in their copies and hand them to
// each other, in any order.
func drawCopies(t *rapid.T) []*copyOf {
	first := newCopy(t)
	stored, err := StoredEntry(sample)
	if err != nil {
		t.Fatalf("%v", err)
	}
	first.add([]Entry{stored}, nil)
	for _, name := range people {
		first.enrol(name, Chair)
	}
	copies := []*copyOf{first, first.clone(), newCopy(t)}
	copies[2].now = first.now.Add(-time.Hour) // a clock that is behind
	copies[2].enrol("Лейла", Chair)
	for i := range rapid.IntRange(1, 14).Draw(t, "steps") {
		c := copies[rapid.IntRange(0, 2).Draw(t, fmt.Sprint("copy", i))]
		if rapid.IntRange(0, 3).Draw(t, fmt.Sprint("give", i)) == 0 {
			from := copies[rapid.IntRange(0, 2).Draw(t, fmt.Sprint("from", i))]
			c.add(from.record.Entries(), nil)
			continue
		}
		c.now = c.now.Add(time.Duration(rapid.IntRange(-300, 300).Draw(t, "drift")) * time.Second)
		c.say(present(t, c), drawStatement(t, sample))
	}
	return copies
}

func present(t *rapid.T, c *copyOf) string {
	var names []string
	for _, m := range c.record.Members() {
		if m.Role == Chair {
			names = append(names, m.Name)
		}
	}
	if len(names) == 0 {
		c.enrol("Лейла", Chair)
		return "Лейла"
	}
	return rapid.SampledFrom(names).Draw(t, "by")
}

// Law: whatever the order in which copies are brought together, the record is the
// same, to the byte, and so is what it says of the text; nothing is lost, nothing
// is there twice.
func TestAnyOrderSameRecord(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		copies := drawCopies(t)
		all := map[string]bool{}
		for _, c := range copies {
			for _, e := range c.record.Entries() {
				all[e.Hash] = true
			}
		}
		var want, wantState string
		for i, order := range permutations(len(copies)) {
			merged, _ := Assemble(nil, nil)
			for _, k := range append(order, order[0]) { // one of them twice
				file, err := ReadFile(strings.NewReader(export(t, copies[k].record)))
				if err != nil {
					t.Fatalf("%v", err)
				}
				union, problems := merged.Union(file)
				if len(problems) > 0 {
					t.Fatalf("%v", problems)
				}
				merged = union
			}
			if len(merged.Entries()) != len(all) {
				t.Fatalf("%d entries, the copies held %d", len(merged.Entries()), len(all))
			}
			got, state := export(t, merged), told(merged.StateOf(sample))
			if i == 0 {
				want, wantState = got, state
			}
			if got != want || state != wantState {
				t.Fatalf("order %v gives\n%s\n%s\nnot\n%s\n%s", order, state, got, wantState, want)
			}
		}
	})
}

func permutations(n int) [][]int {
	if n == 0 {
		return [][]int{nil}
	}
	var out [][]int
	for _, p := range permutations(n - 1) {
		for i := range n {
			out = append(out, slices.Insert(slices.Clone(p), i, n-1))
		}
	}
	return out
}

// Law: the order of the record puts what was written in knowledge of an entry after
// it, and never exchanges two entries when others are added.
func TestOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		copies := drawCopies(t)
		all, _ := Assemble(nil, nil)
		for _, c := range copies {
			all, _ = all.Union(c.record)
		}
		place := map[string]int{}
		for i, e := range all.Entries() {
			place[e.Hash] = i
			for _, h := range e.Before {
				if at, ok := place[h]; !ok || at >= i {
					t.Fatalf("entry %s comes before %s", Short(e.Hash), Short(h))
				}
			}
		}
		for _, c := range copies {
			last := -1
			for _, e := range c.record.Entries() {
				if place[e.Hash] <= last {
					t.Fatalf("two entries changed places")
				}
				last = place[e.Hash]
			}
		}
	})
}

// Law: an entry reads back as it was written, and has one form only.
func TestEntryReadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newCopy(t)
		c.enrol("Лейла", Chair)
		e := c.say("Лейла", drawStatement(t, sample))
		form := e.Canonical()
		got, err := ParseEntry(form)
		if err != nil {
			t.Fatalf("%v: %s", err, form)
		}
		if diff := cmp.Diff(e, got, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("%s", diff)
		}
		var any map[string]any
		if err := json.Unmarshal(form, &any); err != nil {
			t.Fatalf("not JSON: %v", err)
		}
		var spaced bytes.Buffer
		if err := json.Indent(&spaced, form, "", " "); err != nil {
			t.Fatalf("%v", err)
		}
		if _, err := ParseEntry(spaced.Bytes()); err == nil {
			t.Fatalf("another form was taken")
		}
	})
}

// Law: no byte of a record's file can be changed, and no line taken out, doubled or
// exchanged, without the file being refused. (A changed order of lines is the same
// record.)
func TestTampering(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := newCopy(t)
		c.enrol("Лейла", Chair)
		for range rapid.IntRange(1, 4).Draw(t, "entries") {
			c.say("Лейла", drawStatement(t, sample))
		}
		file := []byte(export(t, c.record))
		var changed []byte
		switch rapid.IntRange(0, 2).Draw(t, "way") {
		case 0:
			changed = slices.Clone(file)
			at := rapid.IntRange(0, len(file)-1).Draw(t, "at")
			changed[at] ^= byte(rapid.IntRange(1, 255).Draw(t, "bits"))
		case 1:
			changed = file[:rapid.IntRange(0, len(file)-2).Draw(t, "cut")]
		case 2:
			lines := bytes.SplitAfter(file, []byte("\n"))
			at := rapid.IntRange(0, len(lines)-2).Draw(t, "line")
			changed = bytes.Join(slices.Delete(lines, at, at+1), nil)
		}
		got, err := ReadFile(bytes.NewReader(changed))
		if err == nil && export(t, got) != string(file) {
			t.Fatalf("taken:\n%s\nfor\n%s", changed, file)
		}
	})
}

// A record rewritten as a whole verifies; the hash in the minutes does not fit.
func TestRewrittenRecord(t *testing.T) {
	c := newCopy(t)
	c.enrol("Лейла", Chair)
	forged := c.clone()
	on := AnchorOf(sample, mustFind(t, sample, "2.1"))
	noted := c.say("Лейла", Decision{On: on, Verdict: Keep})
	forged.say("Лейла", Decision{On: on, Verdict: Obsolete})
	if _, ok := c.record.Find(noted.Hash); !ok {
		t.Error("the noted head is not found in its own record")
	}
	if _, ok := forged.record.Find(noted.Hash); ok {
		t.Error("the noted head is found in the forged record")
	}
}

func TestProblems(t *testing.T) {
	c := newCopy(t)
	c.enrol("Лейла", Chair)
	c.enrol("Aygün", Ordinary)
	on := AnchorOf(sample, mustFind(t, sample, "1/p2"))
	c.say("Aygün", Mark{On: on, Verdict: Keep})
	all := c.record.Entries()
	at := c.now.Add(time.Hour)
	entry := func(tips []Tip, by string, s Statement) Entry {
		e, err := NewEntry(tips, at, by, s)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	left := entry(c.record.Tips(), "Лейла", Enrolment{Name: "Aygün", Role: Ordinary, Removed: true})
	for _, tc := range []struct {
		name    string
		entries []Entry
		want    string
	}{
		{"a missing entry", slices.Delete(slices.Clone(all), 1, 2), "is missing"},
		{"a wrong sequence", append(all[:3:3], entry([]Tip{{all[2].Hash, 8}}, "Aygün", Mark{On: on, Verdict: Keep})), "its sequence should be 4"},
		{"a stranger", append(all[:3:3], entry(c.record.Tips(), "Rəşad", Mark{On: on, Verdict: Keep})), `no member is called "Rəşad"`},
		{"a member's decision", append(all[:3:3], entry(c.record.Tips(), "Aygün", Decision{On: on, Verdict: Keep})), "only a chair may enter a decision"},
		{"a mark after leaving", append(all[:3:3], left, entry([]Tip{{left.Hash, left.Seq}}, "Aygün", Mark{On: on, Verdict: Keep})), `"Aygün" is no longer a member`},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, problems := Assemble(tc.entries, nil)
			if len(problems) == 0 || !strings.Contains(problems[0].String(), tc.want) {
				t.Errorf("got %v, want %q", problems, tc.want)
			}
		})
	}
	// What was written before the writer could know of the removal stands.
	apart := entry(c.record.Tips(), "Aygün", Mark{On: on, Verdict: Amend})
	if _, problems := Assemble(append(all[:3:3], left, apart), nil); len(problems) > 0 {
		t.Error(problems)
	}
}

func TestLimits(t *testing.T) {
	on := AnchorOf(sample, mustFind(t, sample, "3"))
	long := strings.Repeat("ə", MaxNote+1)
	for _, tc := range []struct {
		name, by string
		says     Statement
		want     string // "" when it is taken
	}{
		{"a long note", "A", Mark{On: on, Verdict: Keep, Note: long}, "the note has 20001 characters: at most 20000"},
		{"a note just short enough", "A", Mark{On: on, Verdict: Keep, Note: long[len("ə"):]}, ""},
		{"a note that is no text", "A", Mark{On: on, Verdict: Keep, Note: "\xff"}, "not UTF-8"},
		{"no name", " ", Mark{On: on, Verdict: Keep}, "name is needed"},
		{"a long name", strings.Repeat("x", MaxName+1), Mark{On: on, Verdict: Keep}, "121 characters"},
		{"an odd name", "Robert'); DROP TABLE entry;--\n«ə»", Mark{On: on, Verdict: Keep}, ""},
		{"an unknown verdict", "A", Mark{On: on, Verdict: "no"}, "verdict \"no\" is unknown"},
		{"a forged quotation", "A", Mark{On: Anchor{Revision: "2007", Address: "3", Digest: on.Digest, Quote: "other words"}, Verdict: Keep}, "does not have the digest"},
		{"negative votes", "A", Decision{On: on, Verdict: Keep, Votes: Votes{Against: -1}}, "-1 is no number of votes"},
		{"a rebinding without a reason", "A", Rebinding{From: on, In: "draft"}, "needs its reason"},
		{"a key that is none", "A", Enrolment{Name: "A", Role: Chair, Key: "ssh-ed25519 x"}, "not a public SSH key"},
		{"a role that is none", "A", Enrolment{Name: "A", Role: "king"}, "role \"king\" is unknown"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			_, err := NewEntry(nil, time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC), tc.by, tc.says)
			switch {
			case tc.want == "" && err != nil:
				t.Error(err)
			case tc.want != "" && (err == nil || !strings.Contains(err.Error(), tc.want)):
				t.Errorf("got %v, want %q", err, tc.want)
			}
		})
	}
}

// The canonical form is laid down in docs/record.md: it must not change, or no
// record would verify any more.
func TestCanonicalForm(t *testing.T) {
	e, err := NewEntry([]Tip{{strings.Repeat("b", 64), 6}, {strings.Repeat("a", 64), 3}},
		time.Date(2026, 11, 2, 9, 30, 0, 999, time.FixedZone("", 4*3600)), "Aygün", Mark{
			On:      Anchor{Revision: "2007", Source: strings.Repeat("0", 64), Address: "3", WID: "2007/3", Digest: digest("«a» \"b\""), Quote: "«a» \"b\""},
			Verdict: Keep, Note: "a\tb\u2028<c>\x01\x7f", Source: "modern-az",
		})
	if err != nil {
		t.Fatal(err)
	}
	want := `{"before":["` + strings.Repeat("a", 64) + `","` + strings.Repeat("b", 64) + `"],"by":"Aygün","kind":"mark",` +
		`"refers":"` + digest("«a» \"b\"") + `","says":{"note":"a\tb` + "\u2028" + `<c>\u0001` + "\x7f" + `","on":{"address":"3","digest":"` +
		digest("«a» \"b\"") + `","quote":"«a» \"b\"","revision":"2007","source":"` + strings.Repeat("0", 64) +
		`","wid":"2007/3"},"source":"modern-az","verdict":"keep"},"seq":7,"time":"2026-11-02T05:30:00Z","type":"conceptdiff/entry/1"}`
	if got := string(e.Canonical()); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	if e.Hash != hashOf([]byte(want)) {
		t.Error("the hash is not that of the canonical form")
	}
}

// A record that grows by one entry is the record that is assembled anew of all its entries,
// and an entry that does not follow the whole of it makes no record.
func TestWith(t *testing.T) {
	rng := rand.New(rand.NewPCG(7, 11))
	r, _ := Assemble(nil, nil)
	var entries []Entry
	for i := range 60 {
		var says Statement = Enrolment{Name: "Zeynal", Role: Chair}
		if i > 0 && i%3 == 0 {
			says = Enrolment{Name: fmt.Sprint("Member ", i), Role: Roles[rng.IntN(len(Roles))]}
		} else if i > 0 {
			says = Mark{On: anchorNowhere, Verdict: Verdicts[rng.IntN(len(Verdicts))], Note: fmt.Sprint(i)}
		}
		at := time.Date(2026, 1, 1, 0, 0, rng.IntN(100), 0, time.UTC) // clocks go wrong
		e, err := NewEntry(r.Tips(), at, "Zeynal", says)
		if err != nil {
			t.Fatal(err)
		}
		grown, ok := r.With(e)
		entries = append(entries, e)
		whole, problems := Assemble(entries, nil)
		if !ok || len(problems) > 0 || !reflect.DeepEqual(grown, whole) {
			t.Fatalf("entry %d: %v, %v; grown and assembled differ", i, ok, problems)
		}
		if i > 2 {
			if _, ok := r.With(entries[i-2]); ok {
				t.Fatalf("entry %d follows what it did not know", i-2)
			}
			stranger := e
			stranger.By, stranger.Says = "Nobody", Mark{On: anchorNowhere, Verdict: Keep}
			if _, ok := r.With(stranger); ok {
				t.Fatal("who is no member is taken")
			}
		}
		r = grown
	}
}

// anchorNowhere ties to words that no test looks up.
var anchorNowhere = Anchor{Revision: "2007", Source: strings.Repeat("a", 64), Address: "1", WID: "2007/1", Digest: digest("words"), Quote: "words"}
