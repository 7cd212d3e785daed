package web

import (
	"html/template"
	"strings"

	"conceptdiff/internal/render/phrase"
	"conceptdiff/internal/render/plain"
	"conceptdiff/internal/review"
)

// entryLine is an entry of the record as a list shows it.
type entryLine struct {
	review.Entry
	What  string // in a sentence, without who says it
	Path  string // of the clause it is about; "" for none
	Place string
	Note  string
	Votes string
	Runs  []wordRun // what proposed words make of it
}

func newEntryLine(p phrase.Phrases, e review.Entry) entryLine {
	l := entryLine{Entry: e, Note: e.Note()}
	at := func(a review.Anchor) {
		l.Place, l.Path = a.Revision+" "+p.Cite(a.Address), clausePath(a.Revision, a.Address)
	}
	switch s := e.Says.(type) {
	case review.Enrolment:
		l.What = p.Say("{0}: {1}", s.Name, p.Word(string(s.Role)))
		if s.Removed {
			l.What = p.Say("{0} left", s.Name)
		}
	case review.Mark:
		l.What = p.Say("mark: {0}", p.Word(string(s.Verdict)))
		l.Runs = newVoice(s.On.Quote, e).Runs
		at(s.On)
	case review.Decision:
		l.What = p.Say("decision: {0}", p.Word(string(s.Verdict)))
		if v := s.Votes; v != (review.Votes{}) {
			l.Votes = p.Say("{0} for, {1} against, {2} abstaining", v.For, v.Against, v.Abstain)
		}
		l.Runs = newVoice(s.On.Quote, e).Runs
		at(s.On)
	case review.Rebinding:
		var to []string
		for _, a := range s.To {
			to = append(to, p.Cite(a.Address))
		}
		l.What = p.Say("the marks stand in {0} at: {1}", s.In, strings.Join(to, ", "))
		if len(to) == 0 {
			l.What = p.Say("nothing in {0} stands in its place", s.In)
		}
		at(s.From)
	case review.Pin:
		l.What = p.Say("{0} belongs together with {1}", s.Old.String(), s.New.String())
		if s.Apart {
			l.What = p.Say("{0} does not belong together with {1}", s.Old.String(), s.New.String())
		}
		at(s.Old)
	default:
		l.What = e.Summary()
	}
	return l
}

// markedText writes a text with the given words marked.
func markedText(text string, words []string) template.HTML {
	var b strings.Builder
	rest := plain.Visible(text)
	for rest != "" {
		at, found := -1, ""
		for _, w := range words {
			if i := strings.Index(rest, w); w != "" && i >= 0 && (at < 0 || i < at || i == at && len(w) > len(found)) {
				at, found = i, w
			}
		}
		if at < 0 {
			break
		}
		b.WriteString(template.HTMLEscapeString(rest[:at]))
		b.WriteString("<mark>" + template.HTMLEscapeString(found) + "</mark>")
		rest = rest[at+len(found):]
	}
	b.WriteString(template.HTMLEscapeString(rest))
	return template.HTML(b.String()) //nolint:gosec // escaped above
}
