package compare

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
	"conceptdiff/internal/textdiff"
)

// checkLaws holds a comparison to what is promised of every one.
func checkLaws(t interface {
	Helper()
	Fatalf(string, ...any)
}, c *Comparison,
) {
	t.Helper()
	lex := textdiff.NewLexicon(c.New.Language)
	words := func(s string) int { return textdiff.Words(lex.Tokens(s)) }
	seenOld, seenNew := map[*revision.Clause]int{}, map[*revision.Clause]int{}
	ids := map[string]bool{}
	movedIn, movedOut := 0, 0
	for i := range c.Changes {
		ch := &c.Changes[i]
		if ids[ch.ID] {
			t.Fatalf("two changes are called %s", ch.ID)
		}
		ids[ch.ID] = true
		for _, x := range ch.Old {
			seenOld[x]++
		}
		for _, x := range ch.New {
			seenNew[x]++
		}
		var old, new strings.Builder
		var n WordCount
		for _, e := range ch.Edits {
			old.WriteString(e.Old)
			new.WriteString(e.New)
			switch e.Op {
			case Keep:
				n.Kept += words(e.Old)
				if words(e.Old) != words(e.New) {
					t.Fatalf("%s keeps %q as %q", ch.ID, e.Old, e.New)
				}
			case Delete:
				n.Deleted += words(e.Old)
			case Insert:
				n.Inserted += words(e.New)
			case Move:
				n.MovedOut += words(e.Old)
				n.MovedIn += words(e.New)
			}
		}
		if want := joined(ch.Old); len(ch.Old) > 0 && old.String() != want || len(ch.Old) == 0 && old.Len() > 0 {
			t.Fatalf("%s: old text %q rebuilt as %q", ch.ID, want, old.String())
		}
		if want := joined(ch.New); len(ch.New) > 0 && new.String() != want || len(ch.New) == 0 && new.Len() > 0 {
			t.Fatalf("%s: new text %q rebuilt as %q", ch.ID, want, new.String())
		}
		checkPlaces(t, ch)
		checkNothingRewritten(t, lex, ch)
		if n != ch.Words {
			t.Fatalf("%s counts %+v, its edits hold %+v", ch.ID, ch.Words, n)
		}
		movedIn, movedOut = movedIn+n.MovedIn, movedOut+n.MovedOut
		edited := n.Deleted + n.Inserted + n.MovedIn + n.MovedOut
		if ch.Kind == Unchanged && edited != 0 {
			t.Fatalf("%s is unchanged with %d words edited", ch.ID, edited)
		}
	}
	for _, x := range c.OldClauses {
		if seenOld[x] != 1 {
			t.Fatalf("old %s stands in %d changes", x.Address(), seenOld[x])
		}
	}
	for _, x := range c.NewClauses {
		if seenNew[x] != 1 {
			t.Fatalf("new %s stands in %d changes", x.Address(), seenNew[x])
		}
	}
	if movedIn != movedOut {
		t.Fatalf("%d words moved out, %d in", movedOut, movedIn)
	}
	s := c.Summary
	if s.Kept+s.MovedWords+s.Deleted != s.OldWords || s.Kept+s.MovedWords+s.Inserted != s.NewWords {
		t.Fatalf("words do not add up: %+v", s)
	}
	checkMarshal(t, c)
}

// checkNothingRewritten holds that eight words in a row are not deleted in one
// place of a change and inserted in another, and neither is a line of several
// words that is a line on both sides.
func checkNothingRewritten(t interface {
	Helper()
	Fatalf(string, ...any)
}, lex *textdiff.Lexicon, ch *Change,
) {
	t.Helper()
	rows := map[string]bool{}
	for _, op := range []Op{Delete, Insert} {
		for _, e := range ch.Edits {
			if e.Op != op {
				continue
			}
			var ids []string
			for _, token := range lex.Tokens(e.Old + e.New) {
				if token.IsWord() {
					ids = append(ids, fmt.Sprint(token.ID))
				}
			}
			for i := 0; i+8 <= len(ids); i++ {
				row := strings.Join(ids[i:i+8], " ")
				if op == Insert && rows[row] {
					t.Fatalf("%s: deletes and inserts the words of %q", ch.ID, e.New)
				}
				rows[row] = rows[row] || op == Delete
			}
		}
	}
	type side struct {
		op   Op
		line int
	}
	parts := map[side][]Part{} // those with words, by line
	for p := range ch.Parts() {
		if textdiff.Words(lex.Tokens(p.Old)) > 0 {
			parts[side{Delete, p.OldAt.Line}] = append(parts[side{Delete, p.OldAt.Line}], p)
		}
		if textdiff.Words(lex.Tokens(p.New)) > 0 {
			parts[side{Insert, p.NewAt.Line}] = append(parts[side{Insert, p.NewAt.Line}], p)
		}
	}
	lines := map[Op]map[string]bool{Delete: {}, Insert: {}}
	for at, ps := range parts {
		if len(ps) == 1 && ps[0].Op == at.op {
			var ids []string
			for _, token := range lex.Tokens(ps[0].Old + ps[0].New) {
				if token.IsWord() {
					ids = append(ids, fmt.Sprint(token.ID))
				}
			}
			lines[at.op][strings.Join(ids, " ")] = true
		}
	}
	for line := range lines[Delete] {
		if lines[Insert][line] {
			t.Fatalf("%s: deletes and inserts the line %q", ch.ID, line)
		}
	}
}

// checkPlaces holds the edits of a change to stand where they say, and moves to
// have two ends with the same words.
func checkPlaces(t interface {
	Helper()
	Fatalf(string, ...any)
}, ch *Change,
) {
	t.Helper()
	oldText, newText := joined(ch.Old), joined(ch.New)
	at := func(text string, p Place, side []*revision.Clause) {
		lines := strings.Split(text[:p.Offset], "\n")
		blocks := blocksOf(side)
		if len(lines)-1 != p.Line || len(blocks) > 0 && p.Block != blocks[p.Line] {
			t.Fatalf("%s: place %+v is in line %d of %q", ch.ID, p, len(lines)-1, text)
		}
	}
	for i := range ch.Edits {
		e := &ch.Edits[i]
		if len(ch.Old) > 0 {
			at(oldText, e.OldAt, ch.Old)
		}
		if len(ch.New) > 0 {
			at(newText, e.NewAt, ch.New)
		}
		switch p := e.Partner; {
		case e.Op != Move:
			if p != nil || e.Move != 0 || e.From+e.To != "" {
				t.Fatalf("%s: %s %q has another end", ch.ID, e.Op, e.Old+e.New)
			}
		case p == nil || p.Partner != e || p.Move != e.Move || p.Op != Move || (p.Old == "") == (e.Old == ""):
			t.Fatalf("%s: the other end of %q is %+v", ch.ID, e.Old+e.New, p)
		case e.Old != "" && (e.To != p.NewAt.Clause().Address() || e.From != "") || e.New != "" && (e.From != p.OldAt.Clause().Address() || e.To != ""):
			t.Fatalf("%s: %q goes from %s to %s, its other end is %+v", ch.ID, e.Old+e.New, e.From, e.To, p)
		default:
			lex := textdiff.NewLexicon("en")
			if textdiff.HashWords(lex.Tokens(e.Old+e.New)) != textdiff.HashWords(lex.Tokens(p.Old+p.New)) {
				t.Fatalf("%s: %q moved and became %q", ch.ID, e.Old+e.New, p.Old+p.New)
			}
		}
	}
	var parts [2]string
	line := [2]int{}
	for p := range ch.Parts() {
		if p.OldAt.Line != line[0] || p.NewAt.Line != line[1] || p.OldAt.Offset != len(parts[0]) || p.NewAt.Offset != len(parts[1]) {
			t.Fatalf("%s: part %q stands at %+v, %+v", ch.ID, p.Old+p.New, p.OldAt, p.NewAt)
		}
		for i, ends := range []bool{p.OldEnds, p.NewEnds} {
			if parts[i] += []string{p.Old, p.New}[i]; ends {
				parts[i] += "\n"
				line[i]++
			}
		}
	}
	if parts[0] != oldText || parts[1] != newText {
		t.Fatalf("%s: the parts are not the text", ch.ID)
	}
}

var vocabulary = strings.Fields(`security policy region border energy state law reform citizen defence council treaty
 market culture science migration corridor pipeline peace stability right duty shall may must will not the of and in to for
 cooperation partnership organization threat risk development education environment «concept» Euro-Atlantic 2007 1,000.5`)

func sentence(t *rapid.T, label string) string {
	n := rapid.IntRange(1, 14).Draw(t, label)
	words := make([]string, n)
	for i := range words {
		words[i] = rapid.SampledFrom(vocabulary).Draw(t, label)
	}
	return strings.ToUpper(words[0][:1]) + strings.Join(words, " ")[1:] + "."
}

func clauseText(t *rapid.T, label string) string {
	var parts []string
	for range rapid.IntRange(0, 3).Draw(t, label) {
		parts = append(parts, sentence(t, label))
	}
	return strings.Join(parts, rapid.SampledFrom([]string{" ", " | ", " |- "}).Draw(t, label))
}

// randomPair draws a text and a revision of it: clauses kept, reworded,
// dropped, added, swapped, cut in two, joined.
func randomPair(t *rapid.T) (*revision.Revision, *revision.Revision) {
	var old, new []string
	for i := range rapid.IntRange(0, 9).Draw(t, "clauses") {
		text := sentence(t, fmt.Sprint("head", i)) + " | " + clauseText(t, fmt.Sprint("text", i))
		old = append(old, text)
		switch rapid.IntRange(0, 7).Draw(t, "fate") {
		case 0: // dropped
		case 1:
			new = append(new, sentence(t, "new")+" | "+clauseText(t, "new"), text)
		case 2:
			new = append([]string{text}, new...)
		case 3:
			new = append(new, strings.Replace(text, " ", " "+rapid.SampledFrom(vocabulary).Draw(t, "word")+" ", 2))
		case 4:
			half := len(text) / 2
			for half < len(text) && text[half] != ' ' {
				half++
			}
			new = append(new, text[:half], "H | "+text[half:])
		default:
			new = append(new, text)
		}
	}
	number := func(texts []string) string {
		var b strings.Builder
		top, sub := 0, 0
		for i, s := range texts {
			if i%3 == 0 {
				top, sub = top+1, 0
				fmt.Fprintf(&b, "%d %s\n", top, s)
			} else {
				sub++
				fmt.Fprintf(&b, "%d.%d %s\n", top, sub, s)
			}
		}
		return b.String()
	}
	return tree("old", number(old)), tree("new", number(new))
}

func TestEveryClauseAndWordIsAccountedFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, new := randomPair(t)
		c, err := Compare(old, new)
		if err != nil {
			t.Fatal(err)
		}
		checkLaws(t, c)
	})
}

func TestTextAgainstItself(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		_, text := randomPair(t)
		c, err := Compare(text, text)
		if err != nil {
			t.Fatal(err)
		}
		for i := range c.Changes {
			ch := &c.Changes[i]
			if ch.Kind != Unchanged || ch.Renumbered || ch.Moved || ch.Retitled || len(ch.Edits) != 1 {
				t.Fatalf("%s against itself:\n%s", ch.ID, fates(c))
			}
		}
	})
}

func TestSameInputSameResult(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		old, new := randomPair(t)
		a, _ := Compare(old, new)
		b, _ := Compare(old, new)
		if fates(a) != fates(b) {
			t.Fatalf("%s\n%s", fates(a), fates(b))
		}
		for i := range a.Changes {
			if d := cmp.Diff(a.Changes[i].Edits, b.Changes[i].Edits); d != "" {
				t.Fatal(d)
			}
		}
	})
}
