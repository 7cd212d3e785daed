package ingest

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"conceptdiff/internal/revision"
)

// actPoint is a numbered line of a made-up act.
type actPoint struct {
	depth int
	n     int // its place, from 1
}

// shapesOfAct are families in which the three levels of an act may be numbered.
var shapesOfAct = [][3]string{
	{"Article %d. Field %s", "(%d) Mill %s turns.", "(%c) plough %s;"},
	{"§ %d Field %s", "(%d) Mill %s turns.", "%c) plough %s;"},
	{"Maddə %d. Field %s", "%d. Mill %s turns.", "%c) plough %s;"},
	{"Статья %d. Field %s", "%d. Mill %s turns.", "%c) plough %s;"},
}

// drawAct draws an act: articles, paragraphs, points.
func drawAct(t *rapid.T) []actPoint {
	var act []actPoint
	for a := range rapid.IntRange(3, 6).Draw(t, "articles") {
		act = append(act, actPoint{0, a + 1})
		for p := range rapid.IntRange(2, 4).Draw(t, "paragraphs") {
			act = append(act, actPoint{1, p + 1})
			if rapid.Bool().Draw(t, "has points") {
				for k := range rapid.IntRange(2, 4).Draw(t, "points") {
					act = append(act, actPoint{2, k + 1})
				}
			}
		}
	}
	return act
}

// name is a name that no other line of the act has: a text that says the same again
// and again is a table of contents, or a form.
func name(i int) string {
	return string(rune('A'+i/26)) + "lm" + string(rune('a'+i%26))
}

// lines writes an act in a shape, one provision a line.
func lines(act []actPoint, shape [3]string) []string {
	var out []string
	for i, p := range act {
		v := p.n
		if p.depth == 2 {
			v += 'a' - 1
		}
		s := fmt.Sprintf(shape[p.depth], v, name(i))
		if p.depth == 1 && i+1 < len(act) && act[i+1].depth == 2 {
			s = strings.TrimSuffix(s, ".") + " by:"
		}
		if p.depth == 2 && (i+1 == len(act) || act[i+1].depth < 2) {
			s = strings.TrimSuffix(s, ";") + "."
		}
		out = append(out, s)
	}
	return out
}

// numbersByDepth are the numbers of the tree by depth, in order.
func numbersByDepth(t *rapid.T, text []string) []string {
	res, err := Read("x.txt", []byte("An act\n\n"+strings.Join(text, "\n\n")+"\n"))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	var walk func(p *revision.Provision, depth int)
	walk = func(p *revision.Provision, depth int) {
		for _, c := range p.Children {
			if c.Kind == revision.KindClause {
				out = append(out, fmt.Sprint(depth, " ", c.Label.Num))
				walk(c, depth+1)
			}
		}
	}
	for _, c := range res.Components {
		walk(c, 0)
	}
	return out
}

// want are the places that an act has by construction.
func want(act []actPoint) []string {
	var out []string
	for _, p := range act {
		num := fmt.Sprint(p.n)
		if p.depth == 2 {
			num = string(rune('a' + p.n - 1))
		}
		out = append(out, fmt.Sprint(p.depth, " ", num))
	}
	return out
}

// Numbers written in another family's shape give the same tree.
func TestLawShapesGiveOneTree(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		act := drawAct(t)
		shape := rapid.SampledFrom(shapesOfAct).Draw(t, "shape")
		if got := numbersByDepth(t, lines(act, shape)); !slices.Equal(got, want(act)) {
			t.Fatalf("got %v\nwant %v", got, want(act))
		}
	})
}

// Removing one provision, with what stands below it, changes no other's parent.
func TestLawRemovalChangesNoParent(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		act := drawAct(t)
		text := lines(act, rapid.SampledFrom(shapesOfAct).Draw(t, "shape"))
		i := rapid.IntRange(0, len(act)-1).Draw(t, "removed")
		end := i + 1
		for end < len(act) && act[end].depth > act[i].depth {
			end++
		}
		act, text = slices.Delete(slices.Clone(act), i, end), slices.Delete(text, i, end)
		if got := numbersByDepth(t, text); !slices.Equal(got, want(act)) {
			t.Fatalf("without %d\ngot %v\nwant %v", i, got, want(act))
		}
	})
}

// Plain paragraphs added anywhere change no label.
func TestLawParagraphsChangeNoLabel(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		act := drawAct(t)
		text := lines(act, rapid.SampledFrom(shapesOfAct).Draw(t, "shape"))
		for range rapid.IntRange(1, 4).Draw(t, "added") {
			i := rapid.IntRange(0, len(text)).Draw(t, "where")
			text = slices.Insert(text, i, "The members of the club said so when they met at the mill in spring.")
		}
		if got := numbersByDepth(t, text); !slices.Equal(got, want(act)) {
			t.Fatalf("got %v\nwant %v\n%s", got, want(act), strings.Join(text, "\n"))
		}
	})
}
