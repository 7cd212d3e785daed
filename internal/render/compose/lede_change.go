package compose

import (
	"strings"

	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/report"
)

// ledeList tells the changes that matter most, in no more words than that. Where the
// words quoted are too many, those of the last changes are shortened first. It holds
// as many changes as [report.Report.Important] has, up to ledeChanges. When nothing
// can be shortened any more it is returned though it is too long: no change is left
// out for the length of others.
func ledeList(r *report.Report, p phrase.Phrases, most int) model.List {
	important := r.Important()
	var told []*ledeChange
	for _, h := range important[:min(len(important), ledeChanges)] {
		told = append(told, newLedeChange(h.Change, r))
	}
	compose := func() model.List {
		var list model.List
		for _, c := range told {
			list.Items = append(list.Items, c.item(r, p))
		}
		return list
	}
	for list := compose(); ; list = compose() {
		if wordCount(list) <= most || !shorten(told) {
			return list
		}
	}
}

// shorten makes one quotation shorter, of the changes told last first, and reports
// whether any could be. A readable passage of one text is worth more than some words
// of both: so all are cut to the second length, then one side is left out, and only
// then are they cut further.
func shorten(told []*ledeChange) bool {
	const readable = 1 // of quoteLengths, as short as still says something by itself
	var steps []func(*ledeChange) bool
	for i, most := range quoteLengths[1:] {
		steps = append(steps, func(l *ledeChange) bool { return l.cut(most) })
		if i+1 == readable {
			steps = append(steps, (*ledeChange).oneSide)
		}
	}
	for _, step := range steps {
		for i := len(told) - 1; i >= 0; i-- {
			if step(told[i]) {
				return true
			}
		}
	}
	return false
}

// ledeChange is a change with what is quoted of both texts, in the fullest form
// first. forms of a text lie from the longest to the shortest; the first is shown.
type ledeChange struct {
	change   *report.Change
	old, now []string // empty for nothing
}

// newLedeChange cuts the quotations of a change.
func newLedeChange(c *report.Change, r *report.Report) *ledeChange {
	l := &ledeChange{c, excerpts(c.Rows(), true, r.Old.Language), excerpts(c.Rows(), false, r.New.Language)}
	if min(fullest(l.old), fullest(l.now)) < leastWords && max(fullest(l.old), fullest(l.now)) >= leastWords {
		l.oneSide() // a few words say nothing beside a whole passage
	}
	return l
}

// cut takes the next form of a quotation of more words than that. That of the new
// text goes first. It reports whether there was one.
func (l *ledeChange) cut(most int) bool {
	for _, forms := range []*[]string{&l.now, &l.old} {
		if len(*forms) > 1 && fullest(*forms) > most {
			*forms = (*forms)[1:]
			return true
		}
	}
	return false
}

// oneSide leaves one of two quotations out: one that is cut rather than a whole sentence,
// and of two the shorter.
func (l *ledeChange) oneSide() bool {
	if len(l.old) == 0 || len(l.now) == 0 {
		return false
	}
	cutOld, cutNow := strings.Contains(l.old[0], "[…]"), strings.Contains(l.now[0], "[…]")
	if cutOld && !cutNow || cutOld == cutNow && fullest(l.old) < fullest(l.now) {
		l.old = nil
	} else {
		l.now = nil
	}
	return true
}

// fullest counts the words of the fullest form.
func fullest(forms []string) int {
	if len(forms) == 0 {
		return 0
	}
	return len(strings.Fields(forms[0]))
}

// item tells the change: its clause, what became of it, and what is quoted. The name
// is cut to its numbers and ledeTitle words. What is copied from it is the change and
// each quotation with the text that it is from, a line each.
func (l *ledeChange) item(r *report.Report, p phrase.Phrases) model.Item {
	c := l.change
	name := firstWords(p.ChangeName(c), len(strings.Fields(p.Numbers(c)))+ledeTitle, "…")
	it := model.Item{
		At:    []string{"lede-" + c.ID},
		Spans: []model.Span{{Text: model.Text(name).Text, Mark: model.Strong, Link: model.Link("", "", c.ID).Link}, model.Text(": " + p.KindPhrase(c) + ".")},
	}
	cite := []string{name + ": " + p.KindPhrase(c)}
	for _, q := range []struct {
		forms []string
		said  string
		mark  model.Mark
		side  *report.Side
	}{{l.old, p.Say("gone:"), model.Deleted, &r.Old}, {l.now, p.Say("added:"), model.Inserted, &r.New}} {
		if len(q.forms) == 0 {
			continue
		}
		it.Spans = append(it.Spans, model.Text(" "+p.Capital(q.said)+" "), model.Quote("“"+q.forms[0]+"”", q.mark))
		cite = append(cite, "“"+q.forms[0]+"” ("+p.Citation(*q.side)+")")
	}
	it.Copy = strings.Join(cite, "\n")
	return it
}

// wordCount counts the words that nodes show. Sections and tables in it count
// nothing: a lede has none.
func wordCount(nodes ...model.Node) int {
	n := 0
	for _, node := range nodes {
		switch node := node.(type) {
		case model.Paragraph:
			n += len(strings.Fields(model.Words(node.Spans)))
		case model.List:
			for _, it := range node.Items {
				n += len(strings.Fields(model.Words(it.Spans)))
			}
		}
	}
	return n
}
