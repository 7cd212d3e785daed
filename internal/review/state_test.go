package review

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestState(t *testing.T) {
	c := newCopy(t)
	c.enrol("Лейла", Chair)
	c.enrol("Aygün", Ordinary)
	c.enrol("Rəşad", Ordinary)
	c.enrol("Guest", Reader)
	mark := func(by, address string, v Verdict) {
		c.say(by, Mark{On: AnchorOf(sample, mustFind(t, sample, address)), Verdict: v})
	}
	mark("Aygün", "1/p1", Keep)
	mark("Rəşad", "1/p1", Obsolete)
	mark("Rəşad", "1/p1", Keep) // changes his mind
	mark("Aygün", "2/p1/i2", Disputed)
	mark("Aygün", "2.1", Keep)
	mark("Rəşad", "2.1", Amend)
	mark("Aygün", "3", Amend)
	mark("Aygün", "1", Amend)
	mark("Aygün", "1", Withdraw)
	c.say("Лейла", Decision{On: AnchorOf(sample, mustFind(t, sample, "3")), Verdict: Keep, Votes: Votes{3, 1, 0}})
	c.say("Лейла", Enrolment{Name: "Rəşad", Role: Ordinary, Removed: true}) // his marks stay

	s := c.record.StateOf(sample)
	want := `1/p1 agreed Aygün:keep Rəşad:keep
2/p1/i2 disputed Aygün:disputed
2.1 disputed Aygün:keep Rəşad:amend
3 decided Aygün:amend decided:keep
`
	if got := told(s); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
	if len(s.Unmarked) != 0 || s.Clauses != 4 || s.Statements() != 7 {
		t.Errorf("%d of %d clauses unmarked, %d statements", len(s.Unmarked), s.Clauses, s.Statements())
	}
	if got := strings.Join(s.At("2.1").Silent, " "); got != "Лейла" {
		t.Errorf("silent on 2.1: %s", got)
	}

	flags := []Flagged{{"3", "x"}, {"2", "calls it obsolete"}, {"2", "calls it obsolete"}, {"2.1", "y"}, {"gone", "z"}}
	agenda := func() string {
		var b strings.Builder
		for _, topic := range c.record.StateOf(sample).Agenda(flags) {
			b.WriteString(topic.Address + " " + string(topic.Reason) + " " + strings.Join(topic.Flags, ",") + "\n")
		}
		return b.String()
	}
	if got, want := agenda(), `2/p1/i2 disputed 
2.1 disputed y
2 flagged, unmarked calls it obsolete
1/p1 agreed, not decided 
`; got != want {
		t.Errorf("agenda\n%swant\n%s", got, want)
	}
	mark("Aygün", "3", Obsolete)
	if got := agenda(); !strings.Contains(got, "3 marked otherwise since it was decided") {
		t.Errorf("agenda\n%s", got)
	}
	c.say("Лейла", Decision{On: AnchorOf(sample, mustFind(t, sample, "3")), Verdict: Withdraw})
	if got := c.record.StateOf(sample).At("3"); got.Decision != nil || got.View != OneMember {
		t.Errorf("a decision that was taken back: %+v", got)
	}
}

// Marks on another text of the same label are told apart, not shown at whatever
// stands at their address.
func TestUnresolved(t *testing.T) {
	c := newCopy(t)
	c.enrol("Лейла", Chair)
	other := tree("2007", "1 Other | Something else.")
	c.say("Лейла", Mark{On: AnchorOf(other, mustFind(t, other, "1/p1")), Verdict: Keep})
	c.say("Лейла", Mark{On: AnchorOf(other, mustFind(t, other, "1/p1")), Verdict: Amend})
	s := c.record.StateOf(sample)
	if len(s.Provisions) != 0 || len(s.Unresolved) != 1 || s.Statements() != 1 {
		t.Errorf("%d provisions, %d unresolved, %d statements", len(s.Provisions), len(s.Unresolved), s.Statements())
	}
}

// Law: every provision can be found again by its anchor, and where the addresses
// of a text are counted otherwise it is found by its words or not at all.
func TestResolve(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := drawAnchor(t, sample)
		if p := a.Resolve(sample); p == nil || p.Address() != a.Address {
			t.Fatalf("%s resolves to %v", a.Address, p)
		}
		b := a
		b.Address, b.WID = "9/p9", ""
		if p := b.Resolve(sample); p == nil || digest(Words(p)) != a.Digest {
			t.Fatalf("%s is not found by its words", a.Address)
		}
		b.Digest = digest("nothing")
		if p := b.Resolve(sample); p != nil {
			t.Fatalf("found %s", p.Address())
		}
	})
}

func TestVotesInWords(t *testing.T) {
	for text, want := range map[string]Votes{"5/1/0": {5, 1, 0}, " 5 / 1 / 2 ": {5, 1, 2}, "7/0": {7, 0, 0}} {
		if got, err := ParseVotes(text); err != nil || got != want {
			t.Errorf("%q: %v, %v", text, got, err)
		}
	}
	for _, text := range []string{"", "5", "a/b/c", "-1/0/0", "1/2/3/4", "9999999/0/0"} {
		if _, err := ParseVotes(text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
}
