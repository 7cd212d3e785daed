package review

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

func mustCompare(t failer, old, new *revision.Revision) *compare.Comparison {
	t.Helper()
	c, err := compare.Compare(old, new)
	if err != nil {
		t.Fatalf("%v", err)
	}
	return c
}

// markAll has one member mark every provision of a revision that has words.
func markAll(c *copyOf, r *revision.Revision, by string, v Verdict) {
	r.Walk(func(p *revision.Provision) bool {
		if Words(p) != "" {
			c.say(by, Mark{On: AnchorOf(r, p), Verdict: v})
		}
		return true
	})
}

// fates prints a carriage in one line a provision: "2/p1 follows → 3.1/p1".
func fates(g *Carriage) string {
	var b strings.Builder
	for _, item := range g.Items {
		address := item.Anchor.Address
		fmt.Fprintf(&b, "%s %s", address, item.Outcome)
		for i, to := range item.To {
			b.WriteString([]string{" → ", " + "}[min(i, 1)] + to.Provision.Address())
		}
		for i, c := range item.Candidates {
			b.WriteString([]string{" ? ", ", "}[min(i, 1)] + c.Provision.Address())
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// checkCarriage holds a carriage to what is promised of every one.
func checkCarriage(t failer, g *Carriage, s *State) {
	t.Helper()
	total, provisions := 0, 0
	for _, n := range g.Counts {
		total += n.Statements
		provisions += n.Provisions
	}
	if total != s.Statements() || g.Statements != total || provisions != len(g.Items) {
		t.Fatalf("%d statements stand, the outcomes count %d on %d of %d provisions", s.Statements(), total, provisions, len(g.Items))
	}
	seen := map[string]int{}
	for _, item := range g.Items {
		for _, m := range item.Marks {
			seen[m.Hash]++
		}
		if item.Decision != nil {
			seen[item.Decision.Hash]++
		}
		if item.Provision == nil {
			continue
		}
		words := Words(item.Provision)
		old := ""
		for _, e := range item.Edits {
			old += e.Old
		}
		var there []string
		for _, to := range item.To {
			there = append(there, Words(to.Provision))
		}
		switch {
		case (len(item.To) == 0) != (item.Outcome == Answered || item.Outcome == NeedsLook):
			t.Fatalf("%s is %s with %d places", item.Anchor.Address, item.Outcome, len(item.To))
		case item.Outcome == CarriedOver && (!item.Same || onlyLetters(words) != onlyLetters(strings.Join(there, ""))):
			t.Fatalf("%s is carried: %q as %q", item.Anchor.Address, words, there)
		case item.Outcome == TextChanged && (item.Same || words == strings.Join(there, "\n")):
			t.Fatalf("%s is said to be changed: %q", item.Anchor.Address, words)
		case len(item.Edits) > 0 && old != words:
			t.Fatalf("%s reads %q, its edits read %q", item.Anchor.Address, words, old)
		}
	}
	for h, n := range seen {
		if n != 1 {
			t.Fatalf("%s stands %d times", Short(h), n)
		}
	}
}

var subjects = strings.Fields("border energy treaty army culture science migration market court school budget coast")

func drawSentence(t *rapid.T, label string) string {
	a := rapid.SampledFrom(subjects).Draw(t, label)
	b := rapid.SampledFrom(subjects).Draw(t, label)
	form := rapid.SampledFrom([]string{
		"The policy of the %s shall protect the %s.", "Every year the %s is reviewed by the council of the %s.",
		"No %s without a %s.", "It is the aim of the state that the %s and the %s remain open to all.",
	}).Draw(t, label)
	return fmt.Sprintf(form, a, b)
}

// drawRevisions draws a text and one that was made from it: clauses kept, reworded,
// dropped, added, exchanged; paragraphs dropped, added, moved, cut in two.
func drawRevisions(t *rapid.T) (old, new *revision.Revision) {
	var olds, news []string
	for i := range rapid.IntRange(1, 6).Draw(t, "clauses") {
		var parts []string
		for range rapid.IntRange(0, 3).Draw(t, "parts") {
			p := drawSentence(t, "sentence")
			if rapid.Bool().Draw(t, "two") {
				p += " " + drawSentence(t, "sentence")
			}
			parts = append(parts, p)
			if rapid.IntRange(0, 3).Draw(t, "item") == 0 {
				parts = append(parts, "- "+drawSentence(t, "item"))
			}
		}
		head := fmt.Sprintf("Title %s", subjects[i])
		olds = append(olds, head+" | "+strings.Join(parts, " | "))
		switch rapid.IntRange(0, 6).Draw(t, "edit") {
		case 0:
			continue
		case 1:
			parts = append(parts, drawSentence(t, "added"))
		case 2:
			if len(parts) > 0 {
				parts = slices.Delete(parts, 0, 1)
			}
		case 3:
			for k := range parts {
				parts[k] = strings.Replace(parts[k], " the ", " "+rapid.SampledFrom(subjects).Draw(t, "word")+" ", 1)
			}
		case 4:
			if len(news) > 0 && len(parts) > 0 {
				news[len(news)-1] += " | " + parts[0]
				parts = parts[1:]
			}
		case 5:
			head = drawSentence(t, "head")
		}
		news = append(news, head+" | "+strings.Join(parts, " | "))
	}
	if len(news) > 1 && rapid.Bool().Draw(t, "exchange") {
		news[0], news[len(news)-1] = news[len(news)-1], news[0]
	}
	return number("2007", olds), number("draft", news)
}

func number(label string, clauses []string) *revision.Revision {
	var b strings.Builder
	for i, c := range clauses {
		fmt.Fprintf(&b, "%d %s\n", i+1, c)
	}
	return tree(label, b.String())
}

// Law: on any two texts every mark has one outcome, the counts add up, and what is
// said to be carried stands there in the same words.
func TestCarryLaws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, new := drawRevisions(t)
		c := newCopy(t)
		c.enrol("Лейла", Chair)
		markAll(c, old, "Лейла", Keep)
		s := c.record.StateOf(old)
		checkCarriage(t, Carry(mustCompare(t, old, new), s, c.record), s)

		g := Carry(mustCompare(t, old, old), s, c.record)
		checkCarriage(t, g, s)
		for _, item := range g.Items {
			if item.Outcome != CarriedOver || item.To[0].Provision != item.Provision {
				t.Fatalf("in the same text %s is %s", item.Anchor.Address, item.Outcome)
			}
		}
	})
}

func TestCarry(t *testing.T) {
	old := tree("2007", `
		1 Purpose | This policy sets out how the coast is protected against storms and floods. | It is reviewed by the council every second year.
		2 Means | The means are: | - a guard at every harbour of the country; | - a fund for repairs after storms; | - treaties with the neighbours on warnings.
		3 Harbours | Each harbour keeps a log of all ships that come and go. The log is open to the public on working days. | Old logs are burnt after ten years in the presence of two witnesses.
		4 Fishing | The number of fishing boats in the northern bay is limited to forty in each season.
		5 Lighthouses | Lighthouse keepers are paid by the ministry and live at the lighthouse with their families.
		6 Whales | Nobody may hunt whales within sight of land.`)
	new := tree("draft", `
		1 Purpose | This policy sets out how the coast is protected against storms and floods. | It is reviewed by the parliament every fifth year.
		2 Means | The means are: | - a fund for repairs after storms; | - a guard at every harbour of the country.
		3 Islands | Islands without inhabitants belong to the state and may not be sold.
		4 Harbours | Each harbour keeps a log of all ships that come and go. | The log is open to the public on working days. | Nobody may hunt whales within sight of land.
		5 Fishing | The number of fishing boats in the northern bay is limited to forty in each season. Old logs are burnt after ten years in the presence of two witnesses.`)
	c := newCopy(t)
	c.enrol("Лейла", Chair)
	markAll(c, old, "Лейла", Obsolete)
	s := c.record.StateOf(old)
	g := Carry(mustCompare(t, old, new), s, c.record)
	checkCarriage(t, g, s)
	want := `1 carried, text changed → 1
1/p1 carried → 1/p1
1/p2 carried, text changed → 1/p2
2 carried, text changed → 2
2/p1 carried, text changed → 2/p1
2/p1/i1 follows → 2/p1/i2
2/p1/i2 carried → 2/p1/i1
2/p1/i3 answered
3 follows → 4
3/p1 follows → 4/p1 + 4/p2
3/p2 follows → 5/p1
4 carried, text changed → 5
4/p1 follows → 5/p1
5 answered
5/p1 answered
6 follows → 4
6/p1 follows → 4/p3
`
	if got := fates(g); got != want {
		t.Errorf("got\n%swant\n%s", got, want)
	}
}

// What is doubtful is settled by a member; the word of the member then stands, for
// marks made later too, and one that no longer fits is not applied.
func TestRebind(t *testing.T) {
	old := tree("2007", "1 Guard | A guard stands at every harbour of the country and writes down all ships.\n2 Rest | Nothing else matters here.")
	new := tree("draft", "1 Watch | Automatic cameras record the traffic at sea without pause.\n2 Rest | Nothing else matters here.")
	c := newCopy(t)
	c.enrol("Лейла", Chair)
	guard := AnchorOf(old, mustFind(t, old, "1/p1"))
	c.say("Лейла", Mark{On: guard, Verdict: Amend})
	cmp := mustCompare(t, old, new)
	fate := func() *Carried {
		s := c.record.StateOf(old)
		g := Carry(cmp, s, c.record)
		checkCarriage(t, g, s)
		return g.Items[0]
	}
	if got := fate(); got.Outcome != Answered && got.Outcome != NeedsLook {
		t.Fatalf("before: %s", got.Outcome)
	}
	c.say("Лейла", Rebinding{From: guard, In: "draft", To: []Anchor{AnchorOf(new, mustFind(t, new, "1/p1"))}, Note: "the cameras replace the guard"})
	if got := fate(); got.Outcome != Follows || got.To[0].Provision.Address() != "1/p1" || got.Rebinding == nil || got.Why.Code != WhyBound || got.Why.Args[0] != "Лейла" || len(got.Edits) == 0 {
		t.Errorf("bound: %+v", got)
	}
	c.enrol("Aygün", Ordinary)
	c.say("Aygün", Mark{On: guard, Verdict: Obsolete})
	if got := fate(); got.Outcome != Follows || len(got.Marks) != 2 {
		t.Errorf("a later mark: %+v", got)
	}
	c.say("Aygün", Rebinding{From: guard, In: "draft", Note: "nothing replaces it"})
	if got := fate(); got.Outcome != Answered || len(got.To) != 0 {
		t.Errorf("unbound: %+v", got)
	}
	gone := tree("draft", "1 X | Other words of another draft.")
	c.say("Aygün", Rebinding{From: guard, In: "draft", To: []Anchor{AnchorOf(gone, mustFind(t, gone, "1/p1"))}, Note: "here"})
	if got := fate(); got.Outcome != NeedsLook || len(got.To) != 0 {
		t.Errorf("a rebinding to another text: %+v", got)
	}
}

// The real texts: every provision is marked, by clause, paragraph and item, and
// followed from 2007 into the draft, and from either into a second draft.
func TestCarryRealTexts(t *testing.T) {
	first, draft := readReal(t, "2007"), readReal(t, "draft")
	second := secondDraft(draft)
	for _, pair := range [][2]*revision.Revision{{first, draft}, {draft, second}, {first, second}} {
		old, new := pair[0], pair[1]
		t.Run(old.Label+" to "+new.Label, func(t *testing.T) {
			c := newCopy(t)
			c.enrol("Лейла", Chair)
			markAll(c, old, "Лейла", Obsolete)
			s := c.record.StateOf(old)
			cmp := mustCompare(t, old, new)
			g := Carry(cmp, s, c.record)
			checkCarriage(t, g, s)
			unchanged := map[*revision.Provision]bool{}
			for i := range cmp.Changes {
				if ch := &cmp.Changes[i]; ch.Kind == compare.Unchanged && !ch.Moved {
					unchanged[ch.Old[0].Provision] = true
				}
			}
			for _, item := range g.Items {
				if unchanged[item.Clause.Provision] && item.Outcome != CarriedOver {
					t.Errorf("the clause of %s is unchanged, the mark %s", item.Anchor.Address, item.Outcome)
				}
			}
			for _, n := range g.Counts[:len(g.Counts)-1] { // not every pair leaves doubts
				if n.Statements == 0 {
					t.Errorf("no mark is %s: the texts do not try it", n.Outcome)
				}
			}
			if *show {
				t.Logf("%v\n%s", g.Counts, fates(g))
			}
		})
	}
}

// secondDraft makes another draft of the first: a clause and a paragraph go, two
// paragraphs become one, sentences are reworded, a clause moves to the end.
func secondDraft(draft *revision.Revision) *revision.Revision {
	r := &revision.Revision{Meta: draft.Meta}
	r.Label, r.Source.SHA256 = "draft-2", digest("second")
	for _, c := range draft.Components {
		r.Components = append(r.Components, cloneProvision(c))
	}
	n := 0
	r.Walk(func(p *revision.Provision) bool {
		if p.Kind == revision.KindParagraph {
			switch n++; n % 11 {
			case 3:
				p.Text = strings.NewReplacer(" the ", " this ", "shall", "may", " and ", " or ").Replace(p.Text)
			case 7:
				p.Text = "A sentence was put before it. " + p.Text
			}
		}
		if p.IsClause() && len(p.Children) > 4 && !p.Children[1].IsClause() && !p.Children[3].IsClause() {
			p.Children[0].Text += " " + p.Children[1].Text
			p.Children = slices.Delete(p.Children, 1, 2)
			p.Children = slices.Delete(p.Children, 2, 3)
		}
		return true
	})
	main := r.Components[0]
	last := len(main.Children) - 1
	main.Children[last], main.Children[1] = main.Children[1], main.Children[last]
	revision.AssignEIDs(r.Components)
	r.Walk(func(p *revision.Provision) bool {
		p.WID = compare.FirstWID(r.Label, p)
		return true
	})
	return r
}

func cloneProvision(p *revision.Provision) *revision.Provision {
	q := *p
	q.Children = nil
	for _, c := range p.Children {
		q.Children = append(q.Children, cloneProvision(c))
	}
	return &q
}

func readReal(t *testing.T, label string) *revision.Revision {
	t.Helper()
	files, err := filepath.Glob(filepath.Join("..", "..", "revisions", label, "*.[tm][xd]*"))
	if err != nil || len(files) != 1 {
		t.Fatalf("the text of %s: %v, %v", label, files, err)
	}
	data, err := os.ReadFile(files[0])
	if err != nil {
		t.Fatal(err)
	}
	return parseReal(t, label, files[0], data)
}
