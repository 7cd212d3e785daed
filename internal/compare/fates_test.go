package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

const (
	rivers   = "The river authority shall measure the water level at every bridge twice a day and publish the figures without delay."
	forests  = "Owners of woodland plant three young oaks for each old tree that they fell, within one growing season."
	harbours = "A ship that enters the harbour reports its cargo, its crew and the last port of call to the harbour master."
	schools  = "Each school keeps a library that lends books to pupils and to the neighbourhood free of charge."
	markets  = "Stalls on the weekly market are allotted by lot among the growers of the district."
	bridges  = "Carts heavier than four tons use the stone bridge only by daylight and at walking pace."
)

func TestFates(t *testing.T) {
	tests := []struct {
		name     string
		old, new string
		want     string
	}{
		{
			"an inserted clause renumbers those after it and changes none",
			"1 Rivers | " + rivers + "\n2 Forests | " + forests + "\n3 Harbours | " + harbours,
			"1 Rivers | " + rivers + "\n2 Schools | " + schools + "\n3 Forests | " + forests + "\n4 Harbours | " + harbours,
			"1>1 unchanged\n>2 new\n2>3 unchanged renumbered\n3>4 unchanged renumbered\n",
		},
		{
			"a clause that changed places with two others is the one that moved",
			"1 Rivers | " + rivers + "\n2 Forests | " + forests + "\n3 Harbours | " + harbours,
			"1 Forests | " + forests + "\n2 Harbours | " + harbours + "\n3 Rivers | " + rivers,
			"2>1 unchanged renumbered\n3>2 unchanged renumbered\n1>3 unchanged moved\n",
		},
		{
			"of a long clause and two short ones that changed places, the long one moved",
			"1 Water\n1.1 | " + rivers + "\n1.2 | " + harbours + "\n1.3 | " + bridges + "\n2 Forests | " + forests + "\n3 Schools | " + schools,
			"1 Forests | " + forests + "\n2 Schools | " + schools + "\n3 Water\n3.1 | " + rivers + "\n3.2 | " + harbours + "\n3.3 | " + bridges,
			"2>1 unchanged renumbered\n3>2 unchanged renumbered\n1>3 unchanged moved\n1.1>3.1 unchanged renumbered\n1.2>3.2 unchanged renumbered\n1.3>3.3 unchanged renumbered\n",
		},
		{
			"moved under another parent and amended on the way",
			"1 Water\n1.1 Rivers | " + rivers + "\n1.2 Harbours | " + harbours + "\n2 Land\n2.1 Forests | " + forests,
			"1 Water\n1.1 Rivers | " + rivers + "\n2 Land\n2.1 Forests | " + forests + "\n2.2 Harbours | " + strings.Replace(harbours, "crew and the last port of call", "crew, its owner and the next port of call", 1),
			"1>1 unchanged\n1.1>1.1 unchanged\n2>2 unchanged\n2.1>2.1 unchanged\n1.2>2.2 amended moved\n",
		},
		{
			"another heading over the same text",
			"1 Rivers | " + rivers + "\n2 Forests | " + forests,
			"1 Streams and rivers | " + rivers + "\n2 Forests | " + forests,
			"1>1 amended retitled\n2>2 unchanged\n",
		},
		{
			"one clause cut in two",
			"1 Water | " + rivers + " " + harbours + "\n2 Forests | " + forests,
			"1 Water | " + rivers + "\n2 Harbours | " + harbours + "\n3 Forests | " + forests,
			"1>1+2 split\n2>3 unchanged renumbered\n",
		},
		{
			"two clauses joined",
			"1 Water | " + rivers + "\n2 Harbours | " + harbours + "\n3 Forests | " + forests,
			"1 Water | " + rivers + " " + harbours + "\n2 Forests | " + forests,
			"1+2>1 merged\n3>2 unchanged renumbered\n",
		},
		{
			"a short duty written into its neighbour was merged with it",
			"1 Water\n1.1 | " + rivers + "\n1.2 | Masters shall keep a list of ships.\n1.3 | The warden may look into any ship.",
			"1 Water\n1.1 | " + rivers + "\n1.2 | The warden shall keep a list of ships and may look into any ship.",
			"1>1 unchanged\n1.1>1.1 unchanged\n1.2+1.3>1.2 merged\n",
		},
		{
			"a list that became a sentence is merged into it",
			"1 | The report shows:\n1.1 | information on income;\n1.2 | information on expenses;\n1.3 | information on staff.\n2 | " + forests,
			"1 | The report shows information on income, expenses and staff.\n2 | " + forests,
			"1+1.1+1.2+1.3>1 merged\n2>2 unchanged\n",
		},
		{
			"a list of which one point was dropped is no sentence of all of it",
			"1 | The report shows:\n1.1 | information on income;\n1.2 | debts of the town.\n2 | " + forests,
			"1 | The report shows information on income.\n2 | " + forests,
			"1+1.1>1 amended\n1.2> removed\n2>2 unchanged\n",
		},
		{
			"a clause that got one point below it is amended",
			"1 Water | " + rivers + " " + harbours + "\n2 Forests | " + forests,
			"1 Water | " + rivers + "\n1.1 | " + harbours + "\n2 Forests | " + forests,
			"1>1+1.1 amended\n2>2 unchanged\n",
		},
		{
			"a clause that was cut into points is split",
			"1 Water | " + rivers + " " + harbours + " " + bridges + "\n2 Forests | " + forests,
			"1 Water | " + rivers + "\n1.1 | " + harbours + "\n1.2 | " + bridges + "\n2 Forests | " + forests,
			"1>1+1.1+1.2 split\n2>2 unchanged\n",
		},
		{
			"an article that got paragraphs is split among them, and none of it is new",
			"1 | " + rivers + "\n2 | " + harbours + " " + bridges + " " + markets + "\n3 | " + forests,
			"1 | " + rivers + "\n2 | " + schools + "\n3\n3.1 | " + harbours + "\n3.2 | " + bridges + "\n3.3 | " + markets + "\n4 | " + forests,
			"1>1 unchanged\n>2 new\n2>3+3.1+3.2+3.3 split renumbered\n3>4 unchanged renumbered\n",
		},
		{
			"a clause that stands in two places now went to both",
			"1 Water\n1.1 | " + rivers + "\n2 Land\n2.1 | " + forests + "\n3 | " + harbours + " " + bridges,
			"1 Water\n1.1 | " + rivers + "\n1.2 | " + strings.Replace(harbours, "cargo", "goods", 1) + " " + bridges + "\n2 Land\n2.1 | " + forests + "\n2.2 | " + strings.Replace(harbours, "crew", "sailors", 1) + " " + bridges,
			"1>1 unchanged\n1.1>1.1 unchanged\n3>1.2+2.2 split moved\n2>2 unchanged\n2.1>2.1 unchanged\n",
		},
		{
			"a sentence that is split off and repeated went to one place",
			"1 | " + rivers + " " + harbours + "\n2 | " + forests,
			"1 | " + rivers + "\n2 | " + harbours + "\n3 | " + strings.Replace(harbours, "A ship that enters the harbour reports", "A boat on the lake reports", 1) + "\n4 | " + forests,
			"1>1+2 split\n>3 new\n2>4 unchanged renumbered\n",
		},
		{
			"a paragraph that became an article is no new article",
			"1 Water\n1.1 | " + rivers + "\n1.2 | " + harbours + " " + bridges + "\n2 | " + forests,
			"1 Water\n1.1 | " + rivers + "\n2\n2.1 | " + harbours + "\n2.2 | " + bridges + "\n3 | " + forests,
			"1>1 unchanged\n1.1>1.1 unchanged\n1.2>2+2.1+2.2 split moved\n2>3 unchanged renumbered\n",
		},
		{
			"a clause that lost its only point into its own text is amended",
			"1 Water | " + rivers + "\n1.1 | " + harbours + "\n2 Forests | " + forests,
			"1 Water | " + rivers + " " + harbours + "\n2 Forests | " + forests,
			"1+1.1>1 amended\n2>2 unchanged\n",
		},
		{
			"another text under the same number is not an amendment",
			"1 Rivers | " + rivers + "\n2 Forests | " + forests + "\n3 Schools | " + schools,
			"1 Rivers | " + rivers + "\n2 Markets | " + markets + "\n3 Schools | " + schools,
			"1>1 unchanged\n2> removed\n>2 new\n3>3 unchanged\n",
		},
		{
			"a heading speaks for a clause that has no text yet",
			"1 Rivers | " + rivers + "\n2 Powers of the harbour master | Reserved\n3 Forests | " + forests,
			"1 Rivers | " + rivers + "\n2 Forests | " + forests + "\n3 Powers of the harbour master | " + harbours,
			"1>1 unchanged\n3>2 unchanged renumbered\n2>3 amended moved\n",
		},
		{
			"quotation marks, dashes and spaces are no change",
			"1 Rivers | The «river» authority - and its staff.",
			"1 Rivers | The “river” authority – and its staff.",
			"1>1 unchanged\n",
		},
		{
			"a title over articles that number through does not move them",
			"1 Water | " + rivers + "\n2 Land | " + forests,
			"2 Land | " + forests,
			"1> removed\n2>2 unchanged\n",
		},
		{"two empty texts", "", "", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := mustCompare(t, tree("old", tt.old), tree("new", tt.new))
			checkLaws(t, c)
			if d := cmp.Diff(tt.want, fates(c)); d != "" {
				t.Error(d)
			}
		})
	}
}

// TestAlikeSiblings holds that fifty schedules which differ by one word each,
// and some by none, are told apart by that word, their neighbours and numbers.
func TestAlikeSiblings(t *testing.T) {
	line := func(n, port int, what string) string {
		name := fmt.Sprintf("port%d", port/2) // two schedules each are the same to the letter
		return fmt.Sprintf("%d | The Member State concerned shall notify the Commission of the %s measures that it has taken for %s under this Article.\n", n, what, name)
	}
	var old, new, want strings.Builder
	for i := range 50 {
		old.WriteString(line(i+1, i, "national"))
		n := i + 1
		if i >= 30 {
			n--
		}
		switch i {
		case 12: // one reworded
			new.WriteString(line(n, i, "interim national"))
			want.WriteString("13>13 amended\n")
		case 30: // one dropped, of two that are the same
		case 44: // one reworded and renumbered
			new.WriteString(line(n, i, "provisional"))
			want.WriteString("45>44 amended renumbered\n")
		default:
			new.WriteString(line(n, i, "national"))
			switch {
			case i < 30:
				fmt.Fprintf(&want, "%d>%d unchanged\n", n, n)
			case i > 31: // 31 stands for either of the two
				fmt.Fprintf(&want, "%d>%d unchanged renumbered\n", i+1, n)
			}
		}
	}
	c := mustCompare(t, tree("old", old.String()), tree("new", new.String()))
	checkLaws(t, c)
	got := fates(c)
	for _, w := range strings.SplitAfter(want.String(), "\n") {
		if !strings.Contains(got, w) {
			t.Errorf("no %q in\n%s", w, got)
		}
	}
	if s := c.Summary; s.Kinds[Removed] != 1 || s.Kinds[New] != 0 || s.Kinds[Amended] != 2 || s.Moved != 0 {
		t.Errorf("summary %+v\n%s", s, got)
	}
}

func TestMovedSentence(t *testing.T) {
	c := mustCompare(t,
		tree("old", "1 Rivers | "+rivers+" | "+schools+"\n2 Forests | "+forests),
		tree("new", "1 Rivers | "+rivers+"\n2 Forests | "+forests+" | "+strings.Replace(schools, "free of charge", "at no cost", 1)))
	checkLaws(t, c)
	if s := c.Summary; s.MovedWords != 14 || s.Deleted != 3 || s.Inserted != 3 {
		t.Errorf("%+v\n%+v", s, c.Changes)
	}
}

func TestSwappedItems(t *testing.T) {
	c := mustCompare(t,
		tree("old", "1 Aims | The aims are: |- clean rivers and lakes; |- old forests and heaths; |- safe harbours."),
		tree("new", "1 Aims | The aims are: |- old forests and heaths; |- clean rivers and lakes; |- safe harbours."))
	checkLaws(t, c)
	if s := c.Summary; s.MovedWords != 4 || s.Deleted+s.Inserted != 0 {
		t.Errorf("%+v\n%+v", s, c.Changes[0].Edits)
	}
}

// TestShuffled holds that another order alone gives nothing but moves and new
// numbers.
func TestShuffled(t *testing.T) {
	texts := []string{rivers, forests, harbours, schools, markets, bridges}
	order := []int{4, 1, 5, 0, 3, 2}
	var old, new strings.Builder
	for i, s := range texts {
		fmt.Fprintf(&old, "%d | %s\n", i+1, s)
	}
	for i, k := range order {
		fmt.Fprintf(&new, "%d | %s\n", i+1, texts[k])
	}
	c := mustCompare(t, tree("old", old.String()), tree("new", new.String()))
	checkLaws(t, c)
	if s := c.Summary; s.Kinds[Unchanged] != len(texts) || s.Moved == 0 {
		t.Errorf("%+v\n%s", s, fates(c))
	}
}

// TestLineEndsInsideABlock holds that a text with other ends of line than ours
// is compared all the same.
func TestLineEndsInsideABlock(t *testing.T) {
	for _, end := range []string{"\v", "\u0085", "\u2028", "\u2029", "\f", "\r"} {
		old := tree("old", "1 Rivers | "+rivers+"\n2 Forests | "+forests)
		new := tree("new", "1 Rivers | "+rivers+"\n2 Forests | "+schools)
		old.Find("2/p1").Text = harbours + end + schools + end + markets
		new.Find("1/p1").Text = rivers + end + markets
		checkLaws(t, mustCompare(t, old, new))
		checkLaws(t, mustCompare(t, new, old))
	}
}

// TestAgainstItself holds that a text against itself is all unchanged, also where
// a clause has no words or nothing at all.
func TestAgainstItself(t *testing.T) {
	for _, text := range []string{
		"1 \". | Text.\n2 …\n3 ***",
		"1 Rivers\n1.1 –\n1.2 –\n2 –\n2.1 | –",
		"1\n2\n3\n3.1\n3.1.1\n4",
		"1 | …\n2 | …\n3 | …",
		"1 Policy of law | Text of the policy of law.\nsection \".\nsection.1 Security.",
	} {
		var sides [2]*revision.Revision
		for i, label := range []string{"old", "new"} {
			sides[i] = tree(label, text)
			sides[i].Components[0].Text = "Security."
			if p := sides[i].Find("section"); p != nil {
				p.Kind, p.Num = revision.KindSection, ""
			}
		}
		c := mustCompare(t, sides[0], sides[1])
		checkLaws(t, c)
		if n := c.Summary.Kinds[Unchanged]; n != len(c.Changes) || c.Summary.Moved+c.Summary.Renumbered > 0 {
			t.Errorf("%d of %d unchanged:\n%s", n, len(c.Changes), fates(c))
		}
	}
}

// A text that is cut into points keeps or moves its words, whatever the points are
// called and wherever what closes the list stands in the tree.
func TestTextBecamePoints(t *testing.T) {
	for name, tt := range map[string]struct{ old, new string }{
		"a sentence": {
			"1 Delivery | The supplier shall deliver the timber to the yard, stack it under cover and hand over the certificates of origin.",
			"1 Delivery | The supplier shall:\n1.a | deliver the timber to the yard,\n1.b | stack it under cover and\n1.c | hand over the certificates of origin.",
		},
		"bullets": {
			"1 Fees | Due each year are: | - the mooring fee for the berth; | - the lamp fee; | - the fee for water from the pump; | All fees are paid at the harbour office before May.",
			"1 Fees | Due each year are: | All fees are paid at the harbour office before May.\n1.a | the mooring fee for the berth;\n1.b | the lamp fee;\n1.c | the fee for water from the pump;",
		},
	} {
		t.Run(name, func(t *testing.T) {
			for _, c := range []*Comparison{
				mustCompare(t, tree("old", tt.old), tree("new", tt.new)), mustCompare(t, tree("old", tt.new), tree("new", tt.old)),
			} {
				checkLaws(t, c)
				if s := c.Summary; s.Deleted+s.Inserted > 0 || len(c.Changes) != 1 {
					t.Errorf("%d words deleted, %d inserted:\n%s", s.Deleted, s.Inserted, fates(c))
				}
			}
		})
	}
}

// Sentences whose parts change places, are cut into points or are reworded keep the
// laws: no row of eight words is deleted here and inserted there.
func TestPartsChangePlaces(t *testing.T) {
	const phrases = 6
	rapid.Check(t, func(t *rapid.T) {
		all := make([]string, phrases)
		for i := range all {
			words := make([]string, rapid.IntRange(2, 11).Draw(t, "length"))
			for k := range words {
				words[k] = fmt.Sprintf("w%c%c", 'a'+i, 'a'+rapid.IntRange(0, 20).Draw(t, "word"))
			}
			all[i] = strings.Join(words, " ")
		}
		text := func(label string) *revision.Revision {
			order := rapid.Permutation(all).Draw(t, label)
			var clauses, points []string
			sentence := ""
			for i, p := range order {
				switch rapid.IntRange(0, 3).Draw(t, "join") {
				case 0:
					sentence += " T" + p + "."
				case 1:
					points = append(points, fmt.Sprintf("1.%c | %s", 'a'+i, p))
				default:
					sentence += " " + p
				}
			}
			clauses = append(clauses, "1 Yard | Every"+sentence+" end.")
			return tree(label, strings.Join(append(clauses, points...), "\n"))
		}
		checkLaws(t, mustCompare(t, text("old"), text("new")))
	})
}

// What binds in words that moved is told as one change, where they arrived.
func TestBindingInMovedWords(t *testing.T) {
	const stays = "Every cart pays a toll at the western gate before it enters the yard. The keeper writes the number of the cart into the book."
	const boats = "Boats are painted every second year by their owners."
	c := mustCompare(t,
		tree("old", "1 Tolls | "+stays+" The council will pay at least £1.5 million for the repair of the western gate and of the road that leads there.\n2 Boats | "+boats),
		tree("new", "1 Tolls | "+stays+"\n2 Boats | "+boats+" The council may pay up to £1 million for the repair of the western gate and of the road that leads there."))
	checkLaws(t, c)
	var got []string
	for _, ch := range c.Changes {
		for _, r := range ch.Reasons {
			for _, it := range r.Items {
				if it.Old != "" && it.New != "" {
					got = append(got, fmt.Sprintf("%s: %s %s → %s", ch.ID, r.Code, it.Old, it.New))
				}
			}
		}
	}
	want := []string{"c-2: modality will → may", "c-2: bound at least → up to", "c-2: number 1.5 million → 1 million"}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
}

// A third of a clause that went far makes a split, when sentences went as they
// stood and others stayed; a phrase that is quoted elsewhere does not.
func TestAThirdMovedAway(t *testing.T) {
	const stays = "Every cart pays a toll at the western gate before it enters the yard. The keeper writes the number of the cart into the book."
	const goes = "The council will pay at least 100 coins each year for the repair of the western gate and its road."
	const wentTo = "Repairs are ordered by the council in spring, after two offers have been asked for. The council may pay up to 90 coins each year for the repair of the western gate and its road."
	old := "1 Tolls | " + stays + " " + goes + "\n2 Boats | Boats are painted every second year by their owners.\n"
	for _, tt := range []struct{ new, want string }{
		{"1 Tolls | " + stays + "\n2 Boats | Boats are painted every second year by their owners.\n3 Repairs | " + wentTo, "1>1+3 split\n2>2 unchanged\n"},
		{
			"1 Tolls | " + stays + " " + goes + "\n2 Boats | Boats are painted every second year by their owners.\n3 Repairs | Repairs of the western gate and its road wait until the snow is gone and two offers have come in from masons of the town.",
			"1>1 unchanged\n2>2 unchanged\n>3 new\n",
		},
	} {
		c := mustCompare(t, tree("old", old), tree("new", tt.new))
		checkLaws(t, c)
		if got := fates(c); got != tt.want {
			t.Errorf("got\n%swant\n%s", got, tt.want)
		}
	}
}
