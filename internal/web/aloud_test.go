package web

import (
	"encoding/json"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/chromedp"

	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
	"conceptdiff/internal/review"
)

// fence puts signs into the page's texts, so that one who hears the page in order knows
// where a side of a change begins and ends: ⟦o:c-4.1⟧ … ⟦⟧. What stands between the words
// (printed numbers, where words went) is fenced off, and paragraphs end with a space.
const fence = `(() => {
	document.styleSheets[1].insertRule("* { content-visibility: visible !important }");
	document.querySelectorAll("details").forEach((d) => { d.open = true });
	document.querySelectorAll(".place").forEach((e) => { e.hidden = true });
	const put = (e, before, after) => { e.prepend(before); e.append(after) };
	for (const e of document.querySelectorAll(".law .num, .law .where")) put(e, "⟪", "⟫");
	for (const e of document.querySelectorAll(".law p")) e.append(" ");
	for (const c of document.querySelectorAll("article.change, details.untouched"))
		for (const e of c.querySelectorAll(".law")) {
			if (e.offsetParent === null) continue;
			const side = e.matches(".o") ? "o" : e.matches(".n") ? "n" : "b";
			put(e, "⟦" + side + ":" + c.id + "⟧", "⟦⟧");
		}
	return 0;
})()`

// heard is the page as it is told to one who hears it: the texts of its accessibility tree
// in order.
func (w *tab) heard() string {
	w.Helper()
	tree, err := chromedp.Call(w.ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	if err != nil {
		w.Fatal(err)
	}
	byID := map[accessibility.NodeID]*accessibility.Node{}
	for _, n := range tree.Nodes {
		byID[n.NodeID] = n
	}
	var b strings.Builder
	var tell func(n *accessibility.Node)
	tell = func(n *accessibility.Node) {
		if n == nil {
			return
		}
		if !n.Ignored && n.Role != nil && n.Name != nil && string(n.Role.Value) == `"StaticText"` {
			var text string
			if err := json.Unmarshal(n.Name.Value, &text); err != nil {
				w.Fatal(err)
			}
			b.WriteString(text)
			return // what is below says it again
		}
		for _, id := range n.ChildIDs {
			tell(byID[id])
		}
	}
	tell(tree.Nodes[0])
	return b.String()
}

var (
	fenced = regexp.MustCompile(`⟦([onb]):([^⟧]*)⟧(.*?)⟦⟧`)
	aside  = regexp.MustCompile(`⟪.*?⟫`)
	told   = regexp.MustCompile(`\[(deleted|inserted|moved away|moved here): ?`)
)

// Heard in order, the accessibility tree of a comparison is the old text, with what is
// deleted told as deleted, and the new text, word for word: every clause of both.
func TestReadAloud(t *testing.T) {
	s := newSite(t)
	w := newTab(t, s.URL, 1280, 900)
	w.open("/c/2007/draft")
	eval[int](w, fence)
	heard := map[string]map[string]string{"o": {}, "n": {}}
	signs := map[string]int{}
	for _, part := range fenced.FindAllStringSubmatch(strings.ReplaceAll(w.heard(), "\n", " "), -1) {
		text := aside.ReplaceAllString(part[3], "")
		for _, sign := range told.FindAllStringSubmatch(text, -1) {
			signs[part[1]+" "+sign[1]]++
		}
		for _, side := range []string{"o", "n"} {
			if part[1] == side || part[1] == "b" {
				heard[side][part[2]] += text + " "
			}
		}
	}
	x, err := s.Work.Examine(t.Context(), "2007", "draft")
	if err != nil {
		t.Fatal(err)
	}
	for _, side := range []struct {
		sign, deleted string
		of            func(*report.Change) []*report.Clause
		label         string
	}{
		{"o", "inserted", func(c *report.Change) []*report.Clause { return c.Old }, "2007"},
		{"n", "deleted", func(c *report.Change) []*report.Clause { return c.New }, "draft"},
	} {
		r, err := s.Work.Revision(t.Context(), side.label)
		if err != nil {
			t.Fatal(err)
		}
		clauses := 0
		for _, c := range x.Report.Changes {
			var want []string
			for _, cl := range side.of(c) {
				clauses++
				want = append(want, review.Words(r.Find(cl.Address)))
			}
			if len(want) == 0 {
				continue
			}
			got := strings.ReplaceAll(told.ReplaceAllString(heard[side.sign][plain.Anchor("", c.ID)], ""), "]", "")
			// The tree holds no spaces at the ends of its texts: one hears where they end.
			if got, want := strings.Join(strings.Fields(got), ""), strings.Join(strings.Fields(strings.Join(want, "")), ""); got != want {
				t.Errorf("%s of %s is heard as\n%s\nwant\n%s", side.label, c.ID, got, want)
			}
		}
		if clauses != len(r.Clauses()) {
			t.Errorf("%d of %d clauses of %s were listened to", clauses, len(r.Clauses()), side.label)
		}
		if signs[side.sign+" "+side.deleted] > 0 {
			t.Errorf("%s tells words as %s", side.label, side.deleted)
		}
	}
	if signs["o deleted"] == 0 || signs["n inserted"] == 0 {
		t.Errorf("nothing is told as deleted or as inserted: %v", signs)
	}
}
