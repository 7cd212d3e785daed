package ingest

import (
	"fmt"
	"strings"
	"testing"

	"conceptdiff/internal/revision"
)

// shapes are the ways in which a text may number its sections.
var shapes = []struct {
	name string
	num  func(n int) string
}{
	{"1.", func(n int) string { return fmt.Sprintf("%d. ", n) }},
	{"§ 1", func(n int) string { return fmt.Sprintf("§ %d ", n) }},
	{"Article 1.", func(n int) string { return fmt.Sprintf("Article %d. ", n) }},
	{"KB-1", func(n int) string { return fmt.Sprintf("KB-%d ", n) }},
	{"Neni 1.", func(n int) string { return fmt.Sprintf("Neni %d. ", n) }},
	{"Line of Effort 1:", func(n int) string { return fmt.Sprintf("Line of Effort %d: ", n) }},
}

// section is a made-up text: its title, the points in it.
var sections = []struct {
	title  string
	points []string
}{
	{"Ferries", []string{"the large ones;", "the small ones."}},
	{"Yards", nil},
	{"Fields", []string{"of wheat;", "of barley;", "of rye."}},
	{"Lamps", nil},
}

// write sets the sections in a shape; leave is the one that is left out, -1 for
// none, and extra a paragraph that is added to each.
func write(num func(int) string, leave int, extra string) string {
	var b strings.Builder
	for i, s := range sections {
		if i == leave {
			continue
		}
		fmt.Fprintf(&b, "%s%s\n", num(i+1), s.title)
		if s.points == nil {
			b.WriteString("The office keeps a list of them and shows it to whoever asks.\n")
		} else {
			b.WriteString("The office keeps these in good order:\n")
		}
		for k, p := range s.points {
			fmt.Fprintf(&b, "(%c) %s\n", 'a'+k, p)
		}
		b.WriteString(extra)
	}
	return b.String()
}

// parents gives for each numbered provision's words those of what it stands in.
func parents(t *testing.T, text string) map[string]string {
	t.Helper()
	res, err := Read("x.txt", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]string{}
	var walk func(p *revision.Provision, above string)
	walk = func(p *revision.Provision, above string) {
		me := above
		if p.Num != "" {
			me = p.Heading + p.Text
			out[me] = above
		}
		for _, c := range p.Children {
			walk(c, me)
		}
	}
	for _, c := range res.Components {
		walk(c, "")
	}
	return out
}

func same(a, b map[string]string) bool {
	for k, v := range a {
		if w, ok := b[k]; !ok || v != w {
			return false
		}
	}
	return true
}

// A text's own numbers written in another shape give the same tree; removing one
// provision changes no other's parent; adding plain paragraphs changes none.
func TestShapesGiveOneTree(t *testing.T) {
	want := parents(t, write(shapes[0].num, -1, ""))
	if len(want) != 9 {
		t.Fatalf("%d provisions, want 9: %v", len(want), want)
	}
	for _, s := range shapes {
		got := parents(t, write(s.num, -1, ""))
		if len(got) != len(want) || !same(want, got) {
			t.Errorf("%s: %v, want %v", s.name, got, want)
		}
		for i := 1; i < len(sections); i++ {
			if got := parents(t, write(s.num, i, "")); !same(got, want) {
				t.Errorf("%s without section %d: %v", s.name, i+1, got)
			}
		}
		if got := parents(t, write(s.num, -1, "Nothing else is said of them in this text.\n")); len(got) != len(want) || !same(want, got) {
			t.Errorf("%s with paragraphs: %v", s.name, got)
		}
	}
}
