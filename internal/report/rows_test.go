package report

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/revision"
)

// linesFor gives a text its lines, all of one clause, and the clause whose blocks
// they are.
func linesFor(text string) ([]Line, *revision.Clause) {
	c := &Clause{Address: "1"}
	from := &revision.Clause{Provision: &revision.Provision{}}
	var out []Line
	for i, line := range strings.Split(text, "\n") {
		out = append(out, Line{Clause: c, First: i == 0})
		from.Blocks = append(from.Blocks, revision.Block{Text: line, Provision: from.Provision, Clause: from})
	}
	return out, from
}

// rowsOf lays out edits that make up both sides' lines.
func rowsOf(edits []compare.Edit) []Row {
	old, new := sides(edits)
	oldLines, oldClause := linesFor(old)
	newLines, newClause := linesFor(new)
	ch := compare.Change{Old: []*revision.Clause{oldClause}, New: []*revision.Clause{newClause}, Edits: edits}
	if old == "" {
		ch.Old, oldLines = nil, nil
	}
	return buildRows(slices.Collect(ch.Parts()), oldLines, newLines)
}

func sides(edits []compare.Edit) (old, new string) {
	for _, e := range edits {
		old += e.Old
		new += e.New
	}
	return old, new
}

// rebuild joins what the rows hold of each side: a line that is not continued
// begins after a break.
func rebuild(rows []Row) (old, new string) {
	var o, n []string
	for _, row := range rows {
		var ro, rn string
		for _, r := range row.Runs {
			ro += r.Old
			rn += r.New
		}
		o = appendSide(o, row.Old, ro)
		n = appendSide(n, row.New, rn)
	}
	return strings.Join(o, "\n"), strings.Join(n, "\n")
}

func appendSide(lines []string, l *Line, text string) []string {
	switch {
	case l == nil && text != "":
		return append(lines, "text without a line: "+text)
	case l == nil:
		return lines
	case l.Continued:
		lines[len(lines)-1] += text
		return lines
	}
	return append(lines, text)
}

// Both texts can be rebuilt from the rows of any edits, line for line.
func TestRowsRebuildBothTexts(t *testing.T) {
	piece := rapid.StringMatching(`[ab \n]{1,6}`)
	rapid.Check(t, func(t *rapid.T) {
		var edits []compare.Edit
		for range rapid.IntRange(0, 12).Draw(t, "n") {
			text := piece.Draw(t, "text")
			switch rapid.IntRange(0, 4).Draw(t, "op") {
			case 0:
				edits = append(edits, compare.Edit{Op: compare.Delete, Old: text})
			case 1:
				edits = append(edits, compare.Edit{Op: compare.Insert, New: text})
			case 2:
				edits = append(edits, compare.Edit{Op: compare.Move, Old: text, To: "2"})
			case 3:
				edits = append(edits, compare.Edit{Op: compare.Move, New: text, From: "2"})
			default:
				edits = append(edits, compare.Edit{Op: compare.Keep, Old: text, New: text})
			}
		}
		old, new := sides(edits)
		gotOld, gotNew := rebuild(rowsOf(edits))
		if gotOld != old || gotNew != new {
			t.Fatalf("rebuilt %q and %q\nwant    %q and %q", gotOld, gotNew, old, new)
		}
	})
}

// draw writes rows in one line each: old | new, with "+" before a line that
// goes on and "." for a side that has none.
func draw(rows []Row) string {
	var b strings.Builder
	for _, row := range rows {
		var old, new string
		for _, r := range row.Runs {
			old += r.Old
			new += r.New
		}
		b.WriteString(drawSide(row.Old, old) + "|" + drawSide(row.New, new) + "\n")
	}
	return b.String()
}

func drawSide(l *Line, text string) string {
	switch {
	case l == nil:
		return "."
	case l.Continued:
		return "+" + text
	}
	return text
}

func TestRows(t *testing.T) {
	keep := func(s string) compare.Edit { return compare.Edit{Op: compare.Keep, Old: s, New: s} }
	del := func(s string) compare.Edit { return compare.Edit{Op: compare.Delete, Old: s} }
	ins := func(s string) compare.Edit { return compare.Edit{Op: compare.Insert, New: s} }
	for _, tc := range []struct {
		name  string
		edits []compare.Edit
		want  string
	}{
		{"a deleted line stands alone", []compare.Edit{keep("a\n"), del("b\n"), keep("c")}, "a|a\nb|.\nc|c\n"},
		{"a line deleted at the end", []compare.Edit{keep("a"), del("\nb")}, "a|a\nb|.\n"},
		{"a line deleted before a common break", []compare.Edit{keep("a"), del("\nb"), keep("\nc")}, "a|a\nb|.\nc|c\n"},
		{"an inserted line stands alone", []compare.Edit{keep("a"), ins("\nb"), keep("\nc")}, "a|a\n.|b\nc|c\n"},
		{"a split line: the old one goes on", []compare.Edit{keep("a"), del(" "), ins("\n"), keep("b")}, "a |a\n+b|b\n"},
		{"a merged line: the new one goes on", []compare.Edit{keep("a"), del("\n"), ins(" "), keep("b")}, "a|a \nb|+b\n"},
		{"two lines for two", []compare.Edit{del("a\nb"), ins("x\ny")}, "a|x\nb|y\n"},
		{"a line deleted before a changed one", []compare.Edit{del("a\nb"), ins("x"), keep(" c")}, "a|.\nb c|x c\n"},
		{"a line inserted after a changed one", []compare.Edit{keep("c "), del("a"), ins("x\ny"), keep("\nd")}, "c a|c x\n.|y\nd|d\n"},
		{"everything new", []compare.Edit{ins("x\ny")}, ".|x\n.|y\n"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			if d := cmp.Diff(tc.want, draw(rowsOf(tc.edits))); d != "" {
				t.Error(d)
			}
		})
	}
}
