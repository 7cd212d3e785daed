package html

import (
	"html/template"
	"io"
	"math"

	"conceptdiff/internal/compare"
	"conceptdiff/internal/render"
	"conceptdiff/internal/render/compose"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// Diff writes the comparison as one HTML page that needs no network: what
// went where as a picture, then every clause in the order of the new text, old
// and new side by side with their lines in step, or in one column. Both texts
// stand in it whole; #old-4.1.1, #new-4.1.1 and #c-… address them. Without
// script it can be read, filtered, linked to and printed all the same.
func Diff(w io.Writer, r report.Report, o render.Options) error {
	p := newDiff(&r, o)
	return write(w, p.phrases, "diff", p)
}

// newDiff is the page of a comparison, with the boxes that filter it.
func newDiff(r *report.Report, o render.Options) *page {
	p := newPage(r, o, o.Phrases().Say("Comparison"), "changes")
	p.Filters = filters(r, p.phrases)
	return p
}

// changes writes every change, in the order of the new text.
func changes(p *page) template.HTML {
	return p.markup(func(m *markup) { m.nodes(compose.Changes(p.R, p.options)) })
}

// filter is a box of the toolbar that shows or hides the changes of one class.
type filter struct {
	Class, Name string
	Count       int // of the changes that bear it
}

// filters are a box for each fate and significance that occurs. Kinds stand in the
// order of package compare.
func filters(r *report.Report, p phrase.Phrases) []filter {
	kinds, significances := map[compare.Kind]int{}, map[compare.Significance]int{}
	for _, c := range r.Changes {
		kinds[c.Kind]++
		significances[c.Significance]++
	}
	var out []filter
	for _, k := range compare.Kinds {
		if kinds[k] > 0 {
			out = append(out, filter{string(k), p.Word(string(k)), kinds[k]})
		}
	}
	if n := significances[compare.Editorial]; n > 0 {
		out = append(out, filter{string(compare.Editorial), p.Say("changed in form only"), n})
	}
	if n := significances[compare.Substantive]; n > 0 {
		out = append(out, filter{string(compare.Substantive), p.Say("changed in substance"), n})
	}
	return out
}

// height guesses how many pixels a change takes on a desk's screen, so that the browser
// can lay out a long page before it has looked at all of it. A heading with its facts
// takes 140, a line 26, what parts two rows 17; a column has about 62 bytes a line. A
// row of folded text counts once.
func height(c *report.Change) int {
	const head, line, gap, bytesALine = 140, 26, 17, 62
	h, folded := head, false
	for _, row := range c.Rows() {
		if !row.Changed {
			if !folded {
				h += line + gap
			}
			folded = true
			continue
		}
		folded = false
		old, now := 0, 0
		for _, run := range row.Runs {
			old += len(run.Old)
			now += len(run.New)
		}
		h += gap + line*(1+max(old, now)/bytesALine)
	}
	return h
}

// contents writes the list of changes, each with a bar of what became of its
// words.
func contents(p *page) template.HTML {
	longest := 1
	for _, c := range p.R.Changes {
		longest = max(longest, size(c))
	}
	return p.markup(func(m *markup) {
		for _, c := range p.R.Changes {
			m.entry(c, longest)
		}
	})
}

// size counts a change's words, those of both sides once.
func size(c *report.Change) int { return c.Words.Kept + c.Changed() }

// entry writes a change into the contents: its name, its bar, what became of it.
func (m *markup) entry(c *report.Change, longest int) {
	m.WriteString(`<li class="` + string(c.Kind) + " " + string(c.Significance) + `"><span class="t"><a href="#` + plain.Anchor("", c.ID) + `">`)
	m.text(m.ChangeName(c))
	m.WriteString(`</a></span>`)
	m.bar(c, longest)
	m.WriteString(`<span class="k">`)
	m.text(m.KindPhrase(c))
	m.WriteString("</span></li>\n")
}

// bar writes a change's bar, as long as the square root of its words, and its
// figures. The root keeps a clause of ten words beside one of a thousand to be seen.
// Figures have signs, since the colours of the bar alone must not say it: − gone, ±
// moved, + come.
func (m *markup) bar(c *report.Change, longest int) {
	w := c.Words
	all := float64(max(size(c), 1))
	m.WriteString(`<span class="b"><i class="` + wide(math.Sqrt(all/float64(longest))) + `">`)
	for _, x := range []struct {
		class string
		n     int
	}{{"deleted", w.Deleted}, {"inserted", w.Inserted}, {"moved", w.MovedIn + w.MovedOut}} {
		if x.n > 0 {
			m.WriteString(`<b class="` + x.class + " " + wide(float64(x.n)/all) + `"></b>`)
		}
	}
	m.WriteString(`</i></span><span class="w">`)
	sep := ""
	for _, x := range []struct {
		sign string
		n    int
	}{{"−", w.Deleted}, {"±", w.MovedIn + w.MovedOut}, {"+", w.Inserted}} {
		if x.n > 0 {
			m.text(sep + x.sign + m.Number(x.n))
			sep = " "
		}
	}
	m.WriteString("</span>")
}
