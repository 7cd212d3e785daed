package compose

import (
	"slices"
	"strings"

	"conceptdiff/internal/lazy"
	"conceptdiff/internal/render/model"
	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/report"
)

// linked lays links over a sentence, each over the first place from the left where
// its words stand for themselves. A link whose words the sentence does not have is
// left out. Of links that begin at one place the longer is laid; links is not
// changed.
//
//	"see 4.1 and 4.1.1", links 4.1.1 and 4.1   →   both are linked, 4.1 not within 4.1.1
func linked(said string, links ...model.Span) []model.Span {
	said, links = plain.Visible(said), slices.Clone(links)
	var out []model.Span
	for {
		at, next := len(said), -1
		for i, l := range links {
			k := standing(said, l.Text)
			if k >= 0 && (k < at || next >= 0 && k == at && len(l.Text) > len(links[next].Text)) {
				at, next = k, i
			}
		}
		if at > 0 {
			out = append(out, model.Span{Text: said[:at]})
		}
		if next < 0 {
			return out
		}
		out = append(out, links[next])
		said = said[at+len(links[next].Text):]
		links = slices.Delete(links, next, next+1)
	}
}

// What stands beside words and makes others of them: a letter, a digit, more of a
// number. The bytes looked at before the words are eight, enough for the last
// character and a point.
var (
	more = lazy.Regexp(`^(?:[\pL\pN]|\.\pN)`)
	less = lazy.Regexp(`(?:[\pL\pN]|\pN\.)$`)
)

// standing is where words stand in a sentence and are no part of other words or of a
// longer number, -1 for nowhere.
func standing(said, words string) int {
	for from := 0; words != ""; {
		i := strings.Index(said[from:], words)
		if i < 0 {
			break
		}
		at, end := from+i, from+i+len(words)
		if !less().MatchString(said[max(0, at-8):at]) && !more().MatchString(said[end:]) {
			return at
		}
		from = end
	}
	return -1
}

// cited are links to provisions of a side, as sentences name them.
func cited(side string, addresses []string, p phrase.Phrases) []model.Span {
	var out []model.Span
	for _, a := range addresses {
		out = append(out, model.Link(p.Cite(a), side, a))
	}
	return out
}

// arrivals are links to what the new text has of something. Those that are no clause,
// such as a note, have none.
func arrivals(to []report.Target, p phrase.Phrases) []model.Span {
	var out []model.Span
	for _, t := range to {
		if t.Clause != nil {
			out = append(out, model.Link(p.Cite(t.Address), "new", t.Address))
		}
	}
	return out
}

// clauses are links to the clauses of a change on both sides, for a page that holds the
// texts.
func clauses(old, now []*report.Clause, p phrase.Phrases) []model.Span {
	var out []model.Span
	link := func(said, side string, c *report.Clause) {
		if len(out) > 0 {
			out = append(out, model.Text(" · "))
		}
		out = append(out, model.Link(said, side, c.Address))
	}
	for _, c := range old {
		link(p.Say("old {0}", p.Mention([]*report.Clause{c})), "old", c)
	}
	for _, c := range now {
		link(p.Say("new {0}", p.Mention([]*report.Clause{c})), "new", c)
	}
	return out
}

// readInFull leads to clauses where they stand whole. Formats without both texts
// leave it out.
func readInFull(old, now []*report.Clause, p phrase.Phrases) model.Node {
	spans := append([]model.Span{model.Text(p.Say("Read in full") + ": ")}, clauses(old, now, p)...)
	return model.OnPage{Nodes: []model.Node{model.Paragraph{Spans: spans}}}
}
